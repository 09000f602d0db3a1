"""The kinds of movements against the dictionary's codes, and what follows for the others when the head changes."""

import csv
from pathlib import Path

import pytest

from fieldapp.errors import RegisterError
from fieldapp.register.movements import (
    ARRIVALS,
    HOUSEHOLD_IN,
    KINDS,
    PERSON_IN,
    PERSON_OUT,
    STATUS,
    refuse_date,
    status_values,
)
from fieldapp.register.relations import new_relations, suggested_relations

CODES = Path(__file__).resolve().parents[2] / "resources" / "packs" / "cn-base" / "codelists"


def codes(name):
    with (CODES / f"{name}.csv").open(encoding="utf-8") as file:
        return {row["id"] for row in csv.DictReader(file)}


def test_every_code_of_the_list_is_a_kind_and_every_kind_a_code():
    assert set(KINDS) == codes("movement_kind")


def test_reasons_and_household_moves_are_codes():
    assert {kind.move for kind in KINDS.values()} - {""} == codes("household_move")
    assert {KINDS[kind].reason for kind in PERSON_IN} <= codes("change_reason_add")
    assert {KINDS[kind].reason for kind in (*PERSON_OUT, "split_off")} <= codes("change_reason_remove")


def test_what_comes_counts_one_more_and_what_goes_one_less():
    assert all(KINDS[kind].people == 1 and not KINDS[kind].households for kind in PERSON_IN)
    assert all(KINDS[kind].people == -1 and not KINDS[kind].households for kind in PERSON_OUT)
    assert {kind.id for kind in KINDS.values() if kind.households == 1} == set(ARRIVALS)
    assert set(HOUSEHOLD_IN) < set(ARRIVALS)
    assert set(STATUS) <= set(KINDS)


def test_the_first_thing_that_cannot_be_is_said_the_birth_before_all():
    with pytest.raises(RegisterError) as refused:
        refuse_date(
            "2000-01-01", today="2023-01-01", not_before={"arrived": "2020-01-01", "birth": "2001-01-01"}
        )
    assert refused.value.code == "movement.before_birth"
    refuse_date("2020-01-01", today="2020-01-01", not_before={"arrived": "2020-01-01", "birth": None})


def test_a_status_that_only_notes_something_writes_nothing_into_the_household():
    assert status_values("suspended", "2020-01-01", "") == {}
    assert status_values("returned", "2020-05-01", "1")["return_year"] == 2020


@pytest.mark.parametrize(
    ("sex", "expected"),
    [
        # She becomes head: his parents are her husband's parents, her own are father and mother.
        ("2", {"head": "2", "son": "3", "his father": "15", "her mother": "12", "aunt": None}),
        # He becomes head after his wife: her father was the head's father and is his wife's father now.
        ("1", {"head": "2", "son": "3", "his father": "13", "her mother": "12", "aunt": None}),
    ],
)
def test_what_follows_for_certain_when_husband_or_wife_becomes_head(sex, expected):
    relations = {"head": "1", "spouse": "2", "son": "3", "his father": "11", "her mother": "14", "aunt": "99"}
    assert suggested_relations(relations, "spouse", sex) == expected


def test_with_any_other_new_head_nothing_is_certain():
    assert suggested_relations({"head": "1", "wife": "2", "son": "3"}, "son", "1") == {
        "head": None,
        "wife": None,
    }
    assert suggested_relations({"head": "1", "wife": "2"}, "wife", None) == {"head": None}


def test_with_the_same_head_what_stands_is_kept_and_only_what_is_given_written():
    assert new_relations({"head": "1", "son": "3", "aunt": "99"}, "head", {"aunt": "12"}, {}) == {
        "aunt": "12"
    }
