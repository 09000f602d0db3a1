"""The lists to jump by: required and blank, blank, to correct, to confirm, remarked, returned. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fieldapp_ui.editing.forms.reading import FormReading
from fieldapp_ui.fields.answers.words import plain


class Reason(StrEnum):
    """Why a question stands in a list."""

    REQUIRED = "required"
    BLANK = "blank"
    WRONG = "wrong"
    UNSURE = "unsure"
    REMARKED = "remarked"
    RETURNED = "returned"


@dataclass(frozen=True)
class Jump:
    """A question to go to: its number on paper, its label, the row it stands in, and what is to be said of it."""

    ref: str
    number: str
    label: str
    row: str = ""
    said: str = ""


def jumps(reading: FormReading) -> dict[Reason, tuple[Jump, ...]]:
    """Every list, in the order of the form; those with nothing in them are empty."""
    found: dict[Reason, list[Jump]] = {reason: [] for reason in Reason}
    for ref in reading.plan.questions:
        node = reading.node(ref)
        if not node.relevant:
            continue
        if reading.is_asked(ref):
            if not node.value:
                found[Reason.BLANK].append(_jump(reading, ref))
                if node.required:
                    found[Reason.REQUIRED].append(_jump(reading, ref, reading.sentence(ref)))
            elif node.violation is not None:
                found[Reason.WRONG].append(_jump(reading, ref, reading.sentence(ref)))
            elif reading.is_unsure(ref):
                found[Reason.UNSURE].append(_jump(reading, ref, plain(node.soft_message)))
        if remark := reading.remark(ref):
            found[Reason.REMARKED].append(_jump(reading, ref, remark))
        if said := reading.returned(ref):
            found[Reason.RETURNED].append(_jump(reading, ref, said))
    return {reason: tuple(here) for reason, here in found.items()}


def _jump(reading: FormReading, ref: str, said: str = "") -> Jump:
    row = ref[: ref.rfind("]") + 1]
    title = reading.row_title(row) if row and reading.has(row) else ""
    return Jump(
        ref, reading.number(ref), plain(reading.node(ref).label) or reading.node(ref).name, title, said
    )
