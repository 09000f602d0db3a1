"""One row of a list's table and the merge's state of that record: read from each other, never stored twice."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from fieldapp.journal.commit import Dot, Value, Vector
from fieldapp.journal.context import Mark, unpack_seen
from fieldapp.journal.merge import (
    ENDED,
    ENDED_FIELDS,
    RecordState,
    Sibling,
    is_contested,
    marks_of,
    shown_values,
    state_of,
)
from fieldapp.journal.row_context import RowContext
from fieldapp.store.ledger import Ledger
from fieldapp.store.tables import Layout

AT_ONCE = 500
"""Records that one statement names."""


class Row(msgspec.Struct, frozen=True, gc=False):
    """A row as it lies in the table; `values` are the fields that are not NULL, unknown ones and the end included."""

    n: int
    id: str
    scope: str
    seen: bytes
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge leaves of a record: values that are not NULL, marks by cell, and the siblings that the conflict
    table keeps."""

    values: Mapping[str, Value]
    marks: Mapping[str, Mark]
    siblings: Mapping[str, Sequence[Sibling]]


class Held(msgspec.Struct, gc=False):
    """A row in memory. `before` is the row in the table, None for a new one; the rest is what it is to be.

    `context` is the packed one where it was looked into; `seen` is b"" while `context` or `marks` say more than it does;
    `marks` is None while it does not. `is_part`: only some columns were read, those that are written among them.
    `is_resettled`: the siblings that the conflict table keeps are to be written anew. `touched`: the fields that can
    differ from `before`.
    """

    layout: Layout
    n: int
    id: str
    scope: str
    before: Row | None
    values: Mapping[str, Value]
    seen: bytes
    marks: Mapping[str, Mark] | None = None
    siblings: Mapping[str, Sequence[Sibling]] | None = None
    is_changed: bool = False
    is_resettled: bool = False
    is_part: bool = False
    touched: frozenset[str] = frozenset()
    context: RowContext | None = None

    def differs(self, key: str) -> bool:
        """Whether a field of a row that was there is another one now."""
        before = self.before
        return before is not None and before.values.get(key) != self.values.get(key)


def read_row(ledger: Ledger, layout: Layout, record: str) -> Row | None:
    """The row of a record, or None."""
    return next(read_rows(ledger, layout, (record,)), None)


def read_rows(
    ledger: Ledger, layout: Layout, records: Sequence[str], keys: Collection[str] | None = None
) -> Iterator[Row]:
    """The rows of those of these records that have one; with `keys`, of their values these columns and the end alone."""
    columns = (*ENDED_FIELDS, *(layout.columns if keys is None else keys))
    names = ", ".join([*(f'"{key}"' for key in columns), "extra" if keys is None else "null"])
    for some in _some(records):
        found = ledger.db.execute(
            f'select n, id, scope, seen, {names} from "{layout.list}" where id in ({_marks(some)})', some
        )
        for n, record, scope, seen, *cells, extra in found.fetchall():
            values = values_in(columns, cells)
            yield Row(n, record, scope, seen, values | json.loads(extra) if extra else values)


def values_in(columns: Iterable[str], cells: Iterable[Value | float]) -> dict[str, Value]:
    """The values of a row's columns that are not NULL.

    A text such as `7.5` that a line put into a column of whole numbers became a fraction there, which no field, line or
    base can hold: it is read as the text that it was.
    """
    values: dict[str, Value] = {}
    for key, value in zip(columns, cells, strict=True):
        if value is not None:
            values[key] = repr(value) if isinstance(value, float) else value
    return values


def read_ids(ledger: Ledger, layout: Layout, records: Sequence[str]) -> set[str]:
    """Those of these records that have a row."""
    return {
        row[0]
        for some in _some(records)
        for row in ledger.db.execute(
            f'select id from "{layout.list}" where id in ({_marks(some)})', some
        ).fetchall()
    }


def marks_in(ledger: Ledger, layout: Layout, row: Row) -> dict[str, Mark]:
    """Where each cell of a row comes from."""
    return unpack_seen(row.seen, lambda number: ledger.stream_at(number).id, valued_cells(layout, row.values))


def valued_cells(layout: Layout, values: Mapping[str, Value]) -> Collection[str]:
    """The cells that hold something."""
    valued: Iterable[str] = values
    if None in values.values():
        valued = [key for key, value in values.items() if value is not None]
    return set(map(layout.names.get, valued, valued))


def read_state(ledger: Ledger, layout: Layout, row: Row) -> RecordState:
    """The merge's view of a row: its marks, its values and the siblings in the conflict table."""
    siblings = read_siblings(ledger, layout, (row.id,)).get(row.id, {})
    return state_from(ledger, layout, Merged(row.values, marks_in(ledger, layout, row), siblings))


def read_siblings(
    ledger: Ledger, layout: Layout, records: Sequence[str]
) -> dict[str, dict[str, list[Sibling]]]:
    """What the conflict table keeps of these records: record → cell → siblings."""
    siblings: dict[str, dict[str, list[Sibling]]] = {}
    for some in _some(records):
        kept = ledger.db.execute(
            "select record, field, stream, seq, time, value from conflict "
            f"where list = ? and record in ({_marks(some)})",
            [layout.list, *some],
        )
        for record, cell, number, seq, time, value in kept.fetchall():
            stream = ledger.stream_at(number)
            sibling = Sibling(Dot(stream.id, seq), time, stream.replica, json.loads(value))
            siblings.setdefault(record, {}).setdefault(cell, []).append(sibling)
    return siblings


def state_from(ledger: Ledger, layout: Layout, merged: Merged) -> RecordState:
    """The merge's view of a record. Where an end is contested, its shown sibling is among those kept aside."""
    losers: dict[str, list[Sibling]] = {}
    shown = {cell: _fields_of(layout, cell, merged.values) for cell in merged.marks}
    for cell, kept in merged.siblings.items():
        for sibling in kept:
            if cell in merged.marks and sibling.dot == merged.marks[cell].dot:
                shown[cell] = dict(sibling.fields)
            else:
                losers.setdefault(cell, []).append(sibling)
    return state_of(merged.marks, shown, losers, lambda name: _replica(ledger, name))


def merged_of(state: RecordState, known: Vector) -> Merged:
    """What is kept of a state. `known` is the scope's vector before the commit: what lies in it never comes again."""
    contested = is_contested(state)
    siblings = {
        cell: kept.siblings[0 if cell == ENDED and contested else 1 :] for cell, kept in state.cells.items()
    }
    return Merged(
        {key: value for key, value in shown_values(state).items() if value is not None},
        {
            cell: mark
            if cell == ENDED
            else Mark(mark.dot, mark.time, unarrived(mark.ahead, known), mark.closed)
            for cell, mark in marks_of(state).items()
        },
        {cell: kept for cell, kept in siblings.items() if kept},
    )


def extra_text(layout: Layout, values: Mapping[str, Value]) -> str | None:
    """The fields this dictionary does not know, as JSON; they travel on and wait for a dictionary that does."""
    if layout.known.issuperset(values):
        return None
    extra = {key: value for key, value in values.items() if value is not None and key not in layout.known}
    return json.dumps(extra, ensure_ascii=False, sort_keys=True) if extra else None


def unarrived(seen: Vector, known: Vector) -> Vector:
    """The part of a vector that has not come here: the rest can never come again, streams are prefixes."""
    for stream, seq in seen.items():
        if seq > known.get(stream, 0):
            break
    else:
        return {}
    return {stream: seq for stream, seq in seen.items() if seq > known.get(stream, 0)}


def _some(records: Sequence[str]) -> Iterable[Sequence[str]]:
    return (records[at : at + AT_ONCE] for at in range(0, len(records), AT_ONCE))


def _marks(parameters: Sequence[str]) -> str:
    return ", ".join("?" * len(parameters))


def _fields_of(layout: Layout, cell: str, values: Mapping[str, Value]) -> dict[str, Value]:
    keys = ENDED_FIELDS if cell == ENDED else layout.members.get(cell, (cell,))
    return {key: values.get(key) for key in keys}


def _replica(ledger: Ledger, name: str) -> str:
    stream = ledger.stream(name)
    return stream.replica if stream else ""
