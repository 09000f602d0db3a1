"""A year of real movements is even at its end, undone movements never were, and a past day's figures stand still."""

import pytest

from fieldapp.errors import RegisterError
from fieldapp.store.moving.deeds import Deed
from fieldapp.store.moving.members import add_member, remove_member
from fieldapp.store.moving.splits import merge, split
from fieldapp.store.moving.status import add_household, change_status
from fieldapp.store.moving.villages import move_household
from fieldapp.store.records import children
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.undo import undo
from fieldapp.store.years.year_end import figures_at, reconcile

VILLAGE, OTHER_VILLAGE, COUNTY = "990101001201", "990101001202", "990101"
SON = {"relation": "3", "sex": "1"}


@pytest.fixture
def kept(make_vault):
    return make_vault("year", packs=("cn-base",))


def a_home(vault, number, day="2014-05-01", others=2, scope=VILLAGE):
    people = [{"name": f"张{number}{at}", **SON} for at in range(others)]
    saved = add_household(
        vault,
        scope,
        {"household_no": number},
        {"name": f"张{number}"},
        Deed("identified", day),
        others=people,
    )
    return saved.changed[1][1]


def members(vault, home):
    return [person.id for person in children(vault, "person", home)]


def test_a_year_of_every_movement_is_even_in_both_villages(kept):
    first, second, third, fourth = (a_home(kept, f"H{at}") for at in range(4))
    a_home(kept, "H4", "2019-02-01", 0)
    add_member(kept, first, {"name": "张小", **SON}, Deed("birth", "2019-03-01"))
    remove_member(kept, first, members(kept, first)[1], Deed("death", "2019-03-02"))
    change_status(kept, first, Deed("exited", "2019-04-01"))
    split(kept, second, members(kept, second)[1:2], members(kept, second)[1], Deed("split_off", "2019-05-01"))
    merge(kept, third, second, dict.fromkeys(members(kept, third), "10"), Deed("merged_into", "2019-06-01"))
    move_household(kept, first, OTHER_VILLAGE, Deed("moved_out_village", "2019-07-01"))
    change_status(kept, fourth, Deed("wrong_identification", "2019-08-01"))
    found = reconcile(kept, COUNTY, 2019)
    assert found.candidates == ()
    assert found.is_even
    assert [village.scope for village in found.villages] == [VILLAGE, OTHER_VILLAGE]
    assert (found.households.start, found.households.end) == (4, 4)
    ins = {kind: count for kind, count in found.households.ins if count}
    assert ins == {"identified": 1, "split_from": 1, "moved_in_village": 1}
    outs = {kind: count for kind, count in found.households.outs if count}
    assert outs == {"wrong_identification": 1, "merged_into": 1, "moved_out_village": 1}
    assert (found.people.start, found.people.end) == (12, 10)
    assert (found.poor.start, found.poor.end) == (12, 7)
    assert dict(found.poor.outs)["exited"] == 3
    assert reconcile(kept, COUNTY, 2018).households.end == 4
    assert reconcile(kept, VILLAGE, 2019).households.difference == 0


def test_a_movement_that_was_undone_never_was(kept):
    home = a_home(kept, "H1")
    saved = change_status(kept, home, Deed("wrong_identification", "2019-08-01"))
    undo(kept, saved.dot)
    found = reconcile(kept, VILLAGE, 2019)
    assert found.is_even
    assert found.candidates == ()
    assert (found.households.end, found.people.end) == (1, 3)


def test_who_ended_without_a_movement_is_a_difference_with_a_name_to_go_to(kept):
    home = a_home(kept, "H1")
    gone = members(kept, home)[2]
    change = Change("person", gone, "end", {"ended_on": "2019-09-09", "ended_reason": "gone"})
    save(kept, VILLAGE, "edit", [change], seen=seen_of(kept, VILLAGE))
    found = reconcile(kept, VILLAGE, 2019)
    assert (found.people.difference, found.poor.difference, found.households.difference) == (-1, -1, 0)
    [candidate] = found.candidates
    assert (candidate.list, candidate.record, candidate.household) == ("person", gone, home)
    assert candidate.why.code == "year.person_without_leaving"
    assert reconcile(kept, VILLAGE, 2019, until="2019-09-08").is_even


def test_one_number_in_two_villages_is_a_candidate(kept):
    here, there = a_home(kept, "H1"), a_home(kept, "H1", scope=OTHER_VILLAGE)
    found = reconcile(kept, VILLAGE, 2019)
    assert {one.record for one in found.candidates} == {here, there}
    assert {one.why.code for one in found.candidates} == {"year.in_two_places"}


def test_a_day_of_the_past_stays_when_later_movements_arrive_and_moves_when_its_own_facts_are_corrected(kept):
    home, _ = a_home(kept, "H1"), a_home(kept, "H2")
    before = figures_at(kept, VILLAGE, "2019-11-05")
    assert before.households == {"0": 2, "1": 0, "3": 0, "": 0}
    assert (before.poor_households, before.poor_people) == (2, 6)
    change_status(kept, home, Deed("exited", "2019-12-01"))
    add_member(kept, home, {"name": "张小", **SON}, Deed("birth", "2020-01-01"))
    split(kept, home, members(kept, home)[1:2], members(kept, home)[1], Deed("split_off", "2020-05-01"))
    move_household(kept, home, OTHER_VILLAGE, Deed("moved_out_village", "2020-07-01"))
    assert figures_at(kept, VILLAGE, "2019-11-05") == before
    assert figures_at(kept, VILLAGE, "2019-12-01").people == {"0": 3, "1": 3, "3": 0, "": 0}
    person = members(kept, children(kept, "movement", home)[0].values["household"])
    assert person == []
    save(
        kept,
        VILLAGE,
        "edit",
        [Change("household", home, "set", {"identified_on": "2019-11-06"})],
        seen=seen_of(kept, VILLAGE),
    )
    assert figures_at(kept, VILLAGE, "2019-11-05").households["0"] == 1


@pytest.mark.parametrize("day", ["", "2019-02-30", "2018-12-31"])
def test_a_day_that_is_not_of_the_year_is_refused(kept, day):
    with pytest.raises(RegisterError) as refused:
        reconcile(kept, VILLAGE, 2019, until=day) if day else figures_at(kept, VILLAGE, day)
    assert refused.value.code == "year.bad_day"
