"""A repeat as a page: its rows as a table to fill, what is to be said of the cell, and one key to add, delete, sort, open
a row's page or go on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp_ui.editing.forms.entry import FormEntry
from fieldapp_ui.editing.forms.plan import Section
from fieldapp_ui.editing.forms.table import table_of
from fieldapp_ui.fields.answers.answer import BACK, ON
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.fields.question.kinds import Surroundings
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.forms.grid import RowGrid
from fieldapp_ui.windows.forms.key_button import KeyButton
from fieldapp_ui.windows.forms.paste import RowPasting
from fieldapp_ui.windows.parts import label

LOW = 420
"""A page less high than this (at 100 % text) shows the buttons that have keys no more, the others above the rows."""


class RowsPage(QWidget):
    """Signals: `row_opened(str)`; `moved(int)` on behind the list or back before it; `reached(str)` the question of the
    cell with the cursor, empty at a row's own cell."""

    row_opened = Signal(str)
    moved = Signal(int)
    reached = Signal(str)

    def __init__(
        self, entry: FormEntry, theme: Theme, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._entry, self._theme = entry, theme
        self.section: Section | None = None
        self._title, self._about = label("", "heading"), label("", "caption")
        self.grid = RowGrid(entry, theme, around, self)
        self._said = label("", "", wrap=True)
        self.add = self._button(tr("Add a row") + "  F3", self.add_row)
        self.go_on = self._button(tr("Go on"), lambda: self.moved.emit(ON))
        self._delete = self._button(tr("Delete the row") + "  F4", self.delete_row, quiet=True)
        self._sort = self._button(tr("Sort the rows") + "  F5", self.sort, quiet=True)
        self._open = self._button(tr("Page of this row") + "  F2", self.open_row, quiet=True)
        self._pasting = RowPasting(self, entry, theme)
        self._lay_out()
        self.grid.opened.connect(self.row_opened)
        self.grid.ended.connect(self._end)
        self.grid.reached.connect(self._reach)
        self.grid.pasted.connect(self._pasting.paste)

    def show_rows(self, section: Section, *, after: bool = False, at: str = "") -> None:
        """Shows the rows, with the cursor in a cell (`at`), where it was, or in the first cell to fill.

        `after`: the worker comes from the last row, so going on is one key away.
        """
        reading, same = self._entry.reading, self.section is not None and self.section.ref == section.ref
        self.section = section
        self._title.setText(reading.title(section))
        self._about.setText(tr("{count} rows", count=len(reading.rows(section.ref))))
        self.grid.show_rows(table_of(reading, section.ref))
        rows = bool(self.grid.rows.rows)
        self.grid.setVisible(rows)
        for part in (self.add, self._delete, self._sort):
            part.setVisible(self.grows() and (rows or part is self.add))
        self._open.setVisible(rows)
        if at:
            self.grid.go_to(at)
        elif rows and not same:
            self.grid.go_to_first()
        self._focus(after)
        self._say()

    def show_changed(self, refs: frozenset[str]) -> None:
        """Answers changed."""
        if self.section is not None:
            self.grid.rows.show_changed(refs)
            self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the rows need the room: the buttons that have keys go, the others stand beside the title."""
        super().resizeEvent(event)
        low = self.height() < self._theme.px(LOW)
        self._quiet.setVisible(not low)
        margin, edge = self._theme.px(24), self._theme.px(4 if low else 12)
        self._column.setContentsMargins(margin, edge, margin, edge)
        for place, button in enumerate((self.add, self.go_on)):
            if low:
                self._head.addWidget(button)
            else:
                self._line.insertWidget(place, button)

    def commit(self) -> None:
        """Keeps what is being typed."""
        self.grid.commit()

    def current_ref(self) -> str:
        """The question of the cell with the cursor; empty at a row's own cell, without rows, and on a button."""
        return "" if self.add.hasFocus() or self.go_on.hasFocus() else self.grid.current_ref()

    def add_row(self) -> None:
        """F3: a new row, under the one with the cursor while the cursor is in the table, else at the end."""
        if self.section is None or not self.grows():
            return
        here, rows = self.grid.currentIndex().row() + 1, self.grid.rows.rows
        inside = (self.grid.hasFocus() or self.grid.is_typing()) and 0 < here < len(rows)
        before = rows[here] if inside else ""
        self.grid.commit()
        self._begin(self._entry.add_row(self.section.ref, before))

    def delete_row(self) -> None:
        """F4: the row with the cursor; undo brings it back."""
        if self.grows() and (row := self.grid.current_row()):
            self.grid.commit()
            self._entry.remove_row(row)

    def sort(self) -> None:
        """F5: by the column with the cursor."""
        column = self.grid.currentIndex().column()
        if self.section is None or not self.grows():
            self.tell(tr("The order of these rows follows from the form."))
        elif column < 1:
            self.tell(tr("Put the cursor into the column to sort by."))
        else:
            self.grid.commit()
            self._entry.sort_rows(self.section.ref, self.grid.rows.table.columns[column - 1].path)

    def open_row(self) -> None:
        """F2: all questions of the row on its own page."""
        if row := self.grid.current_row():
            self.grid.commit()
            self.row_opened.emit(row)

    def copy_above(self) -> None:
        """F9: as in the cell above, and on."""
        ref = self.grid.current_ref()
        self.grid.commit()
        if ref and self._entry.copy_above(ref):
            self.grid.focusNextPrevChild(True)
        else:
            self.tell(tr("There is no row above."))

    def _begin(self, row: str) -> None:
        """A new row is typed at once; where it has no cells, on its page."""
        self.grid.fresh = row
        self.grid.go_to(row)
        if not self.grid.rows.table.columns or not self.grid.rows.table.whole:
            self.row_opened.emit(row)
            return
        index = self.grid.rows.cell(row + self.grid.rows.table.columns[0].path)
        self.grid.setCurrentIndex(index)
        self.grid.open_here()

    def _end(self, step: int) -> None:
        """Behind the last cell a row that was typed is followed by a new one; one that stayed blank goes again."""
        if step == BACK:
            self.moved.emit(BACK)
            return
        row = self.grid.rows.rows[-1] if self.grid.rows.rows else ""
        if step == ON and self.grows() and self.grid.rows.table.whole and row and not self.grid.is_blank(row):
            self._begin(self._entry.add_row(self.section.ref if self.section else ""))
            return
        if self.grows() and row and row == self.grid.fresh and self.grid.is_blank(row):
            self.grid.fresh = ""
            self._entry.remove_row(row)
        self.go_on.setFocus(Qt.FocusReason.TabFocusReason)

    def grows(self) -> bool:
        """Whether the worker may add rows."""
        if self.section is None:
            return False
        return self._entry.reading.node(self.section.ref).kind.endswith("uncontrolled")

    def _reach(self, ref: str) -> None:
        self._say()
        self.reached.emit(ref)

    def _say(self) -> None:
        """The sentence of the cell; else the question's whole words, which a narrow heading may cut."""
        ref, reading = self.grid.current_ref(), self._entry.reading
        if not ref or not reading.has(ref):
            self.tell("")
            return
        node = reading.node(ref)
        asked = " ".join(part for part in (plain(node.label), plain(node.hint)) if part)
        self.tell("\n".join(part for part in (self.grid.rows.said(ref), asked) if part))

    def tell(self, words: str) -> None:
        """Says something of the cell or of what was done, under the rows."""
        self._said.setText(words)

    def _focus(self, after: bool) -> None:
        if after or not self.grid.rows.rows:
            wanted: QWidget = self.go_on if after or not self.grows() else self.add
            wanted.show()
            wanted.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.grid.rows.table.whole:
            self.grid.open_here()
        else:
            self.grid.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        px = self._theme.px
        self._column = QVBoxLayout(self)
        self._column.setSpacing(px(8))
        self._head, self._line = QHBoxLayout(), QHBoxLayout()
        self._head.setSpacing(px(12))
        self._head.addWidget(self._title)
        self._head.addWidget(self._about, 1)
        self._column.addLayout(self._head)
        for part in (self.grid, self._said):
            self._column.addWidget(part)
        self._line.setSpacing(px(8))
        for button in (self.add, self.go_on):
            self._line.addWidget(button)
        self._line.addStretch(1)
        self._column.addLayout(self._line)
        self._quiet = QWidget(self)
        quiet = QHBoxLayout(self._quiet)
        quiet.setContentsMargins(0, 0, 0, 0)
        quiet.setSpacing(px(8))
        for button in (self._open, self._delete, self._sort):
            quiet.addWidget(button)
        quiet.addStretch(1)
        self._column.addWidget(self._quiet)
        self._column.addStretch(1)

    def _button(self, words: str, press: object, *, quiet: bool = False) -> KeyButton:
        made = KeyButton(words.replace("&", "&&"))
        made.setProperty("role", "quiet" if quiet else "")
        if quiet:
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(press)
        made.backed.connect(self._back_to_grid)
        return made

    def _back_to_grid(self) -> None:
        if self.grid.rows.rows:
            self.grid.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.moved.emit(BACK)
