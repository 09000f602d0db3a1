"""SIGKILL at the calls of a save, an import, a photo, a visit, a segment, a bundle each way, a round at either end."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


def cuts(*options: str) -> subprocess.CompletedProcess[str]:
    """The command itself: it must begin anew with its shim before everything else."""
    program = [sys.executable, str(BENCHMARKS / "kill_points.py"), *options]
    return subprocess.run(program, capture_output=True, text=True, check=False)


@pytest.fixture(autouse=True)
def _can_count_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    from points import shim

    if reason := shim.refusal():
        pytest.skip(reason)


def test_forty_kills_spread_over_every_deed_lose_and_double_nothing() -> None:
    told = cuts("40")
    assert told.returncode == 0, told.stdout + told.stderr
    found = re.search(r"^(\d+) kills, 0 wrong", told.stdout, re.MULTILINE)
    assert found is not None, told.stdout
    assert int(found.group(1)) >= 40


def test_a_deed_believed_done_although_it_was_cut_is_caught() -> None:
    told = cuts("6", "--deed", "segment", "--control")
    assert told.returncode == 0, told.stdout + told.stderr
    assert "lost" in told.stdout
