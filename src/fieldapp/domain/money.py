"""Money and other decimals as scaled integers: exact both ways, never through a float."""

import re

_NUMBER = re.compile(r"([+-]?)([0-9]+|[0-9]{1,3}(?:[,，][0-9]{3})+)?(?:\.([0-9]*))?")
_HALF_WIDTH = {ord("０") + i: ord("0") + i for i in range(10)} | {ord("．"): ord("."), ord("－"): ord("-")}
FEN_SCALE = 2


def parse_scaled(text: str, scale: int) -> int | None:
    """The integer value × 10^scale of a decimal: "1,234.5" at scale 2 is 123450.

    None when it is no number, or has more decimals than `scale` holds (trailing zeros aside): nothing is rounded.
    """
    found = _NUMBER.fullmatch(text.translate(_HALF_WIDTH).strip())
    if found is None or (found[2] is None and not found[3]):
        return None
    whole, fraction = (found[2] or "0").replace(",", "").replace("，", ""), (found[3] or "").rstrip("0")
    if len(fraction) > scale:
        return None
    value = int(whole + fraction.ljust(scale, "0"))
    return -value if found[1] == "-" else value


def format_scaled(value: int, scale: int, grouped: bool = False) -> str:
    """The decimal with exactly `scale` decimals; `grouped` puts commas between thousands."""
    whole, fraction = divmod(abs(value), 10**scale)
    sign = "-" if value < 0 else ""
    head = f"{whole:,}" if grouped else str(whole)
    return f"{sign}{head}.{fraction:0{scale}d}" if scale else f"{sign}{head}"


def parse_fen(text: str) -> int | None:
    """Fen of an amount in yuan; a ¥ before it or a 元 behind it is read over."""
    return parse_scaled(text.strip().removeprefix("¥").removeprefix("￥").removesuffix("元"), FEN_SCALE)


def format_fen(fen: int, grouped: bool = True) -> str:
    """Yuan with two decimals: 370000 → "3,700.00"."""
    return format_scaled(fen, FEN_SCALE, grouped)
