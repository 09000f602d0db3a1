"""The body of a snapshot as it lies in its attachment: the canonical lines of a frozen year, packed."""

import zstandard

_LEVEL = 9
_LARGEST = 1 << 30
"""No more than this is unpacked: a damaged body must not fill the memory."""


def pack_body(lines: tuple[bytes, ...]) -> bytes:
    """Lines as the body of a snapshot."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(b"\n".join(lines))


def unpack_body(body: bytes) -> tuple[bytes, ...]:
    """The lines of a body. Raises zstandard.ZstdError."""
    return tuple(zstandard.ZstdDecompressor().decompress(body, max_output_size=_LARGEST).split(b"\n"))
