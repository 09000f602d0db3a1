"""Filling a form: outline, one section of questions or rows, what belongs to the question, and the foot."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fieldapp_ui.editing.forms.entry import FormEntry
from fieldapp_ui.editing.forms.route import (
    Stop,
    first_stop,
    stop_again,
    stop_at,
    stop_of,
)
from fieldapp_ui.editing.forms.table import CELL
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.fields.question.kinds import Surroundings
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.forms.beside import FormBeside
from fieldapp_ui.windows.forms.column import QuestionColumn
from fieldapp_ui.windows.forms.footer import FormFooter
from fieldapp_ui.windows.forms.goto import GoTo
from fieldapp_ui.windows.forms.jump import JumpList
from fieldapp_ui.windows.forms.keys import FormKeys
from fieldapp_ui.windows.forms.left import FormLeft
from fieldapp_ui.windows.forms.place import FormPlace
from fieldapp_ui.windows.forms.rows import RowsPage
from fieldapp_ui.windows.forms.side import FormSide
from fieldapp_ui.windows.forms.walk import FormWalk
from fieldapp_ui.windows.parts import hairline, label


class FormFilling(QWidget):
    """One form being filled; `about` names whose it is. Signals: `kept(str)` an answer is in the draft, at `10:32`;
    `reason_wanted()` before it can be final it is to be said why it was changed."""

    kept = Signal(str)
    reason_wanted = Signal()

    def __init__(
        self,
        entry: FormEntry,
        theme: Theme,
        around: Surroundings,
        clock: Callable[[], str],
        parent: QWidget | None = None,
        *,
        about: str = "",
        needs_reason: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(parent)
        self.entry, self.theme, self._clock = entry, theme, clock
        self.here, self._needs_reason = Stop(0), needs_reason
        self.left = FormLeft(entry, theme, self)
        self.outline = self.left.outline
        self.column = QuestionColumn(theme, around, self)
        self.rows = RowsPage(entry, theme, around, self)
        self.side = FormSide(theme, about, self)
        self.footer = FormFooter(theme, self)
        self.goto = GoTo(theme, self)
        self.jump = JumpList(theme, self)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.column)
        self._middle.addWidget(self.rows)
        self.keys, self.beside, self._walk = FormKeys(self), FormBeside(self), FormWalk(self)
        self._place = FormPlace(self, around.tasks)
        self._lay_out()
        self._listen()
        self.outline.show_form(entry.reading)
        self.footer.show_count(entry.reading.total())

    def open_at(self, ref: str = "") -> None:
        """Goes to a question, a cell or a list of rows; to the first question when it is not there."""
        self.go(stop_again(self.entry.reading, ref))

    def go_to(self, ref: str) -> None:
        """Goes to a question: in the table of its rows where that shows all of a row, else on its page."""
        self.go(stop_of(self.entry.reading, ref))

    def go(self, stop: Stop | None) -> None:
        """Shows a section and puts the cursor there; behind the last question, on Finalise."""
        if stop is None:
            self.footer.finalise.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.commit()
        self.here = stop
        if not self.entry.reading.sections:
            return
        section = self.entry.reading.sections[stop.section]
        self.outline.mark(stop.section)
        if section.kind == "rows":
            self._middle.setCurrentWidget(self.rows)
            self.side.show_nothing()
            self.rows.show_rows(section, after=stop.after, at=stop.ref or "")
            return
        if self.column.section != section:
            self.column.show_section(self.entry, section)
        self._middle.setCurrentWidget(self.column)
        if stop.ref is not None:
            self.column.focus_question(stop.ref)
        else:
            self.column.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Keeps what is being typed, answers and remark."""
        self.column.commit()
        if self.in_table:
            self.rows.commit()
        if self.side.isVisible():
            self.side.commit()

    def current(self) -> str:
        """The question the worker is at."""
        if self.in_table:
            return self.rows.current_ref()
        return self.column.current() or self.here.ref or ""

    @property
    def in_table(self) -> bool:
        """Whether a list of rows is in view."""
        return self._middle.currentWidget() is self.rows

    def keep_place(self) -> None:
        """Where the worker is goes into the draft, so that it opens there again."""
        self._place.settle()
        if self.in_table and self.rows.section is not None:
            ref = self.rows.current_ref()
            self.entry.keep_place(ref + CELL if ref else self.rows.section.ref)
        else:
            self.entry.keep_place(self.current())

    def check(self) -> None:
        """Ctrl+Enter: goes to the first trouble, or says that there is none."""
        self.commit()
        self.footer.show_trouble("")
        self.entry.check()

    def finalise(self) -> None:
        """Checks and writes to the register."""
        self.commit()
        self.footer.show_trouble("")
        if self._needs_reason() and not self.entry.session.violations():
            self.reason_wanted.emit()
            return
        self.entry.finalise()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The right column comes and goes with the width of the window."""
        super().resizeEvent(event)
        self.beside.fit()

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.left)
        middle.addWidget(self._middle, 1)
        middle.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if said := self.entry.reading.returned(self.entry.reading.root):
            column.addWidget(label(f"↩ {tr('Returned: {words}', words=said)}", "amber", wrap=True))
        column.addLayout(middle, 1)
        column.addWidget(hairline())
        column.addWidget(self.footer)

    def _listen(self) -> None:
        self.entry.changed.connect(self._show_changed)
        self.entry.replanned.connect(self._show_anew)
        self.entry.kept.connect(self._show_kept)
        self.entry.refused.connect(self._show_refusal)
        self.outline.section_chosen.connect(lambda place: self.go(first_stop(self.entry.reading, place)))
        self.column.moved.connect(self._walk.step)
        self.column.reached.connect(self._reach)
        self.rows.moved.connect(self._walk.step_over)
        self.column.read.connect(self._walk.step_over)
        self.rows.row_opened.connect(self.show_row)
        self.rows.reached.connect(self._reach_cell)
        self.column.confirmed.connect(self.entry.confirm)
        self.footer.hole_wanted.connect(self.keys.go_to_hole)
        self.footer.finalise_wanted.connect(self.finalise)
        for card in (self.goto, self.jump):
            card.chosen.connect(self.go_to)
            card.closed.connect(lambda: self.go(self.here))
        self.left.language_wanted.connect(self.keys.speak)
        self.left.remark_wanted.connect(self.beside.remark_on_entry)
        self.outline.left.connect(lambda: self.go(self.here))

    def pass_over(self, ref: str) -> None:
        """The worker went on from a question."""
        if self.entry.reading.has(ref):
            self.entry.passed(ref)

    def _reach(self, ref: str) -> None:
        self.here = Stop(self.entry.reading.plan.place[ref], ref)
        self.beside.show_question(ref)
        self._place.reach()

    def show_row(self, row: str) -> None:
        """The page of a row."""
        sections = self.entry.reading.sections
        place = next((i for i, section in enumerate(sections) if section.ref == row), None)
        if place is not None:
            self.go(first_stop(self.entry.reading, place))

    def _reach_cell(self, ref: str) -> None:
        """What belongs to a question stands at the right for a cell as well."""
        if not ref or self._middle.currentWidget() is not self.rows:
            return
        self.here = Stop(self.here.section, ref)
        self.entry.stand_at(ref + CELL)
        self.beside.show_question(ref)
        self._place.reach()

    def _show_changed(self, refs: frozenset[str]) -> None:
        if self.in_table:
            self.rows.show_changed(refs)
        else:
            self.column.show_changed(refs)
        self.outline.recount(refs)
        if self.entry.reading.root in refs:
            self.left.show_entry()
        self.footer.show_count(self.entry.reading.total())

    def _show_anew(self, refs: frozenset[str]) -> None:
        """Rows came or went: the page at which the worker is stays when its questions are the same."""
        reading, ref = self.entry.reading, self.here.ref or ""
        in_rows = self.in_table and self.rows.section is not None
        if self.column.stays():
            self.column.show_changed(refs)
        else:
            self.column.clear()
        self.outline.show_form(reading)
        self.left.show_entry()
        self.footer.show_count(reading.total())
        if in_rows and self.rows.section is not None:
            wanted = self.rows.section.ref
            place = next((at for at, one in enumerate(reading.sections) if one.ref == wanted), None)
            self.go(Stop(place) if place is not None else stop_again(reading, ""))
        elif ref in reading.plan.place:
            self.go(stop_at(reading, ref))
        else:
            self.open_at()

    def _show_kept(self) -> None:
        time = self._clock()
        self.footer.show_kept(time)
        self.kept.emit(time)

    def _show_refusal(self, ref: str, sentence: str) -> None:
        """The sentence stands at the question; the foot says which question it is."""
        reading = self.entry.reading
        if ref in reading.plan.place:
            self.go_to(ref)
            question = f"{reading.number(ref)}  {plain(reading.node(ref).label)}".strip()
            sentence = tr("{question}: {reason}", question=question, reason=sentence)
        if self.entry.reading.is_unsure(ref):
            sentence = f"{sentence} {tr('If it is right all the same, confirm it with F8.')}"
        self.footer.show_trouble(sentence)
