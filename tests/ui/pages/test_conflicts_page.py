"""Two laptops wrote the same field: the page shows mine, theirs and before, and a digit decides; nothing is lost."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from fieldapp.store.conflicts import conflicts
from fieldapp.store.records import record
from fieldapp_ui.desk import Place
from fieldapp_ui.windows.conflicts import ConflictsPage


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
