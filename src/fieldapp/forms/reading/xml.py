"""XML from outside, read without entities, DTD, network, unbounded size or depth; trouble is a FormError."""

from lxml import etree

from fieldapp.errors import FormError
from fieldapp.forms.limits import DEEPEST_XML, MOST_PREFIXES
from fieldapp.forms.reading.xml_text import read_xml_text
from fieldapp.forms.tree import ATTRIBUTE, COMMENT, DOCUMENT, INSTRUCTION, TEXT, Node

_OTHER = (etree._Comment, etree._ProcessingInstruction)
_TOO_DEEP = etree.XPath("boolean(" + "/*" * (DEEPEST_XML + 1) + ")")


def read_xml(xml: bytes, name: str = "XML") -> "etree._Element":
    """The root element. Raises FormError for a DTD, wrong XML, or more than the limits allow."""
    text = read_xml_text(xml, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_blank_text=False, encoding="utf-8",
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            raise _deep(name) from error
        raise FormError(
            "form.xml.wrong", "{name} is not well-formed XML: {reason}", name=name, reason=str(error)
        ) from error
    if _TOO_DEEP(root):
        raise _deep(name)
    if text.count("xmlns:") > MOST_PREFIXES:
        _refuse_prefixes(root, name)
    return root


def _deep(name: str) -> FormError:
    return FormError(
        "form.xml.deep", "{name} is nested deeper than {depth} levels.", name=name, depth=DEEPEST_XML
    )


def _refuse_prefixes(root: "etree._Element", name: str) -> None:
    """Every element is asked for the prefixes that hold there: many of them at once would be slow."""
    holding = 0
    for event, _ in etree.iterwalk(root, events=("start-ns", "end-ns")):
        holding += 1 if event == "start-ns" else -1
        if holding > MOST_PREFIXES:
            raise FormError(
                "form.xml.prefixes",
                "{name} declares more than {count} prefixes.",
                name=name,
                count=MOST_PREFIXES,
            )


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
