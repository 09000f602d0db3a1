"""How far this laptop's own commits have come: here, at the township, at the centre. Receipts never go backwards.

A receipt is the attestation of a hub's key over the very history that is held here (`store.authority.heads`), whoever
carried it; only the paired hub of protocol 1, which signs nothing, is believed over its pinned line.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from fieldapp.journal.commit import Vector
from fieldapp.store.authority.kept import anchors
from fieldapp.store.ledger import Ledger
from fieldapp.store.streams import chain_at
from fieldapp.store.vault import Vault

Tier = Literal["township", "central"]


@dataclass(frozen=True)
class Counts:
    """Commits written in this vault: only here; at the township and not yet higher; at the county or centre."""

    here: int
    township: int
    county: int


def note_receipt(vault: Vault, tier: Tier, stream: str, seq: int) -> None:
    """Somebody of this tier holds the stream up to `seq`, as the caller made sure. Raises ValueError for another tier."""
    if tier not in ("township", "central"):
        raise ValueError(tier)
    with vault.transaction():
        _note(vault.ledger, tier, stream, seq)


def draw_receipts(ledger: Ledger) -> int:
    """Receipts from the hubs' attestations that reach no further than our log and agree with it; gives how many moved.

    An attestation beyond our log waits until the log has come there: nobody can say yet that it is of the same history.
    """
    moved = ledger.db.execute(
        "select h.tier, h.stream, h.seq, h.chain from head h join stream s on s.id = h.stream "
        "where h.tier in ('township', 'central') and h.seq <= s.head_seq and h.seq > "
        "coalesce((select seq from receipt r where r.tier = h.tier and r.stream = h.stream), 0)"
    ).fetchall()
    drawn = 0
    with ledger.transaction():
        for tier, stream, seq, chain in moved:
            held = chain_at(ledger, stream, seq)
            if held is not None and held.hex() == chain:
                _note(ledger, tier, stream, seq)
                drawn += 1
    return drawn


def note_held(vault: Vault, tier: Tier, vectors: Iterable[Vector]) -> None:
    """The paired hub says that it holds all that these vectors say; written only where it is more than was known.

    Only for a hub of protocol 1: where a hub's key is known, nothing counts that it has not signed (`draw_receipts`).
    """
    if anchors(vault.ledger, "hub"):
        return
    found = vault.db.execute("select stream, seq from receipt where tier = ?", [tier])
    known = dict(found.fetchall())
    more = [
        (stream, seq) for vector in vectors for stream, seq in vector.items() if seq > known.get(stream, 0)
    ]
    if more:
        with vault.transaction():
            for stream, seq in more:
                note_receipt(vault, tier, stream, seq)


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


def _note(ledger: Ledger, tier: Tier, stream: str, seq: int) -> None:
    ledger.db.execute(
        "insert into receipt (tier, stream, seq) values (?, ?, ?) "
        "on conflict (tier, stream) do update set seq = max(seq, excluded.seq)",
        [tier, stream, seq],
    )


def own_replicas(vault: Vault) -> list[str]:
    """The names this vault has written under: a new one after every copy or restore."""
    return [*json.loads(vault.ledger.meta("former_replicas") or "[]"), vault.replica]
