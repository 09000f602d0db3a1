"""The tree that expressions read: nodes of instances, with the text of a leaf held in the node itself."""

from collections.abc import Iterator

DOCUMENT, ELEMENT, ATTRIBUTE, TEXT, COMMENT, INSTRUCTION = 9, 1, 2, 3, 8, 7


class Node:
    """One node. `name` is as written (with its prefix, if any); `text` is a leaf's own text.

    Children are elements, and in a document with mixed content also text, comment and instruction nodes.
    `number` keeps the text read as a number until the text changes.
    """

    __slots__ = ("attributes", "children", "kind", "local", "name", "namespace", "number", "parent", "text")

    def __init__(self, name: str, parent: "Node | None" = None, text: str = "", kind: int = ELEMENT) -> None:
        self.name = name
        self.local = name.rpartition(":")[2]
        self.namespace = ""
        self.parent = parent
        self.text = text
        self.kind = kind
        self.children: list[Node] = []
        self.attributes: list[Node] = []
        self.number: float | None = None

    def string(self) -> str:
        """The string value of XPath 1.0 section 5."""
        if not self.children:
            return self.text
        return "".join(_texts(self))

    def root(self) -> "Node":
        """The topmost node."""
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def ancestors(self) -> Iterator["Node"]:
        """The parent, its parent, and so on up to the root."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def descendants(self) -> Iterator["Node"]:
        """Everything below, in document order, without attributes."""
        for child in self.children:
            yield child
            if child.children:
                yield from child.descendants()

    def add(self, child: "Node") -> "Node":
        """Append `child` and return it."""
        child.parent = self
        self.children.append(child)
        return child


# How many nodes have been gathered into the texts of groups since the program began: see `work`.
GATHERED = [0]


def _texts(node: Node) -> Iterator[str]:
    GATHERED[0] += len(node.children)
    for child in node.children:
        if child.kind in (ELEMENT, TEXT):
            yield child.string()


def document_order(nodes: list[Node]) -> list[Node]:
    """The distinct nodes in document order; the siblings of each parent are counted once."""
    unique = list(dict.fromkeys(nodes))
    if len(unique) < 2:
        return unique
    places: dict[Node, dict[Node, int]] = {}
    return sorted(unique, key=lambda node: _place(node, places))


def _place(node: Node, places: dict[Node, dict[Node, int]]) -> tuple[int, ...]:
    place: list[int] = []
    while node.parent is not None:
        parent = node.parent
        if node.kind == ATTRIBUTE:
            among = next((at for at, one in enumerate(parent.attributes) if one is node), 0)
            place.append(among - len(parent.attributes))
        else:
            known = places.get(parent)
            if known is None:
                known = places[parent] = {one: at for at, one in enumerate(parent.children)}
                GATHERED[0] += len(known)
            place.append(known.get(node, 0))
        node = parent
    return tuple(reversed(place))
