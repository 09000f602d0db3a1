"""The bind types: how an answer is written in the form's data, and what is no answer of that type."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable
from decimal import Decimal
from zoneinfo import ZoneInfo

from fieldapp.forms.expressions.dates import read_stamp
from fieldapp.forms.expressions.functions.geometry import read_points
from fieldapp.forms.expressions.values import number_text, plain_number

_UTC = ZoneInfo("UTC")
_OFFSET = r"(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LOCAL_TIME = re.compile(r"T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$")
_DATE_TIME = re.compile(rf"\d{{4}}-\d{{2}}-\d{{2}}T\d{{2}}:\d{{2}}:\d{{2}}(?:\.\d+)?{_OFFSET}", re.ASCII)
_TIME = re.compile(rf"(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?{_OFFSET}", re.ASCII)
_LARGEST_INT = 2_147_483_647


def _integer(text: str) -> str:
    """ODK's int has 32 bits."""
    number = plain_number(text)
    if number is None or not -_LARGEST_INT - 1 <= number <= _LARGEST_INT:
        return ""
    return str(math.trunc(number))


def _decimal(text: str) -> str:
    """At least one decimal, no exponent, as JavaRosa and ODK's web engine write it."""
    number = plain_number(text)
    if number is None or not math.isfinite(number):
        return ""
    plain = number_text(number)
    if "e" in plain:
        plain = f"{Decimal(repr(number)):.20f}".rstrip("0").removesuffix(".")
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
    """Two to four numbers; the place where the equator meets Greenwich stands for none."""
    words = text.split()
    points = read_points(text) if ";" not in text and len(words) <= 4 else []
    if not points or points[0] == (0.0, 0.0) or None in map(plain_number, words):
        return ""
    return " ".join(map(_decimal, words))


def _points(text: str) -> list[str]:
    points = [_point(piece) for piece in text.strip().rstrip("; ").split(";")]
    return points if all(points) else []


def _trace(text: str) -> str:
    points = _points(text)
    return ";".join(points) if len(points) >= 2 else ""


def _shape(text: str) -> str:
    """A ring that was left open is closed."""
    points = _points(text)
    if len(points) < 3:
        return ""
    return ";".join(points if points[0] == points[-1] else [*points, points[0]])


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
    if write is None or text == "":
        return text
    # Chinese keyboards write wide digits: the number is meant, and stored in the digits that every reader knows.
    return write(text if text.isascii() else unicodedata.normalize("NFKC", text))


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
