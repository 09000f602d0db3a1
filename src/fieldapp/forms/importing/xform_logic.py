"""Logic of an XForm that cannot be read as it stands: put right as in an XLSForm, each repair told with its node."""

from lxml import etree

from fieldapp.errors import Finding, Where
from fieldapp.forms.importing.spelling import respelt
from fieldapp.forms.reading.texts import local
from fieldapp.forms.reading.xml import read_xml

_LOGIC = {
    "bind": ("relevant", "constraint", "calculate", "required", "readonly"),
    "setvalue": ("value",),
    "itemset": ("nodeset",),
    "output": ("value",),
}


def repair_xform(content: bytes, name: str) -> tuple[bytes, tuple[Finding, ...]]:
    """The XForm with logic that can be read, and what was done; nothing was when there are no findings.

    Raises FormError for XML that cannot be read.
    """
    root = read_xml(content, "The form")
    findings = []
    for element in root.iter():
        for attribute in _LOGIC.get(local(element), ()):
            old = element.get(attribute)
            new = (
                old
                if old is None
                else respelt(old, "constraint" if attribute == "constraint" else "calculation")
            )
            if old is not None and new is not None and new != old:
                element.set(attribute, new)
                findings.append(_read_as(element, attribute, name, old, new))
    return etree.tostring(root, encoding="utf-8"), tuple(findings)


def _read_as(element: "etree._Element", attribute: str, name: str, old: str, new: str) -> Finding:
    node = element.get("nodeset") or element.get("ref") or ""
    return Finding(
        "form.repair",
        "The {attribute} of {node}, “{old}”, was read as “{new}”.",
        {"attribute": attribute, "node": node.strip(), "old": old, "new": new},
        Where(file=name, field=node.strip()),
        "repair",
    )
