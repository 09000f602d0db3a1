"""The rows that a run of commits of one village touches: read list by list at once, merged in memory, written at once.

However many commits of the run write a row, it is read once and written once; in between only this hand knows it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set

from fieldapp.journal.commit import Dot, Operation, Value
from fieldapp.journal.context import Mark, pack_seen, unpack_seen
from fieldapp.journal.merge import ENDED_FIELDS
from fieldapp.journal.row_context import RowContext
from fieldapp.store.claims import Aside, give_up, note_aside, note_given_up
from fieldapp.store.files.attachments import want_files
from fieldapp.store.finding.index import write_entries
from fieldapp.store.finding.waiting_rows import MANY, let_wait
from fieldapp.store.ledger import Ledger
from fieldapp.store.rows import Held, Merged, marks_in, read_rows, read_siblings, valued_cells
from fieldapp.store.tables import Layout
from fieldapp.store.writing_back import write_back

Changed = tuple[str, str]
"""(list, record)"""


class Hand:
    """Rows of one village, in the caller's transaction; dropped after `write`. `search_waits`: many new rows need not be
    found at once (`finding.waiting_rows`)."""

    def __init__(self, ledger: Ledger, scope: str, *, search_waits: bool = False) -> None:
        self.ledger = ledger
        self.scope = scope
        self.search_waits = search_waits
        self._rows: dict[Changed, Held | None] = {}
        self._next: dict[str, int] = {}
        self._files: dict[str, None] = {}
        self._given_up: dict[str, set[Changed]] = {}
        self.changed: dict[Changed, None] = {}
        """The records that were written, each once."""
        self.aside: Aside = set()
        """The commits of this village of which an operation was set aside."""
        self.numbers: dict[tuple[str, str], dict[str, list[str]]] = {}
        """What was written into fields that should be each record's own: (list, field) → value as text → records."""
        self._number_of: dict[str, int] = {}
        self._stream_of: dict[int, str] = {}
        self._entered = ledger.number_in(scope)

    def take(self, operations: Iterable[Operation], absent: Collection[Changed] = ()) -> None:
        """Read the rows that these operations write, each list in few statements; of each row what it takes to write it.
        The records in `absent` are known to have none."""
        named: dict[str, list[Operation]] = {}
        for operation in operations:
            named.setdefault(operation.list, []).append(operation)
        rows = self._rows
        for name, some in named.items():
            layout = self.ledger.layouts.get(name)
            if layout is None:
                continue
            wanted = dict.fromkeys([(name, operation.record) for operation in some])
            new = [one for one in wanted if one not in rows]
            rows.update(dict.fromkeys(new))
            ids = sorted([one[1] for one in new if one not in absent])
            self._read(layout, ids, _columns_to_write(layout, set().union(*[one.fields for one in some])))

    def _read(self, layout: Layout, ids: Sequence[str], keys: Collection[str] | None) -> None:
        found = list(read_rows(self.ledger, layout, ids, keys))
        siblings = read_siblings(self.ledger, layout, [row.id for row in found])
        for row in found:
            kept = siblings.get(row.id)
            self._rows[layout.list, row.id] = Held(
                layout,
                row.n,
                row.id,
                row.scope,
                row,
                row.values,
                row.seen,
                siblings=kept,
                is_part=keys is not None,
            )

    def row(self, name: Changed) -> Held | None:
        """The row of a record that was taken, or None where there is none."""
        return self._rows[name]

    def set_aside(self, dot: Dot) -> None:
        """Note that this commit writes a record that another village keeps."""
        self.aside.add((self.number(dot.stream), dot.seq))

    def claim(self, held: Held) -> None:
        """Take a record over from a village with a greater code: there is no row of it then, but what came of it there
        is noted."""
        name = (held.layout.list, held.id)
        self.complete(held)
        if held.before is not None:
            dots = [mark.dot for mark in marks_in(self.ledger, held.layout, held.before).values()]
            dots += [one.dot for kept in (held.siblings or {}).values() for one in kept]
            # Their lines may be dropped, and then only the row tells them.
            note_aside(
                self.ledger, {(self.ledger.number_in(held.scope)(dot.stream), dot.seq) for dot in dots}
            )
            give_up(self.ledger, held.layout, held.id)
        self._given_up.setdefault(held.scope, set()).add(name)
        self._rows[name] = None

    def complete(self, held: Held) -> None:
        """Have all of a row in hand."""
        if not held.is_part or held.before is None:
            return
        before = next(read_rows(self.ledger, held.layout, (held.id,)))
        values = {key: value for key, value in before.values.items() if key not in held.touched}
        values.update((key, held.values[key]) for key in held.touched if key in held.values)
        held.before, held.values, held.is_part = before, values, False

    def marks(self, held: Held) -> Mapping[str, Mark]:
        """Where each cell of a whole row comes from."""
        if held.marks is None:
            seen = held.seen or (held.context.pack() if held.context else b"")
            held.marks = unpack_seen(seen, self.stream_id, valued_cells(held.layout, held.values))
        return held.marks

    def context(self, held: Held) -> RowContext:
        """The packed context of a row of which nothing was settled yet."""
        if held.context is None:
            held.context = RowContext(held.seen)
        return held.context

    def add(self, layout: Layout, record: str, values: Mapping[str, Value], seen: bytes) -> None:
        """A row of a record that has none."""
        n = self._next.get(layout.list) or self._first_free(layout)
        self._next[layout.list] = n + 1
        self._rows[layout.list, record] = Held(
            layout, n, record, self.scope, None, values, seen, is_changed=True
        )

    def overwrite(
        self, held: Held, values: Mapping[str, Value], touched: Collection[str], seen: bytes = b""
    ) -> None:
        """Put other values into a row; only the `touched` fields may differ. `seen` is its context then, b"" where that
        was written over in place."""
        held.values, held.seen, held.is_changed = values, seen, True
        held.touched = held.touched.union(touched) if held.touched else frozenset(touched)

    def settle(self, held: Held, merged: Merged) -> None:
        """Put what a merge left into a whole row."""
        held.touched = held.touched.union(held.values, merged.values)
        held.values, held.marks, held.siblings = merged.values, merged.marks, merged.siblings or None
        held.seen, held.context, held.is_changed, held.is_resettled = b"", None, True, True

    def read_again(self) -> None:
        """Write what changed and read it: a value that is not of its column's kind is another one when it was stored."""
        named: dict[str, list[str]] = {}
        for name, record in self._rows:
            named.setdefault(name, []).append(record)
        self.write()
        self._rows, self._next, self._files = dict.fromkeys(self._rows), {}, {}
        for name, ids in named.items():
            self._read(self.ledger.layouts[name], sorted(ids), None)

    def want_files(self, layout: Layout, values: Mapping[str, Value]) -> None:
        """Enter the files that an operation names."""
        for key in layout.files:
            if value := values.get(key):
                self._files[str(value)] = None

    def write(self) -> None:
        """Write what changed: rows, siblings, search index, wanted files, what is set aside."""
        changed: dict[str, list[Held]] = {}
        for held in self._rows.values():
            if held is not None and held.is_changed:
                changed.setdefault(held.layout.list, []).append(held)
        for rows in changed.values():
            layout = rows[0].layout
            for held in rows:
                if held.context is not None and not held.seen:
                    held.seen = held.context.pack()
                elif not held.seen and held.marks:
                    held.seen = pack_seen(held.marks, self.number, valued_cells(layout, held.values))
            write_back(self.ledger, layout, rows)
            for key in layout.unique:
                self._note_numbers(layout, key, rows)
            if layout.searched:
                keys = layout.searched_keys
                fresh = [(h.n, h.values) for h in rows if h.before is None and not keys.isdisjoint(h.values)]
                if self.search_waits and len(fresh) >= MANY:
                    let_wait(self.ledger, layout.list, min(n for n, _ in fresh))
                    fresh = []
                written = [
                    (h.n, h.values) for h in rows if h.before is not None and _reads_otherwise(h, keys)
                ]
                write_entries(self.ledger, layout, self.scope, fresh, written)
        for value in self._files:
            want_files(self.ledger, value, self.scope)
        if self.aside:
            note_aside(self.ledger, self.aside)
        if self._given_up:
            note_given_up(self.ledger, self._given_up)

    def _note_numbers(self, layout: Layout, key: str, rows: Iterable[Held]) -> None:
        noted = self.numbers.setdefault((layout.list, key), {})
        for held in rows:
            if key in held.values and (held.before is None or held.differs(key) or held.differs("ended_on")):
                noted.setdefault(str(held.values[key]), []).append(held.id)

    def _first_free(self, layout: Layout) -> int:
        last = self.ledger.db.execute(f'select max(n) from "{layout.list}"').fetchone()[0]
        return (last or 0) + 1

    def number(self, stream: str) -> int:
        """The local number of a stream, entered where it is new."""
        found = self._number_of.get(stream)
        if found is None:
            found = self._number_of[stream] = self._entered(stream)
        return found

    def stream_id(self, number: int) -> str:
        """The stream of a local number."""
        found = self._stream_of.get(number)
        if found is None:
            found = self._stream_of[number] = self.ledger.stream_at(number).id
        return found


def _columns_to_write(layout: Layout, keys: Set[str]) -> Collection[str] | None:
    """The columns to read of a row into which these fields are written, which are those whose old value somebody asks
    for; None for all."""
    if not keys <= layout.known or len(keys) * 3 > len(layout.columns) or not keys.isdisjoint(ENDED_FIELDS):
        return None
    needed = {key for key in layout.unique if key in keys}
    touched = {key for field in keys for key in layout.members.get(layout.cell_of(field), (field,))}
    if not layout.searched_keys.isdisjoint(touched):
        needed |= layout.searched_keys
    return sorted(needed)


def _reads_otherwise(held: Held, keys: Set[str]) -> bool:
    return not keys.isdisjoint(held.touched) and any(map(held.differs, keys & held.touched))
