"""What is done with a list as a whole: a household is added, a helper gets the households in view, the rows go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldapp.store.permissions import may_write
from fieldapp_ui.desk import Place
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp_ui.windows.register import RegisterPage

MOST_ASSIGNED = 500
_WRITES = {"household.add": "household", "helper.assign": "pairing"}


class RegisterDeeds(QObject):
    """The commands of the register that open a dialog; `does` goes into the page's."""

    def __init__(self, page: RegisterPage) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self.does = {
            "household.add": self.add_household,
            "helper.assign": self.assign_helper,
            "register.export": self.export,
        }

    def why_not(self, command_id: str) -> str:
        """Why one of them cannot be done now."""
        if command_id in _WRITES and not self._village():
            return tr("Choose one village at the top left first.")
        if command_id in _WRITES and not may_write(self._desk.vault, _WRITES[command_id]):
            return tr("Your role does not change this.")
        return ""

    def add_household(self) -> None:
        """A new household of the village; its card follows."""
        from fieldapp_ui.editing.arrival import ArrivalStep
        from fieldapp_ui.windows.asking import AskingDialog

        went = self._page.went
        dialog = AskingDialog(ArrivalStep(self._desk, self._village()), self._page)
        dialog.done_with.connect(lambda step: went.emit(Place("household", record=step.household)))
        dialog.open()

    def assign_helper(self) -> None:
        """A helper for the households in view; which of them is ticked in the dialog."""
        from fieldapp_ui.editing.helper_steps import AssignStep
        from fieldapp_ui.windows.asking import AskingDialog

        rows = range(min(self._page.model.total, MOST_ASSIGNED))
        in_view = [one for one in map(self._page.household, rows) if one]
        step = AssignStep(self._desk, self._village(), in_view=in_view)
        AskingDialog(step, self._page, width=720, height=self._desk.theme.px(620)).open()

    def export(self) -> None:
        """The rows in view leave as a table."""
        from fieldapp_ui.windows.exchange_export import ExportDialog

        dialog = ExportDialog(self._desk, self._page, self._page.view.view, self._page.model.total)
        dialog.told.connect(lambda _, sentence: self._page.saved.emit(sentence))
        dialog.open()

    def _village(self) -> str:
        scope = self._desk.scope.code
        return scope if len(scope) == 12 else ""
