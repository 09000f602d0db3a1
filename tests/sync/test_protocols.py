"""Version N with N-1, packings that one end lacks, requests counted: every pair of ends talks, and small is small."""

import base64
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette

from fieldapp.errors import SyncError
from fieldapp.store.authority.heads import newest
from fieldapp.store.receipts import draw_receipts, waiting
from fieldapp.store.streams import digest
from fieldapp_server.archive import Archive, open_archive
from fieldapp_server.authority import exchange as authority_exchange
from fieldapp_server.devices import revoke_device
from fieldapp_server.door import TELLERS, Door
from fieldapp_server.exchange import exchange, protocol1
from fieldapp_server.serving import serving
from fieldapp_server.tokens import Tokens
from fieldapp_sync.authority import round as authority_round
from fieldapp_sync.authority.pairing import connect
from fieldapp_sync.rounds.round import sync_once
from fieldapp_sync.segments.frames import pack_segment, read_carried
from fieldapp_sync.segments.packing import GZIP, WITH_HISTORY, ZSTD, choose, pack, unpack, words

VILLAGE = "990101001201"


def only_the_first(archive: Archive, clock: Any, seconds: Any) -> Starlette:
    """The hub of the first release: no /v2 at all."""
    door = Door(archive, clock, Tokens(seconds))
    return Starlette(routes=protocol1.routes(door), exception_handlers=dict(TELLERS))


@pytest.fixture
def old_hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hub: Any) -> Iterator[Any]:
    monkeypatch.setattr("fieldapp_server.serving.hub_app", only_the_first)
    with open_archive(tmp_path / "old") as archive, serving(archive) as url:
        yield type(hub)(archive, url)


def test_a_new_laptop_talks_to_a_hub_of_the_first_release(
    old_hub: Any, make_vault: Any, writer: Any, shown: Any
) -> None:
    a, b = make_vault("a"), make_vault("b")
    old_hub.pair(a)
    old_hub.pair(b)
    for number in range(12):
        writer(a).add_household(f"A{number}")
    writer(b).add_household("B")
    connection = connect(a)
    assert connection.protocol == 1
    assert sync_once(a, connection).sent == 12
    connection.close()
    outcome = old_hub.sync(b)
    assert (outcome.sent, outcome.received, outcome.counts.here) == (1, 12, 0)
    assert old_hub.sync(a).received == 1
    assert shown(a) == shown(b)
    assert digest(a.ledger, VILLAGE) == digest(b.ledger, VILLAGE)


def test_a_laptop_paired_at_the_first_release_goes_on_when_its_hub_is_renewed(
    old_hub: Any, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = make_vault("a"), make_vault("b")
    for vault in (a, b):
        old_hub.pair(vault)
        writer(vault).add_household(vault.replica)
        old_hub.sync(vault)
    monkeypatch.undo()
    with serving(old_hub.archive) as url:
        for vault, number in ((a, "2"), (b, "3"), (a, "4")):
            writer(vault).add_household(number)
            connection = connect(vault, url)
            assert connection.protocol == 2
            outcome = sync_once(vault, connection)
            connection.close()
            assert (outcome.sent, outcome.counts.here) == (1, 0)
        assert digest(a.ledger, VILLAGE) != digest(b.ledger, VILLAGE)
        connection = connect(b, url)
        assert sync_once(b, connection).received == 1
        connection.close()
    assert digest(a.ledger, VILLAGE) == digest(b.ledger, VILLAGE)


def test_a_laptop_too_old_for_the_hub_hands_over_and_is_told(
    hub: Any, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    writer(b).add_household("B")
    hub.sync(b)
    writer(a).add_household("A")
    monkeypatch.setattr(exchange, "LOWEST", 3)
    with pytest.raises(SyncError) as refused:
        hub.sync(a)
    assert refused.value.code == "sync.too_old"
    assert len(refused.value.sentence()) > 40
    monkeypatch.undo()
    assert hub.sync(b).received == 1
    assert hub.sync(a).received == 1, "nothing had been received before"


@pytest.mark.parametrize("lacking", ["hub", "laptop"])
def test_an_end_without_zstandard_or_without_the_dictionary_still_talks(
    lacking: str, hub: Any, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    heads: list[str] = []
    real = pack_segment

    def noted(segment: Any, **how: Any) -> bytes:
        heads.append(how["word"])
        return real(segment, **how)

    monkeypatch.setattr("fieldapp_sync.segments.signing.pack_segment", noted)
    where = "fieldapp_server.exchange.routes.words" if lacking == "hub" else "fieldapp_sync.wire.second.words"
    for spoken in ((GZIP,), (ZSTD, GZIP)):
        monkeypatch.setattr(where, lambda spoken=spoken: spoken)
        writer(a).add_household(str(spoken))
        assert hub.sync(a).sent == 1
        assert hub.sync(b).received == 1
        assert heads.pop(0 if lacking == "hub" else 1) == spoken[0]
        heads.clear()


def test_a_packing_unpacks_to_what_was_packed_and_to_nothing_larger() -> None:
    lines = b'{"q":1,"t":"0192f3c1a4b2-0003"}\n' * 50
    for word in words():
        before = lines if word in WITH_HISTORY else b""
        packed = pack(lines, word, window=before)
        assert unpack(packed, word, len(lines), before) == lines
        for wrong in (len(lines) - 1, len(lines) + 1, 0, -5, 1 << 40):
            with pytest.raises(SyncError):
                unpack(packed, word, wrong, before)
        for damaged in (packed[:-3], packed[: len(packed) // 2], b"", b"nonsense"):
            with pytest.raises(SyncError):
                unpack(damaged, word, len(lines), before)
    with pytest.raises(SyncError):
        unpack(pack(lines), "d1", len(lines))


def test_bombs_are_refused_without_being_unpacked() -> None:
    import tracemalloc

    for word in words():
        bomb = pack(bytes(64 << 20), word, 1)
        tracemalloc.start()
        with pytest.raises(SyncError):
            unpack(bomb, word, 1000)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 8 << 20, word


def test_the_dictionary_halves_a_single_commit_and_is_what_its_script_makes() -> None:
    line = (
        b'{"q":57,"t":"01a2039bdeda-0000","w":"w07","v":"cn-base@3","k":"edit","o":[{"l":"household",'
        b'"i":"01a2039b-decd-7b2e-941c-f15f2f2d729d","a":"set","seen":[["3369d700b805f835",56]],'
        b'"f":{"phone":"13812345678","address":"\xe8\xa5\xbf\xe6\xb2\x9f\xe7\xbb\x84"}}]}\n'
    )
    word = choose(words(), len(line))
    assert word == "df1b95"
    assert len(pack(line, word, 9)) * 2 <= len(pack(line, ZSTD, 9)) + 5


def test_a_signed_frame_keeps_its_signature_and_an_old_reader_reads_it_too(
    make_vault: Any, writer: Any
) -> None:
    from fieldapp.store.streams import segments_after

    a = make_vault("a")
    writer(a).add_household("1")
    (segment,) = segments_after(a.ledger, VILLAGE, {})
    frame = pack_segment(segment, by="ab" * 8, sig="c2ln")
    carried = read_carried(frame)
    assert (carried.segment, carried.by, carried.sig) == (segment, "ab" * 8, "c2ln")
    assert read_carried(frame).segment == segment


def test_a_round_without_news_is_one_round_trip_of_300_bytes(hub: Any, make_vault: Any, writer: Any) -> None:
    a = make_vault("a")
    hub.pair(a)
    writer(a).add_household("1")
    with counted(int(hub.url.rsplit(":", 1)[1])) as (url, trips):
        connection = connect(a, url)
        sync_once(a, connection)
        trips.clear()
        outcome = sync_once(a, connection)
        connection.close()
    assert (outcome.sent, outcome.received, outcome.tries) == (0, 0, 1)
    assert [way for way, _ in trips] == ["up", "down"]
    assert sum(size for _, size in trips) <= 300


def test_one_edit_costs_two_small_requests_and_has_its_receipt(
    hub: Any, make_vault: Any, writer: Any
) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    household = writer(a).add_household("1")
    with counted(int(hub.url.rsplit(":", 1)[1])) as (url, trips):
        connection = connect(a, url)
        sync_once(a, connection)
        trips.clear()
        writer(a).set(household, phone="13912345678", address="东沟组 7 号")
        outcome = sync_once(a, connection)
        connection.close()
    assert (outcome.sent, outcome.counts.here, outcome.counts.county) == (1, 0, 2)
    assert [way for way, _ in trips] == ["up", "down"] * 2
    assert sum(size for _, size in trips) <= 1100
    with hub.archive.held() as ledger:
        at_hub = newest(ledger)
    assert [(one.tier, one.seq) for one in at_hub] == [("author", 2), ("central", 2)]
    assert newest(a.ledger) == at_hub, "both words on the head are at both ends"
    assert hub.sync(b).received == 2
    assert newest(b.ledger) == at_hub


def test_one_edit_is_received_in_two_small_requests_with_the_words_on_its_head(
    hub: Any, make_vault: Any, writer: Any
) -> None:
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    household = writer(a).add_household("1")
    hub.sync(a)
    with raw(int(hub.url.rsplit(":", 1)[1])) as (url, said):
        connection = connect(b, url)
        sync_once(b, connection)
        for number, expected in ((2, 2), (3, 2)):
            writer(a).set(household, phone=f"1391234567{number}")
            hub.sync(a)
            said.clear()
            assert sync_once(b, connection).received == 1
            assert len(said) == 2 * expected
            assert sum(map(len, said)) <= 1200
            with hub.archive.held() as ledger:
                at_hub = newest(ledger)
            assert [(one.tier, one.seq) for one in at_hub] == [("author", number), ("central", number)]
            assert newest(b.ledger) == at_hub
        said.clear()
        assert sync_once(b, connection).received == 0
        assert len(said) == 2
        revoke_device(hub.archive, connect(a)._device)
        said.clear()
        sync_once(b, connection)
        assert b"/v2/authority" in b"".join(said), "who may write comes before what is written"
        connection.close()


def test_a_forged_word_in_an_answer_makes_no_receipt(
    hub: Any, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    a = make_vault("a")
    hub.pair(a)
    writer(a).add_household("1")
    stream, mine = a.ledger.own_stream(VILLAGE).id, base64.b64encode(bytes(64)).decode()
    for forged in ({stream: mine}, {stream: "!"}, {"nothing": mine}):
        authority_round.hear(a, "tag", {stream: 1, "nothing": 1}, forged)
    authority_round.hear(a, "tag", {stream: 9}, {stream: mine})
    assert draw_receipts(a.ledger) == 0
    assert waiting(a).here == 1
    real = authority_exchange.witnessed
    asked: list[str] = []

    def lying(*how: Any) -> Any:
        asked.append("push")
        return real(*how)[0], {stream: mine}

    monkeypatch.setattr(authority_exchange, "witnessed", lying)
    assert hub.sync(a).counts.here == 0, "the receipt is asked for then"
    assert asked == ["push"]


def test_heads_of_many_streams_are_asked_for_and_not_told(
    hub: Any, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    scopes = [f"990101001{number:03}" for number in range(201, 204)]
    a = make_vault("a", "990101001")
    hub.pair(a, "990101001")
    real, told = authority_exchange.witnessed, []

    def noted(*how: Any) -> Any:
        told.append(real(*how))
        return told[-1]

    monkeypatch.setattr(authority_exchange, "witnessed", noted)
    for most, expected in ((3, 3), (2, 0)):
        monkeypatch.setattr(authority_exchange, "MOST_SEEN", most)
        for scope in scopes:
            writer(a, scope).add_household(f"{scope} {most}")
        assert hub.sync(a).counts.here == 0
        assert len(told.pop()[1]) == expected


def test_a_head_says_no_more_than_a_request_needs(hub: Any, make_vault: Any, writer: Any) -> None:
    a = make_vault("a")
    hub.pair(a)
    household = writer(a).add_household("1")
    with raw(int(hub.url.rsplit(":", 1)[1])) as (url, said):
        connection = connect(a, url)
        sync_once(a, connection)
        said.clear()
        writer(a).set(household, phone="13912345678")
        sync_once(a, connection)
        connection.close()
    heads = [part.partition(b"\r\n\r\n")[0] for part in said]
    names = [{line.split(b":")[0].lower() for line in head.split(b"\r\n")[1:]} for head in heads]
    asked, answered = {b"host", b"authorization", b"content-length"}, {b"content-length"}
    assert names == [asked, answered] * 2


def test_a_hundred_villages_are_one_request(hub: Any, make_vault: Any, writer: Any) -> None:
    scopes = [f"990101001{number:03}" for number in range(201, 301)]
    a, b = make_vault("a", "990101001"), make_vault("b", "990101001")
    hub.pair(a, "990101001")
    hub.pair(b, "990101001")
    for scope in scopes:
        writer(a, scope).add_household(scope)
    asked: list[str] = []
    assert hub.sync(a).sent == 100
    connection = connect(b)
    real = connection.wire.streaming

    def noted(method: str, path: str, *rest: Any) -> Any:
        asked.append(path)
        return real(method, path, *rest)

    connection.wire.streaming = noted  # type: ignore[method-assign]
    assert sync_once(b, connection).received == 100
    connection.close()
    assert asked.count("/v2/pull") == 1
    assert len(asked) <= 9


@contextmanager
def counted(port: int) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """A proxy that notes what goes each way, joined while the way stays the same."""
    trips: list[tuple[str, int]] = []

    def note(way: str, chunk: bytes) -> None:
        if trips and trips[-1][0] == way:
            trips[-1] = (way, trips[-1][1] + len(chunk))
        else:
            trips.append((way, len(chunk)))

    with passing(port, note) as url:
        yield url, trips


@contextmanager
def raw(port: int) -> Iterator[tuple[str, list[bytes]]]:
    """A proxy that keeps what goes each way, joined while the way stays the same."""
    ways: list[str] = []
    said: list[bytes] = []

    def note(way: str, chunk: bytes) -> None:
        if said and ways[-1] == way:
            said[-1] += chunk
        else:
            ways.append(way)
            said.append(chunk)

    with passing(port, note) as url:
        yield url, said


@contextmanager
def passing(port: int, note: Callable[[str, bytes], None]) -> Iterator[str]:
    """A proxy on loopback that tells what passes."""
    import socket
    import threading
    from contextlib import suppress

    def pump(source: socket.socket, target: socket.socket, way: str) -> None:
        with suppress(OSError):
            while chunk := source.recv(65536):
                note(way, chunk)
                target.sendall(chunk)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    with socket.create_server(("127.0.0.1", 0)) as door:

        def serve() -> None:
            while True:
                try:
                    client, _ = door.accept()
                except OSError:
                    return
                hub = socket.create_connection(("127.0.0.1", port))
                for ends in ((client, hub, "up"), (hub, client, "down")):
                    threading.Thread(target=pump, args=ends, daemon=True).start()

        accepting = threading.Thread(target=serve, daemon=True)
        accepting.start()
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            door.shutdown(socket.SHUT_RDWR)
    accepting.join(5)
