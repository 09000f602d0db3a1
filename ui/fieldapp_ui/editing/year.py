"""The year of the village or region in view: what is read beside the window, and what is done to it. No widgets.

What a part shows stays until the new reading is there; a reading that is overtaken is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from fieldapp.domain.region import LENGTH, RegionCode, is_region_code
from fieldapp.errors import UserError
from fieldapp.store.regions import VILLAGE_LEVEL
from fieldapp_ui.background.tasks import Task
from fieldapp_ui.desk import Desk
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.store import Vault
    from fieldapp.store.save import Saved
    from fieldapp.store.years.year_opening import Opened
    from fieldapp_ui.background.tasks import Handle


class YearEditor(QObject):
    """Signals: `read(part, outcome)` after a part ("balance", "snapshots", "batches", "changes") was read;
    `refused(part, UserError)`; `progressed(done, total, words)`; `done(sentence)` after something was done."""

    read = Signal(str, object)
    refused = Signal(str, object)
    progressed = Signal(int, int, str)
    done = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.year = desk.today().year
        self.cut_off = ""
        self._tasks: dict[str, Task] = {}

    @property
    def is_village(self) -> bool:
        """Whether one village is in view."""
        code = self.desk.scope.code
        return len(code) == LENGTH and is_region_code(code) and RegionCode(code).level == VILLAGE_LEVEL

    @property
    def is_busy(self) -> bool:
        """Whether something is being done that may be stopped."""
        return "work" in self._tasks

    def read_balance(self) -> None:
        """The three equations of the year."""
        from fieldapp.store.years.year_end import reconcile

        scope, year = self.desk.scope.code, self.year
        self._start("balance", lambda vault, handle: reconcile(vault, scope, year))

    def read_snapshots(self) -> None:
        """The versions of the year."""
        from fieldapp.store.years.snapshots import snapshots

        scope, year = self.desk.scope.code, self.year
        self._start("snapshots", lambda vault, handle: snapshots(vault, scope, year))

    def read_batches(self) -> None:
        """The seven batches at `cut_off`, the end of the year where it is empty."""
        from fieldapp.store.quality.batches import batches

        scope, year, day = self.desk.scope.code, self.year, self.cut_off
        self._start("batches", lambda vault, handle: batches(vault, scope, year, day))

    def read_changes(self, version: str, other: str = "") -> None:
        """What differs from a version to another one, or to the register now where `other` is empty."""
        from fieldapp_ui.editing.year_changes import read_changes

        self._start("changes", lambda vault, handle: read_changes(vault, version, other))

    def take_snapshot(self, cut_off: str, reason: str) -> None:
        """Freeze the village in view, or every village of the region."""
        from fieldapp.store.years.snapshots import take_snapshot, take_snapshots

        scope, year = self.desk.scope.code, self.year
        if self.is_village:
            self._work(
                lambda vault, handle: (take_snapshot(vault, scope, year, cut_off, reason),), self._frozen
            )
            return
        said = tr("Freezing the villages")
        self._work(
            lambda vault, handle: take_snapshots(
                vault, scope, year, cut_off, reason, progress=_told(handle, said), cancelled=handle.cancelled
            ),
            self._frozen,
        )

    def open_year(self) -> None:
        """Carry over what stood the year before into every household of the region; what is done stays."""
        from fieldapp.store.years.year_opening import open_years

        scope, year, said = self.desk.scope.code, self.year, tr("Opening the year")
        self._work(
            lambda vault, handle: open_years(
                vault, scope, year, progress=_told(handle, said), cancelled=handle.cancelled
            ),
            self._opened,
        )

    def stop(self) -> None:
        """Stop what is being done; what is done already stays."""
        task = self._tasks.pop("work", None)
        if task is not None:
            task.cancel()
            self.done.emit(tr("Stopped. What was done stays."))
            self.desk.deeds.tell((), "")

    def _frozen(self, taken: Sequence[Saved]) -> None:
        changed = tuple(one for saved in taken for one in saved.changed)
        said = tr("{count} snapshots taken.", count=len(taken)) if len(taken) != 1 else tr("Snapshot taken.")
        if not taken:
            said = tr("Nothing has changed since the last snapshots. They still hold.")
        self.done.emit(said)
        self.desk.deeds.tell(changed, said)

    def _opened(self, opened: Opened) -> None:
        said = tr(
            "{opened} households start {year} from the year before, {unchanged} had nothing to carry.",
            opened=len(opened.dots),
            year=self.year,
            unchanged=opened.unchanged,
        )
        self.done.emit(said)
        self.desk.deeds.tell((), said)

    def _start(self, part: str, work: Callable[[Vault, Handle], Any]) -> None:
        before = self._tasks.pop(part, None)
        if before is not None:
            before.cancel()
        self._tasks[part] = self.desk.tasks.start_with_vault(
            work,
            owner=self,
            done=lambda outcome: self._keep(part, outcome),
            failed=lambda trouble: self._refuse(part, trouble),
        )

    def _work(self, work: Callable[[Vault, Handle], Any], then: Callable[[Any], None]) -> None:
        def finished(outcome: Any) -> None:
            self._tasks.pop("work", None)
            then(outcome)

        self._tasks["work"] = self.desk.tasks.start_with_vault(
            work, owner=self, done=finished, failed=lambda trouble: self._refuse("work", trouble)
        )
        self._tasks["work"].progressed.connect(self.progressed)

    def _keep(self, part: str, outcome: Any) -> None:
        self._tasks.pop(part, None)
        self.read.emit(part, outcome)

    def _refuse(self, part: str, trouble: UserError) -> None:
        self._tasks.pop(part, None)
        self.refused.emit(part, trouble)


def open_household_year(desk: Desk, household: str, year: int, name: str) -> bool:
    """Carry last year's facts into `year` for one household, to be undone like any deed. False: nothing to carry.

    Raises RegisterError.
    """
    from fieldapp.store.years.year_opening import open_year

    saved = open_year(desk.vault, household, year)
    if saved is None:
        return False
    desk.deeds.do(tr("Opened {year}: {name}", year=year, name=name), lambda: saved)
    return True


def _told(handle: Handle, words: str) -> Callable[[int, int], None]:
    return lambda done, total: handle.report(done, total, words)
