"""The village's checklists as a matrix of marks; Enter or a click opens a household's."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from fieldapp.standards.outcome import Checklist
from fieldapp_ui.language import tr
from fieldapp_ui.models.village_checks import Column, VillageChecks
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, label
from fieldapp_ui.windows.verdicts import MARKS, verdict_words


class _Table(QTableView):
    """Enter opens the row."""

    opened = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class VillageMatrix(QWidget):
    """Signals: `household_chosen(str)`; `stop_wanted()` while the village is being read."""

    household_chosen = Signal(str)
    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.px
        self.model = VillageChecks(theme.colour, verdict_words, self)
        self.table = _Table(self)
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        header.setProperty("role", "criteria")
        self.table.verticalHeader().setDefaultSectionSize(px(36))
        self.table.opened.connect(self._open)
        self.table.clicked.connect(lambda index: self._open(index.row()))
        self.table.setAccessibleName(tr("Households and criteria"))
        self._empty = label(tr("No household of this village is in your register yet."), "", wrap=True)
        self._legend = label("", "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(8), px(24), px(16))
        column.setSpacing(px(8))
        column.addWidget(self._reading_strip(theme))
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)
        column.addWidget(self._legend)
        column.addStretch(0)
        self._width, self._padding = px(112), px(8)

    def show_checks(self, checks: Sequence[Checklist], names: Sequence[str], titles: Sequence[str]) -> None:
        """Shows a village."""
        self._reading.hide()
        self._empty.setText(tr("No household of this village is in your register yet."))
        self._empty.setVisible(not checks)
        self.table.setVisible(bool(checks))
        self.model.show_checks(checks, names, titles, tr("Household"))
        marks = "  ".join(f"{mark} {verdict_words(verdict)}" for verdict, mark in MARKS.items())
        self._legend.setText(marks)
        self._legend.setVisible(bool(checks))
        if checks:
            header = self.table.horizontalHeader()
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setSectionResizeMode(Column.HOUSEHOLD, QHeaderView.ResizeMode.Fixed)
            self.table.setColumnWidth(Column.HOUSEHOLD, self._width)
            self._fit_header()
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        """As high as the longest title needs in its column, whatever the text size."""
        header, tall = self.table.horizontalHeader(), 0
        for section in range(self.model.columnCount()):
            title = str(self.model.headerData(section, Qt.Orientation.Horizontal))
            room = QRect(0, 0, max(1, header.sectionSize(section) - 2 * self._padding), 10_000)
            # A title breaks between characters in Chinese, between words elsewhere.
            needed = header.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), title).height()
            tall = max(tall, needed)
        header.setFixedHeight(tall + 2 * self._padding)

    def show_progress(self, done: int, total: int) -> None:
        """A village is being read: how many households are checked. `total` 0: not counted yet."""
        for part in (self._empty, self.table, self._legend):
            part.hide()
        self._reading.show()
        self._count.setText(
            tr("Checking {done} of {total} households", done=done, total=total) if total else ""
        )
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def show_stopped(self) -> None:
        """The worker stopped it, or went elsewhere; a village that is shown already stays."""
        if self._reading.isHidden():
            return
        self._reading.hide()
        self._empty.setText(tr("Stopped. “Check again” reads the village from the start."))
        self._empty.show()

    def show_trouble(self, sentence: str) -> None:
        """Why there is nothing to show, and what to do."""
        for part in (self._reading, self.table, self._legend):
            part.hide()
        self._empty.setText(f"✕ {sentence}")
        self._empty.show()

    def _reading_strip(self, theme: Theme) -> QWidget:
        self._reading = QWidget(self)
        self._count = label("", "caption")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.stop = button(tr("Stop"), self.stop_wanted.emit, role="quiet", mark="stop", theme=theme)
        row = QHBoxLayout(self._reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        for part in (self._count, self._bar, self.stop):
            row.addWidget(part)
        row.setStretch(1, 1)
        self._reading.hide()
        return self._reading

    def _open(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            self.household_chosen.emit(self.model.check(row).household)
