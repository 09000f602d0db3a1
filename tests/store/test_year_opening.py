"""A new year starts from last year's house, water and land; income and health are asked anew, nothing is overwritten."""

import pytest

from fieldapp.register.carrying import carried_lists, is_carried
from fieldapp.store.history import field_origins
from fieldapp.store.records import children, year_record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.undo import undo
from fieldapp.store.years.year_opening import open_year, open_years

VILLAGE = "990101001201"
LAST = {
    "house_m2": 90_00,
    "water_safe": 1,
    "arable_mu": 3_50,
    "food_staple": 1,
    "toilet": 0,
    "house_danger": "B",
}


@pytest.fixture
def kept(make_vault):
    return make_vault("opening", packs=("cn-base",))


def write(vault, *changes):
    return save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))


def a_home(vault, number="H1"):
    home, person = vault.new_id(), vault.new_id()
    write(
        vault,
        Change("household", home, "add", {"household_no": number}),
        Change("person", person, "add", {"household": home, "name": "张三丰", "relation": "1"}),
        Change("household_year", None, "add", {"household": home, "year": 2019, **LAST}, "seen"),
        Change("person_year", None, "add", {"person": person, "year": 2019, "school_status": "out"}),
        Change("income_sheet", None, "add", {"household": home, "year": 2019, "a": 5_00}),
    )
    return home


def facts(vault, home, year=2020):
    found = year_record(vault, "household_year", home, year)
    return {key: found.values.get(key) for key in LAST} if found else None


def test_what_stands_is_carried_and_says_so_what_is_earned_is_not(kept):
    home = a_home(kept)
    open_year(kept, home, 2020)
    assert facts(kept, home) == {**LAST, "food_staple": None}
    year = year_record(kept, "household_year", home, 2020)
    assert field_origins(kept, "household_year", year.id)["house_m2"].source == "carried"
    assert year_record(kept, "income_sheet", home, 2020) is None
    [person] = children(kept, "person", home)
    assert year_record(kept, "person_year", person.id, 2020) is None
    assert facts(kept, home, 2019) == LAST


def test_what_an_exit_standard_judges_is_never_carried(make_vault):
    judging = make_vault("judging", packs=("cn-base", "gansu-qinba"))
    home = a_home(judging)
    open_year(judging, home, 2020)
    judged = {"water_safe", "house_danger", "food_staple"}
    assert facts(judging, home) == {**LAST, **dict.fromkeys(judged)}


def test_what_is_recorded_or_was_blanked_in_the_new_year_stays(kept):
    home = a_home(kept)
    values = {"household": home, "year": 2020, "house_m2": 95_00, "water_safe": None}
    write(kept, Change("household_year", None, "add", values))
    open_year(kept, home, 2020)
    assert facts(kept, home)["house_m2"] == 95_00
    assert facts(kept, home)["water_safe"] is None
    assert facts(kept, home)["arable_mu"] == 3_50
    assert open_year(kept, home, 2020) is None


def test_the_opening_of_a_year_is_undone_as_one_and_can_be_done_again(kept):
    home = a_home(kept)
    undo(kept, open_year(kept, home, 2020).dot)
    assert facts(kept, home) is None
    open_year(kept, home, 2020)
    assert facts(kept, home)["house_m2"] == 90_00


def test_nothing_comes_from_a_year_that_is_not_the_last(kept):
    home = a_home(kept)
    assert open_year(kept, home, 2021) is None


def test_a_village_is_opened_household_by_household_and_can_be_stopped(kept):
    homes = [a_home(kept, f"H{at}") for at in range(4)]
    open_year(kept, homes[1], 2020)
    steps = []
    stopped = open_years(
        kept,
        VILLAGE,
        2020,
        progress=lambda done, every: steps.append((done, every)),
        cancelled=lambda: len(steps) == 2,
    )
    assert (len(stopped.dots), stopped.unchanged, stopped.was_cancelled) == (1, 1, True)
    assert steps == [(0, 4), (1, 4)]
    rest = open_years(kept, VILLAGE, 2020)
    assert (len(rest.dots), rest.unchanged, rest.was_cancelled) == (2, 2, False)
    assert all(facts(kept, home)["house_m2"] == 90_00 for home in homes)


def test_the_rule_is_the_dictionarys_sections(kept):
    assert "household_year" in carried_lists(kept.dictionary)
    assert "income_sheet" not in carried_lists(kept.dictionary)
    never = ("food_staple", "loans_none", "net_income", "income_stable", "visited_on", "house_photo")
    assert not any(is_carried(kept.dictionary.field("household_year", key)) for key in never)
