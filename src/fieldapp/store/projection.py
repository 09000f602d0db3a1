"""Commits applied to the tables: the journal's merge for what is contested, straight writes for what is not."""

from collections.abc import Iterable, Mapping
from contextlib import suppress

from fieldapp.journal.commit import Commit, MalformedCommit, Operation, Value, Vector, decode_commit
from fieldapp.journal.context import Mark, covers, pack_seen
from fieldapp.journal.merge import ENDED, apply_operation, cells_of, shown_values
from fieldapp.store import log
from fieldapp.store.attachments import want_files
from fieldapp.store.finding.index import index_row, unindex_list
from fieldapp.store.fresh_rows import FreshRows
from fieldapp.store.ledger import Ledger
from fieldapp.store.rows import (
    Row,
    marks_in,
    read_row,
    read_state,
    unarrived,
    valued_cells,
    write_state,
    write_values,
)
from fieldapp.store.tables import Layout

Changed = tuple[str, str]
"""(list, record)"""
_LOOKUP = 500


class Misplaced(ValueError):
    """A commit of one scope that writes a record of another; the receiver sets it aside visibly."""


def apply_commit(
    ledger: Ledger, commit: Commit, known: Vector, *, only: str = "", absent: set[Changed] | None = None
) -> tuple[Changed, ...]:
    """Apply a commit in the caller's transaction. `known`: the scope's vector before it. Raises Misplaced untouched.

    A list the dictionary does not know stays in the log alone. `only` limits a replay to one list. `absent` are records
    known to have no row; those that are added leave it.
    """
    absent = set() if absent is None else absent
    todo: list[tuple[Operation, Layout, Row | None]] = []
    for operation in commit.operations:
        layout = ledger.layouts.get(operation.list)
        if layout is None or (only and operation.list != only):
            continue
        is_absent = (operation.list, operation.record) in absent
        row = None if is_absent else read_row(ledger, layout, operation.record)
        if row is not None and row.scope != commit.scope:
            raise Misplaced(f"{operation.list} {operation.record} belongs to {row.scope}")
        todo.append((operation, layout, row))
    changed: dict[Changed, None] = {}
    fresh = FreshRows(ledger, commit, known)
    for operation, layout, row in todo:
        name = (operation.list, operation.record)
        if name in changed:
            # A record that this very commit has written before is read again.
            fresh.flush()
            row = read_row(ledger, layout, operation.record)
        if row is None:
            fresh.add(operation, layout)
        else:
            _change(ledger, commit, operation, layout, row, known)
        changed[name] = None
        absent.discard(name)
    fresh.flush()
    return tuple(changed)


def absent_records(ledger: Ledger, records: Iterable[Changed]) -> set[Changed]:
    """Those of these records that have no row; a list the dictionary does not know is passed over."""
    named: dict[str, set[str]] = {}
    for name, record in records:
        named.setdefault(name, set()).add(record)
    found: set[Changed] = set()
    for name, ids in named.items():
        if name not in ledger.layouts:
            continue
        left = set(ids)
        ordered = sorted(ids)
        for at in range(0, len(ordered), _LOOKUP):
            some = ordered[at : at + _LOOKUP]
            marks = ", ".join("?" * len(some))
            left -= {
                r[0]
                for r in ledger.db.execute(f'select id from "{name}" where id in ({marks})', some).fetchall()
            }
        found |= {(name, record) for record in left}
    return found


def replay(ledger: Ledger, name: str) -> None:
    """Make a list's rows again from the whole log, after the dictionary has learnt fields, cells or the list itself."""
    unindex_list(ledger, name)
    ledger.db.execute(f'delete from "{name}"')
    ledger.db.execute("delete from conflict where list = ?", [name])
    streams = ledger.db.execute("select n from stream where replica <> '' order by n").fetchall()
    aside = set(ledger.db.execute("select stream, seq from quarantine").fetchall())
    known: dict[str, dict[str, int]] = {}
    for (number,) in streams:
        stream = ledger.stream_at(number)
        reached = known.setdefault(stream.scope, {})
        for seq, line in log.lines_after(ledger.db, number, 0):
            if (number, seq) not in aside:
                with suppress(MalformedCommit, Misplaced):
                    commit = decode_commit(line, stream=stream.id, scope=stream.scope, replica=stream.replica)
                    apply_commit(ledger, commit, reached, only=name)
            reached[stream.id] = seq


def _change(
    ledger: Ledger, commit: Commit, operation: Operation, layout: Layout, row: Row, known: Vector
) -> None:
    """What an operation does to a row that is there."""
    values = _overwrite(ledger, commit, operation, layout, row, known)
    if values is None:
        state = apply_operation(
            read_state(ledger, layout, row),
            operation,
            dot=commit.dot,
            time=commit.time,
            replica=commit.replica,
            groups=layout.cells,
        )
        write_state(ledger, layout, row, state, known)
        values = {key: value for key, value in shown_values(state).items() if value is not None}
    if any(values.get(spec.key) != row.values.get(spec.key) for spec in layout.searched):
        index_row(ledger, layout, row.n, commit.scope, values)
    for key in layout.files:
        want_files(ledger, f"{values.get(key) or ''} {operation.fields.get(key) or ''}", commit.scope)


def _overwrite(
    ledger: Ledger, commit: Commit, operation: Operation, layout: Layout, row: Row, known: Vector
) -> Mapping[str, Value] | None:
    """The new values when the writer had seen all that stands in these cells and no end is in play; else None."""
    cells = cells_of(operation.fields, layout.cells)
    if ENDED in cells or operation.closes or "ended_on" in row.values:
        return None
    marks = marks_in(ledger, layout, row)
    if ENDED in marks or not all(
        cell not in marks or _is_seen_through(marks[cell], operation.seen) for cell in cells
    ):
        return None
    contested = ledger.db.execute(
        "select 1 from conflict where list = ? and record = ? limit 1", [layout.list, row.id]
    ).fetchone()
    if contested:
        return None
    mark = Mark(commit.dot, commit.time, unarrived(operation.seen, known))
    written = {key: value for fields in cells.values() for key, value in fields.items()}
    values = {key: value for key, value in {**row.values, **written}.items() if value is not None}
    marks |= dict.fromkeys(cells, mark)
    seen = pack_seen(marks, ledger.number_in(row.scope), valued_cells(layout, values))
    write_values(ledger, layout, row.n, seen, values)
    return values


def _is_seen_through(mark: Mark, seen: Vector) -> bool:
    return covers(seen, mark.dot) and not mark.ahead and not mark.closed
