"""The derived fields of the base pack, computed by SQLite: members of a year, income typed and from the ledger."""

import sqlite3
from collections.abc import Iterator

import pytest

from fieldapp.register.dictionary import Dictionary
from fieldapp.register.past_homes import lived_in, past_home_sql


@pytest.fixture
def tables(base: Dictionary) -> Iterator[sqlite3.Connection]:
    """The lists the derived fields read, with one household of 2019."""
    connection = sqlite3.connect(":memory:")
    for name in (
        "household",
        "person",
        "household_year",
        "income_sheet",
        "income_event",
        "village_year",
        "monitor",
        "movement",
    ):
        keys = [field.key for field in (*base.key_fields(name), *base.stored_fields(name))]
        connection.execute(f"create table {name} (id, scope, ended_on, ended_reason, {', '.join(keys)})")
    for statement in past_home_sql():
        connection.execute(statement)
    connection.execute("insert into household_year (household, year) values ('h1', 2019)")
    yield connection
    connection.close()


def derived(
    base: Dictionary, tables: sqlite3.Connection, key: str, list_name: str = "household_year"
) -> object:
    expression = base.field(list_name, key).derived
    (value,) = tables.execute(
        f"select {expression} from {list_name} order by {list_name}.rowid desc"
    ).fetchone()
    return value


def of_sheet(base: Dictionary, tables: sqlite3.Connection, key: str) -> object:
    return derived(base, tables, key, "income_sheet")


def typed_sheet(tables: sqlite3.Connection, **amounts: int | None) -> None:
    """A sheet of 2019 with every letter answered, except what is given."""
    every = {"a": 500, "b": 400, "c": 300, "d": 200, "e": 100, "x_excluded": 50} | amounts
    tables.execute(
        f"insert into income_sheet (household, year, {', '.join(every)}) values ('h1', 2019, ?, ?, ?, ?, ?, ?)",
        list(every.values()),
    )


def event(
    tables: sqlite3.Connection, line: str, amount: int, day: str = "2019-06-01", **more: str | None
) -> None:
    facts = {"household": "h1", "line": line, "amount": amount, "happened_on": day, **more}
    tables.execute(
        f"insert into income_event ({', '.join(facts)}) values ({', '.join('?' * len(facts))})",
        list(facts.values()),
    )


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


def test_members_of_an_earlier_year_are_those_who_lived_there_then(
    base: Dictionary, tables: sqlite3.Connection
) -> None:
    tables.executemany(
        "insert into person (id, household, ended_on, ended_reason) values (?, ?, ?, ?)",
        [
            ("stays", "h1", None, None),
            ("split off since", "h2", None, None),
            ("split off and merged on", "h3", None, None),
            ("came since", "h1", None, None),
            ("split off, taken back", "h2", None, None),
            ("split off in the year", "h2", None, None),
            ("entered twice", "h1", "2020-03-01", "duplicate"),
            ("taken back", "h1", "2020-03-01", "undone"),
        ],
    )
    tables.executemany(
        "insert into movement (id, person, kind, household, other_household, moved_on, ended_on) "
        "values (?, ?, ?, ?, ?, ?, ?)",
        [
            ("m1", "split off since", "split_off", "h1", "h2", "2020-01-01", None),
            ("m2", "split off and merged on", "split_off", "h1", "h2", "2020-01-01", None),
            ("m3", "split off and merged on", "merged_from", "h3", "h2", "2020-05-01", None),
            ("m4", "came since", "merged_from", "h1", "h2", "2020-01-01", None),
            ("m5", "split off, taken back", "split_off", "h1", "h2", "2020-01-01", "2020-01-02"),
            ("m6", "split off in the year", "split_off", "h1", "h2", "2019-12-31", None),
        ],
    )
    assert derived(base, tables, "size_end") == 3
    assert derived(base, tables, "size_start") == 4, "who left in the year was there at its start"
    tables.execute("update household_year set year = 2020")
    assert derived(base, tables, "size_end") == 2


def test_the_sizes_of_the_dictionary_ask_for_homes_as_all_else_does(base: Dictionary) -> None:
    for key, day in (
        ("size_start", "(household_year.year - 1) || '-12-31'"),
        ("size_end", "household_year.year || '-12-31'"),
    ):
        assert lived_in("household_year.household", day) in base.field("household_year", key).derived


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


def test_the_ledger_of_the_year_is_added_to_what_was_typed_line_by_line(
    base: Dictionary, tables: sqlite3.Connection
) -> None:
    typed_sheet(tables)
    for line, amount in (("a1", 7), ("a5", 1), ("b2", 20), ("c1", 300), ("d6", 4_000), ("e4", 50_000)):
        event(tables, line, amount)
    totals = ("wage_total", "business_total", "property_total", "transfer_total", "expense_total")
    assert [of_sheet(base, tables, key) for key in totals] == [508, 420, 600, 4_200, 50_100]
    assert of_sheet(base, tables, "gross_income") == 508 + 420 + 600 + 4_200
    assert of_sheet(base, tables, "net_income") == 5_728 - 50_100
    assert derived(base, tables, "net_income") == of_sheet(base, tables, "net_income")


def test_events_of_another_year_another_household_taken_back_or_beside_the_sum_do_not_count(
    base: Dictionary, tables: sqlite3.Connection
) -> None:
    typed_sheet(tables)
    event(tables, "a1", 7, "2018-12-31")
    event(tables, "a1", 7, "2020-01-01")
    event(tables, "a1", 7, household="h2")
    event(tables, "a1", 7, ended_on="2019-07-01")
    event(tables, "f1", 7)
    event(tables, "f2", 7)
    assert of_sheet(base, tables, "wage_total") == 500
    assert of_sheet(base, tables, "net_income") == 1_300
    event(tables, "a1", 7, "2019-01-01")
    event(tables, "a1", 7, "2019-12-31")
    assert of_sheet(base, tables, "wage_total") == 514


@pytest.mark.parametrize(
    ("unknown", "total"),
    [
        ("a", "wage_total"),
        ("b", "business_total"),
        ("c", "property_total"),
        ("d", "transfer_total"),
        ("e", "expense_total"),
        ("x_excluded", "excluded_total"),
    ],
)
def test_events_do_not_make_up_for_a_letter_nobody_answered(
    base: Dictionary, tables: sqlite3.Connection, unknown: str, total: str
) -> None:
    typed_sheet(tables, **{unknown: None})
    event(tables, f"{unknown[0]}1", 7)
    event(tables, "d6", 7, excluded="X06")
    assert of_sheet(base, tables, total) is None
    assert of_sheet(base, tables, "stable_income") is None
    assert (of_sheet(base, tables, "net_income") is None) == (unknown != "x_excluded")


def test_what_is_not_stable_counts_in_the_net_income_and_not_in_the_stable_one(
    base: Dictionary, tables: sqlite3.Connection
) -> None:
    typed_sheet(tables)
    event(tables, "d6", 40, excluded="X06")
    assert of_sheet(base, tables, "net_income") == 1_340
    assert of_sheet(base, tables, "excluded_total") == 90
    assert of_sheet(base, tables, "stable_income") == 1_250


def test_members_at_the_start_of_the_year_are_those_at_the_end_of_the_one_before(
    base: Dictionary, tables: sqlite3.Connection
) -> None:
    people = [
        ("stayed", "2018-12-31", None),
        ("came", "2019-01-01", None),
        ("left on the last day", None, "2018-12-31"),
        ("left", None, "2019-01-01"),
    ]
    tables.executemany(
        "insert into person (name, household, joined_on, ended_on) values (?, 'h1', ?, ?)", people
    )
    assert derived(base, tables, "size_start") == 2
    assert derived(base, tables, "size_end") == 2


@pytest.mark.parametrize(("planned", "expected"), [(2019, 1), (2020, 0), (None, None)])
def test_whether_the_exit_is_planned_for_this_year(
    base: Dictionary, tables: sqlite3.Connection, planned: int | None, expected: int | None
) -> None:
    tables.execute("insert into household (id, planned_exit_year) values ('h1', ?)", [planned])
    assert derived(base, tables, "is_planned_this_year") == expected


def test_poor_households_and_people_of_a_village_are_counted_from_the_register(
    base: Dictionary, tables: sqlite3.Connection
) -> None:
    households = [
        ("poor", "v1", "0", "2014-03-01", None, None, None),
        ("exits later", "v1", "1", "2014-03-01", 2020, None, None),
        ("exited this year", "v1", "1", "2014-03-01", 2019, None, None),
        ("returned", "v1", "3", "2014-03-01", 2017, 2018, None),
        ("identified later", "v1", "0", "2020-03-01", None, None, None),
        ("gone", "v1", "0", "2014-03-01", None, None, "2019-12-31"),
        ("never poor", "v1", None, None, None, None, None),
        ("elsewhere", "v2", "0", "2014-03-01", None, None, None),
    ]
    tables.executemany(
        "insert into household (id, scope, status, identified_on, exit_year, return_year, ended_on) "
        "values (?, ?, ?, ?, ?, ?, ?)",
        households,
    )
    tables.executemany(
        "insert into person (household, joined_on, ended_on) values (?, ?, ?)",
        [
            ("poor", None, None),
            ("poor", "2020-01-01", None),
            ("returned", None, "2019-05-01"),
            ("gone", None, None),
        ]
        + [("exits later", None, None)] * 3,
    )
    tables.execute("insert into village_year (village, scope, year) values ('x', 'v1', 2019)")
    assert derived(base, tables, "poor_households", "village_year") == 3
    assert derived(base, tables, "poor_population", "village_year") == 4


def test_a_household_whose_risk_was_removed_before_is_monitored_again(
    base: Dictionary, tables: sqlite3.Connection
) -> None:
    tables.execute(
        "insert into monitor (id, household, monitored_on, removed_on) values ('1', 'h1', '2021-05-01', '2022-02-01')"
    )
    assert derived(base, tables, "returned", "monitor") == 0
    tables.execute("insert into monitor (id, household, monitored_on) values ('2', 'h1', '2023-04-01')")
    assert derived(base, tables, "returned", "monitor") == 1
