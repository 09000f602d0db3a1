"""Laptops under stations under a hub, played step by step from one seed, judged on the way and at rest."""

import random
from contextlib import suppress

from histories.truth import Disagreement, Truth

from fieldapp.store import log
from fieldapp.store.conflicts import conflicts
from fieldapp.store.receipts import waiting
from fieldapp.store.streams import digest
from worlds.deeds import Deeds
from worlds.ground import GROUPS, VILLAGES, Ground
from worlds.judging import check, check_scopes, dots_of, tasks, told
from worlds.links import Links
from worlds.nodes import Node
from worlds.paging import check_page, lines_in
from worlds.seals import Seals
from worlds.strangers import Stranger

_START_MS = 1_700_000_000_000
_YEAR_MS = 365 * 86_400_000
_PASSES = 6


class World:
    """`seed` decides everything. Close it."""

    def __init__(self, ground: Ground, seed: int, bug: str = "") -> None:
        self.rng, self.bug = random.Random(seed), bug
        self.true_ms = _START_MS
        self.truth = Truth(GROUPS)
        self.deeds = Deeds(self.truth, self.rng, bug)
        self.links = Links(self.rng, bug)
        self.stranger = Stranger(self.truth, self.rng, VILLAGES[0])
        self.lost = 0
        self.seals = Seals()
        rng, name = self.rng, f"{seed}"
        self.hub = Node(ground, f"{name}hub", "central", VILLAGES, self._now)
        self.stations = [
            Node(ground, f"{name}station{n}", "township", VILLAGES, self._now)
            for n in range(rng.randint(1, 2))
        ]
        # The first two laptops work in the same village, or there would be nothing to disagree on.
        reach = [VILLAGES[:1], rng.choice((VILLAGES, VILLAGES[:1]))]
        reach += [rng.choice((VILLAGES, VILLAGES[:1], VILLAGES[1:])) for _ in range(rng.randint(0, 2))]
        self.laptops = [
            Node(ground, f"{name}laptop{n}", "laptop", scopes, self._now, self._skew())
            for n, scopes in enumerate(reach)
        ]
        self.seals.enrol(self.hub, self.stations, self.laptops)
        self.above = {laptop.name: rng.choice(self.stations) for laptop in self.laptops}

    @property
    def nodes(self) -> list[Node]:
        """Every computer."""
        return [self.hub, *self.stations, *self.laptops]

    def play(self, steps: int, check_every: int) -> None:
        """Random moves. Raises Disagreement."""
        self.deeds.found(self.laptops[0], VILLAGES[0])
        for step in range(steps):
            self.true_ms += self.rng.choice((1000, 60_000, 86_400_000))
            node = self.rng.choice(self.laptops)
            if self.rng.random() < 0.55:
                self._work(node)
            else:
                self._travel(node)
            if step % check_every == 0:
                self.check(self.rng.choice(self.nodes))

    def check(self, node: Node) -> None:
        """One node against the oracle. Raises Disagreement."""
        node.catch_up()
        check(self.truth, node, self.deeds.list_of, self.deeds.erased)
        check_scopes(node)

    def settle(self) -> None:
        """Faultless rounds until nothing moves any more. Raises Disagreement when it never rests."""
        while self.links.flight:
            self.links.land()
        self.stranger.visit(self.hub)
        for _ in range(_PASSES):
            moved = sum(self._round(laptop, self.above[laptop.name]) for laptop in self.laptops)
            moved += sum(self._round(station, self.hub) for station in self.stations)
            if not moved:
                # What the centre has signed just now reaches the laptops with the next round.
                for laptop in self.laptops:
                    self._round(laptop, self.above[laptop.name])
                return
        raise Disagreement("rounds go on for ever")

    def check_rest(self) -> None:
        """Nothing lost, everything equal, every loser visible, every count of the sync page true. Raises Disagreement."""
        everything = 0
        for node in self.nodes:
            self.check(node)
            everything |= dots_of(self.truth, node)
        must = (1 << len(self.truth)) - 1 & ~self.lost
        if must & ~dots_of(self.truth, self.hub):
            raise Disagreement("the hub lacks commits that somebody was told are safe")
        if everything & ~dots_of(self.truth, self.hub):
            raise Disagreement("somebody holds commits that the hub lacks")
        for scope in VILLAGES:
            sharing = [node for node in self.nodes if scope in node.scopes]
            for node in sharing[1:]:
                if digest(node.vault.ledger, scope) != digest(self.hub.vault.ledger, scope):
                    raise Disagreement(f"{node.name}: another digest of {scope} than the hub")
                if told(node, scope) != told(self.hub, scope):
                    raise Disagreement(f"{node.name}: another content of {scope} than the hub")
        for node in self.nodes:
            check_page(node.name, node.vault.ledger, lines_in(node.vault.ledger), self.deeds.erased)
        self._check_erased()
        self._check_tasks()
        self._check_closable()
        self.seals.check(self.nodes)
        self._check_receipts()

    def close(self) -> None:
        """Close every database."""
        for node in self.nodes:
            with suppress(Exception):
                node.close()

    def _work(self, node: Node) -> None:
        chance, rng, deeds = self.rng.random(), self.rng, self.deeds
        here = [r for r, scope in deeds.scope_of.items() if scope in node.scopes and deeds.is_here(node, r)]
        homes = [record for record in here if deeds.list_of[record] == "household"]
        people = [record for record in here if deeds.list_of[record] == "person"]
        if chance < 0.10 or not homes:
            deeds.found(node, rng.choice(node.scopes))
        elif chance < 0.40:
            deeds.open(node, rng.choice(here[:4] if rng.random() < 0.7 else here))
        elif chance < 0.75 and node.opened:
            deeds.save(node)
        elif chance < 0.82:
            deeds.add_year(node, rng.choice(homes[:2]))
        elif chance < 0.87:
            deeds.resolve(node)
        elif chance < 0.895:
            deeds.move_away(node, rng.choice(homes))
        elif chance < 0.94:
            self.stranger.write(rng.choice(self._homes_of_the_stranger()))
        elif chance < 0.96 and people:
            deeds.erase(node, rng.choice(people))
        elif chance < 0.98:
            deeds.die_saving(node, rng.choice(node.scopes))
        else:
            node.skew_ms = self._skew()

    def _travel(self, node: Node) -> None:
        chance, rng, links = self.rng.random(), self.rng, self.links
        station = self.above[node.name]
        if chance < 0.40:
            links.send(node, station, faulty=True)
            links.send(station, node, faulty=True)
        elif chance < 0.58:
            one = rng.choice(self.stations)
            links.send(one, self.hub, faulty=True)
            links.send(self.hub, one, faulty=True)
        elif chance < 0.66:
            links.fill_stick(*rng.choice(((node, station), (station, node), (station, self.hub))))
        elif chance < 0.74 and links.sticks:
            links.read_stick(rng.choice(self.nodes))
        elif chance < 0.80:
            links.land()
        elif chance < 0.83:
            links.cut_off(*rng.choice(((node, station), (station, node), (station, self.hub))))
        elif chance < 0.89:
            rng.choice(self.nodes).back_up()
        elif chance < 0.945:
            self._put_back(rng.choice([n for n in self.nodes if n.backups] or self.nodes))
        elif chance < 0.97:
            self.stranger.visit(rng.choice([n for n in self.nodes if self.stranger.scope in n.scopes]))
        else:
            self._round(node, station)

    def _round(self, low: Node, high: Node) -> int:
        """A whole round without faults, receipts included; how many commits moved."""
        moved = self.links.send(low, high, faulty=False) + self.links.send(high, low, faulty=False)
        for scope in low.scopes:
            vectors = low.vector(scope), high.vector(scope)
            same = digest(low.vault.ledger, scope) == digest(high.vault.ledger, scope)
            if vectors[0] == vectors[1] and not same:
                raise Disagreement(f"{low.name} and {high.name} hold different histories of {scope}")
        self.seals.hand_down(low, high)
        return moved

    def _put_back(self, node: Node) -> None:
        if node.backups:
            node.put_back(self.rng.randrange(8), renamed=node.tier == "laptop" and self.bug != "name kept")
            elsewhere = 0
            for other in self.nodes:
                elsewhere |= dots_of(self.truth, other)
            # What only the lost file held is gone, as the person who put the copy back was told.
            self.lost |= (1 << len(self.truth)) - 1 & ~elsewhere

    def _homes_of_the_stranger(self) -> list[str]:
        place = self.deeds.scope_of.items()
        return [home for home, scope in place if home.startswith("h") and scope == self.stranger.scope]

    def _check_erased(self) -> None:
        held = dots_of(self.truth, self.hub)
        for person, erasures in self.deeds.erased.items():
            for node in self.nodes if erasures & held else ():
                if self.deeds.secrets[person] in told_plainly(node):
                    raise Disagreement(f"{node.name} still holds the erased {person}")

    def _check_tasks(self) -> None:
        for node in self.nodes:
            if node.scopes == VILLAGES and tasks(node) != tasks(self.hub):
                raise Disagreement(f"{node.name}: tasks {tasks(node)} against {tasks(self.hub)}")

    def _check_closable(self) -> None:
        """No conflict waits for a person that nobody may close: of an erased record nothing can be written."""
        for laptop in self.laptops:
            held = dots_of(self.truth, laptop)
            stuck = [
                one.record for one in conflicts(laptop.vault) if self.deeds.erased.get(one.record, 0) & held
            ]
            if stuck:
                raise Disagreement(f"{laptop.name} asks for ever about the erased {stuck}")

    def _check_receipts(self) -> None:
        for laptop in self.laptops:
            counts = waiting(laptop.vault)
            if counts.here or counts.township:
                raise Disagreement(f"{laptop.name} says that {counts} wait although all is at the centre")

    def _skew(self) -> int:
        return self.rng.choice((0, 0, self.rng.randint(-3 * _YEAR_MS, 3 * _YEAR_MS)))

    def _now(self) -> int:
        return self.true_ms


def told_plainly(node: Node) -> str:
    """Every line of the log and every name in the tables of a node, as text."""
    db = node.vault.db
    lines = [
        line.decode(errors="replace")
        for (number,) in db.execute("select n from stream").fetchall()
        for _, line in log.lines_after(db, number, 0)
    ]
    names = [str(row[0]) for row in db.execute("select name from person").fetchall()]
    values = [str(row[0]) for row in db.execute("select value from conflict").fetchall()]
    return "\n".join([*lines, *names, *values])
