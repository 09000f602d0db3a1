"""The simulator of the benchmarks: the suite and the long run by command play the same histories."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

_BENCHMARKS = str(Path(__file__).resolve().parents[2] / "benchmarks")


@pytest.fixture(scope="session")
def load_benchmark() -> Iterator[Callable[[str], ModuleType]]:
    """`load_benchmark("histories.player")` is that module of the benchmarks."""
    sys.path.insert(0, _BENCHMARKS)
    yield importlib.import_module
    sys.path.remove(_BENCHMARKS)


@pytest.fixture(scope="session")
def histories(load_benchmark: Callable[[str], ModuleType]) -> SimpleNamespace:
    """The names of the simulator that the tests use."""
    faults, player, truth, world = (
        load_benchmark(f"histories.{name}") for name in ("faults", "player", "truth", "world")
    )
    return SimpleNamespace(
        BUGS=faults.BUGS,
        RECORDS=world.RECORDS,
        World=world.World,
        Disagreement=truth.Disagreement,
        failures=player.failures,
        run_history=player.run_history,
        player=player,
    )
