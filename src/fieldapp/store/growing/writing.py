"""A village written as a base: what stands at a vector, gathered from tables, log and the base before, part by part.

The rule it holds: nothing that merging, showing, undoing or erasing asks the log for is lost with the lines below.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import suppress
from typing import Any

from fieldapp.journal.commit import Commit, Dot, MalformedCommit, Operation, Value, Vector, decode_commit
from fieldapp.journal.context import Mark
from fieldapp.journal.merge import (
    EMPTY,
    ENDED,
    ENDED_FIELDS,
    RecordState,
    apply_operation,
    is_contested,
    marks_of,
    shown_values,
)
from fieldapp.store import log
from fieldapp.store.authority.chains import chain_held
from fieldapp.store.claims import kept_elsewhere, whole_aside
from fieldapp.store.growing.base import (
    base_of,
    before_in_base,
    kept_origin,
    operations_in_base,
    parts_in,
)
from fieldapp.store.growing.parts import (
    FORMAT,
    BaseRow,
    Conflicts,
    End,
    Head,
    ListShape,
    Origins,
    Part,
    Rest,
    clock_numbers,
    rows_part,
)
from fieldapp.store.ledger import Ledger, Stream
from fieldapp.store.rows import Row, marks_in, read_row, unarrived
from fieldapp.store.tables import Layout

ROWS = 2000
"""Rows or origins of one part."""
_LISTS = re.compile(rb'"l":"([^"\\]*)"')
_FILES = re.compile(rb"sha256:[0-9a-f]{64}")
_Named = tuple[str, str]


class BaseWriter:
    """The base of one village at `upto` (what is held now where it is None), within one read transaction."""

    def __init__(self, ledger: Ledger, scope: str, edition: str, upto: Vector | None = None) -> None:
        self.ledger, self.scope, self.edition = ledger, scope, edition
        held = ledger.projected(scope)
        self.upto: Vector = (
            dict(held) if upto is None else {s: min(q, held.get(s, 0)) for s, q in upto.items()}
        )
        rows = ledger.db.execute("select n from stream where scope = ? order by id", [scope]).fetchall()
        self.streams: tuple[Stream, ...] = tuple(ledger.stream_at(n) for (n,) in rows)
        self.places = {stream.id: place for place, stream in enumerate(self.streams)}
        self.shapes = {name: self._shape(layout) for name, layout in sorted(ledger.layouts.items())}
        self._dots: set[tuple[int, int]] = set()
        self._count = 0
        self._later = self._states_of(self._touched())

    def parts(self) -> Iterator[Part]:
        """Every part in order."""
        yield self.head()
        for name, layout in sorted(self.ledger.layouts.items()):
            yield from self._rows(name, layout)
        yield from self._conflicts()
        yield from self._told()
        yield End(self._count)

    def head(self) -> Head:
        """The first part. Raises LookupError where the log does not hold what `upto` says."""
        return Head(
            FORMAT,
            self.scope,
            self.edition,
            tuple((s.id, s.replica, self.upto.get(s.id, 0), self._chain(s).hex()) for s in self.streams),
            self.shapes,
        )

    def _shape(self, layout: Layout) -> ListShape:
        some = self.ledger.db.execute(f'select 1 from "{layout.list}" where scope = ? limit 1', [self.scope])
        return ListShape(layout.columns, dict(layout.cells)) if some.fetchone() else ListShape()

    def _chain(self, stream: Stream) -> bytes:
        chain = chain_held(self.ledger, stream.id, self.upto.get(stream.id, 0))
        if chain is None:
            raise LookupError(stream.id)
        return chain

    def _rows(self, name: str, layout: Layout) -> Iterator[Part]:
        names = "".join(f', "{key}"' for key in layout.columns)
        after = -1
        while True:
            found = self.ledger.db.execute(
                f'select n, id, scope, seen, extra, ended_on, ended_reason{names} from "{name}" '
                "where scope = ? and n > ? order by n limit ?",
                [self.scope, after, ROWS],
            ).fetchall()
            if not found:
                return
            after = found[-1][0]
            rows = [row for one in found if (row := self._row(layout, one)) is not None]
            self._count += len(rows)
            if rows:
                yield rows_part(name, rows, self.shapes[name], self.places)

    def _row(self, layout: Layout, found: Sequence[Any]) -> BaseRow | None:
        row = _row_of(layout, found)
        state = self._later.get((layout.list, row.id))
        if (layout.list, row.id) in self._later and (state is None or not state.cells):
            return None
        if state is None:
            marks: Mapping[str, Mark] = marks_in(self.ledger, layout, row)
            values = row.values
        else:
            marks = marks_of(state)
            values = {key: value for key, value in shown_values(state).items() if value is not None}
        told = {cell: self._trimmed(cell, mark) for cell, mark in marks.items()}
        self._dots.update((self.places[mark.dot.stream], mark.dot.seq) for mark in told.values())
        return BaseRow(row.id, values, told)

    def _trimmed(self, cell: str, mark: Mark) -> Mark:
        """What has arrived can never come again; what another village's stream is named for never does."""
        if not mark.ahead and not mark.closed:
            return mark
        ahead = mark.ahead if cell == ENDED else unarrived(mark.ahead, self.upto)
        return Mark(
            mark.dot,
            mark.time,
            {stream: seq for stream, seq in ahead.items() if stream in self.places},
            frozenset(dot for dot in mark.closed if dot.stream in self.places),
        )

    def _conflicts(self) -> Iterator[Part]:
        part = Conflicts([], [])
        for name in self.ledger.layouts:
            for record, cell, number, seq, time, values in self.ledger.db.execute(
                "select c.record, c.field, c.stream, c.seq, c.time, c.value from conflict c "
                f'join "{name}" r on r.id = c.record where c.list = ? and r.scope = ? '
                "order by c.record, c.field, c.stream, c.seq",
                [name, self.scope],
            ).fetchall():
                if (name, record) not in self._later:
                    stream = self.ledger.stream_at(number).id
                    part.r.append((name, record, cell, self.places[stream], seq, time, values))
        for (name, record), state in self._later.items():
            part.r.extend(self._siblings(name, record, state))
        self._dots.update((row[3], row[4]) for row in part.r)
        part.b.extend(self._befores(part))
        if part.r:
            yield part

    def _siblings(
        self, name: str, record: str, state: RecordState
    ) -> Iterator[tuple[str, str, str, int, int, str, str]]:
        contested = is_contested(state)
        for cell, kept in state.cells.items():
            for one in kept.siblings[0 if cell == ENDED and contested else 1 :]:
                values = json.dumps(dict(one.fields), ensure_ascii=False, sort_keys=True)
                yield name, record, cell, self.places[one.dot.stream], one.dot.seq, one.time, values

    def _befores(self, part: Conflicts) -> Iterator[tuple[str, str, str, dict[str, Value]]]:
        """What stood before the sides of each conflict: asked of the log while it is there."""
        from fieldapp.store.history import state_without

        for name, record, cell in dict.fromkeys((row[0], row[1], row[2]) for row in part.r):
            layout = self.ledger.layouts[name]
            row = read_row(self.ledger, layout, record)
            marks = marks_in(self.ledger, layout, row) if row else {}
            sides = {Dot(self.streams[r[3]].id, r[4]) for r in part.r if r[:3] == (name, record, cell)}
            sides |= {marks[cell].dot} if cell in marks else set()

            def is_a_side(commit: Commit, _: Operation, sides: Set[Dot] = sides) -> bool:
                return commit.dot in sides

            shown = shown_values(state_without(self.ledger, layout, self.scope, record, is_a_side))
            keys = ENDED_FIELDS if cell == ENDED else layout.members.get(cell, (cell,))
            before = {key: shown.get(key) for key in keys}
            if not any(before.values()):
                before = dict(before_in_base(self.ledger.db, self.scope, name, record, cell))
            if any(before.values()):
                yield name, record, cell, before

    def _told(self) -> Iterator[Part]:
        """Origins of what is shown, and what else the lines below `upto` are asked for."""
        rest = self._rest_before()
        names: dict[str, int] = {}
        part, last = _no_origins(), (0, 0, 0)
        for place, stream in enumerate(self.streams):
            below = base_of(self.ledger.db, stream.n)[0]
            for seq in sorted(seq for at, seq in self._dots if at == place and seq <= below):
                known = kept_origin(self.ledger.db, self.scope, Dot(stream.id, seq))
                if known:
                    last = _put(part, names, place, seq, known.time, known.worker, known.kind, last)
                    _put_sources(part, names, known.source, known.sources)
            for seq, line in log.lines_after(self.ledger.db, stream.n, 0):
                if seq > self.upto.get(stream.id, 0):
                    break
                self._note_rest(rest, place, stream, seq, line)
                if (place, seq) in self._dots and (commit := _commit(stream, line)):
                    last = _put(part, names, place, seq, commit.time, commit.worker, commit.kind, last)
                    _put_sources(part, names, *_sources(commit))
                if len(part.s) >= ROWS:
                    yield part
                    names, part, last = {}, _no_origins(), (0, 0, 0)
        if part.s:
            yield part
        if any((rest.aside, rest.erased, rest.files, rest.lines)):
            yield rest

    def _rest_before(self) -> Rest:
        db = self.ledger.db
        rest = Rest([], [], [], [])
        moved = {}
        for part in parts_in(db, self.scope, "head"):
            moved = (
                {at: self.places[s[0]] for at, s in enumerate(part.streams)} if isinstance(part, Head) else {}
            )
        for part in parts_in(db, self.scope, "rest"):
            if isinstance(part, Rest):
                rest.files.extend(part.files)
                rest.lines.extend((moved[at], seq, line) for at, seq, line in part.lines)
        for stream in self.streams:
            aside = db.execute("select seq, reason from quarantine where stream = ? order by seq", [stream.n])
            rest.aside.extend(
                (self.places[stream.id], seq, reason)
                for seq, reason in aside.fetchall()
                if seq <= self.upto.get(stream.id, 0)
            )
        erased = db.execute(
            "select list, record, field, stream, seq from erased where scope = ? order by 1, 2, 3, 4, 5",
            [self.scope],
        )
        rest.erased.extend(tuple(row) for row in erased.fetchall())
        return rest

    def _note_rest(self, rest: Rest, place: int, stream: Stream, seq: int, line: bytes) -> None:
        if any(name.decode() not in self.ledger.layouts for name in set(_LISTS.findall(line))):
            rest.lines.append((place, seq, line.decode()))
        if _FILES.search(line) and (commit := _commit(stream, line)):
            for operation in commit.operations:
                for value in operation.fields.values():
                    rest.files.extend(
                        (found[7:].decode(), operation.list, operation.record)
                        for found in _FILES.findall(value.encode() if isinstance(value, str) else b"")
                    )

    def _touched(self) -> set[_Named]:
        """The records that the log writes beyond `upto`."""
        found: set[_Named] = set()
        for stream in self.streams:
            for _, line in log.lines_after(self.ledger.db, stream.n, self.upto.get(stream.id, 0)):
                commit = _commit(stream, line)
                found.update((o.list, o.record) for o in (commit.operations if commit else ()))
        others = kept_elsewhere(self.ledger, self.scope, found)
        return {named for named in found if named[0] in self.ledger.layouts and named not in others}

    def _states_of(self, touched: set[_Named]) -> dict[_Named, RecordState]:
        """These records as they stood at `upto`."""
        states = dict.fromkeys(touched, EMPTY)
        for name, record in touched:
            for commit, operation in operations_in_base(self.ledger, self.scope, name, record):
                states[name, record] = self._after(states[name, record], commit, operation, name)
        if not touched:
            return states
        aside = whole_aside(self.ledger)
        for stream in self.streams:
            for seq, line in log.lines_after(self.ledger.db, stream.n, base_of(self.ledger.db, stream.n)[0]):
                if seq > self.upto.get(stream.id, 0):
                    break
                later = None if (stream.n, seq) in aside else _commit(stream, line)
                for operation in later.operations if later else ():
                    named = (operation.list, operation.record)
                    if later and named in states:
                        states[named] = self._after(states[named], later, operation, operation.list)
        return states

    def _after(self, state: RecordState, commit: Commit, operation: Operation, name: str) -> RecordState:
        return apply_operation(
            state,
            operation,
            dot=commit.dot,
            time=commit.time,
            replica=commit.replica,
            groups=self.ledger.layouts[name].cells,
        )


def _commit(stream: Stream, line: bytes) -> Commit | None:
    with suppress(MalformedCommit):
        return decode_commit(line, stream=stream.id, scope=stream.scope, replica=stream.replica)
    return None


def _row_of(layout: Layout, found: Sequence[Any]) -> Row:
    keys = (*ENDED_FIELDS, *layout.columns)
    values = {key: value for key, value in zip(keys, found[5:], strict=True) if value is not None}
    return Row(found[0], found[1], found[2], found[3], values | (json.loads(found[4]) if found[4] else {}))


def _no_origins() -> Origins:
    return Origins([], [], [], [], [], [], [], [])


def _put(
    part: Origins,
    names: dict[str, int],
    place: int,
    seq: int,
    time: str,
    worker: str,
    kind: str,
    last: tuple[int, int, int],
) -> tuple[int, int, int]:
    at = (seq, *clock_numbers(time))
    part.s.append(place)
    for column, new, old in zip((part.q, part.t, part.u), at, last, strict=True):
        column.append(new - old)
    part.w.append(_name(part, names, worker))
    part.d.append(_name(part, names, kind))
    return at


def _put_sources(
    part: Origins, names: dict[str, int], source: str, sources: Mapping[tuple[str, str], str]
) -> None:
    part.f.append(_name(part, names, source))
    part.g.extend((len(part.f) - 1, name, record, said) for (name, record), said in sources.items())


def _name(part: Origins, names: dict[str, int], name: str) -> int:
    if name not in names:
        names[name] = len(part.names)
        part.names.append(name)
    return names[name]


def _sources(commit: Commit) -> tuple[str, dict[tuple[str, str], str]]:
    said = {operation.source for operation in commit.operations}
    if len(said) == 1:
        return said.pop(), {}
    return "", {(o.list, o.record): o.source for o in commit.operations if o.source}
