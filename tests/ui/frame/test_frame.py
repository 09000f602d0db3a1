"""The window of a session: places, keys, find, palette, lock, language; nothing typed is lost on the way."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from fieldapp_ui.background.idle import IdleWatch
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.helpsheet import HelpSheet
from fieldapp_ui.windows.palette import CommandPalette

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
PASSPHRASE = "four quiet mountain goats"


def words(widget: Any) -> list[str]:
    return [one.text() for one in widget.findChildren(QLabel)] + [
        one.text() for one in widget.findChildren(QPushButton)
    ]


def test_the_first_page_counts_what_waits(qtbot: Any, frame: Frame) -> None:
    assert frame.page is not None
    qtbot.waitUntil(lambda: "Not visited in 2019" in words(frame.page))
    assert "12" in words(frame.navigation)
    assert "To send 13 · Township 0 · County 0 · Not paired" in words(frame.top)
    assert frame.navigation.scope.text() == "前庄村"


def test_enter_on_the_first_thing_that_waits_goes_there(qtbot: Any, frame: Frame, desk: Desk) -> None:
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPushButton))
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert desk.navigator.here is not None
    assert desk.navigator.here.page == "household"


def test_keys_go_to_pages_and_back(qtbot: Any, frame: Frame, desk: Desk) -> None:
    qtbot.keyClick(frame, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert desk.navigator.here == Place("register")
    qtbot.keyClick(frame, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.navigator.here == Place("today")


def test_the_find_box_answers_pinyin_initials_and_tail_digits_and_enter_opens(
    qtbot: Any, frame: Frame, desk: Desk, households: Callable[[int], str]
) -> None:
    qtbot.keyClick(frame, Key.Key_F, Ctrl)
    line, results = frame.top.finder.line, frame.top.finder.results
    assert line.hasFocus()
    for text in ("xue", "xgx", "0003", "薛改"):
        line.setText("")
        qtbot.keyClicks(line, text) if text.isascii() else line.setText(text)
        assert results.isVisible(), text
        shown = [
            frame.top.finder.list.rows.index(row, 0).data()
            for row in range(frame.top.finder.list.rows.rowCount())
        ]
        assert "薛改香" in shown, text
    qtbot.keyClick(line, Key.Key_Return)
    here = desk.navigator.here
    assert here is not None
    assert (here.page, here.record) == ("household", households(3))
    assert results.isHidden()


def test_the_find_box_leaves_a_composing_input_method_alone(qtbot: Any, frame: Frame, desk: Desk) -> None:
    frame.top.finder.take_focus()
    line = frame.top.finder.line
    qtbot.keyClicks(line, "xue")
    QApplication.sendEvent(line, QInputMethodEvent("gai", []))
    qtbot.keyClick(line, Key.Key_Return)
    assert desk.navigator.here == Place("today")


def test_nobody_found_says_what_to_try(qtbot: Any, frame: Frame) -> None:
    frame.top.finder.take_focus()
    qtbot.keyClicks(frame.top.finder.line, "qqqq")
    assert any(text.startswith("Nobody found. Try") for text in words(frame.top.finder.results))


def test_the_palette_finds_a_command_by_a_few_letters(qtbot: Any, frame: Frame, desk: Desk) -> None:
    qtbot.keyClick(frame, Key.Key_K, Ctrl)
    palette = frame.findChild(CommandPalette)
    qtbot.keyClicks(palette.line, "sett")
    qtbot.keyClick(palette.line, Key.Key_Return)
    assert desk.navigator.here == Place("settings")


def test_the_palette_speaks_the_language_and_its_pinyin(qtbot: Any, frame: Frame, desk: Desk) -> None:
    desk.language.use("zh_CN")
    frame.actions_here.run("palette")
    palette = frame.findChild(CommandPalette)
    qtbot.keyClicks(palette.line, "hc")
    assert palette.list.currentIndex().data() == "户册"


def test_f1_lists_the_keys_of_this_place(qtbot: Any, frame: Frame) -> None:
    qtbot.keyClick(frame, Key.Key_F1)
    sheet = frame.findChild(HelpSheet)
    assert {"Ctrl+K", "F1"} <= set(words(sheet))
    assert "F10" not in words(sheet)
    sheet.close()


def test_every_word_changes_with_the_language_and_the_place_stays(
    qtbot: Any, frame: Frame, desk: Desk
) -> None:
    desk.navigator.go(Place("register"))
    desk.language.use("zh_CN")
    assert desk.navigator.here == Place("register")
    assert frame.page is not None
    assert frame.page.title() == "户册"
    assert "  同步" in words(frame.navigation)
    desk.language.use("en")
    assert "  Synchronise" in words(frame.navigation)


def test_locking_hides_everything_and_the_passphrase_brings_it_back_as_it_was(
    qtbot: Any, frame: Frame, desk: Desk, households: Callable[[int], str]
) -> None:
    desk.navigator.go(Place("household", record=households(3)))
    qtbot.keyClick(frame, Key.Key_L, Ctrl | Qt.KeyboardModifier.ShiftModifier)
    assert frame.cover.isVisible()
    assert not frame.page.isVisible() if frame.page else False
    assert not frame.top.isVisible()
    qtbot.keyClick(frame, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert desk.navigator.here is not None
    assert desk.navigator.here.page == "household"
    panel = frame.cover.panel
    qtbot.keyClicks(panel.line, "wrong one")
    qtbot.keyClick(panel.line, Key.Key_Return)
    qtbot.waitUntil(lambda: panel.error.text() == "✕ The passphrase is wrong. Try again.")
    assert frame.cover.isVisible()
    panel.line.setText(PASSPHRASE)
    qtbot.keyClick(panel.line, Key.Key_Return)
    qtbot.waitUntil(lambda: not frame.cover.isVisible())
    assert frame.page is not None
    assert frame.page.isVisible()


def test_a_half_typed_field_survives_the_lock(
    qtbot: Any, frame: Frame, desk: Desk, households: Callable[[int], str]
) -> None:
    desk.navigator.go(Place("household", record=households(3)))
    page: Any = frame.page
    row = page.facts.row_of("household", "phone")
    page.facts.edit(row)
    row.entry.setText("139")
    frame.lock()
    frame.cover.unlocked.emit()
    assert row.entry.text() == "139"


def test_locking_hides_an_open_dialog_and_brings_it_back(qtbot: Any, frame: Frame) -> None:
    frame.actions_here.run("palette")
    palette = frame.findChild(CommandPalette)
    qtbot.keyClicks(palette.line, "sett")
    frame.lock()
    assert not palette.isVisible()
    frame.cover.unlocked.emit()
    assert palette.isVisible()
    assert palette.line.text() == "sett"
    palette.close()


def test_a_wrong_value_keeps_the_page_and_says_why(
    qtbot: Any, frame: Frame, desk: Desk, households: Callable[[int], str]
) -> None:
    desk.navigator.go(Place("household", record=households(3)))
    page: Any = frame.page
    page.facts.edit(page.facts.row_of("household", "phone"))
    page.facts.current().entry.setText("12")
    desk.navigator.go(Place("register"))
    assert frame.page is page
    assert frame.status.sentence.startswith("Correct what is marked ✕ first")
    qtbot.keyClick(page.facts.current().entry, Key.Key_Escape)
    desk.navigator.go(Place("register"))
    assert frame.page is not page


def test_the_idle_watch_falls_once_nobody_is_there(qtbot: Any, desk: Desk) -> None:
    holder = QPushButton()
    qtbot.addWidget(holder)
    watch = IdleWatch(0.002, holder)
    with qtbot.waitSignal(watch.fallen):
        QApplication.sendEvent(
            holder, QKeyEvent(QEvent.Type.KeyPress, Key.Key_A, Qt.KeyboardModifier.NoModifier)
        )


def test_no_idle_lock_when_it_is_set_to_never(qtbot: Any) -> None:
    holder = QPushButton()
    qtbot.addWidget(holder)
    watch = IdleWatch(0, holder)
    with qtbot.waitSignal(watch.fallen, timeout=60, raising=False) as heard:
        pass
    assert not heard.signal_triggered


def test_undo_in_the_menu_names_the_deed_in_the_status_line(
    qtbot: Any, frame: Frame, desk: Desk, households: Callable[[int], str]
) -> None:
    desk.navigator.go(Place("household", record=households(3)))
    page: Any = frame.page
    row = page.facts.row_of("household", "address")
    page.facts.edit(row)
    row.entry.setText("新址")
    qtbot.keyClick(row.entry, Key.Key_Return)
    assert "Address: 薛改香" in frame.status.sentence
    qtbot.keyClick(frame, Key.Key_Z, Ctrl)
    assert "Taken back: Address: 薛改香" in frame.status.sentence
    assert page.facts.row_of("household", "address").fact.shown == "示范县前庄村3号"
    qtbot.keyClick(frame, Key.Key_Y, Ctrl)
    assert "Done again: Address: 薛改香" in frame.status.sentence
    assert page.facts.row_of("household", "address").fact.shown == "新址"


def test_pages_built_ahead_take_neither_the_view_nor_the_cursor(qtbot: Any, frame: Frame, desk: Desk) -> None:
    desk.navigator.go(Place("sync"))
    page: Any = frame.page
    page.url.setFocus()
    qtbot.keyClicks(page.url, "http")
    qtbot.waitUntil(lambda: "checklist" in frame._pages and "household" in frame._pages)
    assert frame.page is page
    assert page.url.hasFocus()
    assert page.url.text() == "http"


def test_a_closed_window_counts_and_builds_nothing_more(qtbot: Any, frame: Frame) -> None:
    frame.close()
    assert not frame._ahead.isActive()
    assert not frame._again.isActive()
