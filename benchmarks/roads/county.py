"""A county on real roads, step by step from one seed: rounds by the real wire, sticks, years, photos, a revocation."""

import random
import shutil
from contextlib import suppress
from pathlib import Path

from histories.truth import Disagreement, Truth
from worlds.deeds import Deeds
from worlds.ground import GROUPS, VILLAGES, Ground
from worlds.judging import check, check_scopes, dots_of

from fieldapp.errors import SyncError
from fieldapp_sync.authority.pairing import connect
from fieldapp_sync.rounds.round import sync_once
from roads.ages import DAY_MS, give_up_old_lines, worthwhile_bases
from roads.photos import Photos
from roads.places import Hub, Laptop
from roads.revoking import Revoking
from roads.sticks import Sticks
from roads.wire import in_process

_START_MS = 1_700_000_000_000
_YEAR_MS = 365 * DAY_MS
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
        # Where names say no key, a carrier answers for a revoked laptop that nobody has seen: there none is revoked.
        old_names = random.Random(f"{seed} names").random() < 0.2
        self.laptops = [
            Laptop(
                ground,
                f"roads{seed}l{at}",
                "laptop",
                scopes,
                self._now,
                self._skew() if at else 0,
                role="team" if at else "township",
                is_bound=not old_names,
            )
            for at, scopes in enumerate(reach)
        ]
        revoked_at = rng.randrange(20, 70) if rng.random() < 0.5 else -1
        self.revoked_at = -1 if old_names else revoked_at
        # The last one may come new, when the county has lived for long.
        self.new = self.laptops[-1] if len(self.laptops) > 3 and rng.random() < 0.5 else None

    def play(self, steps: int, check_every: int) -> None:
        """Random moves. Raises Disagreement."""
        with in_process(self.hub.wire), worthwhile_bases():
            self.hub.wire.cuts = 0.0
            for laptop in self.laptops:
                if laptop is not self.new:
                    self.hub.enrol(laptop)
                    self.round(laptop)
            self.hub.wire.cuts = self._cuts
            self.deeds.found(self.laptops[1], VILLAGES[0])
            for step in range(steps):
                self.true_ms += self.rng.choice((1000, 60_000, DAY_MS))
                self._move()
                if step == self.revoked_at:
                    self._revoke(self.rng.choice(self.laptops[1:]))
                if step % check_every == 0:
                    self.check(self.rng.choice((self.hub, *self.laptops)))

    def check(self, node: Hub | Laptop) -> None:
        """One computer against happens-before. Raises Disagreement."""
        check(self.truth, node, self.deeds.list_of, self.deeds.erased)  # type: ignore[arg-type]
        check_scopes(node)  # type: ignore[arg-type]
        self.sticks.check_peers(self.laptops)

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
            self.count("leaps")
        elif chance < 0.95:
            self.count("given up", give_up_old_lines(laptop, self.hub))
        elif chance < 0.96:
            laptop.away_until = self.true_ms + 200 * DAY_MS
        elif chance < 0.97:
            laptop.back_up()
        elif chance < 0.98:
            self._put_back(laptop)
        elif chance < 0.985:
            laptop.skew_ms = self._skew()
        else:
            self.count("decided", self.revoking.decide(self.hub, self.true_ms))

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
            self.round(laptop)

    def round(self, laptop: Laptop) -> int:
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
            self.count("cut")
            return 1
        finally:
            laptop.acknowledge()
            self.hub.acknowledge()
            self.revoking.check(laptop)
        self.count("rounds")
        return done.sent + done.received + done.held + done.files_sent + done.files_received

    def _write_stick(self, laptop: Laptop) -> None:
        # Most sticks go between the same few, or no bundle would follow upon another.
        others = [
            one for one in self.laptops[: self.rng.choice((2, 3, 9))] if one is not laptop and one.joined
        ]
        if not self._is_away(laptop) and laptop.joined and others:
            self.sticks.write(laptop, self.rng.choice(others))
            self.count("bundles")

    def _read_stick(self, bundle: object) -> None:
        target = bundle.target  # type: ignore[attr-defined]
        if self._is_away(target):
            return
        self.revoking.before(target)
        self.sticks.read(bundle)  # type: ignore[arg-type]
        self.revoking.check(target)
        self.count("sticks read")
        if self.rng.random() < 0.2:
            self.sticks.lose(bundle)  # type: ignore[arg-type]

    def _revoke(self, laptop: Laptop) -> None:
        """The county shuts a laptop out that had not sent its last work; a colleague may have some of it on a stick."""
        if not laptop.joined or laptop.copies:
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
            self.count("revoked")

    def _put_back(self, laptop: Laptop) -> None:
        if laptop.backups and not laptop.revoked:
            laptop.put_back(self.rng.randrange(8))
            elsewhere = 0
            for other in (self.hub, *self.laptops):
                elsewhere |= dots_of(self.truth, other)  # type: ignore[arg-type]
            # What only the lost file held is gone, as the person who put the copy back was told.
            self.lost |= (1 << len(self.truth)) - 1 & ~elsewhere
            self.count("put back")

    def _is_away(self, laptop: Laptop) -> bool:
        return laptop.away_until > self.true_ms

    def count(self, what: str, by: int | bool = 1) -> None:
        """So much of something was played."""
        self.counts[what] = self.counts.get(what, 0) + by

    def _skew(self) -> int:
        return self.rng.choice((0, 0, 0, self.rng.randint(-3 * _YEAR_MS, 3 * _YEAR_MS)))

    def _now(self) -> int:
        return self.true_ms
