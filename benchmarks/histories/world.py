"""Replicas of two villages that write, exchange and forget, and the oracle beside them; each method is one move."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fieldapp.journal.commit import Action, Commit, Dot, Operation, Value
from fieldapp.journal.context import pack_seen, unpack_seen
from fieldapp.journal.merge import (
    EMPTY,
    RecordState,
    apply_operation,
    is_contested,
    marks_of,
    open_conflicts,
    shown_values,
    state_of,
)
from histories.faults import spoilt_seen, spoilt_state
from histories.replicas import Opened, Replica
from histories.truth import Disagreement, Truth

RECORDS = ("r1", "r2")
GROUPS = {"bank_name": "bank", "bank_account": "bank"}
VILLAGES = ("990101001201", "990101001202")
_START_MS = 1_700_000_000_000
_PART = 2
"""Commits in one part of a USB bundle."""


@dataclass(frozen=True)
class Part:
    """One part of a bundle: a run of commits of a stream."""

    commits: tuple[Commit, ...]


class World:
    """`scopes`: the villages of each replica, both where it is not named. The records of RECORDS are of the first."""

    def __init__(
        self,
        replicas: int,
        skews: Mapping[int, int],
        bug: str = "",
        scopes: Mapping[int, tuple[str, ...]] | None = None,
    ) -> None:
        given = scopes or {}
        self.replicas = [Replica(f"p{n}", given.get(n, VILLAGES), skews.get(n, 0)) for n in range(replicas)]
        self.truth = Truth(GROUPS)
        self.scope_of = dict.fromkeys(RECORDS, VILLAGES[0])
        self.sticks: list[tuple[Part, ...]] = []
        self.true_ms = _START_MS
        self.bug = bug

    def open(self, at: int, record: str) -> None:
        """A form opens on a record."""
        here, scope = self.replicas[at], self.scope_of[record]
        contested = is_contested(here.records.get(record, EMPTY))
        here.opened.append(Opened(record, scope, here.vector(scope), here.dots, contested))

    def save(self, at: int, which: int, fields: Mapping[str, Value], closes: tuple[Dot, ...] = ()) -> None:
        """A form is saved, perhaps long after it opened."""
        here = self.replicas[at]
        form = here.opened.pop(which % len(here.opened))
        self._write(here, form, "resolve" if closes else "set", fields, closes)

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

    def move_away(self, at: int, record: str) -> None:
        """A household moves: it ends in its village, and begins in the other where this replica works there too."""
        here, scope = self.replicas[at], self.scope_of[record]
        values = shown_values(here.records.get(record, EMPTY))
        if scope not in here.scopes or not values:
            return
        other = VILLAGES[1 - VILLAGES.index(scope)]
        self.open(at, record)
        self._write(
            here, here.opened.pop(), "end", {"ended_on": "2026-02-01", "ended_reason": "moved_out_village"}
        )
        if other in here.scopes:
            new = f"m{len(self.scope_of)}"
            self.scope_of[new] = other
            going_on = {key: value for key, value in values.items() if not key.startswith("ended")}
            self._write(here, Opened(new, other, {}, 0, False), "add", going_on)

    def deliver(self, source: int, target: int, which: int, count: int, twice: bool) -> None:
        """Hand over the next `count` commits of one stream (a cut link), or some it has already once more."""
        there, here = self.replicas[source], self.replicas[target]
        streams = sorted(
            stream for stream, commits in there.held.items() if commits and commits[0].scope in here.scopes
        )
        if source == target or not streams:
            return
        stream = streams[which % len(streams)]
        mine = here.held.get(stream, [])
        start = max(0, len(mine) - 2) if twice else len(mine)
        self._take(here, there.held[stream][start : start + count])

    def fill_stick(self, source: int, target: int) -> None:
        """A bundle of what the target lacks now, in small parts; it may be carried about for long."""
        there, here = self.replicas[source], self.replicas[target]
        parts = []
        for stream, commits in sorted(there.held.items()):
            lacked = commits[len(here.held.get(stream, ())) :] if commits else []
            if lacked and lacked[0].scope in here.scopes:
                parts += [Part(tuple(lacked[n : n + _PART])) for n in range(0, len(lacked), _PART)]
        if parts:
            self.sticks.append(tuple(parts))

    def read_stick(self, target: int, which: int, order: Sequence[int]) -> None:
        """Import these parts of a stick in this order, some perhaps not, some twice; what follows a gap waits."""
        here, stick = self.replicas[target], self.sticks[which % len(self.sticks)]
        waiting = [stick[n % len(stick)] for n in order]
        waiting = [part for part in waiting if part.commits[0].scope in here.scopes]
        while waiting:
            left = [part for part in waiting if not self._take(here, part.commits)]
            if len(left) == len(waiting):
                return
            waiting = left

    def put_back(self, at: int, keep: int) -> None:
        """An old copy is put back: every stream is cut, and the replica writes under a new stream from now on."""
        here = self.replicas[at]
        here.copies += 1
        held = {stream: commits[: max(0, len(commits) - keep)] for stream, commits in here.held.items()}
        here.held, here.records, here.opened, here.dots = {}, {}, [], 0
        for commits in held.values():
            self._take(here, commits)

    def settle(self) -> None:
        """Everything that anybody still holds reaches everybody whose village it is."""
        everything: dict[str, list[Commit]] = {}
        for replica in self.replicas:
            for stream, commits in replica.held.items():
                if len(commits) > len(everything.get(stream, ())):
                    everything[stream] = commits
        for order, replica in enumerate(self.replicas):
            for stream in sorted(everything, reverse=bool(order % 2)):
                commits = everything[stream]
                if commits[0].scope in replica.scopes:
                    self._take(replica, commits[len(replica.held.get(stream, ())) :])

    def check(self, at: int) -> None:
        """Compare a replica with the oracle. Raises Disagreement."""
        here = self.replicas[at]
        for record, scope in self.scope_of.items():
            if scope not in here.scopes and record in here.records:
                raise Disagreement(f"{here.name} holds {record} of a village that is not its own")
            state = here.records.get(record, EMPTY)
            self.truth.check(here.name, record, state, here.dots)
            if stored_and_read(state, self._numbers()) != state:
                raise Disagreement(f"{here.name} {record}: not the same after storing")

    def check_rest(self) -> None:
        """All replicas equal in what they share, in their logs and in every cell. Raises Disagreement."""
        for scope in VILLAGES:
            sharing = [at for at, replica in enumerate(self.replicas) if scope in replica.scopes]
            for at in sharing:
                here, first = self.replicas[at], self.replicas[sharing[0]]
                self.check(at)
                if here.vector(scope) != first.vector(scope) or any(
                    here.records.get(record, EMPTY) != first.records.get(record, EMPTY)
                    for record, place in self.scope_of.items()
                    if place == scope
                ):
                    raise Disagreement(f"{here.name} differs from {first.name} at rest")

    def _write(
        self,
        here: Replica,
        form: Opened,
        action: Action,
        fields: Mapping[str, Value],
        closes: tuple[Dot, ...] = (),
    ) -> None:
        stream = here.own_stream(form.scope)
        seen = spoilt_seen(self.bug, form.seen, here.vector(form.scope), stream)
        operation = Operation("household", form.record, action, fields, seen, closes=closes)
        self.true_ms += 1000
        seq, time = len(here.held.get(stream, ())) + 1, here.now(self.true_ms)
        commit = Commit(stream, form.scope, here.name, seq, time, "w", "cn@1", "edit", (operation,))
        self.truth.note(commit, form.had)
        self._take(here, [commit])

    def _take(self, here: Replica, commits: Sequence[Commit]) -> bool:
        """Take a run of commits in; False when it begins after what is here."""
        for commit in commits:
            mine = here.held.setdefault(commit.stream, [])
            if commit.seq > len(mine) + 1:
                return False
            if commit.seq == len(mine) + 1:
                mine.append(commit)
                here.dots |= self.truth.bit(commit.dot)
            self._apply(here, commit)
        return True

    def _apply(self, here: Replica, commit: Commit) -> None:
        here.last = max(here.last, int(commit.time.replace("-", ""), 16))
        for operation in commit.operations:
            state = here.records.get(operation.record, EMPTY)
            state = apply_operation(
                state, operation, dot=commit.dot, time=commit.time, replica=commit.replica, groups=GROUPS
            )
            here.records[operation.record] = spoilt_state(self.bug, state, commit.dot)

    def _numbers(self) -> dict[str, int]:
        return {stream: n for n, stream in enumerate(sorted({dot.stream for dot in self.truth.dots}), 1)}


def stored_and_read(state: RecordState, numbers: Mapping[str, int]) -> RecordState:
    """The record after its marks went through the bytes that a row keeps."""
    shown = {name: cell.siblings[0].fields for name, cell in state.cells.items() if cell.siblings}
    valued = {name for name, fields in shown.items() if any(value is not None for value in fields.values())}
    packed = pack_seen(marks_of(state), numbers.__getitem__, valued)
    streams = {n: stream for stream, n in numbers.items()}
    losers = {name: cell.siblings[1:] for name, cell in state.cells.items()}
    replicas = {s.dot.stream: s.replica for cell in state.cells.values() for s in cell.siblings}
    return state_of(unpack_seen(packed, streams.__getitem__, valued), shown, losers, replicas.__getitem__)
