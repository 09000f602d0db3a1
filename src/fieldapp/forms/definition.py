"""What a form is before anybody fills it: its nodes, binds, controls, texts. Built once, then only read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from fieldapp.forms.expressions.syntax import Expression


@dataclass(frozen=True, slots=True)
class Text:
    """A label, hint or message: an expression (`jr:itext(…)` or a path), or pieces of text and outputs."""

    pieces: tuple[str | Expression, ...] = ()
    expression: Expression | None = None


@dataclass(frozen=True, slots=True)
class Bind:
    """The logic of one node; an expression that is absent is None."""

    type: str = "string"
    relevant: Expression | None = None
    readonly: Expression | None = None
    required: Expression | None = None
    constraint: Expression | None = None
    calculate: Expression | None = None
    constraint_message: Text | None = None
    required_message: Text | None = None
    preload: str = ""
    preload_parameter: str = ""
    save_to: str = ""
    soft_constraint: Expression | None = None
    soft_message: Text | None = None
    parameters: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """A choice written into the control."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class Itemset:
    """Choices that come from nodes: `value` and `label` are relative to each of them."""

    nodes: Expression
    value: Expression
    label: Expression | None
    label_is_itext: bool


@dataclass(frozen=True, slots=True)
class Table:
    """An attached table: the places of its columns by their plain names (`search_reading.plain_column`), its rows."""

    columns: dict[str, int]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Search:
    """`search()` in an appearance: the name of its table, the other arguments, and the tables it may name."""

    table: Expression
    arguments: tuple[Expression, ...]
    tables: dict[str, Table]


@dataclass(frozen=True, slots=True)
class Action:
    """A value that is set on an event; `target` and `value` are read where the action stands."""

    events: frozenset[str]
    target: Expression
    value: Expression | None
    text: str
    kind: str


@dataclass(eq=False, slots=True)
class Control:
    """How a node is asked. `tag` is the XForms element."""

    tag: str
    appearance: str = ""
    label: Text | None = None
    hint: Text | None = None
    items: tuple[Item, ...] = ()
    itemset: Itemset | None = None
    search: Search | None = None
    parameters: dict[str, str] = field(default_factory=dict)
    actions: list[Action] = field(default_factory=list)

    @property
    def drawn(self) -> bool:
        """Whether its choices are looked up, in nodes or in a table, rather than written into it."""
        return self.itemset is not None or self.search is not None

    @property
    def closed(self) -> bool:
        """Whether an answer is one of its choices; `search()` keeps what was chosen before it found others."""
        is_search = self.search is not None or "search(" in self.appearance
        return self.tag in ("select", "select1", "rank") and not is_search


@dataclass(frozen=True, slots=True)
class Seed:
    """A node to be: what the form's own instance or the template of a repeat holds.

    `confirmed`: the worker stood by this text in spite of a soft check. `remark`: what he said about the node.
    """

    definition: "NodeDef"
    text: str
    children: tuple["Seed", ...]
    confirmed: bool = False
    remark: str = ""


class NodeDef:
    """One node of the form. An attribute's name starts with @. `repeat` nodes stand any number of times."""

    __slots__ = (
        "actions",
        "attributes",
        "bind",
        "children",
        "control",
        "count",
        "fixed_count",
        "instances",
        "label",
        "name",
        "namespace",
        "parent",
        "path",
        "repeat",
        "template",
    )

    def __init__(self, name: str, parent: "NodeDef | None") -> None:
        self.name = name
        self.parent = parent
        self.path: str = f"{parent.path}/{name}" if parent is not None else ""
        self.namespace = ""
        self.children: dict[str, NodeDef] = {}
        self.attributes: dict[str, str] = {}
        self.repeat = False
        self.template: Seed | None = None
        self.instances: list[Seed] = []
        self.count: Expression | None = None
        self.fixed_count = False
        self.bind = Bind()
        self.control: Control | None = None
        self.label: Text | None = None
        self.actions: list[Action] = []

    def descendants(self) -> Iterator["NodeDef"]:
        """All definitions below, in document order."""
        for child in self.children.values():
            yield child
            yield from child.descendants()

    def ancestors(self) -> Iterator["NodeDef"]:
        """The parent, its parent, and so on."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def __repr__(self) -> str:
        return f"NodeDef({self.path})"


@dataclass(frozen=True)
class Translation:
    """The texts of one language: id → form ("" for the words; image, audio, video, guidance …) → text."""

    language: str
    texts: dict[str, dict[str, Text]]

    @cached_property
    def live(self) -> frozenset[str]:
        """The ids of the texts that show answers."""
        return frozenset(
            identity
            for identity, forms in self.texts.items()
            if any(not isinstance(piece, str) for text in forms.values() for piece in text.pieces)
        )
