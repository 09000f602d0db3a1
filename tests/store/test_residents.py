"""Who lived where at the end of an earlier year: what stood then is what is said later, whatever moved since.

The oracle is what the tables held on that day; what moved since is played by the histories of `benchmarks`.
"""

import random

import pytest

from fieldapp.store.moving.movements import Deed, merge, split
from fieldapp.store.records import residents

YEARS = (2019, 2020, 2021, 2022)


@pytest.fixture
def vault(histories, tmp_path):
    vault = histories.a_vault(tmp_path)
    yield vault
    vault.close()


def homes(active, vault):
    """The people of every active household now, by the tables alone."""
    found = {str(home["id"]): set() for home in active(vault, "household")}
    for person in active(vault, "person"):
        found[str(person["household"])].add(str(person["id"]))
    return found


def lived(vault, household, year):
    return {person.id for person in residents(vault, household, f"{year}-12-31")}


def size(vault, key, household, year):
    """What the dictionary derives for a year, whether or not the household has a record of it."""
    derived = vault.dictionary.field("household_year", key).derived
    row = vault.db.execute(
        f"with household_year (household, year) as (select ?, ?) select {derived} from household_year",
        [household, year],
    )
    return row.fetchone()[0]


@pytest.mark.parametrize("seed", range(6))
def test_an_earlier_year_stays_as_it_was_whatever_moves_later(histories, active, vault, seed):
    world = histories.World(vault, random.Random(seed))
    # Folding two entries of one household into one corrects the past; all else leaves it alone.
    world.twice = world.split
    stood, year, moved = {}, 0, set()
    world.day = lambda: f"{year}-{3 * world.rng.randint(1, 2):02}-11"
    for year in YEARS:
        world.done.clear()
        for _ in range(12):
            world.step()
        moved |= {m["kind"] for m in active(vault, "movement")}
        stood[year] = homes(active, vault)
    assert "split_off" in moved
    for year, then in stood.items():
        for household, people in then.items():
            assert lived(vault, household, year) == people
            assert size(vault, "size_end", household, year) == len(people)
            assert size(vault, "size_start", household, year + 1) == len(people)
    changed = [then[home] != stood[YEARS[-1]].get(home) for then in stood.values() for home in then]
    assert sum(changed) > 3, "nothing moved and the test says nothing"


def test_a_split_and_a_merger_of_one_day_leave_what_stood_before(active, vault):
    home, people = next((home, sorted(people)) for home, people in homes(active, vault).items())
    head, gone = people[0], people[-1]
    relations = {str(p["id"]): str(p["relation"]) for p in active(vault, "person")}
    head = next(one for one in people if relations[one] == "1")
    gone = next(one for one in people if one != head)
    saved = split(vault, home, [gone], gone, Deed("split_off", "2022-05-01"))
    new = saved.changed[0][1]
    merge(vault, new, home, {gone: "99"}, Deed("merged_into", "2022-05-01"))
    assert lived(vault, home, 2021) == lived(vault, home, 2022) == set(people)
    assert lived(vault, new, 2021) == lived(vault, new, 2022) == set()
