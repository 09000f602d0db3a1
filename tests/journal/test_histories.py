"""Whole histories of several replicas against true happens-before; planted faults must be caught."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

BUGS = (
    "seen at save",
    "own stream only",
    "no context",
    "last arrival shown",
    "losers dropped",
    "seen not joined",
    "equal values fold",
)
QUIET = settings(
    max_examples=150,
    stateful_step_count=30,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)

replica = st.integers(0, 2)
values = st.one_of(
    st.builds(lambda v: {"phone": v}, st.none() | st.integers(1, 3)),
    st.builds(lambda v: {"status": v}, st.integers(1, 3)),
    st.builds(lambda v: {"bank_name": "b", "bank_account": str(v)}, st.integers(1, 3)),
    st.builds(lambda v: {"bank_account": str(v)}, st.integers(1, 3)),
    st.just({"ended_on": "2026-01-05", "ended_reason": "moved"}),
)


def machine(histories: SimpleNamespace, bug: str = "") -> Any:
    record = st.sampled_from(histories.RECORDS)

    class ThreeReplicas(RuleBasedStateMachine):
        """Three laptops of one village whose clocks are years apart."""

        def __init__(self) -> None:
            super().__init__()
            self.world = histories.World(3, {1: 94_608_000_000, 2: -94_608_000_000}, bug)

        @rule(at=replica, record=record)
        def open_a_form(self, at: int, record: str) -> None:
            self.world.open(at, record)

        @rule(at=replica, which=st.integers(0, 3), fields=values)
        def save_a_form(self, at: int, which: int, fields: dict[str, str | int | None]) -> None:
            if self.world.replicas[at].opened:
                self.world.save(at, which, fields)
                self.world.check(at)

        @rule(
            source=replica,
            at=replica,
            which=st.integers(0, 3),
            count=st.integers(1, 3),
            twice=st.booleans(),
        )
        def deliver(self, source: int, at: int, which: int, count: int, twice: bool) -> None:
            self.world.deliver(source, at, which, count, twice)
            self.world.check(at)

        @rule(at=replica, record=record, value=st.integers(0, 5))
        def close_a_conflict(self, at: int, record: str, value: int) -> None:
            if self.world.resolve(at, record, value):
                self.world.check(at)

        @rule(source=replica, at=replica)
        def fill_a_stick(self, source: int, at: int) -> None:
            self.world.fill_stick(source, at)

        @rule(at=replica, which=st.integers(0, 3), order=st.lists(st.integers(0, 7), min_size=1, max_size=5))
        def read_parts_of_a_stick(self, at: int, which: int, order: list[int]) -> None:
            if self.world.sticks:
                self.world.read_stick(at, which, order)
                self.world.check(at)

        @rule(at=replica, record=record)
        def move_to_the_other_village(self, at: int, record: str) -> None:
            self.world.move_away(at, record)
            self.world.check(at)

        @rule(at=replica, keep=st.integers(0, 2))
        def put_an_old_copy_back(self, at: int, keep: int) -> None:
            self.world.put_back(at, keep)
            self.world.check(at)

        def teardown(self) -> None:
            self.world.settle()
            self.world.check_rest()

    return ThreeReplicas


def test_three_replicas_agree_with_happens_before_in_any_interleaving(histories: SimpleNamespace) -> None:
    run_state_machine_as_test(machine(histories), settings=QUIET)


@pytest.mark.parametrize("bug", ["seen at save", "own stream only", "no context"])
def test_the_state_machine_catches_a_planted_fault(histories: SimpleNamespace, bug: str) -> None:
    with pytest.raises(histories.Disagreement):
        run_state_machine_as_test(
            machine(histories, bug),
            settings=settings(QUIET, max_examples=2000, derandomize=True, phases=[Phase.generate]),
        )


def test_two_thousand_seeded_histories_agree_with_happens_before(histories: SimpleNamespace) -> None:
    assert list(histories.failures(range(1, 2001))) == []


def test_every_wrong_rule_of_the_simulator_is_tried(histories: SimpleNamespace) -> None:
    assert histories.BUGS == BUGS


@pytest.mark.parametrize("bug", BUGS)
def test_seeded_histories_catch_a_planted_fault(histories: SimpleNamespace, bug: str) -> None:
    assert len(list(histories.failures(range(1, 101), bug))) >= 10


def test_the_same_seed_replays_the_same_history(histories: SimpleNamespace) -> None:
    first = dict(histories.failures(range(1, 30), "no context"))
    assert first
    assert first == dict(histories.failures(range(1, 30), "no context"))
    assert histories.run_history(7) == histories.run_history(7) > 10


def test_the_histories_play_every_move_often(
    histories: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    played: dict[str, int] = {}

    class Counted(histories.World):  # type: ignore[misc]
        """Counts the moves that did something."""

        def __getattribute__(self, name: str) -> Any:
            played[name] = played.get(name, 0) + 1
            return super().__getattribute__(name)

    monkeypatch.setattr(histories.player, "World", Counted)
    assert list(histories.failures(range(1, 101))) == []
    moves = (
        "open",
        "save",
        "resolve",
        "move_away",
        "deliver",
        "fill_stick",
        "read_stick",
        "put_back",
        "settle",
    )
    assert all(played.get(move, 0) >= 100 for move in moves), played
