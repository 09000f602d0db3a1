"""Values of expressions and how one kind becomes another: text, number, truth, nodes."""

import math
import re
from decimal import Decimal

from fieldapp.forms.tree import Node

Value = str | float | bool | list[Node]

NAN = math.nan
_NUMBER = re.compile(r"\s*-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*")


def plain_number(text: str) -> float | None:
    """The number that `text` spells, or None."""
    if text.isdigit() and text.isascii():  # most answers are whole numbers
        return float(text)
    return float(text) if _NUMBER.fullmatch(text) else None


def whole(number: float) -> int:
    """The whole part of a number, NaN as 0, kept within ±10⁹: for counts, places and lengths."""
    return int(max(-1e9, min(1e9, number))) if number == number else 0


def number_text(value: float) -> str:
    """A number as XPath 1.0 section 4.2 spells it: no exponent, no trailing zeros."""
    if value != value:
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    if -1e15 < value < 1e15 and value == (entire := int(value)):
        return str(entire)
    text = repr(value)
    if "e" in text or text.endswith(".0"):
        text = format(Decimal(text), "f")
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return text


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
