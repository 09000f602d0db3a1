"""What lies on the shelf: drafts, finalised, sent and returned forms, and the forms at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from fieldapp.domain.pinyin import fold, spellings
from fieldapp.errors import FormError
from fieldapp.forms import Form
from fieldapp.forms.paper.numbering import number_of, question_numbers
from fieldapp.store import Vault
from fieldapp.store.finalising import Finalised, Refused
from fieldapp.store.prefill import begin
from fieldapp.store.records import record, rows
from fieldapp.store.submission_list import STATES, EntryLine, State, counts, entries
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.forms.library import FormFile, FormLibrary
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.outlook import ALL, village_names
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.language import tr

MOST_SHOWN = 100


@dataclass(frozen=True)
class EntryRow:
    """A form in words: its title, whose it is, when it was changed last or finalised, by whom, and why it came back."""

    line: EntryLine
    title: str
    about: str
    when: str
    worker: str = ""
    returned: str = ""


@dataclass(frozen=True)
class RefusedRow:
    """A draft that could not be finalised with the others: whose, why, and the question to go to."""

    draft: str
    words: str
    why: str
    ref: str = ""


class FormShelf(QObject):
    """Signals: `changed()` after reading anew."""

    changed = Signal()

    def __init__(self, desk: Desk, library: FormLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._library = desk, library
        self._names: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._lines: dict[State, tuple[EntryLine, ...]] = {}
        self.counts: Mapping[State, int] = dict.fromkeys(STATES, 0)
        self.forms: tuple[FormFile, ...] = ()
        self.finalised: Mapping[str, int] = {}
        self.trouble = ""

    def load(self) -> None:
        """Reads forms, drafts and finalised submissions. A form that cannot be read is said, the others are shown."""
        refused = next(iter(self._library.broken.values()), None)
        self.trouble = refused.sentence(self._desk.texts.translate) if refused else ""
        self.forms = self._library.files()
        self._titles = {file.id: file.title for file in self.forms}
        self._names, self._lines = {}, {}
        self.counts = counts(self._desk.vault)
        finalised: dict[str, int] = {}
        for submission in rows(self._desk.vault, "submission", self._desk.scope.code, limit=ALL):
            form = str(submission.values.get("form") or "")
            finalised[form] = finalised.get(form, 0) + 1
        self.finalised = finalised
        self.changed.emit()

    def listed(self, state: State, wanted: str = "") -> tuple[EntryRow, ...]:
        """The forms of a state whose title, household, number or worker has the words, pinyin or initials wanted."""
        if state not in self._lines:
            self._lines[state] = entries(self._desk.vault, state=state)
        found = (self._row(line) for line in self._lines[state])
        words = fold(wanted).replace(" ", "")
        return tuple(row for row in found if not words or _has(row, words))

    def refused(self, outcome: Finalised, labels: Mapping[str, str]) -> tuple[RefusedRow, ...]:
        """The drafts that were not finalised, in words; `labels` of the questions they are about, by draft."""
        return tuple(
            RefusedRow(
                one.draft.id,
                f"{self._titles.get(one.draft.form, one.draft.form)} · {self._about(one.draft.record, one.draft.year)}",
                self._why(one, labels.get(one.draft.id, "")),
                one.ref,
            )
            for one in outcome.refused
        )

    def _why(self, one: Refused, label: str) -> str:
        """The reason, behind the number and the words of the question it is about."""
        reason = one.reason.sentence(self._desk.texts.translate)
        try:
            file = self._library.file(one.draft.form, one.draft.version)
        except FormError:
            return reason
        number = number_of(question_numbers(self._library.load(file.path)), one.ref)
        if not number:
            return reason
        question = f"{number} {label}".strip()
        # A form without a message of its own gives the question's reference, which tells a worker nothing.
        if one.ref in reason:
            return tr("{question}: no answer, or one that does not fit.", question=question)
        return tr("{question}: {reason}", question=question, reason=reason)

    def is_household(self, record_id: str) -> bool:
        """Whether a draft's record is a household, not a village."""
        return record(self._desk.vault, "household", record_id) is not None

    def short_name_of(self, record_id: str) -> str:
        """The head of a household (its number where it has none), or the name of a village."""
        return head_name(self._desk.vault, record_id) or self.name_of(record_id)

    def name_of(self, record_id: str) -> str:
        """The head of a household with its number, or the name of a village."""
        household = record(self._desk.vault, "household", record_id)
        if household is None:
            return village_names(self._desk.vault).get(record_id, record_id)
        head = head_name(self._desk.vault, record_id)
        return " · ".join(part for part in (head, str(household.values.get("household_no") or "")) if part)

    def village(self) -> str:
        """The village in view, or the only one there is; empty when it has to be chosen."""
        villages = village_names(self._desk.vault)
        if self._desk.scope.code in villages:
            return self._desk.scope.code
        return next(iter(villages)) if len(villages) == 1 else ""

    def _row(self, line: EntryLine) -> EntryRow:
        title = self._titles.get(line.form, line.form)
        returned = "；".join(one.remark for one in line.remarks)
        return EntryRow(
            line, title, self._about(line.record, line.year), _when(line.at), line.worker, returned
        )

    def _about(self, record_id: str, year: int | None) -> str:
        if record_id not in self._names:
            self._names[record_id] = self.name_of(record_id)
        return f"{self._names[record_id]}{f' · {year}' if year else ''}"


def question_label(vault: Vault, form: Form, refused: Refused, zone: str) -> str:
    """What the question is called that a draft was refused for; "" where it is there no more."""
    session = begin(vault, form, refused.draft, tz=zone)
    return plain(session.node(refused.ref).label) if refused.ref in session else ""


def _has(row: EntryRow, words: str) -> bool:
    text = fold(f"{row.title}{row.about}{row.worker}").replace(" ", "")
    if words in text:
        return True
    if not words.isascii():
        return False
    ways = spellings(row.about.partition(" · ")[0])
    return any(words in way.initials or words in way.full.replace(" ", "") for way in ways)


def _when(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone().strftime("%m-%d %H:%M")
