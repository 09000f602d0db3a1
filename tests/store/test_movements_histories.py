"""Random histories of movements: the counts of every village add up at each step, and undo leads back to the start.

The long run: `python benchmarks/movement_histories.py 1000 --seed 1`.
"""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.store.years.year_end import reconcile


@pytest.fixture(scope="module")
def villages(histories, tmp_path_factory):
    vault = histories.a_vault(tmp_path_factory.mktemp("histories"))
    yield vault
    vault.close()


def test_start_and_in_less_out_is_end_and_undoing_all_leads_back(histories, villages):
    played = []

    @settings(max_examples=15, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, 2**32), st.integers(3, 16))
    def one(seed, steps):
        played.append(histories.play(villages, seed, steps=steps))

    one()
    assert sum(played) > 15, "the histories refuse nearly everything and say nothing"


@pytest.mark.parametrize("seed", [2, 6, 11])
def test_the_year_end_is_even_after_every_deed(histories, villages, seed):
    world = histories.World(villages, random.Random(seed))
    for _ in range(16):
        world.step()
        year = reconcile(villages, "990101", 2023)
        assert year.is_even, [
            (village.scope, village.households, village.people) for village in year.villages
        ]
    assert year.people.ins or year.people.outs
    world.back()
    assert reconcile(villages, "990101", 2023).is_even


def test_a_death_without_its_movement_makes_the_year_uneven(histories, active, tmp_path):
    with histories.a_vault(tmp_path) as vault:
        person = next(p for p in active(vault, "person") if p["relation"] != "1")
        histories.World(vault, random.Random(3)).end_quietly(str(person["id"]), str(person["scope"]))
        assert not reconcile(vault, "990101", 2023).is_even


def test_every_sort_of_deed_is_played(histories, active, villages):
    world = histories.World(villages, random.Random(7))
    seen = set()
    for _ in range(120):
        before = len(world.done)
        world.step()
        if len(world.done) > before:
            seen |= {m["kind"] for m in active(villages, "movement")}
    world.check()
    world.back()
    assert seen >= {
        "identified", "moved_in_village", "birth", "marriage_in", "death", "marriage_out", "split_off",
        "split_from", "merged_into", "merged_from", "moved_out_village", "deregistered", "exited",
    }  # fmt: skip


@pytest.mark.parametrize("bug", range(4))
def test_a_planted_wrong_movement_is_caught(histories, bug):
    assert len(histories.BUGS) == 4
    found = next(histories.failures(range(1, 9), histories.BUGS[bug]), None)
    assert found is not None, histories.BUGS[bug]
