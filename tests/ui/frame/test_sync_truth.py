"""The badge tells the truth after every save, round, refusal and restart, whoever did it, by icon and by word."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from fieldapp.store import Vault
from fieldapp.store.authority.heads import Alarm, raise_alarm
from fieldapp.store.receipts import Counts
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import Archive, open_archive
from fieldapp_server.devices import devices, pairing_code, revoke_device
from fieldapp_server.serving import serving
from fieldapp_sync.authority.pairing import pair
from fieldapp_ui.background.auto_sync import AutoSync
from fieldapp_ui.background.rhythm import QUIET
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.standing import Facts, read_facts, standing_of
from fieldapp_ui.windows.frame import Frame

VILLAGE = "990101001201"
DAY_MS = 86_400_000
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def punctual(vault: Vault) -> Vault:
    """The vault with the clock that its hub has too."""
    vault.work_with(replace(vault.session, clock=now_ms))
    vault.clock = now_ms
    return vault


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "hub") as made:
        add_account(made, "team", "team", (VILLAGE,))
        yield made


def pair_with(vault: Vault, archive: Archive, url: str) -> None:
    pair(vault, url, pairing_code(archive, "team", now_ms()))


def edit(vault: Vault, name: str) -> None:
    village = Change("village", vault.new_id(), "add", {"name": name})
    save(vault, VILLAGE, "edit", [village], seen=seen_of(vault, VILLAGE), label="")


def a_round(qtbot: Any, desk: Desk) -> None:
    desk.rounds.start(desk, by_hand=False)
    qtbot.waitUntil(lambda: not desk.rounds.busy, timeout=20_000)


def test_a_save_stands_in_the_badge_at_once(frame: Frame, desk: Desk) -> None:
    assert frame.top.badge.text() == "To send 13 · Township 0 · County 0 · Not paired"
    desk.deeds.do("a village", lambda: save(desk.vault, VILLAGE, "edit", [_village(desk.vault)], seen={}))
    assert frame.top.badge.text().startswith("To send 14 ")
    desk.deeds.undo()
    assert frame.top.badge.text().startswith("To send 15 ")


def _village(vault: Vault) -> Change:
    return Change("village", vault.new_id(), "add", {"name": "后庄村"})


def test_a_save_of_a_thread_that_tells_nobody_is_seen_within_a_moment(
    qtbot: Any, frame: Frame, desk: Desk
) -> None:
    desk.tasks.start_with_vault(lambda vault, _: edit(vault, "后庄村"))
    qtbot.waitUntil(lambda: frame.top.badge.text().startswith("To send 14 "), timeout=5_000)


def test_a_round_in_the_background_turns_the_badge_while_it_runs_and_after_it(
    qtbot: Any, punctual: Vault, frame: Frame, desk: Desk, archive: Archive
) -> None:
    badge = frame.top.badge
    with serving(archive) as url:
        pair_with(desk.vault, archive, url)
        badge.look()
        assert badge.text().endswith("Never synchronised")
        desk.rounds.start(desk, by_hand=False)
        assert badge.text().endswith("Synchronising")
        qtbot.waitUntil(lambda: not desk.rounds.busy, timeout=20_000)
    assert badge.text() == "To send 0 · Township 0 · County 13 · At the county"
    assert badge.standing is not None
    assert badge.standing.state == "fine"
    assert "Synchronised today" in frame.status._link.text()


def test_a_failure_stands_there_with_its_reason_and_after_a_restart_too(
    qtbot: Any, punctual: Vault, frame: Frame, desk: Desk, archive: Archive
) -> None:
    with serving(archive) as url:
        pair_with(desk.vault, archive, url)
    a_round(qtbot, desk)
    badge = frame.top.badge
    assert badge.text() == "To send 13 · Township 0 · County 0 · Failed"
    assert "does not answer" in badge.toolTip()
    again = standing_of(read_facts(desk.vault), now_ms(), running=False, link_up=True)
    assert badge.standing == again
    badge.setFocus()
    qtbot.keyClick(badge, Qt.Key.Key_Space)
    page: Any = frame.page
    assert page.title() == "Synchronise"
    assert page.state.word.text() == "✕ Failed"
    assert "does not answer" in page.state.why.text()
    assert "Not synchronised: The hub at" in page.happened.said[0]


def test_a_hub_that_shut_this_computer_out_is_told_apart_from_a_bad_line(
    qtbot: Any, punctual: Vault, frame: Frame, desk: Desk, archive: Archive
) -> None:
    with serving(archive) as url:
        pair_with(desk.vault, archive, url)
        a_round(qtbot, desk)
        ((device, _),) = devices(archive)
        revoke_device(archive, device.id)
        edit(desk.vault, "后庄村")
        a_round(qtbot, desk)
    badge = frame.top.badge
    assert badge.text() == "To send 1 · Township 0 · County 13 · Not let in"
    assert "ask the station to pair it again" in badge.toolTip()


def test_a_wrong_clock_is_shown_with_both_times(
    qtbot: Any, frame: Frame, desk: Desk, archive: Archive
) -> None:
    with serving(archive) as url:
        pair_with(desk.vault, archive, url)
        a_round(qtbot, desk)
        for _ in range(2):
            standing = frame.top.badge.standing
            assert standing is not None
            assert (standing.state, standing.counts.here) == ("clock", 0)
            # A round that has nothing to do says it too.
            a_round(qtbot, desk)
    standing = frame.top.badge.standing
    assert standing is not None
    year = str(desk.vault.clock() // (DAY_MS * 365) + 1970)
    assert f"here it was {year}-" in standing.why
    assert "at the hub 20" in standing.why


def test_two_histories_under_one_name_are_an_alarm_whatever_else_is_the_matter(
    frame: Frame, desk: Desk
) -> None:
    raise_alarm(desk.vault.ledger, Alarm("s", 7, "chain", VILLAGE, "r" * 16, "a", "b", "c"))
    frame.top.badge.look()
    assert frame.top.badge.text().endswith("Alarm")
    assert "tell your station" in frame.top.badge.toolTip()


def test_without_a_network_it_says_how_long_already(
    frame: Frame, desk: Desk, punctual: Vault, archive: Archive
) -> None:
    with serving(archive) as url:
        pair_with(desk.vault, archive, url)
    with desk.vault.transaction():
        desk.vault.ledger.set_meta("last_exchange", str(now_ms() - 8 * DAY_MS))
    desk.rounds.note_link(up=False)
    assert frame.top.badge.text().endswith("Offline · day 9")
    assert frame.status._link.text() == "Offline · day 9"
    assert "USB stick" in frame.top.badge.toolTip()


def test_a_laptop_synchronises_by_itself_after_a_save_and_not_while_it_is_switched_off(
    qtbot: Any,
    punctual: Vault,
    frame: Frame,
    desk: Desk,
    archive: Archive,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("SETTLE", "LONGEST_SETTLE", "LEAST_GAP", "FIRST_LINK"):
        monkeypatch.setattr(f"fieldapp_ui.background.rhythm.{name}", 0.05)
    auto = AutoSync(desk, frame)
    auto.rhythm.link(0, up=True)
    desk.deeds.tell(())
    assert auto.next_at is None
    with serving(archive) as url:
        pair_with(desk.vault, archive, url)
        desk.deeds.tell(())
        qtbot.waitUntil(lambda: frame.top.badge.text().startswith("To send 0 "), timeout=20_000)
        qtbot.waitUntil(lambda: not desk.rounds.busy)
        edit(desk.vault, "后庄村")
        desk.deeds.tell(())
        qtbot.waitUntil(lambda: frame.top.badge.text().startswith("To send 0 · Township 0 · County 14"))
        qtbot.waitUntil(lambda: not desk.rounds.busy)
        desk.settings.change(auto_sync=False)
        edit(desk.vault, "新庄村")
        desk.deeds.tell(())
        assert auto.next_at is None
        assert frame.top.badge.text().startswith("To send 1 ")


def test_a_round_by_hand_during_one_by_itself_follows_it_at_once(
    qtbot: Any, punctual: Vault, frame: Frame, desk: Desk, archive: Archive
) -> None:
    begun: list[bool] = []
    ended: list[Any] = []
    desk.rounds.began.connect(lambda: begun.append(desk.rounds.by_hand))
    desk.rounds.ended.connect(ended.append)
    with serving(archive) as url:
        pair_with(desk.vault, archive, url)
        desk.navigator.go(Place("sync"))
        desk.rounds.start(desk, by_hand=False)
        qtbot.keyClick(frame, Qt.Key.Key_S, CONTROL | SHIFT)
        assert begun == [False]
        qtbot.waitUntil(lambda: len(ended) == 2, timeout=20_000)
    assert begun == [False, True]
    page: Any = frame.page
    assert page.words["now"].text() == "✓ Synchronised: nothing new."


def test_never_two_rounds_at_once_and_a_stopped_one_ends_first(
    qtbot: Any, punctual: Vault, frame: Frame, desk: Desk, archive: Archive
) -> None:
    ended: list[Any] = []
    desk.rounds.ended.connect(ended.append)
    with serving(archive) as url:
        pair_with(desk.vault, archive, url)
        assert desk.rounds.start(desk, by_hand=True)
        desk.rounds.stop()
        assert not desk.rounds.start(desk, by_hand=True)
        assert desk.rounds.busy
        assert frame.top.badge.text().endswith("Synchronising")
        qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
        a_round(qtbot, desk)
    assert ended[0].outcome.cancelled
    assert len(ended) == 2
    assert frame.top.badge.text().startswith("To send 0 ")


def test_a_quiet_laptop_comes_again_after_a_quarter_of_an_hour(
    qtbot: Any, punctual: Vault, frame: Frame, desk: Desk, archive: Archive
) -> None:
    auto = AutoSync(desk, frame)
    auto.rhythm.link(0, up=True)
    with serving(archive) as url:
        pair_with(desk.vault, archive, url)
        desk.deeds.tell(())
        a_round(qtbot, desk)
    from time import monotonic

    assert auto.next_at is not None
    assert QUIET - 60 < auto.next_at - monotonic() < QUIET * 1.3


def test_the_switches_of_the_settings_hold_at_once(qtbot: Any, frame: Frame, desk: Desk) -> None:
    desk.navigator.go(Place("settings"))
    page: Any = frame.page
    assert (page.sync.by_itself.isChecked(), page.sync.originals.isChecked()) == (True, False)
    for box in (page.sync.by_itself, page.sync.originals):
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert not desk.settings.value.auto_sync
    assert desk.vault.ledger.meta("originals_anywhere") == "1"
    qtbot.keyClick(page.sync.originals, Qt.Key.Key_Space)
    assert desk.vault.ledger.meta("originals_anywhere") == ""


def test_the_foot_of_the_window_and_the_badge_say_the_same_after_the_language_changes(
    frame: Frame, desk: Desk, households: Callable[[int], str]
) -> None:
    before = frame.top.badge.standing
    desk.language.use("zh_CN")
    after = frame.top.badge.standing
    assert before is not None
    assert after is not None
    assert (after.state, after.counts) == (before.state, before.counts)
    assert frame.top.badge.text() == "待送 13 · 乡 0 · 县 0 · 未配对"


def test_the_foot_says_when_it_synchronised_so_that_what_waits_later_does_not_contradict_it(
    qtbot: Any, punctual: Vault, frame: Frame, desk: Desk, archive: Archive
) -> None:
    with serving(archive) as url:
        pair_with(desk.vault, archive, url)
        desk.rounds.start(desk, by_hand=True)
        qtbot.waitUntil(lambda: not desk.rounds.busy, timeout=20_000)
    time = desk.now().strftime("%H:%M")
    assert frame.status.sentence == f"{time} synchronised"
    edit(desk.vault, "新庄村")
    qtbot.waitUntil(lambda: frame.top.badge.text().startswith("To send 1 "), timeout=5_000)
    assert frame.status.sentence == f"{time} synchronised", "true of that minute, whoever saved since"
    desk.deeds.tell(())
    assert "saved" in frame.status.sentence


def test_a_station_without_a_county_does_not_say_that_all_is_sent() -> None:
    alone = Facts(
        Counts(0, 0, 0), paired=True, last_ms=now_ms(), round=None, alarm=None, upward=True, has_hub=False
    )
    told = standing_of(alone, now_ms(), running=False, link_up=True)
    assert (told.state, told.word) == ("waiting", "Not at the county")
    with_county = replace(alone, has_hub=True)
    assert standing_of(with_county, now_ms(), running=False, link_up=True).state == "fine"
