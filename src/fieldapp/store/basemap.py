"""The county's own base map: raster tiles of an MBTiles file and outlines of a GeoJSON file, read and never written.

The rule it holds: a map file comes from elsewhere and is trusted with nothing: it is opened read-only, what it may
compute, hold and return is bounded, and one that is broken is a sentence.
"""

import json
import math
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fieldapp.errors import RegisterError

LARGEST_OUTLINES = 40_000_000
MOST_POINTS = 400_000
LARGEST_TILE = 2_000_000
MOST_ZOOM = 22
_STEPS = 5_000_000
"""Steps of the database machine for one look at a file: an honest tile takes a few hundred."""
_RASTER = ("", "png", "jpg", "jpeg", "webp")
_DEEPEST = 8
Point = tuple[float, float]


@dataclass(frozen=True)
class Bounds:
    """Degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True)
class Outline:
    """A line, an area's ring or a single place, (latitude, longitude) by point, with its name ("" where it has none)."""

    name: str
    points: tuple[Point, ...]
    closed: bool = False


class TileFile:
    """An open MBTiles file (MBTiles specification 1.3, raster only)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._db = sqlite3.connect(
                f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
            )
            self._db.execute("pragma trusted_schema = off")
            facts = {
                str(name): str(value) for name, value in self._look("select name, value from metadata", ())
            }
            levels = self._look("select min(zoom_level), max(zoom_level) from tiles", ())[0]
        except (sqlite3.Error, OSError, IndexError) as wrong:
            raise _unread(path) from wrong
        if facts.get("format", "").lower() not in _RASTER:
            raise RegisterError(
                "map.vector",
                "The map {file} holds vector tiles. Ask for one with pictures (raster MBTiles, PNG or JPEG).",
                file=path.name,
            )
        self.min_zoom, self.max_zoom = _level(levels[0], 0), _level(levels[1], 0)
        self.bounds = _bounds(facts.get("bounds", ""))
        self.credit = facts.get("attribution", "")[:80]

    def tile(self, zoom: int, x: int, y: int) -> bytes | None:
        """The picture of a tile, x from the west and y from the north; None where the file has none."""
        if not (0 <= zoom <= MOST_ZOOM and 0 <= x < 1 << zoom and 0 <= y < 1 << zoom):
            return None
        row = (1 << zoom) - 1 - y  # MBTiles counts its rows from the south
        asked = (
            "select tile_data from tiles where zoom_level = ? and tile_column = ? and tile_row = ? limit 1"
        )
        try:
            found = self._look(asked, (zoom, x, row))
        except sqlite3.Error:
            return None
        data = found[0][0] if found else None
        return data if isinstance(data, bytes) and len(data) <= LARGEST_TILE else None

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def _look(self, asked: str, params: tuple[int, ...]) -> list[tuple[Any, ...]]:
        spent = 0

        def spend() -> int:
            nonlocal spent
            spent += 10_000
            return int(spent > _STEPS)

        self._db.set_progress_handler(spend, 10_000)
        return self._db.execute(asked, params).fetchmany(1000)


def read_outlines(path: Path) -> tuple[Outline, ...]:
    """The lines, areas and places of a GeoJSON file in degrees. Raises RegisterError map.*."""
    try:
        if path.stat().st_size > LARGEST_OUTLINES:
            raise _large(path)
        found = json.loads(path.read_text(encoding="utf-8-sig"))
        outlines = tuple(_outlines(found, "", 0))
    except (OSError, ValueError, RecursionError, TypeError, AttributeError, IndexError, KeyError) as wrong:
        raise _unread(path) from wrong
    points = [point for outline in outlines for point in outline.points]
    if len(points) > MOST_POINTS:
        raise _large(path)
    if any(not (abs(north) <= 90 and abs(east) <= 180) for north, east in points):
        raise RegisterError(
            "map.degrees",
            "The map {file} is not in degrees. Ask for it as GeoJSON in WGS-84 or CGCS2000.",
            file=path.name,
        )
    return outlines


def is_tiles(path: Path) -> bool:
    """Whether the name says tiles; any other map file is read as outlines."""
    return path.suffix.lower() == ".mbtiles"


def map_files(folder: Path) -> tuple[Path, ...]:
    """The map files of a folder, tiles and outlines, by name."""
    if not folder.is_dir():
        return ()
    wanted = (".mbtiles", ".geojson")
    return tuple(
        sorted(path for path in folder.iterdir() if path.suffix.lower() in wanted and path.is_file())
    )


def _outlines(found: Any, name: str, depth: int) -> Iterator[Outline]:
    if depth > _DEEPEST:
        return
    kind = found["type"]
    if kind == "FeatureCollection":
        for feature in found["features"]:
            yield from _outlines(feature, "", depth + 1)
    elif kind == "Feature":
        if found.get("geometry"):
            yield from _outlines(found["geometry"], _name(found.get("properties") or {}), depth + 1)
    elif kind == "GeometryCollection":
        for part in found["geometries"]:
            yield from _outlines(part, name, depth + 1)
    else:
        yield from _shape(kind, found["coordinates"], name)


def _shape(kind: str, there: Any, name: str) -> Iterator[Outline]:
    match kind:
        case "Point":
            yield Outline(name, (_point(there),))
        case "MultiPoint":
            yield from (Outline(name, (_point(one),)) for one in there)
        case "LineString":
            yield Outline(name, tuple(map(_point, there)))
        case "MultiLineString":
            yield from (Outline(name, tuple(map(_point, line))) for line in there)
        case "Polygon":
            yield from (Outline(name, tuple(map(_point, ring)), closed=True) for ring in there)
        case "MultiPolygon":
            yield from (
                Outline(name, tuple(map(_point, ring)), closed=True) for area in there for ring in area
            )
        case _:
            raise ValueError(kind)


def _point(pair: Any) -> Point:
    east, north = float(pair[0]), float(pair[1])
    if not (math.isfinite(east) and math.isfinite(north)):
        raise ValueError("not a place")
    return north, east


def _name(properties: Any) -> str:
    for key in ("name", "NAME", "Name", "名称", "村名", "乡镇"):
        if properties.get(key):
            return str(properties[key])[:40]
    return ""


def _bounds(text: str) -> Bounds | None:
    try:
        west, south, east, north = (float(part) for part in text.split(","))
    except ValueError:
        return None
    inside = -180 <= west < east <= 180 and -90 <= south < north <= 90
    return Bounds(west, south, east, north) if inside else None


def _level(value: Any, otherwise: int) -> int:
    return max(0, min(MOST_ZOOM, value)) if isinstance(value, int) else otherwise


def _large(path: Path) -> RegisterError:
    return RegisterError(
        "map.large", "The map {file} is larger than 40 MB. Ask for a simpler one.", file=path.name
    )


def _unread(path: Path) -> RegisterError:
    return RegisterError(
        "map.unread",
        "The map {file} cannot be read. Choose an MBTiles or GeoJSON file, or ask for it again.",
        file=path.name,
    )
