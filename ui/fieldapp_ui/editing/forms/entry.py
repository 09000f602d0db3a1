"""Filling one form: answers go to the session and the draft at once, and say what changed. No widgets here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from fieldapp.errors import UserError
from fieldapp.forms.marks import CONFIRMED, REMARK
from fieldapp_ui.editing.forms.deeds import Answering, Confirming, Pasting, RowAdding, RowRemoving, RowSorting
from fieldapp_ui.editing.forms.keeping import Keeper, Keeping
from fieldapp_ui.editing.forms.plan import RANGE
from fieldapp_ui.editing.forms.reading import FormReading
from fieldapp_ui.editing.forms.sorting import order_by
from fieldapp_ui.editing.forms.table import CELL
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.forms import Form, Session
    from fieldapp.store.submissions import Paper


_LAST_ROW = re.compile(r"\[(\d+)\](?=[^\[]*$)")


class FormEntry(QObject):
    """The form being filled. `last_year` and `last_entry` are raw answers by reference; `returned` what a reviewer said
    at a question of an entry that came back, in words with who and when.

    Signals: `changed(frozenset[str])` refs whose state is new; `replanned(frozenset[str])` rows came, went or the
    language changed, with the refs that are new, other or gone;
    `kept()` an answer is in the draft; `refused(str, str)` ref and sentence that keep the form from being final;
    `finalised(object)` the Saved.
    """

    changed = Signal(object)
    replanned = Signal(object)
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
        last_entry: Mapping[str, str] | None = None,
        returned: Mapping[str, str] | None = None,
        paper: Paper | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.form, self.session, self._keeper = form, session, keeper
        self.language = session.language
        self.deeds = QUndoStack(self)
        self._last_year, self._last_entry = dict(last_year or {}), dict(last_entry or {})
        self.reading = FormReading(form, session, returned)
        self._keeping = Keeping(session, keeper)
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

    def last_entry(self, ref: str) -> str:
        """What the worker answered in his last entry of this form, in words; empty where the register says more."""
        raw = "" if self._last_year.get(ref) else self._last_entry.get(ref, "")
        return self.reading.shown(ref, raw) if raw and self.reading.is_answered_by_hand(ref) else ""

    def remark(self, ref: str) -> str:
        """The worker's remark on a question, or on the whole entry."""
        return self.reading.remark(ref)

    def passed(self, ref: str) -> None:
        """The worker went on from a question: from now on a blank required answer is said."""
        if self.reading.pass_over(ref):
            self.changed.emit(frozenset((ref,)))

    def answer(self, ref: str, raw: str) -> None:
        """One answer, kept at once and undoable."""
        if self.reading.has(ref) and raw != self.reading.node(ref).value:
            self.deeds.push(Answering(self, ref, raw))

    def confirm(self, ref: str) -> bool:
        """The answer is right in spite of its soft check; undoable. False where no soft check asks."""
        if not self.reading.is_unsure(ref):
            return False
        self.deeds.push(Confirming(self, ref))
        return True

    def carry_over(self, ref: str) -> bool:
        """F7: the value of the year before, else of the last entry, becomes the answer. False when there is none."""
        raw = self._last_year.get(ref, "") or (self._last_entry.get(ref, "") if self.last_entry(ref) else "")
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

    def add_row(self, range_ref: str, before: str = "") -> str:
        """A new row of a repeat, at its end or before another; its ref. Undoable."""
        deed = RowAdding(self, range_ref, before)
        self.deeds.push(deed)
        return deed.row

    def remove_row(self, row: str) -> None:
        """One row less; the rows behind it move up. Undo brings it back with its answers."""
        self.deeds.push(RowRemoving(self, row))

    def sort_rows(self, range_ref: str, path: str) -> None:
        """The rows in the order of their answers to one question (`/name` within the row); sorted already: reversed."""
        rows = self.reading.rows(range_ref)
        order = order_by(self.reading, rows, path)
        if order != tuple(range(len(rows))):
            self.deeds.push(RowSorting(self, rows, order))

    def paste(self, range_ref: str, more: int, answers: Mapping[str, str]) -> None:
        """A block of answers and the `more` rows it needs, as one deed."""
        self.deeds.push(Pasting(self, range_ref, more, answers))

    def keep_place(self, ref: str) -> None:
        """The question (or the list of rows) the worker is at, where the draft opens again."""
        if ref and ref != self._keeping.at:
            self._at = ref
            self._keeping.keep({}, ref)

    def stand_at(self, ref: str) -> None:
        """Where the worker is; kept with the next answer, or by `keep_place`."""
        self._at = ref

    def put_remark(self, ref: str, text: str) -> None:
        """A remark on a question (on the root: on the whole entry), kept with the draft and sent with the entry."""
        if self.reading.has(ref) and text != self.remark(ref):
            self.session.remark(ref, text)
            self._keeping.keep({ref + REMARK: text}, self._at)
            self.reading.read_remarks()
            self.changed.emit(frozenset((ref,)))
            self.kept.emit()

    def next_language(self) -> None:
        """The form's next language."""
        languages = self.form.languages
        if len(languages) > 1:
            at = languages.index(self.language) if self.language in languages else -1
            self.speak(languages[(at + 1) % len(languages)])

    def speak(self, language: str) -> None:
        """One of the form's languages."""
        if language in self.form.languages and language != self.language:
            self.language = language
            self.session.set_language(language)
            self.replanned.emit(self.reading.read_all())

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

    def stand_by(self, ref: str, stands: bool) -> None:
        """What confirming does, and taking it back."""
        if not self.reading.has(ref):
            return
        changed = {ref, *self.session.confirm(ref, stands)}
        self.reading.read(changed)
        mark = ref + CONFIRMED
        if stands:
            self._keeping.keep({mark: self.session.raw(ref)}, self._at)
        else:
            self._keeping.keep({}, self._at, (mark,))
        self.changed.emit(frozenset(changed))
        self.kept.emit()

    def put(self, ref: str, raw: str, *, confirmed: bool = False) -> None:
        """What an answer does, and undoing one: a question that has gone is left alone."""
        if not self.reading.has(ref):
            return
        changed = set(self.session.answer(ref, raw)) | {ref}
        if confirmed:
            changed |= self.session.confirm(ref)
        if self._at != ref + CELL:
            self._at = ref
        if any(self._came_or_went(other) for other in changed):
            self.rows_changed()
        else:
            self.reading.read(changed)
            self._keeping.keep_changed(changed, self._at)
            self.changed.emit(frozenset(changed))
        self.kept.emit()

    def _came_or_went(self, ref: str) -> bool:
        """Whether a node is new or gone, or a repeat has another number of rows."""
        if self.reading.has(ref) != (ref in self.session):
            return True
        return ref.endswith(RANGE) and self.reading.node(ref).count != self.session.node(ref).count

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

    def rows_changed(self) -> None:
        """Rows came, went or changed places: what is other than before is kept and read."""
        self._keeping.keep_rows(self._at)
        self.replanned.emit(self.reading.read_all())
        self.kept.emit()
