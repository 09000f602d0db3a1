"""What lies on the shelf: drafts with how far they are, forms at hand, and how many were finalised of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from fieldapp.store.drafts import Draft, drafts
from fieldapp.store.records import record, rows
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.form_library import FormFile, FormLibrary
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.outlook import ALL, village_names


@dataclass(frozen=True)
class DraftRow:
    """A draft in words: form, whose, and when the last answer was kept."""

    draft: Draft
    title: str
    about: str
    when: str


class FormShelf(QObject):
    """Signals: `changed()` after reading anew."""

    changed = Signal()

    def __init__(self, desk: Desk, library: FormLibrary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._library = desk, library
        self.drafts: tuple[DraftRow, ...] = ()
        self.forms: tuple[FormFile, ...] = ()
        self.finalised: Mapping[str, int] = {}
        self.trouble = ""

    def load(self) -> None:
        """Reads forms, drafts and finalised submissions. A form that cannot be read is said, the others are shown."""
        refused = next(iter(self._library.broken.values()), None)
        self.trouble = refused.sentence(self._desk.texts.translate) if refused else ""
        self.forms = self._library.files()
        titles = {file.id: file.title for file in self.forms}
        self.drafts = tuple(
            DraftRow(draft, titles.get(draft.form, draft.form), self._about(draft), _when(draft.at))
            for draft in drafts(self._desk.vault)
        )
        counts: dict[str, int] = {}
        for submission in rows(self._desk.vault, "submission", self._desk.scope.code, limit=ALL):
            form = str(submission.values.get("form") or "")
            counts[form] = counts.get(form, 0) + 1
        self.finalised = counts
        self.changed.emit()

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

    def _about(self, draft: Draft) -> str:
        year = f" · {draft.year}" if draft.year else ""
        return f"{self.name_of(draft.record)}{year}"


def _when(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).astimezone().strftime("%m-%d %H:%M")
