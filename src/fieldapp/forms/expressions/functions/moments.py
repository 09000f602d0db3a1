"""Dates and times, as ISO texts outside and days since 1970-01-01 inside."""

from typing import TYPE_CHECKING

from fieldapp.forms.expressions.code import Code
from fieldapp.forms.expressions.dates import (
    days_of,
    format_stamp,
    read_stamp,
    stamp_of,
    stamp_text,
    time_fraction,
)
from fieldapp.forms.expressions.functions.words import HERE
from fieldapp.forms.expressions.registry import plain, special
from fieldapp.forms.expressions.syntax import Call
from fieldapp.forms.expressions.values import NAN, Value, plain_number, text_of
from fieldapp.forms.expressions.world import World

if TYPE_CHECKING:
    from fieldapp.forms.expressions.compiler import Compiler


@plain("today", "w", "text")
def today(world: World) -> str:
    """ODK: the date on which the session runs."""
    return world.today.isoformat()


@plain("now", "w", "text")
def now(world: World) -> str:
    """ODK: the moment at which the session runs."""
    return stamp_text(world.now)


def _to_stamp(world: World, value: Value) -> str:
    if isinstance(value, bool):
        return ""
    if isinstance(value, float):
        return stamp_of(value, world.zone)
    text = text_of(value).strip()
    plain_days = plain_number(text)
    if plain_days is not None:
        return stamp_of(plain_days, world.zone)
    moment = read_stamp(text, world.zone)
    if moment is None:
        return ""
    return moment.date().isoformat() if "T" not in text else stamp_text(moment.astimezone(world.zone))


@special("date", 0, 1)
def date(compiler: "Compiler", call: Call) -> Code:
    """ODK: a date or date-time text, or a number of days, as an ISO text; "" when it is none."""
    code = compiler.read(compiler.compile(call.arguments[0] if call.arguments else HERE))
    run, world = code.run, compiler.world
    return Code("text", lambda c: _to_stamp(world, run(c)))


@plain("date-time", "wa", "text")
def date_time(world: World, value: Value) -> str:
    """ODK: as `date`."""
    return _to_stamp(world, value)


@plain("decimal-date-time", "wa", "number")
def decimal_date_time(world: World, value: Value) -> float:
    """ODK: days since 1970-01-01 UTC with a fraction."""
    if isinstance(value, float):
        return value
    days = days_of(text_of(value), world.zone)
    return NAN if days is None else days


@plain("decimal-time", "wt", "number")
def decimal_time(world: World, text: str) -> float:
    """ODK: the time of day as a part of the day."""
    part = time_fraction(text, world.zone, world.today)
    return NAN if part is None else part


def _formatted(world: World, value: Value, pattern: str) -> str:
    moment = read_stamp(_to_stamp(world, value), world.zone)
    return "" if moment is None else format_stamp(moment.astimezone(world.zone), pattern)


@plain("format-date", "wat", "text")
def format_date(world: World, value: Value, pattern: str) -> str:
    """ODK."""
    return _formatted(world, value, pattern)


@plain("format-date-time", "wat", "text")
def format_date_time(world: World, value: Value, pattern: str) -> str:
    """ODK."""
    return _formatted(world, value, pattern)
