"""The fuzz of `benchmarks/forms_fuzz.py`, 2,000 cases of it: whatever comes, a UserError or a result within 5 s."""

import importlib.util
import signal
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from fieldapp.errors import FormError

_PLAYER = Path(__file__).resolve().parents[2] / "benchmarks" / "forms_fuzz.py"


@pytest.fixture(scope="module")
def fuzz() -> ModuleType:
    spec = importlib.util.spec_from_file_location("forms_fuzz", _PLAYER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["forms_fuzz"] = module
    sys.path.insert(0, str(_PLAYER.parent))
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("part", range(4))
def test_500_mutated_forms_and_expressions_are_results_or_sentences(fuzz: ModuleType, part: int) -> None:
    ended, wrong, longest = fuzz.play(1 + 500 * part, 500)
    told = [f"seed {case.seed} {found}: {fuzz.shrink(case, 5).payload!r}" for case, found in wrong]
    assert told == []
    assert longest < fuzz.LONGEST
    assert ended["result"] > 100
    assert len(ended) > 5


def test_a_seed_makes_the_same_case_again(fuzz: ModuleType) -> None:
    assert [fuzz.make_case(seed) for seed in range(40)] == [fuzz.make_case(seed) for seed in range(40)]
    assert {fuzz.make_case(seed).kind for seed in range(400)} == set(fuzz._PLAY)


def test_a_crash_is_found_and_made_smaller(fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(case: object, chance: object) -> None:
        if "!" in case.payload:  # type: ignore[attr-defined]
            raise KeyError("!")

    monkeypatch.setitem(fuzz._PLAY, "expression", careless)
    case = fuzz.make_case(1).smaller("abc!def" * 20)
    case = type(case)("expression", 1, case.payload)
    assert fuzz.outcome(case).startswith("!KeyError")
    assert fuzz.shrink(case).payload == "!"


def test_a_hang_is_found(fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(case: object, chance: object) -> None:
        until = time.process_time() + 0.3
        while time.process_time() < until:
            pass

    monkeypatch.setattr(fuzz, "LONGEST", 0.05)
    monkeypatch.setitem(fuzz._PLAY, "expression", slow)
    assert fuzz.outcome(fuzz.Case("expression", 1, "x")) == "!hang"
    if hasattr(signal, "setitimer"):
        assert signal.getsignal(signal.SIGALRM) is signal.SIG_DFL


def test_a_user_error_is_no_failure(fuzz: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def refusing(case: object, chance: object) -> None:
        raise FormError("form.some", "{name} is wrong.", name="x")

    monkeypatch.setitem(fuzz._PLAY, "expression", refusing)
    assert fuzz.outcome(fuzz.Case("expression", 1, "x")) == "form.some"
