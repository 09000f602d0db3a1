"""What waits for a person at the hub, and the decision on it: the hub itself asks whether this account may decide."""

import msgspec

from fieldapp.errors import SyncError
from fieldapp_sync.authority.messages import DecisionRequest, HeldReply, ReopenRequest
from fieldapp_sync.wire import Connection


def held_at_hub(connection: Connection) -> HeldReply:
    """What waits for a person at the hub in our places."""
    return connection.ask("/v2/review", b"", HeldReply)


def decide_at_hub(connection: Connection, stream: str, *, take_in: bool, why: str = "") -> HeldReply:
    """Take in or turn down what waits at the hub; gives what waits still. Raises SyncError review.not_allowed,
    review.none."""
    return _told(connection, "/v2/review/decide", DecisionRequest(stream, take_in, why))


def reopen_at_hub(connection: Connection, stream: str) -> HeldReply:
    """What was turned down at the hub waits again; gives what waits. Raises SyncError review.not_allowed, review.none."""
    return _told(connection, "/v2/review/reopen", ReopenRequest(stream))


def _told(connection: Connection, path: str, asked: msgspec.Struct) -> HeldReply:
    try:
        return connection.ask(path, asked, HeldReply)
    except SyncError as refused:
        if refused.params.get("hub_code") == "review.not_allowed":
            raise SyncError(
                "review.not_allowed",
                "Your account at the hub may not decide what waits. Ask the township station.",
            ) from refused
        if refused.params.get("hub_code") == "review.none":
            raise SyncError(
                "review.none", "This no longer waits at the hub. Look at the list again."
            ) from refused
        raise
