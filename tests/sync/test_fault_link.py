"""A link of which 60 % of the connections fail, in seven ways, and a real hub: every row arrives, none twice."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def fault_link(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    found = importlib.import_module("fault_link")
    monkeypatch.setattr(found, "BATCH", 20)
    return found


def test_every_row_arrives_once(fault_link: ModuleType, tmp_path: Path) -> None:
    found = fault_link.run(300, 3, tmp_path)
    assert sum(count for fault, count in found.faults.items() if fault not in ("none", "slow")) >= 5, found
    assert (found.lines, found.different, found.rows) == (300, 300, 300)


def test_without_the_dot_as_key_rows_are_there_twice(fault_link: ModuleType, tmp_path: Path) -> None:
    found = fault_link.run(60, 3, tmp_path, dotless=True)
    assert found.lines > found.different > 0
