"""The same identity or household number in two records: never refused, but a task for a person (DATA.md decision 4).

A task is noted when a record is saved or received, on every laptop for itself; it is shown while the numbers still clash.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from fieldapp.store.ledger import Ledger
from fieldapp.store.projection import Changed
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


def duplicates(vault: Vault) -> tuple[Duplicate, ...]:
    """The open clashes between records that this worker may see."""
    found: list[Duplicate] = []
    rows = vault.db.execute(
        "select id, record, other from task where kind = ? and state = 'open' order by id", [KIND]
    )
    for task, record, other in rows.fetchall():
        name, field = task.split("/")[:2]
        layout = vault.ledger.layouts.get(name)
        if layout is not None and field in layout.unique and _still_clash(vault, name, field, record, other):
            found.append(Duplicate(task, name, field, record, other))
    return tuple(found)


def settle(vault: Vault, duplicate: Duplicate) -> None:
    """A person has looked: these are two, whatever the number says. It is not asked again on this laptop."""
    with vault.transaction():
        vault.db.execute("update task set state = 'settled' where id = ?", [duplicate.id])


def _note(ledger: Ledger, name: str, field: str, records: list[str]) -> None:
    marks = ", ".join("?" * len(records))
    ledger.db.execute(
        "insert or ignore into task (id, kind, record, other, state) "
        f"select ? || min(a.id, b.id) || '/' || max(a.id, b.id), ?, min(a.id, b.id), max(a.id, b.id), 'open' "
        f'from "{name}" a join "{name}" b on b."{field}" = a."{field}" and b.id <> a.id '
        f"where a.id in ({marks}) and a.ended_on is null and b.ended_on is null",
        [f"{name}/{field}/", KIND, *records],
    )


def _still_clash(vault: Vault, name: str, field: str, record: str, other: str) -> bool:
    mine, scopes = scope_clause(vault, name)
    values = vault.db.execute(
        f'select "{field}" from "{name}" where id in (?, ?) and ended_on is null and {mine}',
        [record, other, *scopes],
    ).fetchall()
    return len(values) == 2 and values[0] == values[1] and values[0][0] is not None
