"""What a worker does in a form, each as a deed with a name that undo brings back: answers, confirmations, rows.

Deeds are undone in the order they were done, so a row that had number 2 when a deed was done has it again then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from fieldapp.forms.marks import CONFIRMED, REMARK
from fieldapp_ui.editing.forms.plan import RANGE
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.forms import Session
    from fieldapp_ui.editing.forms.entry import FormEntry


class Answering(QUndoCommand):
    """An answer: typing on in one question merges into one deed."""

    def __init__(self, entry: FormEntry, ref: str, after: str) -> None:
        node = entry.reading.node(ref)
        super().__init__(plain(node.label) or node.name)
        self._entry, self.ref, self._before, self._after = entry, ref, node.value, after
        self._confirmed = node.confirmed

    def redo(self) -> None:
        self._entry.put(self.ref, self._after)

    def undo(self) -> None:
        self._entry.put(self.ref, self._before, confirmed=self._confirmed)

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, Answering) or other.ref != self.ref:
            return False
        self._after = other._after
        return True


class Confirming(QUndoCommand):
    """The worker stands by an answer that a soft check doubts."""

    def __init__(self, entry: FormEntry, ref: str) -> None:
        node = entry.reading.node(ref)
        super().__init__(tr("Confirmed: {question}", question=plain(node.label) or node.name))
        self._entry, self._ref = entry, ref

    def redo(self) -> None:
        self._entry.stand_by(self._ref, True)

    def undo(self) -> None:
        self._entry.stand_by(self._ref, False)


class RowAdding(QUndoCommand):
    """A new row of a list, at its end or before another."""

    def __init__(self, entry: FormEntry, range_ref: str, before: str) -> None:
        super().__init__(tr("Add a row"))
        self._entry, self._range, self._before = entry, range_ref, before
        count = entry.reading.node(range_ref).count or 0
        self.row = before or f"{range_ref.removesuffix(RANGE)}[{count + 1}]"

    def redo(self) -> None:
        self._entry.session.add_repeat(self._range, self._before)
        self._entry.rows_changed()

    def undo(self) -> None:
        self._entry.session.remove_repeat(self.row)
        self._entry.rows_changed()


class RowRemoving(QUndoCommand):
    """A row is taken out of a list; undone, it stands where it stood with all that was in it."""

    def __init__(self, entry: FormEntry, row: str) -> None:
        super().__init__(tr("Delete the row"))
        self._entry, self._row = entry, row
        self._held: Mapping[str, str] = {}

    def redo(self) -> None:
        self._held = held_in(self._entry.session, (self._row,))[self._row]
        self._entry.session.remove_repeat(self._row)
        self._entry.reading.forget_passed(self._row)
        self._entry.rows_changed()

    def undo(self) -> None:
        session, stem = self._entry.session, self._row[: self._row.rfind("[")]
        session.add_repeat(stem, self._row if self._row in session else "")
        put_into(session, self._row, self._held)
        self._entry.rows_changed()


class RowSorting(QUndoCommand):
    """The rows of a list in another order: `order` says which row (from 0) comes first, second …"""

    def __init__(self, entry: FormEntry, rows: Sequence[str], order: Sequence[int]) -> None:
        super().__init__(tr("Sort the rows"))
        self._entry, self._rows, self._order = entry, tuple(rows), tuple(order)

    def redo(self) -> None:
        self._arrange(self._order)

    def undo(self) -> None:
        self._arrange([self._order.index(place) for place in range(len(self._order))])

    def _arrange(self, order: Sequence[int]) -> None:
        session = self._entry.session
        held = held_in(session, self._rows)
        unmark(session, held)
        for row, source in zip(self._rows, order, strict=True):
            put_into(session, row, held[self._rows[source]])
        self._entry.rows_changed()


class Pasting(QUndoCommand):
    """A block of answers at once, with the rows it needs."""

    def __init__(self, entry: FormEntry, range_ref: str, more: int, answers: Mapping[str, str]) -> None:
        super().__init__(tr("Paste"))
        self._entry, self._range, self._more, self._answers = entry, range_ref, more, dict(answers)
        self._rows = entry.reading.rows(range_ref)
        self._held: dict[str, dict[str, str]] = {}

    def redo(self) -> None:
        session = self._entry.session
        self._held = held_in(session, self._rows)
        for _ in range(self._more):
            session.add_repeat(self._range)
        for ref, raw in self._answers.items():
            if ref in session and not session.node(ref).readonly:
                session.answer(ref, raw)
        self._entry.rows_changed()

    def undo(self) -> None:
        session, stem = self._entry.session, self._range.removesuffix(RANGE)
        for number in range(len(self._rows) + self._more, len(self._rows), -1):
            session.remove_repeat(f"{stem}[{number}]")
        unmark(session, held_in(session, self._rows))
        for row, held in self._held.items():
            put_into(session, row, held)
        self._entry.rows_changed()


def held_in(session: Session, rows: Sequence[str]) -> dict[str, dict[str, str]]:
    """What rows of one list hold, by row and reference within it: answers, inner rows, confirmations, remarks."""
    held: dict[str, dict[str, str]] = {row: {} for row in rows}
    start = len(rows[0][: rows[0].rfind("[")]) if rows else 0
    for ref, text in session.answers().items():
        row = ref[: ref.find("]", start) + 1]
        if row in held:
            held[row][ref.removeprefix(row)] = text
    return held


def put_into(session: Session, row: str, held: Mapping[str, str]) -> None:
    """Give a row without marks what another row, or it itself before, held."""
    answers = {row + ref: text for ref, text in held.items() if not ref.endswith((CONFIRMED, REMARK))}
    session.prefill(answers)
    # What the form sets when an answer changes has been set by now: it gives way to what was there.
    session.prefill({ref: text for ref, text in answers.items() if _differs(session, ref, text)})
    for ref, text in held.items():
        if ref.endswith(REMARK):
            session.remark(row + ref.removesuffix(REMARK), text)
        elif ref.endswith(CONFIRMED):
            session.confirm(row + ref.removesuffix(CONFIRMED))


def unmark(session: Session, held: Mapping[str, Mapping[str, str]]) -> None:
    """Take the marks of rows away, before the rows get others."""
    for row, texts in held.items():
        for ref in texts:
            if ref.endswith(REMARK):
                session.remark(row + ref.removesuffix(REMARK), "")
            elif ref.endswith(CONFIRMED):
                session.confirm(row + ref.removesuffix(CONFIRMED), False)


def _differs(session: Session, ref: str, text: str) -> bool:
    return not ref.endswith(RANGE) and ref in session and session.raw(ref) != text
