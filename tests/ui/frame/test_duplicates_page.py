"""Records that stand twice, by keys: field by field, merged and taken back, or told apart."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from fieldapp.store import Vault
from fieldapp.store.records import Record, children, record, year_record
from fieldapp.store.save import Change, save, seen_of
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.duplicates import DuplicatesPage
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.wrapped_chip import WrappedChip

VILLAGE = "990101001201"
Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def pair(vault: Vault, households: Callable[[int], str]) -> tuple[Record, Record]:
    """A wife of one household who has the number of the son of another; their phones differ."""
    one, two = children(vault, "person", households(2))[1], children(vault, "person", households(3))[2]
    changes = [
        Change("person", one.id, "set", {"phone": "13900000001"}),
        Change("person", two.id, "set", {"phone": "13900000002", "id_no": one.values["id_no"]}),
    ]
    save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))
    return one, two


def shown(frame: Frame, desk: Desk) -> DuplicatesPage:
    desk.navigator.go(Place("duplicates"))
    assert isinstance(frame.page, DuplicatesPage)
    return frame.page


def test_the_first_page_leads_to_what_stands_twice(
    qtbot: Any, frame: Frame, desk: Desk, pair: tuple[Record, Record]
) -> None:
    desk.navigator.go(Place("register"))
    qtbot.keyClick(frame, Key.Key_1, Mod.AltModifier)
    page = frame.page
    assert page is not None
    qtbot.waitUntil(lambda: any(one.text() == "Look at them" for one in page.findChildren(QLabel)))
    qtbot.keyClick(frame, Key.Key_D, Mod.ControlModifier | Mod.ShiftModifier)
    assert desk.navigator.here == Place("duplicates")


def test_two_records_are_merged_with_the_chosen_values_and_undo_parts_them(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, pair: tuple[Record, Record]
) -> None:
    page = shown(frame, desk)
    assert page.title() == "Records that stand twice: 1"
    here = page.current()
    assert here is not None
    keep, other = here.records
    lines = {line.field.key: line for line in page.columns.lines}
    assert lines["phone"].field.shown == ("139****0001", "139****0002"), "numbers stay masked"
    assert page.columns.lines[0].hasFocus()
    for _ in range(20):
        if QApplication.focusWidget() is not lines["phone"]:
            qtbot.keyClick(QApplication.focusWidget(), Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_2)
    qtbot.keyClick(frame, Key.Key_Return, Mod.ControlModifier)
    kept, gone = record(vault, "person", keep.id), record(vault, "person", other.id)
    assert kept is not None
    assert gone is not None
    assert kept.values["phone"] == "13900000002"
    assert kept.values["name"] == keep.values["name"], "what nobody chose stays"
    assert gone.ended_reason == "duplicate"
    assert page.title() == "Records that stand twice"
    assert page.why_not("duplicate.merge")
    qtbot.keyClick(frame, Key.Key_Z, Mod.ControlModifier)
    again = record(vault, "person", other.id)
    assert again is not None
    assert again.ended_on is None
    assert len(page.twins.pairs) == 1


def test_two_people_with_one_number_are_told_apart_and_not_asked_again(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, pair: tuple[Record, Record]
) -> None:
    page = shown(frame, desk)
    qtbot.keyClick(frame, Key.Key_D, Mod.ControlModifier)
    assert page.twins.pairs == ()
    assert any("Nobody stands twice" in one.text() for one in page.findChildren(QLabel))
    both = [record(vault, "person", one.id) for one in pair]
    assert all(one is not None and one.ended_on is None for one in both)
    qtbot.keyClick(frame, Key.Key_Z, Mod.ControlModifier)
    assert len(page.twins.pairs) == 1, "told apart too soon: undo asks again"
    qtbot.keyClick(frame, Key.Key_Y, Mod.ControlModifier)
    assert page.twins.pairs == ()


def test_the_way_to_the_other_decisions_is_open_where_there_is_nothing_to_decide(
    qtbot: Any, frame: Frame, desk: Desk, pair: tuple[Record, Record]
) -> None:
    desk.navigator.go(Place("conflicts"))
    ways = [one for one in frame.header.findChildren(QPushButton) if one.text() == "Records that stand twice"]
    assert ways
    assert all(one.isEnabled() for one in ways)
    assert frame.page is not None
    (count,) = [one for one in frame.page.findChildren(QPushButton) if "stand twice" in one.text()]
    assert "1" in count.text()
    qtbot.mouseClick(count, Qt.MouseButton.LeftButton)
    assert desk.navigator.here == Place("duplicates")


def test_the_head_of_others_is_not_merged_away_and_the_page_says_why(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    one, two = (children(vault, "person", households(n))[0] for n in (2, 3))
    change = Change("person", two.id, "set", {"id_no": one.values["id_no"]})
    save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
    page = shown(frame, desk)
    page.merge()
    assert "Change the head there first" in page.trouble.text()
    assert len(page.twins.pairs) == 1


def test_news_beside_the_worker_keeps_the_choices_made_and_the_focus(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, pair: tuple[Record, Record]
) -> None:
    page = shown(frame, desk)
    line = page.columns.lines[-1]
    line.setFocus()
    qtbot.keyClick(line, Key.Key_2)
    home = Change("household", str(pair[0].values["household"]), "set", {"address": "东沟组99号"})
    save(vault, VILLAGE, "edit", [home], seen=seen_of(vault, VILLAGE))
    desk.deeds.tell((("household", str(home.record)),))
    assert page.columns.lines[-1] is line
    assert line.hasFocus()
    assert page.twins.taken == {("", line.field.key): 1}
    assert [chip.isChecked() for chip in line.sides] == [False, True]


def test_facts_of_one_year_that_contradict_are_chosen_like_the_others(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, pair: tuple[Record, Record]
) -> None:
    changes = [
        Change("person_year", None, "add", {"person": one.id, "year": 2019, "dibao": at})
        for at, one in enumerate(pair)
    ]
    save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))
    page = shown(frame, desk)
    here = page.current()
    assert here is not None
    (told,) = here.yearly
    assert told.words.startswith("2019 · ")
    assert told.shown[0] != told.shown[1]
    words = [one.text() for one in page.columns.findChildren(QLabel)]
    assert "Facts of one year that contradict" in words
    (line,) = [line for line in page.columns.lines if line.field == told]
    qtbot.keyClick(line, Key.Key_2)
    qtbot.keyClick(frame, Key.Key_Return, Mod.ControlModifier)
    kept = year_record(vault, "person_year", here.records[0].id, 2019)
    assert kept is not None
    assert kept.values["dibao"] == told.other
    assert not children(vault, "person_year", here.records[1].id)


def test_a_value_longer_than_its_half_of_the_page_breaks_into_lines_and_is_never_cut(qtbot: Any) -> None:
    chip = WrappedChip("2  示范县前庄村西坡组老学校旁7号", Theme("light", 150))
    qtbot.addWidget(chip)
    chip.resize(206, 60)
    chip.show()
    lines = chip.text().split("\n")
    assert len(lines) > 1
    assert "".join(lines) == "2  示范县前庄村西坡组老学校旁7号"
    assert all(chip.fontMetrics().horizontalAdvance(line) <= chip.width() - 20 for line in lines)
    chip.resize(900, 60)
    assert "\n" not in chip.text()


def test_of_two_households_with_one_number_it_is_shown_who_lives_there(
    frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    one, two = households(4), households(5)
    number = record(vault, "household", one)
    assert number is not None
    same = Change("household", two, "set", {"household_no": number.values["household_no"]})
    save(vault, VILLAGE, "edit", [same], seen=seen_of(vault, VILLAGE))
    page = shown(frame, desk)
    here = page.current()
    assert here is not None
    assert here.people is not None
    names = [str(person.values["name"]) for person in children(vault, "person", here.records[0].id)]
    assert here.people.shown[0] == ", ".join(names)
