"""How far this laptop's own commits have come: here, at the township, at the centre. Receipts never go backwards."""

import json
from dataclasses import dataclass
from typing import Literal

from fieldapp.store.vault import Vault

Tier = Literal["township", "central"]


@dataclass(frozen=True)
class Counts:
    """Commits written in this vault: only here; at the township and not yet higher; at the county or centre."""

    here: int
    township: int
    county: int


def note_receipt(vault: Vault, tier: Tier, stream: str, seq: int) -> None:
    """Somebody of this tier holds the stream up to `seq`. Raises ValueError for another tier."""
    if tier not in ("township", "central"):
        raise ValueError(tier)
    with vault.transaction():
        vault.db.execute(
            "insert into receipt (tier, stream, seq) values (?, ?, ?) "
            "on conflict (tier, stream) do update set seq = max(seq, excluded.seq)",
            [tier, stream, seq],
        )


def waiting(vault: Vault) -> Counts:
    """The three counts of the sync page, over every village this vault has written in."""
    replicas = own_replicas(vault)
    marks = ", ".join("?" * len(replicas))
    here = township = county = 0
    for head, lower, higher in vault.db.execute(
        "select head_seq, coalesce((select seq from receipt where tier = 'township' and stream = stream.id), 0), "
        "coalesce((select seq from receipt where tier = 'central' and stream = stream.id), 0) "
        f"from stream where replica in ({marks})",
        replicas,
    ).fetchall():
        central = min(higher, head)
        reached = max(min(lower, head), central)
        here, township, county = here + head - reached, township + reached - central, county + central
    return Counts(here, township, county)


def own_replicas(vault: Vault) -> list[str]:
    """The names this vault has written under: a new one after every copy or restore."""
    return [*json.loads(vault.ledger.meta("former_replicas") or "[]"), vault.replica]
