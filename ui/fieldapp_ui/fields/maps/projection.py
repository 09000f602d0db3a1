"""Where a place lies on the map's plane: web Mercator, as tiles are cut. Pure figures.

The plane is `PLANE` wide and high, x to the east, y to the south; at zoom z a screen point is 2 ** (20 - z) of it.
"""

import math

DEEPEST = 20
PLANE = 256.0 * (1 << DEEPEST)
NORTHMOST = 85.05112878
_AROUND_M = 2 * math.pi * 6_378_137.0


def on_plane(latitude: float, longitude: float) -> tuple[float, float]:
    """Degrees to the plane; the poles are put on its edge."""
    north = math.radians(max(-NORTHMOST, min(NORTHMOST, latitude)))
    y = (1 - math.asinh(math.tan(north)) / math.pi) / 2
    return (longitude + 180) / 360 * PLANE, y * PLANE


def from_plane(x: float, y: float) -> tuple[float, float]:
    """The plane to degrees (latitude, longitude), never outside the globe."""
    longitude = max(-180.0, min(180.0, x / PLANE * 360 - 180))
    latitude = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * y / PLANE))))
    return max(-NORTHMOST, min(NORTHMOST, latitude)), longitude


def metres_per_point(latitude: float, zoom: float) -> float:
    """How many metres one point of the screen shows at a latitude."""
    across: float = _AROUND_M * math.cos(math.radians(latitude)) / (256 * 2**zoom)
    return across


def round_length(metres: float) -> float:
    """The largest of 1, 2, 5, 10, 20, 50 … that is not more than `metres`."""
    power: float = 10.0 ** math.floor(math.log10(max(metres, 0.001)))
    return next(step * power for step in (5.0, 2.0, 1.0) if step * power <= metres * 1.000001)


def fitting_zoom(width: float, height: float, points: tuple[tuple[float, float], ...], most: float) -> float:
    """The zoom at which all (latitude, longitude) fit into a view of that many screen points."""
    placed = [on_plane(*point) for point in points]
    if not placed:
        return most
    wide = max(x for x, _ in placed) - min(x for x, _ in placed)
    high = max(y for _, y in placed) - min(y for _, y in placed)
    share = max(wide / max(1.0, width), high / max(1.0, height), PLANE / 2**40)
    return max(2.0, min(most, DEEPEST - math.log2(share) - 0.3))
