"""The files part of a round: after the data, and only where something is due; what it moved in all tries of the round.

The rule it holds: a lane that has nothing to move costs no request.
"""

from collections.abc import Callable

from fieldapp.errors import SyncError
from fieldapp.store.vault import Vault
from fieldapp_sync.files.exchange import exchange_files
from fieldapp_sync.files.outcome import FilesProgress
from fieldapp_sync.files.thumbnail_lane import MakeThumbnail
from fieldapp_sync.rounds.outcome import Progress
from fieldapp_sync.wire import Connection


class FilesPart:
    """Files `sent` and `received` so far. `progress` counts the bytes of all files that moved in this round."""

    def __init__(
        self,
        vault: Vault,
        connection: Connection,
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
        make_thumbnail: MakeThumbnail | None,
    ) -> None:
        self._vault, self._connection = vault, connection
        self._progress, self._cancelled, self._make_thumbnail = progress, cancelled, make_thumbnail
        self._moved: dict[tuple[str, str, str], int] = {}
        self.sent = self.received = 0

    def exchange(self, lanes: tuple[str, ...]) -> tuple[SyncError, ...]:
        """Move what these lanes lack; returns why single files did not. Raises SyncError when the hub cannot be asked."""
        done = exchange_files(
            self._vault,
            self._connection,
            lanes=lanes,
            progress=self._tell,
            cancelled=self._cancelled,
            make_thumbnail=self._make_thumbnail,
        )
        self.sent += done.sent
        self.received += done.received
        return done.refused

    def _tell(self, told: FilesProgress) -> None:
        self._moved[told.lane, told.way, told.name] = told.bytes_done
        self._progress(Progress("files", told.files_done, told.files_total, sum(self._moved.values())))
