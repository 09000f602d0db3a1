"""Whole lines packed into one run of bytes that says itself how: zstd, or over columns where there are enough of them.

A plain one is a zstd frame of the lines. One over columns (`columns`) is a mark, four bytes of the lines' size
(big-endian), and a zstd frame of the text. Nothing unseals to more than it says. Pure.
"""

import struct

import zstandard

from fieldapp.journal.columns import apart, fits, together

COLUMNS_FROM = 8_192
"""Bytes of lines from which columns pay."""
_MARK = b"k"
_HEAD = struct.Struct(">cI")
_MOST_WINDOW = 8 << 20
_SPARE = 4_096
"""Bytes that the text of columns may have beyond four times its lines, however odd they are."""
Known = zstandard.ZstdCompressionDict | None
"""What both ends know before the first byte."""


def seal(lines: bytes, level: int) -> bytes:
    """Lines, each with its newline, sealed at this level of zstd."""
    if len(lines) < COLUMNS_FROM or not fits(lines):
        return zstandard.ZstdCompressor(level=level).compress(lines)
    return sealed_columns(pack_columns(lines, level), len(lines))


def unseal(body: bytes) -> bytes:
    """The lines of what `seal` made. Raises ValueError, zstandard.ZstdError."""
    frame, size = columns_in(body)
    return unpack_columns(frame, size) if size else zstandard.ZstdDecompressor().decompress(body)


def sealed_columns(frame: bytes, size: int) -> bytes:
    """A frame of `pack_columns`, whose lines are `size` bytes, as `unseal` reads it."""
    return _HEAD.pack(_MARK, size) + frame


def columns_in(body: bytes) -> tuple[bytes, int]:
    """The frame of columns in something sealed, and the size of its lines; (b"", 0) where it is plain."""
    if not body.startswith(_MARK) or len(body) < _HEAD.size:
        return b"", 0
    return body[_HEAD.size :], _HEAD.unpack_from(body)[1]


def unsealed_size(body: bytes) -> int:
    """Bytes of the lines that something sealed says it holds; 0 where it does not say."""
    told = columns_in(body)[1]
    try:
        return told or max(0, zstandard.get_frame_parameters(body).content_size)
    except zstandard.ZstdError:
        return 0


def is_sealed(body: bytes, lines: bytes) -> bool:
    """Whether `unseal` reads this as these lines with nothing known before. Of columns, which were compared when they
    were unpacked, only the size is looked at; a plain frame is unsealed, for one that lacks its end is unpacked too."""
    frame, told = columns_in(body)
    try:
        said = zstandard.get_frame_parameters(frame or body)
        if said.dict_id or said.window_size > _MOST_WINDOW:
            return False
        return told == len(lines) if told else said.content_size == len(lines) and unseal(body) == lines
    except zstandard.ZstdError:
        return False


def pack_columns(lines: bytes, level: int, known: Known = None) -> bytes:
    """One zstd frame of the lines' columns, each piece in blocks of its own: digits, letters, Chinese are coded apart."""
    packer = zstandard.ZstdCompressor(
        level=level, dict_data=known, write_dict_id=False, write_content_size=False
    )
    pieces = apart(lines)
    making = packer.compressobj(size=sum(map(len, pieces)))
    out = []
    for at, piece in enumerate(pieces):
        if at:
            out.append(making.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK))
        out.append(making.compress(piece))
    return b"".join([*out, making.flush()])


def unpack_columns(frame: bytes, size: int, known: Known = None) -> bytes:
    """The lines, `size` bytes of them. Raises ValueError, zstandard.ZstdError."""
    return together(unpack_plain(frame, 4 * size + _SPARE, known), size)


def unpack_plain(frame: bytes, most: int, known: Known = None) -> bytes:
    """What a zstd frame holds; where that is more than `most` bytes, one byte more than these. Raises ZstdError."""
    with zstandard.ZstdDecompressor(dict_data=known, max_window_size=_MOST_WINDOW).stream_reader(
        frame
    ) as reader:
        found = bytes(reader.read(most))
        return found + bytes(reader.read(1))
