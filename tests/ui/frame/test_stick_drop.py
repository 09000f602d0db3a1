"""Files dropped anywhere on the window: bundles are taken in, what a page takes it goes on taking, the rest is told."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from fieldapp.store import Vault
from fieldapp.store.records import count
from fieldapp_sync.authority.pairing import trust
from fieldapp_sync.bundles import bundle_recipient, export_bundle, folder_on
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.stick_dropped import Dropped
from fieldapp_ui.windows import stick_drop
from fieldapp_ui.windows.frame import Frame

COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def drop(frame: Frame, over: QWidget, *paths: Path) -> bool:
    """As the window system does it: everything comes through the native window. Whether the drop was accepted."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    # A file manager gives the names as plain words too; a line of input would take them.
    carried.setText("\n".join(map(str, paths)))
    at = QPointF(over.mapTo(frame, over.rect().center()))
    window = frame.windowHandle()
    enter = QDragEnterEvent(at.toPoint(), COPY, carried, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    move = QDragMoveEvent(at.toPoint(), COPY, carried, LEFT, NONE)
    QApplication.sendEvent(window, move)
    dropped = QDropEvent(at, COPY, carried, LEFT, NONE, QEvent.Type.Drop)
    QApplication.sendEvent(window, dropped)
    return dropped.isAccepted()


@pytest.fixture
def bundle(desk: Desk, colleague: Vault, tmp_path: Path) -> Path:
    trust(desk.vault, colleague.device.public)
    return export_bundle(colleague, tmp_path / "downloads", bundle_recipient(desk.vault))


def said(qtbot: Any, frame: Frame) -> str:
    outcome = frame.sticks.strip.outcome
    qtbot.waitUntil(lambda: outcome.said.isVisible(), timeout=10_000)
    return str(outcome.words)


def test_a_bundle_dropped_on_a_line_of_input_is_taken_in_and_not_typed_in(
    qtbot: Any, frame: Frame, desk: Desk, bundle: Path
) -> None:
    before = count(desk.vault, "household")
    frame.sticks.strip.show_state()
    line = frame.top.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert drop(frame, line, bundle)
    assert said(qtbot, frame).startswith("✓ From 柳树沟村: 1 new.")
    assert line.text() == ""
    assert count(desk.vault, "household") == before + 1
    assert list(bundle.parent.glob("receipt-*.fab"))


def test_not_known_for_a_bundle_the_line_would_have_taken_its_path_for_words(
    frame: Frame, bundle: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stick_drop, "sort_dropped", lambda paths: Dropped((), (), tuple(paths)))
    frame.sticks.strip.show_state()
    line = frame.top.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert drop(frame, line, bundle)
    assert line.text() == str(bundle)


def test_a_folder_is_looked_through_and_bundles_for_others_are_left_alone(
    qtbot: Any, frame: Frame, desk: Desk, colleague: Vault, tmp_path: Path
) -> None:
    trust(desk.vault, colleague.device.public)
    own, stick = bundle_recipient(desk.vault), tmp_path / "copied stick"
    export_bundle(colleague, folder_on(stick, own), own)
    export_bundle(colleague, folder_on(stick, bundle_recipient(colleague)), bundle_recipient(colleague))
    frame.sticks.strip.show_state()
    for folder in (stick, stick / "FieldApp"):
        assert drop(frame, frame, folder)
        assert said(qtbot, frame).startswith("✓ From 柳树沟村:")
        frame.sticks.strip.act()


def test_a_folder_of_bundles_for_others_is_told(
    qtbot: Any, frame: Frame, colleague: Vault, tmp_path: Path
) -> None:
    export_bundle(colleague, tmp_path / "out", bundle_recipient(colleague))
    frame.sticks.strip.show_state()
    assert drop(frame, frame, tmp_path / "out")
    assert said(qtbot, frame) == f"✕ In {tmp_path / 'out'} is no bundle for this computer."


def test_what_is_none_of_ours_gets_a_sentence_and_beside_bundles_a_count(
    qtbot: Any, frame: Frame, bundle: Path
) -> None:
    photo = bundle.parent / "photo.jpg"
    photo.write_bytes(b"x")
    frame.sticks.strip.show_state()
    assert drop(frame, frame.header, photo)
    assert said(qtbot, frame) == "✕ photo.jpg is no bundle of FieldApp; nothing was done with it."
    frame.sticks.strip.act()
    assert drop(frame, frame.header, photo, bundle)
    assert said(qtbot, frame).endswith("1 other files are no bundles and were left alone.")


def test_a_file_with_our_ending_and_foreign_content_is_refused_by_its_name(
    qtbot: Any, frame: Frame, tmp_path: Path
) -> None:
    (tmp_path / "letter.fab").write_bytes(b"Dear all")
    frame.sticks.strip.show_state()
    assert drop(frame, frame.header, tmp_path / "letter.fab")
    assert said(qtbot, frame).startswith("✕ letter.fab: This bundle file is damaged")


def test_a_table_dropped_on_the_page_of_tables_goes_where_it_went(
    qtbot: Any, frame: Frame, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame.sticks.strip.show_state()
    desk.navigator.go(Place("exchange"))
    page: Any = frame.page
    taken: list[list[Path]] = []
    monkeypatch.setattr(page, "take", taken.append)
    table = tmp_path / "list.xlsx"
    table.write_bytes(b"x")
    (tmp_path / "tables").mkdir()
    assert drop(frame, page, table)
    assert drop(frame, page, tmp_path / "tables")
    assert taken == [[table], [tmp_path / "tables"]]
    assert not frame.sticks.strip.outcome.has_something


def test_nothing_is_taken_while_the_window_is_locked(
    qtbot: Any, frame: Frame, desk: Desk, bundle: Path
) -> None:
    frame.sticks.strip.show_state()
    frame.lock()
    assert not drop(frame, frame.cover, bundle)
    assert not frame.sticks.strip._sticks.busy


def test_the_watch_survives_a_change_of_language(qtbot: Any, frame: Frame, desk: Desk, bundle: Path) -> None:
    frame.sticks.strip.show_state()
    desk.language.use("zh_CN")
    frame.sticks.strip.show_state()
    assert drop(frame, frame, bundle)
    assert "柳树沟村" in said(qtbot, frame)
    assert "pull out" not in said(qtbot, frame)
