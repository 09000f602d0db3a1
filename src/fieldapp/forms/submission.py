"""The XML of a submission: relevant nodes only, in the form's order, the same bytes for the same answers."""

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from fieldapp.forms.instance import Slot

_XML = "http://www.w3.org/XML/1998/namespace"


def write_submission(root: Slot, namespaces: Mapping[str, str]) -> bytes:
    """The submission as UTF-8 without a declaration. Only the namespaces in use are declared, at the root."""
    used = sorted(_prefixes(root))
    declared = "".join(
        f" xmlns:{prefix}={quoteattr(namespaces[prefix])}" for prefix in used if prefix in namespaces
    )
    pieces: list[str] = []
    _write(root, pieces, declared)
    return "".join(pieces).encode("utf-8", "xmlcharrefreplace")


def _prefixes(slot: Slot) -> set[str]:
    found: set[str] = set()
    stack: list[Slot] = [slot]
    while stack:
        one = stack.pop()
        if not one.relevant:
            continue
        prefix = one.name.rpartition(":")[0]
        if prefix and prefix != "xml":
            found.add(prefix)
        stack += [below for below in (*one.children, *one.attributes) if isinstance(below, Slot)]
    return found


def _write(slot: Slot, pieces: list[str], declared: str = "") -> None:
    attributes = "".join(
        f" {one.name}={quoteattr(_clean(one.raw), {chr(10): '&#10;', chr(9): '&#9;', chr(13): '&#13;'})}"
        for one in slot.attributes
        if isinstance(one, Slot) and one.relevant
    )
    children = [child for child in slot.children if isinstance(child, Slot) and child.relevant]
    text = "" if slot.children else escape(_clean(slot.raw), {"\r": "&#13;"})
    if not children and not text:
        pieces.append(f"<{slot.name}{declared}{attributes}/>")
        return
    pieces.append(f"<{slot.name}{declared}{attributes}>{text}")
    for child in children:
        _write(child, pieces)
    pieces.append(f"</{slot.name}>")


def _clean(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    if text.isprintable():
        return text
    return "".join(c for c in text if c in "\t\n\r" or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF and c not in "￾￿"))
