"""Two laptops wrote the same field: the page shows mine, theirs and before, and a digit decides; nothing is lost."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from fieldapp.store.conflicts import conflicts
from fieldapp.store.records import record
from fieldapp.store.save import Change, save, seen_of
from fieldapp_ui.desk import Place
from fieldapp_ui.windows.conflicts import ConflictsPage
from fieldapp_ui.windows.frame import Frame
from fieldapp_ui.windows.reason import ReasonDialog

VILLAGE = "990101001201"


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
    contested.desk.deeds.undo()
    page.refresh(())
    assert shown(page) == [("Mine", "东沟组14号"), ("Theirs", "西沟组3号"), ("Before", "东沟组12号")]
    assert [column.worker for column in page.current().columns] == ["worker a", "worker b", ""]
    contested.desk.deeds.redo()
    assert address(contested) == "西沟组3号"
    assert conflicts(contested.vault) == ()
    contested.desk.deeds.undo()
    assert len(conflicts(contested.vault)) == 1


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
    assert len(conflicts(contested.vault)) == 1
    frame.close()


def test_three_sides_are_taken_by_the_digit_of_their_column_and_undone(
    contested, make_vault, write, carry, hands
):
    vault, home = contested.vault, contested.home.household
    third = make_vault("c")
    carry(vault, third)
    write(vault, "household", home, natural_village="东沟组")
    for name, place in (("d", "西坡组"), ("e", "前庄组")):
        other = make_vault(name)
        carry(third, other)
        write(other, "household", home, natural_village=place)
        carry(other, vault)
    page = ConflictsPage(contested.desk)
    hands.open(page, Place("conflicts", record=home, list="household", field="natural_village"))
    values = [value for _, value in shown(page)]
    assert values[0] == "东沟组"
    assert set(values[1:3]) == {"西坡组", "前庄组"}
    assert page.why_not("conflict.theirs"), "one of two others is meant"
    hands.type("3")
    assert record(vault, "household", home).values["natural_village"] == values[2]
    contested.desk.deeds.undo()
    assert [one.field for one in conflicts(vault)].count("natural_village") == 1


def test_where_none_of_the_values_is_mine_taking_mine_is_not_offered(contested, make_vault, carry, make_desk):
    township = make_vault("t", role="township", scopes=("990101001",))
    carry(contested.vault, township)
    page = ConflictsPage(make_desk(township))
    page.arrive(Place("conflicts"))
    page.does["conflict.mine"]()
    assert page.why_not("conflict.mine")
    assert page.current() is not None


def test_a_group_stands_in_one_order_and_of_a_large_one_only_what_differs(
    contested, make_vault, write, carry, hands
):
    vault, home = contested.vault, contested.home.household
    sheet = {"household": home, "year": 2019, "a": 100_000, "a1": 50_000}
    saved = save(
        vault, VILLAGE, "edit", [Change("income_sheet", None, "add", sheet)], seen=seen_of(vault, VILLAGE)
    )
    theirs = make_vault("c")
    carry(vault, theirs)
    name, row = saved.changed[0]
    write(vault, name, row, a=120_000)
    write(theirs, name, row, a2=30_000)
    write(vault, "household", home, bank_name="农业银行", bank_account="6228480000001111")
    write(theirs, "household", home, bank_account="6228480000002222", bank_name="信用社")
    carry(theirs, vault)
    page = ConflictsPage(contested.desk)
    hands.open(page, Place("conflicts", record=row, list=name))
    contest = page.current()
    assert len({tuple(label for label, _ in column.values) for column in contest.columns}) == 1
    assert len(contest.columns[0].values) == 2
    assert contest.alike > 20
    bank = next(one for one in page.contests.contests if one.conflict.field == "bank")
    assert len({tuple(label for label, _ in column.values) for column in bank.columns}) == 1
    assert bank.differs == {0, 1}


def test_news_beside_the_worker_moves_neither_the_conflict_in_view_nor_the_focus(
    contested, make_vault, write, carry, hands, a_household
):
    vault = contested.vault
    second = a_household(vault)
    theirs = make_vault("c")
    carry(vault, theirs)
    for home in (contested.home, second):
        write(vault, "household", home.household, natural_village="东沟组")
    write(theirs, "household", second.household, natural_village="西坡组")
    page = ConflictsPage(contested.desk)
    hands.open(page, Place("conflicts", record=contested.home.household, list="household", field="address"))
    hands.press(Qt.Key.Key_Right)
    chosen = page.columns.buttons[1]
    assert chosen.hasFocus()
    carry(theirs, vault)
    page.refresh(())
    assert len(page.contests.contests) == 2
    assert page.current().conflict.record == contested.home.household
    assert page.columns.buttons[1] is chosen
    assert chosen.hasFocus()
    hands.enter()
    assert address(contested) == "西沟组3号"


def test_the_end_of_a_record_is_told_in_words(contested, make_vault, write, carry, hands):
    vault, person = contested.vault, contested.home.people[0]
    theirs = make_vault("c")
    carry(vault, theirs)
    end = Change("person", person, "end", {"ended_on": "2019-10-02", "ended_reason": "death"})
    save(vault, VILLAGE, "edit", [end], seen=seen_of(vault, VILLAGE))
    write(theirs, "person", person, name="龙长顺顺")
    carry(theirs, vault)
    page = ConflictsPage(contested.desk)
    hands.open(page, Place("conflicts", record=person, list="person"))
    assert page.current().columns[0].values == (("", "Ended on 2019-10-02"), ("Reason", "Death"))
