"""A household that left for another village is taken in without typing; what its old village wrote late goes along."""

import pytest

from fieldapp.errors import RegisterError
from fieldapp.store.conflicts import conflicts
from fieldapp.store.intake import receive
from fieldapp.store.moving.arrivals import arrivals, take_in
from fieldapp.store.moving.late_edits import carry_over, late_edits
from fieldapp.store.moving.movements import Deed, add_household, move_household, movements
from fieldapp.store.records import children, record, rows, year_record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import segments_after, vector

VILLAGE, OTHER_VILLAGE = "990101001201", "990101001202"
DAY = "2023-06-01"


@pytest.fixture
def three(make_vault):
    """A laptop of the old village, one of the new village, and the township's that has both."""
    packs = ("cn-base",)
    old = make_vault("old", scopes=(VILLAGE,), packs=packs)
    new = make_vault("new", scopes=(OTHER_VILLAGE,), packs=packs)
    return old, new, make_vault("station", packs=packs)


def bring(source, target, scope=VILLAGE):
    for segment in segments_after(source.ledger, scope, vector(target.ledger, scope)):
        receive(target.ledger, segment)


def a_family(vault):
    saved = add_household(
        vault,
        VILLAGE,
        {"household_no": "H7", "address": "东沟组"},
        {"name": "赵一", "sex": "1", "birth_date": "1960-01-01"},
        Deed("identified", "2020-03-01"),
        others=({"name": "钱二", "sex": "2", "birth_date": "1962-01-01", "relation": "2"},),
    )
    home, head = saved.changed[1][1], saved.changed[2][1]
    more = (
        Change("household_year", None, "add", {"household": home, "year": 2022, "house_m2": 80_00}),
        Change("household_year", None, "add", {"household": home, "year": 2023, "house_m2": 90_00}),
        Change("person_year", None, "add", {"person": head, "year": 2023, "work_months": 5}),
    )
    save(vault, VILLAGE, "edit", more, seen=seen_of(vault, VILLAGE))
    return home, head


def leave(vault, home):
    return move_household(vault, home, OTHER_VILLAGE, Deed("moved_out_village", DAY, reason="投亲"))


def test_the_station_takes_in_with_one_key_what_the_old_village_let_go(three):
    old, new, station = three
    home, _ = a_family(old)
    leave(old, home)
    bring(old, station)
    [waiting] = arrivals(station)
    assert (waiting.household_no, waiting.head, waiting.people) == ("H7", "赵一", 2)
    assert (waiting.from_scope, waiting.to_scope, waiting.moved_on) == (VILLAGE, OTHER_VILLAGE, DAY)
    take_in(station, waiting.movement)
    assert arrivals(station) == ()
    bring(station, new, OTHER_VILLAGE)
    [there] = rows(new, "household")
    assert there.values["household_no"] == "H7"
    people = children(new, "person", there.id)
    assert [one.values["name"] for one in people] == ["赵一", "钱二"]
    assert year_record(new, "household_year", there.id, 2023).values["house_m2"] == 90_00
    assert year_record(new, "household_year", there.id, 2022) is None
    assert year_record(new, "person_year", people[0].id, 2023).values["work_months"] == 5
    bring(station, old)
    stub = record(old, "household", home)
    assert stub.ended_on == DAY
    assert movements(old, home)[-1].values["other_household"] == there.id


def test_two_offices_that_take_in_one_household_make_one_of_it(three, make_vault):
    old, _, station = three
    county = make_vault("county", packs=("cn-base",))
    home, _ = a_family(old)
    leave(old, home)
    for office in (station, county):
        bring(old, office)
        take_in(office, arrivals(office)[0].movement)
    for scope in (VILLAGE, OTHER_VILLAGE):
        bring(station, county, scope)
        bring(county, station, scope)
    assert [one.id for one in rows(station, "household", OTHER_VILLAGE)] == [
        one.id for one in rows(county, "household", OTHER_VILLAGE)
    ]
    assert len(rows(station, "household", OTHER_VILLAGE)) == 1
    assert conflicts(station) == ()


def test_only_who_has_the_new_village_too_is_asked(three):
    old, _, _ = three
    home, _ = a_family(old)
    leave(old, home)
    assert arrivals(old) == ()


def test_it_is_taken_in_once(three):
    old, _, station = three
    home, _ = a_family(old)
    leave(old, home)
    bring(old, station)
    movement = arrivals(station)[0].movement
    take_in(station, movement)
    with pytest.raises(RegisterError) as refused:
        take_in(station, movement)
    assert refused.value.code == "arrival.none"


def test_what_the_old_village_wrote_late_is_kept_and_carried_to_the_new_one(three, make_vault):
    old, new, station = three
    colleague = make_vault("colleague", scopes=(VILLAGE,), packs=("cn-base",))
    home, head = a_family(old)
    bring(old, colleague)
    leave(old, home)
    late = (
        Change("household", home, "set", {"phone": "13900000000"}),
        Change("person", head, "set", {"phone": "13900000001"}),
    )
    save(colleague, VILLAGE, "edit", late, seen=seen_of(colleague, VILLAGE))
    bring(old, station)
    take_in(station, arrivals(station)[0].movement)
    bring(colleague, station)
    found = late_edits(station)
    assert {(one.list, one.record) for one in found} == {("household", home), ("person", head)}
    for one in found:
        carry_over(station, one)
    assert late_edits(station) == ()
    assert conflicts(station) == ()
    bring(station, new, OTHER_VILLAGE)
    [there] = rows(new, "household")
    assert there.values["phone"] == "13900000000"
    assert children(new, "person", there.id)[0].values["phone"] == "13900000001"
    bring(station, colleague)
    assert record(colleague, "household", home).ended_on == DAY


def test_an_edit_that_was_seen_when_it_left_is_no_late_one(three):
    old, _, station = three
    home, _ = a_family(old)
    save(
        old,
        VILLAGE,
        "edit",
        [Change("household", home, "set", {"phone": "13900000000"})],
        seen=seen_of(old, VILLAGE),
    )
    leave(old, home)
    bring(old, station)
    take_in(station, arrivals(station)[0].movement)
    assert late_edits(station) == ()
