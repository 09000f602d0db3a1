"""Numbers: rounding, powers, angles, sums and extremes."""

import math
from collections.abc import Callable
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING

from fieldapp.forms.expressions.code import Code, Context, as_number
from fieldapp.forms.expressions.functions.words import HERE
from fieldapp.forms.expressions.numbers import divide
from fieldapp.forms.expressions.registry import plain, special
from fieldapp.forms.expressions.syntax import Call
from fieldapp.forms.expressions.values import NAN, Moment, Value, plain_number, text_of, whole
from fieldapp.forms.expressions.world import World
from fieldapp.forms.tree import Node

if TYPE_CHECKING:
    from fieldapp.forms.expressions.compiler import Compiler


@special("number", 0, 1)
def number(compiler: "Compiler", call: Call) -> Code:
    """XPath 1.0; a date counts in days, and shows the whole ones."""
    code = compiler.read(compiler.compile(call.arguments[0] if call.arguments else HERE))
    run, world = code.run, compiler.world
    if code.kind in ("number", "truth"):
        return Code("number", as_number(code, world))

    def days(c: Context) -> float:
        value = run(c)
        if isinstance(value, bool | float):
            return world.number_of(value)
        text = text_of(value)
        found = world.number(text)
        is_date = found == found and plain_number(text) is None
        return Moment(found, str(math.floor(found))) if is_date else found

    return Code("number", days)


@plain("int", "n", "number")
def integer(value: float) -> float:
    """ODK: towards zero."""
    return float(math.trunc(value)) if math.isfinite(value) else float(value)


@plain("floor", "n", "number")
def floor(value: float) -> float:
    """XPath 1.0."""
    return float(math.floor(value)) if math.isfinite(value) else float(value)


@plain("ceiling", "n", "number")
def ceiling(value: float) -> float:
    """XPath 1.0."""
    return float(math.ceil(value)) if math.isfinite(value) else float(value)


@plain("round", "nn?", "number")
def rounded(value: float, digits: float = 0.0) -> float:
    """ODK: to whole numbers or `digits` decimals, half goes away from zero; the binary number is what counts."""
    if not math.isfinite(value) or digits != digits:
        return float(value) if digits == digits else NAN
    scale = power(10.0, max(-300.0, min(300.0, digits)))
    shifted = abs(value) * scale
    return math.copysign(math.floor(shifted + 0.5) / scale, value) if math.isfinite(shifted) else value


@plain("truncate", "nn?", "number")
def truncate(value: float, digits: float = 0.0) -> float:
    """Cut after `digits` decimals."""
    if not math.isfinite(value):
        return float(value)
    places = max(-300, min(300, whole(digits)))
    return float(Decimal(repr(value)).scaleb(places).to_integral_value(ROUND_DOWN).scaleb(-places))


@plain("pow", "nn", "number")
def power(base: float, exponent: float) -> float:
    """ODK; NaN where there is no real result."""
    if base != base or exponent != exponent:
        return NAN
    try:
        return math.pow(base, exponent)
    except ValueError:
        return divide(1.0, base) if base == 0 else NAN
    except OverflowError:
        return math.inf


def _safe(name: str, compute: Callable[[float], float]) -> None:
    """Declare a function of one number that is NaN or infinite where it has no value."""

    def run(value: float) -> float:
        try:
            return compute(value)
        except ValueError:
            return -math.inf if name in ("log", "log10") and value == 0 else NAN
        except OverflowError:
            return math.inf

    plain(name, "n", "number")(run)


for _name, _compute in {
    "abs": math.fabs,
    "sqrt": math.sqrt,
    "exp": math.exp,
    "log": math.log,
    "log10": math.log10,
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "asin": math.asin,
    "acos": math.acos,
    "atan": math.atan,
}.items():
    _safe(_name, _compute)


@plain("exp10", "n", "number")
def exp10(value: float) -> float:
    """ODK: ten to the power."""
    return power(10.0, value)


@plain("atan2", "nn", "number")
def atan2(y: float, x: float) -> float:
    """ODK."""
    return math.atan2(y, x)


@plain("pi", "", "number")
def pi() -> float:
    """ODK."""
    return math.pi


@plain("sum", "wN", "number")
def total(world: World, nodes: list[Node]) -> float:
    """XPath 1.0, but no nodes give NaN, as a blank among them does (ODK's web engine)."""
    return sum((world.number(node.string()) for node in nodes), 0.0) if nodes else NAN


@plain("min", "wa*", "number")
def least(world: World, *values: Value) -> float:
    """ODK: of nodes or of arguments; NaN when one is no number."""
    return _extreme(world, values, min)


@plain("max", "wa*", "number")
def most(world: World, *values: Value) -> float:
    """ODK: of nodes or of arguments; NaN when one is no number."""
    return _extreme(world, values, max)


def _extreme(world: World, values: tuple[Value, ...], pick: Callable[[list[float]], float]) -> float:
    numbers: list[float] = []
    for value in values:
        if isinstance(value, list):
            numbers += [world.number(node.string()) for node in value]
        else:
            numbers.append(world.number_of(value))
    if not numbers or any(number != number for number in numbers):
        return NAN
    return float(pick(numbers))
