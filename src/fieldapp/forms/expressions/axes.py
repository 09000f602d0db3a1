"""The axes of XPath 1.0 and the steps that walk them, over nodes and, for dependencies, over definitions."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from fieldapp.errors import FormError
from fieldapp.forms.expressions.code import Context
from fieldapp.forms.expressions.indexes import compile_indexed
from fieldapp.forms.expressions.predicates import compile_predicates
from fieldapp.forms.expressions.syntax import Step
from fieldapp.forms.expressions.work import Work
from fieldapp.forms.tree import ATTRIBUTE, COMMENT, ELEMENT, INSTRUCTION, TEXT, Node, document_order

if TYPE_CHECKING:
    from fieldapp.forms.definition import NodeDef
    from fieldapp.forms.expressions.compiler import Compiler

Run = Callable[[list[Node], Context], list[Node]]
Test = Callable[[Node], bool]
_REVERSE = frozenset({"ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})
_DISJOINT = frozenset({"child", "self", "attribute"})


def compile_step(
    compiler: "Compiler", step: Step, definitions: "frozenset[NodeDef] | None", foreign: bool, nested: bool
) -> tuple[Run, bool]:
    """The closure of one step and whether its nodes may contain one another (so that order needs a sort)."""
    if foreign and step.axis == "child" and step.predicates and not nested:
        indexed = compile_indexed(compiler, step)
        if indexed is not None:
            return indexed, False
    axis, test = _AXES.get(step.axis), _test_of(compiler, step)
    if axis is None:
        raise FormError("form.expression.axis", "The axis {axis} is not supported.", axis=step.axis)
    deep = nested or step.axis not in _DISJOINT
    if step.axis == "child" and not step.predicates and not nested and _is_plain(step.test):
        return _children_named(step.test, compiler.world.work), False
    if not step.predicates:
        keep = None
    else:
        keep = compile_predicates(compiler, step.predicates, definitions)
    return _walker(axis, test, keep, deep, step.axis in _REVERSE, compiler.world.work), deep


def _is_plain(test: str) -> bool:
    return test[-1] not in "*)" and ":" not in test


def _children_named(name: str, work: Work) -> Run:
    def run(nodes: list[Node], c: Context) -> list[Node]:
        work.spend(sum([len(node.children) for node in nodes]))
        return [child for node in nodes for child in node.children if child.name == name]

    return run


def _walker(
    axis: Callable[[Node], Iterable[Node]],
    test: Test,
    keep: Callable[[list[Node], Context], list[Node]] | None,
    deep: bool,
    reverse: bool,
    work: Work,
) -> Run:
    def run(nodes: list[Node], c: Context) -> list[Node]:
        found: list[Node] = []
        for node in nodes:
            passed = list(axis(node))
            work.spend(len(passed) + 1)
            some = [one for one in passed if test(one)]
            found += some if keep is None else keep(some, c)
        return document_order(found) if (deep and len(nodes) > 1) or reverse else found

    return run


def _test_of(compiler: "Compiler", step: Step) -> Test:
    test = step.test
    wanted = ATTRIBUTE if step.axis == "attribute" else ELEMENT
    if test == "node()":
        return lambda node: True
    if test == "*":
        return lambda node: node.kind == wanted
    if test.endswith(")"):
        kind = {"t": TEXT, "c": COMMENT, "p": INSTRUCTION}[test[0]]
        target = test.partition("(")[2][:-1]
        return lambda node: node.kind == kind and (not target or node.name == target)
    prefix, _, local = test.rpartition(":")
    uri = compiler.namespaces.get(prefix) if prefix else None
    if local == "*":
        return lambda node: (
            node.kind == wanted and (node.namespace == uri or node.name.startswith(prefix + ":"))
        )
    if uri:
        return lambda node: node.kind == wanted and node.local == local and node.namespace == uri
    return lambda node: node.kind == wanted and node.name == test


def _children(node: Node) -> list[Node]:
    if not node.children and node.text and node.kind == ELEMENT:
        return [Node("", node, node.text, TEXT)]
    return node.children


def _siblings(node: Node) -> tuple[list[Node], int]:
    if node.parent is None or node.kind == ATTRIBUTE:
        return [], 0
    siblings = node.parent.children
    return siblings, next((at for at, one in enumerate(siblings) if one is node), 0)


def _following_siblings(node: Node) -> list[Node]:
    siblings, at = _siblings(node)
    return siblings[at + 1 :]


def _preceding_siblings(node: Node) -> list[Node]:
    siblings, at = _siblings(node)
    return siblings[:at][::-1]


def _descendants_or_self(node: Node) -> Iterator[Node]:
    yield node
    for child in _children(node):
        yield from _descendants_or_self(child)


def _descendants(node: Node) -> Iterator[Node]:
    for child in _children(node):
        yield from _descendants_or_self(child)


def _ancestors_or_self(node: Node) -> Iterator[Node]:
    yield node
    yield from node.ancestors()


def _following(node: Node) -> Iterator[Node]:
    for one in _ancestors_or_self(node):
        if one.kind == ATTRIBUTE and one.parent is not None:
            yield from _descendants(one.parent)
        for sibling in _following_siblings(one):
            yield from _descendants_or_self(sibling)


def _preceding(node: Node) -> Iterator[Node]:
    for one in _ancestors_or_self(node):
        for sibling in _preceding_siblings(one):
            yield from reversed(list(_descendants_or_self(sibling)))


_AXES: dict[str, Callable[[Node], Iterable[Node]]] = {
    "child": _children,
    "self": lambda node: (node,),
    "parent": lambda node: () if node.parent is None else (node.parent,),
    "attribute": lambda node: node.attributes,
    "descendant": _descendants,
    "descendant-or-self": _descendants_or_self,
    "ancestor": Node.ancestors,
    "ancestor-or-self": _ancestors_or_self,
    "following-sibling": _following_siblings,
    "preceding-sibling": _preceding_siblings,
    "following": _following,
    "preceding": _preceding,
    "namespace": lambda node: (),
}


def definitions_after(definitions: "frozenset[NodeDef] | None", step: Step) -> "frozenset[NodeDef] | None":
    """The definitions a step may reach from `definitions`, never too few; None outside the form."""
    if definitions is None:
        return None
    found: set[NodeDef] = set()
    for one in definitions:
        found.update(_reached(one, step))
    return frozenset(found)


def _reached(one: "NodeDef", step: Step) -> "Iterable[NodeDef]":
    name = f"@{step.test}" if step.axis == "attribute" else step.test
    every = step.test[-1] in "*)"
    match step.axis:
        case "self":
            return (one,)
        case "parent":
            return (one.parent,) if one.parent else ()
        case "child" | "attribute":
            return one.children.values() if every else filter(None, (one.children.get(name),))
        case "following-sibling" | "preceding-sibling":
            siblings = one.parent.children.values() if one.parent else ()
            return [sibling for sibling in siblings if every or sibling.name == name]
        case "descendant" | "descendant-or-self":
            below = [one, *one.descendants()]
        case _:
            top = one
            while top.parent is not None:
                top = top.parent
            below = [top, *top.descendants()]
    return [other for other in below if every or other.name == name]
