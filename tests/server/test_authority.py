"""Two accounts of different villages × every route of authority: nothing of the other's; and what the hub signs."""

import json
from typing import Any

import msgspec
import pytest

from fieldapp.keys.acceptances import Acceptance, signed
from fieldapp.keys.certificates import issue, revoke
from fieldapp.keys.devices import DeviceKey
from fieldapp.store.authority import heads, kept, review
from fieldapp.store.authority.judging import judge
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import chain_at, segments_after
from fieldapp_server.accounts import add_account, revoke_account
from fieldapp_server.authority.authority import hub_key
from fieldapp_server.devices import revoke_device
from fieldapp_sync.authority.messages import (
    AttachRequest,
    AuthorityReply,
    AuthorityRequest,
    DecisionRequest,
    HeldReply,
    Index,
    head_in,
    head_out,
)
from fieldapp_sync.authority.pairing import pairing_of


def ask(post: Any, path: str, message: msgspec.Struct | bytes, reply: Any = None) -> Any:
    body = message if isinstance(message, bytes) else msgspec.json.encode(message)
    answer = post.ask("POST", path, body)
    return msgspec.json.decode(answer.content, type=reply) if reply and answer.ok else answer


def everything(post: Any) -> AuthorityReply:
    told = ask(post, "/v2/authority", AuthorityRequest(index=Index()), AuthorityReply)
    assert isinstance(told, AuthorityReply)
    return told


def hub_public(archive: Any) -> str:
    with archive.held() as ledger:
        return hub_key(ledger).public.hex()


def write(post: Any, number: str, scope: str = "") -> None:
    change = Change("household", None, "add", {"household_no": number})
    save(post.vault, scope or post.scope, "edit", [change], seen=seen_of(post.vault, scope or post.scope))


def hold_something(county: Any, post: Any) -> str:
    """A late commit of this post waits at the hub; gives its stream."""
    paired = pairing_of(post.vault)
    revoke_device(county.archive, paired.device)
    write(post, "late")
    with county.archive.held() as ledger:
        (segment,) = segments_after(post.vault.ledger, post.scope, ledger.vector(post.scope))
        sender = post.vault.device.public.hex()
        verdict = judge(ledger, segment, "", "", sender=sender)
        assert (verdict.way, verdict.reason) == ("review", "revoked")
        review.hold(ledger, segment, verdict, sender=sender, now_ms=1)
    # Let in again, so that it can ask; what waits goes on waiting.
    with county.archive.held() as ledger:
        ledger.db.execute("update hub_device set revoked = 0")
        ledger.db.conn.commit()
    return str(segment.stream)


def test_no_route_tells_or_takes_anything_of_the_other_village(own_county: Any) -> None:
    stream = hold_something(own_county, own_county.east)
    east, west = everything(own_county.east), everything(own_county.west)
    names = {one.name for one in west.certificates}
    assert "west" in names
    assert "east" not in names
    assert "east" in {one.name for one in east.certificates}, "the control: his own is told"
    assert {head.scope for head in west.heads} == {own_county.west.scope}
    assert west.revocations == ()
    assert {one.public for one in east.revocations} == {own_county.east.vault.device.public.hex()}
    held = ask(own_county.west, "/v2/review", b"", HeldReply)
    assert held.held == ()
    assert [one.stream for one in ask(own_county.east, "/v2/review", b"", HeldReply).held] == [stream]
    for post in (own_county.west, own_county.east):
        answer = ask(post, "/v2/review/decide", DecisionRequest(stream, True))
        assert answer.json()["error"]["code"] == "review.not_allowed"
    add_account(own_county.archive, "west", "township", [own_county.west.scope])
    answer = ask(own_county.west, "/v2/review/decide", DecisionRequest(stream, True))
    assert answer.json()["error"]["code"] == "review.none"
    add_account(own_county.archive, "east", "township", [own_county.east.scope])
    assert ask(own_county.east, "/v2/review/decide", DecisionRequest(stream, True), HeldReply).held == ()
    with own_county.archive.held() as ledger:
        numbers = {no for (no,) in ledger.db.execute("select household_no from household").fetchall()}
    assert "late" in numbers


def test_a_judge_blind_to_places_would_tell_the_other_village(
    own_county: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above."""
    monkeypatch.setattr("fieldapp_sync.authority.index._concerned", lambda _: lambda _: True)
    assert "east" in {one.name for one in everything(own_county.west).certificates}


def test_heads_of_another_village_are_not_taken(own_county: Any) -> None:
    east, west = own_county.east, own_county.west
    write(east, "2")
    (word,) = heads.attest_own(east.vault.ledger, east.vault.device, [east.vault.replica])
    ask(west, "/v2/authority", AuthorityRequest(heads=(head_out(word),)))
    with own_county.archive.held() as ledger:
        assert word not in heads.newest(ledger)
    ask(east, "/v2/authority", AuthorityRequest(heads=(head_out(word),)))
    with own_county.archive.held() as ledger:
        assert word in heads.newest(ledger)


def test_a_laptops_word_that_it_was_accepted_takes_nothing_in(own_county: Any) -> None:
    """Over the wire, of the author and of a neighbour; the control is the same word under a key that may speak there."""
    east, west = own_county.east, own_county.west
    stream = hold_something(own_county, east)
    known = east.vault.ledger.stream(stream)
    first = known_head(own_county, stream) + 1
    last = east.vault.ledger.vector(east.scope)[stream]
    chain = (chain_at(east.vault.ledger, stream, last) or b"").hex()
    told = Acceptance(stream, known.replica, east.scope, first, last, chain, "east", 5)

    def waits() -> int:
        with own_county.archive.held() as ledger:
            return sum(one.commits for one in review.waiting(ledger))

    assert waits() == 1
    for post, key in ((east, east.vault.device), (west, west.vault.device), (east, DeviceKey.generate())):
        ask(post, "/v2/authority", AuthorityRequest(acceptances=(signed(key, told),)))
        assert waits() == 1
    assert everything(east).acceptances == ()
    with own_county.archive.held() as ledger:
        own = hub_key(ledger)
    ask(west, "/v2/authority", AuthorityRequest(acceptances=(signed(own, told),)))
    assert waits() == 1, "not from an account of another village"
    ask(east, "/v2/authority", AuthorityRequest(acceptances=(signed(own, told),)))
    assert waits() == 0, "the control"
    assert [one.person for one in everything(east).acceptances] == ["east"]
    assert everything(west).acceptances == ()


def known_head(county: Any, stream: str) -> int:
    with county.archive.held() as ledger:
        row = ledger.db.execute("select head_seq from stream where id = ?", [stream]).fetchone()
    return int(row[0]) if row else 0


def test_the_hub_countersigns_what_it_holds(own_county: Any) -> None:
    told = [head_in(one) for one in everything(own_county.east).heads]
    (one,) = [head for head in told if head.tier == "central"]
    assert one.by == hub_public(own_county.archive)
    assert heads.note(own_county.east.vault.ledger, one) in ("new", "known")
    assert one in heads.newest(own_county.east.vault.ledger)
    (seq,) = own_county.east.vault.db.execute("select seq from receipt where tier = 'central'").fetchone()
    assert seq == one.seq


def test_a_laptop_cannot_certify_revoke_or_attach(own_county: Any) -> None:
    east, west = own_county.east, own_county.west
    key = east.vault.device
    forged = issue(
        key, key.public, name="east", role="county", scopes=["990101"], issued_ms=2**40, may_issue=True
    )
    told = revoke(key, west.vault.device.public, 2**40, {})
    ask(east, "/v2/authority", AuthorityRequest(certificates=(forged,), revocations=(told,)))
    with own_county.archive.held() as ledger:
        assert not kept.Keys(ledger).covers(key.public.hex(), west.scope)
        assert kept.Keys(ledger).counts_until(west.vault.device.public.hex()) is None
    answer = ask(east, "/v2/authority/attach", AttachRequest((forged,), (key.public.hex(),)))
    assert answer.json()["error"]["code"] == "authority.not_owner"
    with own_county.archive.held() as ledger:
        assert kept.anchors(ledger) == (hub_key(ledger).public.hex(),)


def test_another_place_for_an_account_is_certified_anew_and_the_old_one_ends(own_county: Any) -> None:
    east = own_county.east
    public = east.vault.device.public.hex()
    add_account(own_county.archive, "east", "team", ["990101001203"], clock=lambda: 0)
    with own_county.archive.held() as ledger:
        assert kept.Keys(ledger).covers(public, "990101001203"), "also with the hub's clock set back"
        assert not kept.Keys(ledger).covers(public, east.scope)


def test_a_revoked_account_is_shut_out_and_its_revocation_travels(own_county: Any) -> None:
    east = own_county.east
    revoke_account(own_county.archive, "east")
    assert east.ask("POST", "/v2/authority", b"{}").json()["error"]["code"] == "auth.revoked"
    with own_county.archive.held() as ledger:
        told = kept.revocations(ledger, east.vault.device.public.hex())
        assert {one.scope: dict(one.heads) for one in told} == {"": {}, east.scope: ledger.vector(east.scope)}
    add_account(own_county.archive, "east", "team", [east.scope])
    with own_county.archive.held() as ledger:
        assert kept.revocations(ledger, east.vault.device.public.hex()) == ()


@pytest.mark.parametrize(
    "path",
    [
        "/v2/authority",
        "/v2/authority/attach",
        "/v2/review",
        "/v2/review/decide",
        "/v2/review/reopen",
        "/v2/pair",
    ],
)
def test_bad_bodies_and_no_token_are_refused_with_a_code(county: Any, path: str) -> None:
    import requests

    if path != "/v2/pair":
        bare = requests.post(county.url + path, data=b"{}", timeout=5)
        assert bare.json()["error"]["code"] == "auth.required"
    for body in (b"", b"[", b"\xff\xfe", json.dumps({"heads": [[1]]}).encode()):
        answer = county.east.ask("POST", path, body)
        if path == "/v2/review":
            assert answer.ok
        else:
            assert answer.json()["error"]["code"] == "request.malformed"


def test_heads_that_are_no_heads_are_left_out(county: Any) -> None:
    before = everything(county.east).heads
    (word,) = [one for one in before if one.tier == "central"]
    for wrong in (
        msgspec.structs.replace(word, chain=b"x"),
        msgspec.structs.replace(word, by=b""),
        msgspec.structs.replace(word, signature=b"\0" * 64),
        msgspec.structs.replace(word, seq=-1),
    ):
        assert ask(county.east, "/v2/authority", AuthorityRequest(heads=(wrong,))).ok
    assert everything(county.east).heads == before
