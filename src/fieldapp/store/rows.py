"""One row of a list's table and the merge's state of that record: read from each other, never stored twice."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from fieldapp.journal.commit import Dot, Value, Vector
from fieldapp.journal.context import Mark, pack_seen, unpack_seen
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
from fieldapp.store.ledger import Ledger
from fieldapp.store.tables import Layout


@dataclass(frozen=True)
class Row:
    """A row as it lies in the table; `values` are the fields that are not NULL, unknown ones and the end included."""

    n: int
    id: str
    scope: str
    seen: bytes
    values: Mapping[str, Value]


def read_row(ledger: Ledger, layout: Layout, record: str) -> Row | None:
    """The row of a record, or None."""
    names = ", ".join(f'"{key}"' for key in layout.columns)
    found = ledger.db.execute(
        f"select n, id, scope, seen, extra, ended_on, ended_reason{', ' if names else ''}{names} "
        f'from "{layout.list}" where id = ?',
        [record],
    ).fetchone()
    if found is None:
        return None
    n, record_id, scope, seen, extra = found[:5]
    values = {
        key: value
        for key, value in zip((*ENDED_FIELDS, *layout.columns), found[5:], strict=True)
        if value is not None
    }
    return Row(n, record_id, scope, seen, values | (json.loads(extra) if extra else {}))


def marks_in(ledger: Ledger, layout: Layout, row: Row) -> dict[str, Mark]:
    """Where each cell of a row comes from."""
    return unpack_seen(row.seen, lambda number: ledger.stream_at(number).id, valued_cells(layout, row.values))


def valued_cells(layout: Layout, values: Mapping[str, Value]) -> Collection[str]:
    """The cells that hold something."""
    return {layout.cell_of(key) for key, value in values.items() if value is not None}


def read_state(ledger: Ledger, layout: Layout, row: Row) -> RecordState:
    """The merge's view of a row: its marks, its values and the siblings in the conflict table."""
    marks = marks_in(ledger, layout, row)
    losers: dict[str, list[Sibling]] = {}
    shown = {cell: _fields_of(layout, cell, row.values) for cell in marks}
    kept = ledger.db.execute(
        "select field, stream, seq, time, value from conflict where list = ? and record = ?",
        [layout.list, row.id],
    )
    for cell, number, seq, time, value in kept.fetchall():
        stream = ledger.stream_at(number)
        sibling = Sibling(Dot(stream.id, seq), time, stream.replica, json.loads(value))
        if cell in marks and sibling.dot == marks[cell].dot:
            shown[cell] = dict(sibling.fields)
        else:
            losers.setdefault(cell, []).append(sibling)
    return state_of(marks, shown, losers, lambda name: _replica(ledger, name))


def write_state(ledger: Ledger, layout: Layout, row: Row, state: RecordState, known: Vector) -> None:
    """Put a merged state back. `known` is the scope's vector before the commit: what lies in it never comes again."""
    values = {key: value for key, value in shown_values(state).items() if value is not None}
    marks = {
        cell: mark if cell == ENDED else Mark(mark.dot, mark.time, unarrived(mark.ahead, known), mark.closed)
        for cell, mark in marks_of(state).items()
    }
    seen = pack_seen(marks, ledger.number_in(row.scope), valued_cells(layout, values))
    write_values(ledger, layout, row.n, seen, values)
    ledger.db.execute("delete from conflict where list = ? and record = ?", [layout.list, row.id])
    contested = is_contested(state)
    for cell, kept in state.cells.items():
        for sibling in kept.siblings[0 if cell == ENDED and contested else 1 :]:
            ledger.db.execute(
                "insert into conflict (list, record, field, stream, seq, time, value) values (?, ?, ?, ?, ?, ?, ?)",
                [
                    layout.list,
                    row.id,
                    cell,
                    ledger.number_in(row.scope)(sibling.dot.stream),
                    sibling.dot.seq,
                    sibling.time,
                    json.dumps(dict(sibling.fields), ensure_ascii=False, sort_keys=True),
                ],
            )


def write_values(ledger: Ledger, layout: Layout, n: int, seen: bytes, values: Mapping[str, Value]) -> None:
    """Set every column of a row."""
    columns = (*ENDED_FIELDS, *layout.columns)
    sets = ", ".join(f'"{key}" = ?' for key in columns)
    ledger.db.execute(
        f'update "{layout.list}" set seen = ?, extra = ?, {sets} where n = ?',
        [seen, extra_text(layout, values), *(values.get(key) for key in columns), n],
    )


def extra_text(layout: Layout, values: Mapping[str, Value]) -> str | None:
    """The fields this dictionary does not know, as JSON; they travel on and wait for a dictionary that does."""
    if layout.known.issuperset(values):
        return None
    extra = {key: value for key, value in values.items() if value is not None and key not in layout.known}
    return json.dumps(extra, ensure_ascii=False, sort_keys=True) if extra else None


def unarrived(seen: Vector, known: Vector) -> Vector:
    """The part of a vector that has not come here: the rest can never come again, streams are prefixes."""
    if not seen:
        return seen
    return {stream: seq for stream, seq in seen.items() if seq > known.get(stream, 0)}


def _fields_of(layout: Layout, cell: str, values: Mapping[str, Value]) -> dict[str, Value]:
    keys = ENDED_FIELDS if cell == ENDED else layout.members.get(cell, (cell,))
    return {key: values.get(key) for key in keys}


def _replica(ledger: Ledger, name: str) -> str:
    stream = ledger.stream(name)
    return stream.replica if stream else ""
