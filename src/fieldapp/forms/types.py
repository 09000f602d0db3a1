"""The bind types: how an answer is written in the form's data, and what is no answer of that type."""

import math
import re
from collections.abc import Callable, Iterable
from zoneinfo import ZoneInfo

from fieldapp.forms.expressions.dates import read_stamp
from fieldapp.forms.expressions.functions.geometry import read_points
from fieldapp.forms.expressions.values import number_text, plain_number

_UTC = ZoneInfo("UTC")
_OFFSET = r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LOCAL_TIME = re.compile(r"T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_DATE_TIME = re.compile(rf"\d{{4}}-\d{{2}}-\d{{2}}T\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?{_OFFSET}")
_TIME = re.compile(rf"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?{_OFFSET}")
_LARGEST_INT = 2_147_483_647


def _integer(text: str) -> str:
    """ODK's int has 32 bits."""
    number = plain_number(text)
    if number is None or not -_LARGEST_INT - 1 <= number <= _LARGEST_INT:
        return ""
    return str(math.trunc(number))


def _decimal(text: str) -> str:
    """At least one decimal, as JavaRosa and ODK's web engine write it."""
    number = plain_number(text)
    if number is None or not math.isfinite(number):
        return ""
    plain = number_text(number)
    return plain if "." in plain else f"{plain}.0"


def _date(text: str) -> str:
    plain = _LOCAL_TIME.sub("", text.strip())
    return plain if _DATE.fullmatch(plain) and read_stamp(plain, _UTC) is not None else ""


def _date_time(text: str) -> str:
    plain = text.strip()
    return plain if _DATE_TIME.fullmatch(plain) and read_stamp(plain, _UTC) is not None else ""


def _time(text: str) -> str:
    plain = text.strip()
    return plain if _TIME.fullmatch(plain) else ""


def _point(text: str) -> str:
    numbers = [plain_number(word) for word in text.split()]
    if ";" in text or None in numbers or not 2 <= len(numbers) <= 4 or not read_points(text):
        return ""
    latitude, longitude = text.split()[:2]
    return " ".join([_shortest(latitude), _shortest(longitude), *map(_decimal, text.split()[2:])])


def _points(text: str, fewest: int) -> str:
    pieces = [" ".join([*piece.split(), "0", "0"][:4]) for piece in text.strip().rstrip("; ").split(";")]
    points = [_point(piece) for piece in pieces]
    return ";".join(points) if len(points) >= fewest and all(points) else ""


def _trace(text: str) -> str:
    return _points(text, 2)


def _shape(text: str) -> str:
    return _points(text, 3)


def _shortest(text: str) -> str:
    return text if "." in text else _decimal(text)


def _truth(text: str) -> str:
    return {"true": "1", "false": "0"}.get(text, text)


_WRITE: dict[str, Callable[[str], str]] = {
    "boolean": _truth,
    "int": _integer,
    "integer": _integer,
    "long": _integer,
    "decimal": _decimal,
    "double": _decimal,
    "float": _decimal,
    "date": _date,
    "dateTime": _date_time,
    "time": _time,
    "geopoint": _point,
    "geotrace": _trace,
    "geoshape": _shape,
}


def written(kind: str, text: str) -> str:
    """`text` as an answer of the bind type `kind`, or "" where it is none."""
    write = _WRITE.get(kind)
    return text if write is None or text == "" else write(text)


def is_free(kind: str) -> bool:
    """Whether any text is an answer of that type."""
    return kind not in _WRITE


def computed(kind: str, text: str) -> str:
    """A calculation's or the form's own value in that type: a date takes the date of a date-time, NaN is blank."""
    if text == "NaN":
        return ""
    if kind == "date" and "T" in text:
        text = text.partition("T")[0]
    return written(kind, text)


def within(text: str, start: str, end: str) -> str:
    """The answer of a range control, or "" outside its bounds."""
    number, low, high = plain_number(text), plain_number(start), plain_number(end)
    if number is None or low is None or high is None:
        return text
    return text if min(low, high) <= number <= max(low, high) else ""


def available(values: Iterable[str], choices: Iterable[str], ordered: bool) -> str:
    """Of the selected values those among the choices: in the order of the choices, or as given when `ordered`."""
    given = list(dict.fromkeys(values))
    known = list(dict.fromkeys(choices))
    if ordered:
        return " ".join(value for value in given if value in known)
    wanted = set(given)
    return " ".join(value for value in known if value in wanted)
