"""The grid of members, by keys: a row typed in place, who is here already, the end of a member, rows pasted at once."""

from collections.abc import Callable
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from fieldapp.domain.identity import check_digit
from fieldapp.store import Vault
from fieldapp.store.moving.movements import movements
from fieldapp.store.records import children, record, year_record
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.card import CardEditor
from fieldapp_ui.editing.pasted import PastedPeople
from fieldapp_ui.models.members import MembersModel
from fieldapp_ui.models.pasted import PastedModel
from fieldapp_ui.windows.asking import AskingDialog
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.household import HouseholdPage
from fieldapp_ui.windows.member_grid import MemberGrid
from fieldapp_ui.windows.paste import PasteDialog

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier
OF_A_POPUP = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support (raise|grabbing)", extend=True)
BODY = "99010120190312072"
NUMBER = BODY + check_digit(BODY)


@pytest.fixture
def page(frame: Frame, desk: Desk, households: Callable[[int], str]) -> HouseholdPage:
    desk.navigator.go(Place("household", record=households(3), extra={"tab": "members"}))
    assert isinstance(frame.page, HouseholdPage)
    return frame.page


def commit_text(text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def typed(qtbot: Any, *cells: str) -> None:
    """Type one cell after the other; Enter goes on."""
    for text in cells:
        qtbot.waitUntil(lambda: QApplication.focusWidget().property("role") == "cell")
        if text.isascii():
            qtbot.keyClicks(QApplication.focusWidget(), text)
        else:
            commit_text(text)
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)


def column(grid: MemberGrid, key: str) -> int:
    return [spec.key for spec in grid.rows.specs].index(key)


def test_the_tables_keep_the_rules_of_qt(
    qtmodeltester: Any, desk: Desk, households: Callable[[int], str]
) -> None:
    editor = CardEditor(desk)
    editor.open(households(3))
    members = MembersModel(desk, editor.reading)
    members.show_people(editor.people, 2019)
    members.begin_draft()
    qtmodeltester.check(members)
    members.sort_by(0)
    members.drop_draft()
    qtmodeltester.check(members)
    pasted = PastedModel(desk, editor.reading, PastedPeople(editor, "姓名\t年龄\n甲乙\t3\n\t4\n"))
    qtmodeltester.check(pasted)
    shiboken6.delete(
        editor
    )  # what it began beside the window must not come back after the register is closed


@OF_A_POPUP
def test_a_row_is_typed_in_place_and_the_number_fills_sex_and_birth(
    qtbot: Any, page: HouseholdPage, frame: Frame, vault: Vault
) -> None:
    before = len(page.editor.people)
    frame.actions_here.run("person.add")
    typed(qtbot, "薛小见", NUMBER)
    grid = page.members.grid
    assert grid.rows.draft is not None
    assert (grid.rows.draft["sex"], grid.rows.draft["birth_date"]) == ("2", "2019-03-12")
    assert grid.currentIndex().column() == column(grid, "relation"), "sex and birth date are told already"
    typed(qtbot, "4")
    assert grid.rows.text(before, column(grid, "relation")) == "Daughter"
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    qtbot.keyClick(grid, Key.Key_Return, Ctrl)
    dialog = page.findChild(AskingDialog)
    dialog.activateWindow()
    dialog.pane.form.input("how").choose("birth")
    assert dialog.pane.form.typed()["moved_on"] == "2019-03-12"
    dialog.pane.do_now()
    assert len(page.editor.people) == before + 1
    new = next(one for one in page.editor.people if one.values["name"] == "薛小见")
    assert (new.values["relation"], new.values["id_no"]) == ("4", NUMBER)
    assert page.members.person == new.id
    assert [one.values["kind"] for one in movements(vault, page.editor.id)] == ["birth"]
    page.desk.deeds.undo()
    assert len(page.editor.people) == before
    assert movements(vault, page.editor.id) == ()


@OF_A_POPUP
def test_who_was_here_all_along_is_no_movement_and_brings_the_facts_of_the_year(
    qtbot: Any, page: HouseholdPage, frame: Frame, vault: Vault
) -> None:
    before = len(page.editor.people)
    frame.actions_here.run("person.add")
    grid = page.members.grid
    typed(qtbot, "薛老人", "", "1", "19500101", "11", "", "", "", "1", "")
    dialog = page.findChild(AskingDialog)
    dialog.pane.form.input("how").choose("was_here")
    dialog.pane.do_now()
    new = next(one for one in page.editor.people if one.values["name"] == "薛老人")
    facts = year_record(vault, "person_year", new.id, 2019)
    assert facts is not None
    assert facts.values["health"] == "1"
    assert movements(vault, page.editor.id) == ()
    page.desk.deeds.undo()
    assert len(page.editor.people) == before
    assert grid.rows.draft is None


@OF_A_POPUP
def test_a_name_that_is_here_already_is_said_while_it_is_typed(
    qtbot: Any, page: HouseholdPage, frame: Frame, households: Callable[[int], str], vault: Vault
) -> None:
    twin = children(vault, "person", households(2))[0]
    frame.actions_here.run("person.add")
    typed(qtbot, str(twin.values["name"]))
    assert page.members.twins.isHidden(), "a name alone is no sign"
    qtbot.keyClicks(QApplication.focusWidget(), str(twin.values["id_no"]))
    assert "9901010012010002" in page.members.twins.text()
    assert not page.members.twins.isHidden()


@OF_A_POPUP
def test_a_wrong_cell_is_refused_in_words_and_the_row_is_not_lost(
    qtbot: Any, page: HouseholdPage, frame: Frame
) -> None:
    frame.actions_here.run("person.add")
    typed(qtbot, "薛小见", "123")
    assert page.members.message.text().startswith("✕")
    assert QApplication.focusWidget().property("role") == "cell"
    page.desk.navigator.go(Place("register"))
    assert frame.page is page, "a row that is half typed holds the page"
    assert "Ctrl+Enter" in page.members.message.text()


@OF_A_POPUP
def test_a_cell_of_a_member_is_changed_in_place(qtbot: Any, page: HouseholdPage, vault: Vault) -> None:
    grid = page.members.grid
    person = page.editor.people[1].id
    grid.setCurrentIndex(grid.rows.index(1, column(grid, "labour")))
    qtbot.keyClick(grid, Key.Key_Return)
    typed(qtbot, "2")
    kept = year_record(vault, "person_year", person, 2019)
    assert kept is not None
    assert kept.values["labour"] == "2"
    grid.setCurrentIndex(grid.rows.index(2, column(grid, "labour")))
    grid.copy_above()
    other = year_record(vault, "person_year", page.editor.people[2].id, 2019)
    assert other is not None
    assert other.values["labour"] == "2"
    page.desk.deeds.undo()
    page.desk.deeds.undo()
    assert year_record(vault, "person_year", person, 2019) is None


@OF_A_POPUP
def test_the_rows_are_sorted_by_the_column_of_the_cursor(page: HouseholdPage, frame: Frame) -> None:
    grid = page.members.grid
    at = column(grid, "birth_date")
    grid.setCurrentIndex(grid.rows.index(0, at))
    frame.actions_here.run("person.sort")
    born = [grid.rows.text(row, at) for row in range(4)]
    assert born == sorted(born)
    frame.actions_here.run("person.sort")
    assert [grid.rows.text(row, at) for row in range(4)] == sorted(born, reverse=True)
    frame.actions_here.run("person.sort")
    assert [one.id for one in grid.rows.people] == [one.id for one in page.editor.people]


@OF_A_POPUP
def test_pasted_rows_are_looked_at_kept_at_once_and_taken_back_at_once(
    qtbot: Any, page: HouseholdPage, frame: Frame, vault: Vault
) -> None:
    before = {one.id: one.values["phone"] for one in page.editor.people}
    known = page.editor.people[1]
    QApplication.clipboard().setText(
        "姓名\t证件号码\t与户主关系\t联系电话\t鞋码\r\n"
        f"薛小见\t{NUMBER}\t之女\t13900001111\t22\r\n"
        f"{known.values['name']}\t{known.values['id_no']}\t配偶\t13900002222\t37\r\n"
        "\t\t之子\t\t\r\n"
        "薛大\t\t之子\t123\t\r\n"
    )
    frame.actions_here.run("person.paste")
    dialog = page.findChild(PasteDialog)
    dialog.activateWindow()
    assert dialog.pasted.kept == 3
    assert [spec.key if spec else "" for spec in dialog.pasted.columns] == [
        "name", "id_no", "relation", "phone", "",
    ]  # fmt: skip
    assert len(dialog.troubles) == 2
    assert "There is no name" in dialog.troubles[0]
    assert dialog.troubles[1].startswith("Row 4: Phone")
    qtbot.keyClick(dialog.go, Key.Key_Return)
    assert len(page.editor.people) == len(before) + 2
    new = next(one for one in page.editor.people if one.values["id_no"] == NUMBER)
    assert (new.values["sex"], new.values["birth_date"]) == ("2", "2019-03-12")
    changed = record(vault, "person", known.id)
    assert changed is not None
    assert changed.values["phone"] == "13900002222"
    page.desk.deeds.undo()
    assert {one.id: one.values["phone"] for one in page.editor.people} == before


@OF_A_POPUP
def test_an_empty_clipboard_says_what_to_do(page: HouseholdPage, frame: Frame) -> None:
    QApplication.clipboard().clear()
    frame.actions_here.run("person.paste")
    dialog = page.findChild(PasteDialog)
    assert not dialog.go.isEnabled()
    assert dialog.pasted.rows == ()
