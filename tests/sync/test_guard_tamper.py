"""On the wire between two who know each other: bent, replayed, forged and redirected; nothing of it counts or leaks."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import msgspec
import pytest

from fieldapp.errors import SyncError
from fieldapp.keys.devices import DeviceKey
from fieldapp.store.authority import heads, kept
from fieldapp.store.receipts import draw_receipts, waiting
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import chain_at, segments_after
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import open_archive
from fieldapp_server.authority.authority import hub_key
from fieldapp_server.certificate import certificate_fingerprint, own_certificate
from fieldapp_server.devices import pairing_code
from fieldapp_server.serving import serving
from fieldapp_sync.authority.messages import AuthorityRequest, head_out
from fieldapp_sync.authority.pairing import connect, pair
from fieldapp_sync.messages import PushReply
from fieldapp_sync.rounds.round import sync_once
from fieldapp_sync.segments.frames import pack_segment, put_frame

VILLAGE = "990101001201"


def write(vault: Any, number: str) -> None:
    change = Change("household", None, "add", {"household_no": number})
    save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))


def numbers_at(hub: Any) -> set[str]:
    with hub.archive.tables() as ledger:
        return {no for (no,) in ledger.db.execute("select household_no from household").fetchall()}


def push(vault: Any, *contents: bytes) -> PushReply:
    connection = connect(vault)
    try:
        return connection.ask("/v2/push", b"".join(map(put_frame, contents)), PushReply)
    finally:
        connection.close()


def signed(
    vault: Any, known: dict[str, int] | None = None, key: DeviceKey | None = None
) -> tuple[Any, str, str]:
    (segment,) = segments_after(vault.ledger, VILLAGE, known or {})
    chain = chain_at(vault.ledger, segment.stream, segment.last)
    return segment, *heads.sign(key or vault.device, segment, chain, "author")


def test_every_word_of_a_pushed_segment_is_covered_and_the_next_stream_goes_on(
    hub: Any, make_vault: Any
) -> None:
    a, b = make_vault("a"), make_vault("b")
    for vault in (a, b):
        hub.pair(vault)
    write(a, "1")
    write(b, "honest")
    segment, by, sig = signed(a)
    other = replace(segment, lines=segment.lines.replace(b'"1"', b'"9"'), packed=b"")
    assert other.lines != segment.lines
    stranger = DeviceKey.generate()
    told = {
        "other lines": pack_segment(other, by=by, sig=sig),
        "other signature": pack_segment(segment, by=by, sig=("A" if sig[0] != "A" else "B") + sig[1:]),
        "no signature": pack_segment(segment, by=by, sig=""),
        "signed by nobody known": pack_segment(segment, by="0" * 16, sig=sig),
        "signed by a stranger": pack_segment(
            segment, by=signed(a, key=stranger)[1], sig=signed(a, key=stranger)[2]
        ),
        "somebody else's name": pack_segment(segment, by=signed(b)[1], sig=sig),
    }
    honest = pack_segment(signed(b)[0], by=signed(b)[1], sig=signed(b)[2])
    for name, content in told.items():
        answer = push(a, content)
        assert (answer.applied, answer.held) == (0, 0), name
        assert [one.stream for one in answer.refused] == [segment.stream], name
        assert answer.refused[0].code.startswith("authority."), name
    assert numbers_at(hub) == set()
    with hub.archive.held() as ledger:
        assert heads.alarms(ledger) == (), "nonsense raises no alarm"
    answer = push(b, told["other lines"], honest)
    assert (answer.applied, len(answer.refused)) == (1, 1), "the honest stream of the same push is taken"
    assert push(a, pack_segment(segment, by=by, sig=sig)).applied == 1, "the control"
    assert numbers_at(hub) == {"1", "honest"}


def test_a_push_played_again_or_in_another_order_changes_nothing(hub: Any, make_vault: Any) -> None:
    a = make_vault("a")
    hub.pair(a)
    write(a, "1")
    first = pack_segment(signed(a)[0], by=signed(a)[1], sig=signed(a)[2])
    stream = signed(a)[0].stream
    write(a, "2")
    segment, by, sig = signed(a, {stream: 1})
    second = pack_segment(segment, by=by, sig=sig)
    early = push(a, second)
    assert (early.applied, early.gap, early.heads) == (0, True, {stream: 0})
    assert push(a, first, second).applied == 2
    again = push(a, second, first, first)
    assert (again.applied, again.ignored, again.heads) == (0, 3, {stream: 2})
    assert numbers_at(hub) == {"1", "2"}


def test_an_old_receipt_takes_nothing_back_and_a_bent_one_gives_nothing(hub: Any, make_vault: Any) -> None:
    a = make_vault("a")
    hub.pair(a)
    write(a, "1")
    hub.sync(a)
    (old,) = heads.newest(a.ledger, "tier = 'central'")
    write(a, "2")
    hub.sync(a)
    (new,) = heads.newest(a.ledger, "tier = 'central'")
    assert (old.seq, new.seq, waiting(a).county) == (1, 2, 2)
    assert heads.note(a.ledger, old) == "known"
    write(a, "3")
    chain = chain_at(a.ledger, new.stream, 3).hex()
    bent = (
        replace(new, seq=3),
        replace(new, seq=3, chain=chain),
        replace(new, tier="township"),
        replace(new, scope="990101001202"),
        replace(new, by=a.device.public.hex()),
        replace(new, signature="00" * 64),
        replace(new, seq=-1),
        replace(new, chain="00"),
    )
    before = waiting(a)
    for one in bent:
        assert heads.note(a.ledger, one) in ("signature", "stranger", "alarm"), one
        draw_receipts(a.ledger)
        assert waiting(a) == before
    with hub.archive.held() as ledger:
        key = hub_key(ledger)
    words = {
        "stream": new.stream,
        "replica": new.replica,
        "scope": new.scope,
        "seq": 3,
        "chain": bytes.fromhex(chain),
    }
    assert heads.note(a.ledger, heads.attest(key, "central", **words)) == "new", (
        "the control: the true hub's word"
    )
    draw_receipts(a.ledger)
    assert waiting(a).county == 3


def test_bent_certificates_revocations_and_heads_are_left_out_by_the_hub_and_the_rest_taken(
    hub: Any, make_vault: Any
) -> None:
    a = make_vault("a")
    hub.pair(a)
    write(a, "1")
    (word,) = heads.attest_own(a.ledger, a.device, [a.replica])
    own = kept.certificates(a.ledger, a.device.public.hex())[0]
    request = AuthorityRequest(
        certificates=(
            replace(own, scopes=("",)),
            replace(own, may_issue=True),
            replace(own, role="county"),
            replace(own, issued_ms=own.issued_ms + 9),
            replace(own, algorithm="none"),
            replace(own, public="zz", issuer="/"),
        ),
        heads=(head_out(replace(word, seq=9)), head_out(replace(word, replica="x")), head_out(word)),
    )
    before = {}
    with hub.archive.held() as ledger:
        before = {(one.public, one.issuer): one for one in kept.certificates(ledger)}
    connection = connect(a)
    connection.send("POST", "/v2/authority", msgspec.json.encode(request))
    connection.close()
    with hub.archive.held() as ledger:
        assert {(one.public, one.issuer): one for one in kept.certificates(ledger)} == before
        assert heads.newest(ledger, "tier = 'author'") == (word,)


@contextmanager
def listening_in(pem: Any) -> Iterator[tuple[str, list[bytes]]]:
    """A stranger who answers TLS with his own certificate and keeps every byte that is said to him."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as door:

        def serve() -> None:
            while True:
                try:
                    plain, _ = door.accept()
                except OSError:
                    return
                plain.settimeout(3)
                try:
                    with context.wrap_socket(plain, server_side=True) as line:
                        while chunk := line.recv(65536):
                            heard.append(chunk)
                except OSError:
                    continue

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield f"https://127.0.0.1:{door.getsockname()[1]}", heard
        finally:
            door.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def test_a_stranger_in_the_middle_hears_nothing_at_pairing_and_nothing_later(
    tmp_path: Any, make_vault: Any
) -> None:
    vault = make_vault("a")
    write(vault, "secret")
    with open_archive(tmp_path / "good") as good, open_archive(tmp_path / "evil") as evil:
        pems = [own_certificate(archive.folder, "127.0.0.1") for archive in (good, evil)]
        pin = certificate_fingerprint(pems[0])
        add_account(good, "team", "team", [VILLAGE])
        code = pairing_code(good, "team", now_ms())
        with serving(good, certificate=pems[0]) as url, listening_in(pems[1]) as (middle, heard):
            with pytest.raises(SyncError) as refused:
                pair(vault, middle, code, pin=pin)
            assert refused.value.code == "sync.wrong_certificate"
            assert b"".join(heard) == b""
            pair(vault, url, code, pin=pin)
            connection = connect(vault)
            assert sync_once(vault, connection).sent == 1
            connection.close()
            write(vault, "another secret")
            for again in range(2):
                later = connect(vault, middle)
                if again:
                    later._token, later._until = "a token that is still good", 1e18
                with pytest.raises(SyncError) as refused:
                    sync_once(vault, later)
                later.close()
                assert refused.value.code == "sync.wrong_certificate"
            assert b"".join(heard) == b""
        # The control: one who is paired with that very certificate is heard.
        with listening_in(pems[1]) as (middle, heard):
            with pytest.raises(SyncError):
                pair(vault, middle, code, pin=certificate_fingerprint(pems[1]))
            assert code.encode() in b"".join(heard)


DEEP = b'{"protocol":' + b"[" * 200_000 + b"]" * 200_000 + b"}"


@pytest.mark.parametrize(
    "body", [DEEP, b"9" * 400_000, b'{"error":' + DEEP + b"}", b'{"nonce":"' + b"\\u0000" * 9 + b'"}']
)
@pytest.mark.parametrize("status", ["200 OK", "403 Forbidden"])
def test_a_hub_that_babbles_deeply_is_a_sentence(
    hub: Any, make_vault: Any, bad_server: Callable[..., Any], body: bytes, status: str
) -> None:
    vault = make_vault("a")
    hub.pair(vault)
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode()
    with bad_server(head + body) as url:
        connection = connect(vault, url)
        with pytest.raises(SyncError) as refused:
            sync_once(vault, connection)
        connection.close()
    assert len(refused.value.sentence()) > 40
