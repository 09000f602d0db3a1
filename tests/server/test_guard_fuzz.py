"""Whatever comes as a body: an answer with a code, never a failure of the hub, nothing stored, and little memory."""

import asyncio
import json
import logging
import random
import tracemalloc
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import msgspec
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.routing import Route
from starlette.types import ASGIApp

from fieldapp.keys.attestations import Place, head_text
from fieldapp.store.ledger import stream_id
from fieldapp.store.streams import segments_after
from fieldapp.store.vault import now_ms
from fieldapp_server.app import hub_app
from fieldapp_server.failing import without_values
from fieldapp_sync.segments.frames import pack_segment, put_frame
from fieldapp_sync.segments.signing import signed_frame

FUZZ = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
OPEN = ("challenge", "token", "pair")


class Desk:
    """The hub's application called without a network, with the east's token."""

    def __init__(self, county: Any) -> None:
        hub = hub_app(county.archive, now_ms, lambda: 0.0)
        self.app: ASGIApp = hub
        self.routes = [r for r in hub.routes if isinstance(r, Route)]
        tokens = self.routes[0].endpoint.__closure__
        door = next(cell.cell_contents for cell in tokens or () if hasattr(cell.cell_contents, "tokens"))
        device = county.east.connection._device
        nonce = door.tokens.challenge(device)
        from fieldapp_sync.messages import challenge_text

        key = county.east.vault.device
        self.token = door.tokens.token(device, key.public, nonce, key.sign(challenge_text(device, nonce)))

    def ask(self, path: str, body: bytes, method: str = "POST", headers: Any = ()) -> tuple[int, bytes]:
        """Status and body. Raises what the hub failed with, as its server would log it."""
        sent: list[Any] = []
        given = [(b"authorization", f"Bearer {self.token}".encode()), *headers]
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "headers": given,
            "http_version": "1.1",
            "scheme": "http",
            "server": ("127.0.0.1", 1),
            "client": ("127.0.0.1", 2),
        }
        parts = [{"type": "http.request", "body": body, "more_body": False}]

        async def receive() -> Any:
            return parts.pop(0) if parts else {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            sent.append(message)

        asyncio.run(self.app(scope, receive, send))
        return sent[0]["status"], b"".join(one.get("body", b"") for one in sent)


@pytest.fixture(scope="module")
def desk(county: Any) -> Desk:
    return Desk(county)


def paths_of(desk: Desk) -> list[str]:
    return [
        r.path
        for r in desk.app.routes
        if isinstance(r, Route) and "POST" in (r.methods or ()) and "{" not in r.path
    ]


def kept(county: Any) -> Any:
    with county.archive.held() as ledger:
        tables = (
            "stream",
            "hub_account",
            "hub_device",
            "hub_code",
            "review",
            "certificate",
            "revocation",
            "anchor",
        )
        return [ledger.db.execute(f"select count(*) from {table}").fetchone()[0] for table in tables]


def right(answer: tuple[int, bytes]) -> bool:
    """An answer of a hub that is well: a refusal has a code."""
    status, body = answer
    return status < 400 or (status < 500 and bool(json.loads(body)["error"]["code"]))


SCOPE = "990101001201"
BODIES: dict[str, Any] = {
    "challenge": {"device": "0" * 16},
    "token": {"device": "0" * 16, "nonce": "00", "signature": "00"},
    "pair": {"code": "AAAA-AAAA", "public": "ab" * 32, "replica": "ab", "proof": "00", "recipient": ""},
    "vectors": {"digests": {SCOPE: "00"}},
    "pull": {
        "vectors": {SCOPE: {"x": 1}},
        "scope": SCOPE,
        "vector": {"x": 1},
        "size": 9,
        "level": 9,
        "packs": ["w"],
    },
    "authority": {
        "tag": "x",
        "index": {"certificates": {"x": 1}, "revocations": {"x": 1}, "heads": {"x": [1, 2, 3]}},
        "certificates": [
            {
                "public": "ab" * 32,
                "name": "n",
                "role": "team",
                "scopes": [SCOPE],
                "issuer": "cd" * 32,
                "issued_ms": 1,
                "signature": "00",
            }
        ],
        "revocations": [{"public": "ab" * 32, "issuer": "cd" * 32, "revoked_ms": 1, "heads": {"x": 1}}],
        "heads": [["x", "r", SCOPE, 1, "AAAA", "AAAA", "author", "AAAA"]],
    },
    "attach": {"certificates": [], "anchors": ["ab" * 32]},
    "decide": {"stream": "x", "take_in": True, "why": "w"},
    "missing": {"lane": "original", "names": ["a" * 64], "after": ["", ""]},
    "held": {"lane": "original", "names": ["a" * 64], "stream": "x"},
    "bootstrap": {"scope": SCOPE, "vector": {"x": 1}, "begun": "", "always": True},
    "chains": {"places": [["x", 1]]},
    "invite": {"name": "n", "minutes": 5, "role": "team", "scopes": [SCOPE]},
    "revoke": {"device": "x", "reason": "y"},
}
NUMBERS = (-1, 0, 2**31, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1, 2**64, -(2**63) - 1, 10**400, 1.5, 1e308)
TEXTS = ("", "\x00", "\ud800", "'", "%", "é" * 20, "0" * 5000, "１２", "\u202e", "ab" * 32, "-1", "NaN")
LEAVES: tuple[Any, ...] = (*NUMBERS, *TEXTS, None, True, [], {}, [[]], {"": ""})


def bent(value: Any, rng: random.Random) -> Any:
    """The body with one or two of its leaves exchanged."""
    if rng.random() < 0.15:
        return rng.choice(LEAVES)
    if isinstance(value, dict) and value:
        key = rng.choice(list(value))
        name = rng.choice(TEXTS) if rng.random() < 0.1 else key
        return {**value, name: bent(value[key], rng)}
    if isinstance(value, list) and value:
        at = rng.randrange(len(value))
        return [*value[:at], bent(value[at], rng), *value[at + 1 :]]
    return rng.choice(LEAVES)


def test_bent_bodies_get_a_code_on_every_route(county: Any, desk: Desk) -> None:
    rng, before = random.Random(5), kept(county)
    for path in paths_of(desk):
        name = path.rsplit("/", 1)[1]
        for _ in range(30):
            body = json.dumps(bent(BODIES.get(name, {}), rng)).encode()
            answer = desk.ask(path, body)
            assert right(answer), (path, body[:300], answer)
    assert kept(county) == before


def test_depth_and_size_beyond_reason_get_a_code(county: Any, desk: Desk) -> None:
    deep = b"[" * 200_000 + b"]" * 200_000
    for path in paths_of(desk):
        name = path.rsplit("/", 1)[1]
        for key in BODIES.get(name, {"x": 1}):
            for told in (deep, b'{"a":' * 100_000 + b"1" + b"}" * 100_000, b"9" * 500_000):
                assert right(desk.ask(path, b'{"' + key.encode() + b'":' + told + b"}")), (path, key)
        assert right(desk.ask(path, b'{"unknown":' + deep + b"}")), path


def test_vectors_of_a_million_entries_are_refused_small(county: Any, desk: Desk) -> None:
    million = {f"{number:x}": number for number in range(1_000_000)}
    bodies = {
        "/v2/vectors": {"digests": {str(number): "0" for number in range(1_000_000)}},
        "/v2/pull": {"vectors": {SCOPE: million}, "size": 1, "level": 1},
        "/v2/authority": {"index": {"certificates": million}},
        "/v2/bootstrap": {"scope": SCOPE, "vector": million},
        "/v2/chains": {"places": [["x", 1]] * 1_000_000},
    }
    told = {path: msgspec.json.encode(body) for path, body in bodies.items()}
    del million, bodies
    tracemalloc.start()
    for path, body in told.items():
        status, _ = desk.ask(path, body)
        assert status == 413, path
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 40 << 20, peak
    # As many as fit into a body are answered: the control that size alone is what was refused.
    few = {f"{number:x}": number for number in range(40_000)}
    assert (
        desk.ask("/v2/pull", msgspec.json.encode({"vectors": {SCOPE: few}, "size": 1, "level": 1}))[0] == 200
    )


@FUZZ
@given(body=st.binary(max_size=400))
def test_noise_as_a_body_gets_a_code(county: Any, desk: Desk, body: bytes) -> None:
    for path in ("/v1/push", "/v2/push", "/v2/hello", "/v1/hello", "/v2/pull", "/v2/authority", "/v2/pair"):
        assert right(desk.ask(path, body)), (path, body)


@FUZZ
@given(
    flips=st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 255)), min_size=1, max_size=4),
    cut=st.integers(0, 60),
    brief=st.booleans(),
)
def test_a_bent_push_is_refused_or_is_the_true_one(
    county: Any, desk: Desk, flips: Any, cut: int, brief: bool
) -> None:
    before = kept(county)
    east = county.east
    (segment,) = segments_after(east.vault.ledger, east.scope, {})
    signed = signed_frame(east.vault.ledger, east.vault.device, segment, (), 3)
    frame = bytearray(put_frame(signed if brief else pack_segment(segment)))
    for at, mask in flips:
        frame[at % len(frame)] ^= mask
    for path in ("/v1/push", "/v2/push"):
        assert right(desk.ask(path, bytes(frame[: len(frame) - cut])))
    assert kept(county) == before


@pytest.mark.parametrize("at", range(10))
@pytest.mark.parametrize("value", [None, -1, 2**63, 2**64 - 1, "", "x" * 300, b"", bytes(300), [], {}, True])
def test_a_brief_header_of_odd_values_is_refused(county: Any, desk: Desk, at: int, value: Any) -> None:
    before, line = kept(county), b"{}\n"
    told: list[Any] = [
        bytes(8),
        SCOPE,
        1,
        0,
        len(line),
        sha256(line).digest()[:16],
        "",
        bytes(8),
        bytes(64),
        0,
    ]
    told[at] = value
    if told[7] == b"":
        # Unsigned, it counts as its bringer's own work: refused is then only another odd thing.
        told[5] = bytes(16)
    head = msgspec.msgpack.encode(told)
    for length in {min(len(head), 255), 0, 255}:
        body = put_frame(bytes((1, length)) + head + zstandard.compress(line))
        for path in ("/v1/push", "/v2/push"):
            assert right(desk.ask(path, body)), (path, at, value)
    assert kept(county) == before


@pytest.mark.parametrize(
    "word", [b"", b"{", b"{}", b"[]", b"null", b'{"a":1}', b"\x01", b"\xff", b"[" * 5000]
)
def test_a_word_among_the_frames_of_a_push_stores_nothing(county: Any, desk: Desk, word: bytes) -> None:
    before = kept(county)
    for body in (put_frame(word), put_frame(b"{}") + put_frame(word) * 3):
        for path in ("/v1/push", "/v2/push"):
            assert right(desk.ask(path, body)), (path, word)
    assert kept(county) == before


def header(**words: Any) -> bytes:
    scope = words.get("scope", SCOPE)
    told = {"replica": "00", "scope": scope, "first": 1, "last": 1, "bytes": 9, "sha256": "00" * 32}
    return json.dumps(told | {"stream": stream_id("00", scope)} | words).encode()


@pytest.mark.parametrize("pack", ["", "gzip", "k", "d1", "xz", "\x00"])
@pytest.mark.parametrize("claimed", [1000, 8 << 20, (8 << 20) + 1, 1 << 40, 2**64, -1])
def test_a_bomb_of_any_packing_costs_no_memory(desk: Desk, pack: str, claimed: int) -> None:
    import zlib

    plain = bytes(48 << 20)
    bomb = zlib.compress(plain, 9, wbits=31) if pack == "gzip" else zstandard.compress(plain)
    del plain
    body = put_frame(header(bytes=claimed, pack=pack) + b"\n" + bomb)
    tracemalloc.start()
    for path in ("/v1/push", "/v2/push"):
        status, told = desk.ask(path, body)
        assert (status, json.loads(told)["error"]["code"]) == (400, "segment.damaged")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # The text of columns may be four times its lines.
    assert peak < (80 if pack == "k" else 40) << 20, peak


@pytest.mark.parametrize("pack", ["", "k"])
def test_millions_of_empty_lines_cost_little_memory(county: Any, desk: Desk, pack: str) -> None:
    before, count = kept(county), 8 << 20
    text = b"%d*1\n=\n" % count if pack else b"\n" * count
    words = {"last": count, "bytes": count, "sha256": sha256(b"\n" * count).hexdigest(), "pack": pack}
    body = put_frame(header(**words) + b"\n" + zstandard.compress(text))
    del text
    tracemalloc.start()
    status, told = desk.ask("/v2/push", body)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (status, json.loads(told)["error"]["code"]) == (400, "segment.damaged")
    assert peak < 40 << 20, peak
    assert kept(county) == before


@pytest.mark.parametrize("number", [2**53, 2**63 - 1, 2**63, 2**64, 10**30])
def test_a_segment_numbered_beyond_reason_is_refused(county: Any, desk: Desk, number: int) -> None:
    line, before = b"{}\n", kept(county)
    words = {"first": number, "last": number, "bytes": len(line), "sha256": sha256(line).hexdigest()}
    for by in ("", "00" * 8):
        body = put_frame(header(**words, by=by, sig="AA") + b"\n" + zstandard.compress(line))
        for path in ("/v1/push", "/v2/push"):
            assert right(desk.ask(path, body)), (path, number)
    assert kept(county) == before


@pytest.mark.parametrize("number", [-(2**63), -5, -1, 2**53 + 1, 2**63 - 1, 2**63, 2**64 - 1])
def test_a_place_in_a_known_stream_beyond_reason_gets_a_code(county: Any, desk: Desk, number: int) -> None:
    east, before = county.east, kept(county)
    (stream,) = east.vault.ledger.vector(east.scope)
    places = (stream, east.vault.replica, east.scope, number)
    key = east.vault.device
    signed = [
        b64encode(part).decode()
        for part in (key.public, key.sign(head_text("author", Place(*places, bytes(32)))))
    ]
    head = [*places, b64encode(bytes(32)).decode(), signed[0], "author", signed[1]]
    told = {"stream": stream, "replica": east.vault.replica, "first": number, "last": number, "bytes": 3}
    frames = [header(**told, pack=pack, after=at) for pack in ("", "h", "kh") for at in (0, 1, number)]
    bodies = [
        ("/v2/chains", json.dumps({"places": [[stream, number]]}).encode()),
        ("/v2/authority", json.dumps({"heads": [head]}).encode()),
        *(("/v2/push", put_frame(one + b"\n" + zstandard.compress(b"{}\n"))) for one in frames),
    ]
    for path, body in bodies:
        assert right(desk.ask(path, body)), (path, body)
    assert kept(county) == before
    with county.archive.held() as ledger:
        assert ledger.db.execute("select max(seq) from head").fetchone()[0] < 10


@pytest.mark.parametrize(
    "tricks",
    [
        [(b"content-length", b"-5")],
        [(b"content-length", b"abc")],
        [(b"content-length", b"9" * 30)],
        [(b"content-length", "٣".encode())],
        [(b"content-length", b"1_0")],
        [(b"content-encoding", b"gzip"), (b"transfer-encoding", b"chunked, gzip")],
        [(b"x-forwarded-for", b"127.0.0.1"), (b"x-original-url", b"/v2/review"), (b"host", b"' or 1")],
        [(b"authorization", b"Bearer other"), (b"cookie", b"a=" + b"b" * 9000)],
        [(b"x-http-method-override", b"GET"), (b"range", b"bytes=0-999999999999")],
    ],
)
def test_tricks_with_headers_change_nothing(desk: Desk, tricks: Any) -> None:
    for path in ("/v2/vectors", "/v2/push", "/v2/hello"):
        assert right(desk.ask(path, b"", headers=tricks)), (path, tricks)


def test_a_hub_that_fails_says_so_without_a_word_of_anybody(
    county: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A fault of the hub is a code for the laptop, and in the log a place in the program: no value of a request."""

    def broken(*_: Any) -> None:
        raise ValueError("张三 622102199001011234")

    desk = Desk(county)
    monkeypatch.setattr("fieldapp_server.exchange.exchange.vectors", broken)
    plain, desk.app = desk.app, without_values(desk.app)
    with caplog.at_level(logging.DEBUG):
        status, body = desk.ask("/v2/vectors", b'{"digests":{}}')
    assert (status, json.loads(body)["error"]["code"]) == (500, "hub.internal")
    assert "hub.internal: ValueError at" in caplog.text
    assert "test_guard_fuzz.py" in caplog.text, "the place of the fault is kept for who mends it"
    for word in ("张三", "622102199001011234", desk.token):
        assert word not in caplog.text + body.decode()
    # The control: the application by itself hands the words on to whoever logs them.
    desk.app = plain
    with pytest.raises(ValueError, match="张三"):
        desk.ask("/v2/vectors", b'{"digests":{}}')


def test_the_served_hub_is_the_guarded_one(county: Any) -> None:
    from fieldapp_server.serving import hub_server

    assert hub_server(county.archive).config.app.__qualname__.startswith("without_values")  # type: ignore[union-attr]


@pytest.fixture
def asks(desk: Desk) -> Callable[..., tuple[int, bytes]]:
    return desk.ask


def test_the_control_an_unguarded_handler_would_fail_the_fuzz(
    county: Any, asks: Any, monkeypatch: Any
) -> None:
    def broken(*_: Any) -> None:
        raise OverflowError

    monkeypatch.setattr("fieldapp_server.exchange.exchange.vectors", broken)
    with pytest.raises(OverflowError):
        asks("/v2/vectors", b'{"digests":{}}')
