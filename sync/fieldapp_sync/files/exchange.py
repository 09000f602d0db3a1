"""The files of a round: after the data thumbnails, then originals, several in flight, each resumed where it was cut.

Originals travel by LAN or USB unless the vault says otherwise (`originals_anywhere` in its meta table); a form's sheet
is small and no picture, and goes on any link. The rule it holds: tables are written by this thread alone, once a file
lies whole and right in its folder.
"""

from collections.abc import Callable, Collection
from contextlib import suppress

from fieldapp.store.files.attachment_places import LANES, ORIGINALS, THUMBNAILS
from fieldapp.store.files.attachments import folder_of
from fieldapp.store.files.files_waiting import files_waiting
from fieldapp.store.files.partial_files import PartialFiles
from fieldapp.store.vault import Vault
from fieldapp_sync.files.hub_files import HubFiles
from fieldapp_sync.files.moving import Moving
from fieldapp_sync.files.original_lane import OriginalLane
from fieldapp_sync.files.outcome import FilesOutcome, FilesProgress
from fieldapp_sync.files.thumbnail_lane import MakeThumbnail, ThumbnailLane
from fieldapp_sync.files.transfer import Stopped
from fieldapp_sync.files.whole import exchange_whole
from fieldapp_sync.messages import PROTOCOL
from fieldapp_sync.wire import Connection


def exchange_files(
    vault: Vault,
    connection: Connection,
    *,
    lanes: Collection[str] = LANES,
    progress: Callable[[FilesProgress], None] = lambda progress: None,
    cancelled: Callable[[], bool] = lambda: False,
    make_thumbnail: MakeThumbnail | None = None,
) -> FilesOutcome:
    """Send and fetch what these lanes lack. A second call has nothing to do.

    Raises SyncError when the link or the hub fails; VaultError when this disk does. What has travelled stays.
    """
    if connection.protocol < PROTOCOL:
        return exchange_whole(vault, connection, progress, cancelled)
    PartialFiles(folder_of(vault)).sweep(vault.clock())
    moving = Moving(vault, progress, cancelled)
    hub = HubFiles(connection, moving.stop_if_asked)
    stopped = True
    with suppress(Stopped):
        if THUMBNAILS in lanes:
            thumbnails = ThumbnailLane(vault, connection, hub, moving, make_thumbnail)
            thumbnails.send()
            thumbnails.fetch()
        if lanes:
            originals = OriginalLane(vault, connection, hub, moving, sheets_only=ORIGINALS not in lanes)
            originals.send()
            originals.fetch()
        stopped = False
    return FilesOutcome(
        moving.count(ORIGINALS, "send"),
        moving.count(ORIGINALS, "fetch"),
        tuple(moving.refused),
        stopped,
        files_waiting(vault),
    )
