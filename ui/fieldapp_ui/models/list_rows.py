"""A list of the register as a table: its length is known at once, cells are read a page at a time as they are seen."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fieldapp.journal.commit import Value
from fieldapp.register.declarations import FieldSpec
from fieldapp.register.values import to_text
from fieldapp.store.field_rights import shown
from fieldapp.store.finding.columns import column_of
from fieldapp.store.finding.selection import ViewRow, read_cells
from fieldapp.store.regions import region
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.references import reference_words
from fieldapp_ui.editing.views import ListView

Index = QModelIndex | QPersistentModelIndex
PAGE = 64
PAGES_KEPT = 24
_RIGHT = frozenset(("int", "decimal", "money"))


@dataclass(frozen=True)
class Line:
    """A row as it is shown: the record, its parent's id (empty for a list without one), the words of the cells."""

    id: str
    parent: str
    words: tuple[str, ...]


class ListRowsModel(QAbstractTableModel):
    """Rows of the list, filters and columns that a ListView holds; `show_numbers` brings which rows there are."""

    def __init__(self, desk: Desk, view: ListView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._view = desk, view
        self._numbers: Sequence[int] = array("q")
        self._pages: OrderedDict[int, tuple[Line | None, ...]] = OrderedDict()
        self._villages: dict[str, str] = {}
        self._columns: tuple[str, ...] = view.paths
        self._specs = self._read_specs()

    @property
    def total(self) -> int:
        """How many rows there are."""
        return len(self._numbers)

    def show_numbers(self, numbers: Sequence[int]) -> None:
        """These rows from now on, with the columns of the view."""
        self.beginResetModel()
        self._numbers = numbers
        self._pages.clear()
        self._columns = self._view.paths
        self._specs = self._read_specs()
        self.endResetModel()

    def show_columns(self) -> None:
        """The same rows with the columns of the view."""
        self.show_numbers(self._numbers)

    def line(self, row: int) -> Line | None:
        """The row as it is shown, None where it is gone."""
        if not 0 <= row < len(self._numbers):
            return None
        page, at = divmod(row, PAGE)
        if page not in self._pages:
            self._pages[page] = self._read(page)
            while len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return self._pages[page][at]

    def record(self, row: int) -> str:
        """The record id at a row, empty where there is none."""
        line = self.line(row)
        return line.id if line else ""

    def row_of(self, record: str) -> int:
        """The row of a record, -1 where it is not among them."""
        found = self._desk.vault.db.execute(
            f'select n from "{self._view.list}" where id = ?', [record]
        ).fetchone()
        try:
            return self._numbers.index(found[0]) if found else -1
        except ValueError:
            return -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._numbers):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            line = self.line(index.row())
            return line.words[index.column()] if line else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._view.label(self._columns[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return None

    def _side(self, section: int) -> Qt.AlignmentFlag:
        right = self._specs[section].type in _RIGHT
        return (
            Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        ) | Qt.AlignmentFlag.AlignVCenter

    def _read_specs(self) -> tuple[FieldSpec, ...]:
        return tuple(
            column_of(self._desk.vault.dictionary, self._view.list, path).spec for path in self._columns
        )

    def _read(self, page: int) -> tuple[Line | None, ...]:
        desk = self._desk
        numbers = self._numbers[page * PAGE : (page + 1) * PAGE]
        parent = desk.vault.dictionary.lists[self._view.list].parent
        columns = (*self._columns, *([parent] if parent else []))
        found = read_cells(desk.vault, self._view.list, numbers, columns, year=desk.today().year)
        lines = {row.n: self._line(row, bool(parent)) for row in found}
        return tuple(lines.get(n) for n in numbers)

    def _line(self, row: ViewRow, has_parent: bool) -> Line:
        words = tuple(self._words(spec, value) for spec, value in zip(self._specs, row.values, strict=False))
        return Line(row.id, str(row.values[-1] or "") if has_parent else "", words)

    def _words(self, spec: FieldSpec, value: Value) -> str:
        """As this worker's role is shown it in passing."""
        vault, texts = self._desk.vault, self._desk.texts
        if value is None:
            return ""
        if spec.key == "scope":
            return self._village(str(value))
        if spec.type == "ref":
            return reference_words(vault, spec, str(value), texts)
        return shown(vault, spec, to_text(spec, value, vault.dictionary, texts))[0]

    def _village(self, scope: str) -> str:
        if scope not in self._villages:
            found = region(self._desk.vault, scope)
            self._villages[scope] = found.name if found else scope
        return self._villages[scope]
