"""A base as it travels: its lines in one zstd frame, made and read in pieces; it never lies in memory whole."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import IO, cast

import zstandard

from fieldapp.store.growing.bootstrap import damaged
from fieldapp.store.growing.parts import Head, Part, Rows, line_of, part_of
from fieldapp.store.growing.pieces import Manifest

PIECE = 65_536
LARGEST_LINE = 16 << 20
"""Bytes of one line when unpacked."""
_MOST_RATIO = 400
"""Bytes that a packed byte may become: the rows of a village in which nobody has said anything become fifty."""
_LEVEL, _WINDOW_LOG = 16, 20
"""A high level over a small window: columns repeat nearby, and 3 MB of memory do."""


class BaseFile:
    """A base that is being made a file: `pieces` once, then what a manifest says of it. `parts` within one read
    transaction of the caller's."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = parts
        self._told, self._bytes, self._rows = sha256(), 0, 0
        self._lists: dict[str, None] = {}
        self._head: Head | None = None

    def pieces(self) -> Iterator[bytes]:
        """Its bytes, `PIECE` at a time."""
        packer = zstandard.ZstdCompressor(compression_params=_parameters()).compressobj()
        held = bytearray()
        for part in self._parts:
            self._note(part)
            held += packer.compress(line_of(part) + b"\n")
            while len(held) >= PIECE:
                yield self._counted(bytes(held[:PIECE]))
                del held[:PIECE]
        yield self._counted(bytes(held) + packer.flush())

    def manifest(self, erased: int) -> Manifest:
        """Of the whole file, unsigned. `erased`: how many erasures of the village it knows."""
        if self._head is None:
            raise ValueError("a file that was not made yet")
        vector = {stream: seq for stream, _, seq, _ in self._head.streams if seq}
        lists = tuple(self._lists)
        return Manifest(
            self._head.scope, self._told.hexdigest(), self._bytes, self._rows, lists, vector, erased
        )

    def _note(self, part: Part) -> None:
        if isinstance(part, Head):
            self._head = part
        elif isinstance(part, Rows):
            self._rows += len(part.i)
            self._lists[part.l] = None

    def _counted(self, piece: bytes) -> bytes:
        self._told.update(piece)
        self._bytes += len(piece)
        return piece


def parts_in_file(pieces: Iterable[bytes]) -> Iterator[Part]:
    """The parts of a file, each as soon as its line is whole; never more than a line and a piece are unpacked in memory.
    Raises SyncError bootstrap.damaged."""
    source = _Source(pieces)
    unpacker = zstandard.ZstdDecompressor(max_window_size=1 << _WINDOW_LOG).stream_reader(
        cast("IO[bytes]", source)
    )
    held, unpacked = bytearray(), 0
    while chunk := _read(unpacker):
        unpacked += len(chunk)
        if unpacked > LARGEST_LINE + _MOST_RATIO * source.bytes:
            raise damaged()
        *lines, rest = chunk.split(b"\n")
        for line in lines:
            held += line
            yield _part(bytes(held))
            held.clear()
        held += rest
        if len(held) > LARGEST_LINE:
            raise damaged()
    if held:
        raise damaged()


class _Source:
    """Pieces as something to read from. `bytes` counts what was read."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._held = b""
        self.bytes = 0

    def read(self, size: int) -> bytes:
        """Up to `size` bytes, b"" at the end."""
        while not self._held:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._held = piece
        some, self._held = self._held[:size], self._held[size:]
        self.bytes += len(some)
        return some


def _read(unpacker: zstandard.ZstdDecompressionReader) -> bytes:
    try:
        return unpacker.read(PIECE)
    except zstandard.ZstdError as wrong:
        raise damaged() from wrong


def _parameters() -> zstandard.ZstdCompressionParameters:
    tables = _WINDOW_LOG - 2
    return zstandard.ZstdCompressionParameters.from_level(
        _LEVEL, window_log=_WINDOW_LOG, hash_log=tables, chain_log=tables
    )


def _part(line: bytes) -> Part:
    try:
        return part_of(line)
    except ValueError as wrong:
        raise damaged() from wrong
