"""Sticks and rounds beside each other: a gap that a round closes, lines that only the county still has."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from fieldapp.store.growing.compaction import KEPT_DAYS, compact
from fieldapp.store.receipts import note_receipt
from fieldapp.store.streams import digest, vector
from fieldapp.store.sync_notes import newest
from fieldapp_sync.authority.pairing import connect
from fieldapp_sync.bundles import bundle_recipient, export_bundle, import_bundle, parts_of
from fieldapp_sync.bundles.preview import left_out, preview
from fieldapp_sync.bundles.waiting import count_waiting
from fieldapp_sync.rounds.noted import synchronise
from fieldapp_sync.rounds.round import sync_once

VILLAGE = "990101001201"
TODAY = date(2026, 1, 10)


def round_alone(vault: Any) -> None:
    """A round as the page does not ask for it: without what is done after one."""
    connection = connect(vault)
    try:
        sync_once(vault, connection)
    finally:
        connection.close()


def test_what_a_part_left_waiting_is_taken_in_once_a_round_has_closed_its_gap(
    hub: Any, make_vault: Any, writer: Any, tmp_path: Path, shown: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldapp_sync.bundles.writing._room", lambda manifest: 1_500)
    monkeypatch.setattr("fieldapp_sync.bundles.outgoing.SEGMENT_BYTES", 1_000)
    a, b = make_vault("a"), make_vault("b")
    for vault in (a, b):
        hub.pair(vault)
    for at in range(11):
        writer(a).add_household(str(at), address=f"东沟组 {at} 号")
    round_alone(a)
    writer(a).add_household("here alone")
    last = parts_of(export_bundle(a, tmp_path / "stick", bundle_recipient(b)))[-1]
    late = import_bundle(b, last, accept=a.device.fingerprint)
    assert late.applied == 0
    assert late.waiting > 0
    round_alone(b)
    assert len(shown(b)) == 11
    assert count_waiting(b) > 0, "the control: it waits still"
    synchronise(b)
    assert count_waiting(b) == 0
    assert shown(b) == shown(a)
    assert digest(a.ledger, VILLAGE) == digest(b.ledger, VILLAGE)


def test_a_bundle_says_of_which_village_its_writer_no_longer_has_the_older_part(
    make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    a, b = make_vault("a"), make_vault("b")
    home = writer(a).add_household("1")
    assert left_out(a, bundle_recipient(b)) == ()
    for stream, seq in vector(a.ledger, VILLAGE).items():
        note_receipt(a, "central", stream, seq)
    compact(a, TODAY)
    assert compact(a, TODAY + timedelta(days=KEPT_DAYS), least=1).villages == 1
    writer(a).set(home, phone="13900000000")
    (told,) = left_out(a, bundle_recipient(b))
    assert "kept at the county alone" in told.sentence()
    assert preview(a, bundle_recipient(b)).commits == 0
    first = export_bundle(a, tmp_path / "stick", bundle_recipient(b))
    assert [one.sentence() for one in newest(a, 1)[0].told] == [told.sentence()]
    imported = import_bundle(b, first, accept=a.device.fingerprint)
    assert (imported.applied, vector(b.ledger, VILLAGE)) == (0, {})
