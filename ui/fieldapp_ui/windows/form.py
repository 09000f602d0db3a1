"""Forms: the list of forms and drafts, and the form being filled. Every answer is kept at once; nothing needs saving."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp.store.drafts import delete_draft
from fieldapp.store.save import Saved
from fieldapp_ui.background.conversion import convert_beside
from fieldapp_ui.background.tasks import Handle, Task
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.form_library import FormFile, FormLibrary
from fieldapp_ui.editing.form_opening import Opened, VaultAttachments, open_form, reopen
from fieldapp_ui.editing.form_shelf import FormShelf
from fieldapp_ui.fields.question_kinds import Surroundings
from fieldapp_ui.language import tr
from fieldapp_ui.windows.form_filling import FormFilling
from fieldapp_ui.windows.forms_list import FormsList
from fieldapp_ui.windows.page import Page, Place, commit_input_method


class FormPage(Page):
    """`Place.record` is a household or, with `extra["draft"]`, a draft; `extra["form"]` a form's id, `extra["year"]`.

    Without a record, the list of forms and drafts is shown.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.library = FormLibrary(desk.vault)
        self.list = FormsList(desk.theme, self)
        self.filling: FormFilling | None = None
        self.opened: Opened | None = None
        self._task: Task | None = None
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.shelf = FormShelf(desk, self.library, self)
        self.shelf.changed.connect(lambda: self.list.show_shelf(self.shelf))
        self.list.draft_chosen.connect(self._go_to_draft)
        self.list.form_chosen.connect(self._choose_form)
        self.list.file_wanted.connect(self.ask_for_file)
        self.list.stop_wanted.connect(self._stop)
        self.list.undo_wanted.connect(self._undo)
        self._attend_list()

    def title(self) -> str:
        """The form's title, or that of the list."""
        if self.opened is None:
            return tr("Forms")
        name = self.shelf.name_of(self.opened.draft.record)
        year = f" · {self.opened.draft.year}" if self.opened.draft.year else ""
        return f"{self.opened.entry.form.title or self.opened.file.id} · {name}{year}"

    def help_line(self) -> str:
        """The keys of a form."""
        return tr("Enter goes on, Shift+Enter back. Digits choose. F6 go to, F10 next hole, Ctrl+L language.")

    def why_not(self, command_id: str) -> str:
        """Languages need two; rows need a list of rows."""
        if command_id == "form.language" and self.opened and len(self.opened.entry.form.languages) < 2:
            return tr("This form has one language.")
        if command_id == "undo" and self.opened and not self.opened.entry.deeds.canUndo():
            return tr("Nothing to take back in this form.")
        return ""

    def arrive(self, place: Place) -> None:
        """Opens the household's form or the draft; else the list. A form already open stays as it is."""
        try:
            if place.extra.get("draft"):
                self._open_draft(place.record)
            elif place.record:
                self._open_for(place)
            else:
                self._show_list()
        except UserError as refused:
            self._show_list()
            self.list.show_trouble(refused.sentence(tr))

    def leave(self) -> bool:
        """Keeps the word being composed and the answer being typed."""
        commit_input_method()
        if self.filling is not None:
            self.filling.commit()
        return True

    def ask_for_file(self) -> None:
        """A form from disk: an XLSForm workbook or an XForm."""
        pattern = f"{tr('Forms')} (*.xlsx *.xls *.xml *.md)"
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Open a form from disk"), "", pattern)
        if chosen:
            self.open_file(Path(chosen))

    def open_file(self, path: Path) -> None:
        """Converts beside the window, keeps the form and opens it for this village, without a household."""

        def convert(handle: Handle) -> Path:
            convert_beside(path, self.library.cache, handle)
            return path

        self.list.show_working(tr("Reading {file} …", file=path.name))
        self._task = self.desk.tasks.start(
            convert, owner=self, done=self._converted, failed=self._not_converted
        )

    def finalise(self) -> None:
        """完成: checks, and writes the answers to the register."""
        if self.filling is not None:
            self.filling.finalise()

    def _converted(self, path: Path) -> None:
        self.list.show_working("")
        try:
            file = self.library.keep(path)
        except UserError as refused:
            self._not_converted(refused)
            return
        self._choose_form(file)

    def _not_converted(self, refused: UserError) -> None:
        self.list.show_working("")
        self.list.show_trouble(refused.sentence(tr))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self.list.show_working("")

    def _go_to_draft(self, draft: str) -> None:
        self.went.emit(Place("form", draft, extra={"draft": "1"}))

    def _choose_form(self, file: FormFile) -> None:
        """A form for households begins at the register; one without is filled for the village."""
        if file.household:
            self.went.emit(Place("register", extra={"fill": file.id}))
            return
        village = self.shelf.village()
        if village:
            self.went.emit(Place("form", village, extra={"form": file.id, "version": file.version}))
        else:
            self.list.show_trouble(
                tr("Choose a village at the top left first: an answer belongs to one village.")
            )

    def _open_for(self, place: Place) -> None:
        wanted = place.extra.get("form", "")
        file = (
            self.library.file(wanted, place.extra.get("version", "")) if wanted else self.library.files()[0]
        )
        year = int(place.extra["year"]) if place.extra.get("year") else self.desk.today().year
        self._fill(open_form(self.desk, self.library, file, place.record, year if file.household else None))

    def _open_draft(self, draft: str) -> None:
        if self.opened is None or self.opened.draft.id != draft:
            self._fill(reopen(self.desk, self.library, draft))

    def _fill(self, opened: Opened) -> None:
        if self.opened is not None and self.opened.draft.id == opened.draft.id:
            return
        self._close()
        self.opened = opened
        around = Surroundings(self.desk.today(), VaultAttachments(self.desk))
        self.filling = FormFilling(opened.entry, self.desk.theme, around, self._time, self)
        self.filling.kept.connect(lambda _: self.saved.emit(""))
        opened.entry.finalised.connect(self._finalised, Qt.ConnectionType.QueuedConnection)
        opened.entry.setParent(self.filling)
        opened.entry.deeds.canUndoChanged.connect(self._undo_changed)
        self._stack.addWidget(self.filling)
        self._stack.setCurrentWidget(self.filling)
        self._attend_filling(self.filling)
        self.header_changed.emit()
        self.filling.open_at(opened.at)

    def _undo_changed(self, _can: bool) -> None:
        self.header_changed.emit()

    def _finalised(self, saved: Saved) -> None:
        title = self.title()
        self._close()
        self.desk.deeds.do(tr("Finalised: {form}", form=title), lambda: saved)
        self._show_list()
        self.list.show_done(tr("In the register: {form}", form=title))
        self.saved.emit(tr("In the register: {form}", form=title))

    def _undo(self) -> None:
        self.desk.deeds.undo()
        self.list.show_done("")
        self._show_list()

    def _delete_draft(self) -> None:
        if self.opened is not None:
            delete_draft(self.desk.vault, self.opened.draft)
            self._close()
            self._show_list()

    def _show_list(self) -> None:
        self._close()
        self._stack.setCurrentWidget(self.list)
        self._attend_list()
        self.shelf.load()
        self.header_changed.emit()

    def _close(self) -> None:
        if self.filling is not None:
            self.filling.commit()
            self._stack.removeWidget(self.filling)
            self.filling.deleteLater()
        self.filling, self.opened = None, None

    def _attend_list(self) -> None:
        self.does = {}
        self.secondary = ()

    def _attend_filling(self, filling: FormFilling) -> None:
        self.secondary = (command("form.goto"), command("form.language"), command("form.check"))
        self.does = {
            "form.goto": filling.find_question,
            "form.next_hole": lambda: filling.go_to_hole(1),
            "form.previous_hole": lambda: filling.go_to_hole(-1),
            "form.carry_over": filling.carry_over,
            "form.copy_above": filling.copy_above,
            "form.add_row": filling.add_row,
            "form.delete_row": filling.delete_row,
            "form.remark": filling.write_remark,
            "form.language": filling.entry.next_language,
            "form.check": filling.check,
            "form.finalise": filling.finalise,
            "form.delete_draft": self._delete_draft,
            "undo": filling.entry.deeds.undo,
            "redo": filling.entry.deeds.redo,
        }

    def _time(self) -> str:
        return self.desk.now().strftime("%H:%M")
