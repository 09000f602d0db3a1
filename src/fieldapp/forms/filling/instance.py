"""The nodes of a form being filled: each holds its answer and who reads it."""

from typing import TYPE_CHECKING

from fieldapp.forms.definition import NodeDef
from fieldapp.forms.tree import ATTRIBUTE, ELEMENT, Node

if TYPE_CHECKING:
    from fieldapp.forms.filling.graph import Cell
    from fieldapp.forms.state import Choice, NodeState


class Family:
    """All the slots of one definition in one session: who reads any of them, who counts them."""

    __slots__ = ("alone", "counters", "definition", "readers")

    def __init__(self, definition: NodeDef) -> None:
        self.definition = definition
        self.alone = frozenset((definition,))
        self.readers: dict[Cell, None] = {}
        self.counters: dict[Cell, None] = {}


class Slot(Node):
    """One node of the form's instance.

    `raw` is the answer as stored; `text` is what expressions see: the same, or "" while not relevant.
    `outcome` is what its `calculation` last gave: an answer given over it stays until that changes.
    `in_row` is whether it stands in a row; `paths` keeps what absolute paths mean there, for all the row's nodes.
    `slots` finds the children that stand exactly once. `place` is the place of a repeat instance, from 1, else 0.
    """

    __slots__ = (
        "calculation",
        "cells",
        "choices",
        "choices_known",
        "constraint_holds",
        "definition",
        "family",
        "in_row",
        "outcome",
        "own_readonly",
        "own_relevant",
        "paths",
        "place",
        "ranges",
        "raw",
        "readers",
        "ref",
        "relevant",
        "required",
        "slots",
        "soft_holds",
        "state",
        "texts",
    )

    parent: "Slot | None"

    def __init__(self, family: Family, parent: "Slot | None", text: str = "") -> None:
        definition = family.definition
        is_attribute = definition.name.startswith("@")
        super().__init__(
            definition.name.removeprefix("@"), parent, text, ATTRIBUTE if is_attribute else ELEMENT
        )
        self.namespace = definition.namespace
        self.definition = definition
        self.family = family
        self.slots: dict[str, Slot] = {}
        self.ranges: dict[str, Range] = {}
        self.raw = text
        self.relevant = True
        self.own_relevant = True
        self.own_readonly = False
        self.required = False
        self.constraint_holds = True
        self.soft_holds = True
        self.place = 0
        if parent is None or definition.repeat:
            self.in_row: bool = definition.repeat
            self.paths: dict[str, Slot] = {}
        else:
            self.in_row, self.paths = parent.in_row, parent.paths
        self.ref = ""
        self.outcome: str | None = None
        self.calculation: Cell | None = None
        self.readers: dict[Cell, None] = {}
        self.cells: list[Cell] = []
        self.choices: tuple[Choice, ...] = ()
        self.choices_known = False
        self.texts: dict[str, str] = {}
        self.state: NodeState | None = None

    def readonly(self) -> bool:
        """Its own or an ancestor's readonly."""
        node: Slot | None = self
        while node is not None:
            if node.own_readonly:
                return True
            node = node.parent
        return False


class Range(Slot):
    """The place of a repeat under one parent: it holds the instances and is itself no child of the parent."""

    __slots__ = ("counted", "instances")

    def __init__(self, family: Family, parent: Slot) -> None:
        super().__init__(family, parent)
        self.instances: list[Slot] = []
        self.counted = False
