"""A station in a whole session: opened from the sync page, told while locked, ended with the window."""

import pytest
import shiboken6
from PySide6.QtCore import Qt

from fieldapp.store import create_vault
from fieldapp_server.serving import listening
from fieldapp_sync.station.station import choice, choose
from fieldapp_ui.desk import Place
from fieldapp_ui.language import Language
from fieldapp_ui.main import desk_of
from fieldapp_ui.settings import Settings
from fieldapp_ui.theme import Look, Theme
from fieldapp_ui.windows.frame import Frame

SECONDS = 30_000


@pytest.fixture
def frame(qtbot, tmp_path):
    vault = create_vault(
        tmp_path / "station.vault",
        "four invented words here",
        worker="Li",
        role="township",
        scopes=("990101001",),
        packs=("cn-base",),
        escrow_recovery=False,
    )
    with listening("127.0.0.1", 0) as door:
        choose(vault, port=door.getsockname()[1])
    look = Look(Theme())
    look.wear(Theme())
    made = Frame(desk_of(vault, Language("en"), Settings(tmp_path / "desktop.json"), look))
    made.show_first()
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    if shiboken6.isValid(made):
        made.close()
        made.deleteLater()
        qtbot.waitUntil(lambda: not shiboken6.isValid(made))
    vault.close()


def test_it_is_opened_from_the_page_told_while_locked_and_ends_with_the_window(frame, qtbot):
    desk = frame.desk
    desk.navigator.go(Place("sync"))
    page = frame.page
    assert not page.buttons["now"].isEnabled()
    page.station.switch.setFocus()
    qtbot.keyClick(page.station.switch, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: desk.station.state.kind == "on", timeout=SECONDS)
    qtbot.waitUntil(lambda: page.buttons["now"].isEnabled(), timeout=SECONDS)
    child = desk.station._process.process
    qtbot.waitUntil(lambda: not desk.tasks.running, timeout=SECONDS)
    frame.lock()
    assert frame.cover._goes_on.isVisible()
    assert child.poll() is None
    frame.cover.unlocked.emit()
    frame.close()
    assert child.poll() is not None, "no hub stays behind"
    assert choice(desk.vault).on, "and it is opened again at the next start"


def test_the_cover_says_nothing_of_a_station_that_is_closed(frame):
    frame.lock()
    assert not frame.cover._goes_on.isVisible()
