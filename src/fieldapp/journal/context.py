"""What a writer had seen: vectors joined and compared, and a row's marks packed into a few bytes beside it."""

from collections.abc import Callable, Collection, Mapping

import msgspec

from fieldapp.domain.clock import is_usual
from fieldapp.journal.commit import Dot, Vector

FORMAT = 1
_NO_DOTS = b"\0\0"
"""How a mark ends that has nothing ahead and nothing closed."""
_SMALL = tuple(bytes((value,)) for value in range(128))


class Mark(msgspec.Struct, frozen=True, gc=False):
    """Where the shown value of a cell comes from. `ahead` is the join of what all its writers had seen;
    `closed` holds the dots that resolutions named although their writers' vectors do not reach them."""

    dot: Dot
    time: str
    ahead: Vector = {}
    closed: frozenset[Dot] = frozenset()


def joined(a: Vector, b: Vector) -> Vector:
    """The least vector that reaches as far as both."""
    if not a or not b:
        return a or b
    out = dict(a)
    for stream, seq in b.items():
        if seq > out.get(stream, 0):
            out[stream] = seq
    return out


def covers(vector: Vector, dot: Dot) -> bool:
    """Whether this commit lies within the prefixes of the vector."""
    return vector.get(dot.stream, 0) >= dot.seq


def reaches(vector: Vector, other: Vector) -> bool:
    """Whether `vector` covers all that `other` covers."""
    return all(vector.get(stream, 0) >= seq for stream, seq in other.items())


def pack_seen(marks: Mapping[str, Mark], number: Callable[[str], int], valued: Collection[str]) -> bytes:
    """A row's marks by cell name. `number` gives a stream's small local number.

    The commonest mark is the default of every cell in `valued` (the cells that hold a value that is not NULL); only
    the cells that differ, and the written ones that hold NULL, are named. A fresh row takes about 17 bytes.
    """
    if not marks:
        return b""
    sharers = _sharers(marks)
    out = bytearray([FORMAT])
    out += number_bytes(len(sharers))
    for mark, _ in sharers:
        out += pack_mark(mark, number)
    named = [(cell, 0) for cell in sorted(cell for cell in sharers[0][1] if cell not in valued)]
    named += [(cell, at) for at, (_, cells) in enumerate(sharers[1:], 1) for cell in sorted(cells)]
    out += number_bytes(len(named))
    for cell, index in named:
        name = cell.encode()
        out += number_bytes(index)
        out += number_bytes(len(name))
        out += name
    return bytes(out)


def pack_shared(number: int, seq: int, time: str) -> bytes:
    """What `pack_seen` gives for a row whose cells all hold something and share a mark as `pack_plain` makes it."""
    return b"%c\x01%b\x00" % (FORMAT, pack_plain(number, seq, time))


def unpack_seen(packed: bytes, stream: Callable[[int], str], valued: Collection[str]) -> dict[str, Mark]:
    """The marks of a row, the reverse of `pack_seen` with the same `valued`. Raises ValueError on foreign bytes."""
    if not packed:
        return {}
    if packed[0] != FORMAT:
        raise ValueError(f"a row's context of format {packed[0]}")
    reader = _Reader(packed, 1)
    marks = [_take_mark(reader, stream) for _ in range(reader.number())]
    out = dict.fromkeys(valued, marks[0])
    for _ in range(reader.number()):
        index = reader.number()
        out[reader.bytes(reader.number()).decode()] = marks[index]
    return out


def _sharers(marks: Mapping[str, Mark]) -> list[tuple[Mark, list[str]]]:
    """Each mark with the cells that share it, the commonest first. Most marks are the same object: equal ones are
    looked for only among those that are not."""
    shared: dict[int, tuple[Mark, list[str]]] = {}
    for cell, mark in marks.items():
        found = shared.get(id(mark))
        if found is None:
            shared[id(mark)] = (mark, [cell])
        else:
            found[1].append(cell)
    if len(shared) == 1:
        return list(shared.values())
    if len({mark.dot for mark, _ in shared.values()}) == len(shared):
        return sorted(shared.values(), key=_commonest)
    equal: dict[tuple[object, ...], tuple[Mark, list[str]]] = {}
    for mark, cells in shared.values():
        key = (mark.dot, mark.time, tuple(sorted(mark.ahead.items())), mark.closed)
        equal.setdefault(key, (mark, []))[1].extend(cells)
    return sorted(equal.values(), key=_commonest)


def _commonest(sharer: tuple[Mark, list[str]]) -> tuple[int, str]:
    # No cell has two marks: the first name alone tells two sharers of one size apart.
    return -len(sharer[1]), min(sharer[1])


def pack_mark(mark: Mark, number: Callable[[str], int]) -> bytes:
    """A mark as it stands in a row's context. `number` gives a stream's small local number."""
    stream, seq = mark.dot
    head = pack_plain(number(stream), seq, mark.time)
    if not mark.ahead and not mark.closed:
        return head
    out = bytearray(head[: -len(_NO_DOTS)])
    for dots in (mark.ahead.items(), mark.closed):
        out += number_bytes(len(dots))
        for stream, seq in sorted(dots):
            out += number_bytes(number(stream))
            out += number_bytes(seq)
    return bytes(out)


def pack_plain(number: int, seq: int, time: str) -> bytes:
    """As `pack_mark`, of a mark that is nothing but a dot (its stream by local number) and a clock reading."""
    if is_usual(time):
        read = b"\0" + bytes.fromhex(time.replace("-", ""))
    else:
        told = time.encode()
        read = number_bytes(len(told) + 1) + told
    return b"%b%b%b%b" % (number_bytes(number), number_bytes(seq), read, _NO_DOTS)


def _take_mark(reader: "_Reader", stream: Callable[[int], str]) -> Mark:
    dot = Dot(stream(reader.number()), reader.number())
    length = reader.number()
    if length:
        time = reader.bytes(length - 1).decode()
    else:
        digits = reader.bytes(8).hex()
        time = f"{digits[:12]}-{digits[12:]}"
    ahead = {stream(reader.number()): reader.number() for _ in range(reader.number())}
    closed = frozenset([Dot(stream(reader.number()), reader.number()) for _ in range(reader.number())])
    return Mark(dot, time, ahead, closed)


def number_bytes(value: int) -> bytes:
    """A whole number, seven bits a byte."""
    if value < 0x80:
        return _SMALL[value]
    if value < 0x4000:
        return bytes((value & 0x7F | 0x80, value >> 7))
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def number_at(packed: bytes, at: int) -> tuple[int, int]:
    """The whole number that `number_bytes` put there, and where it ends. Raises IndexError."""
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


class _Reader:
    __slots__ = ("_at", "_packed")

    def __init__(self, packed: bytes, at: int) -> None:
        self._packed, self._at = packed, at

    def number(self) -> int:
        try:
            value, self._at = number_at(self._packed, self._at)
        except IndexError as short:
            raise cut_short() from short
        return value

    def bytes(self, count: int) -> bytes:
        part = self._packed[self._at : self._at + count]
        if len(part) < count:
            raise cut_short()
        self._at += count
        return part


def cut_short() -> ValueError:
    """The refusal of bytes that end too soon."""
    return ValueError("a row's context is cut short")
