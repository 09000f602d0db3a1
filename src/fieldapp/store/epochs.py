"""Copies noticed: a vault that was copied, put back or moved gets a new replica id before it writes (SYNC.md 12).

Three witnesses: the machine and the path; a small file of this computer outside the vault's folder, raised with the vault
at each opening and closing; and the hub, which knows our own streams. The rule it holds: no two histories are ever
written on under one name, and what was written under a name stays and is sent once.
"""

import hashlib
import json
import os
import platform
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.errors import VaultError
from fieldapp.journal.commit import Vector
from fieldapp.store.faults import telling_faults
from fieldapp.store.growing.base import chain_reached
from fieldapp.store.replacing import replace_file

if TYPE_CHECKING:
    from fieldapp.store.ledger import Ledger
    from fieldapp.store.vault import Vault

FOLDER = "FIELDAPP_STATE"
"""The environment variable that names another folder for the witness files than the system's own for such state."""
ChainOf = Callable[[str, int], bytes | None]
"""What a hub says of a stream: its chain after a sequence; None where it does not reach there."""


@dataclass(frozen=True)
class Settled:
    """What a hub's witness led to. `state`: "" (nothing), "behind" (an old copy, renamed), "forked" (two histories under
    one name: `reissued` commits of ours were written again under the new one)."""

    state: str = ""
    replica: str = ""
    reissued: int = 0


def new_replica() -> str:
    """A random replica id of 16 hex digits."""
    return secrets.token_hex(8)


def home_of(path: Path) -> str:
    """What tells a vault's machine and place."""
    return hashlib.sha256(f"{platform.node()}|{path.resolve()}".encode()).hexdigest()


def enter(ledger: "Ledger", path: Path) -> str:
    """The replica's name at an opening, a new one for a copy; raises the epoch, in the caller's transaction.

    Call `witness` when the transaction is durable.
    """
    kept = _kept(path)
    epoch, clock = int(ledger.meta("epoch") or "0"), ledger.meta("clock")
    old = kept.get("vault") == _identity(ledger) and (
        epoch < _number(kept.get("epoch")) or clock < str(kept.get("clock") or "")
    )
    if old or ledger.meta("home") != home_of(path):
        rename(ledger)
        ledger.set_meta("home", home_of(path))
    ledger.set_meta("epoch", str(max(epoch, _number(kept.get("epoch")) if old else 0) + 1))
    return ledger.meta("replica")


def rename(ledger: "Ledger") -> str:
    """Take a new replica id, in the caller's transaction; the one before stays ours (`former_replicas`)."""
    former = [*json.loads(ledger.meta("former_replicas") or "[]"), ledger.meta("replica")]
    ledger.set_meta("former_replicas", json.dumps(former))
    ledger.set_meta("replica", new_replica())
    ledger.replica = ledger.meta("replica")
    return ledger.replica


def witness(ledger: "Ledger", path: Path) -> None:
    """Write down outside the vault how far it is. A computer that lets nothing be written there has one witness less."""
    place = _place(path)
    try:
        told = {"vault": _identity(ledger), "epoch": ledger.meta("epoch"), "clock": ledger.meta("clock")}
        with telling_faults():
            place.parent.mkdir(parents=True, exist_ok=True)
        replace_file(place, json.dumps(told).encode())
    except (OSError, VaultError):
        return


def settle_with(vault: "Vault", theirs: Mapping[str, Vector], chain_of: ChainOf) -> Settled:
    """Ask a hub's vectors (scope → stream → sequence) whether this vault is an old copy, before a round sends anything.

    A hub that holds more of the stream we write on than we do: we are behind, take a new name, and the round pulls our
    own former commits back. A hub with other bytes where we have ours: a fork; ours are written again under a new name,
    and the round pulls the hub's. Raises VaultError; then nothing has changed.
    """
    from fieldapp.store.forks import reissue
    from fieldapp.store.receipts import own_replicas

    own = set(own_replicas(vault))
    behind, forks = False, []
    for scope, vector in theirs.items():
        for stream, number, replica, head in vault.db.execute(
            "select id, n, replica, head_seq from stream where scope = ? and head_seq > 0 order by id",
            [scope],
        ).fetchall():
            if replica not in own or not vector.get(stream, 0):
                continue
            reached = min(head, vector[stream])
            if not _same(vault, number, stream, reached, chain_of):
                forks.append((number, _last_common(vault, number, stream, reached, chain_of)))
            behind = behind or (replica == vault.replica and vector[stream] > head)
    behind = behind or _unknown_here(vault, theirs)
    if not forks and not behind:
        return Settled()
    with vault.transaction():
        replica = rename(vault.ledger)
        count = sum(reissue(vault, number, common) for number, common in forks)
    vault.session.renamed.append(replica)
    witness(vault.ledger, vault.path)
    return Settled("forked" if forks else "behind", replica, count)


def _unknown_here(vault: "Vault", theirs: Mapping[str, Vector]) -> bool:
    """Whether a hub holds the stream that we would write on in a village of which we know nothing of it."""
    from fieldapp.store.ledger import stream_id

    return any(
        vector.get(name := stream_id(vault.replica, scope), 0) > 0
        and not vault.ledger.vector(scope).get(name)
        for scope, vector in theirs.items()
    )


def _same(vault: "Vault", number: int, stream: str, seq: int, chain_of: ChainOf) -> bool:
    ours, others = chain_reached(vault.db, number, seq), chain_of(stream, seq)
    # Dropped lines have the centre's receipt; a hub that cannot say is no witness.
    return ours is None or others is None or ours == others


def _last_common(vault: "Vault", number: int, stream: str, wrong: int, chain_of: ChainOf) -> int:
    """The last sequence at which both have one history; `wrong` is one at which they differ."""
    low, high = 0, wrong
    while high - low > 1:
        middle = (low + high) // 2
        if _same(vault, number, stream, middle, chain_of):
            low = middle
        else:
            high = middle
    return low


def _identity(ledger: "Ledger") -> str:
    return hashlib.sha256(ledger.meta("device_key").encode()).hexdigest()[:16]


def _place(path: Path) -> Path:
    from platformdirs import user_state_path

    folder = os.environ.get(FOLDER) or str(user_state_path("fieldapp", appauthor=False))
    return Path(folder) / "epochs" / hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:32]


def _number(told: object) -> int:
    return int(told) if isinstance(told, str) and told.isdigit() else 0


def _kept(path: Path) -> dict[str, object]:
    try:
        kept = json.loads(_place(path).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}
