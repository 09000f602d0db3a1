"""`item[column = value]` in a secondary instance by hash: built once, then one look-up instead of a walk."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from fieldapp.forms.expressions.code import Code, Context
from fieldapp.forms.expressions.predicates import compile_predicates
from fieldapp.forms.expressions.syntax import Binary, Call, Expression, Filter, Negative, Path, Step
from fieldapp.forms.expressions.values import Value
from fieldapp.forms.expressions.world import World
from fieldapp.forms.tree import Node

if TYPE_CHECKING:
    from fieldapp.forms.expressions.compiler import Compiler

Run = Callable[[list[Node], Context], list[Node]]
_CONTEXT_FUNCTIONS = frozenset({"position", "last", "string", "number", "normalize-space", "string-length", "name",
                                "local-name", "namespace-uri", "date", "lang"})  # fmt: skip


def compile_indexed(compiler: "Compiler", step: Step) -> Run | None:
    """The closure of `child::name[column = value and …]`, or None where no part of it can use an index."""
    first, *others = step.predicates
    parts = _conjuncts(first)
    found = next((pair for pair in map(_column_and_value, parts) if pair is not None), None)
    if found is None or step.test[-1] in "*)" or ":" in step.test:
        return None
    column, value, used = found
    rest = tuple(part for part in parts if part is not used)
    if any(needs_position(part) for part in rest):
        return None
    code = compiler.read(compiler.compile(value))
    keep = compile_predicates(compiler, (*rest, *others), None) if rest or others else None
    return _lookup(compiler.world, step.test, column, code, keep)


def _lookup(
    world: World, name: str, column: str, code: Code, keep: Callable[[list[Node], Context], list[Node]] | None
) -> Run:
    run = code.run

    def nodes_of(nodes: list[Node], c: Context) -> list[Node]:
        value = run(c)
        found: list[Node] = []
        for node in nodes:
            some = _matching(world, node, name, column, value)
            found += some if keep is None else keep(some, c)
        return found

    return nodes_of


def _matching(world: World, parent: Node, name: str, column: str, value: Value) -> list[Node]:
    if isinstance(value, list):
        texts = list(dict.fromkeys(node.string() for node in value))
        if len(texts) == 1:
            return _index(world, parent, name, column).get(texts[0], [])
        wanted = {id(node) for text in texts for node in _index(world, parent, name, column).get(text, ())}
        return [child for child in parent.children if id(child) in wanted]
    if isinstance(value, bool):
        return [
            child
            for child in parent.children
            if child.name == name and any(cell.name == column for cell in child.children) == value
        ]
    return _index(world, parent, name, column).get(value, [])


def _index(world: World, parent: Node, name: str, column: str) -> dict[object, list[Node]]:
    """Texts and numbers of the column share one dictionary: a text never equals a float."""
    key = (id(parent), name, column)
    index = world.indexes.get(key)
    if index is None:
        index = world.indexes[key] = {}
        for child in parent.children:
            if child.name == name:
                cells = {cell.string() for cell in child.children if cell.name == column}
                numbers = {number for number in map(world.number, cells) if number == number}
                for one in (*cells, *numbers):
                    index.setdefault(one, []).append(child)
    return index


def _conjuncts(tree: Expression) -> list[Expression]:
    if isinstance(tree, Binary) and tree.operator == "and":
        return [*_conjuncts(tree.left), *_conjuncts(tree.right)]
    return [tree]


def _column_and_value(tree: Expression) -> tuple[str, Expression, Expression] | None:
    if not isinstance(tree, Binary) or tree.operator != "=":
        return None
    for column, value in ((tree.left, tree.right), (tree.right, tree.left)):
        name = _column(column)
        if name is not None and not needs_context(value):
            return name, value, tree
    return None


def _column(tree: Expression) -> str | None:
    if not isinstance(tree, Path) or tree.absolute or tree.origin is not None or len(tree.steps) != 1:
        return None
    (step,) = tree.steps
    plain = (
        step.axis == "child" and not step.predicates and step.test[-1] not in "*)" and ":" not in step.test
    )
    return step.test if plain else None


def needs_context(tree: Expression) -> bool:
    """Whether the value depends on the node a predicate stands at."""
    match tree:
        case Path(_, absolute, origin):
            return needs_context(origin) if origin is not None else not absolute
        case Binary(_, left, right):
            return needs_context(left) or needs_context(right)
        case Negative(operand):
            return needs_context(operand)
        case Filter(primary, _):
            return needs_context(primary)
        case Call(name, arguments):
            bare = name in _CONTEXT_FUNCTIONS and not arguments
            return bare or any(needs_context(argument) for argument in arguments)
        case _:
            return False


def needs_position(tree: Expression) -> bool:
    """Whether a predicate asks for position() or last() of its own nodes."""
    match tree:
        case Binary(_, left, right):
            return needs_position(left) or needs_position(right)
        case Negative(operand):
            return needs_position(operand)
        case Call(name, arguments):
            bare = name in ("position", "last") and not arguments
            return bare or any(needs_position(argument) for argument in arguments)
        case _:
            return False
