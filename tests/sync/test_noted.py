"""A round as a person asks for it leaves a note with all that it told: that this was an old copy, that lines are gone."""

import shutil
from contextlib import nullcontext
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from fieldapp.errors import SyncError
from fieldapp.store import hand, open_vault
from fieldapp.store.finding.find import find
from fieldapp.store.growing.compaction import KEPT_DAYS, compact
from fieldapp.store.sync_notes import newest
from fieldapp_server.archive import open_archive
from fieldapp_server.serving import serving
from fieldapp_sync.rounds import noted, ways
from fieldapp_sync.rounds.noted import synchronise
from fieldapp_sync.segments.packing import bad_segment

PASSPHRASE = "four invented words here"


def test_a_vault_put_back_by_hand_has_it_in_its_notes(
    hub: Any, make_vault: Any, writer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FIELDAPP_STATE", str(tmp_path / "state"))
    vault = make_vault("a")
    hub.pair(vault)
    writer(vault).add_household("1")
    synchronise(vault)
    assert newest(vault, 1)[0].told == ()
    path = vault.path
    vault.close()
    shutil.copytree(path.parent, tmp_path / "old")
    with open_vault(path, PASSPHRASE) as later:
        writer(later).add_household("2")
        synchronise(later)
    shutil.rmtree(tmp_path / "state")
    shutil.rmtree(path.parent)
    shutil.copytree(tmp_path / "old", path.parent)
    with open_vault(path, PASSPHRASE) as again:
        outcome = synchronise(again)
        assert [one.code for one in outcome.told] == ["epochs.behind"]
        assert [one.sentence() for one in newest(again, 1)[0].told] == [
            one.sentence() for one in outcome.told
        ]


def test_a_centre_that_lost_what_is_no_longer_here_line_by_line_is_an_alarm_in_words(
    hub: Any, make_vault: Any, writer: Any, tmp_path: Path
) -> None:
    vault = make_vault("a")
    hub.pair(vault)
    home = writer(vault).add_household("1")
    synchronise(vault)
    today = date(2126, 1, 1)
    compact(vault, today)
    assert compact(vault, today + timedelta(days=KEPT_DAYS), least=1).villages == 1
    writer(vault).set(home, phone="13900000000")
    assert synchronise(vault).told == ()
    with open_archive(tmp_path / "empty") as archive, serving(archive) as url:
        type(hub)(archive, url).pair(vault)
        outcome = synchronise(vault)
        assert [(one.code, one.severity) for one in outcome.told] == [("dropped.centre", "error")]
        assert "had confirmed" in newest(vault, 1)[0].told[0].sentence()


def test_what_came_before_a_round_was_cut_can_be_searched_at_once(
    hub: Any, make_vault: Any, writer: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, control = (make_vault(name) for name in ("a", "b", "control"))
    for vault in (a, b, control):
        hub.pair(vault)
    for number in range(30):
        writer(a).add_household(f"{number}", address="东沟组")
    synchronise(a)
    writer(a).add_household("later", address="西坡组")
    monkeypatch.setattr(hand, "MANY", 5)
    real = ways.receive

    def cut(ledger: Any, segment: Any) -> Any:
        real(ledger, segment)
        raise bad_segment()

    monkeypatch.setattr(ways, "receive", cut)

    def waits(vault: Any) -> int:
        return len(vault.db.execute("select * from unindexed").fetchall())

    with pytest.raises(SyncError):
        synchronise(b)
    assert waits(b) == 0
    assert len(find(b, "东沟", limit=50)) == 30
    monkeypatch.setattr(noted, "indexing_after", nullcontext)
    with pytest.raises(SyncError):
        synchronise(control)
    assert waits(control) == 1, "the control: without it they wait for the next search"
