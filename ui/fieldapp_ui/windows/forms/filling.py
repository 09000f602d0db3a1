"""Filling a form: outline, one section of questions or rows, what belongs to the question, and the foot."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fieldapp_ui.editing.forms.entry import FormEntry
from fieldapp_ui.editing.forms.route import (
    Stop,
    backward,
    before,
    beyond,
    first_stop,
    growing_list,
    list_of,
    onward,
    stop_again,
    stop_at,
    stop_of,
)
from fieldapp_ui.editing.forms.table import CELL
from fieldapp_ui.fields.answers.answer import ON
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.fields.question.kinds import Surroundings
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.forms.column import QuestionColumn
from fieldapp_ui.windows.forms.footer import FormFooter
from fieldapp_ui.windows.forms.goto import GoTo
from fieldapp_ui.windows.forms.jump import JumpList
from fieldapp_ui.windows.forms.outline import Outline
from fieldapp_ui.windows.forms.rows import RowsPage
from fieldapp_ui.windows.forms.side import FormSide
from fieldapp_ui.windows.parts import hairline, label

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
        self.rows = RowsPage(entry, theme, around, self)
        self.side = FormSide(theme, about, self)
        self.footer = FormFooter(theme, self)
        self.goto = GoTo(theme, self)
        self.jump = JumpList(theme, self)
        self._middle = QStackedWidget(self)
        self._middle.addWidget(self.column)
        self._middle.addWidget(self.rows)
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
        if self._middle.currentWidget() is self.rows:
            self.rows.commit()
        if self.side.isVisible():
            self.side.commit()

    def current(self) -> str:
        """The question the worker is at."""
        if self._middle.currentWidget() is self.rows:
            return self.rows.current_ref()
        return self.column.current() or self.here.ref or ""

    def keep_place(self) -> None:
        """Where the worker is goes into the draft, so that it opens there again."""
        if self._middle.currentWidget() is self.rows and self.rows.section is not None:
            ref = self.rows.current_ref()
            self.entry.keep_place(ref + CELL if ref else self.rows.section.ref)
        else:
            self.entry.keep_place(self.current())

    def find_question(self) -> None:
        """F6."""
        self.goto.open(self.entry.reading)

    def speak_next(self) -> None:
        """Ctrl+L: the form's next language; the worker stays where he is, and the foot says which it is now."""
        self.commit()
        self.entry.next_language()
        others = " / ".join(self.entry.form.languages)
        self.footer.show_note(
            tr("The form speaks {language} now ({all}).", language=self.entry.language, all=others)
        )

    def open_jumps(self) -> None:
        """Ctrl+J: what is blank, wrong, to confirm, remarked, returned."""
        self.commit()
        self.jump.open(self.entry.reading)

    def to_outline(self) -> None:
        """The keys go to the outline; Escape comes back."""
        self.commit()
        self.outline.mark(self.here.section)
        self.outline.take_focus()

    def go_to_hole(self, step: int) -> None:
        """F10 and Shift+F10; with no hole left, on Finalise."""
        self.commit()
        ref = self.current()
        self._pass(ref)
        hole = self.entry.reading.hole(ref, step)
        if hole:
            self.go_to(hole)
        else:
            self.go(None)

    def carry_over(self) -> None:
        """F7: last year's value or that of the last entry; the cursor stays, so that it can be read and changed."""
        self.commit()
        if self.current() and not self.entry.carry_over(self.current()):
            self.footer.show_note(tr("Nothing is known for this question from last year or the last entry."))

    def copy_above(self) -> None:
        """F9: as in the row above, and on to the next question."""
        if self._middle.currentWidget() is self.rows:
            self.rows.copy_above()
            return
        ref = self.current()
        if self.entry.copy_above(ref):
            self.go(onward(self.entry.reading, ref))
        elif ref.count("["):
            self.footer.show_note(tr("There is no row above."))
        else:
            self.footer.show_note(tr("This question stands in no row: there is nothing above to copy."))

    def confirm(self) -> None:
        """F8: the answer is right in spite of its soft check, and on."""
        self.commit()
        ref = self.current()
        if self.entry.confirm(ref):
            if self._middle.currentWidget() is self.column:
                self.go(onward(self.entry.reading, ref))
        else:
            self.footer.show_note(tr("Nothing asks to be confirmed here."))

    def write_remark(self) -> None:
        """Ctrl+N: on the question the worker is at."""
        ref = self.current()
        if not ref:
            self.remark_on_entry()
            return
        self.side.show_remark(ref, self.entry.remark(ref), tr("Remark on this question (Ctrl+N)"))
        self._to_remark()

    def remark_on_entry(self) -> None:
        """Ctrl+Shift+N: on the whole entry."""
        root = self.entry.reading.root
        self.side.show_remark(root, self.entry.remark(root), tr("Remark on the whole entry (Ctrl+Shift+N)"))
        self._to_remark()

    def _to_remark(self) -> None:
        self.side.show()
        self.side.remark.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave_remark(self) -> None:
        self.side.commit()
        self.go(self.here)
        self._fit_side()

    def add_row(self) -> None:
        """F3: a new row of the list in view, or of the list that the row in view belongs to."""
        if self._middle.currentWidget() is self.rows:
            self.rows.add_row()
        elif (range_ref := growing_list(self.entry.reading, self.here.section)) is not None:
            self.commit()
            self._open_row(self.entry.add_row(range_ref))

    def delete_row(self) -> None:
        """F4: the row with the cursor, or the one whose page this is; undo brings it back."""
        if self._middle.currentWidget() is self.rows:
            self.rows.delete_row()
            return
        reading = self.entry.reading
        row = reading.sections[self.here.section].ref
        if growing_list(reading, self.here.section) is not None and row.endswith("]"):
            self.commit()
            place = list_of(reading, row)
            self.go(Stop(place))
            self.entry.remove_row(row)

    def sort_rows(self) -> None:
        """F5: the rows in view, by the column with the cursor."""
        if self._middle.currentWidget() is self.rows:
            self.rows.sort()
        else:
            self.footer.show_note(tr("Rows are sorted in their table."))

    def open_row(self) -> None:
        """F2: from the table to the row's page, from a row's page back to the table."""
        if self._middle.currentWidget() is self.rows:
            self.rows.open_row()
        elif (row := self.entry.reading.sections[self.here.section].ref).endswith("]"):
            ref = self.current()
            self.commit()
            self.go(Stop(list_of(self.entry.reading, row), ref or row))

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
        self._fit_side()

    def _fit_side(self) -> None:
        wide = self.window().width() >= self._theme.px(SIDE_FROM)
        self.side.setVisible(wide or self.side.remark.hasFocus())

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.outline)
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
        self.column.moved.connect(self._move)
        self.column.reached.connect(self._reach)
        self.rows.moved.connect(self._move_on)
        self.column.read.connect(self._move_on)
        self.rows.row_opened.connect(self._open_row)
        self.rows.reached.connect(self._reach_cell)
        self.column.confirmed.connect(self.entry.confirm)
        self.side.remarked.connect(self.entry.put_remark)
        self.footer.hole_wanted.connect(self.go_to_hole)
        self.footer.finalise_wanted.connect(self.finalise)
        for card in (self.goto, self.jump):
            card.chosen.connect(self.go_to)
            card.closed.connect(lambda: self.go(self.here))
        self.outline.left.connect(lambda: self.go(self.here))
        self.side.closed.connect(self._leave_remark)

    def _move(self, ref: str, step: int) -> None:
        self._pass(ref)
        if not self.entry.reading.has(ref):
            return
        if step == ON and self._warned_now(ref):
            return
        if step == ON:
            self.go(onward(self.entry.reading, ref))
        elif (earlier := backward(self.entry.reading, ref)) is not None:
            self.go(self._through_table(ref, earlier))

    def _through_table(self, ref: str, earlier: Stop) -> Stop:
        """Going back over a list of rows leads into its table, where the table shows all of a row."""
        row = ref[: ref.rfind("]") + 1]
        if earlier.ref is None or (row and earlier.ref.startswith(row[: row.rfind("[")])):
            return earlier
        return stop_of(self.entry.reading, earlier.ref)

    def _warned_now(self, ref: str) -> bool:
        """A wrong or doubted answer holds the worker once, so that the sentence is read; a second Enter goes on."""
        node = self.entry.reading.node(ref)
        doubted = self.entry.reading.is_unsure(ref)
        warning = (ref, node.value) if doubted or (node.violation is not None and node.value) else None
        new = warning is not None and warning != self._warned
        self._warned = warning or self._warned
        if new and (question := self.column.question(ref)) is not None:
            self.column.bring_into_view(question)
        return new

    def _move_on(self, step: int) -> None:
        if step == ON:
            self.go(beyond(self.entry.reading, self.here.section))
        elif (earlier := before(self.entry.reading, self.here.section)) is not None:
            self.go(earlier if earlier.ref is None else stop_of(self.entry.reading, earlier.ref))

    def _pass(self, ref: str) -> None:
        if self.entry.reading.has(ref):
            self.entry.passed(ref)

    def _reach(self, ref: str) -> None:
        self.here = Stop(self.entry.reading.plan.place[ref], ref)
        self._show_side(ref)

    def _open_row(self, row: str) -> None:
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
        self._show_side(ref)

    def _show_side(self, ref: str) -> None:
        entry = self.entry
        self.side.show_question(
            ref,
            entry.reading.node(ref).guidance,
            entry.last_year(ref),
            entry.remark(ref),
            entry.last_entry(ref),
        )

    def _show_changed(self, refs: frozenset[str]) -> None:
        if self._middle.currentWidget() is self.rows:
            self.rows.show_changed(refs)
        else:
            self.column.show_changed(refs)
        self.outline.recount(refs)
        self.footer.show_count(self.entry.reading.total())

    def _show_anew(self) -> None:
        reading, ref = self.entry.reading, self.here.ref or ""
        in_rows = self._middle.currentWidget() is self.rows and self.rows.section is not None
        self.column.clear()
        self.outline.show_form(reading)
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
            sentence = f"{reading.number(ref)}  {plain(reading.node(ref).label)}: {sentence}"
        if self.entry.reading.is_unsure(ref):
            sentence = f"{sentence} {tr('If it is right all the same, confirm it with F8.')}"
        self.footer.show_trouble(sentence)
