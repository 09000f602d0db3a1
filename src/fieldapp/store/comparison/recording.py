"""A comparison put on record: the list and its differences, one commit a village; the same file again changes nothing.

A difference that was decided stays decided while both sides say what they said; when either says something else it
opens again, and when they agree it ends.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fieldapp.domain.sources import write_source
from fieldapp.errors import Finding
from fieldapp.journal.commit import Value
from fieldapp.register.comparison import FoundDifference, list_id
from fieldapp.register.mapping import Target
from fieldapp.store.comparison.comparing import DIBAO, Comparison
from fieldapp.store.comparison.confirming import confirmed_entries
from fieldapp.store.comparison.kept import AGREED, KeptDifference, of_series, values_of
from fieldapp.store.permissions import prefix_range, today_of
from fieldapp.store.save import Change, Saved, save
from fieldapp.store.vault import Vault

_UNDECIDED: Mapping[str, Value] = {"decision": None, "reason": None, "decided_by": None, "decided_on": None}


@dataclass(frozen=True)
class Recorded:
    """What was written: a commit a village where anything changed. `findings` tell of entries that the national system
    now shows and of rows no village is known of; counts are of differences."""

    saved: tuple[Saved, ...]
    new: int
    kept: int
    reopened: int
    settled: int
    findings: tuple[Finding, ...] = ()


def record_comparison(vault: Vault, comparison: Comparison) -> Recorded:
    """Write a comparison, all villages or none. Raises as `save`."""
    told = {"new": 0, "kept": 0, "reopened": 0, "settled": 0}
    saved: list[Saved] = []
    findings: list[Finding] = list(_unplaced(comparison))
    with vault.transaction():
        for scope in _villages(vault, comparison):
            changes = list(_changes(vault, comparison, scope, told))
            if comparison.asked.kind == "national":
                confirmed = confirmed_entries(vault, comparison, scope)
                changes += [change for change, _ in confirmed]
                findings += [finding for _, finding in confirmed]
            if changes:
                seen = comparison.seen.get(scope, {})
                saved.append(save(vault, scope, "import", changes, seen=seen, label="compare"))
    return Recorded(tuple(saved), **told, findings=tuple(findings))


def _villages(vault: Vault, comparison: Comparison) -> list[str]:
    """The villages the list says something of: those of its rows and differences, and those it was a list of before."""
    low, high = prefix_range(comparison.asked.scope)
    before = vault.db.execute(
        "select distinct scope from outside_list where kind = ? and scope >= ? and scope < ?",
        [comparison.asked.kind, low, high],
    ).fetchall()
    named = {*comparison.rows, *(one.scope for one in comparison.differences), *(row[0] for row in before)}
    return sorted(scope for scope in named if scope and vault.worker.covers(scope))


def _unplaced(comparison: Comparison) -> Iterator[Finding]:
    count = sum(1 for one in comparison.differences if not one.scope)
    if count:
        yield Finding(
            "compare.no_village",
            "{count} rows are of nobody in the register and name no village, so they were not kept. "
            "Add a column with the village.",
            {"count": count},
            severity="warning",
        )


def _changes(vault: Vault, comparison: Comparison, scope: str, told: dict[str, int]) -> Iterator[Change]:
    asked = comparison.asked
    own = list_id(scope, asked.series, asked.name, asked.taken_on)
    facts: dict[str, Value] = {
        "name": asked.name,
        "kind": asked.kind,
        "taken_on": asked.taken_on,
        "rows": comparison.rows.get(scope, 0),
        "file_sha256": comparison.sha256,
    }
    source = write_source("imported", asked.name)
    before = {one.id: one for one in of_series(vault, scope, asked.series)}
    found = {one.id: one for one in comparison.differences if one.scope == scope}
    if (change := _written(vault, "outside_list", own, scope, facts, source)) is not None:
        yield change
    for one in found.values():
        there = before.get(one.id)
        what = _became(one, there)
        told[what] += 1
        values = values_of(one, own)
        if what == "reopened":
            values |= _UNDECIDED
        if (change := _written(vault, "difference", one.id, scope, values, source)) is not None:
            yield change
    for kept in before.values():
        if kept.id not in found and not kept.ended_on and _was_compared(kept, comparison):
            told["settled"] += 1
            ending: dict[str, Value] = {"ended_on": today_of(vault), "ended_reason": AGREED}
            yield Change("difference", kept.id, "end", ending, source)


def _became(found: FoundDifference, kept: KeptDifference | None) -> str:
    if kept is None:
        return "new"
    same = (kept.ours, kept.theirs) == (found.ours, found.theirs) and not kept.ended_on
    return "kept" if same else "reopened"


def _was_compared(kept: KeptDifference, comparison: Comparison) -> bool:
    """Whether this list says something of what an older difference was about, so that silence means agreement."""
    subject = kept.subject
    target = Target(subject.list, kept.field)
    if target == DIBAO and comparison.asked.kind == "dibao":
        return True
    if not kept.field:
        return subject.list == "household" or any(one.list == subject.list for one in comparison.compared)
    known = (
        (subject.list, subject.record) if subject.record else ("person", subject.person),
        ("household", subject.household),
    )
    return target in comparison.compared and any(one in comparison.matched for one in known)


def _written(
    vault: Vault, list_name: str, record: str, scope: str, values: Mapping[str, Value], source: str
) -> Change | None:
    """The change that makes a record say these values; None where it does already."""
    columns = ", ".join(f'"{key}"' for key in values)
    row = vault.db.execute(f'select ended_on, {columns} from "{list_name}" where id = ?', [record]).fetchone()
    if row is None:
        parent = _village(vault, list_name, scope)
        given = {key: value for key, value in {**parent, **values}.items() if value is not None}
        return Change(list_name, record, "add", given, source)
    changed = {key: new for (key, new), old in zip(values.items(), row[1:], strict=True) if new != old}
    if row[0] is not None:
        changed |= {"ended_on": None, "ended_reason": None}
    return Change(list_name, record, "set", changed, source) if changed else None


def _village(vault: Vault, list_name: str, scope: str) -> dict[str, Value]:
    parent = vault.ledger.layout(list_name).parent
    row = vault.db.execute(
        "select id from village where scope = ? and ended_on is null order by n limit 1", [scope]
    ).fetchone()
    return {parent: row[0]} if row and parent else {}
