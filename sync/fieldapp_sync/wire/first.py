"""Protocol 1 at /v1, for a hub of the first release: pushes in small requests, pulls scope by scope, no signatures."""

from collections.abc import Iterable, Iterator

import msgspec

from fieldapp.journal.commit import Vector
from fieldapp_sync.messages import (
    NO_BASES,
    Digests,
    HelloReply,
    PullEnd,
    PullRequest,
    PushReply,
    StateReply,
    Vectors,
    VectorsReply,
)
from fieldapp_sync.rounds.link import Pace
from fieldapp_sync.segments.frames import Carried, History, put_frame, read_carried, read_frames
from fieldapp_sync.station.messages import LaptopState
from fieldapp_sync.wire.connection import Connection


class FirstTalk:
    """See `talk.Talk`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def hello(self, root: str, tag: str, state: LaptopState | None = None) -> HelloReply | None:
        """No request: whether there is something to say is asked of that hub by its vectors."""
        return HelloReply(tag, protocol=1)

    def vectors(self, digests: dict[str, str]) -> Vectors:
        """Whole digests."""
        return self._connection.ask("/v1/vectors", Digests(digests), VectorsReply).vectors

    def push(self, frames: Iterable[bytes]) -> PushReply:
        """One request of its own; the first release reads a body of known length only."""
        body = b"".join(map(put_frame, frames))
        return self._connection.ask("/v1/push", body, PushReply)

    def pull(
        self, held: Vectors, pace: Pace, history: History | None = None, bases: Vector = NO_BASES
    ) -> Iterator[Carried | PullEnd | None]:
        """A request a scope until it brings nothing more."""
        for scope, vector in held.items():
            known = dict(vector)
            before: dict[str, int] | None = None
            while known != before:
                before = dict(known)
                asked = msgspec.json.encode(PullRequest(scope, known))
                with self._connection.streaming("POST", "/v1/pull", asked) as reply:
                    for content in read_frames(reply):
                        carried = read_carried(content)
                        known[carried.segment.stream] = carried.segment.last
                        yield carried
                        yield None

    def state(self) -> StateReply:
        """As it is."""
        return self._connection.ask("/v1/state", b"", StateReply)
