"""Segments as bytes, the same on HTTP and in a bundle: a header line, a zstd body, its length and SHA-256.

A frame is four bytes of length (big-endian) and that many bytes. A short frame, a wrong hash or a body that unpacks to
more than it says is refused before anything of it is used.
"""

import struct
from collections.abc import Iterator
from hashlib import sha256
from typing import Protocol

import msgspec
import zstandard

from fieldapp.errors import SyncError
from fieldapp.journal.stream import Segment
from fieldapp.store.ledger import stream_id

MAX_FRAME = 2 << 20
"""Bytes of one frame as it travels."""
MAX_LINES = 8 << 20
"""Bytes of the lines of one segment when unpacked."""
_LEVEL = 9
_LENGTH = struct.Struct(">I")


class Readable(Protocol):
    """Anything that gives up to `size` bytes; fewer only at its end."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, b"" at the end."""


class _Header(msgspec.Struct, frozen=True):
    stream: str
    replica: str
    scope: str
    first: int
    last: int
    bytes: int
    sha256: str


def pack_segment(segment: Segment) -> bytes:
    """A segment as the content of a frame."""
    header = _Header(
        segment.stream,
        segment.replica,
        segment.scope,
        segment.first,
        segment.last,
        len(segment.lines),
        sha256(segment.lines).hexdigest(),
    )
    return (
        msgspec.json.encode(header) + b"\n" + zstandard.ZstdCompressor(level=_LEVEL).compress(segment.lines)
    )


def unpack_segment(content: bytes) -> Segment:
    """The segment of a frame. Raises SyncError sync.bad_segment; never unpacks more than `MAX_LINES`."""
    head, newline, body = content.partition(b"\n")
    try:
        header = msgspec.json.decode(head, type=_Header)
    except (msgspec.MsgspecError, UnicodeDecodeError) as wrong:
        raise bad_segment() from wrong
    lines = unpack_bounded(body, header.bytes) if newline else b""
    if (
        not 0 < header.first <= header.last
        or sha256(lines).hexdigest() != header.sha256
        or lines.count(b"\n") != header.last - header.first + 1
        or not lines.endswith(b"\n")
        or header.stream != stream_id(header.replica, header.scope)
    ):
        raise bad_segment()
    return Segment(header.stream, header.replica, header.scope, header.first, header.last, lines)


def unpack_bounded(body: bytes, size: int) -> bytes:
    """A zstd body that must unpack to exactly `size` bytes, at most `MAX_LINES`. Raises SyncError sync.bad_segment."""
    if not 0 < size <= MAX_LINES:
        raise bad_segment()
    try:
        with zstandard.ZstdDecompressor(max_window_size=MAX_LINES).stream_reader(body) as reader:
            lines = reader.read(size)
            if len(lines) != size or reader.read(1):
                raise bad_segment()
    except zstandard.ZstdError as wrong:
        raise bad_segment() from wrong
    return lines


def put_frame(content: bytes) -> bytes:
    """The content with its length before it."""
    return _LENGTH.pack(len(content)) + content


def read_frames(source: Readable) -> Iterator[bytes]:
    """The frames of a source, each as soon as it is whole. Raises SyncError sync.cut, sync.bad_segment."""
    while head := source.read(_LENGTH.size):
        if len(head) < _LENGTH.size:
            raise cut_short()
        (length,) = _LENGTH.unpack(head)
        if length > MAX_FRAME:
            raise bad_segment()
        content = source.read(length)
        if len(content) < length:
            raise cut_short()
        yield content


class FrameBuffer:
    """Frames out of chunks of any size, for a source that hands over instead of being asked."""

    def __init__(self) -> None:
        self._held = bytearray()

    def take(self, chunk: bytes) -> Iterator[bytes]:
        """The frames that this chunk completes. Raises SyncError sync.bad_segment for one that says it is too long."""
        self._held += chunk
        while len(self._held) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._held)
            if length > MAX_FRAME:
                raise bad_segment()
            if len(self._held) < _LENGTH.size + length:
                return
            content = bytes(self._held[_LENGTH.size : _LENGTH.size + length])
            del self._held[: _LENGTH.size + length]
            yield content

    @property
    def pending(self) -> bool:
        """Whether the source ended in mid-frame."""
        return bool(self._held)


def bad_segment() -> SyncError:
    """The refusal of bytes that are no segment."""
    return SyncError(
        "sync.bad_segment",
        "A part of the data arrived damaged and was not used. Sync again; if it comes back, tell your station.",
    )


def cut_short() -> SyncError:
    """The connection ended in the middle of a part; the parts before it are kept."""
    return SyncError(
        "sync.cut", "The connection was cut. What had arrived is kept; sync again and it goes on from there."
    )
