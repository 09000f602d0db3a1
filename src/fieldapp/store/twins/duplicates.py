"""The same identity or household number in two records: never refused, but a task for a person.

A task is noted when a record is saved or received, on every laptop for itself; it is shown while the numbers still clash.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fieldapp.store.hand import Changed
from fieldapp.store.ledger import Ledger
from fieldapp.store.records import scope_clause
from fieldapp.store.vault import Vault

KIND = "duplicate"
_CHUNK = 500


@dataclass(frozen=True)
class Duplicate:
    """Two active records of a list with one value in a field that should be each record's own; `record` < `other`."""

    id: str
    list: str
    field: str
    record: str
    other: str


def note_clashes(ledger: Ledger, changed: Iterable[Changed]) -> None:
    """Make a task of every clash of these records, in the caller's transaction; one that is settled stays settled."""
    by_list: dict[str, list[str]] = {}
    for name, record in changed:
        by_list.setdefault(name, []).append(record)
    for name, records in by_list.items():
        for field in ledger.layouts[name].unique:
            for at in range(0, len(records), _CHUNK):
                _note(ledger, name, field, records[at : at + _CHUNK])


def note_shared(ledger: Ledger, name: str, field: str, written: Mapping[str, Sequence[str]]) -> None:
    """As `note_clashes` for one field, where it is known what was written: value as text → records."""
    values = list(written)
    for at in range(0, len(values), _CHUNK):
        some = values[at : at + _CHUNK]
        # Answered by the index alone; nearly always with nothing.
        shared = ledger.db.execute(
            f'select "{field}" from "{name}" where "{field}" in ({", ".join("?" * len(some))}) '
            f'group by "{field}" having count(*) > 1',
            some,
        ).fetchall()
        if records := [record for (value,) in shared for record in written.get(str(value), ())]:
            note_clashes(ledger, [(name, record) for record in records])


def duplicates(vault: Vault, scope: str = "") -> tuple[Duplicate, ...]:
    """The open clashes between records that this worker may see, both of them in a scope (a region prefix)."""
    found: list[Duplicate] = []
    rows = vault.db.execute(
        "select id, record, other from task where kind = ? and state = 'open' order by id", [KIND]
    )
    for task, record, other in rows.fetchall():
        name, field = task.split("/")[:2]
        layout = vault.ledger.layouts.get(name)
        if layout is not None and field in layout.unique:
            one = Duplicate(task, name, field, record, other)
            found += [one] if _still_clash(vault, one, scope) else []
    return tuple(found)


def settle(vault: Vault, duplicate: Duplicate) -> None:
    """A person has looked: these are two, whatever the number says. It is not asked again on this laptop."""
    _mark(vault, duplicate, "settled")


def reopen(vault: Vault, duplicate: Duplicate) -> None:
    """It was settled too soon: the question stands again."""
    _mark(vault, duplicate, "open")


def _mark(vault: Vault, duplicate: Duplicate, state: str) -> None:
    with vault.transaction():
        vault.db.execute("update task set state = ? where id = ?", [state, duplicate.id])


def _note(ledger: Ledger, name: str, field: str, records: list[str]) -> None:
    marks = ", ".join("?" * len(records))
    ledger.db.execute(
        "insert or ignore into task (id, kind, record, other, state) "
        f"select ? || min(a.id, b.id) || '/' || max(a.id, b.id), ?, min(a.id, b.id), max(a.id, b.id), 'open' "
        f'from "{name}" a join "{name}" b on b."{field}" = a."{field}" and b.n <> a.n '
        f"where a.id in ({marks}) and a.ended_on is null and b.ended_on is null",
        [f"{name}/{field}/", KIND, *records],
    )


def _still_clash(vault: Vault, one: Duplicate, scope: str) -> bool:
    mine, scopes = scope_clause(vault, one.list)
    values = vault.db.execute(
        f'select "{one.field}" from "{one.list}" '
        f"where id in (?, ?) and ended_on is null and substr(scope, 1, ?) = ? and {mine}",
        [one.record, one.other, len(scope), scope, *scopes],
    ).fetchall()
    return len(values) == 2 and values[0] == values[1] and values[0][0] is not None
