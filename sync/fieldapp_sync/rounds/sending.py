"""What this vault has and the hub lacks, as packed segments: small first, larger as long as the link carries them."""

from collections.abc import Callable, Iterator
from itertools import islice

import msgspec

from fieldapp.journal.commit import Vector
from fieldapp.journal.stream import Segment
from fieldapp.store.growing.dropped import with_dropped
from fieldapp.store.streams import segments_after
from fieldapp.store.vault import Vault
from fieldapp_sync.messages import PushEnd, Vectors
from fieldapp_sync.rounds.link import FIRST_SEGMENT, Link
from fieldapp_sync.segments.packing import without_history
from fieldapp_sync.segments.signing import signed_frame

_AT_ONCE = 4


class Sending:
    """One way up. `theirs` are the hub's vectors of the scopes that differ, `packs` what it reads; `brief`: it reads
    brief headers (protocol 2)."""

    def __init__(
        self,
        vault: Vault,
        theirs: Vectors,
        packs: tuple[str, ...],
        link: Link,
        stopped: Callable[[], bool],
        *,
        brief: bool = True,
    ) -> None:
        self._ledger, self._key = vault.ledger, vault.device
        self._packs, self._link, self._stopped, self._brief = packs, link, stopped, brief
        self.known = {scope: with_dropped(self._ledger, scope, vector) for scope, vector in theirs.items()}
        self._size = FIRST_SEGMENT
        self.bytes = self.commits = 0

    @property
    def left(self) -> int:
        """Commits that were not yet handed to the network."""
        return sum(ahead(self._ledger.vector(scope), known) for scope, known in self.known.items())

    def request(self) -> Iterator[bytes]:
        """Packed segments for one request; it ends early, with whole segments, when the worker has cancelled."""
        pace = self._link.pace
        sent = 0
        for segment in self._segments():
            packs = self._packs if self._link.history else without_history(self._packs)
            content = signed_frame(self._ledger, self._key, segment, packs, pace.level, brief=self._brief)
            self._link.note_packed(len(segment.lines), len(content))
            self.known[segment.scope][segment.stream] = segment.last
            sent += len(content)
            self.bytes += len(content)
            self.commits += segment.last - segment.first + 1
            yield content
            if sent + len(content) > pace.request or self._stopped():
                break
        if self._brief and not self.left:
            yield msgspec.json.encode(PushEnd())

    def _segments(self) -> Iterator[Segment]:
        """Read anew every few segments, each time from what was handed over: so the size can follow the link."""
        for scope, known in self.known.items():
            while some := self._next(scope, known):
                yield from some
                self._size *= 2

    def _next(self, scope: str, known: Vector) -> list[Segment]:
        pace = self._link.pace
        # A link that dies has its size already: nothing is won by beginning below it.
        self._size = min(self._size, pace.segment) if pace.parallel else pace.segment
        return list(islice(segments_after(self._ledger, scope, known, self._size), _AT_ONCE))


def ahead(there: Vector, here: Vector) -> int:
    """How many commits one vector has beyond another."""
    return sum(max(0, seq - here.get(stream, 0)) for stream, seq in there.items())
