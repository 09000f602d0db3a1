"""The doors: unlock, welcome, settings. Wrong is said in a sentence, the window stays alive, nothing is kept twice."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from fieldapp.store import Vault, open_vault
from fieldapp.store.backup import backup
from fieldapp.store.records import rows
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.main import Session
from fieldapp_ui.settings import Settings
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.settings import SettingsPage
from fieldapp_ui.windows.unlock import UnlockWindow
from fieldapp_ui.windows.welcome import Beginning, WelcomeWindow, check_beginning

PASSPHRASE = "four quiet mountain goats"
Key = Qt.Key


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    """A session that has not opened anything; closed with its windows."""
    made = Session(qapp, Settings(tmp_path / "desktop.json"))
    yield made
    if made.windows.frame is not None:
        made.windows.frame.close()
    made.stop()


@pytest.fixture
def copied(sealed_vault: Path, tmp_path: Path) -> Path:
    """A closed copy of the village's vault."""
    for file in sealed_vault.parent.iterdir():
        if file.is_file() and file.suffix != ".lock":
            (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path / sealed_vault.name


def test_a_wrong_passphrase_is_said_and_the_right_one_opens_the_frame(
    qtbot: Any, session: Session, copied: Path
) -> None:
    door = session.start(copied)
    assert isinstance(door, UnlockWindow)
    qtbot.keyClicks(door.panel.line, "not this one")
    qtbot.keyClick(door.panel.line, Key.Key_Return)
    qtbot.waitUntil(
        lambda: door.panel.error.text() == "✕ The passphrase is wrong. Try again.", timeout=10_000
    )
    assert door.panel.line.selectedText() != ""
    door.panel.line.setText(PASSPHRASE)
    qtbot.keyClick(door.panel.line, Key.Key_Return)
    qtbot.waitUntil(lambda: session.windows.frame is not None, timeout=10_000)
    assert session.windows.frame is not None
    assert session.windows.frame.isVisible()
    assert session.windows.frame.isMaximized(), "the screen of the test is smaller than the window"
    assert session.settings.value.vault == str(copied)


def test_caps_lock_is_hinted_and_shift_is_not(qtbot: Any, session: Session, copied: Path) -> None:
    door = session.start(copied)
    assert isinstance(door, UnlockWindow)
    qtbot.keyClick(door.panel.line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert door.panel.hint.isHidden()
    qtbot.keyClick(door.panel.line, "A")
    assert not door.panel.hint.isHidden()
    qtbot.keyClick(door.panel.line, "a")
    assert door.panel.hint.isHidden()
    assert door.panel.line.echoMode() == QLineEdit.EchoMode.Password


def test_the_first_start_makes_a_register_and_shows_the_recovery_key_once(
    qtbot: Any, session: Session, tmp_path: Path
) -> None:
    door = session.start(tmp_path / "new" / "register.vault")
    assert isinstance(door, WelcomeWindow)
    assert door.height() <= door.screen().availableSize().height()
    door.worker.setText("王队长")
    door.passphrase.setText(PASSPHRASE)
    door.again.setText("four quiet")
    door.village.setText("990101001201")
    qtbot.mouseClick(door.make, Qt.MouseButton.LeftButton)
    assert "differ" in door.error.text()
    door.again.setText(PASSPHRASE)
    qtbot.mouseClick(door.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: door.recovery is not None, timeout=10_000)
    assert door.recovery is not None
    qtbot.mouseClick(door.recovery, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.windows.frame is not None)
    frame = session.windows.frame
    assert frame is not None
    qtbot.waitUntil(lambda: not frame.desk.tasks.running)
    assert frame.desk.vault.worker.name == "王队长"


@pytest.mark.parametrize(
    "given, code",
    [
        (Beginning("", PASSPHRASE, PASSPHRASE, "990101001201", ("cn-base",)), "welcome.name"),
        (Beginning("王", "short", "short", "990101001201", ("cn-base",)), "welcome.short"),
        (Beginning("王", PASSPHRASE, PASSPHRASE, "9901", ("cn-base",)), "welcome.village"),
        (Beginning("王", PASSPHRASE, PASSPHRASE, "990101001201", ()), "welcome.packs"),
    ],
)
def test_what_is_missing_at_the_first_start_is_said(given: Beginning, code: str) -> None:
    found = check_beginning(given)
    assert found is not None
    assert found.code == code


def test_settings_hold_at_once_and_are_kept(qtbot: Any, frame: Frame, desk: Desk) -> None:
    desk.navigator.go(Place("settings"))
    page: Any = frame.page
    assert isinstance(page, SettingsPage)
    page.chips["language:zh_CN"].click()
    assert frame.page is not None
    assert frame.page.title() == "设置"
    page = frame.page
    page.chips["size:150"].click()
    page = frame.page
    page.chips["theme:dark"].click()
    page = frame.page
    page.chips["idle:5"].click()
    value = desk.settings.value
    assert (value.language, value.text_size, value.theme, value.idle_minutes) == ("zh_CN", 150, "dark", 5)
    assert (desk.theme.name, desk.theme.text_size) == ("dark", 150)


def test_the_passphrase_is_changed_only_with_the_old_one(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault
) -> None:
    desk.navigator.go(Place("settings"))
    page: Any = frame.page
    new = "five loud valley sheep"
    for old, answer in (
        ("wrong", "✕ The passphrase is wrong. Try again."),
        (PASSPHRASE, "✓ The passphrase is changed."),
    ):
        page.old.setText(old)
        page.new.setText(new)
        page.again.setText(new)
        qtbot.mouseClick(page.change, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda answer=answer: page.answer.text() == answer, timeout=10_000)
    assert vault.verify_passphrase(new)
    assert not vault.verify_passphrase(PASSPHRASE)
    # Its beats would read the closed vault.
    frame.close()
    desk.tasks.stop()
    vault.close()
    open_vault(vault.path, new).close()


def test_a_backup_is_put_back_from_the_first_window_and_unlocked(
    qtbot: Any, session: Session, copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_vault(copied, PASSPHRASE) as vault:
        backup(vault, tmp_path / "kept.fieldbackup")
    (tmp_path / "none.fieldbackup").write_bytes(b"no backup")
    place = tmp_path / "new" / "village.vault"
    door = session.start(place)
    assert isinstance(door, WelcomeWindow)
    asked = iter(["", str(tmp_path / "none.fieldbackup"), str(tmp_path / "kept.fieldbackup")])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (next(asked), ""))
    door.put_back.setFocus()
    qtbot.keyClick(door.put_back, Key.Key_Space)
    assert door.put_back.isEnabled(), "nothing was chosen"
    qtbot.keyClick(door.put_back, Key.Key_Space)
    qtbot.waitUntil(lambda: "damaged" in door.not_back.text(), timeout=10_000)
    assert door.not_back.isVisible()
    assert not place.exists()
    qtbot.keyClick(door.put_back, Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(session.windows.door, UnlockWindow), timeout=10_000)
    unlock = session.windows.door
    assert isinstance(unlock, UnlockWindow)
    assert not door.isVisible()
    unlock.panel.line.setText(PASSPHRASE)
    qtbot.keyClick(unlock.panel.line, Key.Key_Return)
    qtbot.waitUntil(lambda: session.windows.frame is not None, timeout=10_000)
    assert session.windows.frame is not None
    assert len(rows(session.windows.frame.desk.vault, "household", "990101001201")) == 12
