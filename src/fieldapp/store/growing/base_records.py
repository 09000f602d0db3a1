"""What a village's base holds of single records: rows, siblings, and the operations that make them again."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import structs

from fieldapp.journal.commit import Commit, Dot, Operation, Value
from fieldapp.journal.context import Mark
from fieldapp.journal.merge import ENDED, ENDED_FIELDS
from fieldapp.store.growing.base import head_of, kept_origin, parts_in
from fieldapp.store.growing.parts import Conflicts, ListShape, Rows
from fieldapp.store.growing.row_parts import BaseRow, rows_of

if TYPE_CHECKING:
    from sqlite_utils import Database

    from fieldapp.store.ledger import Ledger


def base_row(db: "Database", scope: str, name: str, record: str) -> tuple[BaseRow, ListShape] | None:
    """A record as the base holds it, and how its writer laid the list out."""
    head = head_of(db, scope)
    if head is None or name not in head.lists:
        return None
    streams, shape = [stream[0] for stream in head.streams], head.lists[name]
    for part in parts_in(db, scope, "rows", name, record):
        if isinstance(part, Rows) and record in part.i:
            return next(row for row in rows_of(part, shape, streams) if row.id == record), shape
    return None


def base_conflicts(db: "Database", scope: str, name: str, record: str) -> list[tuple[str, Dot, str, str]]:
    """(cell, dot, clock, values as JSON) of a record's other siblings in the base."""
    head = head_of(db, scope)
    return [
        (row[2], Dot(head.streams[row[3]][0], row[4]), row[5], row[6])
        for part in (parts_in(db, scope, "conflicts") if head else ())
        for row in (part.r if isinstance(part, Conflicts) else ())
        if head and row[:2] == (name, record)
    ]


def before_in_base(db: "Database", scope: str, name: str, record: str, cell: str) -> Mapping[str, Value]:
    """What stood in a cell before the sides of a conflict were written, where the base remembers it."""
    for part in parts_in(db, scope, "conflicts"):
        for row in part.b if isinstance(part, Conflicts) else ():
            if row[:3] == (name, record, cell):
                return row[3]
    return {}


def operations_in_base(
    ledger: "Ledger", scope: str, name: str, record: str
) -> Iterator[tuple[Commit, Operation]]:
    """What the base holds of a record, as the operations that wrote it: their fields still shown or in conflict, the rest
    of them gone. Applied to an empty record they make the state at the base."""
    found = base_row(ledger.db, scope, name, record)
    if found is None:
        return
    row, shape = found
    yield from _as_operations(ledger, scope, name, row, shape)


def commits_in_base(ledger: "Ledger", scope: str, naming: Sequence[str] = ()) -> Iterator[Commit]:
    """What a village's base holds, as commits of one operation each; with `naming`, of records that hold such a word."""
    head = head_of(ledger.db, scope)
    streams = [stream[0] for stream in head.streams] if head else []
    for part in parts_in(ledger.db, scope, "rows") if head else ():
        if isinstance(part, Rows) and head:
            shape = head.lists[part.l]
            for row in rows_of(part, shape, streams):
                if not naming or any(word in str(value) for word in naming for value in row.values.values()):
                    for commit, operation in _as_operations(ledger, scope, part.l, row, shape):
                        yield structs.replace(commit, operations=(operation,))


def _as_operations(
    ledger: "Ledger", scope: str, name: str, row: BaseRow, shape: ListShape
) -> Iterator[tuple[Commit, Operation]]:
    written: dict[tuple[Dot, str, tuple[object, ...]], tuple[Mark, dict[str, Value]]] = {}

    def put(mark: Mark, fields: Mapping[str, Value]) -> None:
        key = (mark.dot, mark.time, (*sorted(mark.ahead.items()), *sorted(mark.closed)))
        written.setdefault(key, (mark, {}))[1].update(fields)

    others = base_conflicts(ledger.db, scope, name, row.id)
    shown = {(cell, dot): json.loads(values) for cell, dot, _, values in others}
    for cell, mark in row.marks.items():
        # A contested end shows NULL; what was written stands among the siblings.
        put(
            mark,
            shown.pop((cell, mark.dot), None) or {key: row.values.get(key) for key in _keys(shape, cell)},
        )
    for cell, dot, time, values in others:
        if (cell, dot) in shown:
            put(Mark(dot, time), json.loads(values))
    for mark, fields in sorted(written.values(), key=lambda pair: (pair[0].time, pair[0].dot)):
        known = kept_origin(ledger.db, scope, mark.dot)
        stream = ledger.stream(mark.dot.stream)
        commit = Commit(
            mark.dot.stream,
            scope,
            stream.replica if stream else "",
            mark.dot.seq,
            mark.time,
            known.worker if known else "",
            "",
            known.kind if known else "edit",
            (),
        )
        source = known.source_of(name, row.id) if known else ""
        yield commit, Operation(name, row.id, "set", fields, mark.ahead, source, tuple(sorted(mark.closed)))


def _keys(shape: ListShape, cell: str) -> tuple[str, ...]:
    if cell == ENDED:
        return ENDED_FIELDS
    return tuple(key for key in shape.columns if shape.cells.get(key) == cell) or (cell,)
