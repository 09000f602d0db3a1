"""What lies under a question's map: tiles and outlines of the county's own map, and the village's households.

The rule it holds: nothing is shipped and nothing is fetched; without a map there is a plain grid, which works as well.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from fieldapp.store.basemap import Outline

Point = tuple[float, float]


class Tiles(Protocol):
    """Pictures by zoom, x from the west, y from the north."""

    min_zoom: int
    max_zoom: int
    credit: str

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        """The picture, or None where there is none."""


@dataclass(frozen=True)
class Landmark:
    """A place that helps to find one's way: a household's point and what it is called."""

    name: str
    point: Point


@dataclass(frozen=True)
class Ground:
    """`home` is what a map shows at first where no answer stands yet; `trouble` a sentence on a map file."""

    tiles: Tiles | None = None
    outlines: tuple[Outline, ...] = ()
    landmarks: tuple[Landmark, ...] = ()
    home: tuple[Point, ...] = field(default=())
    trouble: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether only the grid is there."""
        return self.tiles is None and not self.outlines and not self.landmarks


GroundSource = Callable[[], Ground]


def bare_ground() -> Ground:
    """No map at hand."""
    return Ground()
