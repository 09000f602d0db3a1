"""Civil dates as text: what people write, read strictly; a date that does not exist is None, never a near one."""

import re
from datetime import date

_FULL = re.compile(
    r"([0-9]{4})(?:([0-9]{2})([0-9]{2})|\s*[-./年]\s*([0-9]{1,2})\s*[-./月]\s*([0-9]{1,2})\s*日?)"
)
_MONTH = re.compile(r"([0-9]{4})(?:([0-9]{2})|\s*[-./年]\s*([0-9]{1,2})\s*月?)")
_YEAR = re.compile(r"([0-9]{4})\s*年?")
_WIDE_DIGITS = {ord("０") + i: ord("0") + i for i in range(10)}
FIRST_YEAR = 1850
LAST_YEAR = 2200


def parse_date(text: str) -> str | None:
    """ "YYYY-MM-DD" of 19850312, 1985-3-12, 1985.03.12, 1985/3/12 or 1985年3月12日; "YYYY-MM" when only the month stands.

    None for anything else, for days that do not exist and for years outside 1850–2200.
    """
    plain = text.translate(_WIDE_DIGITS).strip()
    if found := _FULL.fullmatch(plain):
        year, month, day = found[1], found[2] or found[4], found[3] or found[5]
        return _existing(int(year), int(month), int(day))
    if found := _MONTH.fullmatch(plain):
        first = _existing(int(found[1]), int(found[2] or found[3]), 1)
        return first[:7] if first else None
    return None


def parse_month(text: str) -> str | None:
    """ "YYYY-MM" of a month or of a full date."""
    found = parse_date(text)
    return found[:7] if found else None


def parse_year(text: str) -> int | None:
    """The year of "2019", "2019年" or of any date."""
    if found := _YEAR.fullmatch(text.translate(_WIDE_DIGITS).strip()):
        year = int(found[1])
        return year if FIRST_YEAR <= year <= LAST_YEAR else None
    whole = parse_date(text)
    return int(whole[:4]) if whole else None


def is_date(text: str) -> bool:
    """Whether `text` is a stored date: exactly "YYYY-MM-DD" of a day that exists."""
    return len(text) == 10 and parse_date(text) == text


def age_on(birth: str, day: str) -> int:
    """Full years of life on a day, both "YYYY-MM-DD"; the birthday itself counts. Negative before birth."""
    years = int(day[:4]) - int(birth[:4])
    return years - (day[5:10] < birth[5:10])


def _existing(year: int, month: int, day: int) -> str | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
