"""The findings of the village or region in view: read beside the window, kept, and read again where something changed.

Nobody is ranked: counts belong to an accuracy, a rule, a field or a village, in their own order.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldapp.domain.region import scope_covers
from fieldapp.errors import UserError
from fieldapp.standards.quality_counts import AccuracyCount
from fieldapp.standards.quality_findings import QualityFinding
from fieldapp.store.quality.findings import check_quality, count_quality, explain
from fieldapp.store.records import record
from fieldapp.store.regions import villages
from fieldapp_ui.background.tasks import Task
from fieldapp_ui.desk import Desk
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.store import Vault
    from fieldapp.store.quality.findings import QualityRules
    from fieldapp_ui.background.tasks import Handle

# Up to so many villages are read one by one; more are read by township, where a statement's own cost would add up.
SINGLY = 12
TOWNSHIP_DIGITS = 9
# What was read in so many seconds is read again as a whole after an edit: two households may share a number.
QUICK_S = 2.0
MOST_TOUCHED = 50


@dataclass(frozen=True)
class Checked:
    """One reading: every finding of a region in a year, and the counts by village and accuracy."""

    findings: tuple[QualityFinding, ...] = ()
    counts: tuple[AccuracyCount, ...] = ()
    seconds: float = 0.0


class QualityEditor(QObject):
    """Signals: `changed()` after findings were read; `progressed(done, total)` while they are; `refused(UserError)`;
    `touched()` after something was written that may change them: `catch_up` reads it again."""

    changed = Signal()
    touched = Signal()
    progressed = Signal(int, int)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.year = desk.today().year
        self.checked: Checked | None = None
        self.is_reading = False
        self._asked: tuple[str, int] | None = None
        self._read_of: tuple[str, int] | None = None
        self._touched: set[str] = set()
        self._all_touched = False
        self._task: Task | None = None
        desk.deeds.happened.connect(self.note)

    def note(self, changed: Sequence[tuple[str, str]], label: str = "") -> None:
        """Something was written; what it touches is read again by `catch_up`."""
        if len(changed) > MOST_TOUCHED:
            self._all_touched = True
        else:
            homes = {household_of(self.desk.vault, *one) for one in changed}
            self._all_touched = self._all_touched or "" in homes
            self._touched |= homes
        if changed:
            self.touched.emit()

    def catch_up(self) -> None:
        """Read what has not been read, or what changed since."""
        if self._asked != (self.desk.scope.code, self.year) or self._all_touched:
            self.read()
        elif self._touched and self.checked is not None and not self.is_reading:
            if self.checked.seconds < QUICK_S:
                self.read()
            else:
                self._read_touched(self.checked)

    def read(self) -> None:
        """Read the region in view as a whole, beside the window; what is shown of it stays until it is read."""
        self.stop()
        here = (self.desk.scope.code, self.year)
        if self._read_of != here:
            self.checked = None
        self._asked, self.is_reading, self._all_touched = here, True, False
        self._touched.clear()
        self.desk.quality.use(self.desk.tasks, self, self._start, self._refuse)

    def stop(self) -> None:
        """Stop reading; what was shown stays, and the next `read` begins anew."""
        if self._task is not None:
            self._task.cancel()
        self._task, self.is_reading = None, False

    def explain(self, finding: QualityFinding, reason: str) -> None:
        """Keep why a finding is right as it stands, to be undone like any deed. Raises RegisterError."""
        vault, rules, year = self.desk.vault, self.desk.quality.rules, self.year
        label = tr("Explained: {rule}", rule=finding.rule)
        self.desk.deeds.do(label, lambda: explain(vault, finding, reason, year, ready=rules))

    def _start(self, rules: QualityRules) -> None:
        if not self.is_reading or self._asked is None or self._task is not None:
            return
        scope, year = self._asked
        self._task = self.desk.tasks.start_with_vault(
            lambda vault, handle: read_findings(vault, scope, year, rules, handle),
            owner=self,
            done=self._keep,
            failed=self._refuse,
        )
        self._task.progressed.connect(lambda done, total, _: self.progressed.emit(done, total))

    def _keep(self, checked: Checked) -> None:
        self._task, self.is_reading = None, False
        self._read_of, self.checked = self._asked, checked
        self.changed.emit()

    def _refuse(self, trouble: UserError) -> None:
        self._task, self.is_reading, self.checked = None, False, None
        self.refused.emit(trouble)

    def _read_touched(self, checked: Checked) -> None:
        vault, rules = self.desk.vault, self.desk.quality.rules
        kept = [one for one in checked.findings if one.household not in self._touched]
        for household in self._touched:
            kept += check_quality(vault, "", self.year, household=household, ready=rules)
        self._touched.clear()
        findings = tuple(sorted(kept, key=lambda f: (f.scope, f.rule, f.household or "", f.subject, f.field)))
        counts = count_quality(vault, self.desk.scope.code, self.year, findings)
        self.checked = Checked(findings, counts, checked.seconds)
        self.changed.emit()


def read_findings(
    vault: Vault, scope: str, year: int, rules: QualityRules, handle: Handle | None = None
) -> Checked:
    """The findings of a region prefix, part by part. Raises Cancelled between them, RegisterError role.not_allowed."""
    began = time.monotonic()
    parts = parts_of(vault, scope)
    found: list[QualityFinding] = []
    for at, part in enumerate(parts):
        if handle is not None:
            handle.report(at, len(parts))
        found += check_quality(vault, part, year, ready=rules)
    counts = count_quality(vault, scope, year, found)
    return Checked(tuple(found), counts, time.monotonic() - began)


def parts_of(vault: Vault, scope: str) -> tuple[str, ...]:
    """The villages of a region, or its townships where there are many; the region itself where it is a village."""
    codes = [one.code for one in villages(vault) if scope_covers(scope, one.code)]
    if len(codes) <= SINGLY:
        return tuple(codes) or (scope,)
    return tuple(sorted({code[:TOWNSHIP_DIGITS] for code in codes}))


def household_of(vault: Vault, list_name: str, record_id: str) -> str:
    """The household a record belongs to; empty for one that belongs to none, or is not here."""
    while list_name and list_name != "household":
        spec = vault.dictionary.lists.get(list_name)
        found = record(vault, list_name, record_id) if spec is not None and spec.parent else None
        if spec is None or found is None:
            return ""
        list_name, record_id = spec.parent, str(found.values.get(spec.parent) or "")
    return record_id
