"""The members of a household as a table, a row each; the last row may be one that is being typed and is not kept yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fieldapp.journal.commit import Value
from fieldapp.register.checks import entered_value
from fieldapp.register.declarations import FieldSpec
from fieldapp.register.values import to_text
from fieldapp.store.records import Record, year_record
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.fact_reading import FactReading
from fieldapp_ui.editing.newcomer import fills

Index = QModelIndex | QPersistentModelIndex
COLUMNS = (
    ("person", "name"),
    ("person", "id_no"),
    ("person", "sex"),
    ("person", "birth_date"),
    ("person", "relation"),
    ("person", "ethnic"),
    ("person", "phone"),
    ("person_year", "school_status"),
    ("person_year", "health"),
    ("person_year", "labour"),
)
"""In the order in which they are typed; a dictionary that lacks one leaves it out."""


class MembersModel(QAbstractTableModel):
    """`show_people` brings the members; `begin_draft` adds the row that is being typed."""

    def __init__(self, desk: Desk, reading: FactReading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._reading = desk, reading
        dictionary = desk.vault.dictionary
        self.specs: tuple[FieldSpec, ...] = tuple(
            dictionary.field(name, key) for name, key in COLUMNS if dictionary.has_field(name, key)
        )
        self._given: tuple[Record, ...] = ()
        self._people: tuple[Record, ...] = ()
        self._yearly: dict[str, Record | None] = {}
        self._order: tuple[int, bool] | None = None
        self.draft: dict[str, str] | None = None

    def show_people(self, people: Sequence[Record], year: int) -> None:
        """These members from now on, with their facts of a year; nothing moves where nothing is new."""
        yearly = {one.id: year_record(self._desk.vault, "person_year", one.id, year) for one in people}
        if (self._given, self._yearly) == (tuple(people), yearly):
            return
        self.beginResetModel()
        self._given, self._yearly = tuple(people), yearly
        self._arrange()
        self.endResetModel()

    def sort_by(self, column: int) -> None:
        """Order by a column; again turns it round, a third time brings back the order of the household."""
        before = self._order
        self.beginResetModel()
        if before is None or before[0] != column:
            self._order = (column, False)
        else:
            self._order = None if before[1] else (column, True)
        self._arrange()
        self.endResetModel()

    @property
    def people(self) -> tuple[Record, ...]:
        """The members in the order of the rows."""
        return self._people

    def person(self, row: int) -> str:
        """The record id at a row, empty for the row that is being typed."""
        return self._people[row].id if 0 <= row < len(self._people) else ""

    def row_of(self, person: str) -> int:
        """The row of a member, -1 where there is none."""
        return next((row for row, one in enumerate(self._people) if one.id == person), -1)

    def is_draft(self, row: int) -> bool:
        """Whether this is the row that is being typed."""
        return self.draft is not None and row == len(self._people)

    def begin_draft(self) -> int:
        """Add the row that is being typed; returns its number."""
        if self.draft is None:
            row = len(self._people)
            self.beginInsertRows(QModelIndex(), row, row)
            self.draft = {}
            self.endInsertRows()
        return len(self._people)

    def drop_draft(self) -> None:
        """Take the row that is being typed away."""
        if self.draft is not None:
            row = len(self._people)
            self.beginRemoveRows(QModelIndex(), row, row)
            self.draft = None
            self.endRemoveRows()

    def set_draft(self, column: int, typed: str) -> None:
        """Put a text into the row that is being typed; an identity number tells sex and birth date."""
        if self.draft is None:
            return
        key = self.specs[column].key
        self.draft[key] = typed.strip()
        if key == "id_no":
            sex, birth = fills(typed)
            if birth:
                self.draft |= {"sex": sex, "birth_date": birth}
        row = len(self._people)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.specs) - 1))

    def value(self, row: int, column: int) -> Value:
        """The stored value of a cell of a member."""
        spec = self.specs[column]
        if not 0 <= row < len(self._people):
            return None
        one: Record | None = self._people[row]
        if spec.list != "person":
            one = self._yearly.get(self._people[row].id)
        return one.values.get(spec.key) if one else None

    def text(self, row: int, column: int) -> str:
        """What a cell shows."""
        spec = self.specs[column]
        if self.is_draft(row):
            return self._draft_text(spec)
        return self._reading.shown(spec.list, spec.key, {spec.key: self.value(row, column)})[0]

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(self._people) + (self.draft is not None)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.specs)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.EditRole:
            return self._edited(index.row(), index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.specs):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            mark = (
                "" if self._order is None or self._order[0] != section else " ▼" if self._order[1] else " ▲"
            )
            return self._reading.label(self.specs[section]) + mark
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _edited(self, row: int, column: int) -> str:
        spec = self.specs[column]
        if self.is_draft(row):
            return (self.draft or {}).get(spec.key, "")
        return str(self.value(row, column) or "")

    def _draft_text(self, spec: FieldSpec) -> str:
        typed = (self.draft or {}).get(spec.key, "")
        if not typed or not spec.codes:
            return typed
        dictionary = self._desk.vault.dictionary
        value = entered_value(spec, typed, dictionary, today=self._desk.today().isoformat())
        return to_text(spec, value, dictionary, self._desk.texts) if isinstance(value, str) else typed

    def _arrange(self) -> None:
        self._people = self._given
        if self._order is None:
            return
        column, down = self._order
        keyed = [(self.value(row, column), one) for row, one in enumerate(self._people)]
        keyed.sort(key=lambda pair: _sortable(pair[0]), reverse=down)
        self._people = tuple(one for _, one in keyed)


def draft_facts(draft: Mapping[str, str]) -> Mapping[str, str]:
    """What was typed, without blanks."""
    return {key: text for key, text in draft.items() if text.strip()}


def _sortable(value: Value) -> tuple[bool, int, str]:
    """Unknown last; codes that are figures by their size."""
    text = "" if value is None else str(value)
    return value is None, int(text) if text.isdecimal() and len(text) < 6 else 0, text
