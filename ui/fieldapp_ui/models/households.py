"""The register as a table: households fetched a page at a time in the order of a stored field."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fieldapp.domain.money import format_fen
from fieldapp.journal.commit import Value
from fieldapp.store.records import Record, children, count, rows, year_record
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.card import HEAD_RELATION
from fieldapp_ui.editing.facts import shown_text
from fieldapp_ui.language import tr

Index = QModelIndex | QPersistentModelIndex
PAGE = 60


class Column(IntEnum):
    """The columns from left to right."""

    NUMBER = 0
    HEAD = 1
    GROUP = 2
    MEMBERS = 3
    INCOME = 4
    STATUS = 5
    VISITED = 6
    HELPER = 7
    ATTRIBUTE = 8


# The stored field a column is ordered by; a column without one follows from other lists and cannot be.
ORDERS: Mapping[int, str] = {
    Column.NUMBER: "household_no",
    Column.GROUP: "natural_village",
    Column.STATUS: "status",
    Column.ATTRIBUTE: "household_attribute",
    Column.HELPER: "helper_name",
}
NUMBERS = frozenset((Column.MEMBERS, Column.INCOME))


@dataclass(frozen=True)
class HouseholdRow:
    """One line: the record's id and the words of each column."""

    id: str
    words: tuple[str, ...]


class HouseholdsModel(QAbstractTableModel):
    """Rows come when the table asks for them; `total` is how many there are in all."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[HouseholdRow] = []
        self._where: Mapping[str, Value] = {}
        self._order, self._descending = "household_no", False
        self._seen = 0
        self.total = 0

    def show_scope(self, where: Mapping[str, Value]) -> None:
        """Read anew: the chosen village, narrowed to stored values."""
        self.beginResetModel()
        self._where = dict(where)
        self._rows.clear()
        self._seen = 0
        self.total = count(self._desk.vault, "household", self._desk.scope.code, where=self._where)
        self._read_page()
        self.endResetModel()

    def household(self, row: int) -> str:
        """The record id at a row, empty where there is none."""
        return self._rows[row].id if 0 <= row < len(self._rows) else ""

    def row_of(self, household: str) -> int:
        """The row of a household among those fetched, -1 when it is not among them."""
        return next((row for row, one in enumerate(self._rows) if one.id == household), -1)

    def refresh(self, household: str) -> None:
        """Read one row again, in its place."""
        row = self.row_of(household)
        found = rows_of(self._desk, household)
        if row >= 0 and found is not None:
            self._rows[row] = found
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()].words[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if index.column() in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return headings()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section in NUMBERS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and section not in ORDERS:
            return tr("This column cannot be sorted: it is computed.")
        return None

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._seen < self.total

    def fetchMore(self, parent: Index) -> None:
        page = self._page()
        if page:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(page) - 1)
            self._rows += page
            self.endInsertRows()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by the column's stored field; other columns leave the order as it is."""
        if column in ORDERS:
            self._order, self._descending = ORDERS[column], order == Qt.SortOrder.DescendingOrder
            self.show_scope(self._where)

    def _read_page(self) -> None:
        self._rows += self._page()

    def _page(self) -> list[HouseholdRow]:
        found = rows(
            self._desk.vault,
            "household",
            self._desk.scope.code,
            order=self._order,
            descending=self._descending,
            limit=PAGE,
            offset=self._seen,
            where=self._where,
        )
        self._seen = self._seen + len(found) if found else self.total
        return [household_row(self._desk, one) for one in found]


def headings() -> tuple[str, ...]:
    """The column headings, units in them."""
    return (
        tr("Number"),
        tr("Head of household"),
        tr("Group"),
        tr("Members"),
        tr("Income per person (yuan)"),
        tr("State"),
        tr("Visited"),
        tr("Helper"),
        tr("Attribute"),
    )


def rows_of(desk: Desk, household: str) -> HouseholdRow | None:
    """The line of one household, None when it is gone."""
    from fieldapp.store.records import record

    found = record(desk.vault, "household", household)
    return household_row(desk, found) if found else None


def household_row(desk: Desk, household: Record) -> HouseholdRow:
    """The words of a household's line in the present year."""
    vault, texts, values = desk.vault, desk.texts, household.values
    people = children(vault, "person", household.id)
    head = next(
        (p for p in people if p.values.get("relation") == HEAD_RELATION), people[0] if people else None
    )
    year = year_record(vault, "household_year", household.id, desk.today().year)
    facts: Mapping[str, Value] = year.values if year else {}
    size, income = facts.get("size_end"), facts.get("net_income")

    def words(key: str) -> str:
        spec = vault.dictionary.field("household", key)
        return shown_text(spec, values.get(key), vault.dictionary, texts, vault)[0]

    per_person = (
        format_fen(round(income / size)) if isinstance(income, int) and isinstance(size, int) and size else ""
    )
    return HouseholdRow(
        household.id,
        (
            words("household_no"),
            str(head.values.get("name") or "") if head else "",
            words("natural_village"),
            str(len(people)),
            per_person,
            words("status"),
            str(facts.get("visited_on") or ""),
            words("helper_name"),
            words("household_attribute"),
        ),
    )
