"""What a round asks of a hub, the same in both protocols: `first` for a hub of the first release, `second`."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from fieldapp.journal.commit import Vector
from fieldapp_sync.messages import NO_BASES, HelloReply, PullEnd, PushReply, Vectors
from fieldapp_sync.rounds.link import Pace
from fieldapp_sync.segments.frames import Carried, History
from fieldapp_sync.station.messages import LaptopState
from fieldapp_sync.wire.connection import Connection
from fieldapp_sync.wire.first import FirstTalk
from fieldapp_sync.wire.second import SecondTalk


class Talk(Protocol):
    """A hub's answers. Each raises SyncError."""

    def hello(self, root: str, tag: str, state: LaptopState | None = None) -> HelloReply | None:
        """None when the hub holds exactly what this root digest (hex) says and has no news. The hub's station is told
        `state`."""

    def vectors(self, digests: dict[str, str]) -> Vectors:
        """The hub's vectors of the scopes whose digest (hex) is not this."""

    def push(self, frames: Iterable[bytes]) -> PushReply:
        """Send packed segments while they are made; a list of them goes as one piece."""

    def pull(
        self, held: Vectors, pace: Pace, history: History | None = None, bases: Vector = NO_BASES
    ) -> Iterator[Carried | PullEnd | None]:
        """What the hub holds beyond these vectors, each segment as soon as it is whole; at last its root digest.
        None where the next one is not here yet.

        With `history` what is held already need not travel again inside a segment; it is held from after `bases` on.
        Raises WindowMissing where it did and is not as the hub has it.
        """


def talk_over(connection: Connection) -> Talk:
    """The newest protocol that both ends speak."""
    return SecondTalk(connection) if connection.protocol > 1 else FirstTalk(connection)
