"""Showing a masked value whole: only by a role that may, with a reason, and each time on record.

The record stays in this vault; how many a day travels to the township as `unmask_day`, where the dictionary has it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Operation, Value
from fieldapp.store.field_rights import refuse_unmask
from fieldapp.store.permissions import may_read
from fieldapp.store.records import record as read_record
from fieldapp.store.records import rows
from fieldapp.store.refusals import unknown_field, unknown_record
from fieldapp.store.rows import read_row
from fieldapp.store.save import seen_of, write_commit
from fieldapp.store.vault import Vault

COUNTS = "unmask_day"
_ALL = 1_000_000


@dataclass(frozen=True)
class Unmasking:
    """Who saw which value whole, when (UTC milliseconds) and why."""

    at: int
    worker: str
    list: str
    record: str
    field: str
    reason: str


@dataclass(frozen=True)
class UnmaskDay:
    """How many values one worker saw whole on one day (UTC) in one village, on one device."""

    day: str
    worker: str
    scope: str
    device: str
    count: int


def unmask(vault: Vault, list_name: str, record: str, field: str, reason: str) -> str:
    """The whole value; who looked, when and why is written down first. Raises RegisterError register.no_reason,
    register.unknown_record, register.unknown_field, role.not_allowed."""
    if not reason.strip():
        raise RegisterError("register.no_reason", "Write why you need to see this value. It goes on record.")
    found = read_record(vault, list_name, record)
    if found is None:
        raise unknown_record()
    if field not in found.values:
        raise unknown_field(list_name, field)
    refuse_unmask(vault, vault.dictionary.field(list_name, field))
    with vault.transaction():
        vault.db.execute(
            "insert into unmasked (at, worker, list, record, field, reason) values (?, ?, ?, ?, ?, ?)",
            [vault.clock(), vault.worker.name, list_name, record, field, reason.strip()],
        )
    value = found.values[field]
    return "" if value is None else str(value)


def unmask_log(vault: Vault, day: str = "", *, limit: int = 1000) -> tuple[Unmasking, ...]:
    """What was seen whole in this vault, the newest first; only of one day (UTC) where it is named."""
    found = vault.db.execute(
        "select at, worker, list, record, field, reason from unmasked "
        "where ? in ('', date(at / 1000, 'unixepoch')) order by n desc limit ?",
        [day, limit],
    ).fetchall()
    return tuple(Unmasking(*row) for row in found)


def unmask_days(vault: Vault) -> tuple[UnmaskDay, ...]:
    """The counts of all devices that have synced, and this one's as they stand now, by day and worker."""
    own = {(one.day, one.worker, one.scope, one.device): one for one in _own_days(vault)}
    if COUNTS in vault.ledger.layouts and may_read(vault, COUNTS):
        for one in rows(vault, COUNTS, limit=_ALL):
            v = one.values
            day = UnmaskDay(
                str(v["day"]), str(v["worker_name"]), one.scope, str(v["device"]), int(v["count"] or 0)
            )
            own.setdefault((day.day, day.worker, day.scope, day.device), day)
    return tuple(sorted(own.values(), key=lambda one: (one.day, one.worker, one.scope, one.device)))


def tell_unmask_days(vault: Vault) -> int:
    """Put this device's counts into records that travel, one a day, worker and village; returns how many changed.

    Called before a vault exchanges. Does nothing where the dictionary has no `unmask_day`.
    """
    layout = vault.ledger.layouts.get(COUNTS)
    if layout is None:
        return 0
    changed = 0
    with vault.transaction():
        for one in _own_days(vault):
            record = sha256(f"{one.device}/{one.day}/{one.worker}/{one.scope}".encode()).hexdigest()[:32]
            row = read_row(vault.ledger, layout, record)
            if (row is None or row.values.get("count") != one.count) and vault.worker.covers(one.scope):
                values: dict[str, Value] = {
                    "day": one.day,
                    "worker_name": one.worker,
                    "device": one.device,
                    "count": one.count,
                }
                seen = {} if row is None else seen_of(vault, one.scope)
                told = Operation(COUNTS, record, "add" if row is None else "set", values, seen)
                # Not through `save`: the count is the program's own, whatever the worker may write.
                write_commit(vault, one.scope, "edit", (told,))
                changed += 1
    return changed


def _own_days(vault: Vault) -> Sequence[UnmaskDay]:
    counts: Counter[tuple[str, str, str]] = Counter()
    scopes: dict[tuple[str, str], str] = {}
    for at, worker, name, record in vault.db.execute(
        "select at, worker, list, record from unmasked"
    ).fetchall():
        scope = scopes.get((name, record))
        if scope is None:
            layout = vault.ledger.layouts.get(name)
            row = read_row(vault.ledger, layout, record) if layout else None
            scope = scopes[name, record] = row.scope if row else ""
        counts[datetime.fromtimestamp(at / 1000, UTC).date().isoformat(), worker, scope] += 1
    return [UnmaskDay(day, worker, scope, vault.replica, n) for (day, worker, scope), n in counts.items()]
