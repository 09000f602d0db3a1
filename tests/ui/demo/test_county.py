"""The demo's county: invented, valid by the dictionary's own checks, and the same for the same seed."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldapp.domain.identity import parse_identity
from fieldapp.register.checks import check_value
from fieldapp.store import Vault
from fieldapp.store.finding.find import find
from fieldapp.store.records import count, rows
from fieldapp.store.twins.duplicates import duplicates
from fieldapp.store.years.year_end import reconcile
from fieldapp_ui.demo.county import HERO, VILLAGES, household_chunks
from fieldapp_ui.demo.laptops import fill_county, make_laptop
from fieldapp_ui.demo.outside_list import NAME, write_dibao_list
from fieldapp_ui.demo.village_work import YEAR, Village


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    vault = make_laptop(tmp_path_factory.mktemp("demo") / "a.vault", "王队长", lambda: 1_573_000_000_000)
    fill_county(vault, 30, 1, lambda done, of: None)
    yield vault
    vault.close()


def test_the_county_has_as_many_households_as_asked_for(laptop: Vault) -> None:
    assert count(laptop, "household", "990101") == 30
    assert [count(laptop, "household", village.scope) for village in VILLAGES] == [10, 10, 10]


def test_every_invented_identity_number_is_valid_and_of_no_real_county(laptop: Vault) -> None:
    people = rows(laptop, "person", "990101", limit=1_000)
    assert people
    for person in people:
        number = parse_identity(str(person.values["id_no"]))
        assert number is not None
        assert (number.region, number.birth_date, number.sex) == (
            "990101",
            person.values["birth_date"],
            person.values["sex"],
        )


def test_no_fact_breaks_a_check_of_the_dictionary(laptop: Vault) -> None:

    for name in (
        "household",
        "person",
        "household_year",
        "person_year",
        "income_sheet",
        "loan",
        "water_test",
    ):
        for record in rows(laptop, name, "990101", limit=1_000):
            for field in laptop.dictionary.stored_fields(name):
                value = record.values.get(field.key)
                found = check_value(field, value, laptop.dictionary, today="2019-11-06")
                assert not [f for f in found if f.severity == "error"], (name, field.key, value)


def test_the_journeys_household_is_there_once(laptop: Vault) -> None:
    assert len({hit.household for hit in find(laptop, HERO)}) == 1


def test_the_same_seed_makes_the_same_county() -> None:
    def values(seed: int) -> list[object]:
        numbers = iter(range(10_000))
        chunks = household_chunks(VILLAGES[1], 5, seed, lambda: str(next(numbers)))
        return [dict(change.values) for chunk in chunks for change in chunk]

    assert values(4) == values(4)
    assert values(4) != values(5)


def test_every_list_of_the_register_has_something_valid_in_it(laptop: Vault) -> None:
    shown = (
        "village village_year natural_village resident_team team_member helper pairing project fund asset asset_share "
        "enrolment payment plan plan_line measure work_record income_event need appeal care care_event movement"
    ).split()
    for name in shown:
        found = rows(laptop, name, "990101", limit=1_000)
        assert found, name
        for one in found:
            for field in laptop.dictionary.stored_fields(name):
                value = one.values.get(field.key)
                errors = check_value(field, value, laptop.dictionary, today="2019-11-13")
                assert not [f for f in errors if f.severity == "error"], (name, field.key, value)


def test_the_helper_on_the_card_is_the_one_of_the_pairing(laptop: Vault) -> None:
    helpers = {one.id: one.values for one in rows(laptop, "helper", "990101")}
    homes = {one.id: one.values for one in rows(laptop, "household", "990101", limit=1_000)}
    pairs = rows(laptop, "pairing", "990101", limit=1_000)
    assert len(pairs) == len(homes)
    for pair in pairs:
        helper, home = helpers[str(pair.values["helper"])], homes[str(pair.values["household"])]
        printed = (home["helper_name"], home["helper_phone"], home["helper_unit"])
        assert printed == (helper["name"], helper["phone"], helper["unit_name"])


@pytest.mark.parametrize("village", VILLAGES)
def test_the_year_is_even_in_every_village(laptop: Vault, village: Village) -> None:
    found = reconcile(laptop, village.scope, YEAR)
    assert found.is_even
    whys = {one.why.code for one in found.candidates}
    assert whys <= {"year.in_two_places"}, found.candidates


def test_one_person_stands_twice_and_the_low_income_list_differs_twice(laptop: Vault, tmp_path: Path) -> None:
    assert len(duplicates(laptop)) == 1
    listed = write_dibao_list(laptop, VILLAGES[0].scope, tmp_path / NAME)
    marked = [
        one for one in rows(laptop, "person_year", VILLAGES[0].scope, limit=1_000) if one.values["dibao"]
    ]
    assert listed == len(marked) > 1
