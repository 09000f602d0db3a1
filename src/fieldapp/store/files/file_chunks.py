"""Where the chunks of a file may lie and which of them lack: values, no disk. Every chunk lies on the grid."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fieldapp.store.files.file_boxes import LARGEST_BOX, LARGEST_FILE
from fieldapp.store.files.file_refusals import bad_chunk, too_large

GRID = 16 << 10
"""Every chunk starts on a multiple of this and only a file's last one ends off it: chunks cannot be endless and tiny."""
Range = tuple[int, int]
"""First byte and the one after the last."""


@dataclass(frozen=True)
class Arrived:
    """What is here of a file that is still arriving. `ranges` ascend and do not touch; `size` 0 where nothing is."""

    size: int
    ranges: tuple[Range, ...]

    @property
    def bytes(self) -> int:
        """How much is here."""
        return sum(last - first for first, last in self.ranges)


def joined(ranges: Iterable[Range]) -> tuple[Range, ...]:
    """The same bytes as ranges that ascend and do not touch."""
    found: list[Range] = []
    for first, last in sorted(ranges):
        if found and found[-1][1] >= first:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return tuple(found)


def missing_ranges(size: int, held: Arrived, longest: int) -> Iterator[Range]:
    """What a file of this size lacks, from its beginning, in ranges of at most `longest` bytes that end on the grid."""
    at = 0
    for first, last in (*held.ranges, (size, size)):
        while at < first:
            end = min(first, at + max(GRID, longest // GRID * GRID))
            yield at, end
            at = end
        at = max(at, last)


def refuse_misplaced(size: int, offset: int, content: bytes) -> None:
    """Raises SyncError file.too_large, file.bad_chunk for a chunk that no file of this size has."""
    if size > LARGEST_FILE:
        raise too_large()
    last = offset + len(content)
    empty = not content and size > 0
    off_grid = offset % GRID or (last % GRID and last != size)
    if size < 0 or offset < 0 or last > size or empty or off_grid or len(content) > LARGEST_BOX:
        raise bad_chunk()
