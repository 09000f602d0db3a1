"""Each movement by its name: one commit, its record beside what it changes, and one undo that takes it all back."""

import pytest

from fieldapp.errors import RegisterError
from fieldapp.store.history import commit_at
from fieldapp.store.moving.movements import (
    Deed,
    add_household,
    add_member,
    change_head,
    change_status,
    merge,
    move_household,
    movements,
    remove_member,
    split,
    suggest_relations,
    withdraw,
)
from fieldapp.store.records import children, record
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


def test_a_new_household_comes_with_its_head_its_people_and_one_movement(vault):
    home, *_ = a_family(vault)
    assert names(vault, home) == {"赵一": "1", "钱二": "2", "赵三": "3"}
    found = record(vault, "household", home)
    assert (found.values["status"], found.values["identified_on"]) == ("0", "2020-03-01")
    (movement,) = movements(vault, home)
    assert (movement.values["kind"], movement.values["people"], movement.values["move"]) == (
        "identified",
        3,
        "1",
    )


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("birth", "1"),
        ("marriage_in", "2"),
        ("moved_in", "3"),
        ("adopted", "6"),
        ("returned_person", "7"),
        ("other_in", "9"),
    ],
)
def test_a_person_who_comes_in_joins_with_day_and_reason_in_one_commit(vault, kind, reason):
    home, *_ = a_family(vault)
    deed = Deed(kind, DAY, reason="户口簿已核", evidence="出生证", proposed_by="村委会", checked_by="乡镇")
    saved = add_member(vault, home, {"name": "赵四", "relation": "7", "birth_date": "2023-05-30"}, deed)
    assert commit_at(vault.ledger, saved.dot).kind == "move"
    assert [name for name, _ in saved.changed] == ["movement", "person"]
    person = record(vault, "person", saved.changed[1][1])
    assert (person.values["joined_on"], person.values["join_reason"]) == (DAY, reason)
    movement = movements(vault, home)[-1].values
    assert (movement["kind"], movement["person"], movement["reason_add"]) == (kind, person.id, reason)
    assert (movement["evidence"], movement["proposed_by"], movement["checked_by"]) == (
        "出生证",
        "村委会",
        "乡镇",
    )


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("death", "1"),
        ("marriage_out", "2"),
        ("moved_out", "3"),
        ("imprisoned", "4"),
        ("enlisted", "5"),
        ("missing", "7"),
        ("emigrated", "8"),
        ("other_out", "9"),
    ],
)
def test_a_person_who_leaves_ends_on_that_day_for_that_reason(vault, kind, reason):
    home, _, _, son = a_family(vault)
    saved = remove_member(vault, home, son, Deed(kind, DAY))
    gone = record(vault, "person", son)
    assert (gone.ended_on, gone.ended_reason) == (DAY, kind)
    assert movements(vault, home)[-1].values["reason_remove"] == reason
    undo(vault, saved.dot)
    assert names(vault, home)["赵三"] == "3"
    assert kinds(vault, home) == ["identified"]


def test_the_death_of_the_head_names_the_new_head_and_what_the_others_are_in_the_same_commit(vault):
    home, head, wife, son = a_family(vault)
    saved = remove_member(vault, home, head, Deed("death", DAY), new_head=wife, given={son: "3"})
    assert names(vault, home) == {"钱二": "1", "赵三": "3"}
    assert movements(vault, home)[-1].values["new_head"] == wife
    withdraw(vault, [saved.dot])
    assert names(vault, home) == {"赵一": "1", "钱二": "2", "赵三": "3"}


def test_the_head_does_not_leave_without_a_new_one(vault):
    home, head, *_ = a_family(vault)
    assert refusal(remove_member, vault, home, head, Deed("death", DAY)) == "register.new_head_needed"
    assert kinds(vault, home) == ["identified"]


def test_those_who_stay_need_a_relation_to_the_new_head(vault):
    home, head, wife, _ = a_family(vault)
    with pytest.raises(RegisterError) as refused:
        remove_member(vault, home, head, Deed("death", DAY), new_head=wife)
    assert refused.value.code == "register.relations_needed"
    assert "赵三" in str(refused.value)


def test_the_new_head_is_somebody_who_stays_and_there_is_one_only(vault):
    home, head, wife, son = a_family(vault)
    leaving = (vault, home, head, Deed("death", DAY))
    assert refusal(remove_member, *leaving, new_head=head, given={}) == "register.new_head_unknown"
    assert refusal(remove_member, *leaving, new_head=wife, given={son: "1"}) == "register.two_heads"


def test_a_second_head_is_not_born_and_a_newcomer_has_a_relation(vault):
    home, *_ = a_family(vault)
    deed = Deed("birth", DAY)
    assert refusal(add_member, vault, home, {"name": "四", "relation": "1"}, deed) == "register.two_heads"
    assert refusal(add_member, vault, home, {"name": "四"}, deed) == "register.relations_needed"


def test_a_household_with_nobody_left_is_deregistered_in_the_same_commit(vault):
    saved = add_household(vault, VILLAGE, {}, {"name": "孙五"}, Deed("identified", "2020-03-01"))
    home, alone = (name for _, name in saved.changed[1:])
    left = remove_member(vault, home, alone, Deed("death", DAY))
    found = record(vault, "household", home)
    assert (found.ended_on, found.ended_reason) == (DAY, "deregistered")
    assert kinds(vault, home) == ["identified", "death", "deregistered"]
    undo(vault, left.dot)
    assert record(vault, "household", home).ended_on is None
    assert names(vault, home) == {"孙五": "1"}


def test_a_household_ends_when_the_last_one_has_left_although_that_was_recorded_first(vault):
    saved = add_household(
        vault,
        VILLAGE,
        {},
        {"name": "孙五"},
        Deed("identified", "2020-03-01"),
        others=[{"name": "孙六", "relation": "3"}],
    )
    home, head, other = (name for _, name in saved.changed[1:])
    remove_member(vault, home, other, Deed("moved_out", "2023-09-01"))
    remove_member(vault, home, head, Deed("death", DAY))
    assert record(vault, "household", home).ended_on == "2023-09-01"


def test_the_head_changes_while_nobody_leaves(vault):
    home, head, wife, son = a_family(vault)
    assert suggest_relations(vault, home, wife) == {head: "2", son: "3"}
    assert suggest_relations(vault, home, son) == {head: None, wife: None}
    change_head(vault, home, son, {head: "11", wife: "12"}, Deed("head_changed", DAY))
    assert names(vault, home) == {"赵一": "11", "钱二": "12", "赵三": "1"}
    assert (
        refusal(change_head, vault, home, wife, {son: "3"}, Deed("head_changed", DAY))
        == "register.relations_needed"
    )


def test_exit_and_return_write_status_and_year(vault):
    home, *_ = a_family(vault)
    change_status(vault, home, Deed("exited", "2021-12-20"))
    found = record(vault, "household", home).values
    assert (found["status"], found["exit_year"]) == ("1", 2021)
    returned = change_status(vault, home, Deed("returned", DAY, reason_code="1"))
    found = record(vault, "household", home).values
    assert (found["status"], found["return_year"], found["return_reason"]) == ("3", 2023, "1")
    undo(vault, returned.dot)
    found = record(vault, "household", home).values
    assert (found["status"], found["return_year"], found["return_reason"]) == ("1", None, None)


def test_only_an_exited_household_returns_and_an_exited_one_does_not_exit_again(vault):
    home, *_ = a_family(vault)
    assert refusal(change_status, vault, home, Deed("returned", DAY)) == "movement.not_exited"
    change_status(vault, home, Deed("exited", "2021-12-20"))
    assert refusal(change_status, vault, home, Deed("exited", DAY)) == "movement.already_exited"
    assert refusal(change_status, vault, home, Deed("wrong_identification", DAY)) == "movement.already_exited"
    assert refusal(change_status, vault, home, Deed("identified", DAY)) == "movement.already_identified"
    assert refusal(change_status, vault, home, Deed("returned", "2021-01-01")) == "movement.out_of_order"


def test_help_is_suspended_and_resumed_in_turn(vault):
    home, *_ = a_family(vault)
    assert refusal(change_status, vault, home, Deed("resumed", DAY)) == "movement.not_suspended"
    change_status(vault, home, Deed("suspended", DAY))
    assert refusal(change_status, vault, home, Deed("suspended", DAY)) == "movement.suspended"
    change_status(vault, home, Deed("resumed", DAY))
    change_status(vault, home, Deed("continued", DAY))
    assert kinds(vault, home) == ["identified", "suspended", "resumed", "continued"]


def test_a_wrong_identification_ends_the_household_and_its_people(vault):
    home, head, *_ = a_family(vault)
    saved = change_status(vault, home, Deed("wrong_identification", DAY, reason="有商品房"))
    assert record(vault, "household", home).ended_reason == "wrong_identification"
    assert record(vault, "person", head).ended_on == DAY
    assert movements(vault, home)[-1].values["people"] == 3
    undo(vault, saved.dot)
    assert len(names(vault, home)) == 3


def test_an_applicant_household_is_identified_and_an_empty_one_deregistered(vault):
    home = vault.new_id()
    save(
        vault,
        VILLAGE,
        "edit",
        [Change("household", home, "add", {"address": "西沟"})],
        seen=seen_of(vault, VILLAGE),
    )
    change_status(vault, home, Deed("identified", "2022-01-01"))
    assert record(vault, "household", home).values["status"] == "0"
    change_status(vault, home, Deed("deregistered", DAY))
    assert record(vault, "household", home).ended_reason == "deregistered"


def test_a_household_with_people_is_not_deregistered_and_an_ended_one_does_not_move(vault):
    home, *_ = a_family(vault)
    assert refusal(change_status, vault, home, Deed("deregistered", DAY)) == "movement.people_left"
    change_status(vault, home, Deed("wrong_identification", DAY))
    assert refusal(change_status, vault, home, Deed("exited", DAY)) == "movement.ended"


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2099-01-01", "movement.future"),
        ("", "movement.no_date"),
        ("2023-02-30", "movement.no_date"),
        ("1989-12-31", "movement.before_birth"),
        ("2019-12-31", "movement.before_arrival"),
    ],
)
def test_a_day_that_cannot_be_is_refused(vault, day, code):
    home, _, _, son = a_family(vault)
    assert refusal(remove_member, vault, home, son, Deed("death", day)) == code


def test_nobody_leaves_before_joining_and_nobody_is_born_after_arriving(vault):
    home, *_ = a_family(vault)
    baby = {"name": "赵四", "relation": "7", "birth_date": "2023-05-30"}
    assert refusal(add_member, vault, home, baby, Deed("birth", "2023-05-29")) == "movement.before_birth"
    saved = add_member(vault, home, {"name": "钱五", "relation": "5"}, Deed("marriage_in", DAY))
    leaving = (vault, home, saved.changed[1][1])
    assert refusal(remove_member, *leaving, Deed("marriage_out", "2023-05-31")) == "movement.before_joining"


def test_each_step_takes_only_movements_of_its_own_kind(vault):
    home, _head, _wife, son = a_family(vault)
    wrong = Deed("death", DAY)
    for step in (
        lambda: add_household(vault, VILLAGE, {}, {"name": "一"}, wrong),
        lambda: add_member(vault, home, {"name": "一", "relation": "3"}, wrong),
        lambda: remove_member(vault, home, son, Deed("birth", DAY)),
        lambda: change_head(vault, home, son, {}, wrong),
        lambda: change_status(vault, home, wrong),
        lambda: split(vault, home, [son], son, wrong),
        lambda: merge(vault, home, home, {}, wrong),
        lambda: move_household(vault, home, OTHER_VILLAGE, wrong),
    ):
        assert refusal(step) == "movement.wrong_kind"


def test_somebody_elses_member_does_not_leave_this_household(vault):
    home, *_ = a_family(vault)
    _, other, *_ = a_family(vault)
    assert refusal(remove_member, vault, home, other, Deed("death", DAY)) == "movement.not_a_member"


def test_a_household_outside_the_workers_villages_is_not_there(make_vault, tmp_path, carry):
    wide = make_vault("wide", packs=("cn-base",))
    home, *_ = a_family(wide)
    narrow = make_vault("narrow", packs=("cn-base",), scopes=(OTHER_VILLAGE,))
    carry(wide, narrow)
    assert refusal(change_status, narrow, home, Deed("exited", DAY)) == "register.unknown_record"


def test_a_deed_says_what_its_worker_had_seen(vault):
    home, _, _, son = a_family(vault)
    opened = seen_of(vault, VILLAGE)
    change = Change("household", home, "set", {"address": "改"})
    save(vault, VILLAGE, "edit", [change], seen=opened)
    saved = remove_member(vault, home, son, Deed("death", DAY, seen=opened))
    written = commit_at(vault.ledger, saved.dot)
    assert all(
        dict(operation.seen) == dict(opened) for operation in written.operations if operation.action != "add"
    )
