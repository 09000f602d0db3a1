"""Random histories of 3 to 7 replicas against a happens-before oracle, by command with a seed.

`python benchmarks/sync_histories.py 10000 --seed 1`. A history is a seed: the same seed gives the same history.
Replicas have clocks up to three years wrong, open forms and save them later, exchange any prefix of any stream in any
order and twice, end records, close conflicts, and are put back from an old copy (they then write under a new stream).
The oracle keeps for each commit the *set* of commits its writer had, no vectors: a write of a cell stands unless
another delivered write of that cell was made by somebody who had it, or names it as closed. After every step the
siblings of the merge must be exactly these, the highest (clock, replica) first; at rest all replicas are equal.
`--bug` plants a fault that the oracle must catch.
"""

import argparse
import random
import time as wall
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from fieldapp.journal.commit import Commit, Dot, Operation, Value, Vector
from fieldapp.journal.context import pack_seen, unpack_seen
from fieldapp.journal.merge import (
    EMPTY,
    ENDED,
    Cell,
    RecordState,
    apply_operation,
    cells_of,
    is_contested,
    marks_of,
    open_conflicts,
    shown_values,
    state_of,
)

BUGS = (
    "seen at save",
    "own stream only",
    "no context",
    "last arrival shown",
    "losers dropped",
    "seen not joined",
)
RECORDS = ("r1", "r2")
GROUPS = {"bank_name": "bank", "bank_account": "bank"}
CELLS = ("phone", "bank", "status", ENDED)
SCOPE = "990101001201"
_YEAR_MS = 365 * 86_400_000
_START_MS = 1_700_000_000_000


class Disagreement(AssertionError):
    """The merge and the oracle differ."""


@dataclass(frozen=True)
class Opened:
    """A form as it was opened: what its writer had then, as a vector and as a set."""

    record: str
    seen: Vector
    had: frozenset[Dot]
    contested: bool


@dataclass
class Replica:
    """A laptop: its stream, the commits it holds (each stream a prefix) and the records they make."""

    name: str
    stream: str
    skew_ms: int
    held: dict[str, list[Commit]] = field(default_factory=dict)
    records: dict[str, RecordState] = field(default_factory=dict)
    opened: list[Opened] = field(default_factory=list)
    last: int = 0
    copies: int = 0

    def vector(self) -> dict[str, int]:
        return {stream: len(commits) for stream, commits in self.held.items() if commits}

    def dots(self) -> frozenset[Dot]:
        return frozenset(commit.dot for commits in self.held.values() for commit in commits)

    def now(self, true_ms: int) -> str:
        self.last = max(self.last + 1, (true_ms + self.skew_ms) << 16)
        return f"{self.last >> 16:012x}-{self.last & 0xFFFF:04x}"


class World:
    """Replicas of one village and the oracle beside them."""

    def __init__(self, replicas: int, skews: Mapping[int, int], bug: str = "") -> None:
        self.replicas = [Replica(f"p{n}", f"s{n}", skews.get(n, 0)) for n in range(replicas)]
        self.had: dict[Dot, frozenset[Dot]] = {}
        self.true_ms = _START_MS
        self.bug = bug

    def open(self, at: int, record: str) -> None:
        here = self.replicas[at]
        state = here.records.get(record, EMPTY)
        here.opened.append(Opened(record, here.vector(), here.dots(), is_contested(state)))

    def save(self, at: int, which: int, fields: Mapping[str, Value], closes: tuple[Dot, ...] = ()) -> None:
        here = self.replicas[at]
        form = here.opened.pop(which % len(here.opened))
        operation = Operation(
            form.record,
            form.record,
            "resolve" if closes else "set",
            fields,
            self._seen(here, form),
            closes=closes,
        )
        self.true_ms += 1000
        own = here.held.setdefault(here.stream, [])
        commit = Commit(
            here.stream,
            SCOPE,
            here.name,
            len(own) + 1,
            here.now(self.true_ms),
            "w",
            "cn@1",
            "edit",
            (operation,),
        )
        self.had[commit.dot] = form.had
        own.append(commit)
        self._apply(here, commit)

    def resolve(self, at: int, record: str, value: int) -> bool:
        """Close one conflict of a record, if there is one."""
        here = self.replicas[at]
        conflicts = open_conflicts(here.records.get(record, EMPTY))
        if not conflicts:
            return False
        name = sorted(conflicts)[value % len(conflicts)]
        siblings = conflicts[name].siblings
        self.open(at, record)
        self.save(at, -1, siblings[value % len(siblings)].fields, tuple(s.dot for s in siblings))
        return True

    def deliver(self, source: int, target: int, which: int, count: int, twice: bool) -> None:
        """Hand over the next `count` commits of one stream, or some it has already once more."""
        there, here = self.replicas[source], self.replicas[target]
        streams = sorted(stream for stream, commits in there.held.items() if commits)
        if source == target or not streams:
            return
        stream = streams[which % len(streams)]
        mine = here.held.setdefault(stream, [])
        start = max(0, len(mine) - 2) if twice else len(mine)
        for commit in there.held[stream][start : start + count]:
            if commit.seq == len(mine) + 1:
                mine.append(commit)
            self._apply(here, commit)

    def put_back(self, at: int, keep: int) -> None:
        """An old copy is put back: every stream is cut, and the replica writes under a new stream from now on."""
        here = self.replicas[at]
        here.copies += 1
        held = {stream: commits[: max(0, len(commits) - keep)] for stream, commits in here.held.items()}
        here.held, here.records, here.opened = held, {}, []
        here.stream = f"{here.stream.partition('+')[0]}+{here.copies}"
        for commits in held.values():
            for commit in commits:
                self._apply(here, commit)

    def settle(self) -> None:
        """Everything that anybody still holds reaches everybody."""
        everything: dict[str, list[Commit]] = {}
        for replica in self.replicas:
            for stream, commits in replica.held.items():
                if len(commits) > len(everything.get(stream, ())):
                    everything[stream] = commits
        for order, replica in enumerate(self.replicas):
            for stream in sorted(everything, reverse=bool(order % 2)):
                mine = replica.held.setdefault(stream, [])
                for commit in everything[stream][len(mine) :]:
                    mine.append(commit)
                    self._apply(replica, commit)

    def check(self, at: int) -> None:
        """Compare a replica with the oracle. Raises Disagreement."""
        here = self.replicas[at]
        for record in RECORDS:
            state = here.records.get(record, EMPTY)
            standing = {name: self._standing(here, record, name) for name in CELLS}
            for name in CELLS:
                siblings = state.cells.get(name, Cell()).siblings
                if [s.dot for s in siblings] != [c.dot for c in standing[name]]:
                    raise Disagreement(f"{here.name} {record}.{name}: {siblings} against {standing[name]}")
            self._check_shown(here, record, state, standing)
            if stored_and_read(state, self._numbers()) != state:
                raise Disagreement(f"{here.name} {record}: not the same after storing")

    def check_rest(self) -> None:
        """All replicas equal, in their logs and in every cell. Raises Disagreement."""
        first = self.replicas[0]
        for at, replica in enumerate(self.replicas):
            self.check(at)
            if replica.vector() != first.vector() or any(
                replica.records.get(r, EMPTY) != first.records.get(r, EMPTY) for r in RECORDS
            ):
                raise Disagreement(f"{replica.name} differs from {first.name} at rest")

    def _seen(self, here: Replica, form: Opened) -> Vector:
        if self.bug == "seen at save":
            return here.vector()
        if self.bug == "own stream only":
            return {s: seq for s, seq in form.seen.items() if s == here.stream}
        return {} if self.bug == "no context" else form.seen

    def _apply(self, here: Replica, commit: Commit) -> None:
        here.last = max(here.last, int(commit.time.replace("-", ""), 16))
        for operation in commit.operations:
            state = here.records.get(operation.record, EMPTY)
            state = apply_operation(
                state, operation, dot=commit.dot, time=commit.time, replica=commit.replica, groups=GROUPS
            )
            here.records[operation.record] = self._spoilt(state, commit)

    def _spoilt(self, state: RecordState, commit: Commit) -> RecordState:
        if self.bug == "losers dropped":
            return RecordState({n: replace(c, siblings=c.siblings[:1]) for n, c in state.cells.items()})
        if self.bug == "seen not joined":
            return RecordState({n: replace(c, ahead={}) for n, c in state.cells.items()})
        if self.bug == "last arrival shown":
            newest = commit.dot
            return RecordState(
                {
                    n: replace(c, siblings=tuple(sorted(c.siblings, key=lambda s: s.dot != newest)))
                    for n, c in state.cells.items()
                }
            )
        return state

    def _writes(self, here: Replica, record: str, name: str) -> list[tuple[Commit, Operation]]:
        return [
            (commit, operation)
            for commits in here.held.values()
            for commit in commits
            for operation in commit.operations
            if operation.record == record and name in cells_of(operation.fields, GROUPS)
        ]

    def _standing(self, here: Replica, record: str, name: str) -> list[Commit]:
        writes = self._writes(here, record, name)
        gone: set[Dot] = set()
        for commit, operation in writes:
            gone |= self.had[commit.dot]
            gone |= set(operation.closes)
        kept = [commit for commit, _ in writes if commit.dot not in gone]
        return sorted(kept, key=lambda commit: (commit.time, commit.replica), reverse=True)

    def _check_shown(
        self, here: Replica, record: str, state: RecordState, standing: Mapping[str, list[Commit]]
    ) -> None:
        expected: dict[str, Value] = {}
        for name, commits in standing.items():
            for commit in commits[:1]:
                expected.update(cells_of(commit.operations[0].fields, GROUPS)[name])
        ends = self._writes(here, record, ENDED)
        known_to_enders = {dot for commit, _ in ends for dot in self.had[commit.dot]} | {
            commit.dot for commit in standing[ENDED]
        }
        an_end_stands = any(
            cells_of(commit.operations[0].fields, GROUPS)[ENDED]["ended_on"] is not None
            for commit in standing[ENDED]
        )
        contested = an_end_stands and any(
            commit.dot not in known_to_enders
            for name, commits in standing.items()
            if name != ENDED
            for commit in commits
        )
        if contested:
            expected.update(ended_on=None, ended_reason=None)
        if shown_values(state) != expected or (ENDED in open_conflicts(state)) < contested:
            raise Disagreement(f"{here.name} {record}: shows {shown_values(state)} instead of {expected}")

    def _numbers(self) -> dict[str, int]:
        return {stream: n for n, stream in enumerate(sorted({dot.stream for dot in self.had}), 1)}


def stored_and_read(state: RecordState, numbers: Mapping[str, int]) -> RecordState:
    """The record after its marks went through the bytes that a row keeps."""
    shown = {name: cell.siblings[0].fields for name, cell in state.cells.items() if cell.siblings}
    valued = {name for name, fields in shown.items() if any(value is not None for value in fields.values())}
    packed = pack_seen(marks_of(state), numbers.__getitem__, valued)
    streams = {n: stream for stream, n in numbers.items()}
    losers = {name: cell.siblings[1:] for name, cell in state.cells.items()}
    replicas = {s.dot.stream: s.replica for cell in state.cells.values() for s in cell.siblings}
    return state_of(unpack_seen(packed, streams.__getitem__, valued), shown, losers, replicas.__getitem__)


def some_fields(rng: random.Random, form: Opened, state: RecordState) -> dict[str, Value]:
    """What a writer puts in: a correction of an ended record says its end again (see `is_contested`)."""
    kind = rng.randrange(10)
    if kind == 0:
        return {"ended_on": f"2026-01-{rng.randint(1, 28):02}", "ended_reason": "moved"}
    if kind < 3:
        return {"bank_name": f"bank {rng.randint(1, 3)}", "bank_account": f"{rng.randint(1, 99)}"}
    fields: dict[str, Value] = {rng.choice(("phone", "status")): rng.choice((None, *range(4)))}
    ended = state.cells.get(ENDED)
    if ended and not form.contested and rng.random() < 0.5:
        fields.update(ended.siblings[0].fields)
    return fields


def run_history(seed: int, bug: str = "", steps: int = 90, check_every: int = 9) -> int:
    """Play one history and check it; the number of commits made. Raises Disagreement."""
    rng = random.Random(seed)
    count = rng.randint(3, 7)
    skews = {n: rng.choice((0, 0, rng.randint(-3 * _YEAR_MS, 3 * _YEAR_MS))) for n in range(count)}
    world = World(count, skews, bug)
    for step in range(steps):
        at = rng.randrange(count)
        _move(world, rng, at, rng.random())
        if step % check_every == 0:
            world.check(at)
    world.settle()
    world.check_rest()
    return len(world.had)


def _move(world: World, rng: random.Random, at: int, chance: float) -> None:
    here = world.replicas[at]
    if chance < 0.22:
        world.open(at, rng.choice(RECORDS))
    elif chance < 0.50 and here.opened:
        which = rng.randrange(len(here.opened))
        form = here.opened[which]
        world.save(at, which, some_fields(rng, form, here.records.get(form.record, EMPTY)))
    elif chance < 0.56:
        world.resolve(at, rng.choice(RECORDS), rng.randrange(6))
    elif chance < 0.58:
        world.put_back(at, rng.randint(0, 2))
    else:
        source = rng.randrange(len(world.replicas))
        world.deliver(source, at, rng.randrange(20), rng.randint(1, 4), rng.random() < 0.2)


def failures(
    seeds: range, bug: str = "", run: Callable[[int, str], int] = run_history
) -> Iterator[tuple[int, str]]:
    """The seeds whose history the oracle refuses, each with its reason."""
    for seed in seeds:
        try:
            run(seed, bug)
        except Disagreement as wrong:
            yield seed, str(wrong)


def main() -> None:
    """Run histories and print what failed; exit status 1 if the unspoilt merge failed once."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("histories", type=int, nargs="?", default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bug", choices=BUGS, default="")
    options = parser.parse_args()
    started = wall.perf_counter()
    wrong = list(failures(range(options.seed, options.seed + options.histories), options.bug))
    seconds = wall.perf_counter() - started
    print(f"{options.histories} histories from seed {options.seed}: {len(wrong)} failed, {seconds:.1f} s")
    for seed, reason in wrong[:3]:
        print(f"  seed {seed}: {reason}")
    if wrong and not options.bug:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
