"""What is told of files while they travel and after it: values for a page, a badge and a command line."""

from dataclasses import dataclass

from fieldapp.errors import SyncError
from fieldapp.store.files.files_waiting import FilesWaiting, NamedFile


@dataclass(frozen=True)
class FilesProgress:
    """Where a lane is. `lane`: thumbnail, original; `way`: send, fetch. Bytes of the file that moved last; `named` says
    which record it is of, None where that is not known; `name` its SHA-256."""

    lane: str
    way: str
    named: NamedFile | None
    bytes_done: int
    bytes_total: int
    files_done: int
    files_total: int
    name: str = ""


@dataclass(frozen=True)
class FilesOutcome:
    """Files that travelled, thumbnails not counted; `refused` says of single files why they did not. What was cut goes
    on next time."""

    sent: int = 0
    received: int = 0
    refused: tuple[SyncError, ...] = ()
    cancelled: bool = False
    waiting: FilesWaiting | None = None
