"""Who knocks without a key: guesses, floods, connections that never end; and a code used with somebody else's key."""

import socket
import threading
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import msgspec
import pytest
import requests

from fieldapp.keys.devices import DeviceKey
from fieldapp.keys.replicas import replica_name
from fieldapp_server.accounts import add_account
from fieldapp_server.bounded import Bounds
from fieldapp_server.devices import active_device, pairing_code
from fieldapp_server.problems import Refused
from fieldapp_server.serving import serving
from fieldapp_server.tokens import CHALLENGE_SECONDS, TOKEN_SECONDS, Tokens
from fieldapp_sync.authority.messages import enrol_text
from fieldapp_sync.messages import challenge_text


def test_a_nonce_serves_one_device_once_and_for_a_minute() -> None:
    now = [0.0]
    tokens, key, thief = Tokens(lambda: now[0]), DeviceKey.generate(), DeviceKey.generate()

    def signed(by: DeviceKey, name: str, nonce: str) -> bytes:
        return by.sign(challenge_text(name, nonce))

    def refused(*told: Any) -> str:
        with pytest.raises(Refused) as wrong:
            tokens.token(*told)
        return wrong.value.problem.code

    nonce = tokens.challenge("a")
    assert refused("b", key.public, nonce, signed(key, "b", nonce)) == "auth.signature", "for another device"
    assert refused("a", key.public, nonce, signed(key, "a", nonce)) == "auth.signature", (
        "used up by the guess"
    )
    nonce = tokens.challenge("a")
    assert refused("a", key.public, nonce, signed(thief, "a", nonce)) == "auth.signature"
    nonce = tokens.challenge("a")
    assert refused("a", key.public, nonce, key.sign(nonce.encode())) == "auth.signature", "another purpose"
    nonce = tokens.challenge("a")
    now[0] += CHALLENGE_SECONDS + 1
    assert refused("a", key.public, nonce, signed(key, "a", nonce)) == "auth.signature", "too late"
    nonce = tokens.challenge("a")
    token = tokens.token("a", key.public, nonce, signed(key, "a", nonce))
    assert tokens.device_of(token) == "a", "the control"
    assert refused("a", key.public, nonce, signed(key, "a", nonce)) == "auth.signature", "played again"
    now[0] += TOKEN_SECONDS + 1
    with pytest.raises(Refused) as old:
        tokens.device_of(token)
    assert old.value.problem.code == "auth.expired"


def test_guessed_and_bent_tokens_open_nothing(county: Any) -> None:
    true = county.east.token()
    guesses = [
        true[:-1],
        true[:-1] + ("A" if true[-1] != "A" else "B"),
        true.swapcase(),
        true + "A",
        true[1:],
        "A" * 22,
    ]
    for guess in (*guesses, *(f"{number:022x}" for number in range(60))):
        headers = {"Authorization": f"Bearer {guess}"}
        assert requests.post(f"{county.url}/v2/review", headers=headers, timeout=10).status_code == 401
    headers = {"Authorization": f"Bearer {true}"}
    assert requests.post(f"{county.url}/v2/review", headers=headers, timeout=10).status_code == 200


def test_a_flood_of_long_names_costs_no_memory() -> None:
    tokens = Tokens(lambda: 0.0)
    tracemalloc.start()
    for number in range(300):
        tokens.challenge(f"{number}" + "x" * 500_000)
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert held < 1 << 20, held


def pair_request(key: DeviceKey, code: str, replica: str, *, proved_by: DeviceKey | None = None) -> bytes:
    proof = (proved_by or key).sign(enrol_text(code, replica)).hex()
    return msgspec.json.encode({"code": code, "public": key.public.hex(), "replica": replica, "proof": proof})


def test_codes_cannot_be_guessed_by_many_at_once_and_a_right_one_still_works_later(own_county: Any) -> None:
    key, url = DeviceKey.generate(), own_county.url

    def guess(number: int) -> int:
        body = pair_request(key, f"AAAA-{number:04d}", "ab")
        return requests.post(f"{url}/v2/pair", data=body, timeout=20).status_code

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(guess, range(60)))
    assert set(answers) == {403, 429}
    # Those under way together may each be looked at once: ten and as many as there are threads in the hub.
    assert answers.count(403) <= 10 + 40
    assert guess(99) == 429


def refused(tokens: Tokens, host: str) -> bool:
    try:
        tokens.refuse_guessing(host)
    except Refused as told:
        return told.problem.code == "pair.too_many"
    return False


def test_wrong_codes_of_one_address_stop_nobody_elses_pairing() -> None:
    tokens = Tokens(lambda: 0.0)
    for number in range(10):
        assert not refused(tokens, "10.0.0.7")
        tokens.note_wrong_code(f"2001:db8::{number:x}")
        tokens.note_wrong_code("10.0.0.7")
    assert refused(tokens, "10.0.0.7")
    assert refused(tokens, "::ffff:10.0.0.7"), "the same computer"
    assert refused(tokens, "2001:db8::ffff"), "who has one address of IPv6 has very many"
    assert not refused(tokens, "10.0.0.8")
    assert not refused(tokens, "2001:db8:0:1::1")
    assert not refused(tokens, "")


def test_many_addresses_together_stop_at_a_bound_and_a_minute_later_it_is_open() -> None:
    now = [0.0]
    tokens = Tokens(lambda: now[0])
    tried = 0
    for number in range(1000):
        if not refused(tokens, f"10.0.{number // 256}.{number % 256}"):
            tokens.note_wrong_code(f"10.0.{number // 256}.{number % 256}")
            tried += 1
    assert tried == 200
    now[0] = 61.0
    assert not refused(tokens, "10.0.0.7")


def test_a_code_is_not_used_up_by_who_cannot_prove_his_key(own_county: Any) -> None:
    add_account(own_county.archive, "new", "team", [own_county.east.scope])
    code = pairing_code(own_county.archive, "new", int(time.time() * 1000))
    key, thief = DeviceKey.generate(), DeviceKey.generate()
    stolen = pair_request(own_county.west.vault.device, code, "ab", proved_by=thief)
    answer = requests.post(f"{own_county.url}/v2/pair", data=stolen, timeout=10)
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "auth.signature")
    right = requests.post(f"{own_county.url}/v2/pair", data=pair_request(key, code, "ab"), timeout=10)
    assert (right.status_code, right.json()["account"]) == (200, "new")


def test_by_the_first_protocol_nobody_moves_anothers_device_to_his_account(own_county: Any) -> None:
    """Protocol 1 proves no key: with a code of his own a worker would take the station's desktop its places."""
    victim = own_county.west.connection._device
    add_account(own_county.archive, "worker", "team", [own_county.east.scope])
    for account, status in (("worker", 403), ("west", 200)):
        code = pairing_code(own_county.archive, account, int(time.time() * 1000))
        body = pair_request(own_county.west.vault.device, code, own_county.west.vault.replica)
        answer = requests.post(f"{own_county.url}/v1/pair", data=body, timeout=10)
        assert answer.status_code == status, account
        assert active_device(own_county.archive, victim).account.name == "west"


def test_the_author_of_a_replica_stays_who_it_was(own_county: Any) -> None:
    """Pairing under another's replica gives no right to write in its name."""
    from fieldapp.store.authority.heads import author_of, pin_author

    add_account(own_county.archive, "spy", "team", [own_county.west.scope])
    code = pairing_code(own_county.archive, "spy", int(time.time() * 1000))
    key, replica = DeviceKey.generate(), own_county.west.vault.replica
    answer = requests.post(f"{own_county.url}/v2/pair", data=pair_request(key, code, replica), timeout=10)
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "request.malformed"), (
        "it says its key"
    )
    unseen = replica_name(own_county.west.vault.device.public, b"next")
    answer = requests.post(f"{own_county.url}/v2/pair", data=pair_request(key, code, unseen), timeout=10)
    assert answer.status_code == 400, "also one that nobody has seen yet"
    # A name of before says no key: there the first one stays.
    own = own_county.west.vault.device.public.hex()
    with own_county.archive.held() as ledger:
        assert pin_author(ledger, "0102", own) == own
    assert requests.post(f"{own_county.url}/v2/pair", data=pair_request(key, code, "0102"), timeout=10).ok
    with own_county.archive.held() as ledger:
        assert author_of(ledger, "0102") == author_of(ledger, replica) == own
        assert author_of(ledger, unseen) == ""


def test_300_connections_that_never_end_are_cut_and_honest_ones_are_served(archive: Any) -> None:
    with serving(archive, bounds=Bounds(head=1.0, whole=1.5, idle=1)) as url:
        port = int(url.rsplit(":", 1)[1])
        heads = (
            b"",
            b"POST / HTTP/1.1\r\nX: ",
            b"POST /v2/challenge HTTP/1.1\r\nHost: x\r\nContent-Length: 90\r\n\r\n{",
            b"POST /v2/push HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
            b"GET /v2/files/" + b"a" * 3000,
        )
        stuck = [socket.create_connection(("127.0.0.1", port), 10) for _ in range(300)]
        for at, connection in enumerate(stuck):
            connection.sendall(heads[at % len(heads)])
        times: list[float] = []

        def honest() -> None:
            begun = time.monotonic()
            assert requests.post(f"{url}/v2/challenge", data=b'{"device":"x"}', timeout=10).status_code == 200
            times.append(time.monotonic() - begun)

        threads = [threading.Thread(target=honest) for _ in range(5)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(20)
        assert len(times) == 5
        assert max(times) < 5
        cut = 0
        for connection in stuck:
            connection.settimeout(10)
            try:
                while connection.recv(4096):
                    continue
                cut += 1
            except ConnectionResetError:
                cut += 1
            connection.close()
    assert cut == 300
