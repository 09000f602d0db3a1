"""The long runs by command can fail: the judge of kills finds each planted fault, and nothing in a faultless run."""

import importlib
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="a fork is killed, which Windows does not have"
)


@pytest.fixture
def kills(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("kills")


def test_kills_at_random_moments_lose_nothing(kills):
    tally = kills.run(4, seed=1)
    assert tally.acknowledged > 0
    assert tally.reasons == []
    assert tally.wrong == 0


@pytest.mark.parametrize(
    ("control", "count"), [("stray", "half"), ("early", "lost"), ("twice", "duplicates")]
)
def test_a_planted_fault_is_counted_for_what_it_is(kills, control, count):
    # Seeded plans of 24 steps: four of them hold every kind of step.
    assert getattr(kills.run(4, seed=1, control=control), count) > 0


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become nobody")
def test_power_cuts_without_root_are_refused_in_a_sentence():
    program = (
        "import os, runpy, sys\n"
        f"sys.path.insert(0, {str(BENCHMARKS)!r}); sys.argv = ['power_cuts', '1']\n"
        "import power_cuts; os.setuid(65534); power_cuts.main()"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert told.stderr == "Power cuts mount file systems of their own: run this as root on Linux.\n"
