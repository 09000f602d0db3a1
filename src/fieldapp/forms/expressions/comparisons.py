"""`=` `!=` `<` `<=` `>` `>=` of XPath 1.0 section 3.4, with short cuts for one slot against a text or a number.

`<` and its kin compare a truth with nodes as numbers, node by node, as ODK's engine does (XPath 1.0 would
first make the nodes one truth).
"""

import operator
from collections.abc import Callable

from fieldapp.forms.expressions.code import Code, Context, TruthOf, as_number, as_text, as_truth
from fieldapp.forms.expressions.values import Value, truth_of
from fieldapp.forms.expressions.world import World
from fieldapp.forms.tree import Node

Compare = Callable[[object, object], bool]
_COMPARE: dict[str, Compare] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,  # type: ignore[dict-item]
    "<=": operator.le,  # type: ignore[dict-item]
    ">": operator.gt,  # type: ignore[dict-item]
    ">=": operator.ge,  # type: ignore[dict-item]
}


def compile_comparison(sign: str, left: Code, right: Code, world: World) -> TruthOf:
    """The closure of `left sign right`."""
    compare = _COMPARE[sign]
    if _is_single(left) and _is_single(right):
        return _single(sign, left, right, world)
    first, second = left.run, right.run
    equality = sign in ("=", "!=")
    return lambda c: _general(first(c), second(c), compare, equality, world)


def _is_single(code: Code) -> bool:
    return code.slot is not None or code.kind in ("text", "number", "truth")


def _single(sign: str, left: Code, right: Code, world: World) -> TruthOf:
    equality = sign in ("=", "!=")
    if equality and "truth" in (left.kind, right.kind):
        test, against, compare = as_truth(left), as_truth(right), _COMPARE[sign]
        return lambda c: compare(test(c), against(c))
    if equality and "number" not in (left.kind, right.kind):
        return _texts(sign, left, right)
    compare = _COMPARE[sign]
    one, other = as_number(left, world), as_number(right, world)
    if right.constant:
        fixed = other(Context(Node("")))
        return lambda c: compare(one(c), fixed)
    return lambda c: compare(one(c), other(c))


def _texts(sign: str, left: Code, right: Code) -> TruthOf:
    first, second = as_text(left), as_text(right)
    slot = left.slot
    if right.constant and slot is not None and left.at < 0 and not slot.children:
        fixed = second(Context(Node("")))
        return (lambda c: slot.text == fixed) if sign == "=" else (lambda c: slot.text != fixed)
    return (lambda c: first(c) == second(c)) if sign == "=" else (lambda c: first(c) != second(c))


def _general(left: Value, right: Value, compare: Compare, equality: bool, world: World) -> bool:
    if equality and (isinstance(left, bool) or isinstance(right, bool)):
        return compare(truth_of(left), truth_of(right))
    lefts = [node.string() for node in left] if isinstance(left, list) else [left]
    rights = [node.string() for node in right] if isinstance(right, list) else [right]
    if (
        equality
        and isinstance(lefts[0] if lefts else "", str)
        and isinstance(rights[0] if rights else "", str)
    ):
        if compare is operator.eq:
            return not set(lefts).isdisjoint(rights)
        return bool(lefts and rights) and len({*lefts, *rights}) > 1
    world.work.spend(len(lefts) * len(rights))
    numbers = [world.number_of(other) for other in rights]
    return any(compare(world.number_of(one), other) for one in lefts for other in numbers)
