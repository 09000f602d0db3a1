"""Showing a masked value whole: only with a reason, and each time on record."""

from fieldapp.errors import RegisterError
from fieldapp.store.records import record as read_record
from fieldapp.store.refusals import unknown_field, unknown_record
from fieldapp.store.vault import Vault


def unmask(vault: Vault, list_name: str, record: str, field: str, reason: str) -> str:
    """The whole value; who looked, when and why is written down first. Raises RegisterError register.no_reason,
    register.unknown_record, register.unknown_field."""
    if not reason.strip():
        raise RegisterError("register.no_reason", "Write why you need to see this value. It goes on record.")
    found = read_record(vault, list_name, record)
    if found is None:
        raise unknown_record()
    if field not in found.values:
        raise unknown_field(list_name, field)
    with vault.transaction():
        vault.db.execute(
            "insert into unmasked (at, worker, list, record, field, reason) values (?, ?, ?, ?, ?, ?)",
            [vault.clock(), vault.worker.name, list_name, record, field, reason.strip()],
        )
    value = found.values[field]
    return "" if value is None else str(value)
