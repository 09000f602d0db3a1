"""The preview of pasted rows as a table: what each column is, what each cell says, which cells are not kept."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fieldapp.register.values import to_text
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.fact_reading import FactReading
from fieldapp_ui.editing.pasted import PastedCell, PastedPeople, PastedRow
from fieldapp_ui.language import tr

Index = QModelIndex | QPersistentModelIndex


class PastedModel(QAbstractTableModel):
    """The first column says what becomes of a row: a new member, somebody who is here, or nothing."""

    def __init__(
        self, desk: Desk, reading: FactReading, pasted: PastedPeople, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._reading, self._pasted = desk, reading, pasted

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._pasted.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._pasted.columns) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._pasted.rows):
            return None
        row = self._pasted.rows[index.row()]
        cell = row.cells[index.column() - 1] if index.column() else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._fate(row) if cell is None else self._words(index.column() - 1, cell)
        wrong = row.refused if cell is None else cell.wrong
        if wrong is not None and role == Qt.ItemDataRole.ToolTipRole:
            return wrong.sentence(tr)
        if wrong is not None and role == Qt.ItemDataRole.ForegroundRole:
            return self._desk.theme.colour("not_met")
        if wrong is not None and role == Qt.ItemDataRole.BackgroundRole:
            return self._desk.theme.colour("not_met_soft")
        passed_over = cell is not None and self._pasted.columns[index.column() - 1] is None
        if passed_over and role == Qt.ItemDataRole.ForegroundRole:
            return self._desk.theme.colour("faint")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == 0:
            return tr("Becomes")
        spec, heading = self._pasted.columns[section - 1], self._pasted.headings[section - 1]
        if spec is None:
            return f"{heading} ({tr('passed over')})"
        return self._reading.label(spec)

    def _fate(self, row: PastedRow) -> str:
        if row.refused is not None:
            return f"✕ {tr('passed over')}"
        return f"✓ {tr('changed')}" if row.person else f"+ {tr('new')}"

    def _words(self, column: int, cell: PastedCell) -> str:
        spec = self._pasted.columns[column]
        if cell.wrong is not None:
            return f"✕ {cell.text}"
        if spec is None or cell.value is None:
            return cell.text
        return to_text(spec, cell.value, self._desk.vault.dictionary, self._desk.texts)
