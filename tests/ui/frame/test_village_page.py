"""The village's page and the card of any record, by keys: open a list, fill a fact, name another record, end one."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from fieldapp.store import Vault
from fieldapp.store.records import record, rows, year_record
from fieldapp.store.save import Change, save, seen_of
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.named import NamedColumn
from fieldapp_ui.windows.reason import ReasonDialog
from fieldapp_ui.windows.record import RecordPage
from fieldapp_ui.windows.village import VillagePage

VILLAGE = "990101001201"
Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


OF_A_POPUP = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)


def focused() -> Any:
    return QApplication.focusWidget()


def type_chinese(text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(focused(), event)


def a_record(vault: Vault, list_name: str, **values: Any) -> str:
    change = Change(list_name, None, "add", values)
    return save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE)).changed[0][1]


def village_page(qtbot: Any, frame: Frame, desk: Desk) -> VillagePage:
    desk.scope.choose(VILLAGE)
    qtbot.keyClick(frame, Key.Key_7, Alt)
    assert isinstance(frame.page, VillagePage)
    return frame.page


def record_page(frame: Frame, desk: Desk, name: str, record_id: str, field: str = "") -> RecordPage:
    desk.navigator.go(Place("record", record=record_id, list=name, field=field))
    assert isinstance(frame.page, RecordPage)
    return frame.page


def test_the_village_shows_its_lists_with_their_counts_and_enter_opens_one(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault
) -> None:
    a_record(vault, "helper", name="郭建军", unit_name="县林业局", phone="13900000001")
    page = village_page(qtbot, frame, desk)
    names = {link.property("list"): link.accessibleName() for link in page.links}
    assert names["helper"] == "Household helper 1"
    assert names["household"] == "Household 12"
    assert page.links[0].hasFocus()
    for _ in page.links:
        if focused().property("list") != "helper":
            qtbot.keyClick(focused(), Key.Key_Down)
    qtbot.keyClick(focused(), Key.Key_Return)
    assert desk.navigator.here == Place("register", list="helper")


def test_a_figure_of_the_village_is_kept_for_its_year(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault
) -> None:
    page = village_page(qtbot, frame, desk)
    row = page.facts.row_of("village_year", "power_three_phase")
    assert row is not None
    page.facts.go_to(row)
    qtbot.keyClick(focused(), Key.Key_Return)
    qtbot.keyClicks(focused(), "1")
    village = rows(vault, "village", VILLAGE)[0]
    kept = year_record(vault, "village_year", village.id, 2019)
    assert kept is not None
    assert kept.values["power_three_phase"] == 1
    assert year_record(vault, "village_year", village.id, 2018) is None


def test_without_one_village_the_page_says_to_choose_one(qtbot: Any, frame: Frame, desk: Desk) -> None:
    desk.scope.choose("990101")
    qtbot.keyClick(frame, Key.Key_7, Alt)
    page = frame.page
    assert isinstance(page, VillagePage)
    assert page.gone.isVisible()
    assert "Choose one village" in page.gone.text()
    assert page.links


@OF_A_POPUP
def test_a_record_names_another_one_by_a_few_letters_of_its_pinyin(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    helper = a_record(vault, "helper", name="郭建军", unit_name="县林业局", phone="13900000001")
    a_record(vault, "helper", name="田桂花", unit_name="县医院", phone="13900000002")
    pairing = a_record(vault, "pairing", household=households(1), from_on="2019-01-01")
    page = record_page(frame, desk, "pairing", pairing, "helper")
    qtbot.keyClick(focused(), Key.Key_Return)
    qtbot.keyClicks(focused(), "gjj")
    qtbot.keyClick(focused(), Key.Key_Return)
    kept = record(vault, "pairing", pairing)
    assert kept is not None
    assert kept.values["helper"] == helper
    shown = [one.text() for one in page.findChildren(QLabel)]
    assert "郭建军" in shown


@OF_A_POPUP
def test_a_name_that_is_in_no_record_is_refused_with_a_sentence(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    pairing = a_record(vault, "pairing", household=households(1), from_on="2019-01-01")
    page = record_page(frame, desk, "pairing", pairing, "helper")
    qtbot.keyClick(focused(), Key.Key_Return)
    type_chinese("无此人")
    qtbot.keyClick(focused(), Key.Key_Return)
    said = " ".join(one.text() for one in page.findChildren(QLabel, "finding"))
    assert "“无此人” is not in the register" in said
    assert isinstance(focused(), QLineEdit)
    qtbot.keyClick(focused(), Key.Key_Escape)
    kept = record(vault, "pairing", pairing)
    assert kept is not None
    assert kept.values["helper"] is None


def test_the_button_above_leads_to_the_household_a_record_belongs_to(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    need = a_record(vault, "need", household=households(1), category="1", text="缺羊圈")
    page = record_page(frame, desk, "need", need)
    above = page._above.itemAt(0).widget()
    assert above is not None
    qtbot.mouseClick(above, Qt.MouseButton.LeftButton)
    assert desk.navigator.here == Place("household", record=households(1))


def test_a_record_is_ended_with_a_reason_and_undo_brings_it_back(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    need = a_record(vault, "need", household=households(1), category="1", text="缺羊圈")
    page = record_page(frame, desk, "need", need)
    page.does["record.end"]()
    dialog = page.findChild(ReasonDialog)
    assert dialog is not None
    assert not dialog.go.isEnabled()
    qtbot.keyClicks(dialog.line, "entered twice")
    qtbot.keyClick(dialog.line, Key.Key_Return)
    ended = record(vault, "need", need)
    assert ended is not None
    assert (ended.ended_on, ended.ended_reason) == ("2019-11-13", "entered twice")
    assert page.why_not("record.end")
    qtbot.keyClick(frame, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    again = record(vault, "need", need)
    assert again is not None
    assert again.ended_on is None


def test_an_appeal_due_soon_waits_on_the_first_page_and_opens_at_its_deadline(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    facts = {"kind": "objection", "received_on": "2019-10-01", "text": "公示面积不对", "due_on": "2019-11-10"}
    appeal = a_record(vault, "appeal", household=households(1), **facts)
    desk.navigator.go(Place("register"))
    qtbot.keyClick(frame, Key.Key_1, Alt)
    page = frame.page
    assert page is not None
    found = lambda: [b for b in page._buttons if "Open" in b.text()]  # type: ignore[attr-defined]  # noqa: E731
    qtbot.waitUntil(
        lambda: any("overdue since 2019-11-10" in one.text() for one in page.findChildren(QLabel))
    )
    found()[0].click()
    assert desk.navigator.here == Place("record", record=appeal, list="appeal", field="due_on")


def test_a_helpers_card_lists_the_households_and_enter_opens_the_pairing(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    helper = a_record(vault, "helper", name="郭建军", unit_name="县林业局", phone="13900000001")
    first = a_record(vault, "pairing", household=households(1), helper=helper, from_on="2019-01-01")
    a_record(vault, "pairing", household=households(2), helper=helper, from_on="2019-01-01")
    page = record_page(frame, desk, "helper", helper)
    column = page.findChild(NamedColumn)
    assert column is not None
    assert len(column.lines) == 2
    assert head_name(vault, households(1)) in column.lines[0].text()
    column.lines[1].setFocus()
    qtbot.keyClick(column.lines[1], Key.Key_Up)
    assert column.lines[0].hasFocus()
    qtbot.keyClick(column.lines[0], Key.Key_Return)
    assert desk.navigator.here == Place("record", record=first, list="pairing")
