"""Lawful erasure in a base: what is struck goes out of its rows, conflicts, sources and kept lines, and out of its files.

As in the log (docs/decisions/0014): a whole record keeps its place, its parent, its year and its end; a field goes where
its writer had not seen the erasure.
"""

from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec

from fieldapp.journal.commit import Dot, Value
from fieldapp.journal.context import Mark, covers
from fieldapp.journal.erasing import KEPT, WHOLE, Strikes
from fieldapp.store.growing.base import forget, head_of, packed_part, part_in
from fieldapp.store.growing.parts import Conflicts, Head, Origins, Part, Rest, Rows
from fieldapp.store.growing.pieces import drop_files
from fieldapp.store.growing.row_parts import BaseRow, cell_in, rows_of, rows_part
from fieldapp.store.ledger import Ledger

Struck = tuple[str, str]
"""(list, record)"""


def strike_base(
    ledger: Ledger,
    scope: str,
    named: Mapping[Struck, Strikes],
    structure: Callable[[str], Collection[str]],
    struck_line: Callable[[Dot, bytes], bytes],
) -> None:
    """Take what is erased out of a village's base, in the caller's transaction. `named`: the strikes by (list, record);
    `structure` gives a list's parent and year, `struck_line` strikes a kept line."""
    drop_files(ledger, scope)
    head = head_of(ledger.db, scope)
    if head is None:
        return
    strike = _Strike(head, named, structure, struck_line)
    for n, body in ledger.db.execute(
        "select n, body from base_part where scope = ? order by n", [scope]
    ).fetchall():
        before = part_in(bytes(body))
        after = strike.part(before)
        if after is not before:
            ledger.db.execute("update base_part set body = ? where n = ?", [packed_part(after), n])
    forget()


class _Strike:
    def __init__(
        self,
        head: Head,
        named: Mapping[Struck, Strikes],
        structure: Callable[[str], Collection[str]],
        struck_line: Callable[[Dot, bytes], bytes],
    ) -> None:
        self._head, self._named, self._structure, self._struck_line = head, named, structure, struck_line
        self._streams = [stream[0] for stream in head.streams]
        self._places = {stream: place for place, stream in enumerate(self._streams)}

    def part(self, part: Part) -> Part:
        """The part without what is struck; the same object where nothing is."""
        if isinstance(part, Rows):
            return self._rows(part)
        if isinstance(part, Conflicts):
            return self._conflicts(part)
        if isinstance(part, Origins):
            kept = [told for told in part.g if WHOLE not in self._named.get((told[1], told[2]), {})]
            return part if len(kept) == len(part.g) else msgspec.structs.replace(part, g=kept)
        return self._rest(part) if isinstance(part, Rest) else part

    def _rows(self, part: Rows) -> Part:
        if not any((part.l, record) in self._named for record in part.i):
            return part
        shape = self._head.lists[part.l]
        rows = [
            self._row(part.l, row) if (part.l, row.id) in self._named else row
            for row in rows_of(part, shape, self._streams)
        ]
        return rows_part(part.l, rows, shape, self._places)

    def _row(self, name: str, row: BaseRow) -> BaseRow:
        shape, strikes = self._head.lists[name], self._named[name, row.id]
        keep = {*KEPT, *self._structure(name)}
        values: dict[str, Value] = {
            key: value
            for key, value in row.values.items()
            if (
                key in keep
                if WHOLE in strikes
                else not _is_struck(strikes, key, row.marks.get(cell_in(shape, key)))
            )
        }
        lost = {cell_in(shape, key) for key in row.values.keys() - values.keys()}
        left = {cell_in(shape, key) for key in values}
        marks = {cell: mark for cell, mark in row.marks.items() if cell in left or cell not in lost}
        return BaseRow(row.id, values, marks)

    def _conflicts(self, part: Conflicts) -> Part:
        def stays(row: Sequence[object]) -> bool:
            strikes = self._named.get((str(row[0]), str(row[1])), {})
            return WHOLE not in strikes and row[2] not in strikes

        kept, before = [row for row in part.r if stays(row)], [row for row in part.b if stays(row)]
        same = len(kept) == len(part.r) and len(before) == len(part.b)
        return part if same else msgspec.structs.replace(part, r=kept, b=before)

    def _rest(self, part: Rest) -> Part:
        lines = [
            (place, seq, self._struck_line(Dot(self._streams[place], seq), line.encode()).decode())
            for place, seq, line in part.lines
        ]
        gone = {record for _, record in self._named}
        files = [told for told in part.files if told[0] not in gone]
        same = lines == part.lines and len(files) == len(part.files)
        return part if same else msgspec.structs.replace(part, lines=lines, files=files)


def _is_struck(strikes: Strikes, key: str, mark: Mark | None) -> bool:
    """Whether an erasure that the writer of this value had not seen names the field."""
    return any(
        mark is None or (not covers(mark.ahead, dot) and mark.dot != dot) for dot in strikes.get(key, ())
    )
