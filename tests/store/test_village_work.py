"""Helpers assigned in bulk and handed over; what is due, by the records that say so."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fieldapp.errors import RegisterError
from fieldapp.store import Vault, create_vault
from fieldapp.store.records import children, record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.undo import undo
from fieldapp.store.village.assignments import assign, hand_over, pairings
from fieldapp.store.village.deadlines import deadlines

VILLAGE, OTHER = "990101001201", "990101001202"


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    scopes = (VILLAGE, OTHER)
    made = create_vault(
        tmp_path / "v", "four invented words here", worker="w", role="team", scopes=scopes, packs=["cn-base"]
    )
    with made:
        yield made


def add(vault: Vault, list_name: str, scope: str = VILLAGE, **values: Any) -> str:
    saved = save(vault, scope, "edit", [Change(list_name, None, "add", values)], seen=seen_of(vault, scope))
    return saved.changed[0][1]


def a_helper(vault: Vault, name: str, scope: str = VILLAGE) -> str:
    return add(vault, "helper", scope, name=name, unit_name="县林业局", phone="13900000001")


def helper_name(vault: Vault, household: str) -> object:
    found = record(vault, "household", household)
    assert found is not None
    return found.values["helper_name"]


def test_many_households_get_a_helper_in_one_deed_and_the_card_says_so(vault: Vault) -> None:
    households = [add(vault, "household", household_no=str(n)) for n in range(3)]
    helper = a_helper(vault, "郭建军")

    saved = assign(vault, helper, households, "2019-03-01")

    assert len(pairings(vault, helper)) == 3
    assert [helper_name(vault, one) for one in households] == ["郭建军"] * 3
    undo(vault, saved.dot)
    assert pairings(vault, helper) == ()
    assert [helper_name(vault, one) for one in households] == [None] * 3


def test_a_new_helper_ends_the_pairing_before(vault: Vault) -> None:
    household = add(vault, "household", household_no="1")
    first, second = a_helper(vault, "郭建军"), a_helper(vault, "田桂花")
    assign(vault, first, [household], "2018-01-01")
    assign(vault, second, [household], "2019-03-01")

    spans = sorted((p.values["from_on"], p.values["to_on"]) for p in children(vault, "pairing", household))
    assert spans == [("2018-01-01", "2019-03-01"), ("2019-03-01", None)]
    assert helper_name(vault, household) == "田桂花"


def test_assigning_the_same_helper_again_says_that_it_is_so_already(vault: Vault) -> None:
    household, helper = add(vault, "household", household_no="1"), a_helper(vault, "郭建军")
    assign(vault, helper, [household], "2018-01-01")
    with pytest.raises(RegisterError, match="already"):
        assign(vault, helper, [household], "2019-01-01")


def test_a_helper_who_leaves_hands_all_households_over_in_one_deed(vault: Vault) -> None:
    households = [add(vault, "household", household_no=str(n)) for n in range(4)]
    leaving, successor = a_helper(vault, "郭建军"), a_helper(vault, "田桂花")
    assign(vault, leaving, households, "2018-01-01")

    saved = hand_over(vault, leaving, successor, "2019-06-01", "轮换")

    assert (len(pairings(vault, leaving)), len(pairings(vault, successor))) == (0, 4)
    undo(vault, saved.dot)
    assert (len(pairings(vault, leaving)), len(pairings(vault, successor))) == (4, 0)
    assert helper_name(vault, households[0]) == "郭建军"


def test_a_helper_without_households_has_nothing_to_hand_over(vault: Vault) -> None:
    with pytest.raises(RegisterError, match="no household now"):
        hand_over(vault, a_helper(vault, "郭建军"), a_helper(vault, "田桂花"), "2019-06-01")


def test_a_helper_of_another_village_cannot_take_over(vault: Vault) -> None:
    household, leaving = add(vault, "household", household_no="1"), a_helper(vault, "郭建军")
    assign(vault, leaving, [household], "2018-01-01")
    with pytest.raises(RegisterError, match=OTHER):
        hand_over(vault, leaving, a_helper(vault, "田桂花", OTHER), "2019-06-01")


def test_what_is_due_comes_with_the_earliest_first_and_goes_when_it_is_answered(vault: Vault) -> None:
    household = add(vault, "household", household_no="1")
    person = add(vault, "person", household=household, name="龙小见")
    late = add(
        vault,
        "appeal",
        household=household,
        kind="objection",
        received_on="2019-10-01",
        text="公示面积不对",
        due_on="2019-10-08",
    )
    care = add(vault, "care", household=household, person=person, special_group="1", service="心理关爱")
    event = {"household": household, "care": care, "stage": "reported", "happened_on": "2019-10-02"}
    add(vault, "care_event", **event, due_on="2019-10-05", note="与父母联系")
    add(vault, "care_event", **event, due_on="2019-10-04", done_on="2019-10-03")
    add(
        vault,
        "appeal",
        household=household,
        kind="request",
        received_on="2019-10-01",
        text="远",
        due_on="2020-01-01",
    )

    due = deadlines(vault, VILLAGE, "2019-10-31")
    assert [(one.list, one.due_on, one.words) for one in due] == [
        ("care_event", "2019-10-05", "与父母联系"),
        ("appeal", "2019-10-08", "公示面积不对"),
    ]
    assert due[1].is_late("2019-10-09")
    assert not due[1].is_late("2019-10-08")

    answer = Change("appeal", late, "set", {"replied_on": "2019-10-07", "reply": "已复核"})
    save(vault, VILLAGE, "edit", [answer], seen=seen_of(vault, VILLAGE))
    assert [one.list for one in deadlines(vault, VILLAGE, "2019-10-31")] == ["care_event"]


def test_what_is_due_in_another_village_is_not_shown_in_this_one(vault: Vault) -> None:
    household = add(vault, "household", OTHER, household_no="1")
    facts = {
        "household": household,
        "kind": "objection",
        "received_on": "2019-10-01",
        "text": "x",
        "due_on": "2019-10-02",
    }
    add(vault, "appeal", OTHER, **facts)
    assert deadlines(vault, VILLAGE, "2019-12-31") == ()
    assert len(deadlines(vault, "990101001", "2019-12-31")) == 1


def test_the_words_of_a_deadline_are_shown_as_the_role_sees_them(vault: Vault) -> None:
    household = add(vault, "household", household_no="1")
    add(
        vault,
        "work_record",
        household=household,
        done_on="2019-09-01",
        problem="他家老人病重",
        due_on="2019-10-01",
    )
    assert [one.words for one in deadlines(vault, VILLAGE, "2019-12-31")] == ["他家老人病重"]
    department = replace(vault.worker, role="department", sections=("water",))
    vault.work_with(replace(vault.session, worker=department))
    assert [one.words for one in deadlines(vault, VILLAGE, "2019-12-31")] == [""]
