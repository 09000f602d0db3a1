"""The outline of a form as a list model: title, mark as shape and word, and how many questions are answered."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from fieldapp_ui.editing.forms.counts import Count
from fieldapp_ui.editing.forms.plan import RANGE, Section
from fieldapp_ui.editing.forms.reading import FormReading
from fieldapp_ui.language import tr

_Index = QModelIndex | QPersistentModelIndex
SHAPES = {"done": "●", "part": "◐", "open": "○", "wrong": "✕", "unsure": "⚠", "empty": "–"}
MANY_ROWS = 12
"""A list with more rows is folded in the outline until the worker is in it or unfolds it."""


class SectionRole(IntEnum):
    """What a delegate asks for besides the title."""

    MARK = Qt.ItemDataRole.UserRole
    WORD = Qt.ItemDataRole.UserRole + 1
    LEVEL = Qt.ItemDataRole.UserRole + 2
    FOLD = Qt.ItemDataRole.UserRole + 3


def word_of(count: Count) -> str:
    """The mark in few words: `complete`, `2 to correct`, `1 to confirm`, `3/12`."""
    if count.mark == "wrong":
        return tr("{count} to correct", count=count.wrong)
    if count.mark == "unsure":
        return tr("{count} to confirm", count=count.unsure)
    if count.mark == "empty":
        return tr("nothing asked")
    return tr("complete") if count.mark == "done" else f"{count.done}/{count.total}"


def spoken(count: Count) -> str:
    """The mark in words for tool tips and screen readers: `begun, 3 of 12 answered, 1 required left`."""
    if count.mark == "empty":
        return tr("nothing asked")
    state = {"done": tr("complete"), "part": tr("begun"), "open": tr("not begun")}.get(
        count.mark, word_of(count)
    )
    parts = [state, tr("{done} of {total} answered", done=count.done, total=count.total)]
    if count.needed:
        parts.append(tr("{count} required left", count=count.needed))
    return tr(", ").join(parts)


class SectionModel(QAbstractListModel):
    """Rows are the sections of the plan. Lists of many rows are folded: `is_folded_away` says which rows that hides."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading: FormReading | None = None
        self._turned: dict[str, bool] = {}

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
            if section.kind == "rows" and any(ref.startswith(stem) for ref in touched):
                places.add(place)
        if len(places) > MANY_ROWS:  # one word for all of them: the view paints what is in sight only
            self.dataChanged.emit(self.index(min(places)), self.index(max(places)))
            return
        for place in sorted(places):
            self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 — Qt's signature
        return 0 if self._reading is None or parent.isValid() else len(self._reading.sections)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._reading is None or not index.isValid():
            return None
        section = self._reading.sections[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._reading.title(section)
            case SectionRole.FOLD:
                return self._fold(section)
            case SectionRole.LEVEL:
                return section.level
            case SectionRole.MARK:
                return self._reading.count(section).mark
            case SectionRole.WORD:
                return self._words(index.row())
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return f"{self._reading.title(section)}{tr(', ')}{self._said(section)}"
        return None

    def is_folded(self, section: Section) -> bool:
        """Whether a list of rows hides its rows."""
        if section.kind != "rows" or self._reading is None:
            return False
        return self._turned.get(section.ref, len(self._reading.rows(section.ref)) > MANY_ROWS)

    def fold(self, section: Section, folded: bool) -> bool:
        """Folds or unfolds a list of rows; False where nothing changes."""
        if section.kind != "rows" or self.is_folded(section) == folded:
            return False
        self._turned[section.ref] = folded
        return True

    def folded_stems(self) -> tuple[str, ...]:
        """What the refs of hidden rows begin with."""
        if self._reading is None:
            return ()
        folded = (section for section in self._reading.sections if self.is_folded(section))
        return tuple(section.ref.removesuffix(RANGE) + "[" for section in folded)

    def _fold(self, section: Section) -> str:
        if section.kind != "rows" or self._reading is None or not self._reading.rows(section.ref):
            return ""
        return "▸" if self.is_folded(section) else "▾"

    def _said(self, section: Section) -> str:
        if self._reading is None:
            return ""
        if section.kind == "rows" and not self._reading.rows(section.ref):
            return tr("no rows")
        folded = f"{tr(', ')}{tr('folded')}" if self.is_folded(section) else ""
        return spoken(self._reading.count(section)) + folded

    def _words(self, row: int) -> str:
        if self._reading is None:
            return ""
        section = self._reading.sections[row]
        if section.kind == "rows" and not self._reading.rows(section.ref):
            return tr("no rows")
        return word_of(self._reading.count(section))
