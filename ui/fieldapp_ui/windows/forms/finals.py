"""What a form page does with forms that are not being filled: every clean draft finalised, a finalised form read or
corrected, a draft deleted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from fieldapp.errors import UserError
from fieldapp.forms import Form
from fieldapp.store import Vault
from fieldapp.store.drafts import Draft
from fieldapp.store.finalising import Finalised, finalise_all
from fieldapp_ui.background.tasks import Handle
from fieldapp_ui.editing.forms.final import FinalEntry, begin_edit
from fieldapp_ui.editing.forms.opening import local_zone
from fieldapp_ui.editing.forms.reason import ReasonStep
from fieldapp_ui.editing.forms.shelf import question_label
from fieldapp_ui.language import tr
from fieldapp_ui.navigator import Place
from fieldapp_ui.windows.asking import AskingDialog
from fieldapp_ui.windows.forms.final import FinalView

if TYPE_CHECKING:
    from fieldapp_ui.windows.forms.page import FormPage


class FormFinals(QObject):
    """The page knows the list, the library and where to go."""

    def __init__(self, page: FormPage) -> None:
        super().__init__(page)
        self._page = page
        self.view: FinalView | None = None

    def finalise_all(self) -> None:
        """Every clean draft, one after the other, beside the window; those refused are listed with why."""
        page, library, zone = self._page, self._page.library, local_zone()

        def work(vault: Vault, handle: Handle) -> tuple[Finalised, Mapping[str, str]]:
            def form_of(draft: Draft) -> Form:
                return library.load(library.file(draft.form, draft.version).path)

            outcome = finalise_all(vault, form_of, tz=zone, told=handle.report)
            return outcome, {
                one.draft.id: question_label(vault, form_of(one.draft), one, zone)
                for one in outcome.refused
                if one.ref
            }

        page.work.with_vault(tr("Finalising the drafts …"), work, self._all_done)

    def show(self, entry: FinalEntry) -> FinalView:
        """The view of a finalised form."""
        view = FinalView(entry, self._page.shelf.name_of(entry.record), self._page.desk.theme)
        view.edit_wanted.connect(self.correct)
        view.closed.connect(lambda: self._page.went.emit(Place("form")))
        self.view = view
        return view

    def correct(self, submission: str) -> None:
        """A draft with the answers of a finalised form; it is opened."""
        page = self._page
        try:
            draft = begin_edit(page.desk.vault, page.library, submission)
        except UserError as refused:
            if self.view is not None:
                self.view.show_trouble(refused.sentence(tr))
            return
        page.went.emit(Place("form", draft.id, extra={"draft": "1"}))

    def ask_reason(self) -> None:
        """Why a finalised form was changed; then it is made final."""
        page = self._page
        if page.opened is None:
            return
        dialog = AskingDialog(ReasonStep(page.desk, page.opened.keeper), page)
        dialog.done_with.connect(lambda _: page.finalise())
        dialog.open()

    def ask_to_delete(self) -> None:
        """A draft is deleted only after a second look: nothing brings it back."""
        page = self._page
        if page.opened is None:
            return
        box = QMessageBox(page)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(tr("Delete this draft"))
        box.setText(tr("Delete the draft “{title}”? Its answers cannot be brought back.", title=page.title()))
        delete = box.addButton(tr("Delete the draft"), QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton(tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        delete.clicked.connect(page.drop_draft)
        box.open()

    def _all_done(self, done: tuple[Finalised, Mapping[str, str]]) -> None:
        page, (outcome, labels) = self._page, done
        page.show_list()
        page.list.show_refused(len(outcome.saved), page.shelf.refused(outcome, labels))
        words = tr("{count} finalised, {refused} not", count=len(outcome.saved), refused=len(outcome.refused))
        page.saved.emit(words)
