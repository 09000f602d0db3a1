"""What travels between nodes: frames of real segments, by a link that cuts, delays, doubles, disorders, or by a stick."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from fieldapp.store.intake import receive, store_segment
from fieldapp.store.projecting import project
from fieldapp.store.streams import segments_after
from fieldapp_sync.segments.frames import pack_segment, read_carried
from worlds.bugs import forget_losers, skip_gap, without_bad_lines
from worlds.nodes import Node


@dataclass
class Links:
    """`flight`: frames under way, each with its receiver; `sticks`: bundles that were filled once and lie about."""

    rng: random.Random
    bug: str
    flight: list[tuple[Node, bytes]] = field(default_factory=list)
    sticks: list[tuple[bytes, ...]] = field(default_factory=list)
    remembered: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def send(self, source: Node, target: Node, *, faulty: bool) -> int:
        """One direction of a round: what the target lacks, as its own log says; how many commits came in."""
        frames = list(self.frames(source, target))
        if not faulty:
            return sum(self.hand_over(target, frame) for frame in frames)
        arrived = 0
        if self.rng.random() < 0.3:
            self.rng.shuffle(frames)
        for frame in frames:
            fate = self.rng.random()
            if fate < 0.12:
                break  # the link is cut: this one and all after it are lost
            if fate < 0.25:
                self.flight.append((target, frame))
                continue
            arrived += self.hand_over(target, frame)
            if fate > 0.85:
                self.flight.append((target, frame))
        return arrived

    def frames(self, source: Node, target: Node) -> Iterator[bytes]:
        """Segments that the target lacks, packed, each stream in order."""
        size = self.rng.choice((1, 300, 1500, 100_000))
        for scope in source.scopes:
            if scope not in target.scopes and self.bug != "foreign sent":
                continue
            known = target.vector(scope)
            if self.bug == "sent remembered":
                known = {
                    stream: max(seq, self.remembered.get((source.name, target.name, stream), 0))
                    for stream, seq in {**dict.fromkeys(source.vector(scope), 0), **known}.items()
                }
                for stream, seq in source.vector(scope).items():
                    self.remembered[source.name, target.name, stream] = seq
            for segment in segments_after(source.vault.ledger, scope, known, size):
                yield pack_segment(segment)

    def hand_over(self, target: Node, frame: bytes) -> int:
        """One frame arrives; how many commits were new. The sender is told, so it must survive."""
        segment = read_carried(frame).segment
        if self.bug == "gap skipped":
            skip_gap(target.vault, segment)
        if self.bug == "aside dropped":
            segment = without_bad_lines(segment)
        # A hub may store at once and bring into the tables later, when it has the time.
        take = receive if target.tier == "laptop" or self.rng.random() < 0.5 else store_segment
        received = take(target.vault.ledger, segment)
        if self.bug == "losers unwritten":
            forget_losers(target.vault)
        if self.bug == "lagging forgotten":
            target.vault.db.execute("delete from lagging")
        target.acknowledge()
        return received.applied + received.quarantined

    def cut_off(self, source: Node, target: Node) -> None:
        """The target dies while it takes a segment in, or brings into the tables what it has."""
        frame = next(self.frames(source, target), None)
        if frame is not None:
            take = self.rng.choice((receive, store_segment)) if target.tier != "laptop" else receive
            with target.dying() as vault:
                take(vault.ledger, read_carried(frame).segment)
        project(target.vault.ledger, limit=2)
        with target.dying() as vault:
            project(vault.ledger, limit=2)

    def land(self) -> None:
        """Something that was under way arrives, whatever happened to its receiver meanwhile."""
        if self.flight:
            target, frame = self.flight.pop(self.rng.randrange(len(self.flight)))
            self.hand_over(target, frame)

    def fill_stick(self, source: Node, target: Node) -> None:
        """A bundle of what the target lacks now."""
        frames = tuple(self.frames(source, target))
        if frames:
            self.sticks.append(frames)

    def read_stick(self, target: Node) -> None:
        """Some parts of a bundle for these villages, in any order, some twice; what follows a gap waits for its part."""
        waiting = list(self.rng.choice(self.sticks))
        waiting = [part for part in waiting if read_carried(part).segment.scope in target.scopes]
        self.rng.shuffle(waiting)
        waiting = waiting[: self.rng.randint(1, 6)] + waiting[:1]
        while waiting:
            left = [part for part in waiting if not self.hand_over(target, part)]
            if len(left) == len(waiting):
                return
            waiting = left
