"""A county on real roads played step by step from one seed: rounds by the real wire, sticks, years, photos, a revocation."""

import random
import shutil
from contextlib import suppress
from pathlib import Path

from histories.truth import Disagreement, Truth

from fieldapp.errors import SyncError
from fieldapp.store.authority.review import held_heads
from fieldapp.store.receipts import waiting
from fieldapp.store.streams import digest
from fieldapp_sync.authority.pairing import connect
from fieldapp_sync.rounds.round import sync_once
from roads.ages import DAY_MS, dropped, give_up_old_lines, whole_log, worthwhile_bases
from roads.photos import Photos
from roads.places import Hub, Laptop
from roads.revoking import Revoking
from roads.sticks import Sticks
from roads.wire import in_process
from worlds.deeds import Deeds
from worlds.ground import GROUPS, VILLAGES, Ground
from worlds.judging import check, check_scopes, dots_of, told
from worlds.paging import check_page

_START_MS = 1_700_000_000_000
_YEAR_MS = 365 * DAY_MS
_PASSES = 8
_LINK = ("sync.cut", "sync.unreachable", "sync.timeout")


class County:
    """`seed` decides everything. Close it."""

    def __init__(self, ground: Ground, template: Path, seed: int, bug: str = "") -> None:
        self.rng = rng = random.Random(seed)
        self.true_ms = _START_MS
        self.truth = Truth(GROUPS)
        self.deeds = Deeds(self.truth, rng, bug)
        self.photos = Photos(rng)
        self.revoking = Revoking(self.truth, rng)
        self.folder = ground.folder / f"roads{seed}"
        self.folder.mkdir()
        self.sticks = Sticks(self.folder, rng)
        self.lost = 0
        self.counts: dict[str, int] = {}
        cuts = rng.choice((0.0, 0.1, 0.3))
        self.hub = Hub(template, self.folder / "hub", random.Random(f"{seed} wire"), self._now, cuts)
        self._cuts = cuts
        reach = [VILLAGES, VILLAGES[:1], rng.choice((VILLAGES, VILLAGES[:1]))]
        reach += [rng.choice((VILLAGES, VILLAGES[:1], VILLAGES[1:])) for _ in range(rng.randint(0, 2))]
        self.laptops = [
            Laptop(
                ground,
                f"roads{seed}l{at}",
                "laptop",
                scopes,
                self._now,
                self._skew() if at else 0,
                role="team" if at else "township",
            )
            for at, scopes in enumerate(reach)
        ]
        # The last one may come new, when the county has lived for long.
        self.new = self.laptops[-1] if len(self.laptops) > 3 and rng.random() < 0.5 else None

    def play(self, steps: int, check_every: int) -> None:
        """Random moves. Raises Disagreement."""
        with in_process(self.hub.wire), worthwhile_bases():
            self.hub.wire.cuts = 0.0
            for laptop in self.laptops:
                if laptop is not self.new:
                    self.hub.enrol(laptop)
                    self._round(laptop)
            self.hub.wire.cuts = self._cuts
            self.deeds.found(self.laptops[1], VILLAGES[0])
            for step in range(steps):
                self.true_ms += self.rng.choice((1000, 60_000, DAY_MS))
                self._move()
                if step % check_every == 0:
                    self.check(self.rng.choice((self.hub, *self.laptops)))

    def settle(self) -> None:
        """Rounds without faults until nothing moves any more. Raises Disagreement when it never rests."""
        with in_process(self.hub.wire), worthwhile_bases():
            self.hub.wire.cuts = 0.0
            if self.new is not None:
                self.hub.enrol(self.new)
            self._settle_by_stick()
            for _ in range(_PASSES):
                while self.revoking.decide(self.hub, self.true_ms):
                    self._count("decided")
                left = [laptop for laptop in self.laptops if not laptop.revoked]
                if not sum(map(self._round, left)):
                    # What the centre has signed just now reaches the laptops with the next round.
                    list(map(self._round, left))
                    return
            raise Disagreement("rounds go on for ever")

    def check(self, node: Hub | Laptop) -> None:
        """One computer against happens-before. Raises Disagreement."""
        check(self.truth, node, self.deeds.list_of, self.deeds.erased)  # type: ignore[arg-type]
        check_scopes(node)  # type: ignore[arg-type]
        self.sticks.check_peers(self.laptops)

    def check_rest(self) -> None:
        """Nothing lost, everything equal, by both oracles. Raises Disagreement."""
        lines = whole_log(self.hub)
        everyone = [self.hub, *(one for one in self.laptops if not one.revoked)]
        sound = [one for one in everyone if not isinstance(one, Laptop) or not self.revoking.is_marked(one)]
        for node in everyone:
            self.check(node)
        for node in sound:
            check_page(node.name, node.vault.ledger, lines, self.deeds.erased)
        self._check_nothing_lost()
        for scope in VILLAGES:
            for node in (one for one in sound if scope in one.scopes):
                if digest(node.vault.ledger, scope) != digest(self.hub.vault.ledger, scope):
                    raise Disagreement(f"{node.name}: another digest of {scope} than the hub")
                if told(node, scope, logs=False) != told(self.hub, scope, logs=False):  # type: ignore[arg-type]
                    raise Disagreement(f"{node.name}: another content of {scope} than the hub")
        laptops = [one for one in sound if isinstance(one, Laptop)]
        self.photos.check(self.hub, laptops, self.truth, complete=self.revoking.who is None)
        self.revoking.check_rest(self.hub, laptops)
        for laptop in laptops:
            counts = waiting(laptop.vault)
            if counts.here or counts.township:
                raise Disagreement(f"{laptop.name} says that {counts} wait although all is at the centre")
        self._count("dropped", sum(sum(dropped(one).values()) for one in laptops))
        self._count("photos", len(self.photos.taken))

    def close(self) -> None:
        """Close every database and take the files away."""
        for laptop in self.laptops:
            with suppress(Exception):
                laptop.close()
            shutil.rmtree(laptop.photos, ignore_errors=True)
            for left in laptop.path.parent.glob(f"{laptop.name}.*"):
                left.unlink()
        with suppress(Exception):
            self.hub.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _move(self) -> None:
        rng = self.rng
        laptop, chance = rng.choice(self.laptops), rng.random()
        if chance < 0.52:
            self._work(laptop)
        elif chance < 0.70:
            self._meet(laptop)
        elif chance < 0.78:
            self._write_stick(laptop)
        elif chance < 0.87 and self.sticks.bundles:
            self._read_stick(rng.choice(self.sticks.bundles))
        elif chance < 0.92:
            self.true_ms += rng.choice((30, 95, 200)) * DAY_MS
            self._count("leaps")
        elif chance < 0.95:
            self._count("given up", give_up_old_lines(laptop, self.hub))
        elif chance < 0.96:
            laptop.away_until = self.true_ms + 200 * DAY_MS
        elif chance < 0.97:
            laptop.back_up()
        elif chance < 0.98:
            self._put_back(laptop)
        elif chance < 0.985:
            laptop.skew_ms = self._skew()
        elif self.revoking.who is None:
            self._revoke(laptop)
        else:
            self._count("decided", self.revoking.decide(self.hub, self.true_ms))

    def _work(self, laptop: Laptop) -> None:
        chance, rng, deeds = self.rng.random(), self.rng, self.deeds
        here = [
            r for r, scope in deeds.scope_of.items() if scope in laptop.scopes and deeds.is_here(laptop, r)
        ]
        homes = [record for record in here if deeds.list_of[record] == "household"]
        people = [record for record in here if deeds.list_of[record] == "person"]
        if chance < 0.10 or not homes:
            deeds.found(laptop, rng.choice(laptop.scopes))
        elif chance < 0.35:
            deeds.open(laptop, rng.choice(here[:4] if rng.random() < 0.7 else here))
        elif chance < 0.65 and laptop.opened:
            deeds.save(laptop)
        elif chance < 0.80:
            self.photos.take(deeds, laptop, rng.choice(homes))
        elif chance < 0.86:
            deeds.add_year(laptop, rng.choice(homes[:2]))
        elif chance < 0.92:
            deeds.resolve(laptop)
        elif chance < 0.94:
            deeds.move_away(laptop, rng.choice(homes))
        elif chance < 0.96 and people and laptop.role == "township":
            deeds.erase(laptop, rng.choice(people))
        else:
            deeds.die_saving(laptop, rng.choice(laptop.scopes))

    def _meet(self, laptop: Laptop) -> None:
        """A round over a bad line."""
        if laptop.joined and not self._is_away(laptop):
            self._round(laptop)

    def _round(self, laptop: Laptop) -> int:
        """A round; how much it moved. Raises Disagreement where it is refused for anything but the line."""
        self.revoking.before(laptop)
        try:
            connection = connect(laptop.vault)
            try:
                done = sync_once(laptop.vault, connection)
            finally:
                connection.close()
        except SyncError as refused:
            # A refusal whose words were cut off on the way is told by its status.
            if laptop.revoked and refused.code in ("sync.revoked", "sync.unauthorised"):
                return 0
            if refused.code not in _LINK or not self.hub.wire.cuts:
                raise Disagreement(f"{laptop.name}: {refused.code} {refused.sentence()}") from refused
            self._count("cut")
            return 1
        finally:
            laptop.acknowledge()
            self.hub.acknowledge()
            self.revoking.check(laptop)
        self._count("rounds")
        return done.sent + done.received + done.held + done.files_sent + done.files_received

    def _write_stick(self, laptop: Laptop) -> None:
        # Most sticks go between the same few, or no bundle would follow upon another.
        others = [
            one for one in self.laptops[: self.rng.choice((2, 3, 9))] if one is not laptop and one.joined
        ]
        if not self._is_away(laptop) and laptop.joined and others:
            self.sticks.write(laptop, self.rng.choice(others))
            self._count("bundles")

    def _read_stick(self, bundle: object) -> None:
        target = bundle.target  # type: ignore[attr-defined]
        if self._is_away(target):
            return
        self.revoking.before(target)
        self.sticks.read(bundle)  # type: ignore[arg-type]
        self.revoking.check(target)
        self._count("sticks read")
        if self.rng.random() < 0.2:
            self.sticks.lose(bundle)  # type: ignore[arg-type]

    def _settle_by_stick(self) -> None:
        """Two of them meet nobody else and come to rest by sticks alone."""
        one, other = self.rng.sample([one for one in self.laptops if not one.revoked], 2)
        if one.copies or other.copies or self.new in (one, other) or dropped(one) or dropped(other):
            return
        for _ in range(3):
            for source, target in ((one, other), (other, one)):
                self.revoking.before(target)
                self.sticks.read_whole(self.sticks.write(source, target))
                self.revoking.check(target)
        if self.revoking.is_marked(one) or self.revoking.is_marked(other):
            return
        for scope in set(one.scopes) & set(other.scopes):
            # What a carrier cannot prove waits for its author or the hub.
            if held_heads(one.vault.ledger, scope) or held_heads(other.vault.ledger, scope):
                continue
            if told(one, scope, logs=False) != told(other, scope, logs=False):
                raise Disagreement(
                    f"{one.name} and {other.name} differ in {scope} after sticks without a loss"
                )
        self._count("rested by stick")

    def _revoke(self, laptop: Laptop) -> None:
        """The county shuts a laptop out that had not sent its last work; a colleague may have some of it on a stick."""
        if self.rng.random() < 0.4 or not laptop.joined or laptop is self.laptops[0] or len(self.laptops) < 4:
            return
        for _ in range(4):
            self._work(laptop)
        mates = [one for one in self.laptops if one.joined and set(one.scopes) & set(laptop.scopes)]
        mate = self.rng.choice([one for one in mates if one is not laptop])
        late = self.sticks.write(laptop, mate)
        if self.rng.random() < 0.7:
            self._read_stick(late)
        if not laptop.revoked:
            self.revoking.revoke(self.hub, laptop, self.true_ms)
            self._count("revoked")

    def _put_back(self, laptop: Laptop) -> None:
        if laptop.backups and not laptop.revoked:
            laptop.put_back(self.rng.randrange(8))
            elsewhere = 0
            for other in (self.hub, *self.laptops):
                elsewhere |= dots_of(self.truth, other)  # type: ignore[arg-type]
            # What only the lost file held is gone, as the person who put the copy back was told.
            self.lost |= (1 << len(self.truth)) - 1 & ~elsewhere
            self._count("put back")

    def _check_nothing_lost(self) -> None:
        """Every commit is at the hub, but what a lost disk had alone and what nobody took in or brought of who was revoked."""
        must = (1 << len(self.truth)) - 1 & ~self.lost & ~self.revoking.outside()
        if self.revoking.who is not None:
            # What nobody carried from the laptop that was shut out is with it still.
            carried = 0
            for laptop in self.laptops:
                carried |= 0 if laptop.revoked else dots_of(self.truth, laptop)
            must &= carried
        if must & ~dots_of(self.truth, self.hub):  # type: ignore[arg-type]
            raise Disagreement("the hub lacks commits that somebody was told are safe")

    def _is_away(self, laptop: Laptop) -> bool:
        return laptop.away_until > self.true_ms

    def _count(self, what: str, by: int | bool = 1) -> None:
        self.counts[what] = self.counts.get(what, 0) + by

    def _skew(self) -> int:
        return self.rng.choice((0, 0, 0, self.rng.randint(-3 * _YEAR_MS, 3 * _YEAR_MS)))

    def _now(self) -> int:
        return self.true_ms
