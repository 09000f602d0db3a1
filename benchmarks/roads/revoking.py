"""A laptop revoked in the middle of its work: what it wrote late waits at the hub until a person has decided.

The oracle: what was taken in is everywhere, what was turned down nowhere but where it had come by stick before anybody
there could know, and it stays on record. Who knows of a revocation never takes late work in by himself.
"""

import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from histories.truth import Disagreement, Truth
from worlds.ground import VILLAGES
from worlds.judging import dots_of

from fieldapp.store.authority.kept import all_revocations
from fieldapp.store.authority.review import lines_of, waiting
from fieldapp_server.authority.exchange import decide
from fieldapp_server.devices import devices, revoke_device
from roads.places import Hub, Laptop


@dataclass
class Revoking:
    """`late`: stream → the last sequence that counts; `accepted`: up to where a person has taken it in. `knew`: who
    had heard of it, and the late work (as the oracle's set) that was there already then."""

    truth: Truth
    rng: random.Random
    who: Laptop | None = None
    late: dict[str, int] = field(default_factory=dict)
    accepted: dict[str, int] = field(default_factory=dict)
    rejected: dict[str, int] = field(default_factory=dict)
    knew: dict[str, int] = field(default_factory=dict)

    def revoke(self, hub: Hub, laptop: Laptop, now_ms: int) -> None:
        """The county shuts a laptop out."""
        (device,) = [
            one.id for one, _ in devices(hub.archive) if one.public == laptop.vault.device.public.hex()
        ]
        revoke_device(hub.archive, device, clock=lambda: now_ms)
        laptop.revoked, self.who = True, laptop
        for stream in self._streams():
            self.late[stream] = hub.held().get(stream, 0)

    def decide(self, hub: Hub, now_ms: int) -> bool:
        """A person of the county decides on something that waits; whether anything did."""
        with hub.archive.held() as ledger:
            found = [one for one in waiting(ledger) if one.scope in VILLAGES]
        if not found:
            return False
        one = self.rng.choice(found)
        # Nobody turns down what an honest author wrote and a carrier could not prove.
        take_in = one.stream not in self.late or self.rng.random() < 0.5
        decide(
            hub.archive,
            VILLAGES,
            one.stream,
            role="county",
            name="approver",
            take_in=take_in,
            now_ms=now_ms,
            why="an invented reason",
        )
        if take_in:
            self.accepted[one.stream] = max(one.last, self.accepted.get(one.stream, 0))
            self.rejected.pop(one.stream, None)
            if hub.held().get(one.stream, 0) < one.last:
                raise Disagreement(f"what was taken in of {one.stream} up to {one.last} is not in the log")
        else:
            self.rejected[one.stream] = one.last
            self._check_record(hub, one.stream, one.last)
        return True

    def before(self, laptop: Laptop) -> None:
        """Just before a laptop meets anybody: what it knows, and what of the late work is there."""
        if self.who and laptop is not self.who and laptop.name not in self.knew and self._knows(laptop):
            self.knew[laptop.name] = self._late_at(laptop)

    def check(self, laptop: Laptop) -> None:
        """After a laptop has met somebody. Raises Disagreement."""
        if self.who is None or laptop is self.who or laptop.name not in self.knew:
            return
        new = self._late_at(laptop) & ~self.knew[laptop.name] & ~self._accepted()
        if new:
            raise Disagreement(
                f"{laptop.name} took in late work of {self.who.name}, which it knew was revoked"
            )

    def check_rest(self, hub: Hub, laptops: Iterable[Laptop]) -> None:
        """Raises Disagreement."""
        if self.who is None:
            return
        outside = self._late_at(hub) & ~self._accepted()
        if outside:
            raise Disagreement("the hub has late work in its log that nobody took in")
        for stream, last in self.accepted.items():
            for one in (hub, *laptops):
                scope = self._scope(hub, stream)
                if scope in one.scopes and one.held().get(stream, 0) < last and one is not self.who:
                    raise Disagreement(f"{one.name} lacks what was taken in of {stream}")
        for stream, last in self.rejected.items():
            self._check_record(hub, stream, last)

    def _check_record(self, hub: Hub, stream: str, last: int) -> None:
        with hub.archive.held() as ledger:
            kept = [one for one in waiting(ledger, rejected=True) if one.stream == stream]
            if not kept or kept[0].last < last or len(lines_of(ledger, stream, last)) < kept[0].commits:
                raise Disagreement(f"what was turned down of {stream} is not on record")

    def is_marked(self, laptop: Laptop) -> bool:
        """Whether a laptop holds late work that nobody took in: it came before anybody there knew."""
        return bool(self._late_at(laptop) & ~self._accepted())

    def outside(self) -> int:
        """The late work that nobody has taken in, as the oracle's set."""
        return self._late() & ~self._accepted()

    def _knows(self, laptop: Laptop) -> bool:
        assert self.who is not None
        public = self.who.vault.device.public.hex()
        return any(one.public == public for one in all_revocations(laptop.vault.ledger))

    def _streams(self) -> set[str]:
        assert self.who is not None
        ledger = self.who.vault.ledger
        names = [self.who.named(n) for n in range(self.who.copies + 1)]
        marks = ", ".join("?" * len(names))
        rows = ledger.db.execute(f"select id from stream where replica in ({marks})", names)
        return {row[0] for row in rows.fetchall()}

    def _late(self) -> int:
        if self.who is None:
            return 0
        found = 0
        for stream in self._streams() | self.late.keys():
            top = max((dot.seq for dot in self.truth.dots if dot.stream == stream), default=0)
            found |= self.truth.prefix(stream, top) & ~self.truth.prefix(stream, self.late.get(stream, 0))
        return found

    def _late_at(self, one: Laptop | Hub) -> int:
        return dots_of(self.truth, one) & self._late()  # type: ignore[arg-type]

    def _accepted(self) -> int:
        found = 0
        for stream, seq in self.accepted.items():
            found |= self.truth.prefix(stream, seq)
        return found

    def _scope(self, hub: Hub, stream: str) -> str:
        with hub.archive.held() as ledger:
            known = ledger.stream(stream)
            return known.scope if known else ""
