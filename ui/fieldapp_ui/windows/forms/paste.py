"""Rows pasted from a spreadsheet; the cells that would not be taken over are shown first: where each stands, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from fieldapp_ui.editing.forms.entry import FormEntry
from fieldapp_ui.editing.forms.pasting import BadCell, Block, read_block
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, column, label

if TYPE_CHECKING:
    from fieldapp_ui.windows.forms.rows import RowsPage


class RowPasting(QObject):
    """Ctrl+V in a list of rows: a block from a spreadsheet, from the cell with the cursor on, as one deed."""

    def __init__(self, page: RowsPage, entry: FormEntry, theme: Theme) -> None:
        super().__init__(page)
        self._page, self._entry, self._theme = page, entry, theme

    def paste(self, text: str) -> None:
        """Takes it over; what cannot be read is shown first."""
        page, grid = self._page, self._page.grid
        if page.section is None:
            return
        here = grid.currentIndex()
        row, column_at = max(0, here.row()), max(0, here.column() - 1)
        block = read_block(self._entry.reading, grid.rows.table, text, row, column_at, page.grows())
        if not block.bad and not block.beyond:
            self._take_over(block)
            return
        grid.commit()
        preview = PastePreview(block, self._theme, page)
        preview.accepted.connect(lambda: self._take_over(block))
        preview.finished.connect(lambda _: grid.setFocus(Qt.FocusReason.OtherFocusReason))
        preview.open()

    def _take_over(self, block: Block) -> None:
        page = self._page
        if page.section is not None and block.answers:
            self._entry.paste(page.section.ref, block.more, block.answers)
        words = [tr("{count} cells pasted", count=len(block.answers))]
        if block.bad:
            words.append("✕ " + tr("{count} left out", count=len(block.bad)))
        page.tell(" · ".join(words))


class PastePreview(QDialog):
    """Enter takes the good cells, Escape none. Signals: those of a dialog."""

    def __init__(self, block: Block, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        px = theme.px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Paste rows"))
        body = column(self, margin=px(24), gap=px(12))
        count, bad = len(block.answers), len(block.bad)
        body.addWidget(
            label(tr("{count} cells are good, {bad} are not", count=count, bad=bad), "heading", wrap=True)
        )
        if block.beyond:
            body.addWidget(
                label("✕ " + tr("{count} rows have no place here", count=block.beyond), "error", wrap=True)
            )
        self.table = _table(block.bad, theme, self)
        self.table.setVisible(bool(block.bad))
        body.addWidget(self.table, 1)
        keys = QHBoxLayout()
        keys.setSpacing(px(8))
        keys.addWidget(label(tr("What is left out keeps its answer of before."), "caption", wrap=True), 1)
        keys.addWidget(button(tr("Cancel") + "  Esc", self.reject, role="quiet"))
        self.take = button(tr("Take the good ones"), self.accept, role="primary")
        self.take.setDefault(True)
        self.take.setEnabled(bool(block.answers))
        keys.addWidget(self.take)
        body.addLayout(keys)
        self.resize(px(680), min(px(460), parent.window().height() - px(60)))
        (self.take if block.answers else self.table).setFocus(Qt.FocusReason.OtherFocusReason)


def _table(bad: tuple[BadCell, ...], theme: Theme, parent: QWidget) -> QTableWidget:
    headings = (tr("Row"), tr("Column"), tr("Pasted"), tr("Why not"))
    table = QTableWidget(len(bad), len(headings), parent)
    table.setHorizontalHeaderLabels(headings)
    table.setAccessibleName(tr("Cells that are not taken over"))
    table.setProperty("role", "figures")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.px(32))
    for row, cell in enumerate(bad):
        for at, words in enumerate((str(cell.row), cell.heading, cell.value, f"✕ {cell.why}")):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            table.setItem(row, at, item)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for at, width in enumerate((56, 150, 170)):
        table.setColumnWidth(at, theme.px(width))
    header.setStretchLastSection(True)
    return table
