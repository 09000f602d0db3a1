"""Rows written back: the new ones, the changed ones with the columns that changed, and the siblings kept beside them.

Each list goes in a few statements, whatever the number of rows. The search index is the caller's.
"""

import json
from collections.abc import Iterable, Sequence

from fieldapp.journal.commit import Vector
from fieldapp.journal.context import pack_seen
from fieldapp.journal.merge import ENDED_FIELDS, RecordState
from fieldapp.store.ledger import Ledger
from fieldapp.store.rows import Held, Row, extra_text, merged_of, valued_cells
from fieldapp.store.tables import Layout


def write_back(ledger: Ledger, layout: Layout, rows: Iterable[Held]) -> None:
    """Write rows of one list, in the caller's transaction."""
    fresh: list[Held] = []
    changed: dict[tuple[str, ...], list[tuple[object, ...]]] = {}
    contested: list[Held] = []
    written: dict[frozenset[str], tuple[str, ...]] = {}
    for row in rows:
        before, values = row.before, row.values
        if before is None:
            fresh.append(row)
        elif row.is_part:
            # Few columns, and a writer names what he changes: writing one again as it was costs less than looking.
            keys = written.get(row.touched) or written.setdefault(row.touched, tuple(sorted(row.touched)))
            changed.setdefault(keys, []).append((row.seen, *map(values.get, keys), row.n))
        else:
            keys = _changed(layout, row)
            told = [extra_text(layout, values) if key == "extra" else values.get(key) for key in keys]
            changed.setdefault(keys, []).append((row.seen, *told, row.n))
        if row.is_resettled:
            contested.append(row)
    if fresh:
        _write_fresh(ledger, layout, fresh)
    for keys, parameters in changed.items():
        sets = "".join(f', "{key}" = ?' for key in keys)
        ledger.db.conn.executemany(f'update "{layout.list}" set seen = ?{sets} where n = ?', parameters)
    _write_siblings(ledger, layout, contested)


def write_state(ledger: Ledger, layout: Layout, row: Row, state: RecordState, known: Vector) -> None:
    """Put a merged state in place of a row. `known` as in `merged_of`."""
    merged = merged_of(state, known)
    seen = pack_seen(merged.marks, ledger.number_in(row.scope), valued_cells(layout, merged.values))
    held = Held(layout, row.n, row.id, row.scope, row, merged.values, seen, merged.marks, merged.siblings)
    held.is_resettled = True
    held.touched = frozenset((*row.values, *merged.values))
    write_back(ledger, layout, (held,))


def _write_fresh(ledger: Ledger, layout: Layout, rows: Sequence[Held]) -> None:
    """New rows, by the columns that any of them fills: an empty one costs as much to bind as a full one."""
    filled = set().union(*[row.values for row in rows])
    columns = [key for key in (*ENDED_FIELDS, *layout.columns) if key in filled]
    if filled <= layout.known:
        sql = layout.insert_of(("n", "id", "scope", "seen", *columns))
        told = [(row.n, row.id, row.scope, row.seen, *map(row.values.get, columns)) for row in rows]
    else:
        sql = layout.insert_of(("n", "id", "scope", "seen", "extra", *columns))
        told = [
            (
                row.n,
                row.id,
                row.scope,
                row.seen,
                extra_text(layout, row.values),
                *map(row.values.get, columns),
            )
            for row in rows
        ]
    ledger.db.conn.executemany(sql, told)


def _changed(layout: Layout, row: Held) -> tuple[str, ...]:
    """The columns in which a row is another one than it was, `extra` among them."""
    keys = sorted([key for key in row.touched if row.differs(key)])
    if not layout.known.issuperset(keys):
        keys = sorted({"extra", *layout.known.intersection(keys)})
    return tuple(keys)


def _write_siblings(ledger: Ledger, layout: Layout, rows: Sequence[Held]) -> None:
    if not rows:
        return
    ledger.db.conn.executemany(
        "delete from conflict where list = ? and record = ?", [(layout.list, row.id) for row in rows]
    )
    ledger.db.conn.executemany(
        "insert into conflict (list, record, field, stream, seq, time, value) values (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                layout.list,
                row.id,
                cell,
                ledger.number_in(row.scope)(sibling.dot.stream),
                sibling.dot.seq,
                sibling.time,
                json.dumps(dict(sibling.fields), ensure_ascii=False, sort_keys=True),
            )
            for row in rows
            for cell, kept in (row.siblings or {}).items()
            for sibling in kept
        ],
    )
