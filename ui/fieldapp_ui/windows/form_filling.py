"""Filling a form: outline, one section of questions or rows, what belongs to the question, and the foot."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fieldapp_ui.editing.form_entry import FormEntry
from fieldapp_ui.editing.form_route import (
    Stop,
    backward,
    before,
    beyond,
    first_stop,
    growing_list,
    onward,
    stop_again,
    stop_at,
)
from fieldapp_ui.fields.question_answer import ON
from fieldapp_ui.fields.question_kinds import Surroundings
from fieldapp_ui.fields.question_words import plain
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.form_column import QuestionColumn
from fieldapp_ui.windows.form_footer import FormFooter
from fieldapp_ui.windows.form_goto import GoTo
from fieldapp_ui.windows.form_outline import Outline
from fieldapp_ui.windows.form_rows import RowsPage
from fieldapp_ui.windows.form_side import FormSide
from fieldapp_ui.windows.parts import hairline

SIDE_FROM = 1280
"""The window's width (at 100 % text) from which the right column is shown."""


class FormFilling(QWidget):
    """One form being filled; `about` names whose it is. Signals: `kept(str)` an answer is in the draft, at `10:32`."""

    kept = Signal(str)

    def __init__(
        self,
        entry: FormEntry,
        theme: Theme,
        around: Surroundings,
        clock: Callable[[], str],
        parent: QWidget | None = None,
        *,
        about: str = "",
    ) -> None:
        super().__init__(parent)
        self.entry, self._theme, self._clock = entry, theme, clock
        self.here = Stop(0)
        self._warned: tuple[str, str] | None = None
        self.outline = Outline(theme, self)
        self.column = QuestionColumn(theme, around, self)
        self.rows = RowsPage(theme, self)
        self.side = FormSide(theme, about, self)
        self.footer = FormFooter(theme, self)
        self.goto = GoTo(theme, self)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.column)
        self._middle.addWidget(self.rows)
        self._lay_out()
        self._listen()
        self.outline.show_form(entry.reading)
        self.footer.show_count(entry.reading.total())

    def open_at(self, ref: str = "") -> None:
        """Goes to a question or a list of rows; to the first question when it is not there."""
        self.go(stop_again(self.entry.reading, ref))

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
            self.rows.show_rows(self.entry.reading, section, after=stop.after)
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
        if self.side.isVisible():
            self.side.commit()

    def current(self) -> str:
        """The question the worker is at."""
        return self.column.current() or self.here.ref or ""

    def keep_place(self) -> None:
        """Where the worker is goes into the draft, so that it opens there again."""
        if self._middle.currentWidget() is self.rows and self.rows.section is not None:
            self.entry.keep_place(self.rows.section.ref)
        else:
            self.entry.keep_place(self.current())

    def find_question(self) -> None:
        """F6."""
        self.goto.open(self.entry.reading)

    def go_to_hole(self, step: int) -> None:
        """F10 and Shift+F10; with no hole left, on Finalise."""
        self.commit()
        ref = self.current()
        self._pass(ref)
        hole = self.entry.reading.hole(ref, step)
        self.go(stop_at(self.entry.reading, hole) if hole else None)

    def carry_over(self) -> None:
        """F7: last year's value; the cursor stays, so that it can be read and changed."""
        self.entry.carry_over(self.current())

    def copy_above(self) -> None:
        """F9: as in the row above, and on to the next question."""
        ref = self.current()
        if self.entry.copy_above(ref):
            self.go(onward(self.entry.reading, ref))

    def write_remark(self) -> None:
        """Ctrl+N."""
        self.side.show()
        self.side.remark.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add_row(self) -> None:
        """F3: a new row of the list in view, or of the list that the row in view belongs to."""
        if (range_ref := growing_list(self.entry.reading, self.here.section)) is not None:
            self._add_row(range_ref)

    def delete_row(self) -> None:
        """F4."""
        if self._middle.currentWidget() is self.rows and (row := self.rows.current_row()):
            self._remove_row(row)

    def check(self) -> None:
        """Ctrl+Enter: goes to the first trouble, or says that there is none."""
        self.commit()
        self.footer.show_trouble("")
        self.entry.check()

    def finalise(self) -> None:
        """Checks and writes to the register."""
        self.commit()
        self.footer.show_trouble("")
        self.entry.finalise()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The right column comes and goes with the width of the window."""
        super().resizeEvent(event)
        self.side.setVisible(self.window().width() >= self._theme.px(SIDE_FROM))

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.outline)
        middle.addWidget(self._middle, 1)
        middle.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(hairline())
        column.addWidget(self.footer)

    def _listen(self) -> None:
        self.entry.changed.connect(self._show_changed)
        self.entry.replanned.connect(self._show_anew)
        self.entry.kept.connect(self._show_kept)
        self.entry.refused.connect(self._show_refusal)
        self.outline.section_chosen.connect(lambda place: self.go(first_stop(self.entry.reading, place)))
        self.column.moved.connect(self._move)
        self.column.reached.connect(self._reach)
        self.rows.moved.connect(self._move_on)
        self.column.read.connect(self._move_on)
        self.rows.row_opened.connect(self._open_row)
        self.rows.row_added.connect(self._add_row)
        self.rows.row_removed.connect(self._remove_row)
        self.side.remarked.connect(self.entry.put_remark)
        self.footer.hole_wanted.connect(self.go_to_hole)
        self.footer.finalise_wanted.connect(self.finalise)
        self.goto.chosen.connect(lambda ref: self.go(stop_at(self.entry.reading, ref)))
        self.goto.closed.connect(lambda: self.go(self.here))

    def _move(self, ref: str, step: int) -> None:
        self._pass(ref)
        if not self.entry.reading.has(ref):
            return
        if step == ON and self._warned_now(ref):
            return
        if step == ON:
            self.go(onward(self.entry.reading, ref))
        elif (earlier := backward(self.entry.reading, ref)) is not None:
            self.go(earlier)

    def _warned_now(self, ref: str) -> bool:
        """A wrong answer holds the worker once, so that the sentence is read; a second Enter goes on."""
        node = self.entry.reading.node(ref)
        warning = (ref, node.value) if node.violation is not None and node.value else None
        new = warning is not None and warning != self._warned
        self._warned = warning or self._warned
        if new and (question := self.column.question(ref)) is not None:
            self.column.bring_into_view(question)
        return new

    def _move_on(self, step: int) -> None:
        if step == ON:
            self.go(beyond(self.entry.reading, self.here.section))
        elif (earlier := before(self.entry.reading, self.here.section)) is not None:
            self.go(earlier)

    def _pass(self, ref: str) -> None:
        if self.entry.reading.has(ref):
            self.entry.passed(ref)

    def _reach(self, ref: str) -> None:
        node = self.entry.reading.node(ref)
        self.here = Stop(self.entry.reading.plan.place[ref], ref)
        self.side.show_question(ref, node.guidance, self.entry.last_year(ref), self.entry.remark(ref))

    def _open_row(self, row: str) -> None:
        sections = self.entry.reading.sections
        place = next((i for i, section in enumerate(sections) if section.ref == row), None)
        if place is not None:
            self.go(first_stop(self.entry.reading, place))

    def _add_row(self, range_ref: str) -> None:
        self._open_row(self.entry.add_row(range_ref))

    def _remove_row(self, row: str) -> None:
        self.entry.remove_row(row)

    def _show_changed(self, refs: frozenset[str]) -> None:
        self.column.show_changed(refs)
        self.outline.recount(refs)
        self.footer.show_count(self.entry.reading.total())

    def _show_anew(self) -> None:
        reading, ref = self.entry.reading, self.current()
        self.column.clear()
        self.outline.show_form(reading)
        self.footer.show_count(reading.total())
        if self._middle.currentWidget() is self.rows:
            place = min(self.here.section, len(reading.sections) - 1)
            self.go(Stop(place))
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
            self.go(stop_at(reading, ref))
            sentence = f"{reading.number(ref)}  {plain(reading.node(ref).label)}: {sentence}"
        self.footer.show_trouble(sentence)
