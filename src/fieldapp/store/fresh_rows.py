"""The rows that one commit makes: collected, then written list by list, each list with its index in one statement.

A record that was not here is contested by nobody: what its operation says is what stands. A row that is written again
by the same commit is written down first (`flush`), so the merge finds it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from fieldapp.journal.commit import Commit, Operation, Value, Vector
from fieldapp.journal.context import Mark, pack_seen
from fieldapp.journal.merge import ENDED, ENDED_FIELDS, cells_of, honest
from fieldapp.store.attachments import want_files
from fieldapp.store.finding.index import INSERT_SQL, entry_of
from fieldapp.store.ledger import Ledger
from fieldapp.store.rows import extra_text, unarrived, valued_cells
from fieldapp.store.tables import Layout


@dataclass
class _Waiting:
    """Rows and index entries of one list that are not written yet; `n` is the number of the next row."""

    layout: Layout
    n: int
    rows: list[tuple[object, ...]] = field(default_factory=list)
    entries: list[tuple[object, ...]] = field(default_factory=list)


class FreshRows:
    """Collects the new rows of a commit, in the caller's transaction. `known`: the scope's vector before the commit."""

    def __init__(self, ledger: Ledger, commit: Commit, known: Vector) -> None:
        self.ledger = ledger
        self.commit = commit
        self.known = known
        self._waiting: dict[str, _Waiting] = {}
        self._plain = b""

    def add(self, operation: Operation, layout: Layout) -> None:
        """The row of a record that has none."""
        values, seen = self._row(operation, layout)
        waiting = self._waiting.get(layout.list) or self._begun(layout)
        columns = map(values.get, (*ENDED_FIELDS, *layout.columns))
        extra = extra_text(layout, values)
        waiting.rows.append((waiting.n, operation.record, self.commit.scope, seen, extra, *columns))
        if any(spec.key in values for spec in layout.searched):
            waiting.entries.append(entry_of(self.ledger, layout, waiting.n, self.commit.scope, values))
        for key in layout.files:
            want_files(self.ledger, str(values.get(key) or ""), self.commit.scope)
        waiting.n += 1

    def flush(self) -> None:
        """Write what was collected."""
        for waiting in self._waiting.values():
            if waiting.rows:
                self.ledger.db.conn.executemany(waiting.layout.insert_sql, waiting.rows)
            if waiting.entries:
                self.ledger.db.conn.executemany(INSERT_SQL, waiting.entries)
            waiting.rows, waiting.entries = [], []

    def _begun(self, layout: Layout) -> _Waiting:
        last = self.ledger.db.execute(f'select max(n) from "{layout.list}"').fetchone()[0]
        waiting = self._waiting[layout.list] = _Waiting(layout, (last or 0) + 1)
        return waiting

    def _row(self, operation: Operation, layout: Layout) -> tuple[Mapping[str, Value], bytes]:
        """The values that are not NULL, and where each cell comes from."""
        fields = operation.fields
        if self._is_plain(operation, layout):
            if not self._plain:
                mark = Mark(self.commit.dot, self.commit.time)
                self._plain = pack_seen({"": mark}, self.ledger.number_in(self.commit.scope), ("",))
            return fields, self._plain
        operation = honest(operation, self.commit.dot)
        cells = cells_of(fields, layout.cells)
        mark = Mark(
            self.commit.dot,
            self.commit.time,
            unarrived(operation.seen, self.known),
            frozenset(operation.closes),
        )
        # The end keeps all its writer had seen: whether an edit stands against it is judged by that.
        marks = {cell: replace(mark, ahead=operation.seen) if cell == ENDED else mark for cell in cells}
        values = {key: value for parts in cells.values() for key, value in parts.items() if value is not None}
        return values, pack_seen(
            marks, self.ledger.number_in(self.commit.scope), valued_cells(layout, values)
        )

    def _is_plain(self, operation: Operation, layout: Layout) -> bool:
        """Whether every cell holds a value of its own from a writer who had seen nothing: then all such rows of a commit
        share one context, the default of every cell that holds something."""
        fields = operation.fields
        return (
            not (operation.seen or operation.closes)
            and bool(fields)
            and None not in fields.values()
            and layout.cells.keys().isdisjoint(fields)
            and fields.keys().isdisjoint(ENDED_FIELDS)
        )
