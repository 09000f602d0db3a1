"""The demo's county: invented, valid by the dictionary's own checks, and the same for the same seed."""

from collections.abc import Iterator

import pytest

from fieldapp.domain.identity import parse_identity
from fieldapp.register.checks import check_value
from fieldapp.store import Vault
from fieldapp.store.find import find
from fieldapp.store.records import count, rows
from fieldapp_ui.demo.county import HERO, VILLAGES, household_chunks
from fieldapp_ui.demo.laptops import fill_county, make_laptop


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
