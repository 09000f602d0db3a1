"""Arithmetic of XPath 1.0 on Python's floats: division by zero and the sign of `mod` as IEEE 754 has them."""

import math
from collections.abc import Callable

from fieldapp.forms.expressions.code import Context, NumberOf
from fieldapp.forms.expressions.values import NAN


def divide(left: float, right: float) -> float:
    """`left div right`; a division by zero is infinite, zero by zero is NaN."""
    if right != 0:
        return left / right
    if left == 0 or left != left or right != right:
        return NAN
    return math.copysign(math.inf, left) * math.copysign(1.0, right)


def remainder(left: float, right: float) -> float:
    """`left mod right`: the sign of the left operand."""
    if right == 0 or math.isinf(left) or left != left or right != right:
        return NAN
    return math.fmod(left, right)


def _plus(left: NumberOf, right: NumberOf) -> NumberOf:
    return lambda c: left(c) + right(c)


def _minus(left: NumberOf, right: NumberOf) -> NumberOf:
    return lambda c: left(c) - right(c)


def _times(left: NumberOf, right: NumberOf) -> NumberOf:
    return lambda c: left(c) * right(c)


def _divided(left: NumberOf, right: NumberOf) -> NumberOf:
    return lambda c: divide(left(c), right(c))


def _modulo(left: NumberOf, right: NumberOf) -> NumberOf:
    def run(c: Context) -> float:
        return remainder(left(c), right(c))

    return run


ARITHMETIC: dict[str, Callable[[NumberOf, NumberOf], NumberOf]] = {
    "+": _plus,
    "-": _minus,
    "*": _times,
    "div": _divided,
    "mod": _modulo,
}
