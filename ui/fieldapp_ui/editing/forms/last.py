"""What the worker answered in his last entry of the same form, for what the register does not hold: who fills it in, the
group, the weather. Facts of another household are never among it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from fieldapp.errors import UserError
from fieldapp.forms import Form
from fieldapp.forms.paper.numbering import question_numbers
from fieldapp.forms.reading.xml import read_xml
from fieldapp.store import Vault
from fieldapp.store.drafts import Draft, answers, drafts
from fieldapp.store.files.attachments import get
from fieldapp.store.questions import owners_of
from fieldapp.store.records import record
from fieldapp.store.submission_list import entries


def last_entry(vault: Vault, form: Form, draft: Draft) -> Mapping[str, str]:
    """Raw answers by reference, outside rows: from the worker's newest other draft of this form, else from the newest
    form he finalised.

    A question whose answer goes to the register is left out: it tells of another household.
    """
    other = next((one for one in drafts(vault) if one.form == form.id and one.id != draft.id), None)
    before = answers(vault, other) if other is not None else _submitted(vault, form)
    if not before:
        return {}
    owned = {path for owner in owners_of(form).values() for path in owner.questions}
    return {ref: before[ref] for ref in question_numbers(form) if ref not in owned and before.get(ref)}


def _submitted(vault: Vault, form: Form) -> Mapping[str, str]:
    """The newest form of this kind that this worker finalised, by path; a row's answers stand under paths of their own
    that no question outside rows has."""
    mine = (line for line in entries(vault) if line.form == form.id and line.worker == vault.worker.name)
    line = next((line for line in mine if line.state != "draft"), None)
    found = record(vault, "submission", line.id) if line is not None else None
    if found is None:
        return {}
    try:
        root = read_xml(get(vault, str(found.values.get("xml") or "")), "The submission")
    except UserError:
        return {}  # its answers are not on this laptop: nothing is offered
    return dict(_leaves(root, ""))


def _leaves(element: etree._Element, above: str) -> Iterator[tuple[str, str]]:
    path = f"{above}/{etree.QName(element).localname}"
    inner = [child for child in element if isinstance(child.tag, str)]
    if not inner:
        yield path, element.text or ""
    for child in inner:
        yield from _leaves(child, path)
