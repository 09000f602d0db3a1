"""Figures as people type and read them: full-width digits, thousands in groups, whole decimals without ".0". Pure."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

_FIGURE = re.compile(r"([-+]?)(\d*)(\.\d*)?")


def plain_figure(text: str) -> str:
    """A typed figure as the engine takes it: half-width, no thousands separators. "１，２００" → "1200"."""
    folded = unicodedata.normalize("NFKC", text).replace("。", ".").replace("−", "-")
    return folded.replace(",", "").replace("、", "").replace(" ", "").strip()


def grouped(text: str) -> str:
    """A figure in groups of three, digit by digit: "-1234567.50" → "-1,234,567.50". What is no figure stays."""
    found = _FIGURE.fullmatch(text)
    if found is None:
        return text
    sign, whole, rest = found.groups()
    first = len(whole) % 3 or 3
    parts = [whole[:first]] + [whole[place : place + 3] for place in range(first, len(whole), 3)]
    return sign + ",".join(part for part in parts if part) + (rest or "")


def shown_figure(value: str) -> str:
    """A kept figure as it is read: the engine writes whole decimals as "12.0"; nobody types that."""
    return value.removesuffix(".0")


def decimal_of(text: str, otherwise: Decimal) -> Decimal:
    """The figure in a text; `otherwise` when it is none or not finite."""
    try:
        figure = Decimal(plain_figure(text))
    except InvalidOperation:
        return otherwise
    return figure if figure.is_finite() else otherwise


def after_typing(text: str, cursor: int, *, groups: bool) -> tuple[str, int]:
    """The line and the cursor after a key: full-width becomes half-width, groups are set anew. The cursor stays
    behind the same digit."""
    behind = sum(letter not in ",，" for letter in text[:cursor])
    figure = plain_figure(text)
    out = grouped(figure) if groups else figure
    place = seen = 0
    while place < len(out) and seen < behind:
        seen += out[place] != ","
        place += 1
    return out, place
