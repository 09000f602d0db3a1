"""What an exchange has brought stands in one list; digits do what may be done, and nothing is decided by itself."""

import pytest
from PySide6.QtCore import Qt

from fieldapp.domain.identifiers import year_id
from fieldapp.store.checking import check_household
from fieldapp.store.intake import receive
from fieldapp.store.moving.movements import Deed, add_household, move_household
from fieldapp.store.records import record, rows
from fieldapp.store.renewals.renewal import note_late, renewals
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.signing import sign, signatures
from fieldapp.store.streams import segments_after, vector
from fieldapp.store.years.snapshots import take_snapshot
from fieldapp_ui.desk import Place
from fieldapp_ui.windows.matters import MattersPage

OLD, NEW, YEAR = "990101001201", "990101001202", 2019


def put(vault, *changes):
    return save(vault, OLD, "edit", changes, seen=seen_of(vault, OLD))


def bring(source, target):
    changed = []
    for segment in segments_after(source.ledger, OLD, vector(target.ledger, OLD)):
        changed += receive(target.ledger, segment).changed
    note_late(target, changed)


def a_family(vault):
    head = {"name": "赵一", "sex": "1", "birth_date": "1960-01-01"}
    return add_household(vault, OLD, {"household_no": "H7"}, head, Deed("identified", "2014-03-01")).changed[
        1
    ][1]


@pytest.fixture
def opened(make_desk, hands, qtbot):
    def opening(vault, count):
        page = MattersPage(make_desk(vault))
        hands.open(page, Place("matters"))
        qtbot.waitUntil(lambda: len(page.matters.matters) == count, timeout=10_000)
        return page

    return opening


def test_a_household_on_its_way_is_taken_in_by_one_key_and_taken_back(make_vault, opened, hands, qtbot):
    village, station = make_vault("village"), make_vault("station", scopes=("990101",))
    home = a_family(village)
    move_household(village, home, NEW, Deed("moved_out_village", "2019-06-01"))
    bring(village, station)
    page = opened(station, 1)
    assert "赵一" in page.list.rows.index(0, 0).data()
    hands.type("1")
    qtbot.waitUntil(lambda: not page.matters.matters, timeout=10_000)
    assert [one.values["household_no"] for one in rows(station, "household", NEW)] == ["H7"]
    page.desk.deeds.undo()
    page.refresh(())
    qtbot.waitUntil(lambda: len(page.matters.matters) == 1, timeout=10_000)
    assert rows(station, "household", NEW) == ()


def test_what_the_old_village_wrote_late_is_carried_over_by_one_key(make_vault, opened, hands, qtbot):
    village, colleague = make_vault("village"), make_vault("colleague")
    station = make_vault("station", scopes=("990101",))
    home = a_family(village)
    bring(village, colleague)
    move_household(village, home, NEW, Deed("moved_out_village", "2019-06-01"))
    put(colleague, Change("household", home, "set", {"phone": "13900000000"}))
    bring(village, station)
    page = opened(station, 1)
    hands.type("1")
    qtbot.waitUntil(lambda: not page.matters.matters, timeout=10_000)
    bring(colleague, station)
    page.refresh(())
    qtbot.waitUntil(lambda: len(page.matters.matters) == 1, timeout=10_000)
    hands.type("1")
    qtbot.waitUntil(lambda: not page.matters.matters, timeout=10_000)
    assert rows(station, "household", NEW)[0].values["phone"] == "13900000000"
    assert record(station, "household", home).ended_on == "2019-06-01"


def test_a_signed_sheet_whose_facts_came_late_leads_to_the_checklist_and_keeps_its_signature(
    make_vault, opened, hands, qtbot
):
    village, station = (
        make_vault("village"),
        make_vault("station", scopes=("990101",)),
    )
    home = a_family(village)
    bring(village, station)
    sheet = check_household(station, home, YEAR)
    given = {"party_id": "village_head", "signer_name": "王建国", "signed_on": "2019-11-05", "agrees": True}
    sign(station, home, YEAR, shown=sheet, **given)
    year = year_id(home, "household_year", YEAR)
    put(village, Change("household_year", year, "add", {"household": home, "year": YEAR, "lives_there": 0}))
    bring(village, station)
    page = opened(station, 1)
    with qtbot.waitSignal(page.went) as going:
        hands.type("1")
    assert going.args == [Place("checklist", home, extra={"year": str(YEAR)})]
    assert len(signatures(station, home, YEAR)) == 1


def test_a_frozen_year_may_stand_as_it_is_and_undo_asks_again(make_vault, opened, hands, qtbot):
    village, station = make_vault("village"), make_vault("station", scopes=("990101",))
    home = a_family(village)
    put(village, Change("village", None, "add", {"name": "东沟村"}))
    bring(village, station)
    take_snapshot(station, OLD, YEAR, "2019-11-05")
    year = year_id(home, "household_year", YEAR)
    put(village, Change("household_year", year, "add", {"household": home, "year": YEAR, "house_m2": 60_00}))
    bring(village, station)
    page = opened(station, 1)
    hands.press(Qt.Key.Key_Down)
    hands.type("2")
    qtbot.waitUntil(lambda: not page.matters.matters, timeout=10_000)
    assert renewals(station) == ()
    page.desk.deeds.undo()
    page.refresh(())
    qtbot.waitUntil(lambda: len(page.matters.matters) == 1, timeout=10_000)


def test_a_page_without_matters_says_what_would_stand_here(make_vault, opened):
    page = opened(make_vault("village"), 0)
    assert page.title() == "Matters to look at"
    assert page.why_not("matter.next")


def test_news_beside_the_worker_moves_neither_the_matter_in_view_nor_the_focus(
    make_vault, opened, hands, qtbot
):
    village, station = make_vault("village"), make_vault("station", scopes=("990101",))
    homes = [a_family(village) for _ in range(3)]
    move_household(village, homes[2], NEW, Deed("moved_out_village", "2019-06-01"))
    bring(village, station)
    page = opened(station, 1)
    looked_at = page.current().id
    assert page.steps[0].hasFocus()
    for home in homes[:2]:
        move_household(village, home, NEW, Deed("moved_out_village", "2019-06-01"))
    bring(village, station)
    page.refresh(())
    qtbot.waitUntil(lambda: len(page.matters.matters) == 3, timeout=10_000)
    assert page.current().id == looked_at
    assert page.steps[0].hasFocus()
    assert page.current().detail == f"moved to village {NEW}"
    page.list.setFocus()
    page.refresh(())
    qtbot.wait(0)
    qtbot.waitUntil(lambda: not page.desk.tasks.running)
    assert page.list.hasFocus(), "what comes in takes nobody's cursor away"
