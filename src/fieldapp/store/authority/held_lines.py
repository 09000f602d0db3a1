"""Lines that wait for a person, as the table `review` keeps them: whole, each with its newline, in one zstd frame."""

from collections.abc import Iterable

import zstandard

from fieldapp.journal.stream import join_lines

_LEVEL = 9


def pack_held(lines: Iterable[bytes]) -> bytes:
    """Lines (without newlines) as the table keeps them."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(join_lines(lines))


def unpack_held(packed: bytes) -> bytes:
    """The lines that `pack_held` was given, each with its newline."""
    return zstandard.ZstdDecompressor().decompress(packed)
