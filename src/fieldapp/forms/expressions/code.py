"""Compiled expressions: a closure with the kind of its value, and the closures that convert between kinds."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from fieldapp.forms.expressions.values import Value, number_text, text_of, truth_of
from fieldapp.forms.expressions.world import World
from fieldapp.forms.tree import Node

if TYPE_CHECKING:
    from fieldapp.forms.definition import NodeDef
    from fieldapp.forms.filling.instance import Slot


class Context:
    """Where a predicate stands: the node, its position from 1, how many there are.

    `slots` are the nodes that the paths of a shared expression lead to from here (`sharing`).
    """

    __slots__ = ("node", "position", "size", "slots")

    def __init__(self, node: Node, position: int = 1, size: int = 1, slots: "tuple[Slot, ...]" = ()) -> None:
        self.node = node
        self.position = position
        self.size = size
        self.slots = slots


Kind = Literal["text", "number", "truth", "nodes", "any"]
TextOf = Callable[[Context], str]
NumberOf = Callable[[Context], float]
TruthOf = Callable[[Context], bool]
NodesOf = Callable[[Context], list[Node]]


@dataclass(slots=True, eq=False)
class Code:
    """`run(context)` gives a value of `kind`.

    `slot` is the one node a fixed path leads to. `definitions` are the form's nodes that a path may lead to
    (None where it leads outside the form, as into a secondary instance). In a shared expression the node is
    `slots[at]` of the context, and `slot` is only that of the node it was compiled for.
    """

    kind: Kind
    run: Callable[[Context], Value]
    slot: Node | None = None
    definitions: "frozenset[NodeDef] | None" = None
    constant: bool = False
    at: int = -1


@dataclass(slots=True, eq=False)
class Reads:
    """What an expression depends on, found while it is compiled.

    `slots` single nodes; `definitions` every instance of a definition; `filtered` the same behind a predicate
    (no cycle: it may be another instance); `structure` repeats whose instances count; `language` the texts,
    `choices` the labels of choices.
    """

    slots: "dict[Slot, None]" = field(default_factory=dict)
    definitions: "dict[NodeDef, None]" = field(default_factory=dict)
    filtered: "dict[NodeDef, None]" = field(default_factory=dict)
    structure: "dict[NodeDef, None]" = field(default_factory=dict)
    language: bool = False
    choices: bool = False


def as_text(code: Code) -> TextOf:
    """`string()` of the code's value."""
    run = code.run
    if code.kind == "text":
        return run  # type: ignore[return-value]
    slot, at = code.slot, code.at
    if at >= 0:
        return lambda c: c.slots[at].string()
    if slot is not None:
        return lambda c: slot.string() if slot.children else slot.text
    if code.kind == "number":
        return lambda c: number_text(run(c))  # type: ignore[arg-type]
    return lambda c: text_of(run(c))


def as_number(code: Code, world: World) -> NumberOf:
    """`number()` of the code's value; a slot keeps its number until its text changes."""
    run = code.run
    if code.kind == "number":
        return run  # type: ignore[return-value]
    slot = code.slot
    if code.at >= 0:
        return _shared_number(code.at, world)
    if slot is not None:
        return _slot_number(slot, world)
    number_of = world.number_of
    return lambda c: number_of(run(c))


def _slot_number(slot: Node, world: World) -> NumberOf:
    def run(c: Context) -> float:
        number = slot.number
        if number is None:
            number = slot.number = world.number(slot.string() if slot.children else slot.text)
        return number

    return run


def _shared_number(at: int, world: World) -> NumberOf:
    def run(c: Context) -> float:
        slot = c.slots[at]
        number = slot.number
        if number is None:
            number = slot.number = world.number(slot.string())
        return number

    return run


def as_truth(code: Code) -> TruthOf:
    """`boolean()` of the code's value."""
    run = code.run
    if code.kind == "truth":
        return run  # type: ignore[return-value]
    return lambda c: truth_of(run(c))
