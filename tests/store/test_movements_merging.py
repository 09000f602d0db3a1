"""Two records of one person or household become one, and undo makes them two again."""

import pytest

from fieldapp.errors import RegisterError
from fieldapp.store.moving.movements import Deed, add_household, add_member, movements, remove_member
from fieldapp.store.moving.open_matters import open_matters
from fieldapp.store.records import children, record, year_record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.twins.duplicates import duplicates
from fieldapp.store.twins.likely import likely_duplicates
from fieldapp.store.twins.merging import merge_records
from fieldapp.store.undo import undo

VILLAGE, OTHER_VILLAGE, FAR_VILLAGE = "990101001201", "990101001202", "990102001201"
NUMBER, WIFE_NUMBER = "990101196001010016", "990101196201010022"
DAY = "2023-06-01"


@pytest.fixture
def vault(make_vault):
    return make_vault(packs=("cn-base",))


def a_household(vault, *others, scope=VILLAGE, number=NUMBER, name="赵一", **values):
    head = {"name": name, "id_no": number, "birth_date": "1960-01-01"}
    saved = add_household(vault, scope, values, head, Deed("identified", "2020-03-01"), others=others)
    return [found for _, found in saved.changed[1:]]


def put(vault, *changes):
    return save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))


def shown(vault, *lists):
    found = {}
    for name in lists:
        columns = ", ".join(f'"{key}"' for key in vault.ledger.layout(name).columns)
        rows = vault.db.execute(
            f'select id, ended_on, ended_reason, {columns} from "{name}" where ended_reason is not ?',
            ["undone"],
        )
        found[name] = sorted(rows.fetchall(), key=lambda row: row[0])
    return found


def test_a_household_that_stood_twice_is_one_with_the_people_of_both(vault):
    wife = {"name": "钱二", "id_no": WIFE_NUMBER, "relation": "2"}
    keep, head, _ = a_household(vault, wife, phone="13900000001")
    other, twin, *_, son = a_household(
        vault, {"name": "赵三", "relation": "3"}, address="东沟组", phone="13900000002"
    )
    put(
        vault,
        Change("person_year", None, "add", {"person": twin, "year": 2022, "work_months": 5}),
        Change("household_year", None, "add", {"household": other, "year": 2022, "toilet": 1}),
        Change("household_year", None, "add", {"household": keep, "year": 2022, "broadcast": 1}),
        Change("loan", None, "add", {"household": other, "amount": 100}),
    )
    lists = ("household", "person", "person_year", "household_year", "loan", "movement")
    before = shown(vault, *lists)
    saved = merge_records(vault, "household", keep, other, {"phone": "13900000002"})
    found = record(vault, "household", keep).values
    assert (found["phone"], found["address"]) == ("13900000002", "东沟组")
    assert record(vault, "household", other).ended_reason == "duplicate"
    people = {p.values["name"]: p.values["relation"] for p in children(vault, "person", keep)}
    assert people == {"赵一": "1", "钱二": "2", "赵三": "3"}
    assert record(vault, "person", son).values["household"] == keep
    assert year_record(vault, "person_year", head, 2022).values["work_months"] == 5
    year = year_record(vault, "household_year", keep, 2022).values
    assert (year["toilet"], year["broadcast"]) == (1, 1)
    assert children(vault, "household_year", other) == ()
    assert len(children(vault, "loan", keep)) == 1
    assert duplicates(vault) == ()
    counts = [(m.values["kind"], m.values["people"]) for m in movements(vault, keep)]
    assert counts == [("identified", 2), ("other_in", 1)]
    assert movements(vault, other) == ()
    undo(vault, saved.dot)
    assert shown(vault, *lists) == before


def test_of_facts_of_one_year_that_contradict_the_chosen_ones_stay_and_undo_brings_both_back(vault):
    keep, *_ = a_household(vault)
    other, *_ = a_household(vault)
    put(
        vault,
        Change("household_year", None, "add", {"household": keep, "year": 2022, "toilet": 1, "broadcast": 1}),
        Change(
            "household_year", None, "add", {"household": other, "year": 2022, "toilet": 2, "broadcast": 0}
        ),
    )
    before = shown(vault, "household", "person", "household_year", "movement")
    of_2022 = year_record(vault, "household_year", keep, 2022).id
    saved = merge_records(vault, "household", keep, other, {}, {of_2022: {"toilet": 2}})
    year = year_record(vault, "household_year", keep, 2022).values
    assert (year["toilet"], year["broadcast"]) == (2, 1), (
        "the other fact was not chosen: the kept record's stays"
    )
    undo(vault, saved.dot)
    assert shown(vault, "household", "person", "household_year", "movement") == before


def test_merging_with_a_dead_member_is_taken_back_done_again_and_taken_back(vault):
    keep, *_ = a_household(vault)
    other, _, son = a_household(vault, {"name": "赵三", "relation": "3"})
    remove_member(vault, other, son, Deed("death", DAY))
    before = shown(vault, "household", "person", "movement")
    dot = merge_records(vault, "household", keep, other, {}).dot
    for _ in range(3):
        dot = undo(vault, dot).dot
    assert shown(vault, "household", "person", "movement") == before


def test_a_person_who_stands_twice_in_a_household_is_counted_once(vault):
    home, head, _, twin = a_household(
        vault,
        {"name": "钱二", "relation": "2"},
        {"name": "钱二", "relation": "2", "phone": "13900000009"},
    )
    keep = children(vault, "person", home)[1].id
    put(vault, Change("care", None, "add", {"household": home, "person": twin, "special_group": "4"}))
    saved = merge_records(vault, "person", keep, twin, {})
    assert record(vault, "person", keep).values["phone"] == "13900000009"
    assert children(vault, "care", home)[0].values["person"] == keep
    assert movements(vault, home)[0].values["people"] == 2
    undo(vault, saved.dot)
    assert movements(vault, home)[0].values["people"] == 3
    assert len(children(vault, "person", home)) == 3
    saved = merge_records(vault, "person", keep, head, {})
    assert record(vault, "person", keep).values["relation"] == "1", (
        "the head's record ended, so the kept one is head"
    )


def test_a_birth_that_was_entered_twice_is_one_birth(vault):
    home, *_ = a_household(vault)
    baby = {"name": "赵四", "relation": "7", "birth_date": "2023-05-30"}
    first, second = (add_member(vault, home, baby, Deed("birth", DAY)).changed[1][1] for _ in range(2))
    merge_records(vault, "person", first, second, {})
    assert [m.values["kind"] for m in movements(vault, home)] == ["identified", "birth"]
    assert len(children(vault, "person", home)) == 2


def test_the_last_one_of_a_household_that_stood_twice_takes_it_along(vault):
    keep, _head, _ = a_household(vault, {"name": "钱二", "id_no": WIFE_NUMBER, "relation": "2"})
    wife = children(vault, "person", keep)[1].id
    alone, twin = a_household(vault, number=WIFE_NUMBER, name="钱二")
    merge_records(vault, "person", wife, twin, {})
    assert record(vault, "household", alone).ended_reason == "duplicate"
    assert movements(vault, alone) == ()


def test_merging_is_refused_where_it_would_leave_others_without_a_head(vault):
    _, keep = a_household(vault)
    _, twin, _ = a_household(vault, {"name": "钱二", "relation": "2"})
    with pytest.raises(RegisterError) as refused:
        merge_records(vault, "person", keep, twin, {})
    assert refused.value.code == "merging.head_of_others"


def test_records_of_two_villages_and_ended_ones_do_not_merge(vault):
    home, here = a_household(vault)
    _, there = a_household(vault, scope=OTHER_VILLAGE)
    with pytest.raises(RegisterError) as refused:
        merge_records(vault, "person", here, there, {})
    assert refused.value.code == "merging.two_villages"
    other, gone = a_household(vault)
    remove_member(vault, other, gone, Deed("death", DAY))
    with pytest.raises(RegisterError) as refused:
        merge_records(vault, "household", home, other, {})
    assert refused.value.code == "merging.ended"


def test_while_typing_the_number_finds_the_person_in_another_village(vault):
    home, head = a_household(vault, scope=OTHER_VILLAGE)
    (likely,) = likely_duplicates(vault, {"id_no": NUMBER})
    assert (likely.person, likely.household, likely.why, likely.ended_on) == (head, home, "number", None)
    assert likely_duplicates(vault, {"id_no": NUMBER}, person=head) == ()
    (certificate,) = likely_duplicates(vault, {"id_no": NUMBER + "44"})
    assert certificate.person == head
    assert likely_duplicates(vault, {"id_no": NUMBER[:10]}) == ()


def test_while_typing_name_and_birth_date_or_phone_find_the_person(vault):
    _home, head = a_household(vault, phone="13900000001")
    assert [one.why for one in likely_duplicates(vault, {"name": "赵一", "birth_date": "1960-01-01"})] == [
        "name_birth"
    ]
    assert [one.why for one in likely_duplicates(vault, {"name": "赵一", "phone": "13900000001"})] == [
        "name_phone"
    ]
    assert likely_duplicates(vault, {"name": "赵一"}) == ()
    assert likely_duplicates(vault, {"name": "赵", "birth_date": "1960-01-01"}) == ()
    assert likely_duplicates(vault, {"name": "赵一", "birth_date": "1961-01-01"}) == ()
    new, _other = a_household(vault, number="", name="孙五", phone="13900000001")
    lent = likely_duplicates(vault, {"name": "赵一"}, household=new)
    assert [(one.person, one.why) for one in lent] == [(head, "name_phone")]


def test_one_who_left_is_found_when_coming_back(vault):
    home, _head, wife = a_household(vault, {"name": "钱二", "id_no": WIFE_NUMBER, "relation": "2"})
    remove_member(vault, home, wife, Deed("marriage_out", DAY))
    (likely,) = likely_duplicates(vault, {"id_no": WIFE_NUMBER})
    assert (likely.person, likely.ended_on) == (wife, DAY)


def test_nobody_is_found_outside_the_workers_villages(make_vault, carry):
    wide = make_vault("wide", packs=("cn-base",))
    a_household(wide)
    narrow = make_vault("narrow", packs=("cn-base",), scopes=(FAR_VILLAGE,))
    carry(wide, narrow)
    assert likely_duplicates(narrow, {"id_no": NUMBER, "name": "赵一", "birth_date": "1960-01-01"}) == ()


def test_after_the_death_of_the_head_open_care_phone_and_account_are_to_be_looked_at(vault):
    child = {"name": "赵三", "relation": "3", "birth_date": "2012-01-01"}
    home, head, son = a_household(vault, child, phone="13900000001", bank_account="6222000011112222")
    put(vault, Change("care", None, "add", {"household": home, "person": head, "special_group": "4"}))
    assert open_matters(vault, home) == ()
    remove_member(vault, home, head, Deed("death", DAY), new_head=son)
    found = open_matters(vault, home, head)
    assert [(f.code, f.where.list, f.where.field) for f in found] == [
        ("movement.still_open", "care", "person"),
        ("movement.of_the_head", "household", "phone"),
        ("movement.of_the_head", "household", "bank_account"),
        ("movement.children_alone", "household", ""),
    ]
    assert all(f.severity == "warning" for f in found)


def test_after_a_household_has_ended_its_open_measures_are_to_be_looked_at(vault):
    home, head = a_household(vault)
    put(vault, Change("measure", None, "add", {"household": home, "name": "公益岗", "year": 2023}))
    remove_member(vault, home, head, Deed("death", DAY))
    assert [f.where.list for f in open_matters(vault, home, head)] == ["measure"]
