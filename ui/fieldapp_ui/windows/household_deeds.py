"""What is done on a household's card beside changing a field: members, movements, visits, pasted rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from fieldapp.errors import UserError
from fieldapp.store.permissions import may_write
from fieldapp_ui.editing.card_tabs import TABS
from fieldapp_ui.editing.erasing import why_no_erasure
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp_ui.editing.movement import MovementStep
    from fieldapp_ui.windows.household import HouseholdPage

_GRID = ("person.end", "person.sort", "person.copy", "person.paste", "person.erase")
_ALWAYS = ("person.erase", "history.compare")
_OF_ONE = ("person.end", "person.erase")
_WRITES = {
    "person.add": "person",
    "person.end": "movement",
    "person.copy": "person",
    "person.paste": "person",
    "household.change": "movement",
    "household.open_year": "household_year",
    "visit.record": "work_record",
    "appeal.receive": "appeal",
}
"""The list that a deed writes: a role that does not write it finds the deed grey."""


class HouseholdDeeds(QObject):
    """The commands of a card that open a dialog or work in the grid; `does` goes into the page's."""

    def __init__(self, page: HouseholdPage) -> None:
        super().__init__(page)
        self._page = page
        self.does = {
            "person.add": self.add_person,
            "person.end": self.end_person,
            "person.sort": lambda: self._page.members.grid.sort_here(),
            "person.copy": lambda: self._page.members.grid.copy_above(),
            "person.paste": self.paste,
            "household.change": self.change,
            "household.open_year": self.open_year,
            "visit.record": self.visit,
            "form.print_blank": self.print_blank,
            "appeal.receive": self.appeal,
            "history.compare": self.compare,
            "person.erase": self.erase,
        }

    def why_not(self, command_id: str) -> str:
        """Why one of them cannot be done now."""
        household = self._page.editor.household
        if command_id == "person.erase" and (refused := why_no_erasure(self._page.desk)):
            return refused
        ended = household is not None and household.ended_on and command_id not in _ALWAYS
        if command_id in self.does and ended:
            return tr("This household has ended. Only its history can be read.")
        if command_id in _WRITES and not may_write(self._page.desk.vault, _WRITES[command_id]):
            return tr("Your role does not change this.")
        if command_id in _GRID and self._page.tab != "members":
            return tr("This belongs to the tab People.")
        if command_id in _OF_ONE and not self._page.members.person:
            return tr("Choose a member first.")
        return ""

    def open_year(self) -> None:
        """Carry last year's facts into the year in view, one deed that can be taken back."""
        from fieldapp_ui.editing.year import open_household_year

        page = self._page
        if not page.leave():
            return
        editor = page.editor
        try:
            was_opened = open_household_year(page.desk, editor.id, editor.year, editor.head_name())
        except UserError as refused:
            page.desk.deeds.refused.emit(refused)
            return
        if not was_opened:
            page.saved.emit(tr("Nothing of {year} is left to carry over.", year=editor.year - 1))

    def add_person(self) -> None:
        """A new row in the grid."""
        if self._to_members():
            self._page.members.begin_row()

    def end_person(self) -> None:
        """The chosen member leaves: it is asked how, and for the new head where the head leaves."""
        self._open_change(person=self._page.members.person, leaving=True)

    def change(self) -> None:
        """Something has happened in this household."""
        person = self._page.members.person if self._page.tab == "members" else ""
        self._open_change(person=person, leaving=False)

    def visit(self) -> None:
        """Somebody has been there."""
        from fieldapp_ui.editing.visit import VisitStep
        from fieldapp_ui.windows.asking import AskingDialog

        if self._page.leave():
            AskingDialog(VisitStep(self._page.editor), self._page, width=640, height=620).open()

    def appeal(self) -> None:
        """The household objects, asks or complains; until when to answer is proposed."""
        from fieldapp_ui.editing.voice_steps import ReceiveStep
        from fieldapp_ui.windows.asking import AskingDialog

        household = self._page.editor.household
        if household is not None and self._page.leave():
            AskingDialog(ReceiveStep(self._page.desk, household), self._page, width=640).open()

    def print_blank(self) -> None:
        """The visit form on paper for this household, with what is known of it."""
        from fieldapp_ui.windows.printing import preview_blank

        forms = [name for pack in self._page.desk.vault.packs for name in pack.forms]
        household = self._page.editor.household
        if forms and household is not None:
            preview_blank(self._page.desk, forms[0], household.id, self._page)

    def paste(self) -> None:
        """Rows of a table out of the clipboard become members, after a look at them."""
        from fieldapp_ui.windows.paste import PasteDialog

        if not self._to_members():
            return
        text = QApplication.clipboard().text()
        dialog = PasteDialog(self._page.editor, text, self._page)
        dialog.open()

    def erase(self) -> None:
        """The chosen member's data goes for ever, on every computer."""
        from fieldapp_ui.windows.erasing import EraseDialog

        if self._page.leave() and self._page.members.person:
            EraseDialog(self._page.desk, self._page.members.person, self._page).open()

    def compare(self) -> None:
        """What reads otherwise between two days."""
        if self._page.leave():
            self._page.tabs.setCurrentIndex(TABS.index("history"))
            self._page.history.go_compare()

    def _open_change(self, *, person: str, leaving: bool) -> None:
        from fieldapp_ui.windows.movement import MovementDialog

        household = self._page.editor.household
        if household is None or not self._page.leave():
            return
        dialog = MovementDialog(self._page.desk, household, self._page, person=person, leaving=leaving)
        dialog.went.connect(self._page.went)
        dialog.recorded.connect(self._recorded)
        dialog.open()

    def _recorded(self, step: MovementStep) -> None:
        self._page.saved.emit(tr("Recorded: {what}. Ctrl+Z takes all of it back.", what=step.title))

    def _to_members(self) -> bool:
        if not self._page.leave():
            return False
        self._page.tabs.setCurrentIndex(TABS.index("members"))
        return True
