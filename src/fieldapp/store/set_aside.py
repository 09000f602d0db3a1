"""Commits that came in and could not be read: kept in the log word for word, shown until a newer version reads them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class SetAside:
    """One commit. `replica` is the computer that wrote it; `reason` is for whoever mends it, in English."""

    scope: str
    replica: str
    seq: int
    reason: str


def set_aside(vault: "Vault") -> tuple[SetAside, ...]:
    """What could not be read, by village and computer."""
    rows = vault.db.execute(
        "select s.scope, s.replica, q.seq, q.reason from quarantine q join stream s on s.n = q.stream "
        "order by s.scope, s.replica, q.seq"
    ).fetchall()
    return tuple(SetAside(*row) for row in rows)
