"""When a question is passed over, in words short enough for paper: which answer leads on, on what it depends.

Read from `relevant` where it is simple: comparisons of one question with a constant, `selected`, `not`, `and`, `or`.
What is not simple is left unsaid: paper then says nothing, and the screen passes over by itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fieldapp.forms.definition import NodeDef
from fieldapp.forms.expressions.syntax import Binary, Call, Expression, Literal, Number, Path
from fieldapp.forms.form import Form
from fieldapp.forms.paper.numbering import is_numbered

_SIGNS = frozenset(("=", "!=", "<", "<=", ">", ">="))
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass(frozen=True)
class Condition:
    """The question at `path` compared with a constant; `sign` is one of = != < <= > >= or `has` (one of several)."""

    path: str
    sign: str
    value: str


@dataclass(frozen=True)
class Terms:
    """Conditions of which all hold (`every`) or at least one."""

    conditions: tuple[Condition, ...]
    every: bool = True


def leads_to(form: Form, path: str, values: tuple[str, ...]) -> Mapping[str, str]:
    """For a question of one choice: by value the path of the question it leads to, "" for the end.

    Only values that pass over the questions right behind it are in the answer.
    """
    nodes = {node.path: node for node in form.definition.document.descendants()}
    order = [one for one in nodes if is_numbered(nodes[one])]
    behind = order[order.index(path) + 1 :]
    found = {}
    for value in values:
        place = next(
            (at for at, one in enumerate(behind) if not _is_out(nodes[one], nodes, path, value)), None
        )
        if behind and place != 0:
            found[value] = "" if place is None else behind[place]
    return found


def depends_on(form: Form, path: str) -> Terms | None:
    """On what a question itself depends, as far as that can be said in words; None where it cannot or need not."""
    nodes = {node.path: node for node in form.definition.document.descendants()}
    node = nodes[path]
    if node.bind.relevant is None:
        return None
    return _terms(node.bind.relevant, node, nodes)


def _is_out(node: NodeDef, nodes: Mapping[str, NodeDef], path: str, value: str) -> bool:
    """Whether a question is passed over for sure when the one at `path` has this value."""
    around = (node, *node.ancestors())
    return any(
        one.bind.relevant is not None and _holds(one.bind.relevant, one, nodes, path, value) is False
        for one in around
    )


def _holds(
    tree: Expression, node: NodeDef, nodes: Mapping[str, NodeDef], path: str, value: str
) -> bool | None:
    """Three-valued: None where other answers decide."""
    if isinstance(tree, Binary) and tree.operator in ("and", "or"):
        sides = [_holds(side, node, nodes, path, value) for side in (tree.left, tree.right)]
        decisive = tree.operator == "or"
        return decisive if decisive in sides else None if None in sides else not decisive
    if isinstance(tree, Call) and tree.name == "not" and len(tree.arguments) == 1:
        inner = _holds(tree.arguments[0], node, nodes, path, value)
        return None if inner is None else not inner
    found = _condition(tree, node, nodes)
    if found is None or found.path != path:
        return None
    if found.sign in ("=", "has"):
        return value == found.value
    return value != found.value if found.sign == "!=" else None


def _terms(tree: Expression, node: NodeDef, nodes: Mapping[str, NodeDef]) -> Terms | None:
    if isinstance(tree, Binary) and tree.operator in ("and", "or"):
        found = [_condition(one, node, nodes) for one in _sides(tree, tree.operator)]
        known = tuple(one for one in found if one is not None)
        if tree.operator == "or" and len(known) < len(found):
            return None
        return Terms(_said(known), tree.operator == "and") if _said(known) else None
    one = _condition(tree, node, nodes)
    return Terms(_said((one,))) if one is not None and _said((one,)) else None


def _said(conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Without those that only say that there is an answer at all."""
    return tuple(one for one in conditions if one.value or one.sign not in ("=", "!="))


def _sides(tree: Expression, operator: str) -> Iterator[Expression]:
    if isinstance(tree, Binary) and tree.operator == operator:
        yield from _sides(tree.left, operator)
        yield from _sides(tree.right, operator)
    else:
        yield tree


def _condition(tree: Expression, node: NodeDef, nodes: Mapping[str, NodeDef]) -> Condition | None:
    if isinstance(tree, Call) and tree.name == "selected" and len(tree.arguments) == 2:
        question, value = _question(tree.arguments[0], node, nodes), _constant(tree.arguments[1])
        return None if question is None or value is None else Condition(question, "has", value)
    if not isinstance(tree, Binary) or tree.operator not in _SIGNS:
        return None
    for side, other, sign in (
        (tree.left, tree.right, tree.operator),
        (tree.right, tree.left, _TURNED.get(tree.operator, tree.operator)),
    ):
        path, value = _question(side, node, nodes), _constant(other)
        if path is not None and value is not None:
            return Condition(path, sign, value)
    return None


def _constant(tree: Expression) -> str | None:
    if isinstance(tree, Literal):
        return tree.text
    return f"{tree.value:g}" if isinstance(tree, Number) else None


def _question(tree: Expression, node: NodeDef, nodes: Mapping[str, NodeDef]) -> str | None:
    """The path of the numbered question a plain path leads to."""
    if not isinstance(tree, Path) or tree.origin is not None or any(step.predicates for step in tree.steps):
        return None
    at: list[str] = [] if tree.absolute else node.path.split("/")[1:]
    for step in tree.steps:
        if step.axis == "parent":
            at = at[:-1]
        elif step.axis == "child":
            at.append(step.test)
        elif step.axis != "self":
            return None
    found = nodes.get("/" + "/".join(at))
    return found.path if found is not None and is_numbered(found) else None
