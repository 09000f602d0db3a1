"""The rows that a run of commits of one village touches: read list by list at once, merged in memory, written at once.

However many commits of the run write a row, it is read once and written once; in between only this hand knows it.
"""

from collections.abc import Collection, Iterable, Mapping, Set

from fieldapp.journal.commit import Dot, Value
from fieldapp.journal.context import Mark, pack_seen, unpack_seen
from fieldapp.store.claims import Aside, give_up, note_aside, note_given_up
from fieldapp.store.files.attachments import want_files
from fieldapp.store.finding.index import write_entries
from fieldapp.store.ledger import Ledger
from fieldapp.store.rows import Held, Merged, marks_in, read_rows, read_siblings, valued_cells
from fieldapp.store.tables import Layout
from fieldapp.store.writing_back import write_back

Changed = tuple[str, str]
"""(list, record)"""


class Hand:
    """Rows of one village, in the caller's transaction; dropped after `write`."""

    def __init__(self, ledger: Ledger, scope: str) -> None:
        self.ledger = ledger
        self.scope = scope
        self._rows: dict[Changed, Held | None] = {}
        self._next: dict[str, int] = {}
        self._files: dict[str, None] = {}
        self._given_up: dict[str, set[Changed]] = {}
        self.aside: Aside = set()
        """The commits of this village of which an operation was set aside."""
        self.numbers: dict[tuple[str, str], dict[str, list[str]]] = {}
        """What was written into fields that should be each record's own: (list, field) → value as text → records."""
        self.number = ledger.number_in(scope)

    def take(self, records: Iterable[Changed], absent: Collection[Changed] = ()) -> None:
        """Read the rows of these records, each list in few statements; those in `absent` are known to have none."""
        named: dict[str, list[str]] = {}
        for one in dict.fromkeys(records):
            if one not in self._rows and one[0] in self.ledger.layouts:
                self._rows[one] = None
                if one not in absent:
                    named.setdefault(one[0], []).append(one[1])
        for name, ids in named.items():
            layout = self.ledger.layouts[name]
            found = list(read_rows(self.ledger, layout, sorted(ids)))
            siblings = read_siblings(self.ledger, layout, [row.id for row in found])
            for row in found:
                kept = siblings.get(row.id)
                self._rows[name, row.id] = Held(
                    layout, row.n, row.id, row.scope, row, row.values, row.seen, None, kept
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

    def marks(self, held: Held) -> Mapping[str, Mark]:
        """Where each cell of a row comes from."""
        if held.marks is None:
            valued = valued_cells(held.layout, held.values)
            held.marks = unpack_seen(held.seen, self._stream_id, valued)
        return held.marks

    def add(self, layout: Layout, record: str, values: Mapping[str, Value], seen: bytes) -> None:
        """A row of a record that has none."""
        n = self._next.get(layout.list) or self._first_free(layout)
        self._next[layout.list] = n + 1
        self._rows[layout.list, record] = Held(
            layout, n, record, self.scope, None, values, seen, is_changed=True
        )

    def change(
        self, held: Held, values: Mapping[str, Value], marks: Mapping[str, Mark], touched: Iterable[str]
    ) -> None:
        """Put other values and marks into a row that nothing contests; only the `touched` fields may differ."""
        held.values, held.marks, held.seen, held.is_changed = values, marks, b"", True
        held.touched.update(touched)

    def settle(self, held: Held, merged: Merged) -> None:
        """Put what a merge left into a row."""
        self.change(held, merged.values, merged.marks, (*held.values, *merged.values))
        held.siblings, held.is_resettled = merged.siblings or None, True

    def read_again(self) -> None:
        """Write what changed and read it: a value that is not of its column's kind is another one when it was stored."""
        names = list(self._rows)
        self.write()
        self._rows, self._next, self._files = {}, {}, {}
        self.take(names)

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
                if not held.seen and held.marks:
                    held.seen = pack_seen(held.marks, self.number, valued_cells(layout, held.values))
            write_back(self.ledger, layout, rows)
            for key in layout.unique:
                self._note_numbers(layout, key, rows)
            if layout.searched:
                keys = frozenset([field.key for field in layout.searched])
                write_entries(
                    self.ledger,
                    layout,
                    self.scope,
                    [(h.n, h.values) for h in rows if h.before is None and not keys.isdisjoint(h.values)],
                    [(h.n, h.values) for h in rows if h.before is not None and _reads_otherwise(h, keys)],
                )
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

    def _stream_id(self, number: int) -> str:
        return self.ledger.stream_at(number).id


def _reads_otherwise(held: Held, keys: Set[str]) -> bool:
    return any(map(held.differs, keys & held.touched))
