"""How a segment's lines are packed: zstd, zstd with the trained dictionary, or gzip where a peer has no zstd.

Each way is a word in the segment's header: "" zstd alone, "gzip", `d<id>` the dictionary of that id, and "w" zstd with
what came before in the same request as its window, so that small segments cost hardly more than large ones. A peer names
the words it reads; one that lacks the dictionary is sent plain zstd. Nothing unpacks to more than it said.
"""

import zlib
from collections.abc import Collection
from functools import cache

import zstandard

from fieldapp.errors import SyncError
from fieldapp.resources import resource

MAX_LINES = 8 << 20
"""Bytes of the lines of one segment when unpacked."""
ZSTD, GZIP, WINDOW = "", "gzip", "w"
WINDOW_BYTES = 131_072
DICTIONARY_LIMIT, QUICK_LIMIT = 65_536, 8_192
"""Above this many bytes a segment's own lines teach zstd more than the dictionary does; sooner at the quick levels."""
_QUICK = 3
_USUAL_LEVEL = 9


def words() -> tuple[str, ...]:
    """The packings that this version reads and writes."""
    found = _dictionary()
    return (ZSTD, GZIP, WINDOW) if found is None else (ZSTD, GZIP, WINDOW, _word(found))


def seen_after(window: bytes, lines: bytes) -> bytes:
    """The window of the next segment of a request."""
    return (window + lines)[-WINDOW_BYTES:]


def choose(theirs: Collection[str], size: int, level: int, window: bytes = b"") -> str:
    """The best packing for `size` bytes of lines at a level of zstd that a peer with these words reads."""
    found = _dictionary()
    if level > _QUICK and len(window) >= QUICK_LIMIT and WINDOW in theirs:
        return WINDOW
    limit = DICTIONARY_LIMIT if level > _QUICK else QUICK_LIMIT
    if found is not None and size <= limit and _word(found) in theirs:
        return _word(found)
    return ZSTD if ZSTD in theirs or GZIP not in theirs else GZIP


def pack(lines: bytes, word: str = ZSTD, level: int = _USUAL_LEVEL, window: bytes = b"") -> bytes:
    """The lines packed; `level` is zstd's."""
    if word == GZIP:
        return zlib.compress(lines, 9, wbits=31)
    found = _known(word, window)
    if found is None:
        return zstandard.ZstdCompressor(level=level).compress(lines)
    packer = zstandard.ZstdCompressor(
        level=level, dict_data=found, write_dict_id=False, write_content_size=False
    )
    return packer.compress(lines)


def unpack(body: bytes, word: str, size: int, window: bytes = b"") -> bytes:
    """Lines that must be exactly `size` bytes, at most `MAX_LINES`. Raises SyncError sync.bad_segment."""
    if not 0 < size <= MAX_LINES or word not in words():
        raise bad_segment()
    try:
        lines = _gunzip(body, size) if word == GZIP else _unzstd(body, size, _known(word, window))
    except (zstandard.ZstdError, zlib.error) as wrong:
        raise bad_segment() from wrong
    if len(lines) != size:
        raise bad_segment()
    return lines


def _unzstd(body: bytes, size: int, known: zstandard.ZstdCompressionDict | None) -> bytes:
    with zstandard.ZstdDecompressor(dict_data=known, max_window_size=MAX_LINES).stream_reader(body) as reader:
        lines = reader.read(size)
        return lines + reader.read(1)


def _known(word: str, window: bytes) -> zstandard.ZstdCompressionDict | None:
    """What both ends know before the first byte."""
    if word == WINDOW:
        return zstandard.ZstdCompressionDict(window, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    return _dictionary() if word else None


def _gunzip(body: bytes, size: int) -> bytes:
    reader = zlib.decompressobj(wbits=31)
    lines = reader.decompress(body, size + 1)
    return lines if reader.eof else b""


def _word(found: zstandard.ZstdCompressionDict) -> str:
    return f"d{found.dict_id():x}"


@cache
def _dictionary() -> zstandard.ZstdCompressionDict | None:
    try:
        return zstandard.ZstdCompressionDict(resource("sync", "commits.zdict").read_bytes())
    except FileNotFoundError:
        return None


def bad_segment() -> SyncError:
    """The refusal of bytes that are no segment."""
    return SyncError(
        "sync.bad_segment",
        "A part of the data arrived damaged and was not used. Sync again; if it comes back, tell your station.",
    )
