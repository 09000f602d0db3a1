"""The exhaustive small model: three replicas, three saves, every order of opening, saving and delivering."""

import importlib
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("sync_small")


def test_every_order_of_three_saves_agrees_with_happens_before(small: ModuleType) -> None:
    plans = list(small.plans(kinds=4, clocks=1))
    assert len(plans) == 4**3 * 5
    assert sum(small.walk(plan) for plan in plans) > 150_000


def test_clocks_in_any_order_and_all_alike_change_nothing_but_what_is_shown(small: ModuleType) -> None:
    for clocks in small.CLOCKS:
        assert small.walk(small.Plan(("set", "end", "resolve"), (0, 1, 2), clocks)) > 100
        assert small.walk(small.Plan(("same", "same", "half group"), (0, 1, 1), clocks)) > 100


@pytest.mark.parametrize(
    ("bug", "kinds"),
    [
        ("seen at save", ("set", "set", "set")),
        ("own stream only", ("set", "set", "set")),
        ("no context", ("set", "set", "set")),
        ("last arrival shown", ("set", "group", "set")),
        ("losers dropped", ("group", "set", "set")),
        ("seen not joined", ("set", "set", "set")),
        ("equal values fold", ("same", "same", "set")),
    ],
)
def test_a_wrong_rule_fails_in_some_order(small: ModuleType, bug: str, kinds: tuple[str, ...]) -> None:
    plan = small.Plan(kinds, (0, 1, 2), (3, 2, 1))
    assert small.walk(plan) > 100
    with pytest.raises(small.Disagreement):
        small.walk(plan, bug)
