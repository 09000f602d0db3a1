"""Predicates: a number picks a position, anything else is a truth asked of each node."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from fieldapp.forms.expressions.code import Code, Context, as_number, as_truth
from fieldapp.forms.expressions.syntax import Expression, Number
from fieldapp.forms.expressions.values import truth_of
from fieldapp.forms.tree import Node

if TYPE_CHECKING:
    from fieldapp.forms.definition import NodeDef
    from fieldapp.forms.expressions.compiler import Compiler

Keep = Callable[[list[Node], Context], list[Node]]


def compile_predicates(
    compiler: "Compiler", predicates: tuple[Expression, ...], definitions: "frozenset[NodeDef] | None"
) -> Keep:
    """One closure that applies the predicates in turn to the nodes of one axis."""
    keeps = [_compile_one(compiler, predicate, definitions) for predicate in predicates]
    if len(keeps) == 1:
        return keeps[0]

    def keep(nodes: list[Node], c: Context) -> list[Node]:
        for one in keeps:
            nodes = one(nodes, c)
        return nodes

    return keep


def _compile_one(
    compiler: "Compiler", predicate: Expression, definitions: "frozenset[NodeDef] | None"
) -> Keep:
    if isinstance(predicate, Number):
        at = int(predicate.value) if predicate.value == int(predicate.value) else 0
        return lambda nodes, c: nodes[at - 1 : at] if at > 0 else []
    around, compiler.around = compiler.around, definitions
    compiler.inner += 1
    code = compiler.compile(predicate)
    compiler.inner -= 1
    compiler.around = around
    if code.kind == "number":
        return _by_position(as_number(code, compiler.world))
    if code.kind == "any":
        return _by_either(code)
    return _by_truth(as_truth(code))


def _by_truth(test: Callable[[Context], bool]) -> Keep:
    def keep(nodes: list[Node], c: Context) -> list[Node]:
        inner = Context(c.node, 0, len(nodes))
        kept = []
        for at, node in enumerate(nodes, 1):
            inner.node = node
            inner.position = at
            if test(inner):
                kept.append(node)
        return kept

    return keep


def _by_position(position: Callable[[Context], float]) -> Keep:
    def keep(nodes: list[Node], c: Context) -> list[Node]:
        size = len(nodes)
        return [node for at, node in enumerate(nodes, 1) if position(Context(node, at, size)) == at]

    return keep


def _by_either(code: Code) -> Keep:
    def keep(nodes: list[Node], c: Context) -> list[Node]:
        kept = []
        for at, node in enumerate(nodes, 1):
            value = code.run(Context(node, at, len(nodes)))
            if value == at if isinstance(value, float) else truth_of(value):
                kept.append(node)
        return kept

    return keep
