"""The derived fields of the base pack, computed by SQLite: members at the end of the year, income not yet known."""

import sqlite3
from collections.abc import Iterator

import pytest

from fieldapp.register.dictionary import Dictionary


@pytest.fixture
def tables(base: Dictionary) -> Iterator[sqlite3.Connection]:
    """The lists the derived fields read, with one household of 2019."""
    connection = sqlite3.connect(":memory:")
    for name in ("person", "household_year", "income_sheet"):
        keys = [field.key for field in (*base.key_fields(name), *base.stored_fields(name))]
        connection.execute(f"create table {name} (id, ended_on, {', '.join(keys)})")
    connection.execute("insert into household_year (household, year) values ('h1', 2019)")
    yield connection
    connection.close()


def derived(base: Dictionary, tables: sqlite3.Connection, key: str) -> object:
    expression = base.field("household_year", key).derived
    (value,) = tables.execute(f"select {expression} from household_year").fetchone()
    return value


def test_members_are_counted_as_they_stood_at_the_end_of_the_year(
    base: Dictionary, tables: sqlite3.Connection
) -> None:
    people = [
        ("here", "h1", None, None),
        ("born in the year", "h1", "2019-12-31", None),
        ("born after", "h1", "2020-01-01", None),
        ("left in the year", "h1", None, "2019-12-31"),
        ("left after", "h1", None, "2020-01-01"),
        ("of another household", "h2", None, None),
    ]
    tables.executemany(
        "insert into person (name, household, joined_on, ended_on) values (?, ?, ?, ?)", people
    )
    assert derived(base, tables, "size_end") == 3


def test_a_household_without_members_has_none(base: Dictionary, tables: sqlite3.Connection) -> None:
    assert derived(base, tables, "size_end") == 0


@pytest.mark.parametrize("unknown", "abcde")
def test_net_income_is_not_known_until_every_part_is(
    base: Dictionary, tables: sqlite3.Connection, unknown: str
) -> None:
    assert derived(base, tables, "net_income") is None
    tables.execute(
        "insert into income_sheet (household, year, a, b, c, d, e) values ('h1', 2019, 5, 4, 3, 2, 20)"
    )
    assert derived(base, tables, "net_income") == -6
    tables.execute(f"update income_sheet set {unknown} = null")
    assert derived(base, tables, "net_income") is None


def test_net_income_is_that_of_its_own_year(base: Dictionary, tables: sqlite3.Connection) -> None:
    tables.execute(
        "insert into income_sheet (household, year, a, b, c, d, e) values ('h1', 2018, 5, 4, 3, 2, 1)"
    )
    assert derived(base, tables, "net_income") is None
