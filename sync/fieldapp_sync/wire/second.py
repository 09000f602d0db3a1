"""Protocol 2 at /v2: one small hello, pushes that are stored while they travel, all scopes pulled in one reply."""

from collections.abc import Iterable, Iterator

import msgspec

from fieldapp.journal.commit import Vector
from fieldapp_sync.messages import (
    NO_BASES,
    SHORT,
    Digests,
    HelloReply,
    PullAll,
    PullEnd,
    PushReply,
    Vectors,
    VectorsReply,
)
from fieldapp_sync.rounds.arriving import Arriving
from fieldapp_sync.rounds.link import Pace
from fieldapp_sync.segments.frames import Carried, History, put_frame, read_carried, read_frames
from fieldapp_sync.segments.heading import is_segment
from fieldapp_sync.segments.packing import WindowMissing, bad_segment, without_history, words
from fieldapp_sync.station.messages import LaptopState, state_word
from fieldapp_sync.wire.connection import Connection
from fieldapp_sync.wire.replies import read_reply


class SecondTalk:
    """See `talk.Talk`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def hello(self, root: str, tag: str, state: LaptopState | None = None) -> HelloReply | None:
        """32 bytes, a short word and the laptop's state; nothing comes back when there is nothing to say."""
        told = tag + (state_word(state) if state else "")
        body = self._connection.send("POST", "/v2/hello", bytes.fromhex(root) + told.encode())
        return read_reply(body, HelloReply, self._connection.url) if body else None

    def vectors(self, digests: dict[str, str]) -> Vectors:
        """Short digests tell the scopes apart."""
        short = {scope: digest[:SHORT] for scope, digest in digests.items()}
        return self._connection.ask("/v2/vectors", Digests(short), VectorsReply).vectors

    def push(self, frames: Iterable[bytes]) -> PushReply:
        """One request, its body made while it travels, or before where all frames are here: that spares some bytes."""
        told = map(put_frame, frames)
        body = self._connection.send("POST", "/v2/push", b"".join(told) if isinstance(frames, list) else told)
        return read_reply(body, PushReply, self._connection.url)

    def pull(
        self, held: Vectors, pace: Pace, history: History | None = None, bases: Vector = NO_BASES
    ) -> Iterator[Carried | PullEnd | None]:
        """One request for all scopes. Raises SyncError sync.cut when the last frame is missing."""
        read = words() if history else without_history(words())
        packs = () if set(self._connection.packs) <= set(read) else read
        # The segment that reaches half of what is wanted at once ends the reply: so one of usual size does, not two.
        most = pace.reply // 2
        asked = msgspec.json.encode(PullAll(held, pace.segment, pace.level, packs, most, dict(bases)))
        with self._connection.streaming("POST", "/v2/pull", asked) as reply:
            for item in Arriving(map(_ahead, read_frames(reply))):
                # With a window it is read where the log may be asked.
                yield read_carried(item, history) if isinstance(item, bytes) else item


def _ahead(content: bytes) -> Carried | PullEnd | bytes:
    """What a frame holds, or the frame itself where that takes the lines before it."""
    if not is_segment(content):
        return _end(content)
    try:
        return read_carried(content)
    except WindowMissing:
        return content


def _end(content: bytes) -> PullEnd:
    try:
        return msgspec.json.decode(content, type=PullEnd)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as wrong:
        raise bad_segment() from wrong
