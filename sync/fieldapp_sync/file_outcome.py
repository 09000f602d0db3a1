"""What is told of files while they travel and after it: values for a page, a badge and a command line."""

from dataclasses import dataclass

from fieldapp.errors import SyncError
from fieldapp.store.files_waiting import FilesWaiting, NamedFile
from fieldapp.texts import Texts


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
    """What travelled, in files; `refused` says of single files why they did not. What was cut goes on next time."""

    sent: int = 0
    received: int = 0
    thumbnails_sent: int = 0
    thumbnails_received: int = 0
    refused: tuple[SyncError, ...] = ()
    cancelled: bool = False
    waiting: FilesWaiting | None = None


def files_line(texts: Texts, progress: FilesProgress) -> str:
    """One line for a command line: files and bytes done."""
    done = {
        "done": progress.files_done,
        "total": progress.files_total,
        "kilobytes": progress.bytes_done // 1024,
        "size": progress.bytes_total // 1024,
    }
    if progress.way == "send":
        return texts(
            "Photos and files sent: {done} of {total}; of this one {kilobytes} of {size} KB.", **done
        )
    return texts("Photos and files fetched: {done} of {total}; of this one {kilobytes} of {size} KB.", **done)


def waiting_line(texts: Texts, waiting: FilesWaiting) -> str:
    """One line for a command line: originals that wait, with their bytes as far as known."""
    send, fetch = waiting.send["original"], waiting.fetch["original"]
    return texts(
        "Photos and files that wait: {send} to send ({send_kb} KB), {fetch} to fetch ({fetch_kb} KB).",
        send=send.files,
        send_kb=send.bytes // 1024,
        fetch=fetch.files,
        fetch_kb=fetch.bytes // 1024,
    )
