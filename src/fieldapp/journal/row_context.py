"""A row's packed context looked into and written over in place: marks stay the bytes they are, no cell is unpacked.

It reads and makes what `context.pack_seen` does, but keeps the default mark of the row as long as the row lives: which
mark is the commonest is not counted again, so the same row may be told in other bytes of the same meaning.
"""

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache

from fieldapp.journal.commit import Vector
from fieldapp.journal.context import FORMAT, Mark, cut_short, number_bytes, pack_mark

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
        if packed[1] == 1 and self._is_fresh(packed):
            return
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

    def _is_fresh(self, packed: bytes) -> bool:
        """Whether one plain mark is all there is, as of a row that was written once; then that is read."""
        stream, at = _number(packed, 2)
        seq, at = _number(packed, at)
        # A clock reading of eight bytes after its length, which is left at 0; no dots, no names.
        if len(packed) != at + 12 or packed[at] or packed[at + 9] or packed[at + 10] or packed[at + 11]:
            return False
        self._default = packed[2:-1]
        self._marks[self._default] = (stream, seq, True)
        return True

    def names(self, cell: str) -> bool:
        """Whether the cell is told apart from the others."""
        return cell in self._named

    def is_seen_through(self, cells: Iterable[str], seen: Vector, stream: Callable[[int], str]) -> bool:
        """Whether a writer who had seen this vector knew all that was ever written into these cells, if anything was.

        False says only that they have to be looked at closely.
        """
        named, default = self._named, self._default
        for told in {named.get(cell, default) for cell in cells} if named else (default,):
            if told:
                number, seq, is_plain = self._marks[told]
                if not is_plain or seen.get(stream(number), 0) < seq:
                    return False
        return True

    def write(self, cells: Collection[str], mark: Mark, number: Callable[[str], int]) -> None:
        """These cells come from this mark now. `number` gives a stream's small local number."""
        if not cells:
            return
        told = pack_mark(mark, number)
        stream, seq = mark.dot
        self._default = self._default or told
        self._marks[told] = (number(stream), seq, not mark.ahead and not mark.closed)
        for cell in cells:
            self._named[cell] = told

    def pack(self) -> bytes:
        """As `pack_seen`; marks that no cell has any more are left out."""
        if not self._default:
            return b""
        places = {self._default: 0}
        for mark in self._named.values():
            places.setdefault(mark, len(places))
        out = [number_bytes(FORMAT), number_bytes(len(places)), *places, number_bytes(len(self._named))]
        for cell, mark in self._named.items():
            out += (number_bytes(places[mark]), _told(cell))
        return b"".join(out)


@lru_cache(maxsize=1024)
def _told(cell: str) -> bytes:
    """The name of a cell after its length."""
    name = cell.encode()
    return number_bytes(len(name)) + name


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
