"""Coordinates as people type and paste them, read into one place: degrees of WGS-84, latitude before longitude.

The rule it holds: what is read is a place on the globe or a Finding that says how to write one, never a guess that
stays silent: where the two figures stood the other way round, the place says so.
"""

import re
import unicodedata
from dataclasses import dataclass

from fieldapp.errors import Finding

LONGEST = 20_000
"""Characters of one paste that are looked at; a longer one is no list of points."""
MOST_POINTS = 5_000
_NUMBER = r"\d{1,10}(?:\.\d{1,20})?"
_ANGLE = rf"([-+]?{_NUMBER})(?: ?° ?(?:({_NUMBER}) ?' ?(?:({_NUMBER}) ?(?:\"|''))?)?)?"
_BEFORE = re.compile(rf"([NSEW]) ?:? ?{_ANGLE}")
_AFTER = re.compile(rf"{_ANGLE} ?([NSEW])?")
_BETWEEN = re.compile(r"[ ,;/:±]*")
_MARKS = (
    (r"北纬", "N"),
    (r"南纬", "S"),
    (r"东经", "E"),
    (r"西经", "W"),
    (r"纬度", "N"),
    (r"经度", "E"),
    (r"[º˚度]", "°"),
    (r"[′‘’`´分]", "'"),
    (r"[″“”秒]", '"'),
    (r"[，、]", ","),
)
_WORDS = (
    (r"\b(?:latitude|lat)\b", "N"),
    (r"\b(?:longitude|long?|lng)\b", "E"),
    (r"海拔|高程|精度|\b(?:altitude|alt|accuracy|acc)\b|\bgeo:|\bwgs-?84\b", " "),
    (r"(?<=\d) ?(?:米|metres|meters|m)(?![a-z])", " "),
    (r"[()\[\]\s]+", " "),
)
_DECIMAL_COMMAS = re.compile(r"^-?\d{1,3},\d+[ ;]+-?\d{1,3},\d+$")
_CHINA_NORTH, _CHINA_SOUTH, _CHINA_WEST = 54.0, 3.0, 73.0


@dataclass(frozen=True)
class Place:
    """Degrees north and east; metres of altitude and of accuracy (0: not told). `swapped` when longitude stood first."""

    latitude: float
    longitude: float
    altitude: float = 0.0
    accuracy: float = 0.0
    swapped: bool = False

    def odk(self) -> str:
        """`latitude longitude altitude accuracy`, as an ODK geopoint is written."""
        return " ".join(map(plain_figure, (self.latitude, self.longitude, self.altitude, self.accuracy)))

    def shown(self) -> str:
        """`latitude, longitude`; with letters where bare figures would be read the other way round."""
        north, east = plain_figure(self.latitude), plain_figure(self.longitude)
        return f"N{north} E{east}" if _stands_swapped(self.latitude, self.longitude) else f"{north}, {east}"


def plain_figure(value: float) -> str:
    """A figure with at most seven decimals (a centimetre on the ground) and no zeros behind."""
    text = f"{value:.7f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def read_place(text: str) -> Place | Finding:
    """One place out of "34.5 108.9", "N34°30'12\\" E108°54'", "北纬34.5 东经108.9", "108.9,34.5" … or a Finding."""
    angles = _angles(_plain(text)) if len(text) <= LONGEST else None
    if angles is None or len(angles) < 2:
        return Finding(
            "place.unread",
            "“{text}” is no place. Write latitude and longitude, such as 34.5, 108.9.",
            {"text": text.strip()[:60]},
        )
    (first, one), (second, other), *rest = angles
    swapped = one == "EW" or other == "NS" or (not one and not other and _stands_swapped(first, second))
    north, east = (second, first) if swapped else (first, second)
    if abs(north) > 90 or abs(east) > 180 or one == other != "":
        return Finding(
            "place.outside",
            "“{text}” lies nowhere: latitude goes to 90, longitude to 180. Look at the figures again.",
            {"text": text.strip()[:60]},
        )
    metres = [value for value, _ in rest[:2]] + [0.0, 0.0]
    return Place(north, east, metres[0], abs(metres[1]), swapped and not (one or other))


def read_places(text: str) -> tuple[Place, ...] | Finding:
    """The places of several lines (or pieces between semicolons), as pasted from a table; the first Finding stops."""
    pieces = [piece for piece in re.split(r"[\n\r;；]+", text) if piece.strip()]
    if len(pieces) > MOST_POINTS or len(text) > LONGEST * 20:
        return Finding(
            "place.many", "These are more than {count} points. Paste fewer.", {"count": MOST_POINTS}
        )
    found: list[Place] = []
    for piece in pieces:
        place = read_place(piece)
        if isinstance(place, Finding):
            return place
        found.append(place)
    return tuple(found)


def read_stored(text: str) -> tuple[Place, ...]:
    """The places of a stored geopoint, geotrace or geoshape (latitude first, always); what is none is left out."""
    found: list[Place] = []
    for piece in text.split(";"):
        try:
            figures = [float(word) for word in piece.split()[:4]]
        except ValueError:
            continue
        if len(figures) >= 2 and abs(figures[0]) <= 90 and abs(figures[1]) <= 180:
            north, east, high, near = (*figures, 0.0, 0.0)[:4]
            found.append(Place(north, east, high, near))
    return tuple(found)


def _plain(text: str) -> str:
    for pattern, plain in _MARKS:  # before the normal form, which makes letters of º and ″
        text = re.sub(pattern, plain, text)
    text = unicodedata.normalize("NFKC", text).replace("−", "-")
    for pattern, plain in _WORDS:
        text = re.sub(pattern, plain, text, flags=re.IGNORECASE)
    text = text.strip(" ,;.。").upper()
    return text.replace(",", ".") if _DECIMAL_COMMAS.match(text) else text


def _angles(text: str) -> list[tuple[float, str]] | None:
    """Each figure in degrees with "NS", "EW" or ""; None when anything else stands in the text."""
    found: list[tuple[float, str]] = []
    at = 0
    while at < len(text):
        named = _BEFORE.match(text, at)
        match = named or _AFTER.match(text, at)
        if match is None or len(found) > 6:
            return None
        groups = match.groups()
        letter, parts = (groups[0], groups[1:]) if named else (groups[3] or "", groups[:3])
        degrees = _degrees(parts)
        if degrees is None:
            return None
        axis = "NS" if letter in tuple("NS") else "EW" if letter else ""
        found.append((-degrees if letter in tuple("SW") else degrees, axis))
        at = match.end()
        between = _BETWEEN.match(text, at)
        at = between.end() if between else at
    return _joined(found) if len(found) == 6 else found


def _degrees(parts: tuple[str | None, ...]) -> float | None:
    whole, minutes, seconds = (float(part) if part else 0.0 for part in parts)
    if minutes >= 60 or seconds >= 60:
        return None
    size = abs(whole) + minutes / 60 + seconds / 3600
    return -size if (parts[0] or "").startswith("-") else size


def _joined(six: list[tuple[float, str]]) -> list[tuple[float, str]] | None:
    """Six bare figures are degrees, minutes and seconds twice."""
    joined: list[tuple[float, str]] = []
    for start in (0, 3):
        (whole, first), (minutes, second), (seconds, third) = six[start : start + 3]
        if not (0 <= minutes < 60 and 0 <= seconds < 60):
            return None
        size = abs(whole) + minutes / 60 + seconds / 3600
        joined.append((-size if whole < 0 else size, first or second or third))
    return joined


def _stands_swapped(first: float, second: float) -> bool:
    """Longitude first, as Chinese map pages give it: no latitude is above 90, and none in China above 54."""
    if abs(first) > 90:
        return abs(second) <= 90
    return first >= _CHINA_WEST and _CHINA_SOUTH <= second <= _CHINA_NORTH
