"""XML from outside, read without entities, DTD, network, unbounded size or depth; trouble is a FormError."""

import re

from lxml import etree

from fieldapp.errors import FormError
from fieldapp.forms.tree import ATTRIBUTE, COMMENT, DOCUMENT, INSTRUCTION, TEXT, Node

_OTHER = (etree._Comment, etree._ProcessingInstruction)
LARGEST = 64 * 1024 * 1024
DEEPEST = 120
# With the zero bytes of UTF-16 and UTF-32 removed, a DTD can hide in no encoding that libxml2 guesses.
_DOCTYPE = re.compile(
    rb"\A(?:[\s\xef\xbb\xbf\xff\xfe]|<\?.*?\?>|<!--.*?-->)*<!DOCTYPE", re.DOTALL | re.IGNORECASE
)


def read_xml(xml: bytes, name: str = "XML") -> "etree._Element":
    """The root element. Raises FormError for a DTD, wrong XML, or more than the limits allow."""
    if len(xml) > LARGEST:
        raise FormError(
            "form.xml.size", "{name} is larger than {megabytes} MB.", name=name, megabytes=LARGEST >> 20
        )
    if _DOCTYPE.match(xml[:65536].replace(b"\0", b"")):
        raise _dtd(name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_blank_text=False,
    )  # fmt: skip
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormError(
            "form.xml.wrong", "{name} is not well-formed XML: {reason}", name=name, reason=str(error)
        ) from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise _dtd(name)
    if _depth_exceeds(root):
        raise FormError(
            "form.xml.deep", "{name} is nested deeper than {depth} levels.", name=name, depth=DEEPEST
        )
    return root


def _dtd(name: str) -> FormError:
    return FormError(
        "form.xml.dtd",
        "{name} has a document type declaration, which is not allowed. Remove <!DOCTYPE …>.",
        name=name,
    )


def _depth_exceeds(root: "etree._Element") -> bool:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            return True
    return False


def elements(parent: "etree._Element") -> list["etree._Element"]:
    """The children that are elements, without comments and instructions."""
    return list(parent.iterchildren(etree.Element))


def written_name(element: "etree._Element") -> str:
    """The name as written: with its prefix, if it has one."""
    local = etree.QName(element).localname
    return f"{element.prefix}:{local}" if element.prefix else local


def read_tree(root: "etree._Element", mixed: bool = False) -> Node:
    """A document node over `root`. With `mixed`, white space, comments and instructions are nodes as well."""
    document = Node("", None, "", DOCUMENT)
    if mixed:
        for sibling in reversed(list(root.itersiblings(preceding=True))):
            _add_other(document, sibling)
    _add_element(document, root, mixed)
    if mixed:
        for sibling in root.itersiblings():
            _add_other(document, sibling)
    return document


def _add_element(parent: Node, element: "etree._Element", mixed: bool) -> None:
    node = parent.add(Node(written_name(element)))
    node.namespace = etree.QName(element).namespace or ""
    prefixes = {uri: prefix for prefix, uri in element.nsmap.items() if prefix}
    for key, value in element.attrib.items():
        name = etree.QName(key)
        prefix = prefixes.get(name.namespace or "")
        attribute = Node(
            f"{prefix}:{name.localname}" if prefix else name.localname, node, str(value), ATTRIBUTE
        )
        attribute.namespace = name.namespace or ""
        node.attributes.append(attribute)
    if len(element) == 0 and not mixed:
        node.text = element.text or ""
        return
    if mixed and element.text:
        node.add(Node("", None, element.text, TEXT))
    for child in element:
        if not isinstance(child, _OTHER):
            _add_element(node, child, mixed)
        elif mixed:
            _add_other(node, child)
        if mixed and child.tail:
            node.add(Node("", None, child.tail, TEXT))


def _add_other(parent: Node, other: "etree._Element") -> None:
    if isinstance(other, etree._Comment):
        parent.add(Node("", None, other.text or "", COMMENT))
    elif isinstance(other, etree._ProcessingInstruction):
        parent.add(Node(str(other.target or ""), None, other.text or "", INSTRUCTION))
