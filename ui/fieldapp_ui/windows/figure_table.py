"""The table of a page of figures: Up and Down choose a row, Enter opens it, Esc goes back to the table before."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from fieldapp_ui.models.figures import FigureRow, FiguresModel, Heading, Index
from fieldapp_ui.theme import Theme

ROW = 36
# Room beside the words of a cell for its paddings; as many rows as are measured for the width of a column.
ROOM, MEASURED, WIDEST = 34, 60, 360
LOOKED_THROUGH = 200


class FigureTable(QTableView):
    """`to_read`: nothing in it can be chosen. Signals: `opened(key)` by Enter or double click; `chosen(key)` as the
    cursor moves; `left()` at Esc."""

    opened = Signal(object)
    chosen = Signal(object)
    left = Signal()

    def __init__(
        self, theme: Theme, name: str, parent: QWidget | None = None, *, row: int = ROW, to_read: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.figures = FiguresModel(theme.colour, self)
        self.setModel(self.figures)
        self.setAccessibleName(name)
        self.setProperty("role", "figures")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.NoSelection if to_read else mode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(row))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setMinimumSectionSize(theme.px(48))
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        self.installEventFilter(self)

    def show_rows(self, headings: Sequence[Heading], rows: Sequence[FigureRow]) -> None:
        """New rows; the cursor stays on the same key, or on the same line, where there is one."""
        key, line = self.key(), self.currentIndex().row()
        self.blockSignals(True)
        self.figures.show_rows(headings, rows)
        self.blockSignals(False)
        self._fit()
        if len(rows):
            self.setCurrentIndex(self.figures.index(self._line_of(key, line), 0))

    def key(self) -> object:
        """What the cursor stands on."""
        line = self.currentIndex().row()
        return self.figures.row(line).key if 0 <= line < self.figures.rowCount() else None

    def choose(self, key: object) -> None:
        """Put the cursor on a row, if it is among the first ones."""
        if self.figures.rowCount():
            self.setCurrentIndex(self.figures.index(self._line_of(key, 0), 0))

    def go_in(self) -> None:
        """Take the focus, the cursor on a row."""
        if not self.currentIndex().isValid() and self.figures.rowCount():
            self.setCurrentIndex(self.figures.index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def height_of_rows(self) -> int:
        """As high as all its rows with the heading."""
        rows = self.figures.rowCount() * self.verticalHeader().defaultSectionSize()
        return self.horizontalHeader().sizeHint().height() + rows + 2

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() and not self.signalsBlocked():
            self.chosen.emit(self.key())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.figures.rowCount():
            self.setCurrentIndex(self.figures.index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open(self.currentIndex().row())
                return True
            if plain and event.key() == Qt.Key.Key_Escape:
                self.left.emit()
                return True
        return False

    def keyboardSearch(self, search: str) -> None:
        """Letters do not walk through findings."""

    def _open(self, line: int) -> None:
        if 0 <= line < self.figures.rowCount() and self.figures.row(line).key is not None:
            self.opened.emit(self.figures.row(line).key)

    def _line_of(self, key: object, line: int) -> int:
        count = self.figures.rowCount()
        if key is not None:
            for at in range(min(count, LOOKED_THROUGH)):
                if self.figures.row(at).key == key:
                    return at
        return min(max(line, 0), count - 1)

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.ensurePolished()
        self.ensurePolished()
        for at, heading in enumerate(self.figures.headings):
            mode = QHeaderView.ResizeMode.Stretch if heading.wide else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(at, mode)
            if not heading.wide:
                self.setColumnWidth(at, self._needed(at, heading))

    def _needed(self, at: int, heading: Heading) -> int:
        widest = self.horizontalHeader().fontMetrics().horizontalAdvance(heading.words)
        for line in range(min(MEASURED, self.figures.rowCount())):
            cells = self.figures.row(line).cells
            if at < len(cells):
                widest = max(widest, self.fontMetrics().horizontalAdvance(cells[at]))
        return min(widest + self._theme.px(ROOM), self._theme.px(WIDEST))
