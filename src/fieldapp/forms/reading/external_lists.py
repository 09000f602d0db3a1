"""Choices of `select_one_external`: a question with a `query`, whose lists stand together in itemsets.csv."""

from lxml import etree

from fieldapp.errors import Finding, Where
from fieldapp.forms.reading.secondary import Attachments, find_attachment, read_attached
from fieldapp.forms.reading.texts import local
from fieldapp.forms.tree import DOCUMENT, Node

ITEMSETS = "itemsets.csv"
_LIST_COLUMNS = ("list_name", "list name")


def read_external_lists(
    body: "etree._Element", instances: dict[str, Node], attachments: Attachments
) -> list[Finding]:
    """Add the lists that queries ask for to `instances`; without the file the answers are typed."""
    wanted = {name for query in _queries(body) if (name := list_of(query)) and name not in instances}
    if not wanted:
        return []
    content = find_attachment(attachments, ITEMSETS)
    if content is not None:
        rows = _rows(read_attached(content, ITEMSETS))
        instances.update({name: _list(name, rows) for name in wanted})
        return []
    return [
        Finding(
            "form.attachment",
            "The attached file {file} is missing; choices from it are typed.",
            {"file": ITEMSETS},
            Where(file=ITEMSETS),
            "warning",
        )
    ]


def _queries(body: "etree._Element") -> list[str]:
    return [
        str(query) for element in body.iter() if local(element) == "input" and (query := element.get("query"))
    ]


def list_of(query: str) -> str:
    """The id in `instance('towns')/root/item[…]`."""
    opened, _, rest = query.partition("instance(")
    return "" if opened.strip() else rest.strip()[1:].partition(rest.strip()[:1])[0]


def _rows(document: Node) -> list[Node]:
    return [item for root in document.children for item in root.children]


def _list(name: str, rows: list[Node]) -> Node:
    document = Node("", kind=DOCUMENT)
    root = document.add(Node("root"))
    for row in rows:
        cells = {cell.name: cell.text for cell in row.children}
        if name not in (cells.get(column, "").strip() for column in _LIST_COLUMNS):
            continue
        item = root.add(Node("item"))
        for column, text in cells.items():
            item.add(Node(column, text=text))
        spoken = next((text for column, text in cells.items() if column.startswith("label::") and text), "")
        if "label" not in cells:
            item.add(Node("label", text=spoken))
    return document
