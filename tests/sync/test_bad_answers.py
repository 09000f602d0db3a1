"""A hub that refuses, babbles or falls silent: each a sentence that says what to do, and the vault as it was."""

from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from fieldapp.errors import SyncError
from fieldapp.keys.devices import DeviceKey
from fieldapp_server.archive import open_archive
from fieldapp_server.certificate import certificate_fingerprint, own_certificate
from fieldapp_server.serving import serving
from fieldapp_sync.authority.pairing import connect, pair
from fieldapp_sync.authority.round import remembered_tag
from fieldapp_sync.rounds.round import sync_once
from fieldapp_sync.wire import Connection, Wire
from fieldapp_sync.wire.second import SecondTalk


def http(status: str, body: bytes, *, length: int | None = None) -> bytes:
    size = len(body) if length is None else length
    return f"HTTP/1.1 {status}\r\nContent-Length: {size}\r\nConnection: close\r\n\r\n".encode() + body


CHALLENGE = http("200 OK", b'{"nonce":"00"}')
TOKEN = http("200 OK", b'{"token":"t","seconds":900}')
REFUSED = b'{"error":{"code":"%s","text":"no"}}'


def hello(vectors: str = '{"990101001201":{}}', tag: str = "") -> bytes:
    told = f'{{"tag":"{tag}","vectors":{vectors}}}'
    return http("200 OK", told.encode())


SILENT_MIDWAY = http("200 OK", b'{"protocol":2,"lowe', length=4000)


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ((http("401 Unauthorized", b""),), "sync.unauthorised"),
        ((CHALLENGE, http("403 Forbidden", REFUSED % b"auth.revoked")), "sync.revoked"),
        ((CHALLENGE, TOKEN, http("413 Too Large", b"<html>")), "sync.too_large"),
        ((CHALLENGE, TOKEN, http("500 Oops", b"Traceback")), "sync.hub_failed"),
        ((CHALLENGE, TOKEN, http("503 Busy", b"")), "sync.busy"),
        (
            (CHALLENGE, TOKEN, http("200 OK", b"<html>login here</html>")),
            "sync.not_a_hub",
        ),
        ((CHALLENGE, TOKEN, http("302 Found", b"")), "sync.not_a_hub"),
        ((http("200 OK", b"\xff\xfe\x00"),), "sync.not_a_hub"),
        ((b"SSH-2.0-OpenSSH_9.2\r\n",), "sync.not_a_hub"),
        ((b"",), "sync.cut"),
        ((CHALLENGE, TOKEN, SILENT_MIDWAY), "sync.cut"),
        ((CHALLENGE, TOKEN, *(hello(), http("413 Too Large", b"")) * 20), "sync.too_large"),
        ((CHALLENGE, TOKEN, *(hello(), b"") * 20), "sync.cut"),
        ((CHALLENGE, TOKEN, hello(), *(http("503 Busy", b""),) * 20), "sync.busy"),
        ((http("200 OK", b"{}" + b" " * (5 << 20)),), "sync.not_a_hub"),
    ],
)
def test_a_bad_answer_is_a_sentence_and_costs_nothing(
    answers: tuple[bytes, ...],
    code: str,
    paired: tuple[Any, Any],
    writer: Any,
    bad_server: Callable[..., Any],
    shown: Callable[[Any], Any],
) -> None:
    hub, vault = paired
    writer(vault).add_household(code)
    before = shown(vault)
    with bad_server(*answers) as url:
        connection = connect(vault, url)
        with pytest.raises(SyncError) as refused:
            sync_once(vault, connection)
        connection.close()
    assert refused.value.code == code
    assert len(refused.value.sentence()) > 40
    assert shown(vault) == before
    assert hub.sync(vault).sent == 1


def test_a_pull_that_stops_in_mid_body_keeps_the_whole_parts(
    hub: Any, make_vault: Any, writer: Any, bad_server: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from fieldapp.store.streams import segments_after
    from fieldapp_sync.segments.frames import pack_segment, put_frame

    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    for number in range(10):
        writer(a).add_household(str(number))
    whole, half = (
        put_frame(pack_segment(segment))
        for segment in list(segments_after(a.ledger, "990101001201", {}, 500))[:2]
    )
    body = whole + half[: len(half) // 2]
    hub.sync(b)
    told = hello(f'{{"990101001201":{{"{a.ledger.own_stream("990101001201").id}":10}}}}', remembered_tag(b))
    with bad_server(
        CHALLENGE, TOKEN, told, http("200 OK", body, length=len(body) + 50), http("500 Oops", b"")
    ) as url:
        connection = connect(b, url)
        with pytest.raises(SyncError) as refused:
            sync_once(b, connection)
        connection.close()
    assert refused.value.code == "sync.hub_failed"
    kept = b.db.execute("select count(*) from household").fetchone()[0]
    assert 0 < kept < 10
    hub.sync(a)
    assert hub.sync(b).received == 10 - kept


def test_a_flipped_byte_in_a_pulled_segment_is_refused_whole(
    hub: Any, make_vault: Any, writer: Any, bad_server: Callable[..., Any]
) -> None:
    from fieldapp.store.streams import segments_after
    from fieldapp_sync.segments.frames import pack_segment, put_frame

    a, b = make_vault("a"), make_vault("b")
    hub.pair(b)
    writer(a).add_household("1", address="an address")
    (segment,) = segments_after(a.ledger, "990101001201", {})
    packed = bytearray(pack_segment(segment))
    packed[-5] ^= 1
    hub.sync(b)
    told = hello(f'{{"990101001201":{{"{segment.stream}":1}}}}', remembered_tag(b))
    with bad_server(CHALLENGE, TOKEN, told, http("200 OK", put_frame(bytes(packed)))) as url:
        connection = connect(b, url)
        with pytest.raises(SyncError) as refused:
            sync_once(b, connection)
        connection.close()
    assert refused.value.code == "sync.bad_segment"
    assert b.db.execute("select count(*) from household").fetchone()[0] == 0


def test_a_refused_connection_and_a_silent_hub_are_told_apart(bad_server: Callable[..., Any]) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        with pytest.raises(SyncError) as slow:
            Wire(f"http://127.0.0.1:{port}", timeout=(0.2, 0.2)).request("POST", "/v1/hello", b"")
    with pytest.raises(SyncError) as refused:
        Wire(f"http://127.0.0.1:{port}").request("POST", "/v1/hello", b"")
    assert slow.value.code == "sync.timeout"
    assert refused.value.code == "sync.unreachable"


@pytest.mark.parametrize("url", ["http://192.0.2.7:8000", "http://hub.example", "ftp://127.0.0.1", "hub"])
def test_nothing_is_sent_over_an_open_network(url: str) -> None:
    with pytest.raises(SyncError) as refused:
        Wire(url)
    assert refused.value.code in ("sync.not_private", "sync.bad_address")


def test_only_the_pinned_certificate_is_talked_to(tmp_path: Any, make_vault: Any) -> None:
    from fieldapp.store.vault import now_ms
    from fieldapp_server.accounts import add_account
    from fieldapp_server.devices import pairing_code

    vault = make_vault("a")
    with open_archive(tmp_path / "good") as good, open_archive(tmp_path / "evil") as evil:
        pems = [own_certificate(archive.folder, "127.0.0.1") for archive in (good, evil)]
        add_account(good, "team", "team", ["990101001201"])
        with serving(good, certificate=pems[0]) as url, serving(evil, certificate=pems[1]) as other:
            code = pairing_code(good, "team", now_ms())
            with pytest.raises(SyncError) as wrong_pin:
                pair(vault, other, code, pin=certificate_fingerprint(pems[0]))
            with pytest.raises(SyncError) as unknown:
                pair(vault, url, code)
            pairing = pair(vault, url, code, pin=certificate_fingerprint(pems[0]))
            connection = connect(vault)
            assert sync_once(vault, connection).sent == 0
            connection.close()
            same_name = connect(vault, other)
            with pytest.raises(SyncError) as mitm:
                sync_once(vault, same_name)
    assert pairing.certificate.startswith("-----BEGIN")
    assert [e.value.code for e in (wrong_pin, unknown, mitm)] == ["sync.wrong_certificate"] * 3


def test_a_token_that_ran_out_is_renewed_once(hub: Any, make_vault: Any) -> None:
    vault = make_vault("a")
    hub.pair(vault)
    connection = connect(vault)
    connection._token = "one that ran out"
    assert sync_once(vault, connection).sent == 0
    connection.close()


def test_another_device_key_gets_no_token(hub: Any, make_vault: Any) -> None:
    vault = make_vault("a")
    hub.pair(vault)
    thief = Connection(Wire(hub.url), connect(vault)._device, DeviceKey.generate())
    with pytest.raises(SyncError) as refused:
        sync_once(vault, thief)
    thief.close()
    assert refused.value.code == "sync.unauthorised"


def test_a_hub_that_says_it_holds_less_than_nothing_does_not_keep_a_round_for_ever(
    hub: Any, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = make_vault("a")
    hub.pair(vault)
    writer(vault).add_household("1")
    stream = vault.ledger.own_stream("990101001201").id
    real_hello, real_push, pushed = SecondTalk.hello, SecondTalk.push, []

    def hello(talk: SecondTalk, *told: Any) -> Any:
        reply = real_hello(talk, *told)
        return reply and replace(reply, vectors={"990101001201": {stream: -5}}, chains={})

    def push(talk: SecondTalk, frames: Any) -> Any:
        pushed.append(1)
        assert len(pushed) < 5, "again and again"
        return real_push(talk, frames)

    monkeypatch.setattr(SecondTalk, "hello", hello)
    monkeypatch.setattr(SecondTalk, "push", push)
    hub.sync(vault)
    monkeypatch.undo()
    assert hub.sync(vault).sent == 1, "the next honest word brings it up"
