"""A backup from the settings, by keys; a station's holds its hub too, and a new computer goes on from it."""

import shutil
from contextlib import contextmanager

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from fieldapp.store import create_vault, open_vault
from fieldapp.store.backup import restore
from fieldapp.store.station_archive import station_folder
from fieldapp_server.archive import open_archive
from fieldapp_server.serving import listening
from fieldapp_sync.authority.pairing import pairing_of
from fieldapp_sync.station.station import choose
from fieldapp_ui.desk import Place
from fieldapp_ui.language import Language
from fieldapp_ui.main import desk_of
from fieldapp_ui.settings import Settings
from fieldapp_ui.theme import Look, Theme
from fieldapp_ui.windows.frame import Frame

SECONDS, PASSPHRASE = 30_000, "four invented words here"


@pytest.fixture
def chosen(tmp_path, monkeypatch):
    """What is chosen in the system's dialog."""
    path = tmp_path / "stick" / "kept.fieldbackup"
    path.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


@contextmanager
def session(vault, tmp_path, qtbot):
    look = Look(Theme())
    look.wear(Theme())
    frame = Frame(desk_of(vault, Language("en"), Settings(tmp_path / "desktop.json"), look))
    frame.show_first()
    with qtbot.waitExposed(frame):
        frame.show()
    frame.activateWindow()
    yield frame
    frame.close()
    frame.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(frame))


def make_one(frame, qtbot):
    """By keys in the settings; gives what the page says at the end."""
    frame.desk.navigator.go(Place("settings"))
    card = frame.page.backup
    card.make.setFocus()
    with qtbot.waitSignal(card.backing.told, timeout=SECONDS):
        qtbot.keyClick(card.make, Qt.Key.Key_Space)
        assert not card.make.isEnabled()
    assert card.make.isEnabled()
    assert card.bar.isHidden()
    return card.words.text()


def test_the_register_of_a_village_is_saved_and_nothing_is_said_of_a_station(frame, chosen, qtbot):
    words = make_one(frame, qtbot)
    assert words.startswith("✓ Saved to")
    assert "station" not in words
    assert chosen.is_file()


def test_a_folder_that_is_not_there_is_said(frame, chosen, qtbot):
    shutil.rmtree(chosen.parent)
    assert make_one(frame, qtbot).startswith("✕ ")
    assert not chosen.exists()


def test_a_station_goes_on_from_its_backup_on_a_new_computer(tmp_path, chosen, qtbot):
    path = tmp_path / "old" / "station.vault"
    path.parent.mkdir()
    words = {"worker": "Li", "role": "township", "scopes": ("990101001",), "packs": ("cn-base",)}
    with create_vault(path, PASSPHRASE, **words, escrow_recovery=False) as vault:
        with listening("127.0.0.1", 0) as door:
            choose(vault, port=door.getsockname()[1])
        with session(vault, tmp_path, qtbot) as frame:
            station = frame.desk.station
            station.switch_on()
            qtbot.waitUntil(lambda: station.state.kind == "on", timeout=SECONDS)
            before = (station.state.fingerprint, pairing_of(vault, "station").device)
            key = station_folder(path) / "archive.key"
            shutil.move(key, tmp_path / "away")
            told = make_one(frame, qtbot)
            assert told.startswith("! ")
            assert "archive.key" in told
            shutil.move(tmp_path / "away", key)
            assert "The archive of the station is in it." in make_one(frame, qtbot)
            assert station.state.kind == "on", "it runs on all the while"
    with open_archive(station_folder(path)) as archive:
        name = archive.name
    shutil.rmtree(path.parent)
    again = tmp_path / "new" / "station.vault"
    restore(chosen, again)
    with open_vault(again, PASSPHRASE) as vault, session(vault, tmp_path, qtbot) as frame:
        station = frame.desk.station
        station.attend(vault, frame.desk.tasks)
        qtbot.waitUntil(lambda: station.state.kind == "on", timeout=SECONDS)
        after = (station.state.fingerprint, pairing_of(vault, "station").device)
        assert after == before, "the villages need not pair again"
        assert pairing_of(vault, "station").hub == name
