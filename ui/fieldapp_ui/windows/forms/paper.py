"""What a form has to do with paper: printing it blank, and typing in one that was filled without a laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from fieldapp_ui.windows.forms.page import FormPage


class FormPaper(QObject):
    """The two commands of the form page; the page knows the form and whose it is."""

    def __init__(self, page: FormPage) -> None:
        super().__init__(page)
        self._page = page

    def print_blank(self) -> None:
        """The form being filled, for its household; in the list the chosen form, for any household."""
        from fieldapp_ui.windows.printing import preview_blank

        page = self._page
        if page.opened is not None:
            record = page.opened.draft.record
            home = record if page.shelf.is_household(record) else ""
            preview_blank(page.desk, page.opened.file.id, home, page)
        elif (file := page.list.current_form()) is not None:
            preview_blank(page.desk, file.id, "", page)

    def ask(self) -> None:
        """When the paper was filled and by whom; then its answers are typed in."""
        from fieldapp_ui.editing.paper_visit import PaperStep
        from fieldapp_ui.windows.asking import AskingDialog

        if self._page.opened is None or self._page.filling is None:
            return
        self._page.filling.commit()
        dialog = AskingDialog(PaperStep(self._page.desk, self._page.opened.entry), self._page)
        dialog.done_with.connect(lambda _: self._begin())
        dialog.open()

    def _begin(self) -> None:
        """The title says that a paper is typed in; the cursor is back where it was."""
        self._page.header_changed.emit()
        if self._page.filling is not None:
            self._page.filling.open_at(self._page.filling.current())
