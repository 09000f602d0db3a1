"""Civil dates: what people write is read strictly, and what does not exist is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.dates import age_on, is_date, parse_date, parse_month, parse_year

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS)
def test_every_way_of_writing_a_day_is_the_same_day(day: date) -> None:
    ways = [
        f"{day:%Y%m%d}",
        f"{day.year}-{day.month}-{day.day}",
        f"{day.year}.{day.month:02}.{day.day:02}",
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year} 年 {day.month} 月 {day.day} 日",
    ]
    assert {parse_date(way) for way in ways} == {day.isoformat()}
    assert is_date(day.isoformat())


@pytest.mark.parametrize("text", ["198503", "1985-3", "1985年3月", "1985.03", "１９８５０３"])
def test_a_month_alone_is_a_month(text: str) -> None:
    assert parse_date(text) == "1985-03"
    assert parse_month(text) == "1985-03"


@pytest.mark.parametrize(
    "text",
    ["", "19850230", "1985-13-01", "85-3-12", "1985-3-12x", "0000-01-01", "19851", "2019年", "12.3.1985"],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_a_year_is_read_from_a_year_or_a_date() -> None:
    assert parse_year("2019") == parse_year("2019年") == parse_year("2019-05-01") == 2019
    assert parse_year("19") is None
    assert parse_year("9999") is None


def test_age_counts_the_birthday_itself() -> None:
    assert age_on("2004-02-29", "2020-02-28") == 15
    assert age_on("2004-02-29", "2020-02-29") == 16
    assert age_on("2013-09-01", "2019-09-01") == 6
    assert age_on("2013-09-02", "2019-09-01") == 5


@given(DAYS, DAYS)
def test_age_never_falls_as_days_pass(birth: date, day: date) -> None:
    later = date.fromordinal(day.toordinal() + 1)
    assert age_on(birth.isoformat(), later.isoformat()) >= age_on(birth.isoformat(), day.isoformat())
