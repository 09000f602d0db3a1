"""Segments as bytes, the same on HTTP and in a bundle: a header line, a packed body, its length and SHA-256.

A frame is four bytes of length (big-endian) and that many bytes. A short frame, a wrong hash or a body that unpacks to
more than it says is refused before anything of it is used.
"""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from fieldapp.errors import SyncError
from fieldapp.journal.bounds import MOST_OF_SEGMENT, parts_of
from fieldapp.journal.columns import MOST_LINES
from fieldapp.journal.stream import Segment
from fieldapp.keys.attestations import LAST_SEQ
from fieldapp.store.ledger import stream_id
from fieldapp_sync.segments.heading import BRIEF_HASH, Header, brief_of, line_of, read_heading
from fieldapp_sync.segments.packing import MAX_LINES as MAX_LINES
from fieldapp_sync.segments.packing import (
    WITH_HISTORY,
    WindowMissing,
    as_kept,
    bad_segment,
    pack,
    to_keep,
    unpack,
)

MAX_FRAME = 2 << 20
"""Bytes of one frame as it travels."""
_LEVEL = 9
History = Callable[[str, int, int], bytes]
"""The lines of a stream from a sequence to another, as they are here; b"" where they are not."""
_LENGTH = struct.Struct(">I")


class Readable(Protocol):
    """Anything that gives up to `size` bytes; fewer only at its end."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, b"" at the end."""


@dataclass(frozen=True)
class Carried:
    """A segment as it came, in `size` bytes. `by` names the signer's key, `sig` is the signature over its head; both ""
    where unsigned."""

    segment: Segment
    by: str = ""
    sig: str = ""
    size: int = 0


def pack_segment(
    segment: Segment,
    *,
    by: str = "",
    sig: str = "",
    word: str = "",
    level: int = _LEVEL,
    window: bytes = b"",
    after: int = 0,
    brief: bool = False,
) -> bytes:
    """A segment as the content of a frame, its lines packed as `packing` has it for `word` and `level`, or as they are
    kept where that is packed so already and nothing better was asked for. `window` are the lines of the stream from
    `after` up to the segment, for the words that want them; `brief`: with a header in bytes (`heading`)."""
    header = Header(
        segment.stream,
        segment.replica,
        segment.scope,
        segment.first,
        segment.last,
        len(segment.lines),
        sha256(segment.lines).hexdigest(),
        word,
        by,
        sig,
        after if word in WITH_HISTORY else 0,
    )
    body = as_kept(segment.packed, word) if level <= _LEVEL else b""
    return (brief_of if brief else line_of)(header) + (body or pack(segment.lines, word, level, window))


def read_carried(content: bytes, history: History | None = None) -> Carried:
    """The segment of a frame with its signature, which is not checked here.

    Never unpacks more than `packing.MAX_LINES`. Raises SyncError sync.bad_segment, and WindowMissing where it cannot be
    read with what `history` holds.
    """
    header, body = read_heading(content)
    if not 0 < header.first <= header.last <= min(LAST_SEQ, header.first + MOST_LINES - 1):
        raise bad_segment()
    if header.pack in WITH_HISTORY:
        window = history(header.stream, header.after, header.first - 1) if history else b""
        if not window:
            raise WindowMissing(header.stream)
        try:
            lines = _lines(header, body, window)
        except SyncError as wrong:
            # An erasure that is known at one end only leaves the two windows unlike.
            raise WindowMissing(header.stream) from wrong
    else:
        lines = _lines(header, body, b"")
    packed = to_keep(body, header.pack, len(lines))
    segment = Segment(header.stream, header.replica, header.scope, header.first, header.last, lines, packed)
    return Carried(segment, header.by, header.sig, len(content))


def _lines(header: Header, body: bytes, window: bytes) -> bytes:
    lines = unpack(body, header.pack, header.bytes, window)
    told = sha256(lines).hexdigest()
    if (
        header.sha256 not in (told, told[:BRIEF_HASH])
        or lines.count(b"\n") != header.last - header.first + 1
        or not lines.endswith(b"\n")
        or header.stream != stream_id(header.replica, header.scope)
        or (len(lines) > MOST_OF_SEGMENT and lines.count(b"\n") > 1 and parts_of(lines) > MOST_OF_SEGMENT)
    ):
        raise bad_segment()
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


def cut_short() -> SyncError:
    """The connection ended in the middle of a part; the parts before it are kept."""
    return SyncError(
        "sync.cut", "The connection was cut. What had arrived is kept; sync again and it goes on from there."
    )
