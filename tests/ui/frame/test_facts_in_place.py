"""Editing on the card by keys: Enter opens, keeps and goes on; an input method is never disturbed; Escape leaves."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from fieldapp.store.history import field_origins
from fieldapp.store.records import record, rows
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.windows.factrow import FactRow
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.household import HouseholdPage

Key = Qt.Key


@pytest.fixture
def page(qtbot: Any, frame: Frame, desk: Desk, households: Callable[[int], str]) -> HouseholdPage:
    desk.navigator.go(Place("household", record=households(3)))
    assert isinstance(frame.page, HouseholdPage)
    qtbot.waitUntil(lambda: not desk.tasks.running)
    return frame.page


def at(page: HouseholdPage, key: str, list_name: str = "household") -> FactRow:
    row = page.facts.row_of(list_name, key)
    assert row is not None
    page.facts.go_to(row)
    return row


def stored(page: HouseholdPage, key: str) -> object:
    found = record(page.desk.vault, "household", page.editor.id)
    return found.values[key] if found else None


def findings(row: FactRow) -> list[str]:
    return [words.text() for words in row.findChildren(QLabel, "finding") if not words.isHidden()]


def test_enter_opens_keeps_and_goes_to_the_next_field(qtbot: Any, page: HouseholdPage) -> None:
    row = at(page, "address")
    qtbot.keyClick(row, Key.Key_Return)
    qtbot.keyClick(row.entry, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(row.entry, "12 Dongwa")
    qtbot.keyClick(row.entry, Key.Key_Return)
    assert stored(page, "address") == "12 Dongwa"
    current = page.facts.current()
    assert current is not None
    assert current.fact.spec.key == "natural_village"
    assert current.entry is None


def test_enter_does_nothing_while_an_input_method_is_composing(qtbot: Any, page: HouseholdPage) -> None:
    row = at(page, "address")
    qtbot.keyClick(row, Key.Key_Return)
    entry = row.entry
    assert entry is not None
    entry.selectAll()
    QApplication.sendEvent(entry, QInputMethodEvent("dong'wa", []))
    qtbot.keyClick(entry, Key.Key_Return)
    assert row.entry is entry
    assert stored(page, "address") == "示范县前庄村3号"
    word = QInputMethodEvent()
    word.setCommitString("东洼")
    QApplication.sendEvent(entry, word)
    qtbot.keyClick(entry, Key.Key_Return)
    assert stored(page, "address") == "东洼"


def test_the_source_is_chosen_by_tab_and_arrows_and_enter_keeps(qtbot: Any, page: HouseholdPage) -> None:
    row = at(page, "address")
    qtbot.keyClick(row, Key.Key_Return)
    qtbot.keyClicks(row.entry, "12 Dongwa")
    source = row.source
    qtbot.keyClick(row.entry, Key.Key_Tab)
    assert source.hasFocus()
    source.setCurrentIndex(0)
    qtbot.keyClick(source, Key.Key_Down)
    qtbot.keyClick(source, Key.Key_Return)
    origin = field_origins(page.desk.vault, "household", page.editor.id)["address"]
    assert (stored(page, "address"), origin.source) == ("12 Dongwa", "document")


@pytest.mark.parametrize(("digit", "source"), [("1", "seen"), ("2", "document"), ("3", "told")])
def test_ctrl_and_a_digit_choose_the_source_from_inside_the_input(
    qtbot: Any, page: HouseholdPage, digit: str, source: str
) -> None:
    row = at(page, "address")
    qtbot.keyClick(row, Key.Key_Return)
    qtbot.keyClicks(row.entry, f"{digit} Dongwa")
    qtbot.keyClick(row.entry, Key[f"Key_{digit}"], Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(row.entry, Key.Key_Return)
    assert field_origins(page.desk.vault, "household", page.editor.id)["address"].source == source


def test_a_place_names_the_field_that_gets_the_focus(
    qtbot: Any, frame: Frame, desk: Desk, households: Callable[[int], str]
) -> None:
    desk.navigator.go(Place("household", record=households(4), list="household_year", field="water_safe"))
    focused = QApplication.focusWidget()
    assert isinstance(focused, FactRow)
    assert focused.fact.spec.key == "water_safe"


def test_a_full_disk_leaves_the_input_open_with_what_was_typed(
    qtbot: Any, page: HouseholdPage, desk: Desk, full_disk: Callable[..., Any]
) -> None:
    desk.language.use("zh_CN")
    assert isinstance(page, HouseholdPage)
    frame = page.window()
    assert isinstance(frame, Frame)
    here: Any = frame.page
    row = at(here, "address")
    qtbot.keyClick(row, Key.Key_Return)
    qtbot.keyClicks(row.entry, "12 Dongwa")
    with full_disk(desk.vault):
        qtbot.keyClick(row.entry, Key.Key_Return)
        assert findings(row) == ["✕ 磁盘已满：这一次没有保存，以前保存的都还在。请腾出一些空间再试。"]
        assert row.entry is not None
        assert row.entry.typed() == "12 Dongwa"
        assert stored(here, "address") == "示范县前庄村3号"
    qtbot.keyClick(row.entry, Key.Key_Return)
    assert stored(here, "address") == "12 Dongwa"


def test_escape_leaves_the_value_as_it_was(qtbot: Any, page: HouseholdPage) -> None:
    row = at(page, "address")
    qtbot.keyClick(row, Key.Key_F2)
    qtbot.keyClicks(row.entry, "zzz")
    qtbot.keyClick(row.entry, Key.Key_Escape)
    assert row.entry is None
    assert row.hasFocus()
    assert stored(page, "address") == "示范县前庄村3号"


def test_a_digit_chooses_the_code_and_goes_on(qtbot: Any, page: HouseholdPage) -> None:
    row = at(page, "status")
    qtbot.keyClick(row, Key.Key_Return)
    chip = QApplication.focusWidget()
    qtbot.keyClick(chip, Key.Key_2)
    assert stored(page, "status") == "2"
    assert row.entry is None


def test_the_two_digits_of_a_code_are_one_choice(qtbot: Any, page: HouseholdPage) -> None:
    row = at(page, "cause_main")
    qtbot.keyClick(row, Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_1)
    assert row.entry is not None
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_2)
    assert stored(page, "cause_main") == "12"


def test_a_wrong_number_stands_red_beside_the_field_and_is_not_kept(qtbot: Any, page: HouseholdPage) -> None:
    row = at(page, "phone")
    qtbot.keyClick(row, Key.Key_Return)
    row.entry.setText("123")
    qtbot.keyClick(row.entry, Key.Key_Return)
    qtbot.waitUntil(lambda: [text[:1] for text in findings(row)] == ["✕"])
    assert row.entry is not None
    assert not page.leave()
    assert stored(page, "phone") == "13900000003"
    row.entry.setText("13911112222")
    qtbot.keyClick(row.entry, Key.Key_Return)
    assert stored(page, "phone") == "13911112222"
    assert page.leave()


def test_leaving_the_page_keeps_what_was_typed(qtbot: Any, page: HouseholdPage, frame: Frame) -> None:
    row = at(page, "address")
    qtbot.keyClick(row, Key.Key_Return)
    row.entry.setText("新址")
    page.desk.navigator.go(Place("register"))
    assert stored(page, "address") == "新址"
    assert frame.page is not page


def test_where_a_value_comes_from_is_kept_with_it(qtbot: Any, page: HouseholdPage) -> None:
    row = at(page, "address")
    qtbot.keyClick(row, Key.Key_Return)
    row.source.setCurrentIndex(row.source.findData("told"))
    row.entry.setText("新址")
    qtbot.keyClick(row.entry, Key.Key_Return)
    fact = page.facts.row_of("household", "address")
    assert fact is not None
    assert fact.fact.origin is not None
    assert fact.fact.origin.source == "told"


def test_the_eye_asks_why_before_a_number_is_shown(qtbot: Any, page: HouseholdPage) -> None:
    from fieldapp_ui.windows.reason import ReasonDialog

    row = at(page, "phone")
    page.desk.deeds.stack.clear()
    row.eye_wanted.emit()
    dialog = page.findChild(ReasonDialog)
    assert not dialog.go.isEnabled()
    qtbot.keyClicks(dialog.line, "to call about the visit")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert row.findChild(QLabel, "value").text() == "13900000003"
    reasons = page.desk.vault.db.execute("select reason from unmasked").fetchall()
    assert reasons == [("to call about the visit",)]


def test_a_refresh_keeps_the_focus_and_an_open_input(qtbot: Any, page: HouseholdPage) -> None:
    row = at(page, "address")
    qtbot.keyClick(row, Key.Key_Return)
    row.entry.setText("half typed")
    page.desk.deeds.tell((("household", page.editor.id),))
    assert row.entry is not None
    assert row.entry.text() == "half typed"
    assert row.entry.hasFocus()


def test_a_place_with_a_field_goes_to_its_tab_and_row(page: HouseholdPage, desk: Desk) -> None:
    desk.navigator.go(Place("household", record=page.editor.id, list="household_year", field="water_safe"))
    assert page.tab == "housing"
    current = page.facts.current()
    assert current is not None
    assert current.fact.spec.key == "water_safe"


def test_the_history_tells_who_and_how(qtbot: Any, page: HouseholdPage) -> None:
    page.tabs.setCurrentIndex(7)
    qtbot.waitUntil(lambda: any("示范县前庄村3号" in w.text() for w in page.findChildren(QLabel)))
    assert any("王队长" in w.text() and "document" in w.text() for w in page.findChildren(QLabel))


def test_ctrl_page_down_turns_the_card(qtbot: Any, page: HouseholdPage, frame: Frame) -> None:
    qtbot.keyClick(frame, Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.tab == "members"
    qtbot.keyClick(frame, Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(frame, Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.tab == "history"


def test_a_loan_is_added_on_the_card_and_its_first_field_is_open(qtbot: Any, page: HouseholdPage) -> None:
    page.tabs.setCurrentIndex(2)
    adders = [one for one in page.facts.findChildren(QPushButton) if one.text() == "Add: Loan"]
    qtbot.mouseClick(adders[0], Qt.MouseButton.LeftButton)
    row = page.facts.current()
    assert row is not None
    assert (row.fact.spec.key, row.entry is not None) == ("purpose", True)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_1)
    assert [one.values["purpose"] for one in rows(page.desk.vault, "loan")] == ["illness"]
    page.desk.deeds.undo()
    page.desk.deeds.undo()
    assert rows(page.desk.vault, "loan") == ()
