"""Forms: the list of forms and drafts, and the form being filled. Every answer is kept at once; nothing needs saving."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fieldapp.store import Vault
from fieldapp.store.drafts import delete_draft
from fieldapp.store.save import Saved
from fieldapp_ui.background.conversion import converting_beside
from fieldapp_ui.background.tasks import Handle
from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.forms.files import FormFolder
from fieldapp_ui.editing.forms.final import FinalEntry, read_final
from fieldapp_ui.editing.forms.ground import FormGround
from fieldapp_ui.editing.forms.library import FormLibrary
from fieldapp_ui.editing.forms.opening import Opened, Prepared, VaultAttachments, open_prepared, prepare
from fieldapp_ui.editing.forms.shelf import FormShelf
from fieldapp_ui.fields.question.kinds import Surroundings
from fieldapp_ui.language import tr
from fieldapp_ui.windows.forms.disk import FormDisk
from fieldapp_ui.windows.forms.does import filling_buttons, filling_deeds, list_deeds
from fieldapp_ui.windows.forms.filling import FormFilling
from fieldapp_ui.windows.forms.finals import FormFinals
from fieldapp_ui.windows.forms.paper import FormPaper
from fieldapp_ui.windows.forms.shelves_list import FormsList
from fieldapp_ui.windows.forms.wait import FormWait
from fieldapp_ui.windows.forms.work import FormWork
from fieldapp_ui.windows.page import Page, Place, commit_input_method


class FormPage(Page):
    """`Place.record` is a household or, with `extra["draft"]`, a draft, with `extra["submission"]` a finalised form;
    `extra["form"]` is a form's id, `extra["year"]` its year, `extra["at"]` the question to go to.

    Without a record, the list of forms and drafts is shown, of the state `extra["state"]`.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.library = FormLibrary(desk.vault)
        self.list = FormsList(desk.theme, self)
        self.filling: FormFilling | None = None
        self.opened: Opened | None = None
        self._aim = ""
        self.wait = FormWait(desk.theme, self)
        self.paper = FormPaper(self)
        self.work, self.disk = FormWork(self), FormDisk(self)
        self.finals = FormFinals(self)
        self._finished = ""
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.wait)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.shelf = FormShelf(desk, self.library, self)
        self.shelf.changed.connect(lambda: self.list.show_shelf(self.shelf))
        self.list.draft_chosen.connect(self._go_to_draft)
        self.list.question_chosen.connect(self._go_to_question)
        self.list.submission_chosen.connect(self._go_to_submission)
        self.list.all_wanted.connect(self.finals.finalise_all)
        self.list.step_wanted.connect(lambda name: self.does[name]())
        self.list.undo_wanted.connect(self._undo)
        self._attend_list()

    def title(self) -> str:
        """The form's title, or that of the list."""
        if self.finals.view is not None:
            return self.finals.view.entry.title
        if self.opened is None:
            return tr("Forms")
        name = self.shelf.short_name_of(self.opened.draft.record)
        year = f" · {self.opened.draft.year}" if self.opened.draft.year else ""
        paper = self.opened.entry.paper
        said = f" · {tr('paper of {day}', day=paper.filled_on)}" if paper else ""
        return f"{self.opened.entry.form.title or self.opened.file.id} · {name}{year}{said}"

    def help_line(self) -> str:
        """What the question with the cursor is about, and the keys of a form."""
        keys = tr("Enter goes on, Shift+Enter back. Digits choose. F6 go to, F10 next hole, Ctrl+L language.")
        about = self.filling.beside.about() if self.filling is not None else ""
        return f"{about}\n\n{keys}" if about else keys

    def why_not(self, command_id: str) -> str:
        """Languages need two; rows need a list of rows."""
        if command_id == "form.language" and self.opened and len(self.opened.entry.form.languages) < 2:
            return tr("This form has one language.")
        if command_id == "undo" and self.opened and not self.opened.entry.deeds.canUndo():
            return tr("Nothing to take back in this form.")
        return ""

    def arrive(self, place: Place) -> None:
        """Opens the household's form or the draft; else the list. A form already open stays as it is.

        Converting, compiling and prefilling a form takes up to seconds: that happens beside the window. What was done
        last is told until the worker goes elsewhere; a lock of the screen is no going.
        """
        if self._is_open(place):
            return
        self.list.show_done("")
        if not place.record and not self.library.unread():
            self.show_list()
            if place.extra.get("state"):
                self.list.show_state(place.extra["state"])
            return
        library, year, language = self.library, self.desk.today().year, self.desk.texts.language

        self._aim = place.extra.get("at", "")

        def read(vault: Vault, handle: Handle) -> Prepared | FinalEntry | None:
            with converting_beside(library.cache, handle) as convert:
                library.read(convert)
            if place.extra.get("submission"):
                return read_final(vault, library, place.record, language)
            return prepare(vault, library, place, year, language) if place.record else None

        self.work.with_vault(tr("Reading the form …"), read, self._read)

    def leave(self) -> bool:
        """Keeps the word being composed and the answer being typed; a form that is still being read is let go."""
        commit_input_method()
        self.work.cancel()
        if self.filling is not None:
            self.filling.commit()
            self.filling.keep_place()
        if self.opened is not None:
            self.opened.keeper.go_away()
        return True

    def finalise(self) -> None:
        """完成: checks, and writes the answers to the register."""
        if self.filling is not None:
            self.filling.finalise()

    def _is_open(self, place: Place) -> bool:
        if self.opened is None or not place.record:
            return False
        draft, extra = self.opened.draft, place.extra
        if extra.get("draft"):
            return draft.id == place.record
        same_year = not draft.year or str(draft.year) == (extra.get("year") or str(self.desk.today().year))
        return draft.record == place.record and extra.get("form", draft.form) == draft.form and same_year

    def _read(self, prepared: Prepared | FinalEntry | None) -> None:
        if prepared is None:
            self.show_list()
        elif isinstance(prepared, FinalEntry):
            self._show_final(prepared)
        else:
            self._fill(open_prepared(self.desk, prepared))

    def show_wait(self, words: str) -> None:
        """What is being read stands in the place of the form, which is closed."""
        self._close()
        self._attend_list()
        self.wait.wait_for(words)
        self._stack.setCurrentWidget(self.wait)
        self.header_changed.emit()

    def _go_to_draft(self, draft: str) -> None:
        self.went.emit(Place("form", draft, extra={"draft": "1"}))

    def _go_to_question(self, draft: str, ref: str) -> None:
        self.went.emit(Place("form", draft, extra={"draft": "1", "at": ref}))

    def _go_to_submission(self, submission: str) -> None:
        self.went.emit(Place("form", submission, extra={"submission": "1"}))

    def _show_final(self, entry: FinalEntry) -> None:
        self._close()
        view = self.finals.show(entry)
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        self._attend_list()
        self.header_changed.emit()
        view.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, opened: Opened) -> None:
        self.opened = opened
        self._finished = ""
        self.list.show_done("")
        around = Surroundings(
            self.desk.today(),
            VaultAttachments(self.desk),
            form_files=FormFolder(opened.file.path.parent),
            ground=FormGround(self.desk, opened.draft.record),
            tasks=self.desk.tasks,
        )
        self.filling = FormFilling(
            opened.entry,
            self.desk.theme,
            around,
            self._time,
            self,
            about=self.shelf.name_of(opened.draft.record),
            needs_reason=lambda: opened.keeper.needs_reason,
        )
        self.filling.reason_wanted.connect(self.finals.ask_reason)
        self.filling.kept.connect(lambda _: self.saved.emit(""))
        opened.entry.finalised.connect(self._finalised, Qt.ConnectionType.QueuedConnection)
        opened.entry.setParent(self.filling)
        opened.entry.deeds.canUndoChanged.connect(self._undo_changed)
        self._stack.addWidget(self.filling)
        self._stack.setCurrentWidget(self.filling)
        self._attend_filling(self.filling)
        self.header_changed.emit()
        self.filling.open_at(opened.at)
        if self._aim and opened.entry.reading.has(self._aim):
            self.filling.go_to(self._aim)

    def _undo_changed(self, _can: bool) -> None:
        self.header_changed.emit()

    def _finalised(self, saved: Saved) -> None:
        """The place changes to the list, so that coming back here does not open a new form of the household."""
        title, record = self.title(), self.opened.draft.record if self.opened is not None else ""
        self._close()
        self._finished = record if self.shelf.is_household(record) else ""
        self.desk.deeds.do(tr("Finalised: {form}", form=title), lambda: saved)
        self.show_list()
        self.desk.navigator.amend(Place("form"))
        self.list.show_done(tr("In the register: {form}", form=title), household=bool(self._finished))
        self.saved.emit(tr("In the register: {form}", form=title))

    def _undo(self) -> None:
        self._finished = ""
        self.desk.deeds.undo()
        self.list.show_done("")
        self.show_list()

    def drop_draft(self) -> None:
        """The draft that is open, and its answers, are thrown away."""
        if self.opened is not None:
            delete_draft(self.desk.vault, self.opened.draft)
            self.show_list()
            self.desk.navigator.amend(Place("form"))

    def show_list(self) -> None:
        """The lists of forms, read anew."""
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
        if self.finals.view is not None:
            self._stack.removeWidget(self.finals.view)
            self.finals.view.deleteLater()
            self.finals.view = None

    def _attend_list(self) -> None:
        self.does = dict(list_deeds(self, self._finished))
        self.secondary = (command("form.print_blank"),)

    def _attend_filling(self, filling: FormFilling) -> None:
        self.does = dict(filling_deeds(self, filling))
        self.secondary = filling_buttons()

    def _time(self) -> str:
        return self.desk.now().strftime("%H:%M")
