"""Rows of a base as columns with their marks, and back: what is packed and read again is the same row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

import msgspec

from fieldapp.journal.commit import Dot, Value
from fieldapp.journal.context import Mark
from fieldapp.journal.merge import ENDED, ENDED_FIELDS
from fieldapp.store.growing.parts import ListShape, Rows


@dataclass(frozen=True)
class BaseRow:
    """A row as the tables hold it: values that are not NULL, unknown ones and the end included, and marks by cell."""

    id: str
    values: Mapping[str, Value]
    marks: Mapping[str, Mark]


def rows_part(name: str, rows: Iterable[BaseRow], shape: ListShape, places: Mapping[str, int]) -> Rows:
    """Rows as columns, taken one by one. `places` gives the place of a stream in the head."""
    keys = (*ENDED_FIELDS, *shape.columns)
    known = frozenset(keys)
    part = Rows(name, [], {}, [], [], [], [])
    last, at = (0, 0, 0), (0, 0, 0)
    for place, row in enumerate(rows):
        part.i.append(row.id)
        if extra := _into_columns(part.c, place, row.values, known):
            part.x[place] = extra
        mark = _only_mark(row, shape)
        clock = _clock_of(mark.time) if mark else None
        if mark is None or clock is None:
            part.s.append(-1)
            at = last
            part.m[place] = _marks_out(row.marks, places)
        else:
            part.s.append(places[mark.dot.stream])
            at = (mark.dot.seq, *clock)
        for column, new, old in zip((part.q, part.t, part.u), at, last, strict=True):
            column.append(new - old)
        last = at
    if not any(part.u):
        part.u.clear()
    for values in part.c.values():
        values.extend(repeat(None, len(part.i) - len(values)))
    return msgspec.structs.replace(part, c={key: part.c[key] for key in keys if key in part.c})


def _into_columns(
    columns: dict[str, list[Value]], place: int, values: Mapping[str, Value], known: frozenset[str]
) -> dict[str, Value]:
    """One row's values at its place; those of fields that the writer does not know are given back."""
    extra: dict[str, Value] = {}
    for key, value in values.items():
        if key not in known:
            extra[key] = value
            continue
        column = columns.setdefault(key, [])
        column.extend(repeat(None, place - len(column)))
        column.append(value)
    return extra


def marks_of(part: Rows, streams: Sequence[str]) -> Iterator[Mark | dict[str, Mark]]:
    """Row by row the one mark of all its valued cells, or the marks by cell."""
    seq = ms = count = 0
    for place, stream in enumerate(part.s):
        seq += part.q[place]
        ms += part.t[place]
        count += part.u[place] if part.u else 0
        if stream >= 0:
            yield Mark(Dot(streams[stream], seq), clock_text(ms, count))
        else:
            yield _marks_in(part.m[place], streams)


def rows_of(part: Rows, shape: ListShape, streams: Sequence[str]) -> Iterator[BaseRow]:
    """The rows of a part."""
    for place, marks in enumerate(marks_of(part, streams)):
        values = values_at(part, place)
        if isinstance(marks, Mark):
            marks = dict.fromkeys((cell_in(shape, key) for key in values), marks)
        yield BaseRow(part.i[place], values, marks)


def values_at(part: Rows, place: int) -> dict[str, Value]:
    """The values of one row that are not NULL."""
    values = {key: column[place] for key, column in part.c.items() if column[place] is not None}
    return values | part.x.get(place, {})


def cell_in(shape: ListShape, key: str) -> str:
    """The cell a field merges in."""
    return ENDED if key in ENDED_FIELDS else shape.cells.get(key, key)


def clock_text(ms: int, count: int) -> str:
    """A hybrid clock reading of its two numbers."""
    return f"{ms:012x}-{count:04x}"


def _clock_of(time: str) -> tuple[int, int] | None:
    try:
        ms, count = int(time[:12], 16), int(time[13:], 16)
    except ValueError:
        return None
    return (ms, count) if clock_text(ms, count) == time else None


def clock_numbers(time: str) -> tuple[int, int]:
    """Milliseconds and counter of a reading; of one that is none, zeros."""
    return _clock_of(time) or (0, 0)


def _only_mark(row: BaseRow, shape: ListShape) -> Mark | None:
    """The mark that every valued cell shares, and no other cell has."""
    first = next(iter(row.marks.values()), None)
    if first is None or first.ahead or first.closed or any(mark != first for mark in row.marks.values()):
        return None
    return first if row.marks.keys() == {cell_in(shape, key) for key in row.values} else None


_Marks = list[tuple[list[str], int, int, str, list[tuple[int, int]], list[tuple[int, int]]]]


def _marks_out(marks: Mapping[str, Mark], places: Mapping[str, int]) -> _Marks:
    sharers: dict[tuple[object, ...], tuple[Mark, list[str]]] = {}
    for cell, mark in marks.items():
        key = (mark.dot, mark.time, tuple(sorted(mark.ahead.items())), mark.closed)
        sharers.setdefault(key, (mark, []))[1].append(cell)
    return [
        (
            sorted(cells),
            places[mark.dot.stream],
            mark.dot.seq,
            mark.time,
            [(places[stream], seq) for stream, seq in sorted(mark.ahead.items())],
            [(places[stream], seq) for stream, seq in sorted(mark.closed)],
        )
        for mark, cells in sharers.values()
    ]


def _marks_in(packed: _Marks, streams: Sequence[str]) -> dict[str, Mark]:
    out: dict[str, Mark] = {}
    for cells, stream, seq, time, ahead, closed in packed:
        mark = Mark(
            Dot(streams[stream], seq),
            time,
            {streams[place]: reached for place, reached in ahead},
            frozenset(Dot(streams[place], reached) for place, reached in closed),
        )
        out.update(dict.fromkeys(cells, mark))
    return out
