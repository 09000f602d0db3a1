"""Dates and times as they are typed and as ODK keeps them. Typing needs no separators: 19850312, 0830. Pure.

What could mean two things is not guessed at: 190312 may be March 2019 or December 1903 and is refused; 850312 cannot
be a year and a month, so it is the twelfth of March 1985.
"""

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from fieldapp.domain.dates import FIRST_YEAR, LAST_YEAR, parse_date

_DAYS = (
    dict.fromkeys((".", "今", "今天", "今日", "today"), 0)
    | dict.fromkeys(("昨", "昨天", "昨日", "yesterday"), -1)
    | {"前天": -2, "明天": 1}
)
_SIX = re.compile(r"(\d{2})(\d{2})(\d{2})")
_TWO_DIGIT_YEAR = re.compile(r"(\d{2})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")
_THIS_YEAR = re.compile(r"(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")
_HOUR = re.compile(r"(\d{1,2})(?:[:时点.](?:(\d{1,2})分?(?::\d{1,2}(?:\.\d+)?)?|(半))?)?")
_PLAIN_HOUR = re.compile(r"(\d{1,2})(\d{2})")
_ZONE = re.compile(r"(Z|[+-]\d{2}:?\d{2})$")
_MORNING = re.compile(r"上午|早上|早晨|凌晨|早|a\.?m\.?", re.IGNORECASE)
_EVENING = re.compile(r"中午|下午|晚上|傍晚|晚|p\.?m\.?", re.IGNORECASE)


def date_answer(text: str, appearance: str = "", today: date | None = None) -> str | None:
    """A typed date as ODK's `2019-11-05`; None when it is none. Month and year forms keep the first day.

    With `today` also "." or 今 for this day, and a day without its year: 3.12, 3月12日.
    """
    words, text = appearance.split(), _folded(text)
    if "year" in words and (found := re.fullmatch(r"(\d{4})年?", text)):
        return f"{found[1]}-01-01" if FIRST_YEAR <= int(found[1]) <= LAST_YEAR else None
    parsed = parse_date(text) or (_near(text, today) if today is not None else None)
    if parsed is None:
        return None
    if "year" in words:
        return f"{parsed[:4]}-01-01"
    if "month-year" in words:
        return f"{parsed[:7]}-01"
    return parsed if len(parsed) == 10 else None


def date_shown(value: str, appearance: str = "") -> str:
    """A kept date as it is shown: as much of it as the form asks for."""
    words = appearance.split()
    return value[:4] if "year" in words else value[:7] if "month-year" in words else value[:10]


def time_answer(text: str, day: date, now: datetime | None = None) -> str | None:
    """A typed time as ODK's `08:30:00.000+08:00` (this machine's offset of that day where none is typed); None when
    it is none. "." is the time of `now`."""
    instant = _instant(day, text, now)
    return None if instant is None else instant.isoformat(timespec="milliseconds").partition("T")[2]


def instant_answer(text: str, now: datetime | None = None) -> str | None:
    """A typed date and time, such as `20191105 0830`, as ODK's dateTime; None when it is none. "." is `now`."""
    text = _folded(text)
    if text in _DAYS and _DAYS[text] == 0 and now is not None:
        return now.isoformat(timespec="milliseconds")
    if found := re.fullmatch(r"(\d{8})(\d{4})", text):
        text = f"{found[1]} {found[2]}"
    parts = re.fullmatch(r"(\S+?日|\S+?(?=T\d)|\S+)[\sT]*(.+)", text)
    parsed = date_answer(parts[1], today=now.date() if now else None) if parts else None
    if parts is None or parsed is None:
        return None
    instant = _instant(date.fromisoformat(parsed), parts[2], now)
    return None if instant is None else instant.isoformat(timespec="milliseconds")


def instant_shown(value: str) -> str:
    """A kept dateTime or time without seconds; with its offset only where that is not this machine's."""
    day, has_day, hour = value.rpartition("T")
    if not has_day:
        return hour[:5]
    return f"{day} {hour[:5]}{_foreign_zone(value)}"


def _foreign_zone(value: str) -> str:
    found = _ZONE.search(value)
    try:
        instant = datetime.fromisoformat(value)
    except ValueError:
        return ""
    if found is None or instant.utcoffset() == instant.astimezone().utcoffset():
        return ""
    return f" {'+00:00' if found[1] == 'Z' else found[1]}"


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).strip().replace("。", ".").replace("号", "日")
    return folded if len(folded) > 1 or folded != "·" else "."


def _near(text: str, today: date) -> str | None:
    """A day told from this one: today, yesterday, a year of two digits, no year."""
    if text in _DAYS:
        return (today + timedelta(days=_DAYS[text])).isoformat()
    if found := _SIX.fullmatch(text):
        if FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
            return None
        return parse_date(f"{_century(int(found[1]), today)}{found[2]}{found[3]}")
    if found := _TWO_DIGIT_YEAR.fullmatch(text):
        return parse_date(f"{_century(int(found[1]), today)}-{found[2]}-{found[3]}")
    if found := _THIS_YEAR.fullmatch(text):
        return parse_date(f"{today.year}-{found[1]}-{found[2]}")
    return None


def _century(year: int, today: date) -> int:
    """The latest year that ends so and is not still to come."""
    this = today.year - today.year % 100 + year
    return this if this <= today.year else this - 100


def _instant(day: date, text: str, now: datetime | None) -> datetime | None:
    text = _folded(text).replace(" ", "")
    if text in (".", "现在", "now") and now is not None:
        return datetime.combine(day, time(now.hour, now.minute), now.tzinfo)
    zone: tzinfo | None = None
    if found := _ZONE.search(text):
        zone, text = _offset(found[1]), text[: found.start()]
        if zone is None:
            return None
    clock = _clock(text)
    if clock is None:
        return None
    whole = datetime.combine(day, clock)
    return whole.replace(tzinfo=zone) if zone is not None else whole.astimezone()


def _offset(text: str) -> timezone | None:
    if text == "Z":
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes)) if minutes <= 840 else None


def _clock(text: str) -> time | None:
    half = 1 if _MORNING.search(text) else 2 if _EVENING.search(text) else 0
    bare = _MORNING.sub("", _EVENING.sub("", text))
    found = _PLAIN_HOUR.fullmatch(bare) or _HOUR.fullmatch(bare)
    if found is None or (bare.isdigit() and len(bare) < 3 and not half):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour == 12 and "晚" in text:  # the midnight of which day?
        return None
    if found.lastindex == 3 and found[3]:
        minute = 30
    if half and hour <= 12 and not (hour in (10, 11) and "中午" in text):
        hour = hour % 12 + (12 if half == 2 else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
