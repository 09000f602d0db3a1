"""Nodes: counting, positions, names, the current node, random order, one instance of a repeat."""

from typing import TYPE_CHECKING

from fieldapp.forms.expressions import paths
from fieldapp.forms.expressions.code import Code, Context, NodesOf
from fieldapp.forms.expressions.registry import plain, special
from fieldapp.forms.expressions.shuffling import seed_of, shuffled
from fieldapp.forms.expressions.syntax import Call
from fieldapp.forms.expressions.values import text_of
from fieldapp.forms.filling.instance import Slot
from fieldapp.forms.tree import Node

if TYPE_CHECKING:
    from fieldapp.forms.expressions.compiler import Compiler


_XML = "http://www.w3.org/XML/1998/namespace"


@plain("count", "S", "number")
def count(nodes: list[Node]) -> float:
    """XPath 1.0."""
    return float(len(nodes))


@plain("count-non-empty", "N", "number")
def count_non_empty(nodes: list[Node]) -> float:
    """ODK: how many have a text."""
    return float(sum(1 for node in nodes if node.string() != ""))


@special("position", 0, 1)
def position(compiler: "Compiler", call: Call) -> Code:
    """XPath 1.0; ODK with an argument: the place of a repeat instance among its siblings."""
    if not call.arguments:
        return Code("number", lambda c: float(c.position))
    code = compiler.compile(call.arguments[0])
    nodes = compiler.nodes(call.arguments[0])
    compiler.reads.structure.update(dict.fromkeys(one for one in code.definitions or () if one.repeat))

    def run(c: Context) -> float:
        found = nodes(c)
        return float("nan") if not found else float(place_of(found[0]))

    return Code("number", run)


def place_of(node: Node) -> int:
    """The place of a node among the siblings of its name, from 1."""
    if isinstance(node, Slot) and node.place:
        return node.place
    siblings = [one for one in node.parent.children if one.name == node.name] if node.parent else [node]
    return next((at for at, one in enumerate(siblings, 1) if one is node), 1)


@special("last", 0)
def last(compiler: "Compiler", call: Call) -> Code:
    """XPath 1.0."""
    return Code("number", lambda c: float(c.size))


@special("current", 0)
def current(compiler: "Compiler", call: Call) -> Code:
    """XForms: the node the expression belongs to, inside a predicate as well."""
    node = compiler.current
    return Code("nodes", lambda c: [node], slot=node, definitions=paths.definitions_of(node))


@special("name", 0, 1)
def name(compiler: "Compiler", call: Call) -> Code:
    """XPath 1.0."""
    nodes = _nodes_or_context(compiler, call)
    return Code("text", lambda c: next((node.name for node in nodes(c)), ""))


@special("local-name", 0, 1)
def local_name(compiler: "Compiler", call: Call) -> Code:
    """XPath 1.0."""
    nodes = _nodes_or_context(compiler, call)
    return Code("text", lambda c: next((node.local for node in nodes(c)), ""))


@special("namespace-uri", 0, 1)
def namespace_uri(compiler: "Compiler", call: Call) -> Code:
    """XPath 1.0."""
    nodes = _nodes_or_context(compiler, call)
    return Code("text", lambda c: next((node.namespace for node in nodes(c)), ""))


def _nodes_or_context(compiler: "Compiler", call: Call) -> NodesOf:
    return compiler.nodes(call.arguments[0]) if call.arguments else lambda c: [c.node]


@special("lang", 1)
def lang(compiler: "Compiler", call: Call) -> Code:
    """XPath 1.0: whether the nearest xml:lang is that language or a kind of it."""
    wanted = compiler.text(call.arguments[0])

    def run(c: Context) -> bool:
        for node in (c.node, *c.node.ancestors()):
            for attribute in node.attributes:
                if attribute.local == "lang" and attribute.namespace == _XML:
                    spoken, asked = attribute.text.lower(), wanted(c).lower()
                    return spoken == asked or spoken.startswith(f"{asked}-")
        return False

    return Code("truth", run)


@special("id", 1)
def by_id(compiler: "Compiler", call: Call) -> Code:
    """XPath 1.0: elements whose attribute `id` is one of the words."""
    words = compiler.compile(call.arguments[0]).run

    def run(c: Context) -> list[Node]:
        value = words(c)
        texts = [node.string() for node in value] if isinstance(value, list) else [text_of(value)]
        wanted = {word for text in texts for word in text.split()}
        everything = c.node.root().descendants()
        return [
            node for node in everything if any(a.name == "id" and a.text in wanted for a in node.attributes)
        ]

    return Code("nodes", run)


@special("randomize", 1, 2)
def randomize(compiler: "Compiler", call: Call) -> Code:
    """ODK: the nodes in random order; the same order for the same seed (Park–Miller, as all ODK clients)."""
    code = compiler.compile(call.arguments[0])
    nodes = compiler.nodes(call.arguments[0])
    seed = compiler.compile(call.arguments[1]) if len(call.arguments) > 1 else None
    world = compiler.world
    if seed is None:
        return Code("nodes", lambda c: shuffled(nodes(c), None, world.chance), definitions=code.definitions)
    compiler.read(seed)
    run = seed.run

    def ordered(c: Context) -> list[Node]:
        value = run(c)
        return shuffled(nodes(c), seed_of(world.number_of(value), text_of(value)), world.chance)

    return Code("nodes", ordered, definitions=code.definitions)
