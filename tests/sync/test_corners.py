"""Corners of the exchange: a hub put back to an older day, a push that dies half-way, a commit nobody can read."""

import shutil
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fieldapp.journal.stream import Segment
from fieldapp.store.ledger import stream_id
from fieldapp.store.streams import digest, segments_after
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import open_archive
from fieldapp_server.devices import pairing_code
from fieldapp_server.serving import serving
from fieldapp_sync.authority.pairing import connect, pair
from fieldapp_sync.rounds.round import sync_once
from fieldapp_sync.segments.frames import pack_segment, put_frame
from fieldapp_sync.wire.second import SecondTalk

VILLAGE = "990101001201"


def sync(vault: Any, url: str) -> Any:
    connection = connect(vault, url)
    try:
        return sync_once(vault, connection)
    finally:
        connection.close()


def test_a_hub_put_back_to_an_older_day_asks_again_and_gets_it(
    tmp_path: Path, make_vault: Any, writer: Any
) -> None:
    a, b = make_vault("a"), make_vault("b")
    with open_archive(tmp_path / "hub") as archive, serving(archive) as url:
        add_account(archive, "team", "team", [VILLAGE])
        for vault in (a, b):
            pair(vault, url, pairing_code(archive, "team", now_ms()))
        writer(a).add_household("1")
        sync(a, url)
    shutil.copytree(tmp_path / "hub", tmp_path / "older")
    with open_archive(tmp_path / "hub") as archive, serving(archive) as url:
        writer(a).add_household("2")
        assert sync(a, url).sent == 1
        assert sync(b, url).received == 2
    with open_archive(tmp_path / "older") as archive, serving(archive) as url:
        assert sync(b, url).sent == 1, "b gives back what the hub has lost of a"
        assert sync(a, url).sent == 0
        with archive.held() as ledger:
            assert digest(ledger, VILLAGE) == digest(a.ledger, VILLAGE) == digest(b.ledger, VILLAGE)


def test_what_of_a_push_arrived_before_its_connection_died_is_kept(
    hub: Any, make_vault: Any, writer: Any
) -> None:
    a = make_vault("a")
    hub.pair(a)
    for number in range(40):
        writer(a).add_household(str(number), address=f"{number} " * 40)
    connection = connect(a)
    assert connection.protocol == 2
    body = b"".join(
        put_frame(pack_segment(segment)) for segment in segments_after(a.ledger, VILLAGE, {}, 2000)
    )
    port = int(hub.url.rsplit(":", 1)[1])
    head = f"POST /v2/push HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {connection._token}\r\n"
    with socket.create_connection(("127.0.0.1", port), 5) as dying:
        dying.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body[:-5])
        dying.shutdown(socket.SHUT_WR)
        while dying.recv(4096):
            continue
    connection.close()
    outcome = hub.sync(a)
    assert 0 < outcome.sent < 10, "all but the last segment were in"
    assert outcome.counts.here == 0


def test_a_commit_that_nobody_can_read_is_set_aside_and_blocks_nothing(
    hub: Any, make_vault: Any, writer: Any, shown: Callable[[Any], Any]
) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    writer(a).add_household("first")
    (good,) = segments_after(a.ledger, VILLAGE, {})
    strange = b'{"q":2,"t":"nonsense","w":"a","v":"x@1","k":"edit","o":[]}\n'
    third = good.lines.replace(b'{"q":1,', b'{"q":3,').replace(b"first", b"third")
    third = third.replace(b'"i":"', b'"i":"f', 1)
    stream = stream_id(a.replica, VILLAGE)
    connection = connect(a)
    reply = SecondTalk(connection).push(
        iter([pack_segment(Segment(stream, a.replica, VILLAGE, 1, 3, good.lines + strange + third))])
    )
    connection.close()
    assert reply.applied == 3
    assert reply.heads == {stream: 3}
    with hub.archive.tables() as ledger:
        numbers = {no for (no,) in ledger.db.execute("select household_no from household").fetchall()}
        aside = ledger.db.execute("select seq from quarantine").fetchall()
    assert (numbers, aside) == ({"first", "third"}, [(2,)])
    outcome = hub.sync(b)
    assert (outcome.received, outcome.set_aside) == (2, 1)
    assert {row["household_no"] for row in shown(b).values()} == {"first", "third"}


def test_tables_follow_the_log_by_themselves(hub: Any, make_vault: Any, writer: Any) -> None:
    a = make_vault("a")
    hub.pair(a)
    writer(a).add_household("1")
    hub.sync(a)
    hub.archive._projector._thread.join(10)
    with hub.archive.held() as ledger:
        assert ledger.db.execute("select household_no from household").fetchall() == [("1",)]


@pytest.mark.parametrize("times", [1, 3])
def test_a_stopped_hub_projects_the_rest_when_it_starts(
    times: int, tmp_path: Path, make_vault: Any, writer: Any
) -> None:
    a = make_vault("a")
    with open_archive(tmp_path / "hub") as archive, serving(archive) as url:
        add_account(archive, "team", "team", [VILLAGE])
        pair(a, url, pairing_code(archive, "team", now_ms()))
        for number in range(times):
            writer(a).add_household(str(number))
        sync(a, url)
    with open_archive(tmp_path / "hub") as archive, archive.tables() as ledger:
        assert ledger.db.execute("select count(*) from household").fetchone() == (times,)
