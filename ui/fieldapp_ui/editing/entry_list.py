"""The entry list of the region in view: what waits, what changed and is to be approved, ticked off, printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fieldapp.errors import UserError
from fieldapp.register.comparison import stored
from fieldapp.register.values import to_text
from fieldapp.reports.document import Document
from fieldapp.reports.entry_list import entry_list, field_words
from fieldapp.reports.entry_workbook import write_entries
from fieldapp.reports.inputs import Imprint
from fieldapp.store.comparison.changes import propose_entries
from fieldapp.store.comparison.entering import approve, tick
from fieldapp.store.comparison.entry_lines import EntryLine, EntryState, entries
from fieldapp.store.comparison.kept import outside_lists
from fieldapp.store.field_rights import shown
from fieldapp.store.permissions import role_of
from fieldapp.store.regions import villages
from fieldapp_ui.background.tasks import Task
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.differences import day_before_export
from fieldapp_ui.language import tr

View = str
VIEWS: tuple[View, ...] = ("to_enter", "new", "entered", "confirmed")


class EntryListEditor(QObject):
    """Signals: `changed()` after `lines` were read; `refused(UserError)`."""

    changed = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.view: View = "to_enter"
        self.since = ""
        self.lines: tuple[EntryLine, ...] = ()
        self._task: Task | None = None

    @property
    def may_approve(self) -> bool:
        """Whether this worker's role approves."""
        return role_of(self.desk.vault).may("approve")

    @property
    def is_reading(self) -> bool:
        """Whether the lines are still being read."""
        return self._task is not None

    def read(self) -> None:
        """Read the view; what changed since a day is read from the log, beside the window."""
        vault, scope, view = self.desk.vault, self.desk.scope.code, self.view
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if view != "new":
            self._keep(entries(vault, scope, _state(view)))
            return
        since = self.since or self._first_day()
        self.since = since
        self.lines = ()
        self._task = self.desk.tasks.start_with_vault(
            lambda vault, handle: (
                *entries(vault, scope, "proposed"),
                *propose_entries(vault, scope, since),
            ),
            owner=self,
            done=self._keep,
            failed=self._refuse,
        )
        self.changed.emit()

    def approve(self, lines: Sequence[EntryLine]) -> None:
        """Put lines on the list. Raises UserError."""
        vault = self.desk.vault
        label = tr("Approved: {count} lines", count=len(lines))
        self.desk.deeds.do(label, lambda: approve(vault, lines))

    def tick(self, lines: Sequence[EntryLine]) -> None:
        """Say that lines stand in the national system. Raises UserError."""
        vault = self.desk.vault
        self.desk.deeds.do(tr("Entered: {count} lines", count=len(lines)), lambda: tick(vault, lines))

    def document(self, reason: str) -> Document:
        """The lines in view on paper; `reason` lifts the masks."""
        now = self.desk.now()
        imprint = Imprint(self.desk.vault.worker.name, now.strftime("%Y-%m-%d %H:%M"))
        return entry_list(
            self.lines,
            self.desk.vault.dictionary,
            imprint,
            self.desk.texts,
            place=self.place_words(),
            masked=not reason,
        )

    def write(self, path: Path, reason: str) -> None:
        """The lines in view as a workbook. Raises UserError, OSError."""
        write_entries(
            self.desk.vault,
            self.lines,
            path,
            self.desk.texts,
            scope=self.desk.scope.code or " ".join(self.desk.vault.worker.scopes),
            reason=reason,
        )

    def place_words(self) -> str:
        """The village in view by its name, else the code of the region."""
        code = self.desk.scope.code
        return next((one.name for one in villages(self.desk.vault) if one.code == code and one.name), code)

    def field(self, line: EntryLine) -> str:
        """The field in words."""
        return field_words(line, self.desk.vault.dictionary, self.desk.texts)

    def value(self, line: EntryLine, text: str) -> str:
        """A value in words with its national code where that is another, behind its mask."""
        vault = self.desk.vault
        spec = vault.dictionary.field(line.list, line.field)
        try:
            words = to_text(spec, stored(spec, text), vault.dictionary, self.desk.texts)
        except ValueError:
            words = text
        if spec.type in ("code", "codes") and text and words != text:
            words = f"{text} {words}"
        return shown(vault, spec, words)[0] or "—"

    def _first_day(self) -> str:
        lists = outside_lists(self.desk.vault, self.desk.scope.code)
        return day_before_export(lists, f"{self.desk.today().year - 1}-12-31")

    def _refuse(self, refused: UserError) -> None:
        self._task = None
        self.refused.emit(refused)
        self.changed.emit()

    def _keep(self, lines: tuple[EntryLine, ...]) -> None:
        self._task = None
        unique = {(one.list, one.record, one.field): one for one in lines}
        self.lines = tuple(unique.values())
        self.changed.emit()


def _state(view: View) -> EntryState:
    return "entered" if view == "entered" else "confirmed" if view == "confirmed" else "to_enter"
