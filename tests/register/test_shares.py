"""An amount divided by shares: the parts add up to the fen, whatever the shares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.register.shares import divide

SHARES = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=4), st.integers(0, 10_000_000), min_size=1, max_size=40
).filter(lambda shares: sum(shares.values()) > 0)


@given(st.integers(0, 10**13), SHARES)
def test_the_parts_add_up_and_nobody_is_a_fen_away_from_his_share(
    amount: int, shares: dict[str, int]
) -> None:
    parts = divide(amount, shares)
    total = sum(shares.values())
    assert sum(parts.values()) == amount
    assert all(abs(parts[name] * total - amount * shares[name]) < total for name in shares)


@given(st.integers(0, 10**9), SHARES)
def test_the_order_of_the_households_changes_nothing(amount: int, shares: dict[str, int]) -> None:
    assert divide(amount, shares) == divide(amount, dict(reversed(shares.items())))


def test_the_fen_left_over_go_to_the_largest_remainders_then_by_name() -> None:
    assert divide(100, {"b": 1, "a": 1, "c": 1}) == {"b": 33, "a": 34, "c": 33}
    assert divide(10, {"a": 1, "b": 2}) == {"a": 3, "b": 7}


@pytest.mark.parametrize(
    ("amount", "shares"), [(-1, {"a": 1}), (1, {}), (1, {"a": 0}), (1, {"a": 2, "b": -1})]
)
def test_what_cannot_be_divided_is_refused(amount: int, shares: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="divided"):
        divide(amount, shares)
