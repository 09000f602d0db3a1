"""A dry run in numbers, and its findings and changed cells as lists that a table can show from anywhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from fieldapp.store.exchange.planned import CellChange, ImportPlan

MOST_CHANGES = 5_000
KINDS = ("new", "changed", "same", "refused")


@dataclass(frozen=True)
class FileCount:
    """One file: its villages, and how many of its rows are new, changed, same, refused; findings in it."""

    file: str
    scopes: tuple[str, ...]
    rows: tuple[int, int, int, int]
    findings: int


@dataclass(frozen=True)
class RowChange:
    """One cell of one row that would be written over."""

    file: str
    number: int
    title: str
    change: CellChange


@dataclass(frozen=True)
class PlanSummary:
    """`changed_cells` are all of them, `changes` the first `MOST_CHANGES`."""

    files: tuple[FileCount, ...]
    changes: tuple[RowChange, ...]
    changed_cells: int


def summary_of(plan: ImportPlan) -> PlanSummary:
    """Count a plan, once and beside the window."""
    rows: Counter[tuple[str, str]] = Counter()
    scopes: dict[str, dict[str, None]] = {name: {} for name in plan.files}
    changes: list[RowChange] = []
    cells = 0
    for at, row in enumerate(plan.rows):
        file = plan.sources[row.source].sheet.file
        rows[file, row.kind] += 1
        if row.scope:
            scopes[file][row.scope] = None
        if row.kind != "changed":
            continue
        for change in plan.changes_of(at):
            cells += 1
            if len(changes) < MOST_CHANGES:
                changes.append(RowChange(file, row.number, row.title, change))
    found = Counter(finding.where.file for finding in plan.findings)
    files = tuple(
        FileCount(
            name,
            tuple(scopes[name]),
            (rows[name, "new"], rows[name, "changed"], rows[name, "same"], rows[name, "refused"]),
            found[name],
        )
        for name in plan.files
    )
    return PlanSummary(files, tuple(changes), cells)
