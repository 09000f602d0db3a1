"""Dates and times, as ISO texts outside and days since 1970-01-01 inside."""

from datetime import datetime
from datetime import time as clock
from typing import TYPE_CHECKING

from fieldapp.forms.expressions.code import Code, Context
from fieldapp.forms.expressions.dates import (
    as_moment,
    format_stamp,
    moment_of_days,
    padded,
    read_stamp,
    time_fraction,
)
from fieldapp.forms.expressions.functions.words import HERE
from fieldapp.forms.expressions.registry import plain, special
from fieldapp.forms.expressions.syntax import Call
from fieldapp.forms.expressions.values import NAN, Moment, Value, text_of
from fieldapp.forms.expressions.world import World

if TYPE_CHECKING:
    from fieldapp.forms.expressions.compiler import Compiler


@plain("today", "w", "number")
def today(world: World) -> Moment:
    """ODK: the date on which the session runs."""
    return as_moment(datetime.combine(world.today, clock(0), world.zone), world.zone)


@plain("now", "w", "number")
def now(world: World) -> Moment:
    """ODK: the moment at which the session runs."""
    return as_moment(world.now, world.zone)


def _moment(world: World, value: Value) -> datetime | None:
    """The moment of a number of days or of an ISO text."""
    if isinstance(value, float):
        return moment_of_days(value, world.zone)
    return read_stamp(text_of(value), world.zone)


@special("date", 0, 1)
def date(compiler: "Compiler", call: Call) -> Code:
    """ODK: a date or date-time text, or a number of days, as a moment; a blank stays blank."""
    code = compiler.read(compiler.compile(call.arguments[0] if call.arguments else HERE))
    run, world = code.run, compiler.world

    def moment(c: Context) -> Value:
        value = run(c)
        if isinstance(value, float):
            return as_moment(moment_of_days(value, world.zone), world.zone)
        text = "" if isinstance(value, bool) else text_of(value)
        return as_moment(read_stamp(padded(text), world.zone), world.zone) if text else ""

    return Code("number" if code.kind == "number" else "any", moment)


@special("date-time", 1)
def date_time(compiler: "Compiler", call: Call) -> Code:
    """ODK: as `date`."""
    return date(compiler, call)


@plain("decimal-date-time", "wa", "number")
def decimal_date_time(world: World, value: Value) -> float:
    """ODK: days since 1970-01-01 UTC with a fraction."""
    moment = None if isinstance(value, bool) else _moment(world, value)
    return NAN if moment is None else float(as_moment(moment, world.zone))


@plain("decimal-time", "wt", "number")
def decimal_time(world: World, text: str) -> float:
    """ODK: the time of day as a part of the day."""
    part = time_fraction(text, world.zone)
    return NAN if part is None else part


def _formatted(world: World, value: Value, pattern: str) -> str:
    moment = None if isinstance(value, bool) else _moment(world, value)
    return "" if moment is None else format_stamp(moment.astimezone(world.zone), pattern)


@plain("format-date", "wat", "text")
def format_date(world: World, value: Value, pattern: str) -> str:
    """ODK; a number of days is a date too, as in Collect."""
    return _formatted(world, value, pattern)


@plain("format-date-time", "wat", "text")
def format_date_time(world: World, value: Value, pattern: str) -> str:
    """ODK; a number of days is a date too, as in Collect."""
    return _formatted(world, value, pattern)
