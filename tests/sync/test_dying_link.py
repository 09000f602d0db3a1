"""A link whose connections die every 30 KB: what it costs beside the same link whole, counted in bytes."""

import random
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import pytest

from fieldapp.store.streams import digest
from fieldapp_sync.authority.pairing import connect
from fieldapp_sync.rounds.round import sync_once
from fieldapp_sync.segments.heading import is_segment
from fieldapp_sync.wire.second import SecondTalk

VILLAGE = "990101001201"
LIFE = 30_000
BUDGET = 0.35
_PIECE = 1460
"""Bytes that travel together: where a connection dies, those count and do not arrive."""
_WORDS = "roof wall leak road water pump school clinic pension cattle maize rice loan debt repair visit check".split()


@dataclass
class Dying:
    """A proxy whose connections live for about `life` bytes both ways together, 0 for ever; it counts `bytes`."""

    port: int
    life: int
    chance: random.Random = field(default_factory=lambda: random.Random(11))
    bytes: int = 0
    cuts: int = 0

    @contextmanager
    def open(self) -> Iterator[str]:
        with socket.create_server(("127.0.0.1", 0)) as door:
            accepting = threading.Thread(target=self._accept, args=(door,), daemon=True)
            accepting.start()
            try:
                yield f"http://127.0.0.1:{door.getsockname()[1]}"
            finally:
                door.shutdown(socket.SHUT_RDWR)
                accepting.join(5)

    def _accept(self, door: socket.socket) -> None:
        with suppress(OSError):
            while True:
                client, _ = door.accept()
                hub = socket.create_connection(("127.0.0.1", self.port))
                left = [self.chance.expovariate(1 / self.life) if self.life else float("inf")]
                for ends in ((client, hub), (hub, client)):
                    threading.Thread(target=self._pump, args=(*ends, left), daemon=True).start()

    def _pump(self, source: socket.socket, target: socket.socket, left: list[float]) -> None:
        with suppress(OSError):
            while chunk := source.recv(_PIECE):
                self.bytes += len(chunk)
                left[0] -= len(chunk)
                if left[0] <= 0:
                    self.cuts += 1
                    break
                target.sendall(chunk)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


def add_some(writer: Any, vault: Any, first: int, last: int) -> list[str]:
    chance = random.Random(first)
    with vault.transaction():
        return [
            writer(vault).add_household(
                f"{at:06}",
                address=" ".join(chance.choices(_WORDS, k=22)),
                phone=f"1{chance.randint(3_000_000_000, 9_999_999_999)}",
            )
            for at in range(first, last)
        ]


def cost(hub: Any, life: int, *vaults: Any) -> tuple[int, int]:
    """Bytes and cuts of a round of each."""
    link = Dying(int(hub.url.rsplit(":", 1)[1]), life)
    with link.open() as url:
        for vault in vaults:
            connection = connect(vault, url)
            sync_once(vault, connection)
            connection.close()
    return link.bytes, link.cuts


def test_a_link_that_dies_every_30_kilobytes_costs_a_third_more_at_most(
    hub: Any, make_vault: Any, writer: Any
) -> None:
    a, b, c = make_vault("a"), make_vault("b"), make_vault("c")
    for vault in (a, b, c):
        hub.pair(vault)
    spent = {}
    for life, receiver in ((0, b), (LIFE, c)):
        records = add_some(writer, a, life, life + 1500)
        spent[life], cuts = cost(hub, life, a)
        assert bool(cuts) == bool(life)
        hub.sync(receiver)
        chance = random.Random(3)
        with a.transaction():
            for record in records:
                writer(a).set(record, address=" ".join(chance.choices(_WORDS, k=12)))
        more, _ = cost(hub, life, a)
        down, _ = cost(hub, life, receiver)
        spent[life] += more + down
        assert digest(receiver.ledger, VILLAGE) == digest(a.ledger, VILLAGE)
    # The second receiver has a village twice as large to begin with, which is not measured; the rest is alike.
    assert spent[LIFE] / spent[0] - 1 <= BUDGET, spent


def test_a_link_known_to_die_gets_one_segment_a_request_from_the_first_on(
    hub: Any, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    a = make_vault("a")
    hub.pair(a)
    add_some(writer, a, 0, 10)
    connection = connect(a)
    connection.link.note_cut()
    connection.link.note_cut()
    sync_once(a, connection)
    connection.close()
    pushed: list[list[int]] = []
    real = SecondTalk.push

    def noted(talk: SecondTalk, frames: Any) -> Any:
        told = list(frames)
        pushed.append([len(frame) for frame in told if is_segment(frame)])
        return real(talk, told)

    monkeypatch.setattr(SecondTalk, "push", noted)
    add_some(writer, a, 10, 1010)
    connection = connect(a)
    connection.link.note_trip(0.9)
    monkeypatch.setattr(connection.link, "note_trip", lambda seconds: None)
    sync_once(a, connection)
    request = connection.link.pace.request
    connection.close()
    assert len(pushed) > 4
    assert all(len(sizes) == 1 for sizes in pushed[:-1])
    assert all(request / 3 < size < request * 2 for (size,) in pushed[1:-1])


def test_a_frame_that_was_cut_is_not_stored_and_the_whole_ones_before_it_are(
    hub: Any, make_vault: Any, writer: Any
) -> None:
    a = make_vault("a")
    hub.pair(a)
    add_some(writer, a, 0, 400)
    link = Dying(int(hub.url.rsplit(":", 1)[1]), LIFE // 3)
    with link.open() as url:
        connection = connect(a, url)
        outcome = sync_once(a, connection)
        connection.close()
    assert link.cuts
    assert (outcome.sent, outcome.counts.here) == (400, 0)
    assert outcome.tries <= link.cuts, "a cut needs no new hello"
