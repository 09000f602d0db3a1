"""Two accounts × every route the hub has: not one trace of the other village comes back, and nothing of it is changed.

The routes are taken from the application itself, so that a new one without a case fails here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import msgspec
import pytest
import zstandard
from starlette.routing import Route

from fieldapp.errors import SyncError
from fieldapp.store.authority.judging import judge
from fieldapp.store.authority.review import hold
from fieldapp.store.files.attachments import want_files
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import segments_after
from fieldapp_server.accounts import Account, add_account
from fieldapp_server.app import hub_app
from fieldapp_server.authority.authority import revoke_key
from fieldapp_server.devices import appoint, revoke_device
from fieldapp_server.files.attachments import take_thumbnail
from fieldapp_sync.authority.pairing import connect
from fieldapp_sync.segments.frames import pack_segment, put_frame, read_carried, read_frames
from fieldapp_sync.segments.packing import without_history, words

JPEG = b"\xff\xd8\xff a small picture of west"
NOBODY = "0" * 16
Case = tuple[str, bytes]
"""Path and body of a request."""


@dataclass(frozen=True)
class Secret:
    """What the west has at the hub that the east may not see: `marks` by what they are."""

    stream: str
    held: str
    absent: str
    base: str
    device: str
    marks: dict[str, tuple[bytes, ...]]


def asked(message: Any) -> bytes:
    return msgspec.json.encode(message)


@pytest.fixture
def secret_of(both: Callable[..., Any]) -> Callable[[Any], Secret]:
    """`_secret_of` with what it needs."""
    return lambda county: _secret_of(county, both)


def _secret_of(county: Any, both: Callable[..., Any]) -> Secret:
    """Lays one of each kind at the hub: rows, files, a small picture, a base, receipts, what waits for review."""
    west, archive = county.west, county.archive
    # A colleague of both villages is shut out: his revocation concerns the east too.
    gone, streams = both(county)
    with archive.held() as ledger, ledger.transaction():
        revoke_key(ledger, gone.public.hex(), 2)
    device = connect(west.vault)._device
    absent = "7" * 64
    take_thumbnail(archive, Account("west", "team", (west.scope,)), west.photo, JPEG)
    with archive.held() as ledger, ledger.transaction():
        want_files(ledger, f"sha256:{absent}", west.scope)
    ask = {"scope": west.scope, "vector": {}, "always": True}
    base = west.ask("POST", "/v2/bootstrap", asked(ask)).json()["manifest"]["hash"]
    west.ask("POST", "/v2/authority", b'{"index":{}}')
    revoke_device(archive, device)
    change = Change("household", None, "add", {"household_no": "late of west"})
    save(west.vault, west.scope, "edit", [change], seen=seen_of(west.vault, west.scope))
    with archive.held() as ledger:
        (segment,) = segments_after(west.vault.ledger, west.scope, ledger.vector(west.scope))
        sender = west.vault.device.public.hex()
        hold(ledger, segment, judge(ledger, segment, "", "", sender=sender), sender=sender, now_ms=1)
        # Let in again, so that the control can ask; what waits goes on waiting.
        ledger.db.execute("update hub_device set revoked = 0")
        ledger.db.conn.commit()
        chain = ledger.db.execute(
            "select lower(hex(head_hash)) from stream where scope = ?", [west.scope]
        ).fetchone()[0]
    key = west.vault.device.public
    marks = {
        "rows": (west.household.encode(), b"number of west", b"late of west", west.scope.encode()),
        "names": (b'"west"', device.encode(), west.vault.replica.encode()),
        "vectors": tuple(stream.encode() for stream in west.vault.ledger.vector(west.scope)),
        "revoked": (streams[west.scope].encode(),),
        "keys": (key.hex().encode(), key),
        "chains": (chain.encode(), bytes.fromhex(chain)),
        "files": (west.photo.encode(), b"a photo of west", JPEG, absent.encode(), base.encode()),
    }
    return Secret(segment.stream, segment.stream, absent, base, device, marks)


def cases(county: Any, told: Secret) -> dict[tuple[str, str], tuple[Case, ...]]:
    """Every route (method, path) → what an attacker asks it about the west."""
    west = county.west
    frames = b"".join(
        put_frame(pack_segment(one)) for one in segments_after(west.vault.ledger, west.scope, {})
    )
    scopes = (west.scope, "990101", "", f"{county.east.scope}%", f"{county.east.scope}' or '1'='1", "99*")
    pair = {"code": "AAAA-AAAA", "public": "ab" * 32, "replica": west.vault.replica}
    files = [west.photo, told.absent]

    def all_of(path: str, *bodies: Any) -> tuple[Case, ...]:
        return tuple((path, body if isinstance(body, bytes) else asked(body)) for body in bodies)

    found: dict[tuple[str, str], tuple[Case, ...]] = {}
    for version in ("/v1", "/v2"):
        found["POST", f"{version}/challenge"] = all_of(f"{version}/challenge", {"device": told.device})
        proof = {"device": told.device, "nonce": "00", "signature": "00" * 64}
        found["POST", f"{version}/token"] = all_of(f"{version}/token", proof)
        found["POST", f"{version}/vectors"] = all_of(
            f"{version}/vectors", {"digests": {}}, *({"digests": {scope: "00"}} for scope in scopes)
        )
        found["POST", f"{version}/push"] = all_of(f"{version}/push", frames, b"")
        found["POST", f"{version}/pair"] = all_of(f"{version}/pair", pair, pair | {"proof": "00" * 64})
    return found | {
        ("POST", "/v1/hello"): all_of("/v1/hello", b"0" * 64, b""),
        ("POST", "/v2/hello"): all_of("/v2/hello", bytes(32), bytes(32) + b"0123456789abcdef", b""),
        ("POST", "/v1/pull"): all_of("/v1/pull", *({"scope": scope, "vector": {}} for scope in scopes)),
        ("POST", "/v2/pull"): all_of(
            "/v2/pull",
            *(
                {"vectors": {scope: {}}, "size": 32_768, "level": 9, "packs": pack}
                for scope in scopes
                for pack in ((), without_history(words()))
            ),
        ),
        ("POST", "/v1/state"): all_of("/v1/state", b""),
        ("GET", "/v1/attachments/{sha256}"): all_of(f"/v1/attachments/{west.photo}", b""),
        ("PUT", "/v1/attachments/{sha256}"): all_of(f"/v1/attachments/{west.photo}", b"a photo of west"),
        ("POST", "/v2/authority"): all_of("/v2/authority", {"index": {}}, {"tag": "0"}),
        ("POST", "/v2/authority/attach"): all_of("/v2/authority/attach", {"certificates": [], "anchors": []}),
        ("POST", "/v2/review"): all_of("/v2/review", b""),
        ("POST", "/v2/review/decide"): all_of("/v2/review/decide", {"stream": told.held, "take_in": True}),
        ("POST", "/v2/review/reopen"): all_of("/v2/review/reopen", {"stream": told.held}),
        ("POST", "/v2/files/missing"): all_of(
            "/v2/files/missing",
            *({"lane": lane, "names": names} for lane in ("thumbnail", "original") for names in ((), files)),
        ),
        ("POST", "/v2/files/held"): all_of(
            "/v2/files/held",
            *({"lane": lane, "names": files} for lane in ("thumbnail", "original", "sheet")),
        ),
        ("POST", "/v2/files/{sha256}/{size}/{offset}"): all_of(
            f"/v2/files/{west.photo}/15/0", b"a photo of west"
        ),
        ("GET", "/v2/files/{sha256}/{offset}/{length}"): all_of(f"/v2/files/{west.photo}/0/99", b""),
        ("PUT", "/v2/thumbnails/{sha256}"): all_of(f"/v2/thumbnails/{told.absent}", JPEG),
        ("GET", "/v2/thumbnails/{sha256}"): all_of(f"/v2/thumbnails/{west.photo}", b""),
        ("POST", "/v2/bootstrap"): all_of(
            "/v2/bootstrap", *({"scope": scope, "vector": {}, "always": True} for scope in scopes)
        ),
        ("GET", "/v2/bootstrap/{hash}/{offset}"): all_of(f"/v2/bootstrap/{told.base}/0", b""),
        ("POST", "/v2/chains"): all_of("/v2/chains", {"places": [[told.stream, 1]]}),
        ("POST", "/v2/station"): all_of("/v2/station", b""),
        ("POST", "/v2/station/invite"): all_of(
            "/v2/station/invite",
            {"name": "spy", "minutes": 9, "role": "team", "scopes": [west.scope]},
            {"name": "west", "minutes": 9},
        ),
        ("POST", "/v2/station/revoke"): all_of("/v2/station/revoke", {"device": told.device, "reason": "x"}),
        ("POST", "/v2/station/held"): all_of("/v2/station/held", {"stream": told.held}),
    }


def opened(body: bytes) -> bytes:
    """A body and all that is packed in it."""
    found = [body]
    try:
        for content in read_frames(BytesIO(body)):
            found.append(content)
            carried = read_carried(content)
            # A brief header names its stream by what it follows from.
            found += [carried.segment.lines, f"{carried.segment}".encode()]
    except SyncError:
        pass
    try:
        found.append(zstandard.ZstdDecompressor().decompressobj().decompress(body))
    except zstandard.ZstdError:
        pass
    return b"\n".join(found)


def traces(told: Secret, sent: Case, body: bytes) -> set[str]:
    """What kinds of the west's things can be found in an answer and were not in the question."""
    seen, own = opened(body), sent[0].encode() + sent[1]
    return {kind for kind, marks in told.marks.items() for mark in marks if mark in seen and mark not in own}


def routes_of(county: Any) -> set[tuple[str, str]]:
    app = hub_app(county.archive, lambda: 0, lambda: 0.0)
    return {
        (method, route.path)
        for route in app.routes
        if isinstance(route, Route)
        for method in (route.methods or ())
        if method != "HEAD"
    }


def standing(county: Any) -> dict[str, Any]:
    """All that the hub keeps of the west."""
    west = county.west
    with county.archive.tables() as ledger:
        return {
            "vector": dict(ledger.vector(west.scope)),
            "review": ledger.db.execute("select stream, last, state from review").fetchall(),
            "accounts": ledger.db.execute("select * from hub_account where name <> 'east'").fetchall(),
            "devices": ledger.db.execute("select * from hub_device where account <> 'east'").fetchall(),
            "codes": ledger.db.execute("select * from hub_code").fetchall(),
            "files": ledger.db.execute(
                "select * from attachment_place where scope = ?", [west.scope]
            ).fetchall(),
            "thumbnails": ledger.db.execute("select * from thumbnail").fetchall(),
            "anchors": ledger.db.execute("select public, why from anchor").fetchall(),
        }


def as_worker(county: Any) -> None:
    """The east as it is: a team."""


def as_approver(county: Any) -> None:
    add_account(county.archive, "east", "township", [county.east.scope])


def as_owner(county: Any) -> None:
    """Even the desktop that runs the hub sees its own places only."""
    as_approver(county)
    appoint(county.archive, connect(county.east.vault)._device)


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Takes every check of places out of the hub: the control."""

    def remove() -> None:
        monkeypatch.setattr("fieldapp_server.accounts.Account.covers", lambda *_: True)
        for module in ("exchange.exchange", "authority.exchange", "station.station"):
            monkeypatch.setattr(f"fieldapp_server.{module}.within", lambda *_: ("1", []))
        for module in ("files.attachments", "files.arriving"):
            monkeypatch.setattr(f"fieldapp_server.{module}.is_placed", lambda *_: True)
        monkeypatch.setattr("fieldapp.store.files.attachment_places._spans", lambda _: {("", "~")})
        monkeypatch.setattr("fieldapp_server.devices._share", lambda *_: True)
        monkeypatch.setattr("fieldapp_sync.authority.index._concerned", lambda _: lambda _: True)

    return remove


@pytest.mark.parametrize("attacker", [as_worker, as_approver, as_owner])
def test_no_route_tells_or_changes_anything_of_another_village(
    own_county: Any, secret_of: Callable[[Any], Secret], attacker: Callable[[Any], None]
) -> None:
    told = secret_of(own_county)
    attacker(own_county)
    before = standing(own_county)
    asked_for = cases(own_county, told)
    assert routes_of(own_county) == set(asked_for), (
        "every route needs a case here, and no case is of a route gone"
    )
    for (method, _), some in asked_for.items():
        for case in some:
            answer = own_county.east.ask(method, *case)
            assert traces(told, case, answer.content) == set(), (method, case[0], case[1][:80])
            assert answer.status_code < 500, (method, case, answer.content)
    assert standing(own_county) == before


TELLS = {
    "/v2/hello": "vectors",
    "/v1/vectors": "vectors",
    "/v2/vectors": "vectors",
    "/v1/pull": "rows",
    "/v2/pull": "rows",
    "/v1/state": "names",
    "/v1/attachments/{sha256}": "files",
    "/v2/authority": "keys",
    "/v2/review": "vectors",
    "/v2/files/missing": "files",
    "/v2/files/held": "files",
    "/v2/files/{sha256}/{offset}/{length}": "files",
    "/v2/thumbnails/{sha256}": "files",
    "/v2/bootstrap": "vectors",
    "/v2/bootstrap/{hash}/{offset}": "rows",
    "/v2/chains": "chains",
    "/v2/station": "names",
    "/v2/station/held": "rows",
}


def test_a_hub_without_its_checks_would_tell_all_of_it_and_change_it(
    own_county: Any, secret_of: Callable[[Any], Secret], blind: Callable[[], None]
) -> None:
    """The control of the test above: every telling route leaks, and the west does not stand as it stood."""
    told = secret_of(own_county)
    as_owner(own_county)
    before = standing(own_county)
    blind()
    leaked: dict[str, set[str]] = {}
    # A decision, or a push of the owner, would take in what is to be seen waiting first.
    last = ("/v2/review/decide", "/v1/push", "/v2/push")
    ordered = sorted(cases(own_county, told).items(), key=lambda one: one[0][1] in last)
    ordered.sort(key=lambda one: one[0][1].endswith("/push"))
    for (method, path), some in ordered:
        for case in some:
            answer = own_county.east.ask(method, *case)
            found = traces(told, case, answer.content)
            # The name of a file or base stands in the question; its having it is told all the same.
            if (answer.ok and method == "GET") or path in ("/v2/files/missing", "/v2/files/held"):
                found |= traces(told, ("", b""), answer.content)
            leaked.setdefault(path, set()).update(found)
    assert "revoked" in leaked["/v2/authority"]
    for path, kind in TELLS.items():
        assert kind in leaked[path], (path, leaked[path])
    after = standing(own_county)
    assert {name for name in before if before[name] != after[name]} >= {
        "review",
        "accounts",
        "devices",
        "codes",
    }


def test_nobody_without_a_token_is_told_more_than_that(
    own_county: Any, secret_of: Callable[[Any], Secret]
) -> None:
    import requests

    told = secret_of(own_county)
    open_to_all = {"/v1/challenge", "/v1/token", "/v1/pair", "/v2/challenge", "/v2/token", "/v2/pair"}
    other = own_county.east.token()
    for (method, path), some in cases(own_county, told).items():
        for case in some[:1]:
            for header in (
                "",
                "Bearer ",
                "Bearer " + "A" * 22,
                f"Basic {other}",
                f"Bearer {other}x",
                other,
                "é" * 9,
            ):
                headers = {"Authorization": header.encode("utf-8")} if header else {}
                answer = requests.request(
                    method, own_county.url + case[0], data=case[1], headers=headers, timeout=10
                )
                assert traces(told, case, answer.content) == set(), (path, header)
                if path not in open_to_all:
                    assert answer.status_code == 401, (path, header)
                    assert answer.json()["error"]["code"].startswith("auth.")


def test_a_revoked_device_gets_nothing_anywhere(own_county: Any, secret_of: Callable[[Any], Secret]) -> None:
    told = secret_of(own_county)
    own_county.west.token()
    revoke_device(own_county.archive, told.device)
    for (method, path), some in cases(own_county, told).items():
        answer = own_county.west.ask(method, *some[0])
        assert answer.status_code >= 400 or path.endswith("/challenge"), path
        assert traces(told, some[0], answer.content) == set()
    # The control: the other one is served as before.
    assert own_county.east.ask("POST", "/v2/vectors", b'{"digests":{}}').status_code == 200


def odd_texts() -> Iterator[str]:
    yield from (
        "'",
        '"',
        "' or 1=1 --",
        "%",
        "_",
        "../..",
        "\x00",
        "\u202e",
        "𠮷" * 30,
        "9" * 4000,
        "٣" * 12,
        " ",
    )


def test_odd_text_in_every_parameter_is_data_and_no_command(
    own_county: Any, secret_of: Callable[[Any], Secret]
) -> None:
    told = secret_of(own_county)
    before = standing(own_county)
    east = own_county.east
    for text in odd_texts():
        bodies: dict[str, Any] = {
            "/v2/vectors": {"digests": {text: text}},
            "/v2/pull": {"vectors": {text: {text: 1}}, "size": 1, "level": 1, "packs": [text]},
            "/v1/pull": {"scope": text, "vector": {text: 1}},
            "/v2/authority": {"tag": text, "index": {"certificates": {text: 1}, "heads": {text: [1, 1, 1]}}},
            "/v2/review/decide": {"stream": text, "take_in": True, "why": text},
            "/v2/review/reopen": {"stream": text},
            "/v2/files/missing": {"lane": text, "names": [text], "after": [text, text]},
            "/v2/files/held": {"lane": "original", "names": [text]},
            "/v2/bootstrap": {"scope": text, "vector": {text: 1}, "begun": text},
            "/v2/chains": {"places": [[text, 1]]},
            "/v2/station/held": {"stream": text},
            "/v2/station/invite": {"name": text, "minutes": 5, "role": text, "scopes": [text]},
            "/v2/station/revoke": {"device": text, "reason": text},
            "/v2/challenge": {"device": text},
            "/v2/token": {"device": text, "nonce": text, "signature": text},
            "/v2/pair": {"code": text, "public": text, "replica": text, "proof": text, "recipient": text},
        }
        for path, body in bodies.items():
            answer = east.ask("POST", path, asked(body))
            assert answer.status_code < 500, (path, text)
            assert traces(told, (path, asked(body)), answer.content) == set(), (path, text)
    for path in ("..%2f..%2farchive.key", "%00", "'", "a" * 64, "%F0%9F%98%80", "~root"):
        for head, tail in (("/v2/files/", "/0/9"), ("/v2/thumbnails/", ""), ("/v2/bootstrap/", "/0")):
            answer = east.ask("GET", head + path + tail)
            assert 400 <= answer.status_code < 500, (head, path)
    assert standing(own_county) == before


def test_the_reader_of_packed_answers_reads_them(own_county: Any, secret_of: Callable[[Any], Secret]) -> None:
    told = secret_of(own_county)
    body = asked(
        {
            "vectors": {own_county.west.scope: {}},
            "size": 32_768,
            "level": 9,
            "packs": without_history(words()),
        }
    )
    answer = own_county.west.ask("POST", "/v2/pull", body)
    assert traces(told, ("", b""), answer.content) >= {"rows", "vectors"}
    assert b"number of west" not in answer.content, "packed, it shows nothing to who does not unpack it"
