"""The merge: what stands in a record after any set of operations, in whatever order they came. Pure.

Each cell (a field, or a group of fields that merge as one) keeps its *siblings*: the writes that no other write of the
cell has seen. One is shown, the highest by (hybrid clock, replica); the others stay as a visible conflict until a person
closes them. Concurrency is decided by what the writers had seen alone; clocks only order.

Applying an operation to a cell: drop the siblings it has seen or closes; join what it has seen; keep the operation unless
its dot is already known or was already seen by another write. The result depends on the set of operations, not on order.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from msgspec import structs

from fieldapp.journal.commit import Dot, Operation, Value, Vector
from fieldapp.journal.context import Mark, covers, joined

ENDED = "ended"
"""The cell that says a record has ended: fields `ended_on`, `ended_reason`."""
ENDED_FIELDS = ("ended_on", "ended_reason")


@dataclass(frozen=True)
class Sibling:
    """One write of a cell that no other write has seen. `fields` holds every field of the cell's group."""

    dot: Dot
    time: str
    replica: str
    fields: Mapping[str, Value]


@dataclass(frozen=True)
class Cell:
    """Siblings, the shown one first. `ahead`: the join of what all writers of this cell had seen; `closed`: see Mark."""

    siblings: tuple[Sibling, ...] = ()
    ahead: Vector = field(default_factory=dict)
    closed: frozenset[Dot] = frozenset()


@dataclass(frozen=True)
class RecordState:
    """A record as its cells, by cell name."""

    cells: Mapping[str, Cell] = field(default_factory=dict)


EMPTY = RecordState()


def apply_operation(
    state: RecordState, operation: Operation, *, dot: Dot, time: str, replica: str, groups: Mapping[str, str]
) -> RecordState:
    """The record after this operation. `groups` maps a field to the name of its cell where it is not its own.

    An operation that touches a group names all its fields; one left out is NULL. A commit writes a cell once.
    Applying the same operation again changes nothing.
    """
    operation = honest(operation, dot)
    cells = dict(state.cells)
    for name, fields in cells_of(operation.fields, groups).items():
        cells[name] = _written(cells.get(name, Cell()), operation, Sibling(dot, time, replica, fields))
    return RecordState(cells)


def cells_of(fields: Mapping[str, Value], groups: Mapping[str, str]) -> dict[str, dict[str, Value]]:
    """These fields by cell name, each group whole: a field of a touched group that is not named is NULL."""
    cells: dict[str, dict[str, Value]] = {}
    for key, value in with_groups(fields, groups).items():
        cells.setdefault(_cell_name(key, groups), {})[key] = value
    if ENDED in cells:
        cells[ENDED] = {key: cells[ENDED].get(key) for key in ENDED_FIELDS}
    return cells


def with_groups(fields: Mapping[str, Value], groups: Mapping[str, str]) -> Mapping[str, Value]:
    """These fields with those of the groups they touch, NULL where they are not named; the same object where they touch
    none."""
    if groups.keys().isdisjoint(fields):
        return fields
    touched = {groups[key] for key in fields if key in groups}
    return {**dict.fromkeys(key for key, name in groups.items() if name in touched), **fields}


def shown_values(state: RecordState) -> dict[str, Value]:
    """The values to show. A record that was ended while somebody else edited it is shown as going on."""
    values: dict[str, Value] = {}
    for cell in state.cells.values():
        for sibling in cell.siblings[:1]:
            values.update(sibling.fields)
    if is_contested(state):
        values.update(dict.fromkeys(ENDED_FIELDS))
    return values


def open_conflicts(state: RecordState) -> dict[str, Cell]:
    """The cells a person has to close. Concurrent writes of equal values are none; an end against an edit is one."""
    contested = is_contested(state)
    return {
        name: cell
        for name, cell in state.cells.items()
        if (name == ENDED and contested)
        or any(sibling.fields != cell.siblings[0].fields for sibling in cell.siblings[1:])
    }


def is_contested(state: RecordState) -> bool:
    """Whether the record's end stands against a write of another cell that nobody who ended it had seen.

    Whoever knowingly corrects an ended record writes the end again in the same operation; so an edit without it says
    that its writer took the record to go on, and this stays true until somebody writes the end with the edit seen.
    """
    ended = state.cells.get(ENDED)
    if ended is None or all(sibling.fields.get("ended_on") is None for sibling in ended.siblings):
        return False
    together = {sibling.dot for sibling in ended.siblings}
    return any(
        not covers(ended.ahead, sibling.dot) and sibling.dot not in together
        for name, cell in state.cells.items()
        if name != ENDED
        for sibling in cell.siblings
    )


def marks_of(state: RecordState) -> dict[str, Mark]:
    """What a row keeps of each cell beside its values; the siblings that are not shown go to the conflict table."""
    return {
        name: Mark(cell.siblings[0].dot, cell.siblings[0].time, cell.ahead, cell.closed)
        for name, cell in state.cells.items()
        if cell.siblings
    }


def state_of(
    marks: Mapping[str, Mark],
    shown: Mapping[str, Mapping[str, Value]],
    losers: Mapping[str, Iterable[Sibling]],
    replica_of: Callable[[str], str],
) -> RecordState:
    """The record from its row: marks by cell, the shown sibling's fields by cell, the other siblings by cell.

    `replica_of` gives the replica of a stream. Reverse of `marks_of` and `siblings[1:]`. For a contested end pass what
    was written, not the NULL that is shown.
    """
    return RecordState(
        {
            name: Cell(
                _ordered(
                    (
                        Sibling(mark.dot, mark.time, replica_of(mark.dot.stream), shown[name]),
                        *losers.get(name, ()),
                    )
                ),
                mark.ahead,
                mark.closed,
            )
            for name, mark in marks.items()
        }
    )


def _cell_name(key: str, groups: Mapping[str, str]) -> str:
    return ENDED if key in ENDED_FIELDS else groups.get(key, key)


def honest(operation: Operation, dot: Dot) -> Operation:
    """The operation as it may be: nobody has seen or closes the commit that is being written; a line that says so would
    hide itself."""
    if operation.seen.get(dot.stream, 0) < dot.seq and dot not in operation.closes:
        return operation
    seen = {**operation.seen, dot.stream: min(operation.seen.get(dot.stream, 0), dot.seq - 1)}
    return structs.replace(
        operation, seen=seen, closes=tuple(closed for closed in operation.closes if closed != dot)
    )


def _written(cell: Cell, operation: Operation, sibling: Sibling) -> Cell:
    closes = frozenset(operation.closes)
    known = _is_known(cell, sibling.dot)
    ahead = joined(cell.ahead, operation.seen)
    closed = frozenset(dot for dot in cell.closed | closes if not covers(ahead, dot))
    if closed == cell.closed and ahead == cell.ahead and known:
        return cell
    kept = tuple(s for s in cell.siblings if not covers(ahead, s.dot) and s.dot not in closed)
    if not known:
        kept = _ordered((*kept, sibling))
    return replace(cell, siblings=kept, ahead=ahead, closed=closed)


def _is_known(cell: Cell, dot: Dot) -> bool:
    return covers(cell.ahead, dot) or dot in cell.closed or any(s.dot == dot for s in cell.siblings)


def _ordered(siblings: Iterable[Sibling]) -> tuple[Sibling, ...]:
    return tuple(sorted(siblings, key=lambda s: (s.time, s.replica, s.dot), reverse=True))
