"""Places: points, lines and areas as ODK writes them, `lat lon altitude accuracy` joined by `;`."""

import math
from itertools import pairwise

from fieldapp.forms.expressions.registry import plain
from fieldapp.forms.expressions.values import Value, plain_number, text_of
from fieldapp.forms.expressions.world import World

EARTH = 6_378_100.0
Point = tuple[float, float]


def read_points(text: str) -> list[Point]:
    """(latitude, longitude) in degrees of each point; an empty list when any of them is none."""
    points: list[Point] = []
    for piece in text.strip().rstrip(";").split(";"):
        numbers = [plain_number(word) for word in piece.split()]
        if len(numbers) < 2 or numbers[0] is None or numbers[1] is None:
            return []
        if abs(numbers[0]) > 90 or abs(numbers[1]) > 180:
            return []
        points.append((numbers[0], numbers[1]))
    return points


def _points(values: tuple[Value, ...]) -> list[Point]:
    texts: list[str] = []
    for value in values:
        texts += [node.string() for node in value] if isinstance(value, list) else [text_of(value)]
    return read_points(";".join(texts))


def _step(one: Point, other: Point) -> float:
    """Metres between two points on the sphere, by the cosine rule as JavaRosa and ODK's web engine have it."""
    first, second = math.radians(one[0]), math.radians(other[0])
    cosine = math.sin(first) * math.sin(second)
    cosine += math.cos(first) * math.cos(second) * math.cos(math.radians(one[1] - other[1]))
    return math.acos(max(-1.0, min(1.0, cosine))) * EARTH


@plain("distance", "aa*", "number")
def distance(*values: Value) -> float:
    """ODK: metres along the points, to the centimetre."""
    points = _points(values)
    return round(sum(_step(one, other) for one, other in pairwise(points)), 2)


@plain("area", "a", "number")
def area(value: Value) -> float:
    """ODK: square metres inside the points, to two decimals."""
    points = _points((value,))
    if len(points) < 3:
        return 0.0
    total = 0.0
    for (lat1, lon1), (lat2, lon2) in zip(points, [*points[1:], points[0]], strict=True):
        total += math.radians(lon2 - lon1) * (2 + math.sin(math.radians(lat1)) + math.sin(math.radians(lat2)))
    return round(abs(total * EARTH * EARTH / 2), 2)


def _inside(point: Point, ring: list[Point]) -> bool:
    inside = False
    for one, other in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (one[1] > point[1]) != (other[1] > point[1]):
            crossing = (other[0] - one[0]) * (point[1] - one[1]) / (other[1] - one[1]) + one[0]
            inside ^= point[0] < crossing
    return inside


@plain("geofence", "aa", "truth")
def geofence(point: Value, ring: Value) -> bool:
    """ODK: whether a point lies inside an area."""
    points, fence = _points((point,)), _points((ring,))
    is_closed = len(fence) >= 3 and fence[0] == fence[-1]
    return bool(points) and is_closed and _inside(points[0], fence)


@plain("enclosed-area", "a", "number")
def enclosed_area(value: Value) -> float:
    """The older name of `area`."""
    return area(value)


@plain("intersects", "wa", "truth")
def intersects(world: World, value: Value) -> bool:
    """ODK: whether a line crosses itself (its ends may meet)."""
    points = _points((value,))
    edges = list(pairwise(points))
    world.work.spend(len(edges) ** 2 // 2)
    for at, edge in enumerate(edges):
        for later in range(at + 2, len(edges)):
            closes = at == 0 and later == len(edges) - 1 and points[0] == points[-1]
            if not closes and _cross(*edge, *edges[later]):
                return True
    return False


def _turn(one: Point, two: Point, three: Point) -> float:
    return (two[1] - one[1]) * (three[0] - two[0]) - (two[0] - one[0]) * (three[1] - two[1])


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _turn(a, b, c) * _turn(a, b, d) <= 0 and _turn(c, d, a) * _turn(c, d, b) <= 0
