"""What the station's hub turned down is taken back by Ctrl+Z and turned down again by Ctrl+Y, as any other deed."""

from contextlib import ExitStack

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.store import create_vault
from fieldapp.store.authority import review
from fieldapp.store.authority.judging import Verdict
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.station_archive import station_folder
from fieldapp.store.streams import chain_at, segments_after
from fieldapp_server.archive import open_archive
from fieldapp_server.serving import listening
from fieldapp_sync.station.station import choose
from fieldapp_ui.desk import Place
from fieldapp_ui.language import Language
from fieldapp_ui.main import desk_of
from fieldapp_ui.settings import Settings
from fieldapp_ui.theme import Look, Theme
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.reason import ReasonDialog

VILLAGE, SECONDS = "990101001201", 15_000


def a_vault(folder, name, role, scope):
    return create_vault(
        folder / f"{name}.vault",
        "four invented words here",
        worker=name,
        role=role,
        scopes=(scope,),
        packs=("cn-base",),
        escrow_recovery=False,
    )


@pytest.fixture
def opened():
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def frame(qtbot, tmp_path, opened):
    """The station's desktop, its station switched on, with a household of its own written."""
    vault = opened.enter_context(a_vault(tmp_path, "Li", "township", "990101001"))
    with listening("127.0.0.1", 0) as door:
        choose(vault, port=door.getsockname()[1])
    look = Look(Theme())
    look.wear(Theme())
    made = Frame(desk_of(vault, Language("en"), Settings(tmp_path / "desktop.json"), look))
    made.show_first()
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.desk.station.switch_on()
    qtbot.waitUntil(lambda: made.desk.station.state.kind == "on", timeout=SECONDS)
    yield made
    made.close()
    made.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(made))


@pytest.fixture
def ledger(frame, tmp_path, opened):
    """The archive of the station, in which a laptop's household waits for a person."""
    laptop = opened.enter_context(a_vault(tmp_path, "Zhang", "team", VILLAGE))
    change = Change("household", None, "add", {"household_no": "H7"})
    save(laptop, VILLAGE, "edit", [change], seen=seen_of(laptop, VILLAGE))
    (segment,) = segments_after(laptop.ledger, VILLAGE, {})
    archive = opened.enter_context(open_archive(station_folder(frame.desk.vault.path), alone=False))
    held = opened.enter_context(archive.held())
    verdict = Verdict("review", "revoked", chain=chain_at(laptop.ledger, segment.stream, 1))
    review.hold(held, segment, verdict, sender="f" * 64, now_ms=1_573_000_000_000)
    return held


def states(ledger):
    return ledger.db.execute("select state, why from review").fetchall()


def turn_down(frame, qtbot):
    frame.desk.navigator.go(Place("matters"))
    qtbot.waitUntil(lambda: len(frame.page.matters.matters) == 1, timeout=SECONDS)
    qtbot.keyClicks(QApplication.focusWidget() or frame.page, "2")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), ReasonDialog), timeout=SECONDS)
    qtbot.keyClicks(QApplication.focusWidget(), "not true")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not frame.page.matters.matters, timeout=SECONDS)
    frame.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is frame, timeout=SECONDS)


def test_ctrl_z_lets_it_wait_again_and_ctrl_y_turns_it_down_again(frame, ledger, qtbot):
    turn_down(frame, qtbot)
    assert states(ledger) == [("rejected", "not true")]
    assert frame.desk.deeds.stack.undoText() == "Turned down: what waited of somebody not known here"
    qtbot.keyClick(frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(frame.page.matters.matters) == 1, timeout=SECONDS)
    assert states(ledger) == [("waiting", "")]
    assert "Taken back" in frame.status.sentence
    qtbot.keyClick(frame, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not frame.page.matters.matters, timeout=SECONDS)
    assert states(ledger) == [("rejected", "not true")]
    refused = []
    frame.desk.deeds.refused.connect(refused.append)
    with ledger.transaction():
        ledger.db.execute("update review set state = 'accepted'")
    qtbot.keyClick(frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(refused), timeout=SECONDS)
    assert refused[0].code == "review.none", "somebody took it in meanwhile"
    assert not frame.desk.deeds.stack.canUndo()


def test_where_the_station_does_not_answer_the_undo_says_so_and_stays_to_be_tried_again(frame, ledger, qtbot):
    turn_down(frame, qtbot)
    deeds, refused = frame.desk.deeds, []
    deeds.refused.connect(refused.append)
    frame.desk.station.stop()
    qtbot.keyClick(frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(refused), timeout=SECONDS)
    assert states(ledger) == [("rejected", "not true")]
    assert deeds.stack.undoText() == "Turned down: what waited of somebody not known here"
    frame.desk.station.switch_on()
    qtbot.waitUntil(lambda: frame.desk.station.state.kind == "on", timeout=SECONDS)
    qtbot.keyClick(frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: states(ledger) == [("waiting", "")], timeout=SECONDS)
