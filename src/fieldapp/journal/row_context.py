"""A row's packed context looked into and written over in place: marks stay the bytes they are, no cell is unpacked.

It reads and makes what `context.pack_seen` does, but keeps the default mark of the row as long as the row lives: which
mark is the commonest is not counted again, so the same row may be told in other bytes of the same meaning.
"""

from collections.abc import Callable, Collection
from functools import lru_cache

from fieldapp.journal.commit import Vector
from fieldapp.journal.context import FORMAT, Mark, cut_short, pack_mark, put_number

_MarkBytes = bytes
"""A mark as `context.pack_mark` makes it."""


class RowContext:
    """What `pack_seen` made of a row; b"" for one into which nothing was written. Raises ValueError on foreign bytes."""

    __slots__ = ("_default", "_marks", "_named")

    def __init__(self, packed: bytes) -> None:
        self._default = b""
        self._marks: dict[_MarkBytes, tuple[int, int, bool]] = {}
        self._named: dict[str, _MarkBytes] = {}
        if not packed:
            return
        if packed[0] != FORMAT:
            raise ValueError("a row's context of another format")
        try:
            self._read(packed)
        except IndexError as short:
            raise cut_short() from short

    def _read(self, packed: bytes) -> None:
        count, at = _number(packed, 1)
        slices = []
        for _ in range(count):
            start = at
            stream, at = _number(packed, at)
            seq, at = _number(packed, at)
            length, at = _number(packed, at)
            at += length - 1 if length else 8
            is_plain = not packed[at] and not packed[at + 1]
            at = at + 2 if is_plain else _after_dots(packed, _after_dots(packed, at))
            slices.append(packed[start:at])
            self._marks[packed[start:at]] = (stream, seq, is_plain)
        self._default = slices[0]
        names, at = _number(packed, at)
        for _ in range(names):
            index, at = _number(packed, at)
            length, at = _number(packed, at)
            self._named[packed[at : at + length].decode()] = slices[index]
            at += length
        if at != len(packed):
            raise cut_short()

    def names(self, cell: str) -> bool:
        """Whether the cell is told apart from the others."""
        return cell in self._named

    def is_seen_through(self, cell: str, seen: Vector, stream: Callable[[int], str]) -> bool:
        """Whether a writer who had seen this vector knew all that was ever written into the cell, if anything was.

        False says only that it has to be looked at closely.
        """
        told = self._named.get(cell, self._default)
        if not told:
            return True
        number, seq, is_plain = self._marks[told]
        return is_plain and seen.get(stream(number), 0) >= seq

    def write(self, cells: Collection[str], mark: Mark, number: Callable[[str], int]) -> None:
        """These cells come from this mark now. `number` gives a stream's small local number."""
        if not cells:
            return
        told = pack_mark(mark, number)
        self._default = self._default or told
        self._marks[told] = (number(mark.dot.stream), mark.dot.seq, not mark.ahead and not mark.closed)
        for cell in cells:
            self._named[cell] = told

    def pack(self) -> bytes:
        """As `pack_seen`; marks that no cell has any more are left out."""
        if not self._default:
            return b""
        places = {self._default: 0}
        for mark in self._named.values():
            places.setdefault(mark, len(places))
        out = bytearray((FORMAT,))
        put_number(out, len(places))
        out += b"".join(places)
        put_number(out, len(self._named))
        for cell, mark in self._named.items():
            put_number(out, places[mark])
            out += _told(cell)
        return bytes(out)


@lru_cache(maxsize=1024)
def _told(cell: str) -> bytes:
    """The name of a cell after its length."""
    name, out = cell.encode(), bytearray()
    put_number(out, len(name))
    return bytes(out + name)


def _after_dots(packed: bytes, at: int) -> int:
    count, at = _number(packed, at)
    for _ in range(2 * count):
        _, at = _number(packed, at)
    return at


def _number(packed: bytes, at: int) -> tuple[int, int]:
    byte = packed[at]
    if byte < 0x80:
        return byte, at + 1
    value, shift = byte & 0x7F, 7
    while True:
        at += 1
        byte = packed[at]
        if byte < 0x80:
            return value | byte << shift, at + 1
        value |= (byte & 0x7F) << shift
        shift += 7
