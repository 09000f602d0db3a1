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


def _texts(node: Node) -> Iterator[str]:
    for child in node.children:
        if child.kind in (ELEMENT, TEXT):
            yield child.string()


def document_order(nodes: list[Node]) -> list[Node]:
    """The distinct nodes in document order."""
    unique = list(dict.fromkeys(nodes))
    return sorted(unique, key=_place) if len(unique) > 1 else unique


def _place(node: Node) -> tuple[int, ...]:
    place: list[int] = []
    while node.parent is not None:
        siblings = node.parent.children
        if node.kind == ATTRIBUTE:
            place.append(_index(node.parent.attributes, node) - len(node.parent.attributes))
        else:
            place.append(_index(siblings, node))
        node = node.parent
    return tuple(reversed(place))


def _index(nodes: list[Node], wanted: Node) -> int:
    return next((at for at, node in enumerate(nodes) if node is wanted), 0)
