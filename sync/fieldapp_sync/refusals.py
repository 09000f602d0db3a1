"""Every way a hub or the network can refuse, as one sentence for the worker that says what to do."""

import msgspec

from fieldapp.errors import SyncError
from fieldapp_sync.messages import ErrorReply

TOKEN_CODES = ("auth.required", "auth.expired")
"""Refusals that a new token cures."""
_LONGEST_WAIT = 7


def refusal_of(status: int, body: bytes, url: str, retry_after: str = "") -> SyncError:
    """The SyncError of an answer that is no success; it carries the hub's own code in `hub_code`, and in `retry_after`
    the seconds a busy hub asks to wait."""
    code = _code_of(body)
    error = _by_code(code, url) or _by_status(status, url)
    error.params["hub_code"] = code
    if retry_after.isdecimal() and len(retry_after) < _LONGEST_WAIT:
        error.params["retry_after"] = int(retry_after)
    return error


def refusal_of_code(code: str, url: str) -> SyncError:
    """The SyncError of a code that a reply names for a stream of which no more was taken."""
    error = _by_code(code, url) or SyncError(
        "sync.stream_refused",
        "The hub did not take a part of your work ({reason}). It is safe here; tell your station.",
        reason=code,
    )
    error.params["hub_code"] = code
    return error


def too_old() -> SyncError:
    """This program is older than the hub still speaks with; it has uploaded all the same."""
    return SyncError(
        "sync.too_old",
        "Your work was handed over, but this FieldApp is too old to receive from the hub. Install the newer version.",
    )


def downgraded(url: str) -> SyncError:
    """A hub that once signed what it hands over offers the first protocol, which signs nothing."""
    return SyncError(
        "sync.downgraded",
        "The hub at {url} no longer signs what it hands over, as it did when it was paired. Nothing was sent and nothing "
        "was taken. Ask your station whether its program was put back to an older version.",
        url=url,
    )


def bad_address(url: str) -> SyncError:
    """What was given is no address that a hub could have."""
    return SyncError(
        "sync.bad_address",
        "“{url}” is no address of a hub. Ask the station for it: it looks like https://192.168.1.5:8737.",
        url=url,
    )


def unreachable(url: str) -> SyncError:
    """Nothing answers there."""
    return SyncError(
        "sync.unreachable",
        "The hub at {url} does not answer. Check the address and the network, then try again.",
        url=url,
    )


def too_slow(url: str) -> SyncError:
    """The hub took the connection and then said nothing for too long."""
    return SyncError(
        "sync.timeout",
        "The hub at {url} took too long. What was already sent is kept; sync again on a better connection.",
        url=url,
    )


def not_a_hub(url: str) -> SyncError:
    """What came back is not what a hub says."""
    return SyncError(
        "sync.not_a_hub",
        "What answers at {url} is no FieldApp hub. Check the address, and whether this network asks for a login first.",
        url=url,
    )


def not_private(url: str) -> SyncError:
    """Plain HTTP to another computer would show everything to the network."""
    return SyncError(
        "sync.not_private",
        "{url} is not encrypted, so nothing was sent. Use the https address and the fingerprint the hub shows.",
        url=url,
    )


def not_paired() -> SyncError:
    """This vault knows no hub."""
    return SyncError(
        "sync.not_paired",
        "This vault is not paired with a hub. Ask the station for a code and run `fieldapp pair`.",
    )


def _code_of(body: bytes) -> str:
    try:
        return msgspec.json.decode(body, type=ErrorReply).error.code
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return ""


def _by_code(code: str, url: str) -> SyncError | None:
    if code == "auth.revoked":
        return SyncError(
            "sync.revoked",
            "The hub no longer lets this computer in. Your work is safe here; ask the station to pair it again.",
        )
    if code == "scope.foreign":
        return SyncError(
            "sync.foreign_scope",
            "The hub keeps another list of your villages. Ask the station to set the villages of your account.",
        )
    if code == "erase.refused":
        return SyncError(
            "sync.erase_refused",
            "The hub takes no erasure from this computer: only a township or county may erase. Tell your station.",
        )
    if code == "pair.code":
        return SyncError(
            "sync.bad_code", "The pairing code is wrong, used or too old. Ask the station for a new one."
        )
    if code == "bootstrap.too_often":
        return SyncError(
            "sync.bases_too_often",
            "This computer has begun this village anew too often today. Its changes are fetched one by one; tomorrow it "
            "may begin anew again.",
        )
    if code == "pair.too_many":
        return SyncError("sync.too_many", "Too many wrong codes were tried. Wait a minute and try again.")
    if code == "authority.forked":
        return SyncError(
            "sync.forked_there",
            "The hub holds another history of this computer's work. Nothing is lost, but tell your station before you "
            "go on: a copy of a vault may be in use.",
        )
    if code == "review.full":
        return SyncError(
            "sync.review_full",
            "Too much from this computer waits for review at the hub. Ask the station to look at what waits first.",
        )
    if code == "segment.damaged":
        return SyncError(
            "sync.bad_segment",
            "A part of the data arrived damaged and was not used. Sync again; if it comes back, tell your station.",
        )
    return None


def _by_status(status: int, url: str) -> SyncError:
    if status in (401, 403):
        return SyncError(
            "sync.unauthorised",
            "The hub at {url} does not accept this computer. Check its clock, or ask the station to pair it again.",
            url=url,
        )
    if status == 413:
        return SyncError(
            "sync.too_large",
            "The hub at {url} refused a part as too large. Your work is safe here; tell who runs the hub.",
            url=url,
        )
    if status in (429, 502, 503, 504):
        return SyncError(
            "sync.busy",
            "The hub at {url} is busy. Your work is safe here; try again in a few minutes.",
            url=url,
        )
    if status >= 500:
        return SyncError(
            "sync.hub_failed",
            "The hub at {url} failed ({status}). Your work is safe here; try later and tell who runs the hub.",
            url=url,
            status=status,
        )
    return not_a_hub(url)
