"""Files whole, in one request each, as protocol 1 did: for a hub of the first release."""

from collections.abc import Callable
from hashlib import sha256

from fieldapp.errors import SyncError
from fieldapp.store.files.attachment_places import ORIGINALS
from fieldapp.store.files.attachments import PREFIX, folder_of, keep, wanted
from fieldapp.store.files.file_refusals import wrong_hash
from fieldapp.store.files.files_waiting import files_waiting
from fieldapp.store.vault import Vault
from fieldapp_sync.files.outcome import FilesOutcome, FilesProgress
from fieldapp_sync.messages import StateReply
from fieldapp_sync.wire import Connection

_LARGEST = 16 << 20


def exchange_whole(
    vault: Vault,
    connection: Connection,
    progress: Callable[[FilesProgress], None],
    cancelled: Callable[[], bool],
) -> FilesOutcome:
    """Send what the hub names as missing, fetch what is missing here. Raises SyncError; what has travelled stays."""
    sent = received = 0
    refused: list[SyncError] = []
    folder = folder_of(vault)
    lacking = connection.ask("/v1/state", b"", StateReply).wanted
    out = [name for name in lacking if folder.holds(name)]
    for name in out:
        if cancelled():
            break
        content = folder.read(name)
        connection.send("PUT", f"/v1/attachments/{name}", content)
        sent += 1
        size = len(content)
        progress(FilesProgress(ORIGINALS, "send", None, size, size, sent, len(out), name))
    names = [ref.removeprefix(PREFIX) for ref in wanted(vault)]
    for name in names:
        if cancelled():
            break
        found = _fetched(connection, name)
        if found is None:
            continue
        if sha256(found).hexdigest() != name:
            refused.append(wrong_hash())
            continue
        keep(vault, found)
        received += 1
        size = len(found)
        progress(FilesProgress(ORIGINALS, "fetch", None, size, size, received, len(names), name))
    return FilesOutcome(
        sent, received, refused=tuple(refused), cancelled=cancelled(), waiting=files_waiting(vault)
    )


def _fetched(connection: Connection, name: str) -> bytes | None:
    try:
        return connection.send("GET", f"/v1/attachments/{name}", limit=_LARGEST)
    except SyncError as refused:
        if refused.params.get("hub_code") in ("request.unknown", "scope.foreign"):
            return None
        raise
