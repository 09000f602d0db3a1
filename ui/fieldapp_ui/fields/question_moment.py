"""Dates and times as they are typed and as ODK keeps them. Typing needs no separators: 19850312, 0830."""

import re
import unicodedata
from datetime import date, datetime, time

from fieldapp.domain.dates import parse_date

_TIME = re.compile(r"(\d{1,2})[:：时.](\d{1,2})分?(?:[:：]\d{1,2}(?:\.\d+)?)?$|(\d{1,2})(\d{2})$")


def date_answer(text: str, appearance: str = "") -> str | None:
    """A typed date as ODK's `2019-11-05`; None when it is none. Month and year forms keep the first day."""
    words, text = appearance.split(), unicodedata.normalize("NFKC", text).strip()
    if "year" in words:
        found = re.fullmatch(r"(\d{4})年?", text)
        return f"{found[1]}-01-01" if found else None
    parsed = parse_date(text)
    if parsed is None or len(parsed) < 7:
        return None
    if len(parsed) == 7:
        return f"{parsed}-01" if "month-year" in words else None
    return f"{parsed[:7]}-01" if "month-year" in words else parsed


def date_shown(value: str, appearance: str = "") -> str:
    """A kept date as it is shown: as much of it as the form asks for."""
    words = appearance.split()
    return value[:4] if "year" in words else value[:7] if "month-year" in words else value[:10]


def time_answer(text: str, day: date) -> str | None:
    """A typed time as ODK's `08:30:00.000+08:00` (the offset of that day on this machine); None when it is none."""
    clock = _clock(text)
    if clock is None:
        return None
    return datetime.combine(day, clock).astimezone().isoformat(timespec="milliseconds").partition("T")[2]


def instant_answer(text: str) -> str | None:
    """A typed date and time, such as `20191105 0830`, as ODK's dateTime; None when it is none."""
    day, _, hour = unicodedata.normalize("NFKC", text).strip().replace("T", " ").partition(" ")
    parsed, clock = date_answer(day), _clock(hour)
    if parsed is None or clock is None:
        return None
    return datetime.combine(date.fromisoformat(parsed), clock).astimezone().isoformat(timespec="milliseconds")


def instant_shown(value: str) -> str:
    """A kept dateTime or time without seconds and offset."""
    day, has_day, hour = value.rpartition("T")
    return f"{day} {hour[:5]}" if has_day else hour[:5]


def _clock(text: str) -> time | None:
    found = _TIME.match(unicodedata.normalize("NFKC", text).strip().partition("+")[0])
    if found is None:
        return None
    hour, minute = found[1] or found[3], found[2] or found[4]
    return time(int(hour), int(minute)) if int(hour) < 24 and int(minute) < 60 else None
