"""The XML of a submission: relevant nodes only, in the form's order, the same bytes for the same answers."""

import unicodedata
from collections.abc import Collection, Mapping
from types import MappingProxyType
from xml.sax.saxutils import escape

from fieldapp.forms.filling.instance import Slot
from fieldapp.forms.marks import FIELDAPP, YES, prefix_for

XFORMS = "http://www.w3.org/2002/xforms"
_NONE: Mapping[Slot, str] = MappingProxyType({})
_IN_ATTRIBUTE = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}


def write_submission(
    root: Slot,
    namespaces: Mapping[str, str],
    confirmed: Collection[Slot] = (),
    remarks: Mapping[Slot, str] = _NONE,
) -> bytes:
    """The submission as UTF-8 without a declaration. Only the namespaces in use are declared, at the root; a namespace
    of the form's own data is its default, as in the form.

    Confirmed answers and remarks are attributes in our namespace, of the nodes that are written.
    """
    own = prefix_for(namespaces)
    marks: dict[Slot, str] = {slot: f' {own}:confirmed="{YES}"' for slot in confirmed if not slot.soft_holds}
    for slot, remark in remarks.items():
        if said := _clean(remark):
            marks[slot] = f'{marks.get(slot, "")} {own}:remark="{escape(said, _IN_ATTRIBUTE)}"'
    known = {**namespaces, own: FIELDAPP}
    declared = "".join(
        f' xmlns:{prefix}="{escape(known[prefix], _IN_ATTRIBUTE)}"'
        for prefix in sorted(_prefixes(root, marks, own))
        if prefix in known
    )
    namespace = root.definition.namespace
    if namespace not in ("", XFORMS) and ":" not in root.name:
        declared = f' xmlns="{escape(namespace, _IN_ATTRIBUTE)}"{declared}'
    pieces: list[str] = []
    _write(root, pieces, marks, declared)
    return "".join(pieces).encode("utf-8", "xmlcharrefreplace")


def _prefixes(slot: Slot, marks: Mapping[Slot, str], own: str) -> set[str]:
    found: set[str] = set()
    stack: list[Slot] = [slot]
    while stack:
        one = stack.pop()
        if not one.relevant:
            continue
        prefix = one.name.rpartition(":")[0]
        if prefix and prefix != "xml":
            found.add(prefix)
        if one in marks:
            found.add(own)
        stack += [below for below in (*one.children, *one.attributes) if isinstance(below, Slot)]
    return found


def _write(slot: Slot, pieces: list[str], marks: Mapping[Slot, str], declared: str = "") -> None:
    attributes = "".join(
        f' {one.name}="{escape(_clean(one.raw), _IN_ATTRIBUTE)}"'
        for one in slot.attributes
        if isinstance(one, Slot) and one.relevant
    ) + marks.get(slot, "")
    children = [child for child in slot.children if isinstance(child, Slot) and child.relevant]
    text = "" if slot.children else escape(_clean(slot.text), {"\r": "&#13;"})
    if not children and not text:
        pieces.append(f"<{slot.name}{declared}{attributes}/>")
        return
    pieces.append(f"<{slot.name}{declared}{attributes}>{text}")
    for child in children:
        _write(child, pieces, marks)
    pieces.append(f"</{slot.name}>")


def _clean(text: str) -> str:
    """In Unicode's composed form, without the characters that XML 1.0 cannot hold."""
    text = unicodedata.normalize("NFC", text)
    if text.isprintable():
        return text
    return "".join(
        c
        for c in text
        if c in "\t\n\r" or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF and c not in "￾￿")
    )
