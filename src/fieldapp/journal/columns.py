"""Commit lines turned into columns and back, byte for byte: like stands beside like, and zstd then needs a fifth less.

A line is cut where one operation ends and the next begins, and each piece at its quotation marks; pieces cut alike stand
under each other. A column that is one value is said once, one that counts up is said by its first number. Pure.

The text: how each line was cut (`runs`), the kinds of the columns, the short columns, the long ones; a line each.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

MOST_LINES = 1 << 16
"""Lines of one text: more than any log packs as one, and a hundred bytes of memory each when they are made again."""
MOST_PIECES = 1 << 18
"""Pieces of one text, some seventy bytes of memory each; a log's segments have a fifth of it."""
_BETWEEN = b"},{"
_LONG = 1024
"""Bytes of a column from which it is packed by itself: letters and digits then have their own code."""
_KINDS = b"=+:#"
_ONE, _COUNT, _SHORT, _FAR = _KINDS
_NUMBER = re.compile(rb"([^0-9]*)(0|[1-9][0-9]{0,14})([^0-9]*)")
_Shape = tuple[int, ...]


def apart(lines: bytes) -> list[bytes]:
    """The text of whole lines, each with its newline, in pieces that are best packed one by one."""
    cut = [[piece.split(b'"') for piece in line.split(_BETWEEN)] for line in lines[:-1].split(b"\n")]
    kinds, long = bytearray(), list[bytes]()
    short = [_runs([tuple(map(len, pieces)) for pieces in cut])]
    alike: dict[int, list[list[bytes]]] = {}
    for pieces in cut:
        for piece in pieces:
            alike.setdefault(len(piece), []).append(piece)
    for rows in alike.values():
        for column in zip(*rows, strict=True):
            kind, told = _told(column)
            kinds.append(kind)
            (long if kind == _FAR else short).append(told)
    short.insert(1, bytes(kinds))
    return [b"\n".join(short), *(b"\n" + column for column in long)]


def fits(lines: bytes) -> bool:
    """Whether whole lines may be cut: of the most pieces the memory would be a multiple of the lines."""
    if len(lines) <= MOST_PIECES:
        return True
    return lines.count(b'"') + lines.count(_BETWEEN) + lines.count(b"\n") <= MOST_PIECES


def together(text: bytes, size: int) -> bytes:
    """The lines of a text that must make exactly `size` bytes. Raises ValueError; never builds more than that."""
    head, kinds = _heads(text)
    runs = _runs_in(head, size)
    rows: dict[int, int] = {}
    for times, shape in runs:
        for width in shape:
            rows[width] = rows.get(width, 0) + times
    if len(kinds) != sum(rows) or kinds.strip(_KINDS):
        raise ValueError(text[:40])
    columns = text.split(b"\n")[2:]
    order = sorted(range(len(kinds)), key=lambda at: kinds[at] == _FAR)
    placed = dict(zip(order, columns, strict=True))
    pieces, at, left = {}, 0, size
    for width, count in rows.items():
        some = [(kinds[column], placed[column]) for column in range(at, at + width)]
        left -= sum(_least(kind, told, count) for kind, told in some)
        if left < 0:
            raise ValueError(size)
        pieces[width] = _pieces(some, count)
        at += width
    out: list[bytes] = []
    for times, shape in runs:
        out += map(_BETWEEN.join, islice(zip(*[pieces[width] for width in shape], strict=False), times))
    lines = b"\n".join((*out, b""))
    if len(lines) != size:
        raise ValueError(size)
    return lines


def _heads(text: bytes) -> tuple[bytes, bytes]:
    """How the lines were cut and the kinds of the columns; counted before anything is made of them."""
    end = text.find(b"\n")
    after = text.find(b"\n", end + 1)
    head, kinds = text[: max(end, 0)], text[end + 1 : max(after, 0)]
    if not 0 < len(kinds) <= MOST_PIECES or text.count(b"\n", after) != len(kinds):
        raise ValueError(text[:40])
    if head.count(b";") + head.count(b" ") > MOST_PIECES:
        raise ValueError(head[:40])
    return head, kinds


def _runs(shapes: Sequence[_Shape]) -> bytes:
    runs = ((len(list(run)), shape) for shape, run in groupby(shapes))
    return ";".join(f"{count}*{' '.join(map(str, shape))}" for count, shape in runs).encode()


def _runs_in(head: bytes, size: int) -> list[tuple[int, _Shape]]:
    """How many lines in a row were cut how; every piece stands for a byte at least, every quotation mark for one, and
    all together are no more than `MOST_PIECES`."""
    runs, left, lines = list[tuple[int, _Shape]](), min(size, MOST_PIECES), 0
    for run in head.split(b";"):
        count, _, told = run.partition(b"*")
        shape = tuple(map(int, told.split(b" ")))
        left -= int(count) * sum(shape)
        lines += int(count)
        if int(count) < 1 or min(shape) < 1 or left < 0 or lines > MOST_LINES:
            raise ValueError(head[:40])
        runs.append((int(count), shape))
    return runs


def _told(column: tuple[bytes, ...]) -> tuple[int, bytes]:
    """The kind of a column and how it is said."""
    first = column[0]
    if column.count(first) == len(column):
        return _ONE, first
    if found := _NUMBER.fullmatch(first):
        before, number, after = found[1], int(found[2]), found[3]
        if column[1] == b"%b%d%b" % (before, number + 1, after):
            told = b'%b"%d"%b' % (before, number, after)
            if column == tuple(_column(_COUNT, told, len(column))):
                return _COUNT, told
    joined = b'"'.join(column)
    return (_FAR if len(joined) >= _LONG else _SHORT), joined


def _pieces(columns: Iterable[tuple[int, bytes]], count: int) -> Iterator[bytes]:
    """What columns make that stand beside each other, piece by piece. Neighbours that are one value each are one value
    together: half as much is joined."""
    made: list[Sequence[bytes]] = []
    for is_one, some in groupby(columns, lambda column: column[0] == _ONE):
        if is_one:
            made.append([b'"'.join([told for _, told in some])] * count)
        else:
            made += [_column(kind, told, count) for kind, told in some]
    return map(b'"'.join, zip(*made, strict=True))


def _least(kind: int, told: bytes, count: int) -> int:
    """Bytes that a column makes at least."""
    return count * max(len(told) - 2, 0) if kind in (_ONE, _COUNT) else len(told)


def _column(kind: int, told: bytes, count: int) -> Sequence[bytes]:
    if kind == _COUNT:
        before, number, after = told.split(b'"')
        return [b"%b%d%b" % (before, at, after) for at in range(int(number), int(number) + count)]
    column = told.split(b'"')
    if len(column) != count:
        raise ValueError(told[:40])
    return column
