"""A new laptop begins its village from the hub's base: signed, cut and resumed, killed in between, silent for long."""

import os
import signal
import subprocess
import sys
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
import pytest

from fieldapp.errors import SyncError
from fieldapp.store import open_vault
from fieldapp.store.doctor import examine
from fieldapp.store.drafts import open_draft
from fieldapp.store.growing.pieces import held_bytes, manifests
from fieldapp.store.growing.receipt_days import note_heard
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import digest
from fieldapp_server.bases import bootstraps
from fieldapp_sync.authority.pairing import connect
from fieldapp_sync.bases import bootstrap
from fieldapp_sync.rounds import link
from fieldapp_sync.rounds import round as round_module
from fieldapp_sync.segments.heading import Header, is_segment, read_heading
from fieldapp_sync.segments.packing import WITH_HISTORY
from fieldapp_sync.wire import second

VILLAGE, OTHER = "990101001201", "990101001202"
PASSPHRASE = "four invented words here"
TODAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _small_villages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "LEAST_COMMITS", 20)
    monkeypatch.setattr(bootstraps, "SMALL_LOG", 1000)
    monkeypatch.setattr(bootstraps, "WORTH", 2.0)


def add_many(vault: Any, count: int, scope: str = VILLAGE) -> list[str]:
    made = []
    for at in range(count):
        change = Change("household", None, "add", {"household_no": f"H{at:04}", "address": f"东沟组 {at} 号"})
        made += [record for _, record in save(vault, scope, "edit", [change], seen={}).changed]
    for record in made:
        change = Change("household", record, "set", {"phone": "139" + record[-8:]})
        save(vault, scope, "edit", [change], seen=seen_of(vault, scope))
    return made


@pytest.fixture
def filled(hub: Any, make_vault: Any) -> Any:
    """A hub that holds a village of 30 households, written by laptop a."""
    a = make_vault("a")
    hub.pair(a)
    add_many(a, 30)
    hub.sync(a)
    return a


def theirs(hub: Any) -> dict[str, Any]:
    with hub.archive.held() as ledger:
        return {VILLAGE: dict(ledger.vector(VILLAGE))}


def test_a_new_laptop_takes_the_base_and_goes_on_by_pulling(
    hub: Any, make_vault: Any, writer: Any, filled: Any, shown: Any
) -> None:
    b = make_vault("b")
    hub.pair(b)
    connection = connect(b)
    assert bootstrap.needed(b, theirs(hub), TODAY) == (VILLAGE,)
    begun = bootstrap.take(b, connection, VILLAGE, TODAY)
    assert begun is not None
    assert begun.rows == 30
    assert bootstrap.needed(b, theirs(hub), TODAY) == ()
    connection.close()
    assert shown(b) == shown(filled)
    assert digest(b.ledger, VILLAGE) == digest(filled.ledger, VILLAGE)
    (held,) = manifests(b.ledger, VILLAGE)
    assert held_bytes(b.ledger, held[0].hash) == held[0].bytes, "kept as the hub signed it, to be handed on"
    writer(filled).add_household("later")
    hub.sync(filled)
    assert hub.sync(b).received == 1
    writer(b).add_household("from b")
    hub.sync(b)
    assert hub.sync(filled).received == 1
    assert shown(b) == shown(filled)
    assert examine(b) == ()


def test_what_is_held_since_a_base_is_a_window_for_what_comes_after_and_nothing_before_it(
    hub: Any, make_vault: Any, filled: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    b = make_vault("b")
    hub.pair(b)
    connection = connect(b)
    assert bootstrap.take(b, connection, VILLAGE, TODAY) is not None
    connection.close()
    (base,) = (seq for (seq,) in b.db.execute("select seq from base_stream").fetchall())
    records = [record for (record,) in b.db.execute("select id from household").fetchall()]
    heads: list[Header] = []
    real = second.read_frames

    def noted(source: Any) -> Any:
        for content in real(source):
            if is_segment(content):
                heads.append(read_heading(content).header)
            yield content

    monkeypatch.setattr(second, "read_frames", noted)
    sent = []
    for number in (1, 2):
        for record in records:
            save(
                filled,
                VILLAGE,
                "edit",
                [Change("household", record, "set", {"address": f"{number}"})],
                seen={},
            )
        hub.sync(filled)
        assert hub.sync(b).received == len(records)
        sent.append(heads.copy())
        heads.clear()
    first, later = sent
    assert all(head.pack not in WITH_HISTORY for head in first if head.first == base + 1)
    assert later[0].pack in WITH_HISTORY
    assert base < later[0].after <= later[0].first


def test_a_download_that_was_cut_goes_on_where_it_was(
    hub: Any, make_vault: Any, filled: Any, monkeypatch: pytest.MonkeyPatch, shown: Any
) -> None:
    monkeypatch.setattr(bootstrap, "PIECE", 512)
    b = make_vault("b")
    hub.pair(b)
    connection = connect(b)
    told: list[int] = []
    assert (
        bootstrap.take(b, connection, VILLAGE, TODAY, lambda d, _: told.append(d), lambda: len(told) >= 3)
        is None
    )
    (manifest, _), *_rest = manifests(b.ledger, VILLAGE)
    assert 0 < held_bytes(b.ledger, manifest.hash) == told[-1] < manifest.bytes
    assert shown(b) == {}
    real, asked = connection.streaming, []
    monkeypatch.setattr(connection, "streaming", lambda *args: asked.append(args[1]) or real(*args))
    sizes: list[int] = []
    send = connection.send

    def noted(method: str, path: str, *more: Any) -> bytes:
        reply = send(method, path, *more)
        sizes.append(len(reply))
        return reply

    connection.send = noted  # type: ignore[method-assign]
    assert bootstrap.take(b, connection, VILLAGE, TODAY) is not None
    assert sizes == [len(b'{"same":true}')], "what the base is was told before"
    assert asked == [f"/v2/bootstrap/{manifest.hash}/{told[-1]}"]
    connection.close()
    assert shown(b) == shown(filled)


def test_a_base_changed_on_the_way_or_signed_by_a_stranger_is_refused(
    hub: Any, make_vault: Any, filled: Any, monkeypatch: pytest.MonkeyPatch, shown: Any
) -> None:
    b = make_vault("b")
    hub.pair(b)
    connection = connect(b)
    real = connection.ask

    def forged(**changed: Any) -> None:
        def ask(path: str, message: Any, shape: Any) -> Any:
            reply = real(path, message, shape)
            return msgspec.structs.replace(reply, manifest=msgspec.structs.replace(reply.manifest, **changed))

        monkeypatch.setattr(connection, "ask", ask)

    forged(by="00" * 32)
    assert bootstrap.take(b, connection, VILLAGE, TODAY) is None, (
        "a hub nobody answers for: its log is pulled, judged"
    )
    for changed in ({"rows": 1}, {"vector": {}}, {"sig": ""}, {"scope": OTHER}):
        forged(**changed)
        with pytest.raises(SyncError) as refused:
            bootstrap.take(b, connection, VILLAGE, TODAY)
        assert refused.value.code == "bootstrap.stranger"
    monkeypatch.setattr(connection, "ask", real)
    with monkeypatch.context() as patch:
        patch.setattr(
            bootstrap, "_pieces", lambda source: [source.read(100), b"x" + source.read(1 << 20)[1:]]
        )
        with pytest.raises(SyncError) as refused:
            bootstrap.take(b, connection, VILLAGE, TODAY)
    assert refused.value.code == "bootstrap.damaged"
    assert (shown(b), manifests(b.ledger, VILLAGE)) == ({}, ())
    assert bootstrap.take(b, connection, VILLAGE, TODAY) is not None, "the control: as it comes it is taken"
    connection.close()


def test_nobody_gets_a_village_that_is_not_his(hub: Any, make_vault: Any, filled: Any) -> None:
    stranger = make_vault("c", OTHER)
    hub.pair(stranger, OTHER, account="other team")
    connection = connect(stranger)
    with pytest.raises(SyncError):
        bootstrap.take(stranger, connection, VILLAGE, TODAY)
    own = connect(filled)
    own.ask("/v2/bootstrap", bootstrap.BootstrapAsk(VILLAGE, {}), bootstrap.BootstrapOffer)
    with hub.archive.held() as ledger:
        (manifest, _), *_rest = manifests(ledger, VILLAGE)
        places = [bootstrap.Dot(stream, seq) for stream, seq in ledger.vector(VILLAGE).items()]
    with pytest.raises(SyncError):
        connection.send("GET", f"/v2/bootstrap/{manifest.hash}/0")
    assert bootstrap.chains_at(connection)(places) == [None] * len(places)
    assert None not in bootstrap.chains_at(own)(places), "the control: who may ask is told"
    assert len(own.send("GET", f"/v2/bootstrap/{manifest.hash}/0")) == manifest.bytes
    own.close()
    connection.close()


def test_a_small_log_is_pulled(
    hub: Any, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstraps, "SMALL_LOG", 1 << 20)
    a, b = make_vault("a"), make_vault("b")
    hub.pair(a)
    hub.pair(b)
    add_many(a, 30)
    hub.sync(a)
    connection = connect(b)
    assert bootstrap.take(b, connection, VILLAGE, TODAY) is None
    connection.close()
    assert hub.sync(b).received == 60


def test_near_a_busy_hub_fresh_commits_are_pulled_and_far_away_the_base_is_taken(
    hub: Any, make_vault: Any, filled: Any, monkeypatch: pytest.MonkeyPatch, shown: Any
) -> None:
    near, far = make_vault("near"), make_vault("far")
    hub.pair(near)
    hub.pair(far)
    # By this clock each hello takes a second, as when the hub is busy.
    monkeypatch.setattr(round_module, "monotonic", count().__next__)
    monkeypatch.setattr(link, "_SLOW_TRIP", 0.9)
    assert hub.sync(near).received == 60
    monkeypatch.setattr(link, "_SLOW_TRIP", 0.0)
    assert hub.sync(far).received == 0, "all came with the base"
    assert shown(far) == shown(near) == shown(filled)


_TAKE = """
import sys, datetime
from pathlib import Path
from fieldapp.store import open_vault
from fieldapp.store.growing import bootstrap as begun
from fieldapp_sync.bases import bootstrap
from fieldapp_sync.authority.pairing import connect
bootstrap.PIECE = 512
place = sys.argv[3]
real = begun.load_part
def telling(*args):
    print("part", flush=True)
    sys.stdin.readline() if place == "apply" else None
    return real(*args)
begun.load_part = telling
vault = open_vault(Path(sys.argv[1]), sys.argv[2])
def progress(done, whole):
    if place == "fetch":
        print(done, flush=True)
        sys.stdin.readline()
bootstrap.take(vault, connect(vault), "990101001201", datetime.date(2026, 6, 1), progress)
print("done", flush=True)
"""


@pytest.mark.parametrize("place", ["fetch", "apply"])
def test_a_process_killed_in_between_has_nothing_half(
    place: str, hub: Any, make_vault: Any, filled: Any, shown: Any
) -> None:
    b = make_vault("b")
    hub.pair(b)
    path: Path = b.path
    b.close()
    child = subprocess.Popen(
        [sys.executable, "-c", _TAKE, str(path), PASSPHRASE, place],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdin is not None
    for _ in range(2 if place == "fetch" else 1):
        assert child.stdout.readline().strip() not in ("", "done")
        child.stdin.write("\n")
        child.stdin.flush()
    child.stdout.readline()
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    child.stdin.close()
    child.stdout.close()
    with open_vault(path, PASSPHRASE) as again:
        assert shown(again) == {}
        (manifest, _), *_rest = manifests(again.ledger, VILLAGE)
        assert held_bytes(again.ledger, manifest.hash) > 0, "what had arrived is kept"
        connection = connect(again)
        assert bootstrap.needed(again, theirs(hub), TODAY) == (VILLAGE,)
        assert bootstrap.take(again, connection, VILLAGE, TODAY) is not None
        connection.close()
        assert shown(again) == shown(filled)
        assert examine(again) == ()


def test_a_laptop_silent_for_200_days_uploads_and_begins_anew_with_all_that_is_its_own(
    hub: Any, make_vault: Any, writer: Any, filled: Any, shown: Any
) -> None:
    b = make_vault("b")
    hub.pair(b)
    hub.sync(b)
    mine = writer(b).add_household("b's own")
    hub.sync(b)
    with b.transaction():
        note_heard(b.ledger, TODAY - timedelta(days=200))
    draft = open_draft(b, "survey", "1", mine, None)
    unsent = writer(b).add_household("written while silent")
    hub.sync(filled)
    for record in list(shown(filled))[:10]:
        writer(filled).set(record, phone="13700000000")
    hub.sync(filled)
    assert bootstrap.is_silent(b, TODAY)
    assert not bootstrap.is_silent(b, TODAY - timedelta(days=30)), "the control: 170 days are no silence"
    before = b.replica
    connection = connect(b)
    from fieldapp.store.streams import segments_after
    from fieldapp_sync.segments.frames import pack_segment

    with hub.archive.held() as ledger:
        known = dict(ledger.vector(VILLAGE))
    assert list(map(pack_segment, segments_after(b.ledger, VILLAGE, known)))
    _push_only(hub, b, known)
    since = writer(b).add_household("written after the upload")
    assert bootstrap.needed(b, theirs(hub), TODAY) == (VILLAGE,)
    begun = bootstrap.take(b, connection, VILLAGE, TODAY)
    connection.close()
    assert begun is not None
    assert begun.above == 1
    assert {mine, unsent, since} <= shown(b).keys()
    assert b.db.execute("select id from draft").fetchall() == [(draft.id,)]
    assert b.replica == before
    hub.sync(b)
    hub.sync(filled)
    assert shown(b) == shown(filled)
    assert digest(b.ledger, VILLAGE) == digest(filled.ledger, VILLAGE)
    assert examine(b) == ()


def _push_only(hub: Any, vault: Any, known: dict[str, int]) -> None:
    from fieldapp.store.intake import receive
    from fieldapp.store.streams import segments_after

    with hub.archive.held() as ledger:
        for segment in segments_after(vault.ledger, VILLAGE, known):
            receive(ledger, segment)
