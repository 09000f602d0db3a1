"""The list of forms: drafts, finalised, sent and returned, each with its count; then the forms to fill, and one from
disk."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from fieldapp.store.submission_list import STATES, State
from fieldapp_ui.commands import command
from fieldapp_ui.editing.forms.library import FormFile
from fieldapp_ui.editing.forms.shelf import MOST_SHOWN, EntryRow, FormShelf, RefusedRow
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme, wear_role
from fieldapp_ui.windows.chips import Chips
from fieldapp_ui.windows.forms.list_row import list_row
from fieldapp_ui.windows.parts import button, column, emptied, hairline, label, scrolling

WIDEST = 880


class FormsList(QWidget):
    """Signals: `draft_chosen(str)`, `question_chosen(draft, ref)`, `submission_chosen(str)`, `form_chosen(FormFile)`,
    `file_wanted()`, `undo_wanted()`, `all_wanted()` to finalise every clean draft, and `step_wanted(str)` with the
    command to go on with after a form went to the register."""

    draft_chosen = Signal(str)
    question_chosen = Signal(str, str)
    submission_chosen = Signal(str)
    all_wanted = Signal()
    form_chosen = Signal(object)
    file_wanted = Signal()
    undo_wanted = Signal()
    step_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[QPushButton] = []
        self._forms: dict[QPushButton, FormFile] = {}
        self._shelf: FormShelf | None = None
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        middle = QWidget()
        middle.setProperty("role", "plain")
        middle.setMaximumWidth(theme.px(WIDEST))
        row.addWidget(middle, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(0)
        body = column(middle, margin=theme.px(24), gap=theme.px(8))
        self._lay_troubles(body)
        self._lay_search(body)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(4))
        body.addLayout(self._rows)
        body.addSpacing(theme.px(16))
        self.open_file = button(
            tr("Open a form from disk …"), self.file_wanted.emit, mark="import", theme=theme
        )
        body.addWidget(self.open_file, alignment=Qt.AlignmentFlag.AlignLeft)
        words = tr("XLSForm (.xlsx, .xls, .csv, .md) or XForm (.xml); it can be filled without a household.")
        body.addWidget(label(words, "caption", wrap=True))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inner))

    def _lay_troubles(self, body: QVBoxLayout) -> None:
        self._done = self._done_strip()
        body.addWidget(self._done)
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        body.addWidget(self.trouble)
        self._refused = QVBoxLayout()
        self._refused.setSpacing(self._theme.px(4))
        body.addLayout(self._refused)

    def _lay_search(self, body: QVBoxLayout) -> None:
        theme = self._theme
        self.states = Chips(dict.fromkeys(STATES, ""), tr("State of the forms"))
        self.states.chosen.connect(lambda _: self._fill())
        self.wanted = QLineEdit()
        self.wanted.setPlaceholderText(tr("Form, household or worker; pinyin will do"))
        self.wanted.setAccessibleName(tr("Find among the forms"))
        self.wanted.setClearButtonEnabled(True)
        self.wanted.textEdited.connect(lambda _: self._fill(keep_focus=True))
        self.finalise_all = button(
            tr("Finalise all clean drafts"), self.all_wanted.emit, mark="finalise", theme=theme
        )
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(12))
        tools.addWidget(self.wanted, 1)
        tools.addWidget(self.finalise_all)
        body.addWidget(self.states)
        body.addLayout(tools)

    def show_shelf(self, shelf: FormShelf) -> None:
        """Shows the forms of the chosen state and the forms to fill anew; the first row takes the focus."""
        self._shelf = shelf
        self.trouble.setVisible(bool(shelf.trouble))
        self.trouble.setText(f"✕ {shelf.trouble}")
        for state in STATES:
            self.states.say(state, f"{SHAPES[state]} {_word(state)} {shelf.counts[state]}")
        self._fill()

    def show_state(self, state: str) -> None:
        """The list of one state."""
        self.states.choose(state)

    def show_refused(self, finalised: int, refused: Sequence[RefusedRow]) -> None:
        """What came of finalising all drafts: how many, and each that was refused with why; Enter goes there."""
        words = tr("{count} finalised, {refused} not", count=finalised, refused=len(refused))
        self.show_done(words)
        self.back.hide()  # they are as many deeds as forms: taking back would undo what was done before
        if not finalised:
            self._done_words.setText(f"! {words}")
            wear_role(self._done_words, "unknown")
        for place, row in enumerate(refused):
            press = partial(self.question_chosen.emit, row.draft, row.ref)
            made = list_row(self._theme, "✕", row.words, row.why, press)
            self._refused.addWidget(made)
            if not place:
                made.show()  # a hidden one takes no focus
                made.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refused.addSpacing(self._theme.px(16) if refused else 0)

    def _fill(self, *, keep_focus: bool = False) -> None:
        shelf, state = self._shelf, cast(State, self.states.key)
        if shelf is None:
            return
        emptied(self._rows)
        self.rows, self._forms = [], {}
        found = shelf.listed(state, self.wanted.text())
        self.finalise_all.setVisible(state == "draft" and shelf.counts["draft"] > 1)
        self.wanted.setVisible(shelf.counts[state] > 1)
        if not found:
            none = tr("No form is half filled.") if state == "draft" else tr("There is none.")
            self._rows.addWidget(label(tr("Nothing is found.") if self.wanted.text() else none, "caption"))
        for row in found[:MOST_SHOWN]:
            chosen = self.draft_chosen if state == "draft" else self.submission_chosen
            self._add(SHAPES[state], *_row_words(row), partial(chosen.emit, row.line.id))
        if len(found) > MOST_SHOWN:
            more = tr("{count} more: type a name above.", count=len(found) - MOST_SHOWN)
            self._rows.addWidget(label(more, "caption"))
        self._rows.addSpacing(self._theme.px(16))
        self._head(tr("Forms: {count}", count=len(shelf.forms)))
        for file in shelf.forms:
            count = shelf.finalised.get(file.id, 0)
            where = tr("for a household") if file.household else tr("opened from disk")
            detail = tr("{where} · {count} in the register", where=where, count=count)
            self._add("＋", file.title, detail, partial(self.form_chosen.emit, file))
            self._forms[self.rows[-1]] = file
        if self.rows and not keep_focus:
            self.rows[0].show()
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def current_form(self) -> FormFile | None:
        """The form with the focus, else the first of the packs' forms."""
        chosen = [file for row, file in self._forms.items() if row.hasFocus()]
        shipped = [file for file in self._forms.values() if file.household]
        return next(iter((*chosen, *shipped)), None)

    def show_trouble(self, sentence: str) -> None:
        """Why something could not be opened."""
        self.trouble.setText(f"✕ {sentence}")
        self.trouble.show()

    def show_done(self, sentence: str, *, household: bool = False) -> None:
        """A form has gone to the register; where to go on is one key away, and one button takes it back."""
        self._done_words.setText(f"✓ {sentence}")
        wear_role(self._done_words, "met")
        self._done.setVisible(bool(sentence))
        self.back.show()
        emptied(self._refused)
        for next_step in (self.to_checklist, self.to_card):
            next_step.setVisible(household)
        if sentence and household:
            self.to_checklist.setFocus(Qt.FocusReason.OtherFocusReason)

    def _head(self, words: str) -> None:
        self._rows.addWidget(label(words, "heading"))
        self._rows.addWidget(hairline())

    def _add(self, mark: str, title: str, detail: str, press: Callable[[], object]) -> None:
        row = list_row(self._theme, mark, title, detail, press)
        self.rows.append(row)
        self._rows.addWidget(row)

    def _done_strip(self) -> QWidget:
        strip = wear_role(QWidget(), "plain")
        whole = column(strip, gap=self._theme.px(8))
        self._done_words = label("", "met", wrap=True)
        whole.addWidget(self._done_words)
        self.to_checklist = self._next_step("household.check", tr("Exit checklist"))
        self.to_card = self._next_step("household.open", tr("Card of the household"))
        self.back = button(
            tr("Take it back"), self.undo_wanted.emit, role="quiet", mark="undo", theme=self._theme
        )
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        for part in (self.to_checklist, self.to_card, self.back):
            line.addWidget(part)
        line.addStretch(1)
        whole.addLayout(line)
        whole.addSpacing(self._theme.px(12))
        strip.hide()
        return strip

    def _next_step(self, name: str, words: str) -> QPushButton:
        """A button of a command, with its key beside its words."""
        known = command(name)
        keys = QKeySequence(known.key).toString(QKeySequence.SequenceFormat.NativeText)
        made = button(
            f"{words}  {keys}", lambda: self.step_wanted.emit(name), mark=known.icon, theme=self._theme
        )
        made.setAutoDefault(True)
        return made


def _row_words(row: EntryRow) -> tuple[str, str]:
    title = f"{row.about}  {row.title}"
    if row.line.state == "draft":
        return title, tr("draft, last answer {time}", time=row.when)
    if row.line.state == "returned":
        return title, tr("returned: {words}", words=row.returned)
    return title, f"{row.worker} · {row.when}"


def _word(state: State) -> str:
    return {
        "draft": tr("Drafts"),
        "finalised": tr("Finalised, not sent"),
        "sent": tr("Sent"),
        "returned": tr("Returned"),
    }[state]


SHAPES: Mapping[State, str] = {"draft": "◐", "finalised": "●", "sent": "↗", "returned": "↩"}
