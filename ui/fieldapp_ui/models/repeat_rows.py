"""The rows of a repeat as a table: how far a row is and what it is about, then an answer a cell, in words."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fieldapp_ui.editing.forms.counts import Count
from fieldapp_ui.editing.forms.plan import RANGE
from fieldapp_ui.editing.forms.reading import FormReading
from fieldapp_ui.editing.forms.table import FIGURES, Table
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.language import tr
from fieldapp_ui.models.sections import MANY_ROWS, SHAPES, spoken, word_of
from fieldapp_ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


MOST_UNNAMED = 6
"""A wider table scrolls sideways: there the row's own cell, which stays in sight, names the row."""


class CellRole(IntEnum):
    """What a view asks for besides the words: the question's reference."""

    REF = Qt.ItemDataRole.UserRole


class RepeatModel(QAbstractTableModel):
    """Column 0 is the row itself, the others are the columns of its Table."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reading: FormReading | None = None
        self.table = Table("")
        self.rows: tuple[str, ...] = ()
        self._places: dict[str, list[int]] = {}
        self._figures: frozenset[int] = frozenset()

    def show_rows(self, reading: FormReading, table: Table) -> None:
        """These rows from now on."""
        self.beginResetModel()
        self._reading, self.table = reading, table
        self.rows = reading.rows(table.range_ref)
        self._places = {row: [] for row in self.rows}
        self._figures = frozenset(
            at for at in range(1, len(table.columns) + 1) if self.rows and self._is_figure(self.ref(0, at))
        )
        stem = table.range_ref.removesuffix(RANGE) + "["
        for place, section in enumerate(reading.sections):
            if section.ref.startswith(stem) and section.kind != "rows":
                self._places[section.ref[: section.ref.index("]", len(stem)) + 1]].append(place)
        self.endResetModel()

    def show_changed(self, refs: frozenset[str]) -> None:
        """Answers changed: the rows they stand in are shown anew."""
        stem = self.table.range_ref.removesuffix(RANGE) + "["
        touched = {ref[: ref.index("]", len(stem)) + 1] for ref in refs if ref.startswith(stem)}
        places = sorted(int(row[len(stem) : -1]) - 1 for row in touched if row in self._places)
        if len(places) > MANY_ROWS:  # one word for all of them: the view paints what is in sight only
            last = self.index(places[-1], len(self.table.columns))
            self.dataChanged.emit(self.index(places[0], 0), last)
            return
        for place in places:
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.table.columns)))

    def ref(self, row: int, column: int) -> str:
        """The question of a cell; empty where there is none."""
        if (
            self._reading is None
            or not 0 <= row < len(self.rows)
            or not 0 < column <= len(self.table.columns)
        ):
            return ""
        ref = self.rows[row] + self.table.columns[column - 1].path
        return ref if self._reading.has(ref) else ""

    def cell(self, ref: str) -> QModelIndex:
        """Where a question or a row stands."""
        for row, name in enumerate(self.rows):
            if ref == name or ref.startswith(name + "/"):
                paths = [column.path for column in self.table.columns]
                path = ref.removeprefix(name)
                return self.index(row, paths.index(path) + 1 if path in paths else 0)
        return QModelIndex()

    def is_asked(self, index: Index) -> bool:
        """Whether a cell can be answered now."""
        ref = self.ref(index.row(), index.column())
        return bool(ref) and self._reading is not None and self._reading.is_asked(ref)

    def count(self, row: int) -> Count:
        """How far a row is, with what stands on its page only."""
        if self._reading is None:
            return Count()
        places = self._places[self.rows[row]]
        return sum((self._reading.count(self._reading.sections[place]) for place in places), Count())

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.table.columns) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        there = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return there | Qt.ItemFlag.ItemIsEditable if self.is_asked(index) else there

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._reading is None or not index.isValid():
            return None
        if index.column() == 0:
            return self._row_data(index.row(), role)
        ref = self.ref(index.row(), index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(ref)
            case CellRole.REF:
                return ref
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(index.column() in self._figures)
            case Qt.ItemDataRole.ToolTipRole:
                return self.said(ref) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                heading = self.table.columns[index.column() - 1].heading
                return tr(", ").join(part for part in (heading, self.words(ref), self.said(ref)) if part)
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(ref)
            case Qt.ItemDataRole.BackgroundRole if ref and self._reading.sentence(ref):
                return self._theme.colour("not_met_soft")
            case Qt.ItemDataRole.BackgroundRole if self._reading.is_unsure(ref):
                return self._theme.colour("unknown_soft")
        return None

    def words(self, ref: str) -> str:
        """What a cell shows: the answer in words, behind ✕ or ⚠ where something is wrong with it, ✎ with a remark."""
        if self._reading is None or not ref or not self._reading.node(ref).relevant:
            return "–"
        node = self._reading.node(ref)
        mark = "✕ " if self._reading.sentence(ref) else "⚠ " if self._reading.is_unsure(ref) else ""
        if node.value:
            shown = " ".join(self._reading.shown(ref, node.value).removesuffix(".0").split())
        else:
            shown = tr("Required") if node.required and not node.readonly else ""
        remark = " ✎" if self._reading.remark(ref) else " ↩" if self._reading.returned(ref) else ""
        return f"{mark}{shown}{remark}"

    def said(self, ref: str) -> str:
        """What is to be said of a cell: what is wrong with it, what is to be confirmed, remarks."""
        if self._reading is None or not ref:
            return ""
        node, reading = self._reading.node(ref), self._reading
        parts = (
            f"✕ {reading.sentence(ref)}" if reading.sentence(ref) else "",
            f"⚠ {plain(node.soft_message)} {tr('F8 confirms it.')}" if reading.is_unsure(ref) else "",
            f"↩ {tr('Returned: {words}', words=reading.returned(ref))}" if reading.returned(ref) else "",
            f"✎ {tr('Remark: {words}', words=reading.remark(ref))}" if reading.remark(ref) else "",
        )
        return "\n".join(part for part in parts if part)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section <= len(self.table.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.table.columns[section - 1].heading if section else tr("Row")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section in self._figures)
        return None

    def _row_data(self, row: int, role: int) -> Any:
        if self._reading is None:
            return None
        count, title = self.count(row), self._reading.row_title(self.rows[row])
        match role:
            case Qt.ItemDataRole.DisplayRole:
                narrow = len(self.table.columns) <= MOST_UNNAMED and self._is_named(row, title)
                seen = str(row + 1) if narrow else title
                return f"{SHAPES[count.mark]} {seen}  {word_of(count)}"
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{title}{tr(', ')}{spoken(count)}"
            case Qt.ItemDataRole.ForegroundRole if count.mark in ("wrong", "unsure"):
                return self._theme.colour("not_met" if count.mark == "wrong" else "unknown")
            case CellRole.REF:
                return self.rows[row]
        return None

    def _is_named(self, row: int, title: str) -> bool:
        """Whether a cell of the row says what its name says: a name that the register gave stands in no cell."""
        name = title.partition(" · ")[2]
        return self.table.whole and (
            not name or any(name in self.words(self.ref(row, at)) for at in range(1, self.columnCount()))
        )

    def _is_figure(self, ref: str) -> bool:
        """Figures stand under one another by their last digit."""
        node = self._reading.node(ref) if self._reading is not None and ref else None
        return node is not None and node.kind in ("input", "range") and node.type in FIGURES

    def _colour(self, ref: str) -> Any:
        if self._reading is None or not ref:
            return self._theme.colour("faint")
        if self._reading.sentence(ref):
            return self._theme.colour("not_met")
        if self._reading.is_unsure(ref):
            return self._theme.colour("unknown")
        node = self._reading.node(ref)
        return None if node.value and self._reading.is_asked(ref) else self._theme.colour("soft")


def _side(right: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
