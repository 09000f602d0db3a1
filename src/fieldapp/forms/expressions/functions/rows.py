"""One row of a repeat, picked by its number: `indexed-repeat`."""

from typing import TYPE_CHECKING

from fieldapp.errors import FormError
from fieldapp.forms.expressions.code import Code, Context, NumberOf
from fieldapp.forms.expressions.registry import special
from fieldapp.forms.expressions.syntax import Call, Expression
from fieldapp.forms.filling.instance import Slot
from fieldapp.forms.tree import Node

if TYPE_CHECKING:
    from fieldapp.forms.definition import NodeDef
    from fieldapp.forms.expressions.compiler import Compiler


@special("indexed-repeat", 3, -1)
def indexed_repeat(compiler: "Compiler", call: Call) -> Code:
    """ODK: indexed-repeat(question, repeat, index, [inner repeat, index, …])."""
    target, *pairs = call.arguments
    if len(pairs) % 2:
        raise FormError(
            "form.expression.indexed_repeat", "indexed-repeat() needs an index after each repeat."
        )
    indexes = [compiler.number(index) for index in pairs[1::2]]
    wanted = _definition(compiler, target)
    repeats = [_definition(compiler, repeat) for repeat in pairs[::2]]
    if wanted is None or None in repeats:
        return _by_ancestors(compiler, target, pairs[::2], indexes)
    compiler.reads.filtered[wanted] = None
    compiler.reads.definitions[wanted] = None
    picks = {repeat: index for repeat, index in zip(repeats, indexes, strict=True) if repeat is not None}
    compiler.reads.structure.update(dict.fromkeys(picks))
    return _by_definitions(compiler.current if compiler.own_rows else compiler.current.root(), wanted, picks)


def _definition(compiler: "Compiler", tree: Expression) -> "NodeDef | None":
    found = compiler.compile(tree).definitions
    return next(iter(found)) if found is not None and len(found) == 1 else None


def _by_definitions(current: Node, wanted: "NodeDef", picks: "dict[NodeDef, NumberOf]") -> Code:
    chain = [wanted]
    while chain[0].parent is not None:
        chain.insert(0, chain[0].parent)
    root = current.root()
    own = {node.definition: node for node in (current, *current.ancestors()) if isinstance(node, Slot)}
    if not all(repeat in chain for repeat in picks):
        return Code("nodes", lambda c: [], definitions=frozenset((wanted,)))

    def run(c: Context) -> list[Node]:
        nodes: list[Node] = [root]
        for definition in chain[1:]:
            found = _below(nodes, definition)
            pick = picks.get(definition)
            if pick is not None:
                at = pick(c)
                nodes = [found[int(at) - 1]] if 1 <= at <= len(found) and at == int(at) else []
            else:
                mine = own.get(definition) if definition.repeat else None
                nodes = [mine] if mine is not None and mine in found else found
        return nodes

    return Code("nodes", run, definitions=frozenset((wanted,)))


def _below(nodes: list[Node], definition: "NodeDef") -> list[Node]:
    """The children of a definition; a repeat knows its instances."""
    found: list[Node] = []
    for node in nodes:
        if definition.repeat and isinstance(node, Slot):
            found += node.ranges[definition.name].instances
        else:
            found += [child for child in node.children if child.name == definition.name]
    return found


def _by_ancestors(
    compiler: "Compiler", target: Expression, repeats: list[Expression], indexes: list[NumberOf]
) -> Code:
    nodes = compiler.nodes(target)
    pairs = list(zip([compiler.nodes(repeat) for repeat in repeats], indexes, strict=True))

    def run(c: Context) -> list[Node]:
        found = nodes(c)
        chosen: Node | None = None
        for instances, index in pairs:
            inside = [one for one in instances(c) if chosen is None or chosen in one.ancestors()]
            at = index(c)
            if not 1 <= at <= len(inside):
                return []
            chosen = inside[int(at) - 1]
        return [node for node in found if chosen is None or chosen is node or chosen in node.ancestors()]

    return Code("nodes", run)
