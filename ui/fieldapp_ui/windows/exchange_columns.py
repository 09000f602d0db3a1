"""What each column of the files is: heading, sample, the field it would be, why, how sure; all by keys.

Enter confirms a guess and goes to the next one, at last it goes on; letters choose another field, Del passes over.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QWidget

from fieldapp.register.mapping import SURE, Column, Target
from fieldapp.register.workbook import column_letter
from fieldapp_ui.editing.exchange_words import ExchangeWords, confidence_words
from fieldapp_ui.editing.importing import ImportEditor
from fieldapp_ui.editing.incoming import OFFERED_HEADINGS, Incoming, Layout, cell_words, sample_of
from fieldapp_ui.editing.views import fitting
from fieldapp_ui.language import tr
from fieldapp_ui.models.figures import FigureRow, Heading
from fieldapp_ui.models.hits import Row
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.parts import button, column, emptied, label
from fieldapp_ui.windows.picker import Picker
from fieldapp_ui.windows.year_box import YearBox

NOTHING = ""
CHIPS = 8
SAMPLE_LETTERS = 36


class ColumnTable(FigureTable):
    """Signals: `typed(str)` a letter, to choose a field by; `cleared()` at Del."""

    typed = Signal(str)
    cleared = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.setToolTip("")

    def keyboardSearch(self, search: str) -> None:
        if search.strip():
            self.typed.emit(search.strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.cleared.emit()
                return True
            if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Space):
                self.typed.emit("")
                return True
        return super().eventFilter(watched, event)


class ColumnsPanel(QWidget):
    """Signals: `back_wanted()`."""

    back_wanted = Signal()

    def __init__(self, editor: ImportEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        desk = editor.desk
        theme = desk.theme
        self._words = ExchangeWords(desk)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        self.list = button("", self.choose_list, mark="down", theme=theme)
        self.list.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.heading = button("", self.choose_heading, mark="down", theme=theme)
        self.heading.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.year = YearBox(desk.today().year)
        self.year.setToolTip(tr("The year of yearly columns, where no column names one."))
        self.year.year_chosen.connect(lambda year: setattr(editor, "year", year))
        self.blanks = QCheckBox(tr("An empty cell empties the field"))
        self.blanks.setProperty("choice", "true")
        self.blanks.toggled.connect(lambda on: setattr(editor, "clear_blanks", on))
        self.table = ColumnTable(theme, tr("Columns of the file"))
        self.table.opened.connect(lambda key: self._go_on_from(int(str(key))))
        self.table.typed.connect(self._choose_field)
        self.table.cleared.connect(self._clear)
        self.table.left.connect(self.back_wanted)
        self._said = label("", "caption")
        self._passed = label("", "unknown", wrap=True)
        self.go = button(tr("Try it, write nothing"), self.go_on, role="primary", mark="right", theme=theme)
        self._build()

    def show_columns(self) -> None:
        """The layout in view as the editor has it."""
        layout, editor = self.editor.layout, self.editor
        if layout is None:
            return
        one = layout.first
        self._show_chips(layout)
        self.list.setText(tr("List: {list}", list=self._words.list(one.list)))
        row = tr("row {row}", row=one.heading + 1) if one.heading >= 0 else tr("named by the file")
        self.heading.setText(tr("Headings: {row}", row=row))
        self.heading.setEnabled(not one.marked)
        self.year.show_year(editor.year)
        self.table.show_rows(
            (
                Heading("", right=True),
                Heading(tr("Heading in the file")),
                Heading(tr("For example")),
                Heading(tr("Field in the register")),
                Heading(tr("How sure")),
                Heading(tr("Why"), wide=True),
            ),
            [self._row(one, at) for at in one.mapping.columns] if one.mapping else (),
        )
        self.table.setEnabled(one.taken)
        self._say(one, layout)

    def take_focus(self) -> None:
        """The cursor on the first guess that waits."""
        self._to_next_unsure()
        self.table.go_in()

    def go_on(self) -> None:
        """To the dry run; guesses that nobody confirmed come first."""
        at = self.editor.next_unsure()
        if at is None:
            self.editor.try_out()
            return
        self.editor.show_layout(at)
        self.take_focus()

    def choose_list(self) -> None:
        """Which list these rows are of."""
        choices = self._words.lists()

        def find(typed: str) -> list[Row]:
            return [Row(one.words, "", one.key) for one in fitting(choices, typed)]

        picker = Picker(self.editor.desk.theme, tr("Which list are these rows of?"), find, self)
        if self.editor.layout is not None:
            picker.choose(self.editor.layout.first.list)
        picker.taken.connect(self.editor.choose_list)
        picker.finished.connect(self.take_focus)
        picker.open()

    def choose_heading(self) -> None:
        """Which row holds the headings."""
        layout = self.editor.layout
        if layout is None or layout.first.marked:
            return
        rows = layout.first.sheet.rows[:OFFERED_HEADINGS]

        def find(typed: str) -> list[Row]:
            lines = [" · ".join(text for cell in row if (text := cell_words(cell))) for row in rows]
            return [
                Row(line[:60], tr("row {row}", row=at + 1), at)
                for at, line in enumerate(lines)
                if line and (typed.strip() in line or typed.strip() == str(at + 1))
            ]

        picker = Picker(self.editor.desk.theme, tr("Which row holds the headings?"), find, self)
        picker.choose(layout.first.heading)
        picker.taken.connect(self.editor.choose_heading)
        picker.finished.connect(self.take_focus)
        picker.open()

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for part in (self.list, self.heading, self.year, self.blanks):
            bar.addWidget(part)
        bar.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(button(f"{tr('Back')}  Esc", self.back_wanted.emit, role="quiet"))
        foot.addWidget(self._said, 1)
        foot.addWidget(self.go)
        layout = column(self, gap=8)
        layout.addLayout(self._chips)
        layout.addLayout(bar)
        layout.addWidget(self._passed)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)

    def _row(self, one: Incoming, at: Column) -> FigureRow:
        sure, tone = confidence_words(at)
        target = self._words.target(at.target, one.list) if at.target else tr("— not read")
        sample = sample_of(one, at.index)
        short = sample if len(sample) <= SAMPLE_LETTERS else f"{sample[:SAMPLE_LETTERS]}…"
        why = self._words.finding(at.why)
        main = "soft" if at.target is None else ""
        return FigureRow(
            (column_letter(at.index), " ".join(at.heading.split()), short, target, sure, why),
            at.index,
            ("soft", "", "soft", main, tone, "soft"),  # type: ignore[arg-type]
            ("", at.heading, sample, target, "", why),
        )

    def _show_chips(self, shown: Layout) -> None:
        emptied(self._chips)
        layouts = self.editor.layouts
        for at, layout in enumerate(layouts[:CHIPS]):
            chip = QPushButton(self._chip_words(layout))
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(layout.sheets == shown.sheets)
            chip.clicked.connect(partial(self.editor.show_layout, at))
            self._chips.addWidget(chip)
        self._chips.addStretch(1)

    def _chip_words(self, layout: Layout) -> str:
        sheet = layout.first.sheet
        name = " · ".join(word for word in (sheet.file, sheet.name) if word)
        if len(layout.sheets) > 1:
            name = tr("{file} and {count} more", file=sheet.file, count=len(layout.sheets) - 1)
        mark = "—" if not layout.first.taken else f"◌ {layout.unsure}" if layout.unsure else "✓"
        return f"{name}  {mark}"

    def _say(self, one: Incoming, layout: Layout) -> None:
        if not one.taken:
            self._said.setText(tr("This sheet is left out. F4 takes it."))
        elif layout.unsure:
            words = tr(
                "{count} guesses wait: Enter confirms, letters choose another field, Del passes the column over.",
                count=layout.unsure,
            )
            self._said.setText(words)
        else:
            self._said.setText(tr("Letters choose another field, Del passes the column over. Enter goes on."))
        told = []
        for finding in self.editor.passed[:3]:
            sentence, file = self._words.finding(finding), finding.where.file
            told.append(sentence if file in sentence else f"{file}: {sentence}")
        self._passed.setText("\n".join(f"! {line}" for line in told))
        self._passed.setVisible(bool(told))

    def _column(self) -> Column | None:
        layout, key = self.editor.layout, self.table.key()
        if layout is None or layout.first.mapping is None or key is None:
            return None
        return next(one for one in layout.first.mapping.columns if one.index == int(str(key)))

    def _go_on_from(self, index: int) -> None:
        at = self._column()
        if at is not None and at.target is not None and at.confidence < SURE:
            self.editor.correct(index, at.target)
            self._to_next_unsure(index)
            return
        self.go_on()

    def _to_next_unsure(self, after: int = -1) -> None:
        layout = self.editor.layout
        if layout is None or layout.first.mapping is None:
            return
        waiting = [one.index for one in layout.first.mapping.unsure]
        if waiting:
            self.table.choose(next((at for at in waiting if at > after), waiting[0]))

    def _clear(self) -> None:
        if (at := self._column()) is not None:
            self.editor.correct(at.index, None)

    def _choose_field(self, letters: str) -> None:
        at, layout = self._column(), self.editor.layout
        if at is None or layout is None:
            return
        index, choices = at.index, self._words.choices(layout.first.list)

        def find(typed: str) -> list[Row]:
            nothing = Row(tr("— not read"), "", NOTHING)
            found = [Row(one.words, one.beside, one.key) for one in fitting(choices, typed)]
            return [*found, nothing] if typed.strip() else [nothing, *found]

        title = tr("Which field is “{heading}”?", heading=" ".join(at.heading.split()) or "—")
        picker = Picker(self.editor.desk.theme, title, find, self)
        if at.target is not None:
            picker.choose(str(at.target))
        picker.line.setText(letters)
        picker.taken.connect(lambda key: self._take(index, str(key)))
        picker.open()

    def _take(self, index: int, key: str) -> None:
        name, _, field = key.partition(".")
        self.editor.correct(index, Target(name, field) if key else None)
        self.table.go_in()
