"""The self-test of an installed program passes here, in a process of its own; and it says so when a part is broken."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp_paper.fonts import find_source
from fieldapp_ui import self_test

ROOT = Path(__file__).resolve().parents[2]


def test_the_program_passes_its_self_test_and_leaves_only_the_card(tmp_path):
    if find_source("regular") is None:
        pytest.skip("this machine has no Chinese font")
    run = subprocess.run(
        [sys.executable, str(ROOT / "packaging" / "launch.py"), "--self-test", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"},
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "self-test passed" in run.stdout
    assert sorted(file.name for file in tmp_path.iterdir()) == ["card.pdf", "card.png"]


def test_a_broken_part_fails_the_self_test_with_its_name(monkeypatch):
    def broken(vault: object, household: str) -> None:
        raise AssertionError("a line was assumed")

    monkeypatch.setattr(self_test, "_fill_form", lambda vault, household: None)
    monkeypatch.setattr(self_test, "_check", broken)
    said: list[str] = []
    assert self_test.run_self_test(None, said.append) == 1
    assert said[-1] == "self-test failed: AssertionError: a line was assumed"
