"""A base as it travels: its lines in one zstd frame, made and read in pieces; it never lies in memory whole."""

from collections.abc import Iterable, Iterator

import zstandard

from fieldapp.store.growing.bootstrap import damaged
from fieldapp.store.growing.parts import Part, line_of, part_of
from fieldapp.store.growing.writing import BaseWriter
from fieldapp.store.ledger import Ledger

PIECE = 65_536
LARGEST_LINE = 16 << 20
"""Bytes of one line when unpacked."""
_LEVEL, _WINDOW_LOG = 16, 20
"""A high level over a small window: columns repeat nearby, and 3 MB of memory do."""


def make_file(ledger: Ledger, scope: str, edition: str) -> Iterator[bytes]:
    """A village's base as pieces of a file, within one read transaction of the caller's."""
    packer = zstandard.ZstdCompressor(compression_params=_parameters()).compressobj()
    held = bytearray()
    for part in BaseWriter(ledger, scope, edition).parts():
        held += packer.compress(line_of(part) + b"\n")
        while len(held) >= PIECE:
            yield bytes(held[:PIECE])
            del held[:PIECE]
    yield bytes(held) + packer.flush()


def parts_in_file(pieces: Iterable[bytes]) -> Iterator[Part]:
    """The parts of a file, each as soon as its line is whole. Raises SyncError bootstrap.damaged."""
    unpacker = zstandard.ZstdDecompressor(max_window_size=1 << _WINDOW_LOG).decompressobj()
    held = bytearray()
    for piece in pieces:
        for at in range(0, len(piece), PIECE):
            try:
                held += unpacker.decompress(piece[at : at + PIECE])
            except (zstandard.ZstdError, EOFError) as wrong:
                raise damaged() from wrong
            *lines, rest = bytes(held).split(b"\n")
            held = bytearray(rest)
            if len(held) > LARGEST_LINE:
                raise damaged()
            for line in lines:
                yield _part(line)
    if held:
        raise damaged()


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
