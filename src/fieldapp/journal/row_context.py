"""A row's packed context looked into and written over in place: marks stay the bytes they are, no cell is unpacked.

It reads and makes what `context.pack_seen` does, but keeps the default mark of the row as long as the row lives: which
mark is the commonest is not counted again, so the same row may be told in other bytes of the same meaning.
"""

from collections.abc import Callable, Collection, Iterable
from functools import lru_cache

from fieldapp.journal.commit import Vector
from fieldapp.journal.context import FORMAT, Mark, cut_short, number_at, number_bytes, pack_mark

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
        count, at = number_at(packed, 1)
        slices = []
        for _ in range(count):
            start = at
            stream, at = number_at(packed, at)
            seq, at = number_at(packed, at)
            length, at = number_at(packed, at)
            at += length - 1 if length else 8
            is_plain = not packed[at] and not packed[at + 1]
            at = at + 2 if is_plain else _after_dots(packed, _after_dots(packed, at))
            slices.append(packed[start:at])
            self._marks[packed[start:at]] = (stream, seq, is_plain)
        self._default = slices[0]
        names, at = number_at(packed, at)
        for _ in range(names):
            index, at = number_at(packed, at)
            length, at = number_at(packed, at)
            self._named[packed[at : at + length].decode()] = slices[index]
            at += length
        if at != len(packed):
            raise cut_short()

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

    def write(self, cells: Collection[str], told: "ToldMark") -> None:
        """These cells come from this mark now."""
        if not cells:
            return
        mark = told.packed
        self._default = self._default or mark
        self._marks[mark] = (told.stream, told.seq, told.is_plain)
        for cell in cells:
            self._named[cell] = mark

    def pack(self) -> bytes:
        """As `pack_seen`; marks that no cell has any more are left out."""
        if not self._default:
            return b""
        named = self._named
        places = {mark: at for at, mark in enumerate(dict.fromkeys((self._default, *named.values())))}
        told = [_told(cell, places[mark]) for cell, mark in named.items()]
        return b"".join((_head(len(places)), *places, number_bytes(len(told)), *told))


class ToldMark:
    """A mark as a row's context keeps it; `stream` is the local number of its stream."""

    __slots__ = ("is_plain", "packed", "seq", "stream")

    def __init__(self, mark: Mark, number: Callable[[str], int]) -> None:
        self.packed = pack_mark(mark, number)
        self.stream, self.seq = number(mark.dot.stream), mark.dot.seq
        self.is_plain = not mark.ahead and not mark.closed


def written_over(
    packed: bytes, cells: Collection[str], seen: Vector, mark: bytes, stream: Callable[[int], str]
) -> bytes:
    """The context of a row that was written once, when these cells come from `mark` (as `context.pack_plain` makes it)
    now; b"" where there is more to it, or where its writer, who had seen this vector, did not know the row: then
    `RowContext` has to look."""
    if packed[:2] != _ONE_MARK:
        return b""
    try:
        number, at = number_at(packed, 2)
        seq, at = number_at(packed, at)
    except IndexError:
        return b""
    # A clock reading of eight bytes after its length, which is left at 0; no dots, no names.
    if len(packed) != at + 12 or packed[at] or packed[at + 9 :] != b"\0\0\0":
        return b""
    if seen.get(stream(number), 0) < seq or not cells:
        return b""
    return b"%b%b%b%b" % (_TWO_MARKS, packed[2:-1], mark, _second(tuple(cells)))


_ONE_MARK, _TWO_MARKS = bytes((FORMAT, 1)), bytes((FORMAT, 2))


@lru_cache(maxsize=64)
def _second(cells: tuple[str, ...]) -> bytes:
    """How these cells are told to come from the second mark, and no others."""
    return number_bytes(len(cells)) + b"".join([_told(cell, 1) for cell in cells])


@lru_cache(maxsize=64)
def _head(marks: int) -> bytes:
    """What stands before so many marks."""
    return number_bytes(FORMAT) + number_bytes(marks)


@lru_cache(maxsize=1024)
def _told(cell: str, place: int) -> bytes:
    """A cell by name, after the place of its mark."""
    name = cell.encode()
    return number_bytes(place) + number_bytes(len(name)) + name


def _after_dots(packed: bytes, at: int) -> int:
    count, at = number_at(packed, at)
    for _ in range(2 * count):
        _, at = number_at(packed, at)
    return at
