"""Counties on real roads against both oracles; slips with bundles, photos, bases and late work must be caught."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCHMARKS = str(Path(__file__).resolve().parents[2] / "benchmarks")


@pytest.fixture(scope="module")
def counties() -> Iterator[ModuleType]:
    sys.path.insert(0, BENCHMARKS)
    yield importlib.import_module("sync_roads")
    sys.path.remove(BENCHMARKS)


@pytest.fixture(scope="module")
def roads(counties: ModuleType) -> Iterator[Any]:
    with counties.prepared_roads() as made:
        yield made


def test_counties_that_live_for_years_on_bad_roads_agree_at_rest(counties: ModuleType, roads: Any) -> None:
    roads.counts.clear()
    assert list(counties.failures(roads, range(1, 11))) == []
    played = {
        "rounds",
        "cut",
        "bundles",
        "sticks read",
        "photos",
        "given up",
        "dropped",
        "revoked",
        "decided",
    }
    assert all(roads.counts[what] for what in played), "a county in which nothing happens proves nothing"


def test_the_same_seed_replays_the_same_county(counties: ModuleType, roads: Any) -> None:
    first = list(counties.failures(roads, range(3, 6), "unreceipted dropped"))
    assert first
    assert list(counties.failures(roads, range(3, 6), "unreceipted dropped")) == first
    before = roads.counts.copy()
    made = counties.run_county(roads, 4)
    once = roads.counts - before
    before = roads.counts.copy()
    assert counties.run_county(roads, 4) == made > 10
    assert roads.counts - before == once


@pytest.mark.parametrize(
    ("bug", "first"),
    [
        ("waiting dropped", 3),
        ("written believed", 6),
        ("photo asked once", 5),
        ("beside unwanted", 13),
        ("unreceipted dropped", 3),
        ("work under a base", 10),
        ("late taken", 10),
        ("names unread", 30038),
        ("rejected thrown away", 20),
    ],
)
def test_a_planted_slip_is_caught(counties: ModuleType, roads: Any, bug: str, first: int) -> None:
    """`first`: a seed that catches it soon."""
    assert bug in counties.BUGS
    assert next(counties.failures(roads, range(first, first + 100), bug), None) is not None
