"""Scaled integers: exact both ways, nothing rounded in silence."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.money import format_fen, format_scaled, parse_fen, parse_scaled

AMOUNTS = st.integers(-(10**17), 10**17)


@given(AMOUNTS, st.integers(0, 6), st.booleans())
def test_a_number_comes_back_as_it_was(value: int, scale: int, grouped: bool) -> None:
    assert parse_scaled(format_scaled(value, scale, grouped), scale) == value


@given(AMOUNTS, st.integers(0, 6))
def test_the_text_is_the_exact_decimal(value: int, scale: int) -> None:
    assert Decimal(format_scaled(value, scale)) == Decimal(value).scaleb(-scale)


@pytest.mark.parametrize(
    "text, fen",
    [
        ("3700", 370000),
        ("3,700.5", 370050),
        ("¥3，700.00元", 370000),
        (".5", 50),
        ("5.", 500),
        ("-0.01", -1),
        ("１２", 1200),
    ],
)
def test_amounts_as_people_write_them(text: str, fen: int) -> None:
    assert parse_fen(text) == fen


@pytest.mark.parametrize(
    "text", ["", ".", "-", "1.234", "1e3", "12,34", "1 2", "NaN", "Infinity", "三千", "1.2.3", "٣"]
)
def test_what_is_no_amount_is_none(text: str) -> None:
    assert parse_fen(text) is None


def test_a_loss_is_a_negative_number_and_shown() -> None:
    assert format_fen(-123456789) == "-1,234,567.89"
    assert format_fen(-5) == "-0.05"


def test_zeros_behind_the_scale_are_no_decimals() -> None:
    assert parse_scaled("3.50000", 1) == 35
    assert parse_scaled("3.51", 1) is None
