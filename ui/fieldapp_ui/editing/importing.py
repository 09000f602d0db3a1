"""An import from files to numbers: read, said column by column what they are, tried without writing, written.

The slow steps run beside the window. What is tried is what is written: nothing is changed between the two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from fieldapp.errors import Finding, UserError, Where
from fieldapp.register.mapping import ColumnMapping, Target
from fieldapp.store import Vault
from fieldapp.store.exchange.mappings import files_of, save_mapping
from fieldapp.store.exchange.planned import ImportPlan
from fieldapp.store.exchange.planning import Choices, plan_sources
from fieldapp.store.exchange.running import Imported, run_import
from fieldapp_ui.background.spreadsheets import read_beside
from fieldapp_ui.background.tasks import Handle, Task
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.incoming import Incoming, Layout, Recogniser, layouts_of, with_mapping_of
from fieldapp_ui.editing.plan_summary import PlanSummary, summary_of
from fieldapp_ui.language import tr

Step = Literal["files", "columns", "plan", "done"]
VILLAGE_DIGITS = 12
TOLD = 100


@dataclass(frozen=True)
class Read:
    """What came of the files; `passed` tells of those that could not be read."""

    sheets: tuple[Incoming, ...]
    passed: tuple[Finding, ...]


class ImportEditor(QObject):
    """Signals: `changed()` after the step or what it shows changed; `progressed(done, total, words)`;
    `refused(UserError)`; `written()` after records were saved."""

    changed = Signal()
    progressed = Signal(int, int, str)
    refused = Signal(object)
    written = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.step: Step = "files"
        self.year = desk.today().year
        self.clear_blanks = False
        self.sheets: tuple[Incoming, ...] = ()
        self.passed: tuple[Finding, ...] = ()
        self.at = 0
        self.plan: ImportPlan | None = None
        self.summary: PlanSummary | None = None
        self.done: Imported | None = None
        self._task: Task | None = None
        self._halt = Event()

    @property
    def busy(self) -> bool:
        """Whether something runs beside the window."""
        return self._task is not None

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """The layouts of the sheets that were read."""
        return layouts_of(self.sheets)

    @property
    def layout(self) -> Layout | None:
        """The layout in view."""
        found = self.layouts
        return found[min(self.at, len(found) - 1)] if found else None

    # files

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and folders of them; what cannot be read is told and passed over."""
        scope = self.desk.scope.code
        default = scope if len(scope) == VILLAGE_DIGITS else ""
        self._start(lambda vault, handle: read_files(vault, paths, default, handle), self._read)

    def _read(self, read: Read) -> None:
        if not read.sheets:
            for one in read.passed[:1]:
                self.refused.emit(_as_error(one))
            self.changed.emit()
            return
        self.sheets, self.passed, self.at = read.sheets, read.passed, 0
        self.plan = self.summary = self.done = None
        self.step = "columns"
        self.changed.emit()

    # columns

    def show_layout(self, at: int) -> None:
        """Look at another layout."""
        if 0 <= at < len(self.layouts):
            self.at = at
            self.changed.emit()

    def choose_list(self, name: str) -> None:
        """The layout in view is this list."""
        self._guess_again(lambda recogniser, one: recogniser.as_list(one, name))

    def choose_heading(self, row: int) -> None:
        """This row is the heading."""
        self._guess_again(lambda recogniser, one: recogniser.with_heading(one, row))

    def pass_over(self) -> None:
        """Take or leave the sheets of the layout in view."""
        self._change(lambda one: replace(one, taken=not one.taken and one.mapping is not None))

    def correct(self, index: int, target: Target | None) -> None:
        """A person says what a column is; None passes it over."""
        self._map(lambda mapping: mapping.with_target(index, target))

    def confirm_all(self) -> None:
        """Every guess of this layout is right."""
        self._map(lambda mapping: mapping.confirmed())

    def next_unsure(self) -> int | None:
        """The layout with a guess that nobody confirmed, the one in view first; None when all are sure."""
        found = self.layouts
        order = [min(self.at, len(found) - 1), *range(len(found))] if found else []
        return next((at for at in order if found[at].unsure), None)

    # trying and writing

    def try_out(self) -> None:
        """The dry run; guesses that nobody confirmed are passed over. Raises nothing: refusals come as a signal."""
        taken = [one for one in self.sheets if one.taken and one.mapping is not None]
        # Households before their members, whatever the files are called: a member needs its household.
        order = list(self.desk.vault.dictionary.lists)
        taken.sort(key=lambda one: order.index(one.list))
        sources = [replace(one.source, mapping=one.source.mapping.only_sure()) for one in taken]
        choices = Choices(self.year, clear_blanks=self.clear_blanks)

        def work(vault: Vault, handle: Handle) -> tuple[ImportPlan, PlanSummary]:
            handle.report(0, 0, tr("Comparing with the register …"))
            plan = plan_sources(vault, sources, choices)
            return plan, summary_of(plan)

        self._start(work, self._tried)

    def set_village(self, file: str, scope: str) -> None:
        """Rows of this file that name no village are of this one; it is tried again."""
        self.sheets = tuple(
            replace(one, scope=scope) if one.sheet.file == file else one for one in self.sheets
        )
        self.try_out()

    def run(self) -> None:
        """Write the plan, or go on with one that was stopped."""
        plan = self.plan
        if plan is None:
            return
        self._halt.clear()
        halt = self._halt

        def work(vault: Vault, handle: Handle) -> Imported:
            words = tr("Importing …")
            return run_import(
                vault,
                plan,
                progress=lambda done, total: handle.report(done, total, words),
                cancelled=lambda: halt.is_set() or handle.cancelled(),
            )

        self._start(work, self._written)

    def stop(self) -> None:
        """Stop what runs: reading and trying at once, an import after the part under way."""
        if self._task is None:
            return
        self._halt.set()
        if self.step != "plan" or self.plan is None:
            self._task.cancel()
            self._task = None
            self.changed.emit()

    def back(self) -> None:
        """The step before."""
        if self.busy:
            self.stop()
            return
        before: dict[Step, Step] = {"columns": "files", "plan": "columns", "done": "files", "files": "files"}
        self.step = before[self.step]
        if self.step == "files":
            self.sheets, self.plan, self.summary, self.done = (), None, None, None
        elif self.step == "columns":
            self.plan = self.summary = None
        self.changed.emit()

    def _tried(self, tried: tuple[ImportPlan, PlanSummary]) -> None:
        self.plan, self.summary = tried
        self.done = None
        self.step = "plan"
        self.changed.emit()

    def _written(self, done: Imported) -> None:
        self.done = done
        self.step = "plan" if done.cancelled else "done"
        self._keep_mappings()
        assert self.plan is not None
        changed = [(entry.list, entry.record) for unit in self.plan.units[:TOLD] for entry in unit.entries]
        self.desk.deeds.tell(changed, tr("Imported: {count} records", count=f"{done.records:,}"))
        self.written.emit()
        self.changed.emit()

    def _keep_mappings(self) -> None:
        """What a person confirmed of somebody's layout need not be asked again."""
        for layout in self.layouts:
            one = layout.first
            if one.taken and not one.marked and one.mapping is not None and one.mapping.way != "saved":
                save_mapping(self.desk.vault, one.mapping.only_sure(), Path(one.sheet.file).stem)

    def _map(self, change: Callable[[ColumnMapping], ColumnMapping]) -> None:
        def mapped(one: Incoming) -> Incoming:
            return one if one.mapping is None else replace(one, mapping=change(one.mapping))

        self._change(mapped)

    def _guess_again(self, guess: Callable[[Recogniser, Incoming], Incoming]) -> None:
        recogniser = Recogniser(self.desk.vault)
        try:
            self._change(lambda one: guess(recogniser, one))
        except UserError as refused:
            self.refused.emit(refused)

    def _change(self, change: Callable[[Incoming], Incoming]) -> None:
        layout = self.layout
        if layout is None:
            return
        sheets = list(self.sheets)
        for place in layout.sheets:
            sheets[place] = change(sheets[place])
        model = sheets[layout.sheets[0]]
        for place in layout.sheets[1:]:
            if _alike(sheets[place], model):
                sheets[place] = with_mapping_of(sheets[place], model)
        self.sheets = tuple(sheets)
        self.at = next(at for at, one in enumerate(self.layouts) if layout.sheets[0] in one.sheets)
        self.changed.emit()

    def _start(self, work: Callable[[Vault, Handle], Any], done: Callable[[Any], None]) -> None:
        if self._task is not None:
            return

        def finished(outcome: Any) -> None:
            self._task = None
            done(outcome)

        def failed(refused: UserError) -> None:
            self._task = None
            self.refused.emit(refused)
            self.changed.emit()

        self._task = self.desk.tasks.start_with_vault(work, owner=self, done=finished, failed=failed)
        self._task.progressed.connect(self.progressed)
        self.progressed.emit(0, 0, tr("Reading …"))


def read_files(vault: Vault, paths: Sequence[Path], default: str, handle: Handle) -> Read:
    """The sheets of files and folders, taken for what they probably are."""
    recogniser = Recogniser(vault)
    sheets: list[Incoming] = []
    passed: list[Finding] = []
    files = files_of(paths)
    for at, path in enumerate(files):
        handle.report(at, len(files), tr("Reading {file}", file=path.name))
        try:
            sheets += [recogniser.take(sheet, default) for sheet in read_beside(path, handle)]
        except UserError as wrong:
            passed.append(Finding("import.file", "{reason}", {"reason": wrong}, Where(file=path.name)))
    if not files:
        passed.append(Finding("import.no_files", "There is no table in this folder. Choose another one."))
    return Read(tuple(sheets), tuple(passed))


def _alike(one: Incoming, model: Incoming) -> bool:
    if one.mapping is None or model.mapping is None:
        return False
    return len(one.mapping.columns) == len(model.mapping.columns)


def _as_error(finding: Finding) -> UserError:
    reason = finding.params.get("reason")
    return reason if isinstance(reason, UserError) else UserError(finding.code, finding.text)
