"""A village written as a base: what stands at a vector, gathered from tables, log and the base before, part by part.

The rule it holds: nothing that merging, showing, undoing or erasing asks the log for is lost with the lines below.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from fieldapp.journal.commit import Vector
from fieldapp.journal.context import Mark
from fieldapp.journal.merge import ENDED, ENDED_FIELDS, marks_of, shown_values
from fieldapp.store.growing.conflict_part import conflict_part
from fieldapp.store.growing.dots import Dots
from fieldapp.store.growing.earlier import states_at
from fieldapp.store.growing.origin_parts import ROWS, told_parts
from fieldapp.store.growing.parts import FORMAT, End, Head, ListShape, Part
from fieldapp.store.growing.row_parts import BaseRow, rows_part
from fieldapp.store.growing.village_at import village_at
from fieldapp.store.ledger import Ledger, Stream
from fieldapp.store.rows import Row, marks_in, unarrived, values_in
from fieldapp.store.streams import chain_at
from fieldapp.store.tables import Layout


class BaseWriter:
    """The base of one village at `upto` (what is held now where it is None), within one read transaction."""

    def __init__(self, ledger: Ledger, scope: str, edition: str, upto: Vector | None = None) -> None:
        self._ledger, self._edition = ledger, edition
        self._at = village_at(ledger, scope, upto)
        self._shapes = {name: self._shape(layout) for name, layout in sorted(ledger.layouts.items())}
        self._dots = Dots()
        self._count = 0
        # What the tables show now needs no lines to be put aside.
        self._later = {} if upto is None else states_at(self._at)

    def parts(self) -> Iterator[Part]:
        """Every part in order."""
        yield self.head()
        for name, layout in sorted(self._ledger.layouts.items()):
            yield from self._rows(name, layout)
        conflicts = conflict_part(self._at, self._later)
        self._dots.update((row[3], row[4]) for row in conflicts.r)
        if conflicts.r:
            yield conflicts
        yield from told_parts(self._at, self._dots)
        yield End(self._count)

    def head(self) -> Head:
        """The first part. Raises LookupError where the log does not hold what `upto` says."""
        at = self._at
        streams = tuple((s.id, s.replica, at.upto.get(s.id, 0), self._chain(s)) for s in at.streams)
        return Head(FORMAT, at.scope, self._edition, streams, self._shapes)

    def _shape(self, layout: Layout) -> ListShape:
        some = self._ledger.db.execute(
            f'select 1 from "{layout.list}" where scope = ? limit 1', [self._at.scope]
        )
        return ListShape(layout.columns, dict(layout.cells)) if some.fetchone() else ListShape()

    def _chain(self, stream: Stream) -> str:
        chain = chain_at(self._ledger, stream.id, self._at.upto.get(stream.id, 0))
        if chain is None:
            raise LookupError(stream.id)
        return chain.hex()

    def _rows(self, name: str, layout: Layout) -> Iterator[Part]:
        names = "".join(f', "{key}"' for key in layout.columns)
        found = self._ledger.db.execute(
            f'select n, id, scope, seen, extra, ended_on, ended_reason{names} from "{name}" '
            "where scope = ? order by n",
            [self._at.scope],
        )
        rows = (row for one in found if (row := self._row(layout, one)) is not None)
        for first in rows:
            some = chain((first,), islice(rows, ROWS - 1))
            part = rows_part(name, some, self._shapes[name], self._at.places)
            self._count += len(part.i)
            yield part

    def _row(self, layout: Layout, found: Sequence[Any]) -> BaseRow | None:
        row = _row_of(layout, found)
        state = self._later.get((layout.list, row.id))
        if (layout.list, row.id) in self._later and (state is None or not state.cells):
            return None
        if state is None:
            marks: Mapping[str, Mark] = marks_in(self._ledger, layout, row)
            values = row.values
        else:
            marks = marks_of(state)
            values = {key: value for key, value in shown_values(state).items() if value is not None}
        told = {cell: self._trimmed(cell, mark) for cell, mark in marks.items()}
        self._dots.update((self._at.places[mark.dot.stream], mark.dot.seq) for mark in told.values())
        return BaseRow(row.id, values, told)

    def _trimmed(self, cell: str, mark: Mark) -> Mark:
        """What has arrived can never come again; what another village's stream is named for never does."""
        if not mark.ahead and not mark.closed:
            return mark
        ahead = mark.ahead if cell == ENDED else unarrived(mark.ahead, self._at.upto)
        return Mark(
            mark.dot,
            mark.time,
            {stream: seq for stream, seq in ahead.items() if stream in self._at.places},
            frozenset(dot for dot in mark.closed if dot.stream in self._at.places),
        )


def _row_of(layout: Layout, found: Sequence[Any]) -> Row:
    keys = (*ENDED_FIELDS, *layout.columns)
    values = values_in(keys, found[5:])
    return Row(found[0], found[1], found[2], found[3], values | (json.loads(found[4]) if found[4] else {}))
