"""The bind types: how an answer is written in the form's data, and what is no answer of that type."""

import math
import re
from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from fieldapp.forms.expressions.dates import read_stamp, time_fraction
from fieldapp.forms.expressions.functions.geometry import read_points
from fieldapp.forms.expressions.values import number_text, plain_number

_ANY_DAY = date(2000, 1, 1)
_UTC = ZoneInfo("UTC")


def _integer(text: str) -> str:
    number = plain_number(text)
    return "" if number is None or not math.isfinite(number) else str(math.trunc(number))


def _decimal(text: str) -> str:
    number = plain_number(text)
    return "" if number is None or not math.isfinite(number) else number_text(number)


def _date(text: str) -> str:
    moment = read_stamp(text, _UTC)
    return "" if moment is None else text.strip().partition("T")[0]


def _date_time(text: str) -> str:
    return text.strip() if read_stamp(text, _UTC) is not None else ""


def _time(text: str) -> str:
    return text.strip() if time_fraction(text, _UTC, _ANY_DAY) is not None else ""


def _point(text: str) -> str:
    points = read_points(text) if ";" not in text else []
    return " ".join(text.split()) if len(points) == 1 else ""


def _words(text: str) -> str:
    return " ".join(text.split())


_WRITE: dict[str, Callable[[str], str]] = {
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
}
_SPACE = re.compile(r"\s+")


def written(kind: str, text: str) -> str:
    """`text` as an answer of the bind type `kind`, or "" where it is none."""
    write = _WRITE.get(kind)
    return text if write is None or text == "" else write(text)


def written_choices(values: list[str]) -> str:
    """The selected choices as one text."""
    return _words(" ".join(values))
