"""Dates of expressions: ISO texts, days since 1970-01-01 UTC as numbers, and the session's time zone between."""

import math
import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from fieldapp.forms.expressions.values import NAN, Moment

_STAMP = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})"
    r"(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d+))?)?)?(Z|[+-]\d{2}:\d{2})?)?"
)
_UNPADDED = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(T.*)?", re.DOTALL)
_TIME = re.compile(r"(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = 86_400.0
DAYS = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def read_stamp(text: str, zone: ZoneInfo) -> datetime | None:
    """The moment of an ISO date or date-time; without an offset it is in `zone`. None for anything else."""
    match = _STAMP.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, offset = match.groups()
    try:
        moment = datetime(
            int(year),
            int(month),
            int(day),
            int(hour or 0),
            int(minute or 0),
            int(second or 0),
            int((fraction or "0")[:6].ljust(6, "0")),
        )
    except ValueError:
        return None
    return _with_offset(moment, offset, zone)


def _with_offset(moment: datetime, offset: str | None, zone: ZoneInfo) -> datetime | None:
    if offset is None:
        return moment.replace(tzinfo=zone)
    if offset == "Z":
        return moment.replace(tzinfo=UTC)
    digits = offset[1:].replace(":", "").ljust(4, "0")
    if int(digits[:2]) > 14 or int(digits[2:]) > 59:
        return None
    shift = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    try:
        return (moment - shift if offset[0] == "+" else moment + shift).replace(tzinfo=UTC)
    except OverflowError:
        return None


def days_of(text: str, zone: ZoneInfo) -> float | None:
    """Days since 1970-01-01 UTC, with the time of day as a fraction; None when `text` is no date."""
    moment = read_stamp(text, zone)
    return None if moment is None else (moment - _EPOCH).total_seconds() / _DAY


def padded(text: str) -> str:
    """A date whose month or day has one digit, with two."""
    match = _UNPADDED.fullmatch(text)
    if match is None:
        return text
    year, month, day, rest = match.groups()
    return f"{year}-{month:>02}-{day:>02}{rest or ''}"


def moment_of_days(days: float, zone: ZoneInfo) -> datetime | None:
    """The moment so many days after 1970-01-01 UTC, to the millisecond; None for NaN or out of range."""
    try:
        return (_EPOCH + timedelta(milliseconds=math.floor(days * _DAY * 1000 + 0.5))).astimezone(zone)
    except (ValueError, OverflowError):
        return None


def as_moment(moment: datetime | None, zone: ZoneInfo) -> Moment:
    """The value of a moment; what is none is the number NaN and the text “Invalid Date”, as in ODK's web engine."""
    if moment is None:
        return Moment(NAN, "Invalid Date")
    local = moment.astimezone(zone)
    milliseconds = (moment - _EPOCH) // timedelta(milliseconds=1)
    return Moment(milliseconds / (_DAY * 1000), stamp_text(local))


def stamp_text(moment: datetime) -> str:
    """`2026-11-21T20:04:25.5-07:00`, of midnight only the date."""
    if moment.time() == time(0):
        return moment.date().isoformat()
    thousandths = f"{moment.microsecond // 1000:03}".rstrip("0") or "000"
    return f"{moment.strftime('%Y-%m-%dT%H:%M:%S')}.{thousandths}{_offset(moment)}"


def _offset(moment: datetime) -> str:
    return moment.isoformat()[-6:]


def time_fraction(text: str, zone: ZoneInfo) -> float | None:
    """The part of the day of a time such as 06:00:00.000-07:00, in `zone`; None when it is no time."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute, second, fraction, offset = match.groups()
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        return None
    micro = int((fraction or "0")[:6].ljust(6, "0"))
    moment = _with_offset(
        datetime.combine(_EPOCH.date(), time(int(hour), int(minute), int(second or 0), micro)), offset, zone
    )
    if moment is None:
        return None
    local = moment.astimezone(zone)
    return (local.hour * 3600 + local.minute * 60 + local.second + local.microsecond / 1e6) / _DAY


def format_stamp(moment: datetime, pattern: str) -> str:
    """`format-date-time`: the % letters of the ODK specification, months and days in English."""
    parts = {
        "Y": f"{moment.year:04}",
        "y": f"{moment.year % 100:02}",
        "m": f"{moment.month:02}",
        "n": str(moment.month),
        "b": MONTHS[moment.month - 1],
        "d": f"{moment.day:02}",
        "e": str(moment.day),
        "H": f"{moment.hour:02}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02}",
        "S": f"{moment.second:02}",
        "3": f"{moment.microsecond // 1000:03}",
        "a": DAYS[moment.isoweekday() % 7],
        "A": moment.strftime("%A"),
        "W": f"{moment.isocalendar().week:02}",
        "%": "%",
    }
    return re.sub(r"%(.)", lambda found: parts.get(found.group(1), found.group(0)), pattern)
