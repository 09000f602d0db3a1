"""Filling one form: answers go to the session and the draft at once, and say what changed. No widgets here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from fieldapp.errors import Finding, UserError
from fieldapp_ui.editing.form_plan import RANGE
from fieldapp_ui.editing.form_reading import FormReading
from fieldapp_ui.fields.question_words import plain
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.forms import Form, Session
    from fieldapp.store.save import Saved
    from fieldapp.store.submissions import Paper


_LAST_ROW = re.compile(r"\[(\d+)\](?=[^\[]*$)")


class Keeper(Protocol):
    """Where answers are kept while they are not final."""

    def keep(self, answers: Mapping[str, str], at: str) -> None:
        """Keeps answers that changed, and the question the worker was at; durable when this returns."""

    def keep_all(self, answers: Mapping[str, str], at: str) -> None:
        """Keeps exactly these answers: after rows came or went."""

    def keep_remark(self, ref: str, text: str) -> None:
        """Keeps the worker's remark on a question; empty drops it."""

    def keep_paper(self, paper: Paper) -> None:
        """Keeps that the answers are copied from a paper."""

    def finalise(self, session: Session) -> Saved | tuple[Finding, ...]:
        """Writes the answers to the register, or says what does not fit."""


class FormEntry(QObject):
    """The form being filled.

    Signals: `changed(frozenset[str])` refs whose state is new; `replanned()` rows came, went or the language changed;
    `kept()` an answer is in the draft; `refused(str, str)` ref and sentence that keep the form from being final;
    `finalised(object)` the Saved.
    """

    changed = Signal(object)
    replanned = Signal()
    kept = Signal()
    refused = Signal(str, str)
    finalised = Signal(object)

    def __init__(
        self,
        form: Form,
        session: Session,
        keeper: Keeper,
        *,
        last_year: Mapping[str, str] | None = None,
        remarks: Mapping[str, str] | None = None,
        paper: Paper | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.form, self.session, self._keeper = form, session, keeper
        self.language = session.language
        self.deeds = QUndoStack(self)
        self._last_year, self._remarks = dict(last_year or {}), dict(remarks or {})
        self.reading = FormReading(form, session)
        self._kept = session.answers()
        self._at = ""
        self.paper = paper

    def copy_from_paper(self, paper: Paper, today: str) -> None:
        """From now on the answers are those of a paper; a day that only said "today" becomes the paper's day."""
        before = self.paper.filled_on if self.paper else today
        self.paper = paper
        self._keeper.keep_paper(paper)
        for ref in self.reading.plan.questions:
            node = self.reading.node(ref)
            if node.type == "date" and node.value == before and self.reading.is_asked(ref):
                self.answer(ref, paper.filled_on)
        self.kept.emit()

    def last_year(self, ref: str) -> str:
        """What the register held for this question a year before, in words; empty when nothing."""
        raw = self._last_year.get(ref, "")
        return self.reading.shown(ref, raw) if raw and self.reading.has(ref) else ""

    def remark(self, ref: str) -> str:
        """The worker's remark on a question."""
        return self._remarks.get(ref, "")

    def passed(self, ref: str) -> None:
        """The worker went on from a question: from now on a blank required answer is said."""
        if self.reading.pass_over(ref):
            self.changed.emit(frozenset((ref,)))

    def answer(self, ref: str, raw: str) -> None:
        """One answer, kept at once and undoable."""
        if self.reading.has(ref) and raw != self.reading.node(ref).value:
            self.deeds.push(_Answering(self, ref, self.reading.node(ref).value, raw))

    def carry_over(self, ref: str) -> bool:
        """F7: the value of the year before becomes this year's answer. False when there is none."""
        raw = self._last_year.get(ref, "")
        if not raw or not self.reading.is_asked(ref):
            return False
        self.answer(ref, raw)
        return True

    def copy_above(self, ref: str) -> bool:
        """F9: the answer of the row above. False outside rows and in the first row."""
        found = _LAST_ROW.search(ref)
        above = _LAST_ROW.sub(f"[{int(found[1]) - 1}]", ref) if found else ""
        if not self.reading.has(above) or not self.reading.is_asked(ref):
            return False
        self.answer(ref, self.reading.node(above).value)
        return True

    def add_row(self, range_ref: str) -> str:
        """A new last row of a repeat; its ref."""
        self.session.add_repeat(range_ref.removesuffix(RANGE))
        self._rows_changed()
        return self.reading.rows(range_ref)[-1]

    def remove_row(self, row: str) -> None:
        """One row less; the rows behind it move up."""
        self.session.remove_repeat(row)
        self.reading.forget_passed(row)
        self.deeds.clear()
        self._rows_changed()

    def keep_place(self, ref: str) -> None:
        """The question (or the list of rows) the worker is at, where the draft opens again."""
        if ref and ref != self._at:
            self._at = ref
            self._keeper.keep({}, ref)

    def put_remark(self, ref: str, text: str) -> None:
        """A remark on a question, kept with the draft."""
        if text != self.remark(ref):
            self._remarks[ref] = text
            self._keeper.keep_remark(ref, text)
            self.kept.emit()

    def next_language(self) -> None:
        """The form's next language."""
        languages = self.form.languages
        if len(languages) > 1:
            at = languages.index(self.language) if self.language in languages else -1
            self.language = languages[(at + 1) % len(languages)]
            self.session.set_language(self.language)
            self.reading.read_all()
            self.replanned.emit()

    def finalise(self) -> None:
        """Checks everything; goes to the first trouble, or writes the answers to the register."""
        self.reading.checked = True
        if self._refuse_wrong():
            return
        try:
            outcome = self._keeper.finalise(self.session)
        except UserError as refusal:
            self.refused.emit("", refusal.sentence(tr))
            return
        if isinstance(outcome, tuple):
            self.refused.emit(outcome[0].where.field, outcome[0].sentence(tr))
        else:
            self.finalised.emit(outcome)

    def put(self, ref: str, raw: str) -> None:
        """What an answer does, and undoing one: a question that has gone is left alone."""
        if not self.reading.has(ref):
            return
        changed = set(self.session.answer(ref, raw)) | {ref}
        self._at = ref
        if any(
            self.reading.has(other) != (other in self.session) or other.endswith(RANGE) for other in changed
        ):
            self._rows_changed()
        else:
            self.reading.read(changed)
            self._keep_changed(changed)
            self.changed.emit(frozenset(changed))
        self.kept.emit()

    def _keep_changed(self, refs: set[str]) -> None:
        """What the answer set besides itself (triggers, values set by the form) belongs to the draft as well."""
        fresh = {ref: self.session.raw(ref) for ref in refs if ref in self._kept}
        fresh = {ref: raw for ref, raw in fresh.items() if raw != self._kept[ref]}
        self._kept.update(fresh)
        self._keeper.keep(fresh, self._at)

    def check(self) -> None:
        """Goes to the first trouble or blank, without finalising."""
        self.reading.checked = True
        self._refuse_wrong()

    def _refuse_wrong(self) -> bool:
        wrong = self.session.violations()
        if not wrong:
            return False
        self.changed.emit(self.reading.nodes)
        numbers = self.reading.plan.numbers
        first = min(wrong, key=lambda violation: numbers.get(violation.ref, 1 << 30))
        self.refused.emit(first.ref, self.reading.sentence(first.ref) or first.message)
        return True

    def _rows_changed(self) -> None:
        self._kept = self.session.answers()
        self._keeper.keep_all(self._kept, self._at)
        self.reading.read_all()
        self.replanned.emit()
        self.kept.emit()


class _Answering(QUndoCommand):
    """An answer as a deed: typing on in one question merges into one."""

    def __init__(self, entry: FormEntry, ref: str, before: str, after: str) -> None:
        super().__init__(plain(entry.reading.node(ref).label) or entry.reading.node(ref).name)
        self._entry, self.ref, self._before, self._after = entry, ref, before, after

    def redo(self) -> None:
        self._entry.put(self.ref, self._after)

    def undo(self) -> None:
        self._entry.put(self.ref, self._before)

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Answering) or other.ref != self.ref:
            return False
        self._after = other._after
        return True
