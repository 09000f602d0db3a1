"""How long it still takes is told from how fast it went lately, and not before anybody can say."""

from hypothesis import given
from hypothesis import strategies as st

from fieldapp_ui.background.remaining import LOOK_BACK, Remaining


def test_nothing_is_said_too_early() -> None:
    remaining = Remaining()
    assert remaining.note(0, "send", 0.0) is None
    assert remaining.note(1, "send", 0.5) is None
    assert remaining.note(60, "receive", 0.0) is None


@given(st.floats(5, 3000), st.floats(0.1, 0.95))
def test_a_steady_link_is_told_as_it_is(seconds: float, until: float) -> None:
    remaining, told = Remaining(), None
    steps = max(10, int(seconds / 5))
    for step in range(int(steps * until) + 1):
        told = remaining.note(seconds * step / steps, "send", step / steps)
    if told is not None:
        left = seconds * (1 - int(steps * until) / steps)
        assert abs(told - left) <= 0.01 * seconds + 0.1


def test_a_link_that_became_slow_is_told_as_slow_soon() -> None:
    remaining = Remaining()
    for second in range(10):
        remaining.note(second, "send", second * 0.05)
    told = None
    for second in range(10, 10 + int(LOOK_BACK) + 2):
        told = remaining.note(second, "send", 0.45 + (second - 9) * 0.001)
    assert told is not None
    assert told > 400


def test_each_phase_is_measured_anew() -> None:
    remaining = Remaining()
    for second in range(10):
        remaining.note(second, "send", second / 10)
    assert remaining.note(10, "receive", 0.0) is None
    told = remaining.note(20, "receive", 0.1)
    assert told is not None
    assert 89 < told < 91
