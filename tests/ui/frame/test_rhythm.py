"""When a laptop synchronises by itself: any course of saves, links, rounds and failures keeps the rules."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from fieldapp_ui.background.rhythm import (
    FIRST_LINK,
    FIRST_PAUSE,
    LEAST_GAP,
    LONGEST_PAUSE,
    LONGEST_SETTLE,
    QUIET,
    SETTLE,
    SPREAD,
    Rhythm,
)

EVENTS = st.lists(
    st.tuples(
        st.floats(0, 2000),
        st.one_of(
            st.sampled_from(("save", "up", "down", "other", "hand", "good", "hopeless", "off", "on")),
            st.integers(0, 7200),
        ),
    ),
    max_size=60,
)


def started(seed: int = 1) -> Rhythm:
    rhythm = Rhythm(Random(seed))
    rhythm.switch(0, on=True)
    rhythm.link(0, up=True)
    return rhythm


def one_round(rhythm: Rhythm, at: float, *, good: bool = True, retry_after: float = 0.0) -> None:
    rhythm.began(at)
    rhythm.ended(at, good=good, retry_after=retry_after)


def due(rhythm: Rhythm) -> float:
    at = rhythm.next_at()
    assert at is not None
    return at


@given(EVENTS, st.integers(0, 1000))
def test_no_course_of_events_breaks_a_rule(events: list[tuple[float, str | int]], seed: int) -> None:
    rhythm = Rhythm(Random(seed))
    now, running, on, up = 0.0, False, False, False
    quiet_until, last = 0.0, -LEAST_GAP
    for wait, event in events:
        now += wait
        if event == "save":
            rhythm.saved(now)
        elif event in ("up", "other", "down"):
            up = event != "down"
            rhythm.link(now, up=up, other=event == "other")
        elif event in ("on", "off"):
            on = event == "on"
            rhythm.switch(now, on=on)
        elif event == "hand" and not running:
            rhythm.began(now)
            running, last = True, now
        elif (running and event in ("good", "hopeless")) or (running and isinstance(event, int)):
            asked = event if isinstance(event, int) else 0
            rhythm.ended(now, good=event == "good", retry_after=asked, cured_by_time=event != "hopeless")
            running = False
            quiet_until = now + asked if event != "good" else quiet_until
        at = rhythm.next_at()
        assert (at is None) == (running or not on or not up)
        if at is not None:
            assert at >= quiet_until
            assert at >= last + LEAST_GAP
            longest = max(now + max(QUIET * (1 + SPREAD), LONGEST_PAUSE), quiet_until + SPREAD * 7200)
            assert at <= longest


@given(st.integers(0, 1000), st.integers(1, 12))
def test_each_failure_doubles_the_pause_up_to_an_hour(seed: int, failures: int) -> None:
    rhythm, now = started(seed), 1000.0
    for _ in range(failures):
        one_round(rhythm, now, good=False)
        now += 5000
    now -= 5000
    whole = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (failures - 1))
    assert max(LEAST_GAP, (1 - SPREAD) * whole) <= due(rhythm) - now <= max(LEAST_GAP, whole)


@given(st.integers(0, 1000))
def test_saves_do_not_shorten_a_pause_after_failures(seed: int) -> None:
    rhythm = started(seed)
    for _ in range(8):
        one_round(rhythm, 1000, good=False)
    before = due(rhythm)
    for second in range(100):
        rhythm.saved(1000.0 + second)
    assert due(rhythm) == before


@given(st.lists(st.floats(0.1, 15), min_size=20, max_size=60), st.integers(0, 1000))
def test_who_saves_on_and_on_is_not_waited_for_longer_than_two_minutes(steps: list[float], seed: int) -> None:
    rhythm = started(seed)
    one_round(rhythm, 0)
    now = first = 200.0
    for step in steps:
        rhythm.saved(now)
        assert due(rhythm) <= first + LONGEST_SETTLE
        assert due(rhythm) >= min(now + SETTLE, first + LONGEST_SETTLE)
        now += step


def test_a_save_during_a_round_goes_with_the_next_one() -> None:
    rhythm = started()
    rhythm.began(100)
    rhythm.saved(101)
    assert rhythm.next_at() is None
    rhythm.ended(200, good=True)
    assert due(rhythm) <= 101 + LONGEST_SETTLE


def test_a_new_network_forgets_the_failures_of_the_old_one_but_not_what_the_hub_asked_for() -> None:
    rhythm = started()
    for _ in range(8):
        one_round(rhythm, 1000, good=False)
    rhythm.link(1100, up=True, other=True)
    assert due(rhythm) <= 1100 + FIRST_LINK * (1 + SPREAD)
    one_round(rhythm, 2000, good=False, retry_after=500)
    rhythm.link(2100, up=False)
    rhythm.link(2101, up=True)
    assert 2500 <= due(rhythm) <= 2000 + 500 * (1 + SPREAD)


def test_a_hundred_laptops_do_not_come_at_one_moment() -> None:
    moments = set()
    for seed in range(100):
        rhythm = started(seed)
        one_round(rhythm, 0)
        moments.add(round(due(rhythm)))
    assert len(moments) > 60
