"""Files that are still arriving: each chunk durable, encrypted and named by its place before it is acknowledged.

They lie in `name.files/parts/<room>/<sha256>/<offset>-<length>-<size>.part`; the names are the list of what is here, so
nothing can disagree with it after a power cut. No backup takes them along. A hub has a room for each account: what one
sends spoils nothing another's. The rule it holds: no chunk is believed. Its place must fit the size first told, the
grid and what is held; the file exists only once the hash of all of it is right.
"""

import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fieldapp.store.faults import telling_faults
from fieldapp.store.files.attachment_folder import AttachmentFolder, is_digest, make_durable
from fieldapp.store.files.file_boxes import LARGEST_BOX, WrongBox, boxed_head
from fieldapp.store.files.file_chunks import Arrived, joined, missing_ranges, refuse_misplaced
from fieldapp.store.files.file_refusals import bad_chunk, overlapping, size_changed, wrong_hash
from fieldapp.store.replacing import replace_with

PART_DAYS = 30
"""A file of which nothing came for so long is begun anew."""
_DAY_MS = 86_400_000
_PIECE = re.compile(r"(\d{12})-(\d{12})-(\d{12})\.part")
_PARTS = "parts"


@dataclass(frozen=True)
class _Piece:
    offset: int
    length: int
    size: int
    path: Path


class PartialFiles:
    """The arriving files of one room. One object for all threads of a program: it lets them in one by one."""

    def __init__(self, files: AttachmentFolder, room: str = "own") -> None:
        self._files = files
        self._room = files.folder / _PARTS / room
        self._turn = threading.Lock()

    def held(self, digest: str) -> Arrived:
        """What is here of a file."""
        return _held(self._pieces(digest))

    def take(self, digest: str, size: int, offset: int, content: bytes) -> bool:
        """Keep a chunk durably; returns whether all of the file is here (then `finish`). What is here may come again.

        Raises SyncError file.too_large, file.bad_chunk (beyond the size, off the grid, empty), file.size_changed,
        file.overlap (it says otherwise than what is here); VaultError when the disk does not take it.
        """
        refuse_misplaced(size, offset, content)
        with self._turn:
            pieces = self._pieces(digest)
            if pieces and pieces[0].size != size:
                raise size_changed()
            for one in pieces:
                self._refuse_other(digest, one, offset, content)
            last = offset + len(content)
            for first, end in missing_ranges(size, _held(pieces), LARGEST_BOX):
                if (first := max(first, offset)) < (end := min(end, last)):
                    pieces.append(self._keep(digest, size, first, content[first - offset : end - offset]))
            if not size and not pieces:
                pieces.append(self._keep(digest, 0, 0, b""))
            return bool(pieces) and sum(one.length for one in pieces) == size

    def finish(self, digest: str) -> int:
        """Make the file of its chunks; returns its size in bytes. A second time nothing happens.

        Raises SyncError file.wrong_hash and throws all chunks away when they are not this file; file.bad_chunk when
        some are missing.
        """
        with self._turn:
            pieces = sorted(self._pieces(digest), key=lambda one: one.offset)
            if self._files.holds(digest):
                self._drop(digest)
                return self._files.size(digest)
            held = _held(pieces)
            if not pieces or held.bytes != held.size or sum(one.length for one in pieces) != held.size:
                raise bad_chunk()
            try:
                self._files.place(digest, self._joined(digest, held.size, pieces))
            except WrongBox as wrong:
                self._drop(digest)
                raise wrong_hash() from wrong
            self._drop(digest)
            return held.size

    def drop(self, digest: str) -> None:
        """Throw away what came of a file."""
        with self._turn:
            self._drop(digest)

    def all(self) -> dict[str, Arrived]:
        """Every file that is arriving, by its SHA-256."""
        names = [path.name for path in self._room.iterdir()] if self._room.is_dir() else []
        return {name: self.held(name) for name in sorted(names) if is_digest(name)}

    def sweep(self, now_ms: int) -> int:
        """Throw away the files of which nothing came for `PART_DAYS`, and those that are whole; returns how many."""
        taken = 0
        for digest in self.all():
            newest = max((one.path.stat().st_mtime for one in self._pieces(digest)), default=0.0)
            if self._files.holds(digest) or newest * 1000 < now_ms - PART_DAYS * _DAY_MS:
                self.drop(digest)
                taken += 1
        return taken

    def _folder(self, digest: str) -> Path:
        if not is_digest(digest):
            raise bad_chunk()
        return self._room / digest

    def _pieces(self, digest: str) -> list[_Piece]:
        found = []
        with telling_faults(), suppress(FileNotFoundError):
            for path in self._folder(digest).iterdir():
                if match := _PIECE.fullmatch(path.name):
                    offset, length, size = map(int, match.groups())
                    found.append(_Piece(offset, length, size, path))
        return found

    def _keep(self, digest: str, size: int, offset: int, content: bytes) -> _Piece:
        path = self._folder(digest) / f"{offset:012}-{len(content):012}-{size:012}.part"
        with telling_faults():
            make_durable(path.parent)
        replace_with(path, [self._files.boxes.seal(digest, size, offset, content)])
        return _Piece(offset, len(content), size, path)

    def _refuse_other(self, digest: str, piece: _Piece, offset: int, content: bytes) -> None:
        """What is here of a chunk may come again: then it must say the same."""
        first, last = max(offset, piece.offset), min(offset + len(content), piece.offset + piece.length)
        if first < last:
            held = self._opened(digest, piece)
            if (
                held is None
                or held[first - piece.offset : last - piece.offset] != content[first - offset : last - offset]
            ):
                raise overlapping()

    def _opened(self, digest: str, piece: _Piece) -> bytes | None:
        """What is in a chunk; None where the disk spoilt it."""
        with telling_faults(), suppress(WrongBox):
            return self._files.boxes.open(digest, piece.size, piece.offset, piece.path.read_bytes())
        return None

    def _joined(self, digest: str, size: int, pieces: list[_Piece]) -> Iterator[bytes]:
        """The file of boxes; raises WrongBox at its end when the hash is another one."""
        whole = sha256()
        yield boxed_head(size)
        for piece in pieces:
            with telling_faults():
                box = piece.path.read_bytes()
            whole.update(self._files.boxes.open(digest, size, piece.offset, box))
            if piece.length:
                yield box
        if whole.hexdigest() != digest:
            raise WrongBox

    def _drop(self, digest: str) -> None:
        shutil.rmtree(self._folder(digest), ignore_errors=True)


def drop_parts(files: AttachmentFolder, digest: str) -> None:
    """Throw away what came of a file, in every room."""
    for path in files.folder.glob(f"{_PARTS}/*/{digest}"):
        shutil.rmtree(path, ignore_errors=True)


def _held(pieces: list[_Piece]) -> Arrived:
    ranges = joined((piece.offset, piece.offset + piece.length) for piece in pieces)
    return Arrived(pieces[0].size if pieces else 0, ranges)
