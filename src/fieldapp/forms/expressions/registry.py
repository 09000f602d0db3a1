"""The table of functions: each is declared once, with the kinds of its arguments and of its value."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from fieldapp.errors import FormError
from fieldapp.forms.expressions.code import Code, Kind
from fieldapp.forms.expressions.syntax import Call

if TYPE_CHECKING:
    from fieldapp.forms.expressions.compiler import Compiler

Builder = Callable[["Compiler", Call], Code]
Compute = TypeVar("Compute", bound=Callable[..., Any])
FUNCTIONS: dict[str, Builder] = {}
# What keeps nothing of the node it is compiled for: the values of its arguments are all it knows.
SHAREABLE: set[str] = {"if", "cond", "coalesce", "position", "number", "string"}


def special(name: str, fewest: int, most: int | None = None) -> Callable[[Builder], Builder]:
    """Declare a function that compiles its own arguments; `most` None means `fewest`, -1 any number."""

    def declare(build: Builder) -> Builder:
        def checked(compiler: "Compiler", call: Call) -> Code:
            _check(call, fewest, fewest if most is None else most)
            return build(compiler, call)

        FUNCTIONS[name] = checked
        return build

    return declare


def _check(call: Call, fewest: int, most: int) -> None:
    given = len(call.arguments)
    if given < fewest or (most >= 0 and given > most):
        raise FormError(
            "form.expression.arguments",
            "The function {function}() cannot take {given} arguments.",
            function=call.name,
            given=given,
        )


def plain(name: str, parameters: str, value: Kind) -> Callable[[Compute], Compute]:
    """Declare a function of evaluated arguments.

    `parameters` is one letter each: t text, n number, b truth, N nodes
    with their texts, S nodes without, a any; `w` first asks for the World;
    `?` after a letter makes it optional, `*` repeats it.
    """
    wants_world = parameters.startswith("w")
    letters = parameters.removeprefix("w")
    kinds = [letter for letter in letters if letter not in "?*"]
    optional = letters.count("?")
    repeats = letters.endswith("*")

    def declare(compute: Compute) -> Compute:
        def build(compiler: "Compiler", call: Call) -> Code:
            count = len(call.arguments)
            wanted = kinds + kinds[-1:] * (count - len(kinds)) if repeats else kinds
            runs = [compiler.of_kind(k, a) for k, a in zip(wanted, call.arguments, strict=False)]
            bound: Callable[..., Any] = _with_world(compute, compiler.world) if wants_world else compute
            return Code(value, _closure(bound, runs))

        fewest = len(kinds) - optional - (1 if repeats else 0)
        special(name, fewest, -1 if repeats else len(kinds))(build)
        SHAREABLE.add(name)
        return compute

    return declare


def _with_world(compute: Callable[..., Any], world: Any) -> Callable[..., Any]:
    return lambda *values: compute(world, *values)


def _closure(compute: Callable[..., Any], runs: list[Callable[..., Any]]) -> Callable[..., Any]:
    if not runs:
        return lambda c: compute()
    if len(runs) == 1:
        (first,) = runs
        return lambda c: compute(first(c))
    if len(runs) == 2:
        first, second = runs
        return lambda c: compute(first(c), second(c))
    return lambda c: compute(*[run(c) for run in runs])
