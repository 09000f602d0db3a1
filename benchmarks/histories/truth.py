"""The oracle: what must stand in every cell, told from sets of commits alone. It knows no vectors and no merge.

Of each commit it keeps the set of commits that its writer had when the form opened. A write of a cell stands unless
another write of that cell that is here was made by somebody who had it, or names it as closed. Sets are bits of a number.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.journal.commit import Commit, Dot, Operation, Value
from fieldapp.journal.merge import ENDED, ENDED_FIELDS, RecordState, cells_of, open_conflicts, shown_values


class Disagreement(AssertionError):
    """What is tried and the oracle differ."""


@dataclass(frozen=True)
class Write:
    """One write of one cell: its own bit, what its writer had and what it closes, and the fields of the whole cell."""

    dot: Dot
    time: str
    replica: str
    fields: Mapping[str, Value]
    bit: int
    had: int
    closes: int

    @property
    def order(self) -> tuple[str, str, Dot]:
        """The higher is shown."""
        return self.time, self.replica, self.dot


Standing = dict[str, list[Write]]


class Truth:
    """Every commit of a history. `groups` maps a field to its cell where it is not its own."""

    def __init__(self, groups: Mapping[str, str]) -> None:
        self._groups = groups
        self._bits: dict[Dot, int] = {}
        self._writes: dict[str, dict[str, list[Write]]] = {}
        self._prefixes: dict[str, list[int]] = {}

    def __len__(self) -> int:
        return len(self._bits)

    @property
    def dots(self) -> tuple[Dot, ...]:
        """Every commit there ever was."""
        return tuple(self._bits)

    def bit(self, dot: Dot) -> int:
        """The bit of a commit."""
        return self._bits.setdefault(dot, 1 << len(self._bits))

    def prefix(self, stream: str, seq: int) -> int:
        """The first `seq` commits of a stream as a set."""
        sets = self._prefixes.setdefault(stream, [0])
        while len(sets) <= seq:
            sets.append(sets[-1] | self.bit(Dot(stream, len(sets))))
        return sets[seq]

    @property
    def records(self) -> tuple[str, ...]:
        """Every record there ever was."""
        return tuple(self._writes)

    def note(self, commit: Commit, had: int) -> int:
        """A commit was made by somebody who had these; its bit."""
        bit = self.bit(commit.dot)
        for operation in commit.operations:
            self._note(commit, operation, bit, had)
        return bit

    def standing(self, record: str, held: int) -> Standing:
        """Cell → the writes that stand for a replica that holds these commits, the one to show first."""
        found: Standing = {}
        for cell, writes in self._writes.get(record, {}).items():
            here = [write for write in writes if write.bit & held]
            gone = 0
            for write in here:
                gone |= write.had | write.closes
            found[cell] = sorted(
                (write for write in here if not write.bit & gone), key=lambda one: one.order, reverse=True
            )
        return found

    def is_contested(self, record: str, held: int, standing: Standing) -> bool:
        """Whether the record's end stands against a write that nobody who ended it had."""
        ends = standing.get(ENDED, [])
        if all(end.fields["ended_on"] is None for end in ends):
            return False
        known = 0
        for end in self._writes[record][ENDED]:
            known |= end.had if end.bit & held else 0
        for end in ends:
            known |= end.bit
        return any(
            not write.bit & known for cell, writes in standing.items() if cell != ENDED for write in writes
        )

    def check(self, name: str, record: str, state: RecordState, held: int) -> None:
        """Raises Disagreement where the merge shows another value, hides a loser or makes up a conflict."""
        standing = self.standing(record, held)
        for cell in standing.keys() | state.cells.keys():
            siblings = [s.dot for s in state.cells[cell].siblings] if cell in state.cells else []
            writes = [write.dot for write in standing.get(cell, [])]
            if siblings != writes:
                raise Disagreement(f"{name} {record}.{cell}: {siblings} stand instead of {writes}")
        contested = self.is_contested(record, held, standing)
        expected = shown(standing, contested)
        if shown_values(state) != expected:
            raise Disagreement(f"{name} {record}: shows {shown_values(state)} instead of {expected}")
        if set(open_conflicts(state)) != conflicting(standing, contested):
            raise Disagreement(f"{name} {record}: open are {sorted(open_conflicts(state))}")

    def _note(self, commit: Commit, operation: Operation, bit: int, had: int) -> None:
        closes = 0
        for dot in operation.closes:
            closes |= self.bit(dot)
        cells = self._writes.setdefault(operation.record, {})
        for cell, fields in cells_of(operation.fields, self._groups).items():
            write = Write(commit.dot, commit.time, commit.replica, fields, bit, had, closes & ~bit)
            cells.setdefault(cell, []).append(write)


def shown(standing: Standing, contested: bool) -> dict[str, Value]:
    """The values a person must see."""
    expected: dict[str, Value] = {}
    for writes in standing.values():
        for write in writes[:1]:
            expected.update(write.fields)
    return expected | dict.fromkeys(ENDED_FIELDS) if contested else expected


def conflicting(standing: Standing, contested: bool) -> set[str]:
    """The cells that wait for a person: concurrent writes of different values, an end against an edit."""
    found = {
        cell
        for cell, writes in standing.items()
        if any(write.fields != writes[0].fields for write in writes[1:])
    }
    return found | {ENDED} if contested else found
