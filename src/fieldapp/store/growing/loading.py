"""Parts of a base put into the tables: rows with their marks, conflicts, what stands aside; then the log above them.

The rule it holds: a base and the lines above it make the same tables, marks and conflicts as the whole log.
"""

import json
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import suppress
from itertools import repeat

from fieldapp.journal.commit import MalformedCommit, decode_commit
from fieldapp.journal.context import Mark, pack_seen
from fieldapp.journal.merge import ENDED, ENDED_FIELDS
from fieldapp.store.claims import give_up, kept_elsewhere, note_aside, note_given_up
from fieldapp.store.files.attachments import want_files
from fieldapp.store.finding.index import SLOTS
from fieldapp.store.finding.waiting_rows import let_wait
from fieldapp.store.growing.base import parts_in
from fieldapp.store.growing.parts import Conflicts, Head, ListShape, Part, Rest, Rows
from fieldapp.store.growing.row_parts import marks_of, values_at
from fieldapp.store.hand import Hand
from fieldapp.store.ledger import Ledger
from fieldapp.store.projecting import project_scope
from fieldapp.store.projection import merge_commit
from fieldapp.store.rows import extra_text, valued_cells
from fieldapp.store.tables import Layout


def clear_rows(ledger: Ledger, scope: str) -> None:
    """Take a village out of every list's table, the conflicts and the index, in the caller's transaction."""
    for name in ledger.layouts:
        if name in ledger.slots:
            ledger.db.execute(
                f'delete from find where rowid in (select n * {SLOTS} + ? from "{name}" where scope = ?)',
                [ledger.slots[name], scope],
            )
        ledger.db.execute(
            f'delete from conflict where list = ? and record in (select id from "{name}" where scope = ?)',
            [name, scope],
        )
        ledger.db.execute(f'delete from "{name}" where scope = ?', [scope])


def remake(ledger: Ledger, scope: str) -> None:
    """A village's tables again from its base and log, in the caller's transaction."""
    clear_rows(ledger, scope)
    load_base(ledger, scope)
    apply_log(ledger, scope)


def load_bases(ledger: Ledger, name: str) -> dict[str, dict[str, int]]:
    """One list's rows of every base, in the caller's transaction; scope → the vector that the base stands for."""
    reached: dict[str, dict[str, int]] = {}
    for scope, stream, seq in ledger.db.execute(
        "select scope, id, seq from base_stream join stream on n = stream"
    ).fetchall():
        reached.setdefault(scope, {})[stream] = seq
    for scope in reached:
        load_base(ledger, scope, name)
    return reached


def load_base(ledger: Ledger, scope: str, only: str = "") -> None:
    """The rows that a village's base holds, of one list where `only` says so; the tables hold none of them yet."""
    head: Head | None = None
    for kind in ("head", "rows", "conflicts", "rest"):
        for part in parts_in(ledger.db, scope, kind):
            if isinstance(part, Head):
                head = part
            elif head is not None:
                load_part(ledger, head, part, only)


def load_part(ledger: Ledger, head: Head, part: Part, only: str = "") -> None:
    """One part into the tables."""
    streams = [stream[0] for stream in head.streams]
    if isinstance(part, Rows):
        layout = ledger.layouts.get(part.l)
        if layout is not None and only in ("", part.l):
            _load_rows(ledger, head.scope, layout, part, head.lists[part.l], streams)
    elif isinstance(part, Conflicts):
        number = ledger.number_in(head.scope)
        others = kept_elsewhere(ledger, head.scope, ((row[0], row[1]) for row in part.r))
        ledger.db.conn.executemany(
            "insert or replace into conflict (list, record, field, stream, seq, time, value) "
            "values (?, ?, ?, ?, ?, ?, ?)",
            [
                (name, record, cell, number(streams[place]), seq, time, values)
                for name, record, cell, place, seq, time, values in part.r
                if only in ("", name) and name in ledger.layouts and (name, record) not in others
            ],
        )
        _want_beside(
            ledger, head.scope, [row for row in part.r if only in ("", row[0]) and row[:2] not in others]
        )
    elif isinstance(part, Rest):
        _load_lines(ledger, head, part, only)


def _want_beside(
    ledger: Ledger, scope: str, rows: Sequence[tuple[str, str, str, int, int, str, str]]
) -> None:
    """The files that stand in conflicts: who decides between two photos must see both."""
    for name, _, _, _, _, _, values in rows:
        layout = ledger.layouts.get(name)
        told = json.loads(values) if layout and layout.files else {}
        for key in layout.files if layout else ():
            if told.get(key):
                want_files(ledger, str(told[key]), scope)


def apply_log(ledger: Ledger, scope: str) -> None:
    """Bring the lines of a village's log into the tables again, in the caller's transaction."""
    db = ledger.db
    above = "from stream left join base_stream on base_stream.stream = n where scope = ? and head_seq > coalesce(seq, 0)"
    db.execute(
        "delete from quarantine where exists (select 1 from stream left join base_stream on base_stream.stream = n "
        "where n = quarantine.stream and scope = ? and quarantine.seq > coalesce(base_stream.seq, 0))",
        [scope],
    )
    db.execute(
        f"insert or replace into lagging (stream, projected) select n, coalesce(seq, 0) {above}", [scope]
    )
    project_scope(ledger, scope)


def _load_lines(ledger: Ledger, head: Head, part: Rest, only: str) -> None:
    """Lines of lists that the base's writer did not know and this dictionary does."""
    learnt = [name for name in ledger.layouts if name not in head.lists and only in ("", name)]
    known = {stream: seq for stream, _, seq, _ in head.streams}
    for place, _, line in part.lines if learnt else ():
        stream, replica = head.streams[place][:2]
        with suppress(MalformedCommit):
            commit = decode_commit(line.encode(), stream=stream, scope=head.scope, replica=replica)
            hand = Hand(ledger, head.scope)
            hand.take(commit.operations)
            for name in learnt:
                merge_commit(hand, commit, known, only=name)
            hand.write()


def _load_rows(
    ledger: Ledger, scope: str, layout: Layout, part: Rows, shape: ListShape, streams: Sequence[str]
) -> None:
    n = (ledger.db.execute(f'select max(n) from "{layout.list}"').fetchone()[0] or 0) + 1
    others = _claimed(ledger, scope, layout, part, shape, streams)
    alike = shape.cells == layout.cells and not part.x and part.c.keys() <= layout.known
    rows = (_alike if alike else _differing)(ledger, scope, layout, part, shape, streams)
    ledger.db.conn.executemany(
        layout.insert_sql, ((n + at, *row) for at, row in enumerate(rows) if row[0] not in others)
    )
    if layout.searched:
        let_wait(ledger, layout.list, n)
    for key in layout.files:
        for value in part.c.get(key, ()):
            if value:
                want_files(ledger, str(value), scope)


def _claimed(
    ledger: Ledger, scope: str, layout: Layout, part: Rows, shape: ListShape, streams: Sequence[str]
) -> Set[str]:
    """The records of a part that a village with a smaller code keeps (`claims`); what one with a greater code kept of
    them passes to this one."""
    others = kept_elsewhere(ledger, scope, ((layout.list, record) for record in part.i))
    if not others:
        return frozenset()
    given_up: dict[str, set[tuple[str, str]]] = {}
    for (name, record), other in others.items():
        if other > scope:
            given_up.setdefault(other, set()).add((name, record))
            give_up(ledger, layout, record)
    note_given_up(ledger, given_up)
    kept = {record for (_, record), other in others.items() if other < scope}
    number = ledger.number_in(scope)
    for record, marks in zip(part.i, marks_of(part, streams), strict=True):
        if record in kept:
            several = marks.values() if isinstance(marks, dict) else (marks,)
            note_aside(ledger, {(number(mark.dot.stream), mark.dot.seq) for mark in several})
    return kept


def _alike(
    ledger: Ledger, scope: str, layout: Layout, part: Rows, shape: ListShape, streams: Sequence[str]
) -> Iterator[tuple[object, ...]]:
    """Rows of a writer whose dictionary lays the list out as ours does: columns as they stand."""
    number = ledger.number_in(scope)
    keys = (*ENDED_FIELDS, *layout.columns)
    columns = [part.c[key] if key in part.c else repeat(None, len(part.i)) for key in keys]
    packed: tuple[Mark | None, bytes] = (None, b"")
    for record, marks, values in zip(
        part.i, marks_of(part, streams), zip(*columns, strict=True), strict=True
    ):
        if isinstance(marks, dict):
            held = dict(zip(keys, values, strict=True))
            seen = pack_seen(marks, number, valued_cells(layout, held))
        else:
            if packed[0] != marks:
                packed = (marks, pack_seen({"": marks}, number, ("",)))
            seen = packed[1]
        yield record, scope, seen, None, *values


def _differing(
    ledger: Ledger, scope: str, layout: Layout, part: Rows, shape: ListShape, streams: Sequence[str]
) -> Iterator[tuple[object, ...]]:
    """Rows of a writer with another dictionary: what he did not know finds its column, what we do not know waits."""
    number = ledger.number_in(scope)
    for place, marks in enumerate(marks_of(part, streams)):
        values = values_at(part, place)
        if isinstance(marks, Mark):
            marks = dict.fromkeys(valued_cells(layout, values), marks)
        else:
            marks = _regrouped(marks, layout, shape)
        seen = pack_seen(marks, number, valued_cells(layout, values))
        extra = extra_text(layout, values)
        yield part.i[place], scope, seen, extra, *map(values.get, (*ENDED_FIELDS, *layout.columns))


def _regrouped(marks: Mapping[str, Mark], layout: Layout, shape: ListShape) -> dict[str, Mark]:
    """Marks by the cells of this dictionary; where fields have become one group, the newest of theirs."""
    out: dict[str, Mark] = {}
    for cell, mark in sorted(marks.items(), key=lambda pair: (pair[1].time, pair[1].dot)):
        keys = [key for key in shape.columns if shape.cells.get(key) == cell] or [cell]
        out.update((cell if cell == ENDED else layout.cell_of(key), mark) for key in keys)
    return out
