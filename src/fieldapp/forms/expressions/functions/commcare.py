"""Extras that real forms of CommCare and CHT use; each is well behaved and stands in the list of the docs."""

import calendar
import datetime as clock
import math
from typing import TYPE_CHECKING

from fieldapp.errors import FormError
from fieldapp.forms.expressions.code import Code, Context
from fieldapp.forms.expressions.dates import read_stamp
from fieldapp.forms.expressions.registry import plain, special
from fieldapp.forms.expressions.syntax import Call
from fieldapp.forms.expressions.values import NAN, whole
from fieldapp.forms.expressions.world import World
from fieldapp.forms.filling.instance import Slot

if TYPE_CHECKING:
    from fieldapp.forms.expressions.compiler import Compiler


@plain("difference-in-months", "wtt", "number")
def difference_in_months(world: World, first: str, second: str) -> float:
    """CHT: whole months from the first date to the second."""
    start, end = read_stamp(first, world.zone), read_stamp(second, world.zone)
    if start is None or end is None:
        return NAN
    months = (end.year - start.year) * 12 + end.month - start.month
    return float(months - (1 if end.day < start.day else 0))


@plain("parse-timestamp-to-date", "wn", "text")
def parse_timestamp_to_date(world: World, milliseconds: float) -> str:
    """CHT: the moment that many milliseconds after 1970 began, in the world's zone; blank for no number."""
    try:
        moment = clock.datetime.fromtimestamp(milliseconds / 1000, world.zone)
    except (ValueError, OverflowError, OSError):
        return ""
    return moment.isoformat(timespec="milliseconds")


@special("duration", 0, 2)
def duration(compiler: "Compiler", call: Call) -> Code:
    """CommCare: the days from one date or moment to another, with a fraction; NaN when one of them is none.

    SurveyCTO, without arguments: the whole seconds of filling, which are known when the submission is written.
    """
    world = compiler.world
    if not call.arguments:
        if isinstance(compiler.current, Slot):
            world.timed[compiler.current] = None
        return Code("number", lambda c: max(0.0, math.floor((world.ended - world.now).total_seconds())))
    if len(call.arguments) == 1:
        raise FormError(
            "form.expression.arguments",
            "The function {function}() cannot take {given} arguments.",
            function=call.name,
            given=1,
        )
    first, second = (compiler.text(argument) for argument in call.arguments)

    def days(c: Context) -> float:
        start, end = first(c), second(c)
        return world.number(end) - world.number(start) if "-" in start and "-" in end else NAN

    return Code("number", days)


@plain("add-date", "wtn?n?n?n?n?", "text")
def add_date(world: World, date: str, years: float = 0.0, months: float = 0.0, days: float = 0.0,
             hours: float = 0.0, minutes: float = 0.0) -> str:  # fmt: skip
    """CHT: a date moved by years, months, days, hours and minutes; the day stays within its month."""
    moment = read_stamp(date, world.zone)
    if moment is None or any(number != number for number in (years, months, days, hours, minutes)):
        return ""
    count = moment.year * 12 + moment.month - 1 + whole(years) * 12 + whole(months)
    year, month = divmod(count, 12)
    if not clock.MINYEAR <= year <= clock.MAXYEAR:
        return ""
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    try:
        moved = moment.replace(year=year, month=month + 1, day=day) + clock.timedelta(
            days=whole(days), hours=whole(hours), minutes=whole(minutes)
        )
    except OverflowError:
        return ""
    return (
        moved.isoformat(timespec="milliseconds")
        if "T" in date or hours or minutes
        else moved.date().isoformat()
    )
