"""Which commands the form page answers: those of the list, or those of the form being filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from fieldapp_ui.commands import Command, command
from fieldapp_ui.navigator import Place

if TYPE_CHECKING:
    from fieldapp_ui.windows.forms.filling import FormFilling
    from fieldapp_ui.windows.forms.page import FormPage

Deeds = Mapping[str, Callable[[], object]]


def list_deeds(page: FormPage, household: str) -> Deeds:
    """Of the list; after a form of a household was finalised, its checklist and card are one key away."""
    does: dict[str, Callable[[], object]] = {"form.print_blank": page.paper.print_blank}
    if household:
        does["household.check"] = lambda: page.went.emit(Place("checklist", household))
        does["household.open"] = lambda: page.went.emit(Place("household", household))
    return does


def filling_deeds(page: FormPage, filling: FormFilling) -> Deeds:
    """Of the form being filled."""
    keys = filling.keys
    return {
        "form.goto": keys.find_question,
        "form.next_hole": lambda: keys.go_to_hole(1),
        "form.previous_hole": lambda: keys.go_to_hole(-1),
        "form.carry_over": keys.carry_over,
        "form.copy_above": keys.copy_above,
        "form.jump": keys.open_jumps,
        "form.outline": keys.to_outline,
        "form.confirm": keys.confirm,
        "form.add_row": keys.add_row,
        "form.delete_row": keys.delete_row,
        "form.sort_rows": keys.sort_rows,
        "form.open_row": keys.open_row,
        "form.remark": filling.beside.write_remark,
        "form.remark_entry": filling.beside.remark_on_entry,
        "form.language": keys.speak_next,
        "form.check": filling.check,
        "form.finalise": filling.finalise,
        "form.delete_draft": page.finals.ask_to_delete,
        "form.paper": page.paper.ask,
        "form.print_blank": page.paper.print_blank,
        "undo": filling.entry.deeds.undo,
        "redo": filling.entry.deeds.redo,
    }


def filling_buttons() -> Sequence[Command]:
    """The buttons over a form."""
    return tuple(command(name) for name in ("form.jump", "form.paper", "form.check"))
