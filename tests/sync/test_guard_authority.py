"""Who may say what of whom: a station beyond its places, keys that revoke each other, a hub that forgets to sign."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from fieldapp.errors import SyncError
from fieldapp.keys.certificates import EVERYWHERE, HUB_ROLES, issue, refusal_of_place, revoke
from fieldapp.keys.devices import DeviceKey
from fieldapp.store import Vault
from fieldapp.store.authority import deciding, entering, heads, kept, review
from fieldapp.store.authority.judging import front, judge
from fieldapp.store.intake import receive
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import chain_at, segments_after
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.devices import pairing_code
from fieldapp_sync.authority.pairing import connect, pair, pairing_of
from fieldapp_sync.authority.review_at_hub import decide_at_hub, held_at_hub
from fieldapp_sync.rounds.round import sync_once

VILLAGE, OTHER, THIRD = "990101001201", "990101001202", "990101001203"
TOWNSHIP, NEIGHBOUR = "990101001", "990101002"
ROOT_WORDS = {"name": "county", "role": HUB_ROLES["central"], "issued_ms": 1, "may_issue": True}
STATION_WORDS = {"name": "station", "role": HUB_ROLES["township"], "issued_ms": 1, "may_issue": True}


@pytest.fixture
def realm(make_vault: Callable[..., Vault]) -> dict[str, Any]:
    """A vault that believes a root; the root's two stations; a laptop of the first one's township."""
    root, own, rogue, laptop = (DeviceKey.generate() for _ in range(4))
    vault = make_vault("judge")
    kept.set_anchor(vault.ledger, root.public.hex(), "root")
    told = [
        issue(root, root.public, scopes=EVERYWHERE, **ROOT_WORDS),  # type: ignore[arg-type]
        issue(root, own.public, scopes=[TOWNSHIP], **STATION_WORDS),  # type: ignore[arg-type]
        issue(root, rogue.public, scopes=[NEIGHBOUR], **STATION_WORDS),  # type: ignore[arg-type]
        issue(own, laptop.public, name="张三", role="team", scopes=[VILLAGE], issued_ms=1),
    ]
    assert entering.take_certificates(vault.ledger, told) == {}
    return {"vault": vault, "root": root, "own": own, "rogue": rogue, "laptop": laptop}


def claim(realm: dict[str, Any], victim: DeviceKey) -> None:
    """The rogue station certifies a key that is none of its own, in its places, then takes it back."""
    ledger, rogue = realm["vault"].ledger, realm["rogue"]
    mine = issue(
        rogue, victim.public, name="x", role="team", scopes=[NEIGHBOUR], issued_ms=2, may_issue=False
    )
    assert entering.take_certificates(ledger, [mine]) == {}
    assert entering.take_revocation(ledger, revoke(rogue, victim.public, 3, {})) == ""


def test_a_station_revokes_nobody_beyond_its_places(realm: dict[str, Any]) -> None:
    ledger = realm["vault"].ledger
    laptop, own = realm["laptop"].public.hex(), realm["own"].public.hex()
    for victim in ("laptop", "own", "root"):
        claim(realm, realm[victim])
    keys = kept.Keys(ledger)
    assert keys.counts_until(laptop, "", VILLAGE) is None
    assert keys.is_hub(own, "township", VILLAGE)
    assert keys.covers(laptop, VILLAGE)
    assert kept.anchors(ledger, "root") == (realm["root"].public.hex(),)
    assert keys.is_hub(realm["root"].public.hex(), "central", VILLAGE)
    assert keys.counts_until(laptop, "", f"{NEIGHBOUR}201") == 0, "in its own places its word counts"


def test_a_reach_without_end_would_let_it_shut_out_the_centre_itself(
    realm: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above."""
    monkeypatch.setattr("fieldapp.store.authority.kept.reach_of", lambda *_: EVERYWHERE)
    for victim in ("laptop", "own"):
        claim(realm, realm[victim])
    keys = kept.Keys(realm["vault"].ledger)
    assert keys.counts_until(realm["laptop"].public.hex(), "", VILLAGE) == 0
    assert not keys.is_hub(realm["own"].public.hex(), "township", VILLAGE)
    assert not keys.covers(realm["laptop"].public.hex(), VILLAGE)


def test_the_own_station_and_the_centre_still_revoke(realm: dict[str, Any]) -> None:
    ledger, laptop = realm["vault"].ledger, realm["laptop"].public
    assert entering.take_revocation(ledger, revoke(realm["own"], laptop, 3, {})) == ""
    assert kept.Keys(ledger).counts_until(laptop.hex(), "", VILLAGE) == 0
    assert laptop.hex() not in {one.public for one in kept.team(ledger)}
    assert entering.take_revocation(ledger, revoke(realm["root"], realm["own"].public, 3, {})) == ""
    assert not kept.Keys(ledger).is_hub(realm["own"].public.hex(), "township", VILLAGE)


def test_a_revoked_station_revokes_nobody(realm: dict[str, Any]) -> None:
    ledger, laptop = realm["vault"].ledger, realm["laptop"].public
    direct = issue(realm["root"], laptop, name="张三", role="team", scopes=[VILLAGE], issued_ms=2)
    entering.take_certificates(ledger, [direct])
    assert entering.take_revocation(ledger, revoke(realm["root"], realm["own"].public, 3, {})) == ""
    assert entering.take_revocation(ledger, revoke(realm["own"], laptop, 4, {})) == "stranger"
    assert kept.Keys(ledger).covers(laptop.hex(), VILLAGE)


def test_a_station_neither_makes_central_receipts_nor_attests_beyond_its_places(
    realm: dict[str, Any],
) -> None:
    vault, rogue = realm["vault"], realm["rogue"]
    change = Change("household", None, "add", {"household_no": "1"})
    save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
    row = vault.db.execute("select id, replica, scope, head_seq, head_hash from stream").fetchone()
    words = dict(zip(("stream", "replica", "scope", "seq"), row[:4], strict=True)) | {"chain": bytes(row[4])}
    forged = issue(
        rogue,
        rogue.public,
        name="c",
        role=HUB_ROLES["central"],
        scopes=EVERYWHERE,
        issued_ms=9,
        may_issue=True,
    )
    assert list(entering.take_certificates(vault.ledger, [forged])) == [f"no_root {rogue.public.hex()[:16]}"]
    assert heads.note(vault.ledger, heads.attest(rogue, "central", **words)) == "stranger"
    assert heads.note(vault.ledger, heads.attest(rogue, "township", **words)) == "stranger"
    assert heads.note(vault.ledger, heads.attest(realm["own"], "central", **words)) == "stranger"
    assert heads.note(vault.ledger, heads.attest(realm["own"], "township", **words)) == "new", "the control"
    assert heads.note(vault.ledger, heads.attest(realm["root"], "central", **words)) == "new"


def test_a_ring_of_stations_is_walked_in_no_time() -> None:
    """Without memory the ways up are as many as stations to the power of the longest chain."""
    root, ring = DeviceKey.generate(), [DeviceKey.generate() for _ in range(14)]
    known: dict[str, list[Any]] = {}
    for child in ring:
        known[child.public.hex()] = [
            issue(other, child.public, scopes=[TOWNSHIP], **STATION_WORDS)  # type: ignore[arg-type]
            for other in ring
            if other is not child
        ]
    asked = 0

    class Counted(dict[str, list[Any]]):
        def get(self, key: str, default: Any = None) -> Any:
            nonlocal asked
            asked += 1
            return super().get(key, default)

    reason = refusal_of_place(known[ring[0].public.hex()][0], Counted(known), {root.public.hex()})
    assert reason in ("too_long", "unknown_issuer")
    assert asked < 2_000


def write(vault: Any, number: str, scope: str = VILLAGE) -> None:
    change = Change("household", None, "add", {"household_no": number})
    save(vault, scope, "edit", [change], seen=seen_of(vault, scope))


def numbers_at(hub: Any) -> set[str]:
    with hub.archive.tables() as ledger:
        return {no for (no,) in ledger.db.execute("select household_no from household").fetchall()}


def test_a_segment_over_the_revocation_is_split_and_what_is_in_time_is_taken(
    realm: dict[str, Any], make_vault: Any
) -> None:
    writer, ledger = make_vault("writer"), realm["vault"].ledger
    told = issue(realm["own"], writer.device.public, name="李四", role="team", scopes=[VILLAGE], issued_ms=1)
    entering.take_certificates(ledger, [told])
    for number in "1234":
        write(writer, number)
    (segment,) = segments_after(writer.ledger, VILLAGE, {})
    entering.take_revocation(ledger, revoke(realm["own"], writer.device.public, 5, {segment.stream: 3}))
    by, sig = heads.sign(writer.device, segment, chain_at(writer.ledger, segment.stream, 4), "author")
    sender = writer.device.public.hex()
    verdict = judge(ledger, segment, by, sig, sender=sender)
    assert (verdict.way, verdict.reason, verdict.in_time) == ("review", "revoked", 3)
    in_time = front(segment, verdict)
    assert in_time is not None
    assert receive(ledger, in_time).applied == 3
    assert review.hold(ledger, segment, verdict, sender=sender, now_ms=1) == 1
    (held,) = review.waiting(ledger)
    assert (held.first, held.last) == (4, 4)
    assert deciding.accept(ledger, segment.stream, key=realm["own"], by="x", now_ms=2).applied == 1
    row = realm["vault"].db.execute("select head_hash from stream where id = ?", [segment.stream]).fetchone()
    assert bytes(row[0]) == chain_at(writer.ledger, segment.stream, 4)


def test_unsent_work_of_a_village_that_was_taken_away_waits_at_the_hub_for_a_person(
    hub: Any, make_vault: Any
) -> None:
    vault, boss = make_vault("a", VILLAGE, OTHER), make_vault("boss", TOWNSHIP)
    hub.pair(vault)
    add_account(hub.archive, "boss", "township", [TOWNSHIP])
    pair(boss, hub.url, pairing_code(hub.archive, "boss", now_ms()))
    write(vault, "sent in time")
    hub.sync(vault)
    write(vault, "not sent")
    add_account(hub.archive, "team", "team", [OTHER])
    first = hub.sync(vault)
    second = hub.sync(vault)
    paired = pairing_of(vault)
    assert paired is not None
    assert paired.scopes == (OTHER,)
    assert first.held + second.held == 1
    assert second.counts.here == 1
    assert numbers_at(hub) == {"sent in time"}
    write(vault, "later still")
    assert hub.sync(vault).held == 1
    assert hub.sync(vault).held == 0, "once held it is not sent again"
    connection = connect(boss)
    (held,) = held_at_hub(connection).held
    assert (held.scope, held.reason, held.first, held.last) == (VILLAGE, "scope", 2, 3)
    assert decide_at_hub(connection, held.stream, take_in=True).held == ()
    connection.close()
    assert numbers_at(hub) == {"sent in time", "not sent", "later still"}


def test_a_hub_whose_key_is_known_is_never_talked_to_without_signatures(
    hub: Any, make_vault: Any, bad_server: Any
) -> None:
    vault = make_vault("a")
    hub.pair(vault)
    write(vault, "secret")
    unknown = b'{"error":{"code":"request.unknown","text":"no"}}'
    body = b"HTTP/1.1 404 Not Found\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s" % (
        len(unknown),
        unknown,
    )
    with bad_server(body) as url:
        connection = connect(vault, url)
        with pytest.raises(SyncError) as refused:
            sync_once(vault, connection)
        connection.close()
        assert refused.value.code == "sync.downgraded"
        assert len(refused.value.sentence()) > 60
        # The control: one that was paired at protocol 1 goes on to /v1, and comes as far as this server lets it.
        paired = pairing_of(vault)
        assert paired is not None
        import msgspec

        with vault.transaction():
            old = replace(paired, public="")
            vault.ledger.set_meta("hub", msgspec.json.encode(old).decode())
        connection = connect(vault, url)
        with pytest.raises(SyncError) as further:
            sync_once(vault, connection)
        connection.close()
        assert further.value.code != "sync.downgraded"
        with vault.transaction():
            vault.ledger.set_meta("hub", msgspec.json.encode(paired).decode())
    assert hub.sync(vault).sent == 1
