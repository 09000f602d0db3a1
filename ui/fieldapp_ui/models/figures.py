"""A table that is only read: headings and rows of words, figures at the right; rows may be made as they are seen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from fieldapp_ui.fonts import heavier_weight

Index = QModelIndex | QPersistentModelIndex
Tone = Literal["", "met", "not_met", "unknown", "soft", "accent"]


@dataclass(frozen=True)
class Heading:
    """A column. `right` for figures; `wide` takes the room that is left; `tip` says what it counts."""

    words: str
    right: bool = False
    wide: bool = False
    tip: str = ""


@dataclass(frozen=True)
class FigureRow:
    """`key` is what Enter opens (None: nothing); `tones` colour the cells, `tips` explain them, the last one fills."""

    cells: tuple[str, ...]
    key: object = None
    tones: tuple[Tone, ...] = ()
    tips: tuple[str, ...] = ()
    strong: bool = False


class FiguresModel(QAbstractTableModel):
    """Shows what it was given last; `colour` gives the colour of a tone."""

    def __init__(self, colour: Callable[[str], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colour = colour
        self._headings: tuple[Heading, ...] = ()
        self._rows: Sequence[FigureRow] = ()
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight(heavier_weight()))

    def show_rows(self, headings: Sequence[Heading], rows: Sequence[FigureRow]) -> None:
        """These headings and rows from now on."""
        self.beginResetModel()
        self._headings, self._rows = tuple(headings), rows
        self.endResetModel()

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The columns."""
        return self._headings

    def row(self, at: int) -> FigureRow:
        """A row; raises IndexError."""
        return self._rows[at]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 — Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 — Qt's signature
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, at = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.cells[at] if at < len(row.cells) else ""
            case Qt.ItemDataRole.ToolTipRole:
                tip = row.tips[min(at, len(row.tips) - 1)] if row.tips else ""
                return tip or (row.cells[at] if at < len(row.cells) else "")
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(at)
            case Qt.ItemDataRole.ForegroundRole:
                tone = row.tones[min(at, len(row.tones) - 1)] if row.tones else ""
                return self._colour(tone) if tone else None
            case Qt.ItemDataRole.FontRole:
                return self._bold if row.strong else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._headings):
            return None
        heading = self._headings[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading.words
            case Qt.ItemDataRole.ToolTipRole:
                return heading.tip or heading.words
            case Qt.ItemDataRole.TextAlignmentRole:
                return self._side(section)
        return None

    def _side(self, at: int) -> Qt.AlignmentFlag:
        right = self._headings[at].right
        return (
            Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        ) | Qt.AlignmentFlag.AlignVCenter
