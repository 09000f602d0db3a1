"""Truth and choice: boolean, not, if, coalesce, once, checklist and their kin."""

from typing import TYPE_CHECKING

from fieldapp.errors import FormError
from fieldapp.forms.expressions.code import Code, Context, Kind, as_text
from fieldapp.forms.expressions.registry import plain, special
from fieldapp.forms.expressions.syntax import Call
from fieldapp.forms.expressions.values import Value, truth_of
from fieldapp.forms.expressions.world import World
from fieldapp.forms.filling.instance import Slot

if TYPE_CHECKING:
    from fieldapp.forms.expressions.compiler import Compiler


@plain("true", "", "truth")
def true() -> bool:
    """XPath 1.0."""
    return True


@plain("false", "", "truth")
def false() -> bool:
    """XPath 1.0."""
    return False


@plain("boolean", "b", "truth")
def boolean(value: bool) -> bool:
    """XPath 1.0."""
    return value


@plain("not", "b", "truth")
def negated(value: bool) -> bool:
    """XPath 1.0."""
    return not value


@plain("boolean-from-string", "t", "truth")
def boolean_from_string(text: str) -> bool:
    """ODK: only `1` and `true` are true."""
    return text in ("1", "true")


@special("if", 3)
def choose(compiler: "Compiler", call: Call) -> Code:
    """ODK: only the chosen branch is evaluated."""
    test = compiler.truth(call.arguments[0])
    return _either(compiler, lambda c: 0 if test(c) else 1, call.arguments[1:])


def _either(compiler: "Compiler", pick: "object", branches: "tuple[object, ...]") -> Code:
    codes = [compiler.read(compiler.compile(branch)) for branch in branches]  # type: ignore[arg-type]
    kinds = {code.kind for code in codes}
    kind: Kind = kinds.pop() if len(kinds) == 1 else "any"
    runs = [code.run for code in codes]
    definitions = frozenset().union(*[code.definitions or () for code in codes]) if kind == "nodes" else None

    def run(c: Context) -> Value:
        at = pick(c)  # type: ignore[operator]
        return runs[at](c) if at < len(runs) else ""

    return Code(kind, run, definitions=definitions or None)


@special("cond", 3, -1)
def condition(compiler: "Compiler", call: Call) -> Code:
    """CommCare: cond(test, value, test, value, …, otherwise)."""
    if len(call.arguments) % 2 == 0:
        raise FormError(
            "form.expression.arguments",
            "The function {function}() cannot take {given} arguments.",
            function=call.name,
            given=len(call.arguments),
        )
    *pairs, last = call.arguments
    tests = [compiler.truth(test) for test in pairs[::2]]

    def pick(c: Context) -> int:
        return next((at for at, test in enumerate(tests) if test(c)), len(tests))

    return _either(compiler, pick, (*pairs[1::2], last))


@special("coalesce", 2, -1)
def coalesce(compiler: "Compiler", call: Call) -> Code:
    """ODK: the first value that is not blank (NaN counts as blank)."""
    runs = [as_text(compiler.read(compiler.compile(argument))) for argument in call.arguments]

    def run(c: Context) -> str:
        for one in runs:
            text = one(c)
            if text != "":
                return text
        return ""

    return Code("text", run)


@special("once", 1)
def once(compiler: "Compiler", call: Call) -> Code:
    """ODK: the value the question already has, else the argument; it never changes again."""
    run = compiler.text(call.arguments[0])
    node = compiler.current
    if isinstance(node, Slot):
        slot = node
        return Code("text", lambda c: slot.raw or run(c))
    return Code("text", lambda c: node.string() or run(c))


@plain("checklist", "nna*", "truth")
def checklist(fewest: float, most: float, *answers: Value) -> bool:
    """ODK: whether the number of true answers lies between the two; a `most` of -1 is no bound."""
    return _within(fewest, most, float(sum(map(truth_of, _spread(answers)))))


@plain("weighted-checklist", "wnna*", "truth")
def weighted_checklist(world: World, fewest: float, most: float, *pairs: Value) -> bool:
    """ODK: the same with a weight after each answer; nodes pair off with nodes."""
    total = 0.0
    for answer, weight in zip(pairs[::2], pairs[1::2], strict=False):
        answers, weights = _spread((answer,)), _spread((weight,))
        if len(weights) > len(answers):
            return False
        total += sum(world.number_of(w) for a, w in zip(answers, weights, strict=False) if truth_of(a))
    return _within(fewest, most, total)


def _within(fewest: float, most: float, count: float) -> bool:
    return (most == -1 or count <= most) and count >= fewest


def _spread(values: tuple[Value, ...]) -> list[Value]:
    """Nodes count each for itself."""
    spread: list[Value] = []
    for value in values:
        spread += [node.string().strip() for node in value] if isinstance(value, list) else [value]
    return spread
