"""Other people's lists by keys: a file compared and kept, differences decided, the entry list ticked off."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fieldapp.store import Vault
from fieldapp.store.comparison.deciding import decide
from fieldapp.store.comparison.entering import approve, proposed_line
from fieldapp.store.comparison.entry_lines import entries
from fieldapp.store.comparison.kept import kept_differences, outside_lists
from fieldapp.store.records import count, record
from fieldapp.store.save import Change, save, seen_of
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.windows.compare_page import ComparePage
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.reason import ReasonDialog

VILLAGE = "990101001201"
Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def focused() -> Any:
    return QApplication.focusWidget()


def compare_page(frame: Frame, desk: Desk, tab: str = "lists") -> ComparePage:
    desk.scope.choose(VILLAGE)
    desk.navigator.go(Place("compare", extra={"tab": tab}))
    assert isinstance(frame.page, ComparePage)
    return frame.page


def a_list(tmp_path: Path, phones: dict[str, str]) -> Path:
    path = tmp_path / "民政名单.csv"
    path.write_text("户编号,联系电话\n" + "".join(f"{no},{phone}\n" for no, phone in phones.items()), "utf-8")
    return path


def number(vault: Vault, household: str) -> str:
    found = record(vault, "household", household)
    assert found is not None
    return str(found.values["household_no"])


def kept(vault: Vault) -> list[Any]:
    return [one for each in outside_lists(vault) for one in kept_differences(vault, list(each.ids.values()))]


@pytest.fixture
def two_phones(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str], tmp_path: Path
) -> ComparePage:
    """A department's list with other telephones for two households, kept by keys."""
    page = compare_page(frame, desk)
    phones = {number(vault, households(n)): f"1391111000{n}" for n in (1, 2)}
    page.take(a_list(tmp_path, phones))
    qtbot.waitUntil(lambda: page.part == "columns" and not page.editor.busy)
    page.columns.kind.choose("department")
    qtbot.keyClick(page.columns.panel.table, Key.Key_Return)
    qtbot.waitUntil(lambda: page.part == "counts" and not page.editor.busy)
    assert count(vault, "difference") == 0
    qtbot.keyClick(focused(), Key.Key_Return)
    qtbot.waitUntil(lambda: page.part == "lists" and not page.editor.busy)
    return page


def test_a_file_is_compared_dry_and_then_kept(two_phones: ComparePage, vault: Vault) -> None:
    (only,) = outside_lists(vault)
    assert (only.name, only.kind, only.rows, only.open) == ("民政名单", "department", 2, 2)
    assert "2 new differences" in two_phones.said.text()
    assert two_phones.lists.lists.hasFocus()


def test_esc_goes_back_from_the_counts_and_nothing_was_written(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, tmp_path: Path
) -> None:
    page = compare_page(frame, desk)
    page.take(a_list(tmp_path, {"H99": "13911110000"}))
    qtbot.waitUntil(lambda: page.part == "columns" and not page.editor.busy)
    page.columns.kind.choose("department")
    qtbot.keyClick(page.columns.panel.table, Key.Key_Return)
    qtbot.waitUntil(lambda: page.part == "counts" and not page.editor.busy)
    qtbot.keyClick(focused(), Key.Key_Escape)
    assert page.part == "columns"
    qtbot.keyClick(page, Key.Key_Escape)
    assert page.part == "lists"
    assert outside_lists(vault) == ()


def test_the_keys_1_2_3_decide_and_ctrl_z_takes_it_back(
    qtbot: Any, two_phones: ComparePage, frame: Frame, vault: Vault, households: Callable[[int], str]
) -> None:
    for _ in range(2):
        qtbot.keyClick(focused(), Key.Key_Return)
    assert two_phones.lists.lines.hasFocus()
    qtbot.keyClick(focused(), Key.Key_2)
    first = record(vault, "household", households(1))
    assert first is not None
    assert first.values["phone"] == "13911110001"
    qtbot.keyClick(focused(), Key.Key_3)
    assert sorted(one.decision for one in kept(vault)) == ["later", "theirs"]
    qtbot.keyClick(frame, Key.Key_Z, Ctrl)
    qtbot.keyClick(frame, Key.Key_Z, Ctrl)
    assert [one.decision for one in kept(vault)] == ["", ""]
    first = record(vault, "household", households(1))
    assert first is not None
    assert first.values["phone"] == "13900000001"


def test_several_are_ticked_and_decided_with_one_reason_and_one_undo(
    qtbot: Any, two_phones: ComparePage, frame: Frame, vault: Vault
) -> None:
    two_phones.lists.lines.go_in()
    qtbot.keyClick(focused(), Key.Key_Space)
    qtbot.keyClick(focused(), Key.Key_Space)
    assert len(two_phones.lists.ticks) == 2
    qtbot.keyClick(focused(), Key.Key_1)
    dialog = two_phones.lists.findChild(ReasonDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.line, "checked by telephone")
    qtbot.keyClick(dialog.line, Key.Key_Return)
    assert [(one.decision, one.reason) for one in kept(vault)] == [("ours", "checked by telephone")] * 2
    qtbot.keyClick(frame, Key.Key_Z, Ctrl)
    assert all(one.is_open for one in kept(vault))


def test_enter_on_a_difference_opens_the_household_at_the_field(
    qtbot: Any, two_phones: ComparePage, desk: Desk, households: Callable[[int], str]
) -> None:
    two_phones.lists.lines.go_in()
    qtbot.keyClick(focused(), Key.Key_Return)
    here = desk.navigator.here
    assert here is not None
    assert (here.page, here.record, here.list, here.field) == (
        "household",
        households(1),
        "household",
        "phone",
    )


def test_a_team_sees_what_changed_and_that_the_township_approves(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str]
) -> None:
    page = compare_page(frame, desk, "entries")
    page.entries.view.choose("new")
    qtbot.waitUntil(lambda: bool(page.entries.editor.lines))
    codes = {one.national_field for one in page.entries.editor.lines}
    assert {"aac001", "aab002"} <= codes
    assert "township" in page.why_not("compare.approve")


@pytest.fixture
def office(vault: Vault) -> Vault:
    """The same vault with a worker who approves."""
    from dataclasses import replace

    vault.worker = replace(vault.worker, role="township")
    return vault


def test_lines_are_approved_then_ticked_off_by_space_and_undone(
    qtbot: Any, frame: Frame, desk: Desk, office: Vault, households: Callable[[int], str]
) -> None:
    page = compare_page(frame, desk, "entries")
    page.entries.view.choose("new")
    qtbot.waitUntil(lambda: bool(page.entries.editor.lines))
    page.entries.lines.go_in()
    qtbot.keyClick(focused(), Key.Key_Space)
    qtbot.keyClick(focused(), Key.Key_Space)
    qtbot.keyClick(frame, Key.Key_Return, Ctrl)
    assert len(entries(office)) == 2
    page.entries.view.choose("to_enter")
    page.entries.lines.go_in()
    qtbot.keyClick(focused(), Key.Key_Space)
    assert len(entries(office)) == 1
    qtbot.keyClick(frame, Key.Key_Z, Ctrl)
    assert len(entries(office)) == 2


def test_the_entry_list_is_taken_out_whole_only_with_a_reason(
    frame: Frame, desk: Desk, office: Vault, households: Callable[[int], str], tmp_path: Path
) -> None:
    approve(office, (proposed_line(office, VILLAGE, "household", households(1), "phone", "", "13900000001"),))
    page = compare_page(frame, desk, "entries")
    page.entries.write(tmp_path / "a.xlsx", "entering")
    cells = python_calamine.load_workbook(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python()
    assert cells[1][3:7:3] == ["aar012", "13900000001"]
    assert "1 lines stand in" in page.said.text()
    assert page.entries.editor.document("why").blocks


def test_an_allowance_that_differs_opens_the_member_in_its_year(
    qtbot: Any, frame: Frame, desk: Desk, vault: Vault, households: Callable[[int], str], tmp_path: Path
) -> None:
    member = str(vault.db.execute("select id from person where household = ?", [households(3)]).fetchone()[0])
    marked = Change("person_year", None, "add", {"person": member, "year": 2019, "dibao": 1})
    save(vault, VILLAGE, "edit", [marked], seen=seen_of(vault, VILLAGE))
    (tmp_path / "低保.csv").write_text("姓名,证件号码\n无此人,\n", "utf-8")
    page = compare_page(frame, desk)
    page.take(tmp_path / "低保.csv")
    qtbot.waitUntil(lambda: page.part == "columns" and not page.editor.busy)
    page.columns.panel.go.click()
    qtbot.waitUntil(lambda: page.part == "counts" and not page.editor.busy)
    page.counts.go.click()
    qtbot.waitUntil(lambda: page.part == "lists" and not page.editor.busy)
    (mine,) = [one for one in kept(vault) if one.field == "dibao"]
    extra = {"year": "2019", "person": member}
    assert page.lists._words.place(mine) == Place("household", households(3), "person_year", "dibao", extra)
    decide(vault, mine.id, "ours")
