"""Which decisions rest on records that have just come in: a signed sheet, a frozen year, an approved entry.

Each is looked at again as it would be shown now; only what reads otherwise than when it was decided is told.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from fieldapp.errors import PackError, RegisterError
from fieldapp.store.checking import check_household
from fieldapp.store.comparison.entry_lines import read_entries
from fieldapp.store.field_rights import sees_all_fields
from fieldapp.store.projection import Changed
from fieldapp.store.signing import LIST as SIGNATURE
from fieldapp.store.signing import sign_off, signatures
from fieldapp.store.vault import Vault
from fieldapp.store.years.frozen_years import drift
from fieldapp.store.years.snapshots import snapshots

Decision = Literal["sign_off", "frozen_year", "entry"]
HOUSEHOLD, SNAPSHOT, ENTRY = "household", "snapshot", "entry"
DECISIONS = (SIGNATURE, SNAPSHOT, ENTRY)
_CHUNK = 500
_UNDECIDED = frozenset((*DECISIONS, "difference", "submission", "submission_return"))
"""Lists of decisions themselves and of what was handed in: a decision does not rest on them."""


@dataclass(frozen=True)
class Touched:
    """A decision that reads otherwise now. `record`: the household of a signed sheet, the snapshot, or the entry."""

    decision: Decision
    record: str
    year: int


def touched_by(vault: Vault, changed: Iterable[Changed]) -> Iterator[Touched]:
    """The decisions of this vault that these records touch, each once. Slow where much is decided: a thread's work."""
    facts = {(name, record) for name, record in changed if name not in _UNDECIDED}
    if facts and sees_all_fields(vault):
        yield from _signed_sheets(vault, facts)
        yield from _frozen_years(vault, facts)
        yield from _approved_entries(vault, facts)


def reads_the_same(vault: Vault, household: str, year: int) -> bool:
    """Whether every party of a signed sheet would be shown today what it has answered to."""
    sets = {stored.entry.set_version.split("@")[0] for stored in signatures(vault, household, year)}
    return all(_stands(vault, household, year, name) for name in sets)


def _stands(vault: Vault, household: str, year: int, name: str) -> bool:
    try:
        now = check_household(vault, household, year, name)
    except (RegisterError, PackError):
        # The household has left the register, or the set has: what was signed cannot be shown again.
        return False
    own = f"{name}@"
    return not any(
        one.changed_since and one.latest is not None and one.latest.entry.set_version.startswith(own)
        for one in sign_off(vault, now)
    )


def _signed_sheets(vault: Vault, facts: Collection[Changed]) -> Iterator[Touched]:
    if SIGNATURE not in vault.ledger.layouts:
        return
    signed = vault.db.execute(
        f"select distinct household, year from {SIGNATURE} where ended_on is null order by household, year"
    ).fetchall()
    homes = _households_of(vault, facts) if signed else frozenset()
    for household, year in signed:
        if household in homes and not reads_the_same(vault, household, year):
            yield Touched("sign_off", household, year)


def _frozen_years(vault: Vault, facts: Collection[Changed]) -> Iterator[Touched]:
    if SNAPSHOT not in vault.ledger.layouts:
        return
    for scope in sorted(_villages_of(vault, facts)):
        latest = {one.year: one for one in sorted(snapshots(vault, scope), key=lambda one: one.version)}
        for one in latest.values():
            try:
                corrections = drift(vault, one.id).corrections
            except RegisterError:
                # Its body has not come yet, or this worker does not read it: nothing can be said of it here.
                continue
            if any((each.difference.list, each.difference.record) in facts for each in corrections):
                yield Touched("frozen_year", one.id, one.year)


def _approved_entries(vault: Vault, facts: Collection[Changed]) -> Iterator[Touched]:
    if ENTRY not in vault.ledger.layouts:
        return
    for line in read_entries(vault):
        if line.approved_on and line.current != line.new and (line.list, line.record) in facts:
            yield Touched("entry", line.id, line.year or 0)


def _households_of(vault: Vault, facts: Collection[Changed]) -> frozenset[str]:
    """The households that these records are of, by their parents."""
    found = {record for name, record in facts if name == HOUSEHOLD}
    level = _by_list(facts)
    while level:
        above: dict[str, set[str]] = {}
        for name, records in level.items():
            layout = vault.ledger.layouts.get(name)
            if layout is None or not layout.parent:
                continue
            parents = set(_column(vault, name, layout.parent, records))
            parent_list = vault.dictionary.lists[name].parent
            if parent_list == HOUSEHOLD:
                found |= parents
            elif parents:
                above.setdefault(parent_list, set()).update(parents)
        level = above
    return frozenset(found)


def _villages_of(vault: Vault, facts: Collection[Changed]) -> set[str]:
    scopes: set[str] = set()
    for name, records in _by_list(facts).items():
        if name in vault.ledger.layouts:
            scopes.update(_column(vault, name, "scope", records))
    return scopes


def _column(vault: Vault, name: str, column: str, records: Collection[str]) -> Iterator[str]:
    ids = sorted(records)
    for at in range(0, len(ids), _CHUNK):
        some = ids[at : at + _CHUNK]
        marks = ", ".join("?" * len(some))
        rows = vault.db.execute(
            f'select distinct "{column}" from "{name}" where id in ({marks}) and "{column}" is not null', some
        )
        yield from (str(value) for (value,) in rows.fetchall())


def _by_list(facts: Collection[Changed]) -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for name, record in facts:
        out.setdefault(name, set()).add(record)
    return out
