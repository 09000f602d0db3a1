"""What left this vault: each print, file and bundle on record before it is written, so that a leak can be traced."""

from dataclasses import dataclass

from fieldapp.store.permissions import refuse_export
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class Export:
    """One paper, file or bundle. `at` is UTC milliseconds; `scope` the region codes it was of, joined by spaces."""

    at: int
    worker: str
    what: str
    scope: str
    reason: str
    masked: bool


def note_export(vault: Vault, what: str, *, scope: str, reason: str = "", masked: bool = True) -> None:
    """Put an export on record, durable when this returns; without masks the reason is obligatory and the role must
    reach that far. Raises RegisterError export.no_reason, role.not_allowed; VaultError; then do not write it."""
    refuse_export(vault, masked=masked, reason=reason)
    _note(vault, what, scope, reason, masked)


def note_exchange(vault: Vault, recipient: str, *, scope: str) -> None:
    """Put on record that sealed commits left for another vault: whole values, for no person's eyes, by every role."""
    _note(vault, f"bundle to {recipient}", scope, "", False)


def _note(vault: Vault, what: str, scope: str, reason: str, masked: bool) -> None:
    with vault.transaction():
        vault.db.execute(
            "insert into export_log (at, worker, what, scope, reason, masked) values (?, ?, ?, ?, ?, ?)",
            [vault.clock(), vault.worker.name, what, scope, reason.strip(), int(masked)],
        )


def exports(vault: Vault, limit: int = 200) -> tuple[Export, ...]:
    """The newest exports, the last one first."""
    found = vault.db.execute(
        "select at, worker, what, scope, reason, masked from export_log order by n desc limit ?", [limit]
    ).fetchall()
    return tuple(
        Export(at, who, what, scope, why, bool(masked)) for at, who, what, scope, why, masked in found
    )


def count_exports(vault: Vault) -> dict[str, int]:
    """How many there are, and how many of them showed values without masks."""
    whole, bare = vault.db.execute("select count(*), coalesce(sum(not masked), 0) from export_log").fetchone()
    return {"all": int(whole), "unmasked": int(bare)}
