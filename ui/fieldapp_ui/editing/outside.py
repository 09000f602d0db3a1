"""A file from outside on its way to a comparison: read, its columns said, compared without writing, then kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from fieldapp.errors import RegisterError
from fieldapp.register.comparison import ListKind
from fieldapp.store import Vault
from fieldapp.store.comparison.comparing import Comparison, compare_list
from fieldapp.store.comparison.recording import Recorded, record_comparison
from fieldapp_ui.background.tasks import Handle
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.importing import ImportEditor, Read
from fieldapp_ui.editing.incoming import Recogniser
from fieldapp_ui.language import tr

_OF = ("household", "person", "household_year", "person_year", "income_sheet")


class OutsideEditor(ImportEditor):
    """As an import up to its columns; step "plan" shows `comparison`, step "done" what was kept (`recorded`)."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self.kind: ListKind = "dibao"
        self.name = ""
        self.taken_on = desk.today().isoformat()
        self.comparison: Comparison | None = None
        self.recorded: Recorded | None = None

    def open_file(self, path: Path) -> None:
        """Read one file; its name is the list's until somebody says another."""
        self.name = path.stem
        self.read([path])

    def try_out(self) -> None:
        """Compare the sheet in view with the register; guesses that nobody confirmed are passed over."""
        layout = self.layout
        if layout is None or layout.first.mapping is None:
            return
        one = layout.first
        mapping = layout.first.mapping.only_sure()
        name, kind, day, blanks = self.name, self.kind, self.taken_on, self.clear_blanks
        scope = self.desk.scope.code

        def work(vault: Vault, handle: Handle) -> Comparison:
            handle.report(0, 0, tr("Comparing with the register …"))
            return compare_list(
                vault, one.sheet, mapping, name=name, kind=kind, taken_on=day, scope=scope, blanks=blanks
            )

        if not name.strip():
            self.refused.emit(RegisterError("compare.no_name", "Give the list a name first."))
            return
        self._start(work, self._compared)

    def run(self) -> None:
        """Keep the comparison: its list and its differences."""
        found = self.comparison
        if found is not None:
            self._start(lambda vault, handle: record_comparison(vault, found), self._kept)

    def back(self) -> None:
        super().back()
        if self.step in ("files", "columns"):
            self.comparison = self.recorded = None

    def _read(self, read: Read) -> None:
        """A list from outside is of households or of people, whatever list of ours has the same headings."""
        recogniser = Recogniser(self.desk.vault)
        sheets = (
            one if one.marked or one.list in _OF else recogniser.as_list(one, "person") for one in read.sheets
        )
        super()._read(replace(read, sheets=tuple(sheets)))

    def _compared(self, found: Comparison) -> None:
        self.comparison = found
        self.step = "plan"
        self.changed.emit()

    def _kept(self, done: Recorded) -> None:
        self.recorded, self.step = done, "done"
        self._keep_mappings()
        changed = [one for saved in done.saved for one in saved.changed]
        self.desk.deeds.tell(changed, tr("Compared: {name}", name=self.name))
        self.written.emit()
        self.changed.emit()
