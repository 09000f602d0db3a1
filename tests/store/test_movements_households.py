"""Households split, merge and move to another village; what rests on something is not taken back before it."""

import pytest

from fieldapp.errors import RegisterError
from fieldapp.store.moving.movements import (
    Deed,
    add_household,
    add_member,
    merge,
    move_household,
    movements,
    remove_member,
    split,
    withdraw,
)
from fieldapp.store.records import children, record, year_record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.undo import undo

VILLAGE, OTHER_VILLAGE, FAR_VILLAGE = "990101001201", "990101001202", "990102001201"
DAY = "2023-06-01"


@pytest.fixture
def vault(make_vault):
    return make_vault(packs=("cn-base",))


def a_family(vault, *, kind="identified", day="2020-03-01"):
    """A man (head), his wife and their son; the ids: household, then the people."""
    head = {"name": "赵一", "sex": "1", "birth_date": "1960-01-01"}
    others = (
        {"name": "钱二", "sex": "2", "birth_date": "1962-01-01", "relation": "2"},
        {"name": "赵三", "sex": "1", "birth_date": "1990-01-01", "relation": "3"},
    )
    saved = add_household(vault, VILLAGE, {"address": "东沟组"}, head, Deed(kind, day), others=others)
    return [name for _, name in saved.changed[1:]]


def names(vault, household):
    return {p.values["name"]: p.values["relation"] for p in children(vault, "person", household)}


def kinds(vault, household):
    return [m.values["kind"] for m in movements(vault, household)]


def refusal(deed, *arguments, **more):
    with pytest.raises(RegisterError) as refused:
        deed(*arguments, **more)
    return refused.value.code


def test_who_splits_off_keeps_the_record_its_years_and_care_in_a_household_of_their_own(vault):
    home, head, _wife, son = a_family(vault)
    before = [
        Change("person_year", None, "add", {"person": son, "year": 2022, "work_months": 5}),
        Change("care", None, "add", {"household": home, "person": son, "special_group": "4"}),
        Change("care", None, "add", {"household": home, "person": head, "special_group": "4"}),
    ]
    save(vault, VILLAGE, "edit", before, seen=seen_of(vault, VILLAGE))
    saved = split(vault, home, [son], son, Deed("split_off", DAY), values={"address": "西沟"})
    new = saved.changed[0][1]
    assert names(vault, new) == {"赵三": "1"}
    assert names(vault, home) == {"赵一": "1", "钱二": "2"}
    assert year_record(vault, "person_year", son, 2022).values["work_months"] == 5
    assert [c.values["person"] for c in children(vault, "care", new)] == [son]
    assert [c.values["person"] for c in children(vault, "care", home)] == [head]
    found = record(vault, "household", new).values
    assert (found["address"], found["status"], found["identified_on"]) == ("西沟", "0", "2020-03-01")
    assert (kinds(vault, home), kinds(vault, new)) == (["identified", "split_off"], ["split_from"])
    undo(vault, saved.dot)
    assert len(names(vault, home)) == 3
    assert record(vault, "household", new).ended_reason == "undone"
    assert len(children(vault, "care", home)) == 2


def test_the_head_may_split_off_when_those_who_stay_get_a_head(vault):
    home, head, wife, son = a_family(vault)
    leaving = (vault, home, [head, wife], head, Deed("split_off", DAY))
    assert refusal(split, *leaving, given={wife: "2"}) == "register.new_head_needed"
    assert refusal(split, *leaving, stay_head=son) == "register.relations_needed"
    saved = split(*leaving, given={wife: "2"}, stay_head=son)
    assert (names(vault, home), names(vault, saved.changed[0][1])) == (
        {"赵三": "1"},
        {"赵一": "1", "钱二": "2"},
    )


def test_a_split_leaves_people_on_both_sides(vault):
    home, *people = a_family(vault)
    assert refusal(split, vault, home, people, people[0], Deed("split_off", DAY)) == "movement.nobody_stays"
    assert refusal(split, vault, home, [], people[0], Deed("split_off", DAY)) == "movement.nobody_stays"


def test_two_households_merge_under_the_head_of_the_second(vault):
    home, *_ = a_family(vault)
    saved = add_household(vault, VILLAGE, {}, {"name": "孙五"}, Deed("identified", "2020-03-01"))
    small, alone = (name for _, name in saved.changed[1:])
    merged = merge(vault, small, home, {alone: "11"}, Deed("merged_into", DAY))
    assert names(vault, home)["孙五"] == "11"
    assert record(vault, "household", small).ended_reason == "merged_into"
    assert kinds(vault, home)[-1] == "merged_from"
    assert refusal(merge, vault, home, home, {}, Deed("merged_into", DAY)) == "movement.not_mergeable"
    undo(vault, merged.dot)
    assert names(vault, small) == {"孙五": "1"}


def test_who_merges_says_what_each_is_to_the_head(vault):
    home, *_ = a_family(vault)
    other, *_ = a_family(vault)
    assert refusal(merge, vault, other, home, {}, Deed("merged_into", DAY)) == "register.relations_needed"


def test_a_household_moves_to_another_village_with_its_years_and_loans_and_is_linked_with_its_past(vault):
    home, head, *_ = a_family(vault)
    before = [
        Change("person_year", None, "add", {"person": head, "year": 2022, "work_months": 5}),
        Change("person_year", None, "add", {"person": head, "year": 2023, "work_months": 6}),
        Change("loan", None, "add", {"household": home, "amount": 100}),
        Change("care", None, "add", {"household": home, "person": head, "special_group": "4"}),
    ]
    save(vault, VILLAGE, "edit", before, seen=seen_of(vault, VILLAGE))
    _gone, came = move_household(vault, home, OTHER_VILLAGE, Deed("moved_out_village", DAY))
    new = next(name for list_name, name in came.changed if list_name == "household")
    assert record(vault, "household", home).ended_reason == "moved_out_village"
    found = record(vault, "household", new)
    assert (found.scope, found.values["status"]) == (OTHER_VILLAGE, "0")
    first = children(vault, "person", new)[0]
    assert (first.values["name"], first.values["joined_on"], first.scope) == ("赵一", DAY, OTHER_VILLAGE)
    assert year_record(vault, "person_year", first.id, 2023).values["work_months"] == 6
    assert year_record(vault, "person_year", first.id, 2022) is None
    assert [y.values["year"] for y in children(vault, "person_year", head)] == [2022]
    assert [loan.values["amount"] for loan in children(vault, "loan", new)] == [100]
    assert [care.values["person"] for care in children(vault, "care", new)] == [first.id]
    out, into = movements(vault, home)[-1].values, movements(vault, new)[0].values
    assert (out["other_household"], out["other_scope"], out["people"]) == (new, OTHER_VILLAGE, 3)
    assert (into["other_household"], into["other_scope"], into["people"]) == (home, VILLAGE, 3)


@pytest.mark.parametrize("half", [0, 1])
def test_a_move_between_villages_is_taken_back_and_done_again_with_both_halves(vault, half):
    home, *_ = a_family(vault)
    saved = move_household(vault, home, OTHER_VILLAGE, Deed("moved_out_village", DAY))
    new = movements(vault, home)[-1].values["other_household"]
    undone = undo(vault, saved[half].dot)
    assert record(vault, "household", home).ended_on is None
    assert record(vault, "household", new).ended_reason == "undone"
    assert len(children(vault, "person", home)) == 3
    assert children(vault, "person", new) == ()
    undo(vault, undone.dot)
    assert record(vault, "household", home).ended_reason == "moved_out_village"
    assert len(children(vault, "person", new)) == 3
    assert len(withdraw(vault, [one.dot for one in saved])) == 2
    assert len(children(vault, "person", home)) == 3


def test_neither_half_is_taken_back_when_the_other_one_cannot(vault):
    home, *_ = a_family(vault)
    gone, _ = move_household(vault, home, OTHER_VILLAGE, Deed("moved_out_village", DAY))
    new = movements(vault, home)[-1].values["other_household"]
    add_member(vault, new, {"name": "赵四", "relation": "7"}, Deed("birth", "2023-07-01"))
    assert refusal(undo, vault, gone.dot) == "undo.built_upon"
    assert record(vault, "household", home).ended_reason == "moved_out_village"
    assert len(children(vault, "person", new)) == 4


def test_outside_the_workers_villages_only_the_end_is_written_and_names_the_place(vault):
    home, *_ = a_family(vault)
    (gone,) = move_household(vault, home, FAR_VILLAGE, Deed("moved_out_village", DAY))
    movement = movements(vault, home)[-1].values
    assert (movement["other_scope"], movement["other_household"]) == (FAR_VILLAGE, None)
    undo(vault, gone.dot)
    assert len(names(vault, home)) == 3


def test_a_household_that_another_village_handed_over_is_entered_with_the_place_it_came_from(vault):
    deed = Deed("moved_in_village", DAY, other_scope=FAR_VILLAGE)
    saved = add_household(vault, VILLAGE, {"status": "1"}, {"name": "孙五"}, deed)
    home = saved.changed[1][1]
    assert record(vault, "household", home).values["status"] == "1"
    assert movements(vault, home)[0].values["other_scope"] == FAR_VILLAGE
    assert children(vault, "person", home)[0].values["joined_on"] == DAY


def test_a_move_goes_to_another_village_and_to_no_township(vault):
    home, *_ = a_family(vault)
    for place in (VILLAGE, "990101001", "nowhere", ""):
        assert (
            refusal(move_household, vault, home, place, Deed("moved_out_village", DAY))
            == "movement.no_village"
        )


def test_what_others_rest_on_is_not_taken_back_first(vault):
    home, _head, _wife, son = a_family(vault)
    began = split(vault, home, [son], son, Deed("split_off", DAY))
    new = began.changed[0][1]
    born = add_member(vault, new, {"name": "赵四", "relation": "3"}, Deed("birth", "2023-08-01"))
    assert refusal(undo, vault, began.dot) == "undo.built_upon"
    withdraw(vault, [born.dot])
    undo(vault, began.dot)
    assert len(names(vault, home)) == 3


def test_a_split_is_not_taken_back_into_a_household_that_has_gone_since(vault):
    home, _, _, son = a_family(vault)
    began = split(vault, home, [son], son, Deed("split_off", DAY))
    move_household(vault, home, OTHER_VILLAGE, Deed("moved_out_village", "2023-07-01"))
    assert refusal(undo, vault, began.dot) == "undo.built_upon"
    assert names(vault, began.changed[0][1]) == {"赵三": "1"}


def test_a_merger_is_not_taken_back_when_its_people_have_left_with_the_other_household(vault):
    home, *_ = a_family(vault)
    saved = add_household(vault, VILLAGE, {}, {"name": "孙五"}, Deed("identified", "2020-03-01"))
    small, alone = (name for _, name in saved.changed[1:])
    merged = merge(vault, small, home, {alone: "11"}, Deed("merged_into", DAY))
    move_household(vault, home, OTHER_VILLAGE, Deed("moved_out_village", "2023-07-01"))
    assert refusal(undo, vault, merged.dot) == "undo.built_upon"
    assert record(vault, "household", small).ended_reason == "merged_into"


def test_two_deaths_of_heads_are_taken_back_in_reverse_only(vault):
    home, head, wife, son = a_family(vault)
    first = remove_member(vault, home, head, Deed("death", DAY), new_head=wife, given={son: "3"})
    second = remove_member(vault, home, wife, Deed("death", "2023-07-01"), new_head=son)
    assert refusal(undo, vault, first.dot) == "undo.built_upon"
    withdraw(vault, [first.dot, second.dot])
    assert names(vault, home) == {"赵一": "1", "钱二": "2", "赵三": "3"}


def test_movements_that_were_taken_back_are_shown_only_when_asked_for(vault):
    home, _, _, son = a_family(vault)
    undo(vault, remove_member(vault, home, son, Deed("death", DAY)).dot)
    assert kinds(vault, home) == ["identified"]
    assert [m.ended_reason for m in movements(vault, home, withdrawn=True)] == [None, "undone"]
