"""After a round the badge and the status line are true at once, whatever was being counted before."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from fieldapp.store.vault import now_ms
from fieldapp_server.accounts import add_account
from fieldapp_server.archive import open_archive
from fieldapp_server.devices import pairing_code
from fieldapp_server.serving import serving
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.windows.frame import Frame

VILLAGE = "990101001201"


def test_a_round_turns_the_badge_and_the_status_line(
    qtbot: Any, frame: Frame, desk: Desk, tmp_path: Path
) -> None:
    badge = frame.top.badge
    assert badge.text().startswith("To send 13")
    desk.navigator.go(Place("sync"))
    page: Any = frame.page
    with open_archive(tmp_path / "hub") as archive, serving(archive) as url:
        add_account(archive, "team", "team", (VILLAGE,))
        page.url.setText(url)
        page.code.setText(pairing_code(archive, "team", now_ms()))
        page.code.setFocus()
        qtbot.keyClick(page.code, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.exchange.pairing is not None, timeout=10_000)
        qtbot.waitUntil(lambda: page.code.text() == "")
        words = [one.text() for one in page.findChildren(QLabel)]
        assert f"Paired with the county · {url}" in words
        assert not any(page.exchange.pairing.hub in one for one in words)
        qtbot.waitUntil(lambda: not desk.tasks.running)
        frame.look_out()
        page.synchronise()
        qtbot.waitUntil(lambda: page.words["now"].text().startswith("✓"), timeout=10_000)
        qtbot.waitUntil(lambda: not desk.tasks.running)
    assert badge.text().startswith("To send 0")
    assert "Synchronised today" in frame.status._link.text()


def test_an_older_count_never_overwrites_a_newer_one(qtbot: Any, frame: Frame, desk: Desk) -> None:
    frame.look_out()
    first = frame._counting
    frame.look_out()
    assert first is not None
    assert first.stopped.is_set()
    assert frame._counting is not None
    assert not frame._counting.stopped.is_set()
    qtbot.waitUntil(lambda: not desk.tasks.running)
