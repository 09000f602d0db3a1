"""Two laptops wrote the same field: the page shows mine, theirs and before, and a digit decides; nothing is lost."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from fieldapp.store.conflicts import conflicts
from fieldapp.store.records import record
from fieldapp_ui.desk import Place
from fieldapp_ui.windows.conflicts import ConflictsPage
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.reason import ReasonDialog


@pytest.fixture
def contested(make_vault, make_desk, a_household, write, carry):
    """A household whose address two laptops changed without knowing of each other."""
    mine, theirs = make_vault("a"), make_vault("b")
    home = a_household(mine)
    carry(mine, theirs)
    write(mine, "household", home.household, address="东沟组14号")
    write(theirs, "household", home.household, address="西沟组3号")
    carry(theirs, mine)
    return SimpleNamespace(vault=mine, home=home, desk=make_desk(mine))


def address(contested) -> object:
    return record(contested.vault, "household", contested.home.household).values["address"]


def shown(page: ConflictsPage) -> list[tuple[str, str]]:
    contest = page.current()
    return [(column.heading, column.values[0][1]) for column in contest.columns]


def test_the_page_shows_mine_theirs_and_what_stood_before(contested, hands):
    page = ConflictsPage(contested.desk)
    hands.open(page, Place("conflicts"))
    assert shown(page) == [("Mine", "东沟组14号"), ("Theirs", "西沟组3号"), ("Before", "东沟组12号")]
    assert [column.worker for column in page.current().columns] == ["worker a", "worker b", ""]
    assert "龙长顺" in page.current().title


@pytest.mark.parametrize(("key", "value"), [("1", "东沟组14号"), ("2", "西沟组3号"), ("3", "东沟组12号")])
def test_a_digit_decides(contested, hands, key, value):
    page = ConflictsPage(contested.desk)
    hands.open(page, Place("conflicts"))
    hands.type(key)
    assert address(contested) == value
    assert conflicts(contested.vault) == ()
    assert page.current() is None


def test_enter_on_the_outlined_column_decides_and_undo_brings_the_conflict_back(contested, hands):
    page = ConflictsPage(contested.desk)
    hands.open(page, Place("conflicts"))
    hands.press(Qt.Key.Key_Right)
    hands.enter()
    assert address(contested) == "西沟组3号"
    before = address(contested)
    contested.desk.deeds.undo()
    page.refresh(())
    assert address(contested) != before or conflicts(contested.vault)


def test_both_values_stay_in_the_history(contested, hands):
    from fieldapp.store.history import history

    page = ConflictsPage(contested.desk)
    hands.open(page, Place("conflicts"))
    hands.type("2")
    said = [
        entry.values.get("address")
        for entry in history(contested.vault, "household", contested.home.household)
    ]
    assert {"东沟组14号", "西沟组3号"} <= set(said)


def test_without_conflicts_the_page_says_so(desk, hands):
    page = ConflictsPage(desk)
    hands.open(page, Place("conflicts"))
    assert page.current() is None
    assert page.why_not("conflict.mine")


def test_a_masked_number_is_shown_in_all_columns_for_a_reason_that_is_kept(
    contested, hands, write, carry, make_vault, qtbot
):
    vault, home = contested.vault, contested.home
    theirs = make_vault("c")
    carry(vault, theirs)
    write(vault, "household", home.household, phone="13900000001")
    write(theirs, "household", home.household, phone="13900000002")
    carry(theirs, vault)
    page = ConflictsPage(contested.desk)
    hands.open(page, Place("conflicts", record=home.household, list="household", field="phone"))
    assert [value for _, value in shown(page)][:2] == ["139****0001", "139****0002"]
    assert not page.why_not("field.unmask")
    page.does["field.unmask"]()
    dialog = page.findChild(ReasonDialog)
    qtbot.keyClicks(dialog.line, "calling the household")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert [value for _, value in shown(page)][:2] == ["13900000001", "13900000002"]
    kept = vault.db.execute("select list, field, reason from unmasked").fetchall()
    assert kept == [("household", "phone", "calling the household")]
    assert page.why_not("field.unmask")
    page.leave()
    page.arrive(Place("conflicts", record=home.household, list="household", field="phone"))
    assert [value for _, value in shown(page)][:2] == ["139****0001", "139****0002"]


def test_ctrl_z_in_the_window_opens_the_conflict_again(contested, qtbot, hands):
    frame = Frame(contested.desk)
    contested.desk.navigator.go(Place("conflicts"))
    with qtbot.waitExposed(frame):
        frame.show()
    frame.activateWindow()
    page = frame.page
    qtbot.keyClick(page, Qt.Key.Key_2)
    assert conflicts(contested.vault) == ()
    qtbot.keyClick(frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Taken back: Decided: 龙长顺" in frame.status.sentence
    assert address(contested) == "东沟组14号" or conflicts(contested.vault)
    frame.close()
