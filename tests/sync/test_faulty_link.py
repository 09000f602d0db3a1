"""A link that dies at random places, both ways: rounds repeated until one succeeds lose nothing and double nothing."""

import random
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest

from fieldapp.errors import SyncError
from fieldapp.store.streams import digest
from fieldapp_sync.authority.pairing import connect
from fieldapp_sync.rounds.round import sync_once

VILLAGE = "990101001201"


@contextmanager
def dying_link(port: int, seed: int, rate: float) -> Iterator[tuple[str, list[int]]]:
    """A proxy to `port` that cuts `rate` of its connections after a random number of bytes up or down."""
    rng, cuts = random.Random(seed), [0]
    with socket.create_server(("127.0.0.1", 0)) as door:

        def pump(source: socket.socket, target: socket.socket, budget: int) -> None:
            with suppress(OSError):
                while chunk := source.recv(2048):
                    target.sendall(chunk[: max(0, budget)])
                    budget -= len(chunk)
                    if budget <= 0:
                        cuts[0] += 1
                        break
            for end in (source, target):
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

        def serve() -> None:
            while True:
                try:
                    client, _ = door.accept()
                except OSError:
                    return
                hub = socket.create_connection(("127.0.0.1", port))
                dies = rng.random() < rate
                limits = [rng.randint(1, 6000) if dies and rng.random() < 0.6 else 1 << 40 for _ in range(2)]
                pumps = [
                    threading.Thread(target=pump, args=ends, daemon=True)
                    for ends in ((client, hub, limits[0]), (hub, client, limits[1]))
                ]
                for thread in pumps:
                    thread.start()
                threading.Thread(target=close_after, args=(pumps, client, hub), daemon=True).start()

        def close_after(pumps: list[threading.Thread], *ends: socket.socket) -> None:
            for thread in pumps:
                thread.join()
            for end in ends:
                end.close()

        accepting = threading.Thread(target=serve, daemon=True)
        accepting.start()
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}", cuts
        finally:
            door.shutdown(socket.SHUT_RDWR)
    accepting.join(5)


def rounds_until_done(vault: Any, url: str) -> int:
    """How many tries it took, within rounds and by rounds, until one went through."""
    for rounds in range(200):
        connection = connect(vault, url)
        try:
            return rounds + sync_once(vault, connection).tries
        except SyncError:
            continue
        finally:
            connection.close()
    raise AssertionError("200 rounds were not enough")


def test_all_rows_arrive_once_over_a_link_that_dies(
    hub: Any, make_vault: Any, writer: Any, shown: Callable[[Any], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldapp_sync.rounds.sending.FIRST_SEGMENT", 1500)
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    for number in range(120):
        writer(a if number % 2 else b).add_household(str(number), address=f"{number} " * 20)
    with dying_link(int(hub.url.rsplit(":", 1)[1]), 7, 0.6) as (url, cuts):
        tries = [rounds_until_done(vault, url) for vault in (a, b, a)]
    assert cuts[0] >= 3, "the link was no test"
    assert sum(tries) > 3
    assert shown(a) == shown(b)
    assert sorted(int(str(row["household_no"])) for row in shown(a).values()) == list(range(120))
    assert digest(a.ledger, VILLAGE) == digest(b.ledger, VILLAGE)
