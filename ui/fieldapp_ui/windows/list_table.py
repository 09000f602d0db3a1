"""The table of a list: rows of 36 px, headings that sort, move and widen; what the worker arranged goes to the view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from fieldapp_ui.editing.views import ListView
from fieldapp_ui.language import tr
from fieldapp_ui.models.list_rows import ListRowsModel

ROW = 36
LEAST, MOST = 64, 320
STEP = 24
MOVED_MS = 0
# Room beside the words of a heading for its paddings and the sort mark, of a cell for its paddings.
HEADING_ROOM, CELL_ROOM, MARK_ROOM = 28, 28, 18
MEASURED = 12


class ListTable(QTableView):
    """Signals: `opened(int)` a row by Enter or double click."""

    opened = Signal(int)

    def __init__(self, view: ListView, model: ListRowsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._rows = view, model
        self._theme = view.desk.theme
        self._arranging = False
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self._theme.px(ROW))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setHighlightSections(True)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(self._theme.px(LEAST))
        header.setToolTip(tr("Click to sort, drag to move, drag the edge to widen."))
        # The heading's weight and paddings come with the style sheet.
        header.ensurePolished()
        self.ensurePolished()
        header.sectionClicked.connect(self._clicked)
        header.sectionResized.connect(self._resized)
        self._soon = QTimer(self, singleShot=True, interval=MOVED_MS)
        self._soon.timeout.connect(self._moved)
        header.sectionMoved.connect(lambda *_: None if self._arranging else self._soon.start())
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.installEventFilter(self)

    @property
    def path(self) -> str:
        """The column the cursor stands in."""
        at = max(0, self.currentIndex().column())
        return self._view.paths[at] if at < len(self._view.paths) else ""

    def show_arrangement(self) -> None:
        """Widths, order and sort mark as the view has them; call after the model has its columns."""
        self._arranging = True
        header = self.horizontalHeader()
        for section in range(header.count()):
            header.moveSection(header.visualIndex(section), section)
        for section, one in enumerate(self._view.view.columns[: header.count()]):
            self.setColumnWidth(section, self._theme.px(one.width) if one.width else self._needed(section))
        order = self._view.view.order
        paths = self._view.paths
        if order and order[0].field in paths:
            down = Qt.SortOrder.DescendingOrder if order[0].descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(paths.index(order[0].field), down)
        else:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._arranging = False

    def choose(self, row: int, path: str = "") -> None:
        """Put the cursor on a row, in the column it stood in or in `path`."""
        paths = self._view.paths
        at = paths.index(path) if path in paths else max(0, min(self.currentIndex().column(), len(paths) - 1))
        if 0 <= row < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(row, at))

    def sort_here(self) -> None:
        """Sort by the cursor's column; again turns it round."""
        self._sort(self.path)

    def widen_here(self, by: int) -> None:
        """Make the cursor's column wider or narrower by a step."""
        at = max(0, self.currentIndex().column())
        width = max(LEAST, round(self.columnWidth(at) * 100 / self._theme.text_size) + by * STEP)
        self._view.widen(self.path, width)
        self.show_arrangement()

    def move_here(self, by: int) -> None:
        """Move the cursor's column to the left or right; the cursor goes with it."""
        row, path = self.currentIndex().row(), self.path
        if path:
            self._view.move(path, by)
            self.choose(row, path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.opened.emit(self.currentIndex().row())
                return True
        return False

    def keyboardSearch(self, search: str) -> None:
        """Letters do not walk through 300,000 rows: the find box and the conditions are for that."""

    def _clicked(self, section: int) -> None:
        self._sort(self._view.paths[section])

    def _sort(self, path: str) -> None:
        order = self._view.view.order
        again = bool(order) and order[0].field == path and not order[0].descending
        if path and self._view.can_sort(path):
            self._view.sort(path, again)
        else:
            self.show_arrangement()

    def _resized(self, section: int, _before: int, width: int) -> None:
        last = section == self.horizontalHeader().count() - 1
        if not self._arranging and not last and section < len(self._view.paths):
            self._view.widen(self._view.paths[section], round(width * 100 / self._theme.text_size))

    def _moved(self) -> None:
        header = self.horizontalHeader()
        paths = self._view.paths
        row, here = self.currentIndex().row(), self.path
        self._view.arrange([paths[header.logicalIndex(at)] for at in range(header.count())])
        self.choose(row, here)

    def _needed(self, section: int) -> int:
        """As wide as the heading and the first rows need, within reason."""
        header, theme = self.horizontalHeader(), self._theme
        words = str(self._rows.headerData(section, Qt.Orientation.Horizontal) or "")
        marked = any(one.field == self._view.paths[section] for one in self._view.view.order)
        widest = header.fontMetrics().horizontalAdvance(words) + theme.px(HEADING_ROOM + marked * MARK_ROOM)
        for row in range(min(MEASURED, self._rows.rowCount())):
            text = str(self._rows.index(row, section).data() or "")
            widest = max(widest, self.fontMetrics().horizontalAdvance(text) + theme.px(CELL_ROOM))
        return min(max(widest, theme.px(LEAST)), theme.px(MOST))
