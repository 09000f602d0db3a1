"""Values of expressions and how one kind becomes another: text, number, truth, nodes."""

import math
import re
from decimal import Decimal

from fieldapp.forms.tree import Node

Value = str | float | bool | list[Node]

NAN = math.nan
_NUMBER = re.compile(r"\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*", re.ASCII)
# Beyond these ODK's engine writes an exponent.
_TINY, _HUGE = 1e-6, 1e21


class Moment(float):
    """A point in time: a number of days since 1970-01-01 UTC that is spelled as a date or date-time."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, days: float, text: str) -> "Moment":
        made = super().__new__(cls, days)
        made.text = text
        return made


def plain_number(text: str) -> float | None:
    """The number that `text` spells, or None."""
    if text.isdigit() and text.isascii():  # most answers are whole numbers
        return float(text)
    return float(text) if _NUMBER.fullmatch(text) else None


def whole(number: float) -> int:
    """The whole part of a number, NaN as 0, kept within ±10⁹: for counts, places and lengths."""
    return int(max(-1e9, min(1e9, number))) if number == number else 0


def number_text(value: float) -> str:
    """A number as ODK's web engine spells it: no trailing zeros, blank for NaN, an exponent at the far ends."""
    if isinstance(value, Moment):
        return value.text
    if value != value:
        return ""
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if value == int(value) and abs(value) < _HUGE:
        return str(int(value))
    text = repr(float(value))
    if _TINY <= abs(value) < _HUGE:
        return format(Decimal(text), "f") if "e" in text else text
    digits, _, exponent = text.partition("e")
    return f"{digits.removesuffix('.0')}e{int(exponent):+d}"


def text_of(value: Value) -> str:
    """`string(value)`."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return value[0].string() if value else ""
    return number_text(value)


def truth_of(value: Value) -> bool:
    """`boolean(value)`: a text is true unless empty, nodes unless there is none, a number unless 0 or NaN."""
    if isinstance(value, float):
        return value == value and value != 0
    return bool(value)
