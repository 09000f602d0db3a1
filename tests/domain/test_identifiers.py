"""Ids and the hybrid clock: sortable, the same for one yearly record, never backwards."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.clock import clock_ms, tick
from fieldapp.domain.identifiers import uuid7, year_id

MOMENTS = st.integers(0, (1 << 48) - 1)


@given(MOMENTS, MOMENTS, st.binary(min_size=10, max_size=10), st.binary(min_size=10, max_size=10))
def test_a_later_id_sorts_later(first: int, second: int, one: bytes, two: bytes) -> None:
    if first < second:
        assert uuid7(first, one) < uuid7(second, two)


@given(MOMENTS, st.binary(min_size=10, max_size=10))
def test_an_id_is_a_uuid_of_version_7(ms: int, random: bytes) -> None:
    made = uuid.UUID(uuid7(ms, random))
    assert (made.version, made.variant, made.int >> 80) == (7, uuid.RFC_4122, ms)


def test_different_randomness_makes_different_ids() -> None:
    assert len({uuid7(1, bytes(9) + bytes([n])) for n in range(256)}) == 256
    assert len({uuid7(1, bytes([0, n]) + bytes(8)) for n in range(256)}) == 256


def test_ids_need_48_bits_of_time_and_ten_bytes() -> None:
    with pytest.raises(ValueError):
        uuid7(1 << 48, bytes(10))
    with pytest.raises(ValueError):
        uuid7(1, bytes(9))


def test_two_laptops_name_a_yearly_record_alike() -> None:
    assert year_id("h1", "household_year", 2019) == year_id("h1", "household_year", 2019)
    others = {
        year_id("h1", "income_sheet", 2019),
        year_id("h1", "household_year", 2020),
        year_id("h2", "household_year", 2019),
    }
    assert len(others | {year_id("h1", "household_year", 2019)}) == 4
    # A changed namespace would give every yearly record a second id.
    assert year_id("h1", "household_year", 2019) == "8e1a8ead-e3bf-5024-be42-153e845d8658"


@given(st.lists(st.integers(0, 1 << 40), min_size=1, max_size=50))
def test_the_clock_only_goes_forward(wall: list[int]) -> None:
    last = ""
    for now in wall:
        reading = tick(last, now)
        assert reading > last
        assert clock_ms(reading) >= now
        last = reading


def test_the_clock_survives_a_full_counter() -> None:
    assert tick("0192f3c1a4b2-ffff", 0) == "0192f3c1a4b3-0000"
    assert tick("0192f3c1a4b2-0003", 0) == "0192f3c1a4b2-0004"


def test_other_text_is_no_clock_reading() -> None:
    with pytest.raises(ValueError):
        clock_ms("2019-01-01T00:00")
