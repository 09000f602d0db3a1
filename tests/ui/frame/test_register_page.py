"""The register: a lawful model, pages of rows, chips that narrow, Enter that opens, a place that is kept."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from fieldapp.store.records import record
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.models.hits import Row, RowsModel
from fieldapp_ui.models.households import PAGE, Column, HouseholdsModel
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.register import RegisterPage


@pytest.fixture
def page(frame: Frame, desk: Desk) -> RegisterPage:
    desk.navigator.go(Place("register"))
    assert isinstance(frame.page, RegisterPage)
    return frame.page


def test_the_models_keep_qts_rules(qtmodeltester: Any, desk: Desk) -> None:
    model = HouseholdsModel(desk)
    model.show_scope({})
    qtmodeltester.check(model)
    rows = RowsModel()
    rows.show_rows([Row("龙长顺", "户编号", 1), Row("常守田", "", 2, can=False)])
    qtmodeltester.check(rows)


def test_rows_come_a_page_at_a_time(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fieldapp_ui.models.households.PAGE", 5)
    model = HouseholdsModel(desk)
    model.show_scope({})
    seen = [model.rowCount()]
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
        seen.append(model.rowCount())
    assert seen == [5, 10, 12]
    assert model.total == 12
    assert PAGE >= 50
    numbers = [model.index(row, Column.NUMBER).data() for row in range(12)]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == 12


def test_a_row_shows_the_head_members_and_state(page: RegisterPage) -> None:
    row = [page.model.index(2, column).data() for column in Column]
    assert row[Column.HEAD] == "薛改香"
    assert row[Column.MEMBERS] == "4"
    assert row[Column.STATUS] == "Exited"
    side = page.model.index(2, Column.MEMBERS).data(Qt.ItemDataRole.TextAlignmentRole)
    assert side & Qt.AlignmentFlag.AlignRight


def test_a_chip_narrows_and_all_brings_back(qtbot: Any, page: RegisterPage) -> None:
    chips = {chip.text(): chip for chip in page._group.buttons()}
    qtbot.mouseClick(chips["Exited"], Qt.MouseButton.LeftButton)
    assert page.model.total == 6
    qtbot.mouseClick(chips["Returned to poverty"], Qt.MouseButton.LeftButton)
    assert page.model.total == 0
    assert page._empty.isVisible()
    qtbot.mouseClick(chips["All"], Qt.MouseButton.LeftButton)
    assert page.model.total == 12


def test_a_heading_orders_and_a_computed_column_cannot(page: RegisterPage) -> None:
    page.table.sortByColumn(Column.NUMBER, Qt.SortOrder.DescendingOrder)
    assert page.model.index(0, Column.NUMBER).data().endswith("12")
    page.table.sortByColumn(Column.INCOME, Qt.SortOrder.AscendingOrder)
    assert page.table.horizontalHeader().sortIndicatorSection() == Column.NUMBER


def test_enter_opens_the_card_and_coming_back_keeps_the_row(
    qtbot: Any, page: RegisterPage, desk: Desk, households: Callable[[int], str]
) -> None:
    for _ in range(3):
        qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert desk.navigator.here == Place("household", record=households(4))
    desk.navigator.back()
    assert page.model.household(page.table.currentIndex().row()) == households(4)


def test_the_outline_of_the_chosen_household_stands_beside(qtbot: Any, page: RegisterPage) -> None:
    from PySide6.QtWidgets import QLabel

    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "郝玉兰" in [one.text() for one in page.preview.findChildren(QLabel)])
    assert page.preview.isVisible()


def test_a_new_household_opens_its_card_and_undo_takes_it_back(
    page: RegisterPage, desk: Desk, frame: Frame
) -> None:
    frame.actions_here.run("household.add")
    here = desk.navigator.here
    assert here is not None
    made = record(desk.vault, "household", here.record)
    assert made is not None
    assert made.scope == "990101001201"
    desk.deeds.undo()
    gone = record(desk.vault, "household", here.record)
    assert gone is not None
    assert gone.ended_on is not None
