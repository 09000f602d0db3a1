"""What left this vault: each print, file and bundle on record before it is written, so that a leak can be traced."""

from dataclasses import dataclass

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
    """Put an export on record, durable when this returns. Raises VaultError; then do not write it."""
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
