"""Whole counties of real stores against true happens-before; slips that a real programme could make must be caught."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCHMARKS = str(Path(__file__).resolve().parents[2] / "benchmarks")


@pytest.fixture(scope="module")
def worlds() -> Iterator[ModuleType]:
    sys.path.insert(0, BENCHMARKS)
    yield importlib.import_module("sync_world")
    sys.path.remove(BENCHMARKS)


@pytest.fixture(scope="module")
def ground(worlds: ModuleType) -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fieldapp.keys.wraps._MEMORY_KIB", 256)
        with worlds.prepared_ground() as made:
            yield made


def test_a_hundred_counties_agree_with_happens_before_at_rest(worlds: ModuleType, ground: Any) -> None:
    assert list(worlds.failures(ground, range(1, 101))) == []


def test_the_same_seed_replays_the_same_county(worlds: ModuleType, ground: Any) -> None:
    first = next(worlds.failures(ground, range(1, 100), "seen at save"))
    assert next(worlds.failures(ground, range(1, 100), "seen at save")) == first
    assert worlds.run_world(ground, 7) == worlds.run_world(ground, 7) > 10


@pytest.mark.parametrize(
    "bug",
    [
        "gap skipped",
        "aside dropped",
        "sent remembered",
        "name kept",
        "seen at save",
        "foreign sent",
        "losers unwritten",
        "half a save",
        "seen forgotten",
        "context ignored",
        "lagging forgotten",
    ],
)
def test_a_planted_slip_is_caught(worlds: ModuleType, ground: Any, bug: str) -> None:
    assert bug in worlds.BUGS
    assert next(worlds.failures(ground, range(1, 200), bug), None) is not None
