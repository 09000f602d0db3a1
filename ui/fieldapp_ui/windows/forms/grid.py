"""The rows of a repeat as a table that is filled by keys: Enter and typing go from cell to cell, as in a form."""

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QSizePolicy, QTableView, QWidget

from fieldapp_ui.editing.forms.entry import FormEntry
from fieldapp_ui.editing.forms.table import Table
from fieldapp_ui.fields.answers.answer import BACK, ON, STAY, Answer, step_of
from fieldapp_ui.fields.question.kinds import Surroundings
from fieldapp_ui.language import tr
from fieldapp_ui.models.repeat_rows import RepeatModel
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.forms.cells import CellDelegate
from fieldapp_ui.windows.forms.frozen import FrozenColumn

ROW, LEAST, MOST, FIRST_MOST, CELL_ROOM = 36, 110, 280, 300, 28
ROWS_MEASURED = 60
"""Columns are as wide as the words of so many rows; measuring hundreds would be felt."""


class RowGrid(QTableView):
    """`fresh` is a row that was just begun: Enter in it while it is blank ends the list.

    Signals: `opened(row)` the row's page; `ended(int)` on behind the last cell, back before the first, or (`STAY`)
    down below the last row;
    `reached(ref)` another cell; `pasted(text)`."""

    opened = Signal(str)
    ended = Signal(int)
    reached = Signal(str)
    pasted = Signal(str)

    def __init__(self, entry: FormEntry, theme: Theme, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._entry, self._theme = entry, theme
        self._answer: Answer | None = None
        self.fresh = ""
        self.rows = RepeatModel(theme, self)
        self.setModel(self.rows)
        delegate = CellDelegate(entry.reading.node, around, self)
        delegate.opened.connect(self._hold)
        delegate.answered.connect(entry.answer)
        delegate.moved.connect(self._move)
        delegate.pasted.connect(self._paste_over)
        self.setItemDelegate(delegate)
        self._measured: tuple[Table, int, int] | None = None
        self._furnish()
        self._frozen = FrozenColumn(self)

    def show_rows(self, table: Table) -> None:
        """Shows the rows anew; the cursor stays in its row and column."""
        self._close()
        here = self.currentIndex()
        row, column, scrolled = here.row(), here.column(), self.verticalScrollBar().value()
        self.rows.show_rows(self._entry.reading, table)
        self._fit()
        self._frozen.place()
        if here.isValid() and self.rows.rowCount():
            place = self.rows.index(
                min(row, self.rows.rowCount() - 1), min(column, self.rows.columnCount() - 1)
            )
            self.setCurrentIndex(place)
            self.verticalScrollBar().setValue(scrolled)

    def go_to(self, ref: str) -> None:
        """The cursor in the cell of a question, or at a row."""
        index = self.rows.cell(ref)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def go_to_first(self) -> None:
        """The cursor in the first cell to be filled; at the first row where the row's page is needed."""
        if not self.rows.table.whole:
            self.setCurrentIndex(self.rows.index(0, 0))
            return
        cells = (
            self.rows.index(row, 1 + at) for row in range(len(self.rows.rows)) for at in range(self._width())
        )
        holes = (cell for cell in cells if self._is_hole(cell))
        self.setCurrentIndex(next(holes, self.rows.index(0, min(1, self._width()))))

    def current_ref(self) -> str:
        """The question the cursor is in; empty at a row's own cell."""
        here = self.currentIndex()
        return self.rows.ref(here.row(), here.column()) if here.isValid() else ""

    def current_row(self) -> str:
        """The row the cursor is in; empty where there is none."""
        row = self.currentIndex().row()
        return self.rows.rows[row] if 0 <= row < len(self.rows.rows) else ""

    def commit(self) -> None:
        """Keeps what is being typed."""
        if self._answer is not None and shiboken6.isValid(self._answer):
            self._answer.commit()

    def is_blank(self, row: str) -> bool:
        """Whether nothing is answered in a row."""
        reading = self._entry.reading
        return not any(reading.node(ref).value for ref in reading.asked_in(row))

    def is_typing(self) -> bool:
        """Whether a cell is open."""
        return self._answer is not None and shiboken6.isValid(self._answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a cell, in an open one it goes on; typing opens it as well, Escape closes it."""
        step, here, typing = step_of(event), self.currentIndex(), self.is_typing()
        if step != STAY and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif step == ON and here.column() == 0:
            self.opened.emit(self.current_row())
        elif step == ON and self.rows.is_asked(here):
            self.edit(here)
        elif step != STAY:
            self._move(step)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._chosen_text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._blank()
        elif event.key() == Qt.Key.Key_Escape and typing:
            self._close()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Down and here.row() == len(self.rows.rows) - 1:
            self.ended.emit(STAY)
        else:
            super().keyPressEvent(event)
            if typing and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.open_here()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A word of an input method goes into the cell, which is opened for it."""
        if not self.is_typing():
            self.open_here()
        if self._answer is not None and self.is_typing():
            QApplication.sendEvent(self._answer.input(), event)

    def open_here(self) -> None:
        """Opens the cell with the cursor, if it is asked; else only the cursor stands there."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.rows.is_asked(self.currentIndex()):
            self.edit(self.currentIndex())

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes the same way as Enter."""
        self._move(ON if on else BACK)
        return True

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.reached.emit(self.current_ref())

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """A cell is not left under the first column, which stays in sight."""
        super().scrollTo(index, hint)
        hidden = self.columnWidth(0) - self.visualRect(index).left()
        bar = self.horizontalScrollBar()
        if index.column() > 0 and bar.value() > 0 and hidden > 0:
            bar.setValue(bar.value() - hidden)

    def sizeHint(self) -> QSize:
        """As high as its rows; lower where the page has no room, then it scrolls."""
        rows = self._theme.px(ROW) * (self.rows.rowCount() + 1)
        return QSize(super().sizeHint().width(), rows + self.horizontalScrollBar().sizeHint().height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._theme.px(ROW) * 4)

    def _paste_over(self, text: str) -> None:
        """From the cell that was open on, as from a closed one."""
        self._close()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pasted.emit(text)

    def _hold(self, answer: Answer) -> None:
        self._answer = answer

    def _close(self) -> None:
        answer, self._answer = self._answer, None
        if answer is not None and shiboken6.isValid(answer):
            answer.commit()
            self.closeEditor(answer, CellDelegate.EndEditHint.NoHint)

    def _move(self, step: int) -> None:
        """To the next cell that is asked, row after row, which is opened at once when one was being typed."""
        typing = self.is_typing()
        here = self.currentIndex()
        self._close()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if step == ON and self.fresh and self.fresh == self.current_row() and self.is_blank(self.fresh):
            self.ended.emit(ON)
            return
        width = self._width()
        place = here.row() * width + here.column() - 1 + step if here.column() else here.row() * width
        while 0 <= place < width * len(self.rows.rows):
            cell = self.rows.index(place // width, place % width + 1)
            if self.rows.is_asked(cell):
                self.setCurrentIndex(cell)
                self.scrollTo(cell)
                if typing:
                    self.open_here()
                return
            place += step
        self.ended.emit(step)

    def _is_hole(self, cell: QModelIndex) -> bool:
        ref = self.rows.ref(cell.row(), cell.column())
        return bool(ref) and self._entry.reading.is_hole(ref)

    def _blank(self) -> None:
        for index in self.selectedIndexes():
            if self.rows.is_asked(index):
                self._entry.answer(self.rows.ref(index.row(), index.column()), "")

    def _chosen_text(self) -> str:
        lines: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda one: (one.row(), one.column())):
            ref = self.rows.ref(index.row(), index.column())
            node = self._entry.reading.node(ref) if ref else None
            words = self._entry.reading.shown(ref, node.value) if node is not None else ""
            lines.setdefault(index.row(), []).append(words)
        return "\n".join("\t".join(line) for line in lines.values())

    def _width(self) -> int:
        return len(self.rows.table.columns)

    def _furnish(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setProperty("role", "figures")
        self.setAccessibleName(tr("Rows"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setFixedHeight(self._theme.px(ROW))
        header.ensurePolished()

    def _fit(self) -> None:
        """Columns as wide as their words in the first rows; a row behind those changes nothing."""
        metrics, header = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        measured = (self.rows.table, min(ROWS_MEASURED, self.rows.rowCount()), metrics.height())
        if measured == self._measured:
            return
        self._measured = measured
        for column in range(self.rows.columnCount()):
            heading = str(self.rows.headerData(column, Qt.Orientation.Horizontal))
            words = [
                str(self.rows.index(row, column).data() or "")
                for row in range(min(ROWS_MEASURED, self.rows.rowCount()))
            ]
            wide = _widest([header.horizontalAdvance(heading), *map(metrics.horizontalAdvance, words)])
            most = self._theme.px(MOST if column else FIRST_MOST)
            self.setColumnWidth(
                column, min(max(wide + self._theme.px(CELL_ROOM), self._theme.px(LEAST)), most)
            )
        self.updateGeometry()


def _widest(widths: Sequence[int]) -> int:
    return max(widths, default=0)
