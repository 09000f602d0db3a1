"""The flags: noted when a late commit comes in, shown until the decision is confirmed anew. Nothing here decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast, get_args

from fieldapp.errors import RegisterError
from fieldapp.store.permissions import may_reach
from fieldapp.store.projection import Changed
from fieldapp.store.renewals.touching import ENTRY, HOUSEHOLD, SNAPSHOT, Decision, reads_the_same, touched_by
from fieldapp.store.vault import Vault
from fieldapp.store.years.snapshots import snapshot, snapshots

KIND = "renewal"
_LISTS = {"sign_off": HOUSEHOLD, "frozen_year": SNAPSHOT, "entry": ENTRY}


@dataclass(frozen=True)
class Renewal:
    """A decision to be confirmed anew. `record`: the household of a signed sheet, the snapshot, or the entry."""

    id: str
    decision: Decision
    record: str
    year: int
    scope: str


def note_late(vault: Vault, changed: Iterable[Changed]) -> int:
    """Flag the decisions that records which came in have touched; how many are newly flagged. Confirmed ones that are
    touched again are flagged again."""
    touched = tuple(touched_by(vault, changed))
    noted = 0
    if touched:
        with vault.transaction():
            for one in touched:
                noted += vault.db.execute(
                    "insert into task (id, kind, record, other, state) values (?, ?, ?, ?, 'open') "
                    "on conflict (id) do update set state = 'open' where state <> 'open'",
                    [f"{KIND}/{one.decision}/{one.record}/{one.year}", KIND, one.record, str(one.year)],
                ).rowcount
    return noted


def renewals(vault: Vault, scope: str = "") -> tuple[Renewal, ...]:
    """What waits for a renewed confirmation in the worker's villages, or in those that begin with `scope`.

    A sheet that was signed anew, and a year that was frozen anew, wait no more.
    """
    rows = vault.db.execute(
        "select id, record, other from task where kind = ? and state = 'open' order by id", [KIND]
    ).fetchall()
    found = (_renewal(vault, *row) for row in rows)
    return tuple(one for one in found if one and one.scope.startswith(scope) and _waits(vault, one))


def confirm(vault: Vault, renewal: Renewal) -> None:
    """A person has looked: the decision stands as it is. Raises RegisterError renewal.sheet for a signed sheet, which
    its parties confirm by signing again."""
    if renewal.decision == "sign_off":
        raise RegisterError(
            "renewal.sheet",
            "Who signed this sheet confirms it by signing again. Open the checklist and ask them.",
        )
    _mark(vault, renewal, "settled")


def reopen(vault: Vault, renewal: Renewal) -> None:
    """It was confirmed too soon: the question stands again."""
    _mark(vault, renewal, "open")


def _mark(vault: Vault, renewal: Renewal, state: str) -> None:
    with vault.transaction():
        vault.db.execute("update task set state = ? where id = ?", [state, renewal.id])


def _renewal(vault: Vault, task: str, record: str, year: str) -> Renewal | None:
    decision = task.split("/")[1]
    if decision not in get_args(Decision) or _LISTS[decision] not in vault.ledger.layouts:
        return None
    name = _LISTS[decision]
    row = vault.db.execute(f'select scope from "{name}" where id = ?', [record]).fetchone()
    if row is None or not may_reach(vault, name, record):
        return None
    return Renewal(task, cast("Decision", decision), record, int(year), str(row[0]))


def _waits(vault: Vault, one: Renewal) -> bool:
    if one.decision == "sign_off":
        return not reads_the_same(vault, one.record, one.year)
    if one.decision == "frozen_year":
        own = snapshot(vault, one.record)
        return own is not None and all(
            other.version <= own.version for other in snapshots(vault, own.scope, own.year)
        )
    return True
