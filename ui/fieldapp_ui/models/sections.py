"""The outline of a form as a list model: title, mark as shape and word, and how many questions are answered."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fieldapp_ui.editing.form_plan import RANGE
from fieldapp_ui.editing.form_reading import Count, FormReading
from fieldapp_ui.language import tr

_Index = QModelIndex | QPersistentModelIndex
SHAPES = {"done": "✓", "open": "○", "wrong": "✕", "empty": "–"}


class SectionRole(IntEnum):
    """What a delegate asks for besides the title."""

    MARK = Qt.ItemDataRole.UserRole
    WORD = Qt.ItemDataRole.UserRole + 1
    LEVEL = Qt.ItemDataRole.UserRole + 2


def word_of(count: Count) -> str:
    """The mark in words: `complete`, `2 to correct`, `3/12`."""
    if count.mark == "wrong":
        return tr("{count} to correct", count=count.wrong)
    if count.mark == "empty":
        return tr("nothing asked")
    return tr("complete") if count.mark == "done" else f"{count.done}/{count.total}"


class SectionModel(QAbstractListModel):
    """Rows are the sections of the plan; those where nothing is asked now stay, so that nothing jumps."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading: FormReading | None = None

    def show_form(self, reading: FormReading) -> None:
        """Shows a plan anew."""
        self.beginResetModel()
        self._reading = reading
        self.endResetModel()

    def recount(self, refs: frozenset[str]) -> None:
        """Questions changed, the sections did not: those they stand in, and the lists of rows around, are shown anew."""
        if self._reading is None:
            return
        plan = self._reading.plan
        places = {plan.place[ref] for ref in refs if ref in plan.place}
        touched = {plan.sections[place].ref for place in places}
        for place, section in enumerate(plan.sections):
            stem = section.ref.removesuffix(RANGE) + "["
            if place in places or (section.kind == "rows" and any(ref.startswith(stem) for ref in touched)):
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 — Qt's signature
        return 0 if self._reading is None or parent.isValid() else len(self._reading.sections)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._reading is None or not index.isValid():
            return None
        section = self._reading.sections[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._reading.title(section)
            case SectionRole.LEVEL:
                return section.level
            case SectionRole.MARK:
                return self._reading.count(section).mark
            case SectionRole.WORD:
                return self._words(index.row())
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self._reading.title(section)}, {self._words(index.row())}"
        return None

    def _words(self, row: int) -> str:
        if self._reading is None:
            return ""
        section = self._reading.sections[row]
        if section.kind == "rows" and not self._reading.rows(section.ref):
            return tr("no rows")
        return word_of(self._reading.count(section))
