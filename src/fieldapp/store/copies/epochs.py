"""Copies noticed: a vault that was copied, put back or moved gets a new replica id before it writes.

Three witnesses: the machine and the path; a small file of this computer outside the vault's folder, raised with the vault
at each opening and closing; and the hub, which knows our own streams. The rule it holds: no two histories are ever
written on under one name, and what was written under a name stays and is sent once.
"""

import hashlib
import json
import os
import platform
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.errors import Finding, VaultError
from fieldapp.journal.commit import Dot, Vector
from fieldapp.keys.devices import DeviceKey
from fieldapp.keys.replicas import CHANCE, replica_name
from fieldapp.store.faults import telling_faults
from fieldapp.store.replacing import replace_file
from fieldapp.store.streams import chain_at

if TYPE_CHECKING:
    from fieldapp.store.ledger import Ledger
    from fieldapp.store.vault import Vault

FOLDER = "FIELDAPP_STATE"
"""The environment variable that names another folder for the witness files than the system's own for such state."""
ChainsOf = Callable[[Sequence[Dot]], Sequence[bytes | None]]
"""What a hub says of these places: its chain of the stream after that sequence; None where it does not reach there."""
_POINTS = 32
"""Places asked for at once when the last common one is looked for."""


@dataclass(frozen=True)
class Settled:
    """What a hub's witness led to. `state`: "" (nothing), "behind" (an old copy, renamed), "forked" (two histories under
    one name: `reissued` commits of ours were written again under the new one)."""

    state: str = ""
    replica: str = ""
    reissued: int = 0

    def finding(self) -> Finding | None:
        """What the worker is told; None where nothing was."""
        if self.state == "behind":
            return Finding(
                "epochs.behind",
                "This vault is an older copy that was put back. Nothing is lost: what it had sent since comes back with "
                "this sync.",
                severity="warning",
            )
        if self.state == "forked":
            return Finding(
                "epochs.forked",
                "A copy of this vault was worked with in another place. Both go on and nothing is lost: {count} of the "
                "changes made here were entered again under a new name. Use only one of the copies from now on.",
                {"count": self.reissued},
                severity="warning",
            )
        return None


def new_replica(device: DeviceKey) -> str:
    """A new name for what this key writes from now on."""
    return replica_name(device.public, secrets.token_bytes(CHANCE))


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
    ledger.set_meta("replica", new_replica(DeviceKey(bytes.fromhex(ledger.meta("device_key")))))
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


def settle_with(vault: "Vault", theirs: Mapping[str, Vector], chains_of: ChainsOf) -> Settled:
    """Ask a hub's vectors (scope → stream → sequence) whether this vault is an old copy, before a round sends anything.

    A hub that holds more of the stream we write on than we do: we are behind, take a new name, and the round pulls our
    own former commits back. A hub with other bytes where we have ours: a fork; ours are written again under a new name,
    and the round pulls the hub's. `chains_of` is called once where both hold something of ours: two
    histories may be of one length.

    Raises SyncError forks.dropped, VaultError; then nothing has changed.
    """
    from fieldapp.store.copies.forks import reissue

    behind, shared = _unknown_here(vault, theirs), []
    for stream, replica, head, there in _own_streams(vault, theirs):
        shared.append(Dot(stream, min(head, there)))
        behind = behind or (replica == vault.replica and there > head)
    wrong = [dot for dot, same in zip(shared, _same(vault, shared, chains_of), strict=True) if not same]
    forks = [(dot.stream, _last_common(vault, dot, chains_of)) for dot in wrong]
    if not forks and not behind:
        return Settled()
    with vault.transaction():
        replica = rename(vault.ledger)
        count = sum(reissue(vault, stream, common) for stream, common in forks)
    vault.session.renamed.append(replica)
    witness(vault.ledger, vault.path)
    return Settled("forked" if forks else "behind", replica, count)


def _own_streams(vault: "Vault", theirs: Mapping[str, Vector]) -> Iterator[tuple[str, str, int, int]]:
    """(stream, replica, our head, theirs) of the streams of ours that both hold something of."""
    from fieldapp.store.receipts import own_replicas

    own = own_replicas(vault)
    for scope, vector in theirs.items():
        for stream, replica, head in vault.db.execute(
            "select id, replica, head_seq from stream where scope = ? and head_seq > 0 order by id", [scope]
        ).fetchall():
            if replica in own and vector.get(stream, 0):
                yield stream, replica, head, vector[stream]


def _unknown_here(vault: "Vault", theirs: Mapping[str, Vector]) -> bool:
    """Whether a hub holds the stream that we would write on in a village of which we know nothing of it."""
    from fieldapp.store.ledger import stream_id

    return any(
        vector.get(name := stream_id(vault.replica, scope), 0) > 0
        and not vault.ledger.vector(scope).get(name)
        for scope, vector in theirs.items()
    )


def _same(vault: "Vault", places: Sequence[Dot], chains_of: ChainsOf) -> list[bool]:
    """Whether both have one history up to these places. Dropped lines have the centre's receipt, and a hub that cannot
    say is no witness: there it is taken to be one."""
    if not places:
        return []
    ours = [chain_at(vault.ledger, *dot) for dot in places]
    return [
        mine is None or their is None or mine == their
        for mine, their in zip(ours, chains_of(places), strict=True)
    ]


def _last_common(vault: "Vault", wrong: Dot, chains_of: ChainsOf) -> int:
    """The last sequence at which both have one history; at `wrong` they differ."""
    low, high = 0, wrong.seq
    while high - low > 1:
        step = max(1, (high - low) // _POINTS)
        points = [Dot(wrong.stream, seq) for seq in range(low + step, high, step)]
        for dot, same in zip(points, _same(vault, points, chains_of), strict=True):
            if not same:
                high = dot.seq
                break
            low = dot.seq
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
