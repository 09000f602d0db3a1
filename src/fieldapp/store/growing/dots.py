"""Many dots of one village in little memory: a bit each, so that a large village costs hardly more than a small one."""

from collections.abc import Iterable, Iterator

_BITS = 12
_PAGE = 1 << _BITS


class Dots:
    """Dots as (place of the stream in the head, sequence)."""

    def __init__(self, dots: Iterable[tuple[int, int]] = ()) -> None:
        self._pages: dict[tuple[int, int], bytearray] = {}
        self.update(dots)

    def update(self, dots: Iterable[tuple[int, int]]) -> None:
        """Add some."""
        for place, seq in dots:
            page = self._pages.setdefault((place, seq >> _BITS), bytearray(_PAGE // 8))
            page[(seq % _PAGE) >> 3] |= 1 << (seq & 7)

    def upto(self, place: int, last: int) -> Iterator[int]:
        """The sequences of one stream up to `last`, in order."""
        for _, number in sorted(key for key in self._pages if key[0] == place):
            for seq in range(number << _BITS, min((number + 1) << _BITS, last + 1)):
                if (place, seq) in self:
                    yield seq

    def __contains__(self, dot: tuple[int, int]) -> bool:
        place, seq = dot
        page = self._pages.get((place, seq >> _BITS))
        return page is not None and bool(page[(seq % _PAGE) >> 3] & 1 << (seq & 7))
