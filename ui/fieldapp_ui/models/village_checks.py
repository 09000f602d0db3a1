"""A village as a matrix: a row for each household, a column for each criterion, marks as shapes, never a ranking."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fieldapp.standards.outcome import Checklist, Verdict

_Index = QModelIndex | QPersistentModelIndex
_SHAPES: dict[Verdict, str] = {"met": "✓", "not_met": "✕", "unknown": "◌"}


class Column(IntEnum):
    """Before the criteria."""

    HOUSEHOLD = 0
    FIRST_CRITERION = 1


class VillageChecks(QAbstractTableModel):
    """Households in the order of the register. The verdict of a cell is its UserRole; the tool tip says it in words."""

    def __init__(
        self, colour: Callable[[Verdict], Any], words: Callable[[Verdict], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._colour, self._words = colour, words
        self._checks: tuple[Checklist, ...] = ()
        self._names: tuple[str, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._heading = ""

    def show_checks(
        self, checks: Sequence[Checklist], names: Sequence[str], titles: Sequence[str], heading: str
    ) -> None:
        """Replaces the matrix: a name for each household, a title for each criterion."""
        self.beginResetModel()
        self._checks, self._names, self._titles, self._heading = (
            tuple(checks),
            tuple(names),
            tuple(titles),
            heading,
        )
        self.endResetModel()

    def check(self, row: int) -> Checklist:
        """The checklist of a row."""
        return self._checks[row]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 — Qt's signature
        return 0 if parent.isValid() else len(self._checks)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 — Qt's signature
        return 0 if parent.isValid() else Column.FIRST_CRITERION + len(self._titles)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.column() == Column.HOUSEHOLD:
            return self._names[index.row()] if role == Qt.ItemDataRole.DisplayRole else None
        outcome = self._checks[index.row()].outcomes[index.column() - Column.FIRST_CRITERION]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _SHAPES[outcome.verdict]
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(outcome.verdict)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                title = self._titles[index.column() - Column.FIRST_CRITERION]
                return f"{self._names[index.row()]} · {title}: {self._words(outcome.verdict)}"
            case Qt.ItemDataRole.UserRole:
                return outcome.verdict
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        title = (
            self._heading if section == Column.HOUSEHOLD else self._titles[section - Column.FIRST_CRITERION]
        )
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        return title if role == Qt.ItemDataRole.ToolTipRole else None
