"""The card of a household: its lists in lines, visits, files and places, what was different on another day."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from fieldapp.store import Vault
from fieldapp.store.growing.compaction import KEPT_DAYS, compact
from fieldapp.store.receipts import note_receipt
from fieldapp.store.records import children, record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import vector
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.card_tabs import OWN_PLACE, TABS, lists_of_tab, tab_of_list
from fieldapp_ui.fields.media.file_entry import FileEntry
from fieldapp_ui.windows.asking import AskingDialog
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.household import HouseholdPage
from fieldapp_ui.windows.linebutton import LineButton

VILLAGE = "990101001201"
Key = Qt.Key
OF_A_POPUP = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support (raise|grabbing)", extend=True)


@pytest.fixture
def page(frame: Frame, desk: Desk, households: Callable[[int], str]) -> HouseholdPage:
    desk.navigator.go(Place("household", record=households(3)))
    assert isinstance(frame.page, HouseholdPage)
    return frame.page


def a_record(vault: Vault, list_name: str, **values: Any) -> str:
    change = Change(list_name, None, "add", values)
    return save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE)).changed[0][1]


def turn(page: HouseholdPage, tab: str) -> None:
    page.tabs.setCurrentIndex(TABS.index(tab))


def lines(page: HouseholdPage) -> list[str]:
    return [one.accessibleName() for one in page.facts.findChildren(LineButton) if one.isVisible()]


def test_every_list_below_a_household_stands_on_a_tab_or_in_its_own_place(vault: Vault) -> None:
    below = {spec.name for spec in vault.dictionary.children("household") if spec.key_by == "uuid"}
    shown = [name for tab in TABS for name in lists_of_tab(vault.dictionary, tab)]
    assert set(shown) | (OWN_PLACE & below) == below
    assert len(shown) == len(set(shown))
    assert tab_of_list(vault.dictionary, "care") == "help"
    assert tab_of_list(vault.dictionary, "loan") == "income"


def test_a_long_list_shows_the_newest_and_all_on_asking(
    qtbot: Any, page: HouseholdPage, vault: Vault, desk: Desk
) -> None:
    for month in range(1, 7):
        a_record(
            vault, "work_record", household=page.editor.id, done_on=f"2019-0{month}-12", workers="王队长"
        )
    desk.deeds.tell((("household", page.editor.id),))
    turn(page, "help")
    qtbot.waitUntil(lambda: bool(lines(page)))
    assert [one[:10] for one in lines(page)] == ["2019-06-12", "2019-05-12", "2019-04-12"]
    every = next(b for b in page.facts.findChildren(QPushButton) if b.text() == "Show all 6")
    every.click()
    qtbot.waitUntil(lambda: len(lines(page)) == 6)
    first = next(one for one in page.facts.findChildren(LineButton) if one.isVisible())
    first.setFocus()
    qtbot.keyClick(first, Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    here = desk.navigator.here
    assert here is not None
    assert (here.page, here.list) == ("record", "work_record")
    opened = record(vault, "work_record", here.record)
    assert opened is not None
    assert opened.values["done_on"] == "2019-05-12"


def test_a_record_is_added_from_the_card_and_opens_at_its_first_field(
    page: HouseholdPage, vault: Vault, desk: Desk
) -> None:
    turn(page, "help")
    adder = next(b for b in page.facts.findChildren(QPushButton) if b.text() == "Add: Need")
    adder.click()
    here = desk.navigator.here
    assert here is not None
    assert (here.page, here.list) == ("record", "need")
    assert [one.id for one in children(vault, "need", page.editor.id)] == [here.record]
    desk.deeds.undo()
    assert children(vault, "need", page.editor.id) == ()


@OF_A_POPUP
def test_a_visit_where_nobody_was_home_asks_only_for_a_note(
    qtbot: Any, page: HouseholdPage, vault: Vault
) -> None:
    page.does["visit.record"]()
    dialog = page.findChild(AskingDialog)
    dialog.activateWindow()
    form = dialog.pane.form
    qtbot.waitUntil(lambda: form.input("outcome").isAncestorOf(QApplication.focusWidget()))
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_2)
    assert form.order() == ("outcome", "done_on", "content", "source")
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    kept = children(vault, "work_record", page.editor.id)
    assert [(one.values["outcome"], one.values["done_on"], one.values["workers"]) for one in kept] == [
        ("not_home", "2019-11-13", "王队长")
    ]


@OF_A_POPUP
def test_the_income_a_visit_showed_is_entered_once_and_undone_with_it(
    qtbot: Any, page: HouseholdPage, vault: Vault, desk: Desk
) -> None:
    page.does["visit.record"]()
    dialog = page.findChild(AskingDialog)
    form = dialog.pane.form
    form.fill({"outcome": "done", "problem": "屋顶漏雨"})
    assert "due_on" in form.order()
    form.fill({"due_on": "20191201", "line:0": "a1"})
    dialog.pane.do_now()
    shown = [
        one.text() for one in dialog.findChildren(QLabel) if one.isVisible() and one.text().startswith("✕")
    ]
    assert shown == ["✕ This is needed."], "an income has an amount"
    person = page.editor.people[0].id
    form.fill({"amount:0": "1200", "person:0": person, "basis:0": "bank"})
    assert "line:1" in form.order()
    dialog.pane.do_now()
    work = children(vault, "work_record", page.editor.id)
    events = children(vault, "income_event", page.editor.id)
    assert [(one.values["problem"], one.values["due_on"]) for one in work] == [("屋顶漏雨", "2019-12-01")]
    assert [
        (one.values["line"], one.values["amount"], one.values["person"], one.values["work_record"])
        for one in events
    ] == [("a1", 120000, person, work[0].id)]
    turn(page, "income")
    qtbot.waitUntil(lambda: any("1,200.00" in one for one in lines(page)))
    desk.deeds.undo()
    assert children(vault, "income_event", page.editor.id) == ()
    assert children(vault, "work_record", page.editor.id) == ()


def test_photos_are_added_to_a_fact_and_shown_small(
    qtbot: Any, page: HouseholdPage, vault: Vault, tmp_path: Path
) -> None:
    for name, colour in (("one.png", 0xFF0000), ("two.png", 0x00FF00)):
        image = QImage(40, 30, QImage.Format.Format_RGB32)
        image.fill(colour)
        image.save(str(tmp_path / name))
    row = page.facts.row_of("household", "photo")
    assert row is not None
    page.facts.edit(row)
    entry = row.entry
    assert isinstance(entry, FileEntry)
    entry.take([tmp_path / "one.png", tmp_path / "two.png", tmp_path / "none.png"])
    assert "none.png cannot be read" in entry.trouble.text()
    assert page.facts.finish()
    kept = record(vault, "household", page.editor.id)
    assert kept is not None
    assert len(str(kept.values["photo"]).split()) == 2
    again = page.facts.row_of("household", "photo")
    assert again is not None
    tiles = lambda: [t for t in again.findChildren(QToolButton) if t.accessibleName() == "Photo"]  # noqa: E731
    qtbot.waitUntil(lambda: sum(one.isVisible() for one in tiles()) == 2)


@pytest.mark.parametrize("pasted", ["33.5 104.9", "33.5,104.9", "33.5，104.9", "N33.5° E104.9°"])
def test_a_place_is_typed_or_pasted_as_maps_write_it(page: HouseholdPage, vault: Vault, pasted: str) -> None:
    row = page.facts.row_of("household", "geo")
    assert row is not None
    page.facts.edit(row)
    row.entry.setText(pasted)
    assert page.facts.finish()
    kept = record(vault, "household", page.editor.id)
    assert kept is not None
    assert kept.values["geo"] == "33.5 104.9"


def test_two_days_are_compared_and_the_history_says_what_stood_before(
    qtbot: Any, page: HouseholdPage, vault: Vault, frame: Frame
) -> None:
    change = Change("household", page.editor.id, "set", {"address": "新址"}, source="seen")
    save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
    frame.actions_here.run("history.compare")
    assert page.tab == "history"
    assert page.history.from_day.hasFocus()
    qtbot.keyClicks(page.history.from_day, "20180101")
    qtbot.keyClick(page.history.from_day, Key.Key_Return)
    qtbot.keyClick(page.history.to_day, Key.Key_Return)
    said = lambda: [one.text() for one in page.history.findChildren(QLabel)]  # noqa: E731
    qtbot.waitUntil(lambda: any("Between 2018-01-01 and 2019-11-13" in text for text in said()))
    assert any("blank  →  新址" in text for text in said())
    qtbot.waitUntil(lambda: any("示范县前庄村3号 → 新址" in text for text in said()))
    page.history.from_day.setText("x")
    page.history.compare()
    assert page.history.trouble.text().startswith("✕")
    assert not page.history.kept_there.isVisibleTo(page.history)


def test_the_history_says_where_changes_older_than_its_log_are_kept(
    qtbot: Any, page: HouseholdPage, vault: Vault, frame: Frame, desk: Desk
) -> None:
    for stream, seq in vector(vault.ledger, VILLAGE).items():
        note_receipt(vault, "central", stream, seq)
    compact(vault, desk.today() - timedelta(days=KEPT_DAYS))
    assert compact(vault, desk.today(), least=1).villages == 1
    turn(page, "history")
    qtbot.waitUntil(lambda: page.history.kept_there.isVisibleTo(page.history))
    assert "kept at the county" in page.history.kept_there.text()
    said = [one.text() for one in page.history.findChildren(QLabel)]
    assert any("示范县前庄村3号" in text for text in said)
