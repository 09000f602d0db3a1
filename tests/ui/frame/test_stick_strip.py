"""A stick is plugged in: the strip at the foot of any page says what it carries, and one key takes it in."""

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer

from fieldapp.store import Vault
from fieldapp.store.records import count
from fieldapp.store.save import Change, save, seen_of
from fieldapp_sync.authority.pairing import trust
from fieldapp_sync.bundles import bundle_recipient, export_bundle, folder_on, import_bundle, parts_of
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.windows.frame import Frame

VILLAGE = "990101001201"
NOTICED_MS = 3_000
SMALL = (("writing._LEAST_BODY", 900), ("writing.PART_BYTES", 900), ("outgoing.SEGMENT_BYTES", 1000))


def to_stick(source: Vault, target: Vault, stick: Path) -> tuple[Path, ...]:
    recipient = bundle_recipient(target)
    return parts_of(export_bundle(source, folder_on(stick, recipient), recipient))


def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, size in SMALL:
        monkeypatch.setattr(f"fieldapp_sync.bundles.{name}", size)


def said(frame: Frame) -> str:
    return frame.sticks.strip.outcome.words


def wait_offer(qtbot: Any, frame: Frame) -> str:
    strip = frame.sticks.strip
    qtbot.waitUntil(lambda: strip.isVisible() and bool(strip.words.text()), timeout=NOTICED_MS)
    return str(strip.words.text())


def wait_said(qtbot: Any, frame: Frame) -> str:
    qtbot.waitUntil(lambda: frame.sticks.strip.outcome.said.isVisible(), timeout=10_000)
    return said(frame)


def test_a_stick_with_a_bundle_is_noticed_and_one_key_takes_it_in_and_writes_the_receipt(
    qtbot: Any, frame: Frame, desk: Desk, colleague: Vault, sticks: Any
) -> None:
    trust(desk.vault, colleague.device.public)
    before = count(desk.vault, "household")
    stick = sticks.plug()
    to_stick(colleague, desk.vault, stick)
    words = wait_offer(qtbot, frame)
    assert words.startswith("USB stick KINGSTON: 1 bundles for this computer (")
    qtbot.keyClick(frame, Qt.Key.Key_F12)
    told = wait_said(qtbot, frame)
    assert told.startswith("✓ From 柳树沟村: 1 new.")
    assert told.endswith("You may pull out KINGSTON now.")
    assert count(desk.vault, "household") == before + 1
    receipts = list(folder_on(stick, bundle_recipient(colleague)).glob("receipt-*.fab"))
    assert len(receipts) == 1
    import_bundle(colleague, *receipts, accept=desk.vault.device.fingerprint)
    # Another stick with news is not hidden by what was said of the first.
    strip = frame.sticks.strip
    to_stick(colleague, desk.vault, sticks.plug("NETAC"))
    assert strip.outcome.isVisible()
    qtbot.waitUntil(lambda: strip.words.isVisible() and "NETAC" in strip.words.text(), timeout=NOTICED_MS)
    sticks.pull("NETAC")
    qtbot.waitUntil(lambda: not strip.words.isVisible(), timeout=NOTICED_MS)
    # Read; and what was taken in once is not offered again: now the stick may carry what waits here.
    qtbot.keyClick(frame, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: "changes that wait" in frame.sticks.strip.words.text())


def test_a_list_of_mounts_that_hangs_keeps_nobody_from_typing(
    qtbot: Any, frame: Frame, sticks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, release, threads = threading.Event(), threading.Event(), []

    def hangs(_: str) -> tuple[tuple[Path, str], ...]:
        threads.append(threading.current_thread())
        asked.set()
        release.wait(10)
        return ()

    monkeypatch.setattr("fieldapp_sync.bundles.sticks.mounted", hangs)
    beats: list[int] = []
    beat = QTimer(interval=10)
    beat.timeout.connect(lambda: beats.append(1))
    beat.start()
    qtbot.waitUntil(asked.is_set, timeout=NOTICED_MS)
    begun = len(beats)
    qtbot.waitUntil(lambda: len(beats) > begun + 20)
    release.set()
    assert threading.main_thread() not in threads
    assert len(threads) == 1
    qtbot.waitUntil(lambda: not frame.desk.tasks.running)


def test_an_empty_stick_is_offered_for_what_waits_and_the_form_opens_on_it(
    qtbot: Any, frame: Frame, desk: Desk, sticks: Any
) -> None:
    sticks.plug()
    assert wait_offer(qtbot, frame).endswith("13 changes that wait can be written to it")
    assert frame.sticks.strip.write.isVisible()
    qtbot.keyClick(frame, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: desk.navigator.here == Place("sync"))


def test_put_off_it_is_silent_until_it_is_plugged_in_again(qtbot: Any, frame: Frame, sticks: Any) -> None:
    strip = frame.sticks.strip
    sticks.plug()
    wait_offer(qtbot, frame)
    strip.later.setFocus()
    qtbot.keyClick(strip.later, Qt.Key.Key_Space)
    assert not strip.isVisible()
    sticks.there.clear()
    qtbot.waitUntil(lambda: not strip._sticks.sticks, timeout=NOTICED_MS)
    sticks.plug()
    wait_offer(qtbot, frame)


def test_a_strangers_bundle_waits_until_the_digits_were_compared(
    qtbot: Any, frame: Frame, desk: Desk, colleague: Vault, sticks: Any
) -> None:
    before = count(desk.vault, "household")
    to_stick(colleague, desk.vault, sticks.plug())
    assert "an unknown computer" in wait_offer(qtbot, frame)
    qtbot.keyClick(frame, Qt.Key.Key_F12)
    assert wait_said(qtbot, frame).startswith("◌ Nothing was taken in yet")
    assert "pull out" not in said(frame)
    assert count(desk.vault, "household") == before
    strip = frame.sticks.strip
    (stranger,) = strip._sticks.strangers
    assert stranger.fingerprint == colleague.device.fingerprint
    qtbot.keyClick(frame, Qt.Key.Key_F12)
    qtbot.keyClick(frame.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: said(frame).startswith("✓ From 柳树沟村: 1 new."), timeout=10_000)
    assert count(desk.vault, "household") == before + 1


def test_a_damaged_part_is_named_the_others_come_in_and_the_missing_number_is_told(
    qtbot: Any, frame: Frame, desk: Desk, colleague: Vault, sticks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_parts(monkeypatch)
    for number in range(20):
        home = Change(
            "household", None, "add", {"household_no": f"{number}", "address": f"{number * 7919} " * 60}
        )
        save(colleague, VILLAGE, "edit", [home], seen=seen_of(colleague, VILLAGE))
    trust(desk.vault, colleague.device.public)
    parts = to_stick(colleague, desk.vault, sticks.plug())
    assert len(parts) >= 3
    flipped = bytearray(parts[1].read_bytes())
    flipped[-7] ^= 1
    parts[1].write_bytes(flipped)
    assert f"{len(parts)} files" in wait_offer(qtbot, frame)
    qtbot.keyClick(frame, Qt.Key.Key_F12)
    told = wait_said(qtbot, frame)
    assert f"✕ {parts[1].name}: This bundle file is damaged" in told
    assert "part 2 is missing" in told
    assert told.startswith(f"✕ {parts[1].name}")
    assert "\nFrom 柳树沟村: " in told


def test_the_strip_says_nothing_over_the_lock(qtbot: Any, frame: Frame, sticks: Any) -> None:
    strip = frame.sticks.strip
    frame.lock()
    sticks.plug()
    qtbot.waitUntil(lambda: bool(strip._sticks.sticks), timeout=NOTICED_MS)
    assert not strip.isVisible()
