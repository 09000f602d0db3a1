"""Bytes and rows a second of a round between two vaults and a hub on loopback, against the budget: by command.

`python benchmarks/sync_figures.py [households]`. Bytes are packed segments as they travel; a no-op counts the bytes of
its one request and reply on a kept connection. Rates include fsync and the projection into tables at the receiver, with
the hub in the same process: they are a lower bound.
"""

import random
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from fieldapp.store import Vault, create_vault
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import segments_after
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import open_archive
from fieldapp_server.devices import pairing_code
from fieldapp_server.serving import serving
from fieldapp_sync.authority.pairing import connect, pair
from fieldapp_sync.rounds.round import sync_once
from fieldapp_sync.segments.frames import pack_segment

SCOPE = "990101001201"
CHUNK = 50


def a_vault(folder: Path, name: str) -> Vault:
    """A new vault of the village."""
    path = folder / name / "laptop.vault"
    return create_vault(
        path,
        "a passphrase",
        worker=name,
        role="collector",
        scopes=(SCOPE,),
        packs=["cn-base"],
        escrow_recovery=False,
    )


def add_households(vault: Vault, count: int, rng: random.Random) -> list[str]:
    """Invented households, `CHUNK` to a commit as an import makes them; their ids."""
    made: list[str] = []
    for start in range(0, count, CHUNK):
        changes = [Change("household", None, "add", a_household(start + at, rng)) for at in range(CHUNK)]
        made += [
            record for _, record in save(vault, SCOPE, "import", changes, seen=seen_of(vault, SCOPE)).changed
        ]
    return made


def a_household(number: int, rng: random.Random) -> dict[str, str | int | None]:
    """Seven fields; the digits are random, so they hardly compress."""
    return {
        "household_no": f"H{number:06}",
        "address": f"东沟组 {rng.randint(1, 300)} 号",
        "phone": f"139{rng.randint(0, 99_999_999):08}",
        "bank_name": rng.choice(("信用社", "农商行", "邮储")),
        "bank_account": f"62{rng.randint(0, 10**17):017}",
        "household_attribute": "1",
        "natural_village": f"{rng.randint(1, 12)} 组",
    }


def packed_bytes(vault: Vault, after: dict[str, int]) -> int:
    """What travels of everything after a vector."""
    return sum(len(pack_segment(segment)) for segment in segments_after(vault.ledger, SCOPE, after))


def seconds_of(deed: Callable[[], object]) -> float:
    """Wall-clock seconds."""
    started = time.perf_counter()
    deed()
    return time.perf_counter() - started


class CountingSocket(socket.socket):
    """Counts what every socket of this process sends: both ends of the loopback."""

    sent = 0

    def sendall(self, data: bytes, *rest: int) -> None:  # type: ignore[override]
        """Called by the client."""
        CountingSocket.sent += len(data)
        super().sendall(data, *rest)

    def send(self, data: bytes, *rest: int) -> int:  # type: ignore[override]
        """Called by the hub."""
        CountingSocket.sent += len(data)
        return super().send(data, *rest)


def main() -> None:
    """Print one line a figure, with its budget."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    rng = random.Random(1)
    socket.socket = CountingSocket  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (
            a_vault(folder, "a") as a,
            a_vault(folder, "b") as b,
            open_archive(folder / "hub") as archive,
            serving(archive) as url,
        ):
            add_account(archive, "team", "team", [SCOPE])
            for vault in (a, b):
                pair(vault, url, pairing_code(archive, "team", now_ms()))
            measure(a, b, count, rng)


def measure(a: Vault, b: Vault, count: int, rng: random.Random) -> None:
    """The figures of new households, of edits, of a round without news."""
    here, there = connect(a), connect(b)
    made = add_households(a, count, rng)
    tell("bytes a new household", packed_bytes(a, {}) / len(made), "≤ 140")
    tell("new households/s up", len(made) / seconds_of(lambda: sync_once(a, here)), "≥ 20,000 on a LAN")
    tell("new households/s down", len(made) / seconds_of(lambda: sync_once(b, there)), "≥ 20,000 on a LAN")
    before = dict(a.ledger.vector(SCOPE))
    edited = made[: min(1000, count)]
    for record in edited:
        values: dict[str, str | int | None] = {
            "phone": f"138{rng.randint(0, 99_999_999):08}",
            "address": "西沟组",
        }
        save(a, SCOPE, "edit", [Change("household", record, "set", values)], seen=seen_of(a, SCOPE))
    tell("bytes an edit of two fields", packed_bytes(a, before) / len(edited), "≤ 50")
    tell("edits/s up", len(edited) / seconds_of(lambda: sync_once(a, here)), "≥ 10,000 on a LAN")
    tell("edits/s down", len(edited) / seconds_of(lambda: sync_once(b, there)), "≥ 10,000 on a LAN")
    sync_once(a, here)
    CountingSocket.sent = 0
    sync_once(a, here)
    tell("bytes of a round without news, with HTTP heads", CountingSocket.sent, "≤ 300")
    here.close()
    there.close()


def tell(figure: str, value: float, budget: str) -> None:
    """One line."""
    print(f"{figure:48} {value:10,.0f}   budget {budget}")


if __name__ == "__main__":
    main()
