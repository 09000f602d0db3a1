"""Wrong clocks: ten years behind, a hundred years ahead, set back in mid-sync. Nothing is refused or lost; it is told."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fieldapp.store import Vault, create_vault
from fieldapp.store.conflicts import conflicts
from fieldapp.store.receipts import waiting
from fieldapp.store.streams import digest
from fieldapp.store.vault import now_ms
from fieldapp_sync.authority.pairing import connect
from fieldapp_sync.rounds.round import sync_once

VILLAGE = "990101001201"
YEAR_MS = 365 * 86_400_000
TEN_MINUTES_MS = 10 * 60_000


@dataclass
class Clock:
    """The time of day, wrong by `off_ms`; a test sets it anew."""

    off_ms: int = 0

    def __call__(self) -> int:
        return now_ms() + self.off_ms


@pytest.fixture
def clocked(tmp_path: Path) -> Iterator[Callable[[str, Clock], Vault]]:
    with ExitStack() as opened:

        def make(name: str, clock: Clock) -> Vault:
            vault = create_vault(
                tmp_path / name / "laptop.vault",
                "four invented words here",
                worker=f"worker {name}",
                role="collector",
                scopes=(VILLAGE,),
                packs=["cn-base"],
                escrow_recovery=False,
                clock=clock,
            )
            return opened.enter_context(vault)

        yield make


@pytest.mark.parametrize("years", [-10, 100])
def test_a_laptop_whose_clock_is_wrong_by_years_is_told_and_loses_nothing(
    years: int, hub: Any, writer: Any, make_vault: Any, clocked: Any, shown: Callable[[Vault], Any]
) -> None:
    wrong, right = clocked("wrong", Clock(years * YEAR_MS)), make_vault("right")
    hub.pair(wrong)
    hub.pair(right)
    home = writer(wrong).add_household("1", phone="0")
    outcome = hub.sync(wrong)
    assert abs(outcome.clock_off_ms - years * YEAR_MS) < TEN_MINUTES_MS
    assert hub.sync(right).clock_off_ms == 0
    # Whoever has seen a value and writes it anew is right, whatever the clocks say.
    writer(right).set(home, phone="1")
    hub.sync(right)
    hub.sync(wrong)
    assert shown(wrong)[home]["phone"] == shown(right)[home]["phone"] == "1"
    writer(wrong).set(home, phone="2")
    hub.sync(wrong)
    hub.sync(right)
    assert shown(wrong) == shown(right)
    assert shown(right)[home]["phone"] == "2"
    assert conflicts(wrong) == conflicts(right) == ()
    assert waiting(wrong).here == waiting(right).here == 0
    assert digest(wrong.ledger, VILLAGE) == digest(right.ledger, VILLAGE)


def test_concurrent_values_stay_visible_however_wrong_the_clocks_are(
    hub: Any, writer: Any, clocked: Any
) -> None:
    early, late = clocked("early", Clock(-10 * YEAR_MS)), clocked("late", Clock(100 * YEAR_MS))
    hub.pair(early)
    hub.pair(late)
    home = writer(early).add_household("1", phone="0")
    hub.sync(early)
    hub.sync(late)
    writer(early).set(home, phone="1")
    writer(late).set(home, phone="2")
    for vault in (early, late, early):
        hub.sync(vault)
    for vault in (early, late):
        (conflict,) = conflicts(vault)
        assert [side.values for side in conflict.sides] == [{"phone": "2"}, {"phone": "1"}]


def test_a_clock_set_back_in_mid_sync_neither_stops_the_round_nor_turns_the_order_of_saves(
    hub: Any, writer: Any, clocked: Any, shown: Callable[[Vault], Any]
) -> None:
    clock = Clock(100 * YEAR_MS)
    vault, other = clocked("jumping", clock), clocked("other", Clock())
    hub.pair(vault)
    hub.pair(other)
    home = writer(vault).add_household("1", phone="0")
    for number in range(2, 40):
        writer(vault).add_household(str(number))

    def jump(progress: object) -> None:
        clock.off_ms = -10 * YEAR_MS

    connection = connect(vault)
    try:
        outcome = sync_once(vault, connection, progress=jump)
    finally:
        connection.close()
    assert clock.off_ms < 0, "the round told no progress: the test shows nothing"
    assert outcome.sent == 39
    writer(vault).set(home, phone="1")
    assert hub.sync(vault).clock_off_ms < -9 * YEAR_MS
    hub.sync(other)
    assert shown(other)[home]["phone"] == "1"
    assert conflicts(other) == ()
    assert len(shown(other)) == 39


def test_a_clock_that_is_a_little_wrong_is_not_worth_a_word(hub: Any, writer: Any, clocked: Any) -> None:
    vault = clocked("nearly", Clock(TEN_MINUTES_MS // 2))
    hub.pair(vault)
    writer(vault).add_household("1")
    assert hub.sync(vault).clock_off_ms == 0
