"""The parts of a base, one JSON line each: heads of the streams, rows by column with their marks, conflicts, origins.

A base is what a village's log made up to a vector: enough to go on merging, without the log's lines. Streams are named by
their place in the head's list, so that a base reads alike on every computer. Columns pack far better than rows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from fieldapp.journal.commit import Dot, Value
from fieldapp.journal.context import Mark
from fieldapp.journal.merge import ENDED, ENDED_FIELDS

FORMAT = 1


class ListShape(msgspec.Struct, frozen=True, omit_defaults=True):
    """How the writer's dictionary lays a list out: its columns, and the cells that fields share. Of a list without rows
    only the name is told."""

    columns: tuple[str, ...] = ()
    cells: dict[str, str] = {}


class Head(msgspec.Struct, tag="head", tag_field="k", frozen=True):
    """`streams`: (id, replica or "", sequence, chain as hex) of every stream that the base covers or names."""

    format: int
    scope: str
    edition: str
    streams: tuple[tuple[str, str, int, str], ...]
    lists: dict[str, ListShape]


class Rows(msgspec.Struct, tag="rows", tag_field="k", frozen=True):
    """Rows of one list. `s`, `q`, `t`, `u`: stream, and by difference to the row before: sequence, milliseconds and
    counter of the one mark that all valued cells of a row share; a row with `s` -1 has its marks in `m`, by its place:
    (cells, stream, sequence, clock, ahead, closed). `x`: fields by place that the writer's dictionary does not know."""

    l: str  # noqa: E741 - short names: they stand in every base
    i: list[str]
    c: dict[str, list[Value]]
    s: list[int]
    q: list[int]
    t: list[int]
    u: list[int] = []
    m: dict[int, list[tuple[list[str], int, int, str, list[tuple[int, int]], list[tuple[int, int]]]]] = {}
    x: dict[int, dict[str, Value]] = {}


class Conflicts(msgspec.Struct, tag="conflicts", tag_field="k", frozen=True):
    """`r`: (list, record, field, stream, sequence, clock, values as JSON) as in the conflict table; `b`: (list, record,
    field, what stood there before the sides were written)."""

    r: list[tuple[str, str, str, int, int, str, str]]
    b: list[tuple[str, str, str, dict[str, Value]]] = []


class Origins(msgspec.Struct, tag="origins", tag_field="k", frozen=True):
    """Who wrote the commits that rows and conflicts still show: `w`, `d`, `f` are places in `names` (worker, kind,
    source); `s` and, by difference, `q` their dots, `t` and `u` their clocks. `g`: (place, list, record, source) where
    one commit knew its facts in several ways."""

    names: list[str]
    s: list[int]
    q: list[int]
    t: list[int]
    u: list[int]
    w: list[int]
    d: list[int]
    f: list[int]
    g: list[tuple[int, str, str, str]] = []


class Rest(msgspec.Struct, tag="rest", tag_field="k", frozen=True):
    """What else outlives its lines: commits set aside (stream, sequence, reason), erasures (list, record, field, stream
    id, sequence), files once named (SHA-256, list, record), lines of lists unknown to the writer (stream, sequence,
    line)."""

    aside: list[tuple[int, int, str]] = []
    erased: list[tuple[str, str, str, str, int]] = []
    files: list[tuple[str, str, str]] = []
    lines: list[tuple[int, int, str]] = []


class End(msgspec.Struct, tag="end", tag_field="k", frozen=True):
    """The last line: how many rows there were. A base without it is cut."""

    rows: int


Part = Head | Rows | Conflicts | Origins | Rest | End
_ENCODE = msgspec.json.Encoder()
_DECODE: msgspec.json.Decoder[Part] = msgspec.json.Decoder(Part)


@dataclass(frozen=True)
class BaseRow:
    """A row as the tables hold it: values that are not NULL, unknown ones and the end included, and marks by cell."""

    id: str
    values: Mapping[str, Value]
    marks: Mapping[str, Mark]


def line_of(part: Part) -> bytes:
    """The line of a part, without its newline."""
    return _ENCODE.encode(part)


def part_of(line: bytes) -> Part:
    """The part of a line. Raises ValueError for a line that is none."""
    try:
        return _DECODE.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as wrong:
        raise ValueError("not a part of a base") from wrong


def rows_part(name: str, rows: Sequence[BaseRow], shape: ListShape, places: Mapping[str, int]) -> Rows:
    """Rows as columns. `places` gives the place of a stream in the head."""
    keys = [key for key in (*ENDED_FIELDS, *shape.columns) if any(key in row.values for row in rows)]
    known = frozenset((*ENDED_FIELDS, *shape.columns))
    part = Rows(
        name,
        [row.id for row in rows],
        {key: [row.values.get(key) for row in rows] for key in keys},
        [],
        [],
        [],
        [],
    )
    last, at = (0, 0, 0), (0, 0, 0)
    for place, row in enumerate(rows):
        if extra := {key: value for key, value in row.values.items() if key not in known}:
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
    return part


def marks_of(part: Rows, shape: ListShape, streams: Sequence[str]) -> Iterator[Mark | dict[str, Mark]]:
    """Row by row the one mark of all its valued cells, or the marks by cell."""
    seq = ms = count = 0
    for place, stream in enumerate(part.s):
        seq += part.q[place]
        ms += part.t[place]
        count += part.u[place] if part.u else 0
        if stream >= 0:
            yield Mark(Dot(streams[stream], seq), f"{ms:012x}-{count:04x}")
        else:
            yield _marks_in(part.m[place], streams)


def rows_of(part: Rows, shape: ListShape, streams: Sequence[str]) -> Iterator[BaseRow]:
    """The rows of a part."""
    for place, marks in enumerate(marks_of(part, shape, streams)):
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
