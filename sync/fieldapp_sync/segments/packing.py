"""How a segment's lines are packed: zstd, zstd with the trained dictionary, or gzip where a peer has no zstd.

Each way is a word in the segment's header: "" zstd alone, "gzip", `d<id>` the dictionary of that id, "k" zstd over
columns (`columns`), and "h" or "kh" the same with the stream's own lines before the segment as a window, which both ends
hold: small segments then cost hardly more than large ones. A peer names the words it reads. Nothing unpacks to more than
it said.
"""

import zlib
from collections.abc import Collection
from functools import cache

import zstandard

from fieldapp.errors import SyncError
from fieldapp.journal.bounds import LONGEST_LINE
from fieldapp.journal.columns import apart
from fieldapp.journal.sealed import (
    COLUMNS_FROM,
    Known,
    columns_in,
    pack_columns,
    sealed_columns,
    unpack_columns,
    unpack_plain,
)
from fieldapp.resources import resource

MAX_LINES = LONGEST_LINE + (512 << 10)
"""Bytes of the lines of one segment when unpacked: the longest line, and what stands before it."""
ZSTD, GZIP, COLUMNS, HISTORY, COLUMNS_AFTER_HISTORY = "", "gzip", "k", "h", "kh"
WITH_HISTORY = (HISTORY, COLUMNS_AFTER_HISTORY)
WINDOW_BYTES, WINDOW_FOR = 65_536, 98_304
"""Bytes of a window at most; a segment above the second number teaches zstd enough by itself."""
_USUAL_LEVEL = 9


class WindowMissing(Exception):
    """The lines before a segment of `stream` are not here, or not as the sender has them: it must send without."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.stream = stream


def words() -> tuple[str, ...]:
    """The packings that this version reads and writes."""
    found = _dictionary()
    return (ZSTD, GZIP, COLUMNS, *WITH_HISTORY, *(() if found is None else (_word(found),)))


def without_history(packs: Collection[str]) -> tuple[str, ...]:
    """Those of a peer's words for which nothing before the segment is needed."""
    return tuple(word for word in packs if word not in WITH_HISTORY)


def choose(theirs: Collection[str], size: int, window: bytes = b"", *, in_columns: bool = True) -> str:
    """The best packing for `size` bytes of lines that a peer with these words reads; not `in_columns`: the lines have
    more pieces than a reader of columns takes."""
    found = _dictionary()
    wanted = []
    if window and size <= WINDOW_FOR:
        wanted += [COLUMNS_AFTER_HISTORY] if size >= COLUMNS_FROM else [HISTORY]
    if size >= COLUMNS_FROM and in_columns:
        wanted += [COLUMNS]
    if found is not None and size < WINDOW_BYTES:
        wanted += [_word(found)]
    wanted += [ZSTD, GZIP]
    return next((word for word in wanted if word in theirs), ZSTD)


def pack(lines: bytes, word: str = ZSTD, level: int = _USUAL_LEVEL, window: bytes = b"") -> bytes:
    """The lines packed; `level` is zstd's, `window` the lines that stand before them."""
    if word == GZIP:
        return zlib.compress(lines, 9, wbits=31)
    if word == ZSTD:
        return zstandard.ZstdCompressor(level=level).compress(lines)
    known = _known(word, window)
    if _is_columns(word):
        return pack_columns(lines, level, known)
    return zstandard.ZstdCompressor(
        level=level, dict_data=known, write_dict_id=False, write_content_size=False
    ).compress(lines)


def unpack(body: bytes, word: str, size: int, window: bytes = b"") -> bytes:
    """Lines that must be exactly `size` bytes, at most `MAX_LINES`. Raises SyncError sync.bad_segment."""
    if not 0 < size <= MAX_LINES or word not in words():
        raise bad_segment()
    try:
        if word == GZIP:
            lines = _gunzip(body, size)
        elif _is_columns(word):
            lines = unpack_columns(body, size, _known(word, window))
        else:
            lines = unpack_plain(body, size, _known(word, window))
    except (zstandard.ZstdError, zlib.error, ValueError) as wrong:
        raise bad_segment() from wrong
    if len(lines) != size:
        raise bad_segment()
    return lines


def as_kept(sealed: bytes, word: str) -> bytes:
    """The frame of this word in what a log keeps sealed, b"" where it is none."""
    frame, _ = columns_in(sealed)
    return {ZSTD: b"" if frame else sealed, COLUMNS: frame}.get(word, b"")


def to_keep(body: bytes, word: str, size: int) -> bytes:
    """A body of this word as a log keeps it sealed, b"" where it has to be packed anew."""
    return {ZSTD: body, COLUMNS: sealed_columns(body, size)}.get(word, b"")


def _known(word: str, window: bytes) -> Known:
    """What both ends know before the first byte."""
    if word in WITH_HISTORY:
        text = b"".join(apart(window)) if _is_columns(word) else window
        return zstandard.ZstdCompressionDict(text, dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    return _dictionary() if word.startswith("d") else None


def _is_columns(word: str) -> bool:
    return word in (COLUMNS, COLUMNS_AFTER_HISTORY)


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
