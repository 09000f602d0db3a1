"""An empty register says what to do first; while a round brings it, that it is on its way."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.windows.frame import Frame


@pytest.fixture
def empty(desk: Desk) -> Desk:
    for name in ("person", "household"):
        desk.vault.db.execute(f"delete from {name}")
    return desk


def words(frame: Frame) -> str:
    return " ".join(one.text() for one in frame.page.findChildren(QLabel))


def test_an_empty_register_says_that_it_is_coming_while_it_does(
    empty: Desk, frame: Frame, qtbot: Any
) -> None:
    empty.navigator.go(Place("today"))
    qtbot.waitUntil(lambda: "Begin with one of these" in words(frame))
    for busy, said in ((True, "on their way"), (False, "Begin with one of these")):
        empty.rounds.busy = busy
        empty.rounds.changed.emit()
        qtbot.waitUntil(lambda said=said: said in words(frame))
