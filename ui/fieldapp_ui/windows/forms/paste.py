"""What pasted cells would not be taken over, shown before anything is: where each stands, and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from fieldapp_ui.editing.forms.pasting import BadCell, Block
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, column, label


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
