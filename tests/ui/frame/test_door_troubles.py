"""What can be wrong with a register at the door: each a sentence in the worker's language, and the file untouched."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from fieldapp.store import open_vault
from fieldapp.store.records import count
from fieldapp_ui.main import Session
from fieldapp_ui.settings import Settings
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.unlock import UnlockWindow
from fieldapp_ui.windows.welcome import WelcomeWindow

PASSPHRASE = "four quiet mountain goats"
VILLAGE = "990101001201"


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    settings = Settings(tmp_path / "desktop.json")
    settings.change(language="zh_CN")
    made = Session(qapp, settings)
    yield made
    if made.windows.frame is not None:
        made.windows.frame.close()
        shiboken6.delete(made.windows.frame)
    made.stop()
    made.language.use("en")


@pytest.fixture
def copied(sealed_vault: Path, tmp_path: Path) -> Path:
    for file in sealed_vault.parent.iterdir():
        if file.is_file() and file.suffix != ".lock":
            (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path / sealed_vault.name


def damage(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(200)
        file.write(b"\xff" * 64)


def age_ahead(path: Path) -> None:
    with open_vault(path, PASSPHRASE) as vault:
        vault.ledger.set_meta("format", "99")
        vault.db.execute("pragma wal_checkpoint(truncate)")


@pytest.mark.parametrize(
    ("spoil", "passphrase", "sentence"),
    [
        (lambda path: None, "not this one", "✕ 口令不对，请重新输入。"),
        (
            damage,
            PASSPHRASE,
            "✕ 户册文件损坏了。请关闭程序，运行 `fieldapp vault doctor`，再恢复最近的备份。",
        ),
        (age_ahead, PASSPHRASE, "✕ 这个户册是用新版程序写的。请安装新版本；户册没有被改动。"),
    ],
    ids=["wrong passphrase", "damaged", "newer"],
)
def test_a_register_that_cannot_be_opened_says_why_and_is_left_as_it_is(
    qtbot: Any,
    session: Session,
    copied: Path,
    spoil: Callable[[Path], None],
    passphrase: str,
    sentence: str,
) -> None:
    spoil(copied)
    before = copied.read_bytes()
    door = session.start(copied)
    assert isinstance(door, UnlockWindow)
    qtbot.keyClicks(door.panel.line, passphrase)
    qtbot.keyClick(door.panel.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: door.panel.error.text() == sentence, timeout=10_000)
    assert copied.read_bytes() == before
    assert door.panel.open.isEnabled()


def test_a_second_window_on_the_same_register_is_refused_and_opens_once_the_first_is_closed(
    qtbot: Any, session: Session, copied: Path
) -> None:
    first = open_vault(copied, PASSPHRASE)
    door = session.start(copied)
    assert isinstance(door, UnlockWindow)
    qtbot.keyClicks(door.panel.line, PASSPHRASE)
    qtbot.keyClick(door.panel.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "✕" in door.panel.error.text(), timeout=10_000)
    assert door.panel.error.text() == "✕ 这个户册已在另一个窗口中打开。请用那个窗口，或关闭它再试。"
    first.close()
    qtbot.keyClick(door.panel.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.windows.frame is not None, timeout=10_000)


def test_the_first_start_goes_by_keys_to_the_frame_and_every_page_of_an_empty_register_says_what_to_do(
    qtbot: Any, session: Session, tmp_path: Path
) -> None:
    door = session.start(tmp_path / "new" / "register.vault")
    assert isinstance(door, WelcomeWindow)
    with qtbot.waitActive(door):
        door.activateWindow()
    for typed in ("Wang", PASSPHRASE, PASSPHRASE, VILLAGE):
        qtbot.keyClicks(QApplication.focusWidget(), typed)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: door.recovery is not None and door.recovery.hasFocus(), timeout=10_000)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: session.windows.frame is not None, timeout=10_000)
    frame = session.windows.frame
    assert frame is not None
    qtbot.waitUntil(lambda: not frame.desk.tasks.running, timeout=10_000)
    assert frame.desk.vault.worker.name == "Wang"
    assert count(frame.desk.vault, "household", "") == 0
    expected = {
        1: "户册还是空的，请先做其中一件",
        2: "还没有户。点右上“添加户”录入第一户。",
        4: "这个户册没有装退出标准。请向乡镇站或县里要内容包。",
        5: "没有冲突。大家写的都一致。",
        6: "还没有配对。地址和配对码由乡镇站提供。",
    }
    frame.activateWindow()
    for digit, words in expected.items():
        qtbot.keyClick(frame, Qt.Key[f"Key_{digit}"], Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(partial(_says, frame, words), timeout=10_000)


def _says(frame: Frame, words: str) -> bool:
    """Whether the page in view shows these words."""
    page = frame.page
    parts = (*page.findChildren(QLabel), *page.findChildren(QPushButton)) if page is not None else ()
    return any(words in part.text() for part in parts if part.isVisible())
