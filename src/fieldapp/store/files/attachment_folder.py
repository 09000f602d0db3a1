"""Files encrypted on the disk, named by the SHA-256 of what is in them.

A file holds a magic word, the id of its algorithm and its boxes (`file_boxes`). It is durable before any row names it.
"""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from fieldapp.errors import RegisterError
from fieldapp.store.faults import telling_faults
from fieldapp.store.files.file_boxes import (
    BOXED,
    MAGIC,
    THUMBNAIL,
    WHOLE,
    Boxes,
    WrongBox,
    boxed_head,
    boxes_of,
    size_after_kind,
)
from fieldapp.store.replacing import replace_with, sync_folder

_DIGEST = re.compile("[0-9a-f]{64}")
_BOX = 256 << 10
_WHOLE_HEAD = len(MAGIC) + len(WHOLE)
_WHOLE_EXTRA = _WHOLE_HEAD + 12 + 16


def is_digest(name: str) -> bool:
    """Whether this is a SHA-256 as hex."""
    return _DIGEST.fullmatch(name) is not None


def make_durable(folder: Path) -> None:
    """The folder, and its entry in the folders above: a file in it is only as durable as the way to it."""
    if folder.exists():
        return
    make_durable(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


class AttachmentFolder:
    """The encrypted files of one vault or archive; knows nothing of its tables."""

    def __init__(self, folder: Path, file_key: bytes) -> None:
        self.folder = folder
        self.boxes = Boxes(file_key)

    def write(self, data: bytes) -> str:
        """Keep data durably; returns its SHA-256 as hex. Writing it again makes it young, no more."""
        digest = sha256(data).hexdigest()
        if self.holds(digest):
            with telling_faults():
                self._path(digest).touch()  # Wanted again: `sweeping` counts its age from now.
        else:
            self.place(digest, self._sealed(digest, data))
        return digest

    def place(self, digest: str, boxed: Iterable[bytes]) -> None:
        """Keep a file of boxes sealed already. Raises VaultError and what `boxed` raises; then nothing is kept."""
        path = self._path(digest)
        with telling_faults():
            make_durable(path.parent)
        replace_with(path, boxed)

    def read(self, digest: str) -> bytes:
        """The data. Raises RegisterError attachment.missing, attachment.damaged."""
        return self._read(digest, 0, None)

    def read_part(self, digest: str, first: int, last: int) -> bytes:
        """The bytes from `first` to before `last`, fewer at the file's end. Raises as `read`."""
        return self._read(digest, first, last)

    def size(self, digest: str) -> int:
        """How many bytes the file has, by its head. Raises as `read`."""
        try:
            with telling_faults(), self._path(digest).open("rb") as file:
                if file.read(_WHOLE_HEAD) == MAGIC + BOXED:
                    return size_after_kind(file)
                return self._path(digest).stat().st_size - _WHOLE_EXTRA
        except (FileNotFoundError, ValueError) as gone:
            raise _missing() from gone

    def holds(self, digest: str) -> bool:
        """Whether the file is here."""
        return self._path(digest).exists()

    def remove(self, digest: str) -> None:
        """Take a file away, with its thumbnail and what came of it; none there is well too."""
        # Late: what is arriving is kept by a module over this one.
        from fieldapp.store.files.partial_files import drop_parts

        with telling_faults():
            self._path(digest).unlink(missing_ok=True)
        self.remove_thumbnail(digest)
        drop_parts(self, digest)

    def write_thumbnail(self, digest: str, content: bytes) -> None:
        """Keep the small picture of a file durably."""
        path = self._thumbnail(digest)
        with telling_faults():
            make_durable(path.parent)
        replace_with(path, [self.boxes.seal_thumbnail(digest, content)])

    def read_thumbnail(self, digest: str) -> bytes | None:
        """The small picture of a file; None where none is here or it is damaged."""
        try:
            with telling_faults():
                content = self._thumbnail(digest).read_bytes()
            return self.boxes.open_whole(THUMBNAIL, digest, content)
        except (FileNotFoundError, ValueError):
            return None

    def remove_thumbnail(self, digest: str) -> None:
        """Take the small picture of a file away; none there is well too."""
        with telling_faults():
            self._thumbnail(digest).unlink(missing_ok=True)

    def _sealed(self, digest: str, data: bytes) -> Iterator[bytes]:
        yield boxed_head(len(data))
        for at in range(0, len(data), _BOX):
            yield self.boxes.seal(digest, len(data), at, data[at : at + _BOX])

    def _read(self, digest: str, first: int, last: int | None) -> bytes:
        try:
            with telling_faults(), self._path(digest).open("rb") as file:
                if (head := file.read(_WHOLE_HEAD)) != MAGIC + BOXED:
                    return self.boxes.open_whole(WHOLE, digest, head + file.read())[first:last]
                size = size_after_kind(file)
                end = size if last is None else min(last, size)
                content = bytearray()
                start = None
                for at, box in boxes_of(file, size, first, end):
                    start = at if start is None else start
                    content += self.boxes.open(digest, size, at, box)
                skipped = first - (start or 0)
                del content[skipped + max(0, end - first) :], content[:skipped]
                return bytes(content)
        except WrongBox as wrong:
            raise RegisterError(
                "attachment.damaged", "This photo or file is damaged. Restore it from a backup or sync again."
            ) from wrong
        except (FileNotFoundError, ValueError) as gone:
            raise _missing() from gone

    def _path(self, digest: str) -> Path:
        if not is_digest(digest):
            raise ValueError("not a SHA-256")
        return self.folder / digest[:2] / digest

    def _thumbnail(self, digest: str) -> Path:
        path = self._path(digest)
        return path.with_name(f"{path.name}.thumb")


def _missing() -> RegisterError:
    return RegisterError(
        "attachment.missing", "This photo or file has not arrived on this computer yet. Sync first."
    )
