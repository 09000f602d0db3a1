"""Commits applied to the tables: the journal's merge for what is contested, straight writes for what is not."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace

from fieldapp.journal.commit import Commit, MalformedCommit, Operation, Value, Vector, decode_commit
from fieldapp.journal.context import Mark, covers, pack_seen
from fieldapp.journal.merge import ENDED, apply_operation, cells_of, shown_values
from fieldapp.store import log
from fieldapp.store.attachments import want_files
from fieldapp.store.index import index_row, unindex_list
from fieldapp.store.ledger import Ledger
from fieldapp.store.rows import (
    Row,
    insert_row,
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
    for operation, layout, row in todo:
        name = (operation.list, operation.record)
        # A record that this very commit has written before is read again.
        _apply(
            ledger,
            commit,
            operation,
            layout,
            read_row(ledger, layout, name[1]) if name in changed else row,
            known,
        )
        changed[name] = None
        absent.discard(name)
    return tuple(changed)


def absent_records(ledger: Ledger, commits: Iterable[Commit]) -> set[Changed]:
    """The records these commits write that have no row yet."""
    named: dict[str, set[str]] = {}
    for commit in commits:
        for operation in commit.operations:
            if operation.list in ledger.layouts:
                named.setdefault(operation.list, set()).add(operation.record)
    found: set[Changed] = set()
    for name, ids in named.items():
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


def _apply(
    ledger: Ledger, commit: Commit, operation: Operation, layout: Layout, row: Row | None, known: Vector
) -> None:
    if row is None:
        n, values = _add(ledger, commit, operation, layout, known)
    elif (direct := _overwrite(ledger, commit, operation, layout, row, known)) is not None:
        n, values = row.n, direct
    else:
        groups = layout.cells
        state = apply_operation(
            read_state(ledger, layout, row),
            operation,
            dot=commit.dot,
            time=commit.time,
            replica=commit.replica,
            groups=groups,
        )
        write_state(ledger, layout, row, state, known)
        n, values = row.n, {key: value for key, value in shown_values(state).items() if value is not None}
    before = row.values if row else {}
    if layout.searched and any(values.get(f.key) != before.get(f.key) for f in layout.searched):
        index_row(ledger, layout, n, commit.scope, values, fresh=row is None)
    for key in layout.files:
        want_files(ledger, str(values.get(key) or ""))


def _add(
    ledger: Ledger, commit: Commit, operation: Operation, layout: Layout, known: Vector
) -> tuple[int, Mapping[str, Value]]:
    cells = cells_of(operation.fields, layout.cells)
    mark = Mark(commit.dot, commit.time, unarrived(operation.seen, known), frozenset(operation.closes))
    # The end keeps all its writer had seen: whether an edit stands against it is judged by that.
    marks = {cell: replace(mark, ahead=operation.seen) if cell == ENDED else mark for cell in cells}
    values = {key: value for fields in cells.values() for key, value in fields.items() if value is not None}
    seen = pack_seen(marks, ledger.number_in(commit.scope), valued_cells(layout, values))
    return insert_row(ledger, layout, operation.record, commit.scope, seen, values), values


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
