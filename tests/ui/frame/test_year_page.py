"""The year by keys: in and out with what may explain a difference, snapshots and what changed since, the batches."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from fieldapp.register.reconciliation import Balance
from fieldapp.store import Vault
from fieldapp.store.moving.movements import Deed, add_member
from fieldapp.store.records import children, year_record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.years.snapshots import snapshots, take_snapshot
from fieldapp.store.years.year_end import reconcile
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.year import open_household_year
from fieldapp_ui.editing.year_balance import CandidateWords, difference_words, sheet_lines
from fieldapp_ui.editing.year_changes import ChangeReading, read_changes
from fieldapp_ui.windows.figure_table import FigureTable
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.year_freezing import FreezeDialog
from fieldapp_ui.windows.year_opening import OpenYearDialog
from fieldapp_ui.windows.year_page import YearPage

VILLAGE = "990101001201"
Key, Alt, Ctrl = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
Nth = Callable[[int], str]


def focused() -> Any:
    return QApplication.focusWidget()


def write(vault: Vault, *changes: Change) -> None:
    save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))


def year_page(qtbot: Any, frame: Frame, desk: Desk, part: str = "balance") -> YearPage:
    desk.scope.choose(VILLAGE)
    qtbot.keyClick(frame, Key.Key_9, Alt)
    page = frame.page
    assert isinstance(page, YearPage)
    at_rest(qtbot, desk)
    while page.part != part:
        qtbot.keyClick(frame, Key.Key_PageDown, Ctrl)
        at_rest(qtbot, desk)
    return page


def at_rest(qtbot: Any, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.tasks.running, timeout=20_000)


def cells(table: FigureTable) -> list[tuple[str, ...]]:
    return [table.figures.row(at).cells for at in range(table.figures.rowCount())]


def words_on(page: YearPage) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_a_year_of_one_birth_is_even(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Nth
) -> None:
    add_member(vault, households(1), {"name": "常小宝", "relation": "3"}, Deed("birth", "2019-03-01"))
    page = year_page(qtbot, frame, desk)
    lines = cells(page.balance.lines)
    assert lines[1][0] == "+  Birth"
    assert [line[0] for line in lines] == [
        "At the end of 2018-12-31", "+  Birth", "At the end of 2019-12-31", "Difference",
    ]  # fmt: skip
    assert lines[-1][1:] == ("0", "0", "0")
    qtbot.waitUntil(lambda: "✓ even" in words_on(page))
    assert "✓ Dates and movements of every record agree." in words_on(page)


def test_a_household_without_its_movement_is_named_and_enter_goes_there(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Nth
) -> None:
    write(vault, Change("household", households(5), "set", {"identified_on": "2019-04-01"}))
    page = year_page(qtbot, frame, desk)
    said = "✕ difference 1: more at the end than movements explain"
    qtbot.waitUntil(lambda: said in words_on(page))
    assert page.balance.candidates.hasFocus()
    last = page.balance.candidates.figures.rowCount() - 1
    qtbot.keyClick(focused(), Key.Key_End, Ctrl)
    assert page.balance.candidates.currentIndex().row() == last
    qtbot.keyClick(focused(), Key.Key_Return)
    here = desk.navigator.here
    assert here is not None
    assert (here.page, here.record) == ("household", households(5))


def test_a_snapshot_is_taken_by_keys_and_a_second_one_asks_why(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Nth
) -> None:
    page = year_page(qtbot, frame, desk)
    qtbot.keyClick(frame, Key.Key_G, Ctrl)
    dialog = page.findChild(FreezeDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.day, "20191031")
    qtbot.keyClick(dialog.day, Key.Key_Return)
    qtbot.keyClick(dialog.reason, Key.Key_Return)
    qtbot.waitUntil(lambda: page.snapshots.versions.figures.rowCount() == 1, timeout=20_000)
    taken = snapshots(vault, VILLAGE, 2019)
    assert [(one.version, one.cut_off) for one in taken] == [(1, "2019-10-31")]
    assert taken[0].sha256[:12] in cells(page.snapshots.versions)[0]
    at_rest(qtbot, desk)
    write(vault, Change("household", households(2), "set", {"cause_main": "2"}))
    page.does["year.freeze"]()
    again = page.findChildren(FreezeDialog)[-1]
    qtbot.keyClick(again.reason, Key.Key_Return)
    assert again.wrong.text() == "Write why a new version is needed."
    qtbot.keyClicks(again.reason, "after the publicity")
    qtbot.keyClick(again.reason, Key.Key_Return)
    qtbot.waitUntil(lambda: page.snapshots.versions.figures.rowCount() == 2, timeout=20_000)
    at_rest(qtbot, desk)


def test_what_changed_since_is_shown_with_who_wrote_it_and_versions_are_compared(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Nth
) -> None:
    take_snapshot(vault, VILLAGE, 2019, "2019-10-31")
    write(vault, Change("household", households(2), "set", {"cause_main": "2"}))
    page = year_page(qtbot, frame, desk, "snapshots")
    qtbot.waitUntil(lambda: page.snapshots.changes.figures.rowCount() == 1, timeout=20_000)
    row = cells(page.snapshots.changes)[0]
    assert row[4].startswith("2019-11-13")
    assert "王队长" in row[4]
    qtbot.keyClick(page.snapshots.versions, Key.Key_Return)
    qtbot.keyClick(focused(), Key.Key_Return)
    assert desk.navigator.here == Place("household", households(2), "household", "cause_main")
    take_snapshot(vault, VILLAGE, 2019, "2019-10-31", "corrected")
    first, second = snapshots(vault, VILLAGE, 2019)
    found = read_changes(vault, first.id, second.id)
    assert [(one.difference.field, one.origin) for one in found.lines] == [("cause_main", None)]
    assert read_changes(vault, second.id, "").lines == ()


def test_a_change_shows_no_number_whole(desk: Desk, vault: Vault, households: Nth) -> None:
    taken = take_snapshot(vault, VILLAGE, 2019, "2019-10-31")
    write(vault, Change("household", households(1), "set", {"phone": "13911112222"}))
    line = read_changes(vault, taken.changed[0][1], "").lines[0]
    words = ChangeReading(desk).words(line)
    assert words.after == "139****2222"
    assert "13911112222" not in repr(words)


def test_the_batches_are_distinct_and_those_in_none_are_one_key_away(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Nth
) -> None:
    write(
        vault,
        Change("household", households(1), "set", {"policy_poor_flags": "industry education"}),
        Change("household", households(2), "set", {"policy_poor_flags": "industry"}),
    )
    page = year_page(qtbot, frame, desk, "batches")
    lines = {line[0]: line for line in cells(page.batches.batches)}
    size = [len(children(vault, "person", households(at))) for at in (1, 2)]
    assert lines["1  Industry"][1:3] == ("2", str(sum(size)))
    assert lines["4  Education"][1:3] == ("1", str(size[0]))
    assert lines["In at least one"][1:3] == ("2", str(sum(size)))
    assert cells(page.batches.pairs)[0][4] == str(size[0])
    page.batches.counted.choose("households")
    assert cells(page.batches.pairs)[0][4] == "1"
    qtbot.keyClick(page.batches.batches, Key.Key_Return)
    assert page.batches.none.hasFocus()
    household, person = page.batches.none.key()  # type: ignore[misc]
    qtbot.keyClick(focused(), Key.Key_Return)
    assert desk.navigator.here == Place("household", household, extra={"tab": "members", "person": person})


def test_another_cut_off_day_is_typed_without_separators(qtbot: Any, frame: Frame, desk: Desk) -> None:
    page = year_page(qtbot, frame, desk, "batches")
    page.batches.day.setFocus()
    page.batches.day.selectAll()
    qtbot.keyClicks(page.batches.day, "20190630")
    qtbot.keyClick(page.batches.day, Key.Key_Return)
    at_rest(qtbot, desk)
    assert "2019-06-30" in words_on(page)
    page.batches.day.selectAll()
    qtbot.keyClicks(page.batches.day, "20190231")
    qtbot.keyClick(page.batches.day, Key.Key_Return)
    assert "20190231 is no day" in words_on(page)


def test_the_year_is_opened_from_the_year_before(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Nth
) -> None:
    home = households(3)
    last = {"household": home, "year": 2018, "water_minutes": 10}
    write(vault, Change("household_year", None, "add", last))
    page = year_page(qtbot, frame, desk)
    page.does["year.open"]()
    dialog = page.findChild(OpenYearDialog)
    assert dialog is not None
    qtbot.keyClick(dialog.go, Key.Key_Return)
    at_rest(qtbot, desk)
    said = "1 households start 2019 from the year before, 11 had nothing to carry."
    assert said in words_on(page)
    carried = year_record(vault, "household_year", home, 2019)
    assert carried is not None
    assert carried.values["water_minutes"] == 10


def test_who_sees_only_parts_is_told_so(qtbot: Any, frame: Frame, desk: Desk) -> None:
    session = desk.vault.session
    desk.vault.session = replace(session, worker=replace(session.worker, role="helper"))
    page = year_page(qtbot, frame, desk)
    assert page.trouble.isVisible()
    assert page.trouble.text().startswith("✕ ")
    assert not page.balance.isVisible()


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (12, "✓ even"),
        (14, "✕ difference 2: more at the end than movements explain"),
        (11, "✕ difference 1: fewer at the end than movements explain"),
    ],
)
def test_a_difference_is_said_in_words(end: int, said: str) -> None:
    balance = Balance(11, (("birth", 2),), (("death", 1),), end)
    assert difference_words(balance.difference) == said


def test_a_candidate_names_the_member_and_leads_to_the_card(
    desk: Desk, vault: Vault, households: Nth
) -> None:
    home = households(4)
    person = children(vault, "person", home)[-1]
    write(vault, Change("person", person.id, "set", {"joined_on": "2019-02-01"}))
    found = reconcile(vault, VILLAGE, 2019)
    (one,) = found.candidates
    words = CandidateWords(desk)
    assert str(person.values["name"]) in words.who(one)
    assert words.place(one) == Place("household", home, extra={"tab": "members", "person": person.id})
    assert sheet_lines(found, desk)[-1].figures == (0, 1, 0) or found.poor.difference


def test_one_household_is_opened_from_its_card_and_undone_as_one_deed(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Nth
) -> None:
    home = households(6)
    last = {"household": home, "year": 2018, "water_minutes": 10}
    write(vault, Change("household_year", None, "add", last))
    desk.navigator.go(Place("household", home, extra={"year": "2019"}))
    assert frame.page is not None
    frame.page.does["household.open_year"]()
    opened = year_record(vault, "household_year", home, 2019)
    assert opened is not None
    assert opened.values["water_minutes"] == 10
    assert not open_household_year(desk, home, 2019, "常")
    qtbot.keyClick(frame, Key.Key_Z, Ctrl)
    found = year_record(vault, "household_year", home, 2019)
    assert found is None or found.ended_on is not None
