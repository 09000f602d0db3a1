"""SurveyCTO: counts, sums, extremes and ranks over the rows of a repeat for which a test holds; the row's own number."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from fieldapp.errors import FormError
from fieldapp.forms.expressions.code import Code, Context, Reads
from fieldapp.forms.expressions.functions.nodesets import place_of
from fieldapp.forms.expressions.registry import special
from fieldapp.forms.expressions.syntax import (
    SELF,
    Binary,
    Call,
    Expression,
    Filter,
    Negative,
    Path,
    Step,
)
from fieldapp.forms.expressions.values import NAN
from fieldapp.forms.filling.instance import Slot
from fieldapp.forms.tree import Node

if TYPE_CHECKING:
    from fieldapp.forms.definition import NodeDef
    from fieldapp.forms.expressions.compiler import Compiler

# What SurveyCTO gives as the rank of a row that has none.
NO_RANK = 999.0
_CURRENT = Call("current", ())


def rows_where(compiler: "Compiler", call: Call, field: Expression, test: Expression | None) -> Path:
    """The path of `field` in every row of its repeat for which `test` holds, its questions being the row's own.

    Raises FormError where the field stands in no repeat.
    """
    wanted = _definition(compiler, field)
    chain = [] if wanted is None else _chain(wanted)
    at = next((at for at in range(len(chain) - 1, 0, -1) if chain[at].repeat), 0)
    if not at:
        raise FormError(
            "form.expression.no_repeat",
            "The function {function}() needs a question of a repeat.",
            function=call.name,
        )
    steps = [Step("child", one.name) for one in chain]
    # A predicate in any case: without one an absolute path means the own row where there is one.
    where = Call("true", ()) if test is None else _of_row(compiler, test, chain[at])
    steps[at] = Step("child", chain[at].name, (where,))
    return Path(tuple(steps), absolute=True)


def _definition(compiler: "Compiler", tree: Expression) -> "NodeDef | None":
    """The one node of the form that a path leads to; what it reads is not noted."""
    if not isinstance(tree, Path):
        return None
    found = type(compiler)(compiler.world, compiler.current, Reads(), compiler.namespaces).compile(tree)
    return next(iter(found.definitions)) if found.definitions and len(found.definitions) == 1 else None


def _chain(definition: "NodeDef") -> "list[NodeDef]":
    """From the root down to the definition."""
    return [*[one for one in definition.ancestors() if one.parent is not None][::-1], definition]


def _of_row(compiler: "Compiler", tree: Expression, repeat: "NodeDef") -> Expression:
    """The expression as the predicate of a row: questions of the repeat are the row's, others stay where they are."""
    match tree:
        case Binary(operator, left, right):
            return Binary(operator, _of_row(compiler, left, repeat), _of_row(compiler, right, repeat))
        case Negative(operand):
            return Negative(_of_row(compiler, operand, repeat))
        case Call(name, arguments):
            return Call(name, tuple(_of_row(compiler, one, repeat) for one in arguments))
        case Filter(primary, predicates):
            return Filter(_of_row(compiler, primary, repeat), predicates)
        case Path():
            return _path_of_row(compiler, tree, repeat)
        case _:
            return tree


def _path_of_row(compiler: "Compiler", tree: Path, repeat: "NodeDef") -> Path:
    wanted = None if any(step.predicates for step in tree.steps) else _definition(compiler, tree)
    chain = [] if wanted is None else _chain(wanted)
    if repeat in chain:
        below = chain[chain.index(repeat) + 1 :]
        return Path(tuple(Step("child", one.name) for one in below) or (SELF,))
    return tree if tree.absolute or tree.origin is not None else Path(tree.steps, origin=_CURRENT)


@special("count-if", 2)
def count_if(compiler: "Compiler", call: Call) -> Code:
    """SurveyCTO: count-if(repeat, test)."""
    repeat, test = call.arguments
    return compiler.compile(Call("count", (rows_where(compiler, call, repeat, test),)))


@special("join-if", 3)
def join_if(compiler: "Compiler", call: Call) -> Code:
    """SurveyCTO: join-if(separator, question, test)."""
    separator, field, test = call.arguments
    return compiler.compile(Call("join", (separator, rows_where(compiler, call, field, test))))


@special("sum-if", 2)
def sum_if(compiler: "Compiler", call: Call) -> Code:
    """SurveyCTO: sum-if(question, test); blanks count nothing, and no rows give 0."""
    numbers = _numbers(compiler, call)
    return Code("number", lambda c: sum(numbers(c), 0.0))


@special("min-if", 2)
def min_if(compiler: "Compiler", call: Call) -> Code:
    """SurveyCTO: min-if(question, test) of those that are not blank."""
    numbers = _numbers(compiler, call)
    return Code("number", lambda c: min(numbers(c), default=NAN))


@special("max-if", 2)
def max_if(compiler: "Compiler", call: Call) -> Code:
    """SurveyCTO: max-if(question, test) of those that are not blank."""
    numbers = _numbers(compiler, call)
    return Code("number", lambda c: max(numbers(c), default=NAN))


def _numbers(compiler: "Compiler", call: Call) -> Callable[[Context], list[float]]:
    field, test = call.arguments
    nodes, world = compiler.of_kind("N", rows_where(compiler, call, field, test)), compiler.world

    def run(c: Context) -> list[float]:
        found = [world.number(node.string()) for node in nodes(c) if node.string() != ""]
        return [NAN] if any(number != number for number in found) else found

    return run


@special("rank-index", 2)
def rank_index(compiler: "Compiler", call: Call) -> Code:
    """SurveyCTO: rank-index(row, question): the highest is 1; 999 for a row without a number."""
    return _ranked(compiler, call, None)


@special("rank-index-if", 3)
def rank_index_if(compiler: "Compiler", call: Call) -> Code:
    """SurveyCTO: as rank-index among the rows for which the test holds; the row counts among all."""
    return _ranked(compiler, call, call.arguments[2])


def _ranked(compiler: "Compiler", call: Call, test: Expression | None) -> Code:
    row, field = compiler.number(call.arguments[0]), call.arguments[1]
    every = compiler.of_kind("N", rows_where(compiler, call, field, None))
    among = compiler.of_kind("N", rows_where(compiler, call, field, test))
    world = compiler.world

    def run(c: Context) -> float:
        nodes: list[Node] = every(c)
        at = row(c)
        if not 1 <= at <= len(nodes):
            return NO_RANK
        mine, rivals = nodes[int(at) - 1], among(c)
        number = world.number(mine.string())
        if number != number or mine not in rivals:
            return NO_RANK
        before = rivals.index(mine)
        others = [world.number(one.string()) for one in rivals]
        ahead = [one > number or (one == number and at < before) for at, one in enumerate(others)]
        return float(1 + ahead.count(True))

    return Code("number", run)


@special("index", 0)
def row_number(compiler: "Compiler", call: Call) -> Code:
    """SurveyCTO: the number of the row that the question stands in, from 1."""
    around = (compiler.current, *compiler.current.ancestors())
    row = next((one for one in around if isinstance(one, Slot) and one.definition.repeat), None)
    if row is None:
        raise FormError(
            "form.expression.no_repeat",
            "The function {function}() needs a question of a repeat.",
            function=call.name,
        )
    compiler.reads.structure[row.definition] = None
    own = row
    return Code("number", lambda c: float(place_of(own)))
