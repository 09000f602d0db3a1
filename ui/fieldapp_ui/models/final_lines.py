"""A finalised form as a table to read: number, question, answer, and what was said of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from fieldapp_ui.editing.forms.final import FinalLine
from fieldapp_ui.fonts import heavier_weight
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class FinalModel(QAbstractTableModel):
    """Headings stand in the column of the questions."""

    def __init__(self, theme: Theme, lines: tuple[FinalLine, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._lines = theme, lines
        self._heading = QFont()
        self._heading.setPixelSize(theme.px(15))
        self._heading.setWeight(QFont.Weight(heavier_weight()))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        words = (line.number, line.label, line.answer, line.said)[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return words
            case Qt.ItemDataRole.FontRole if not line.number:
                return self._heading
            case Qt.ItemDataRole.BackgroundRole if not line.number:
                return self._theme.colour("raised")
            case Qt.ItemDataRole.BackgroundRole if line.said:
                return self._theme.colour("unknown_soft")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (tr("No."), tr("Question"), tr("Answer"), tr("Remarks"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
