"""The register: a lawful model, pages of rows, conditions and columns by keys, views that are kept, Enter that opens."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QPushButton

from fieldapp.store.finding.filters import Filter
from fieldapp.store.finding.selection import select_rows
from fieldapp.store.moving.movements import movements
from fieldapp.store.records import record
from fieldapp.store.save import Change, save, seen_of
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.views import ListView
from fieldapp_ui.models.hits import Row, RowsModel
from fieldapp_ui.models.list_rows import ListRowsModel
from fieldapp_ui.windows.asking import AskingDialog
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.picker import Picker
from fieldapp_ui.windows.register import RegisterPage

VILLAGE = "990101001201"
YEAR = 2019


@pytest.fixture
def page(frame: Frame, desk: Desk) -> RegisterPage:
    desk.navigator.go(Place("register"))
    assert isinstance(frame.page, RegisterPage)
    return frame.page


def a_model(desk: Desk, name: str = "household") -> ListRowsModel:
    view = ListView(desk)
    view.choose_list(name)
    model = ListRowsModel(desk, view)
    model.setParent(view)
    view.setParent(desk.tasks)
    model.show_numbers(select_rows(desk.vault, name, "", (), view.view.order, year=YEAR))
    return model


def cells(page: RegisterPage, row: int) -> list[str]:
    return [page.model.index(row, at).data() for at in range(page.model.columnCount())]


def chips(layout: QLayout) -> list[str]:
    found = [item.widget() for at in range(layout.count()) if (item := layout.itemAt(at)) is not None]
    return [one.text() for one in found if isinstance(one, QPushButton)]


def the_picker() -> Picker:
    found = QApplication.activeModalWidget()
    assert isinstance(found, Picker)
    return found


def typed(qtbot: Any, page: RegisterPage, *steps: str) -> None:
    for text in steps:
        qtbot.keyClicks(page.filters.line, text)
        qtbot.keyClick(page.filters.line, Qt.Key.Key_Return)


@pytest.mark.parametrize("name", ["household", "person", "household_year", "pairing"])
def test_the_models_keep_qts_rules(qtmodeltester: Any, desk: Desk, name: str) -> None:
    qtmodeltester.check(a_model(desk, name))
    rows = RowsModel()
    rows.show_rows([Row("龙长顺", "户编号", 1), Row("常守田", "", 2, can=False)])
    qtmodeltester.check(rows)


def test_the_length_is_known_at_once_and_cells_are_read_by_the_page(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldapp_ui.models.list_rows.PAGE", 5)
    monkeypatch.setattr("fieldapp_ui.models.list_rows.PAGES_KEPT", 2)
    model = a_model(desk)
    assert model.rowCount() == model.total == 12
    numbers = [model.index(row, 0).data() for row in range(12)]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == 12
    assert len(model._pages) == 2, "pages out of sight are forgotten"
    assert model.index(0, 0).data() == numbers[0]


def test_a_row_shows_the_head_members_and_state(page: RegisterPage) -> None:
    shown = dict(zip(page.view.paths, cells(page, 2), strict=True))
    assert (shown["head"], shown["members"], shown["status"]) == ("薛改香", "4", "Exited")
    side = page.model.index(2, page.view.paths.index("members")).data(Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight


def test_a_condition_is_added_and_taken_away_by_keys(qtbot: Any, page: RegisterPage, frame: Frame) -> None:
    frame.actions_here.run("register.filter")
    assert page.filters.line.hasFocus()
    typed(qtbot, page, "status", "1", "0 3")
    assert page.view.view.filters == (Filter("status", "one_of", ("0", "3")),)
    assert page.model.total == 6
    assert "Not exited" in cells(page, 0)
    assert chips(page.filters._chips) == ["Status is one of Not exited、Returned to poverty  ✕"]
    qtbot.keyClick(page.filters.line, Qt.Key.Key_Backspace)
    assert page.model.total == 12


def test_backspace_goes_a_step_back_and_escape_back_to_the_table(qtbot: Any, page: RegisterPage) -> None:
    page.filters.take_focus()
    typed(qtbot, page, "status", "1")
    assert page.filters._asked.text() == "Status is one of"
    qtbot.keyClick(page.filters.line, Qt.Key.Key_Backspace)
    assert page.filters._asked.text() == "Status"
    qtbot.keyClick(page.filters.line, Qt.Key.Key_Backspace)
    assert not page.filters._asked.isVisible()
    qtbot.keyClick(page.filters.line, Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_a_wrong_value_is_said_and_stays_to_be_corrected(qtbot: Any, page: RegisterPage) -> None:
    page.filters.take_focus()
    typed(qtbot, page, "plannedexit", "1", "soon")
    assert page.view.view.filters == ()
    assert page.filters._trouble.isVisible()
    assert page.filters._trouble.text().startswith("✕ ")
    page.filters.line.clear()
    typed(qtbot, page, "2019")
    assert page.view.view.filters == (Filter("planned_exit_year", "=", 2019),)


def test_a_heading_orders_and_again_turns_round(page: RegisterPage) -> None:
    at = page.view.paths.index("members")
    page.table.horizontalHeader().sectionClicked.emit(at)
    sizes = [int(page.model.index(row, at).data()) for row in range(12)]
    assert sizes == sorted(sizes)
    page.table.horizontalHeader().sectionClicked.emit(at)
    assert int(page.model.index(0, at).data()) == max(sizes)
    assert page.table.horizontalHeader().sortIndicatorSection() == at


def test_columns_are_sorted_moved_and_widened_by_keys_and_kept(
    qtbot: Any, page: RegisterPage, frame: Frame, desk: Desk
) -> None:
    page.table.choose(3)
    household = page.model.record(3)
    for _ in range(3):
        qtbot.keyClick(page.table, Qt.Key.Key_Right)
    assert page.table.path == "members"
    before = page.table.columnWidth(3)
    frame.actions_here.run("register.wider")
    assert page.table.columnWidth(3) > before
    frame.actions_here.run("register.column_left")
    assert page.view.paths.index("members") == 2
    frame.actions_here.run("register.sort")
    assert page.model.record(page.table.currentIndex().row()) == household, (
        "the cursor stays on its household"
    )
    desk.navigator.go(Place("today"))
    left = ListView(desk).view
    assert (left.columns, left.order) == (page.view.view.columns, page.view.view.order)


def test_a_dragged_column_is_kept_where_it_was_dropped(qtbot: Any, page: RegisterPage) -> None:
    first = page.view.paths
    page.table.horizontalHeader().moveSection(0, 2)
    qtbot.waitUntil(lambda: page.view.paths == (first[1], first[2], first[0], *first[3:]))
    header = page.table.horizontalHeader()
    assert [header.logicalIndex(at) for at in range(header.count())] == list(range(header.count()))
    assert page.model.index(0, 2).data() == "9901010012010001"


def test_a_column_is_shown_and_hidden_in_the_chooser(qtbot: Any, page: RegisterPage, frame: Frame) -> None:
    frame.actions_here.run("register.columns")
    chooser = the_picker()
    qtbot.keyClicks(chooser.line, "helper")
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)
    assert page.view.paths[-1] == "helper_name"
    assert cells(page, 0)[-1] == "郭建军"
    qtbot.keyClick(chooser.line, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.view.paths[-2] == "helper_name"
    chooser.line.clear()
    chooser.choose("helper_name")
    qtbot.keyClick(chooser.line, Qt.Key.Key_Return)
    assert "helper_name" not in page.view.paths
    qtbot.keyClick(chooser.line, Qt.Key.Key_Escape)


def test_a_view_is_kept_under_a_name_chosen_again_and_taken_away(
    qtbot: Any, page: RegisterPage, frame: Frame
) -> None:
    page.view.add_filter(Filter("natural_village", "contains", "东沟"))
    frame.actions_here.run("register.views")
    qtbot.keyClicks(the_picker().line, "mine")
    qtbot.keyClick(the_picker().line, Qt.Key.Key_Return)
    page.view.clear_filters()
    assert page.model.total == 12
    frame.actions_here.run("register.views")
    qtbot.keyClicks(the_picker().line, "mine")
    qtbot.keyClick(the_picker().line, Qt.Key.Key_Return)
    assert page.model.total == 4
    frame.actions_here.run("register.views")
    qtbot.keyClicks(the_picker().line, "mine")
    qtbot.keyClick(the_picker().line, Qt.Key.Key_Delete)
    assert not page.view.is_own("mine")
    qtbot.keyClick(the_picker().line, Qt.Key.Key_Escape)


def test_shipped_views_are_chips_that_narrow(qtbot: Any, page: RegisterPage, desk: Desk) -> None:
    page.window().resize(1800, 768)
    today = desk.today()
    household = page.model.record(0)
    visited = Change(
        "household_year",
        None,
        "add",
        {"household": household, "year": today.year, "visited_on": today.isoformat(), "house_danger": "D"},
    )
    save(desk.vault, VILLAGE, "edit", [visited], seen=seen_of(desk.vault, VILLAGE))

    def press(name: str) -> None:
        item = page._chips.itemAt(chips(page._chips).index(name))
        assert item is not None
        chip = item.widget()
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    press("Not visited for 60 days")
    assert page.model.total == 11
    press("House of grade C or D")
    assert [page.model.record(row) for row in range(page.model.total)] == [household]
    press("Nobody able to work")
    assert page.model.total == 0, "of nobody here is it known"
    assert page._empty.isVisible()
    press("All")
    assert page.model.total == 12


def test_every_list_opens_by_its_name_and_its_rows_lead_somewhere(
    qtbot: Any, page: RegisterPage, frame: Frame, desk: Desk
) -> None:
    frame.actions_here.run("register.list")
    qtbot.keyClicks(the_picker().line, "person")
    qtbot.keyClick(the_picker().line, Qt.Key.Key_Return)
    assert page.view.list == "person"
    shown = dict(zip(page.view.paths, cells(page, 0), strict=True))
    assert "********" in shown["id_no"]
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    here = desk.navigator.here
    assert here is not None
    assert (here.page, here.list, here.extra["tab"]) == ("household", "person", "members")
    for one in page.view.lists():
        desk.navigator.go(Place("register", list=one.key))
        assert page.view.list == one.key
        assert page.model.columnCount() > 0
    desk.navigator.go(Place("register", list="household"))


def test_enter_opens_the_card_and_coming_back_keeps_the_row(
    qtbot: Any, page: RegisterPage, desk: Desk, households: Callable[[int], str]
) -> None:
    for _ in range(3):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert desk.navigator.here == Place("household", record=households(4))
    desk.navigator.back()
    assert page.model.record(page.table.currentIndex().row()) == households(4)


def test_the_outline_of_the_chosen_household_stands_beside(qtbot: Any, page: RegisterPage) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "郝玉兰" in [one.text() for one in page.preview.findChildren(QLabel)])
    assert page.preview.isVisible()


def test_a_large_register_is_counted_beside_the_window(
    qtbot: Any, page: RegisterPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldapp_ui.windows.register.BESIDE_FROM", 1)
    page.view.add_filter(Filter("status", "one_of", ("1",)))
    assert page.model.total == 12, "the rows stand until the others are there"
    qtbot.waitUntil(lambda: page.model.total == 6)


def test_a_new_household_opens_its_card_and_undo_takes_it_back(
    page: RegisterPage, desk: Desk, frame: Frame
) -> None:
    frame.actions_here.run("household.add")
    dialog = page.findChild(AskingDialog)
    dialog.pane.form.input("name").setText("薛新来")
    dialog.pane.do_now()
    here = desk.navigator.here
    assert here is not None
    moves = movements(desk.vault, here.record)
    assert [(one.values["kind"], one.values["people"]) for one in moves] == [("identified", 1)]
    made = record(desk.vault, "household", here.record)
    assert made is not None
    assert made.scope == VILLAGE
    desk.deeds.undo()
    gone = record(desk.vault, "household", here.record)
    assert gone is not None
    assert gone.ended_on is not None


def test_a_role_that_gets_no_value_cannot_sort_or_filter_by_it(
    page: RegisterPage, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.view.can_sort("phone"), "the control: the team may"
    monkeypatch.setattr(desk.vault, "worker", replace(desk.vault.worker, role="department"))
    assert not page.view.can_sort("phone")
    assert not page.view.can_sort("person.name"), "of several members there is no one name"
    page.view.add_filter(Filter("phone", "=", "13900000001"))
    assert page.model.total == 12, "refused in words, the rows stand"


def test_a_chip_stands_whole_or_not_at_all(page: RegisterPage, frame: Frame) -> None:
    for width in (1600, 1100, 1024):
        frame.resize(width, 768)
        shown = [page._chips.itemAt(at).widget() for at in range(page._chips.count())]
        assert shown, "the first one has room in every window"
        assert all(one.width() >= one.minimumSizeHint().width() for one in shown if one.isVisible())
