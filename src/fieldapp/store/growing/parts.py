"""The parts of a base, one JSON line each: heads of the streams, rows by column with their marks, conflicts, origins.

A base is what a village's log made up to a vector: enough to go on merging, without the log's lines. Streams are named by
their place in the head's list, so that a base reads alike on every computer. Columns pack far better than rows.
"""

import msgspec

from fieldapp.journal.commit import Value

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


def line_of(part: Part) -> bytes:
    """The line of a part, without its newline."""
    return _ENCODE.encode(part)


def part_of(line: bytes) -> Part:
    """The part of a line. Raises ValueError for a line that is none."""
    try:
        return _DECODE.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as wrong:
        raise ValueError("not a part of a base") from wrong
