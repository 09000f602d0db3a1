"""Authority in whole rounds: late work waits at the hub without a receipt, receipts are only what was signed."""

from typing import Any

import pytest

from fieldapp.errors import SyncError
from fieldapp.keys.devices import DeviceKey
from fieldapp.store.authority import deciding, heads, kept, review
from fieldapp.store.receipts import note_held, waiting
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.authority.authority import hub_key
from fieldapp_server.devices import pairing_code, revoke_device
from fieldapp_sync.authority.pairing import connect, pair, pairing_of
from fieldapp_sync.authority.review_at_hub import decide_at_hub, held_at_hub

VILLAGE, OTHER = "990101001201", "990101001202"


def count_at(archive: Any) -> set[str]:
    with archive.tables() as ledger:
        return {no for (no,) in ledger.db.execute("select household_no from household").fetchall()}


def test_receipts_come_only_by_the_hubs_signature(hub: Any, make_vault: Any, writer: Any) -> None:
    vault = make_vault("a")
    hub.pair(vault)
    writer(vault).add_household("1")
    stream = vault.ledger.own_stream(VILLAGE).id
    note_held(vault, "central", [{stream: 1}])
    assert waiting(vault).here == 1, "a word that nobody signed"
    hub.sync(vault)
    assert (waiting(vault).here, waiting(vault).county) == (0, 1)
    (word,) = heads.newest(vault.ledger, "tier = 'central'")
    with hub.archive.held() as ledger:
        assert word.by == hub_key(ledger).public.hex()


def test_a_township_cannot_make_central_receipts(hub: Any, make_vault: Any, writer: Any) -> None:
    vault = make_vault("a")
    hub.pair(vault)
    writer(vault).add_household("1")
    row = vault.db.execute("select id, replica, scope, head_seq, head_hash from stream").fetchone()
    thief = DeviceKey.generate()
    words = {"stream": row[0], "replica": row[1], "scope": row[2], "seq": row[3], "chain": bytes(row[4])}
    for key in (thief, vault.device):
        told = heads.attest(key, "central", **words)
        assert heads.note(vault.ledger, told) == "stranger"


def test_work_outside_a_workers_places_is_held_without_a_receipt_until_somebody_takes_it_in(
    hub: Any, make_vault: Any, writer: Any
) -> None:
    late, station = make_vault("late"), make_vault("station", "990101001")
    hub.pair(late, account="late")
    hub.pair(station, "990101001", account="other")
    add_account(hub.archive, "other", "township", ["990101001"])
    writer(late).add_household("1")
    hub.sync(late)
    writer(late).add_household("2")
    device = pairing_of(late)
    assert device is not None
    revoke_device(hub.archive, device.device)
    with pytest.raises(SyncError) as shut:
        hub.sync(late)
    assert shut.value.code == "sync.revoked"
    # The stick carries it to the station, whose own judge has heard of the revocation in its round.
    hub.sync(station)
    from fieldapp.store.authority.judging import judge
    from fieldapp.store.streams import chain_at, segments_after

    (segment,) = segments_after(late.ledger, VILLAGE, station.ledger.vector(VILLAGE))
    by, sig = heads.sign(late.device, segment, chain_at(late.ledger, segment.stream, segment.last), "author")
    verdict = judge(station.ledger, segment, by, sig, sender=late.device.public.hex())
    assert (verdict.way, verdict.reason) == ("review", "revoked")
    review.hold(station.ledger, segment, verdict, sender=late.device.public.hex(), now_ms=now_ms())
    deciding.accept(station.ledger, segment.stream, key=station.device, by="站长", now_ms=now_ms())
    # Taken in at the station, it waits at the hub above, which revoked him.
    outcome = hub.sync(station)
    assert outcome.held == 1
    assert count_at(hub.archive) == {"1"}
    assert station.db.execute(
        "select max(seq) from receipt where stream = ?", [segment.stream]
    ).fetchone() == (1,)
    connection = connect(station)
    (held,) = held_at_hub(connection).held
    assert (held.stream, held.reason, held.name) == (segment.stream, "revoked", "late")
    assert decide_at_hub(connection, held.stream, take_in=True).held == ()
    with pytest.raises(SyncError) as gone:
        decide_at_hub(connection, held.stream, take_in=True)
    assert gone.value.code == "review.none"
    connection.close()
    assert count_at(hub.archive) == {"1", "2"}
    hub.sync(station)
    assert station.db.execute(
        "select max(seq) from receipt where stream = ?", [segment.stream]
    ).fetchone() == (2,)


def test_a_copy_keeps_its_key_and_its_new_streams_are_its_keys(
    hub: Any, make_vault: Any, writer: Any, tmp_path: Any
) -> None:
    import shutil

    from fieldapp.store import open_vault

    vault = make_vault("a")
    hub.pair(vault)
    writer(vault).add_household("1")
    hub.sync(vault)
    first, key = vault.replica, vault.device
    vault.close()
    shutil.copytree(tmp_path / "a", tmp_path / "copy")
    with open_vault(tmp_path / "copy" / "laptop.vault", "four invented words here") as copy:
        assert (copy.device, copy.replica == first) == (key, False)
        writer(copy).add_household("2")
        hub.sync(copy)
        with hub.archive.held() as ledger:
            assert heads.author_of(ledger, copy.replica) == key.public.hex()
            assert heads.author_of(ledger, first) == key.public.hex()
            assert heads.alarms(ledger) == ()
    assert count_at(hub.archive) == {"1", "2"}


def test_a_second_centre_is_an_alarm_until_somebody_pairs_anew(hub: Any, make_vault: Any) -> None:
    from fieldapp_sync.authority.round import _believe_roots

    vault = make_vault("a")
    hub.pair(vault)
    one, two = (DeviceKey.generate().public.hex() for _ in range(2))
    _believe_roots(vault, (one,))
    assert heads.alarms(vault.ledger) == ()
    _believe_roots(vault, (one, two))
    assert kept.anchors(vault.ledger, "root") == (one,)
    (alarm,) = heads.alarms(vault.ledger)
    assert alarm.kind == "root"
    pair(vault, hub.url, pairing_code(hub.archive, "team", now_ms()))


def test_who_carries_a_stranger_s_work_is_not_taken_for_its_author(
    hub: Any, make_vault: Any, writer: Any, carry: Any
) -> None:
    stranger, carrier = make_vault("a"), make_vault("b")
    hub.pair(carrier)
    writer(stranger).add_household("carried")
    writer(carrier).add_household("own")
    carry(stranger, carrier)
    assert hub.sync(carrier).sent >= 1
    with hub.archive.held() as ledger:
        assert heads.author_of(ledger, stranger.replica) == ""
        assert heads.author_of(ledger, carrier.replica) == carrier.device.public.hex(), "the control: his own"
