"""Rows over a link of which 60 % of the connections fail, through a real hub: each arrives, none twice.

`python benchmarks/fault_link.py 6000 --seed 1`. A proxy spoils connections by a seeded coin: cut on the way up, on the
way down (the answer is lost, the deed is done), reset, stalled, answered by a stranger's 502, a byte changed, slowed.
A laptop and its hub go on until a round succeeds. The control is a hub that takes what arrives without asking for its
dot, the key that makes a push harmless when it is sent again: it must hold rows twice.
"""

import argparse
import random
import socket
import struct
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from unittest.mock import patch

from durable_steps import VILLAGE
from points.deeds import add_households, new_vault
from worlds.ground import write_pack

from fieldapp.errors import SyncError
from fieldapp.journal.stream import Segment
from fieldapp.store import log
from fieldapp.store.intake import Received, store_segment
from fieldapp.store.ledger import Ledger, stream_id
from fieldapp.store.projecting import project
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import open_archive
from fieldapp_server.devices import pairing_code
from fieldapp_server.serving import serving
from fieldapp_sync.authority.pairing import connect, pair
from fieldapp_sync.rounds import patience
from fieldapp_sync.rounds.round import sync_once

FAULTS = ("cut up", "cut down", "reset", "stall", "502", "changed byte", "slow")
_STRANGER = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
BATCH = 50
_STALL_SECONDS = 0.2
_LATEST_BYTES = 6000

LOOKS = 60
"""How often a round of the control asks whether it is to end, before it is."""


@dataclass
class FaultyLink:
    """A proxy on loopback; `counts` says how often each fault was played."""

    port: int
    rng: random.Random
    rate: float
    counts: Counter[str] = field(default_factory=Counter)

    @contextmanager
    def open(self) -> Iterator[str]:
        """The URL of the link while the block lasts."""
        with socket.create_server(("127.0.0.1", 0)) as door:
            accepting = threading.Thread(target=self._accept, args=(door,), daemon=True)
            accepting.start()
            try:
                yield f"http://127.0.0.1:{door.getsockname()[1]}"
            finally:
                door.shutdown(socket.SHUT_RDWR)
                accepting.join(5)

    def _accept(self, door: socket.socket) -> None:
        while True:
            try:
                client, _ = door.accept()
            except OSError:
                return
            fault = self.rng.choice(FAULTS) if self.rng.random() < self.rate else "none"
            limit = self.rng.randint(1, _LATEST_BYTES)
            self.counts[fault] += 1
            threading.Thread(target=self._carry, args=(client, fault, limit), daemon=True).start()

    def _carry(self, client: socket.socket, fault: str, limit: int) -> None:
        if fault == "502":
            with client, suppress(OSError):
                client.recv(65_536)
                client.sendall(_STRANGER)
            return
        with client, socket.create_connection(("127.0.0.1", self.port)) as hub:
            up = limit if fault in ("cut up", "reset") else 0
            down = limit % 400 + 1 if fault == "cut down" else 0
            ways = (
                threading.Thread(target=self._pump, args=(client, hub, fault, up, limit), daemon=True),
                threading.Thread(target=self._pump, args=(hub, client, fault, down, 0), daemon=True),
            )
            for way in ways:
                way.start()
            for way in ways:
                way.join()

    def _pump(self, source: socket.socket, target: socket.socket, fault: str, dies: int, spoils: int) -> None:
        done = 0
        with suppress(OSError):
            while chunk := source.recv(4096):
                if fault == "slow":
                    time.sleep(0.002)
                if fault == "stall" and not spoils:
                    time.sleep(_STALL_SECONDS)
                    break
                if fault == "changed byte" and spoils and done <= spoils < done + len(chunk):
                    at = spoils - done
                    chunk = chunk[:at] + bytes([chunk[at] ^ 0x10]) + chunk[at + 1 :]
                if dies and done + len(chunk) > dies:
                    target.sendall(chunk[: dies - done])
                    if fault == "reset":
                        source.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    break
                target.sendall(chunk)
                done += len(chunk)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@dataclass(frozen=True)
class Outcome:
    """Lines in the hub's log and how many of them are different; rows; rounds it took; faults played."""

    lines: int
    different: int
    rows: int
    rounds: int
    faults: dict[str, int]


def run(rows: int, seed: int, folder: Path, *, rate: float = 0.6, dotless: bool = False) -> Outcome:
    """Save rows on a laptop, BATCH at a time, and sync each batch over the faulty link. `dotless` is the control."""
    patience.PAUSES = (0.0,) * 5
    with (
        new_vault(folder / "a") as vault,
        open_archive(folder / "hub", packs=[write_pack(folder / "pack")]) as archive,
        serving(archive) as url,
    ):
        add_account(archive, "team", "team", (VILLAGE,))
        pair(vault, url, pairing_code(archive, "team", now_ms()))
        link = FaultyLink(int(url.rsplit(":", 1)[1]), random.Random(seed), rate)
        taking = _dotless() if dotless else store_segment
        rounds = 0
        with link.open() as faulty, patch("fieldapp_server.exchange.pushing.store_segment", taking):
            for at in range(0, rows, BATCH):
                add_households(vault, "A", at, min(rows, at + BATCH))
                # The control's hub never has what it was sent under its own name: its rounds would go on for ever, and
                # each of them too, as long as something gets through.
                rounds += _rounds(lambda: connect(vault, faulty), vault, 1 if dotless else 2000)
        with archive.held() as ledger:
            while project(ledger):
                continue
            lines = [bytes(line) for line in _lines(ledger)]
            held = ledger.db.execute("select count(*) from household").fetchone()[0]
    return Outcome(len(lines), len(set(lines)), held, rounds, dict(link.counts))


def _rounds(connecting: Callable[[], object], vault: object, most: int) -> int:
    left = iter(range(LOOKS)) if most == 1 else None
    for at in range(1, most + 1):
        connection = connecting()
        try:
            sync_once(vault, connection, cancelled=lambda: left is not None and next(left, None) is None)  # type: ignore[arg-type]
            return at
        except SyncError:
            continue
        finally:
            connection.close()  # type: ignore[attr-defined]
    return most


def _dotless() -> Callable[[Ledger, Segment], Received]:
    """A hub that gives whatever arrives a name of its own."""
    taken = 0

    def take(ledger: Ledger, segment: Segment) -> Received:
        nonlocal taken
        taken += 1
        name = f"{segment.replica}-{taken}"
        count = segment.last - segment.first + 1
        other = replace(
            segment,
            stream=stream_id(name, segment.scope),
            replica=name,
            first=1,
            last=count,
        )
        return store_segment(ledger, other)

    return take


def _lines(ledger: Ledger) -> Iterator[bytes]:
    for (number,) in ledger.db.execute("select n from stream where head_seq > 0").fetchall():
        for _, line in log.lines_after(ledger.db, number, 0):
            yield line


def main() -> None:
    """Print both outcomes; exit status 1 when a row is missing or double, or the control has none double."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", type=int, nargs="?", default=6000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    wrong = False
    for dotless in (False, True):
        # Every round of the control sends everything again: a tenth shows it.
        rows = options.rows // 10 if dotless else options.rows
        with tempfile.TemporaryDirectory() as place:
            found = run(rows, options.seed, Path(place), dotless=dotless)
        print(
            f"{'control without the dot' if dotless else 'with the dot'}: {found.lines} lines, "
            f"{found.lines - found.different} double, {found.rows} of {rows} rows, {found.rounds} rounds, "
            f"{found.faults}"
        )
        whole = found.lines == found.different == found.rows == rows
        wrong |= found.lines == found.different if dotless else not whole
    raise SystemExit(int(wrong))


if __name__ == "__main__":
    main()
