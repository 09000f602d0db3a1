"""A record on a day and between two days: what changed, by whom, on which device, by which source."""

from dataclasses import replace

import pytest

from fieldapp.domain.sources import Source
from fieldapp.errors import RegisterError
from fieldapp.store.comparing import as_of, compare_dates, compare_household
from fieldapp.store.save import Change, save, seen_of

VILLAGE = "990101001201"
DAY_MS = 86_400_000


def later(*vaults, days: int = 10) -> None:
    for vault in vaults:
        vault.clock.ms += days * DAY_MS


def put(vault, list_name, record, source="", **values):
    change = Change(list_name, record, "set" if record else "add", values, source)
    return save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE)).changed[0][1]


@pytest.fixture
def told(make_vault, a_household, carry):
    """A household of 2023-11-14, changed on the 24th here and on December 4th elsewhere."""
    here, there = make_vault("here"), make_vault("there")
    home = a_household(here, "张三丰")
    carry(here, there)
    later(here, there)
    put(here, "household", home.household, "document:户口本", address="南沟组 1 号")
    carry(here, there)
    later(here, there)
    put(there, "household", home.household, "seen", address="北沟组 2 号")
    put(there, "person", home.people[0], "told", sex="1")
    put(there, "household_year", None, "imported:a.xlsx", household=home.household, year=2019, water_safe=1)
    carry(there, here)
    return here, there, home


def test_a_record_reads_as_it_did_at_the_end_of_a_day(told):
    here, _, home = told
    days = {
        "2023-11-13": None,
        "2023-11-15": "东沟组 12 号",
        "2023-11-25": "南沟组 1 号",
        "2023-12-31": "北沟组 2 号",
    }
    for day, address in days.items():
        assert as_of(here, "household", home.household, day).get("address") == address
    assert as_of(here, "household", "no such record", "2023-12-31") == {}


def test_two_days_differ_by_fields_with_who_device_and_source(told):
    here, there, home = told
    (first,) = compare_dates(here, "household", home.household, "2023-11-15", "2023-11-25")
    assert (first.field, first.before, first.after) == ("address", "东沟组 12 号", "南沟组 1 号")
    assert (first.who, first.device) == (here.worker.name, here.replica)
    assert first.source == Source("document", "户口本")
    (whole,) = compare_dates(here, "household", home.household, "2023-12-31", "2023-11-15")
    assert (whole.before, whole.after, whole.source) == ("东沟组 12 号", "北沟组 2 号", Source("seen"))
    assert (whole.who, whole.device) == (there.worker.name, there.replica)
    assert compare_dates(here, "household", home.household, "2023-12-30", "2023-12-31") == ()


def test_a_household_is_compared_with_all_that_hangs_below(told):
    here, _, home = told
    found = compare_household(here, home.household, "2023-11-25", "2023-12-31")
    assert {(one.list, one.field) for one in found} == {
        ("household", "address"),
        ("person", "sex"),
        ("household_year", "household"),
        ("household_year", "year"),
        ("household_year", "water_safe"),
    }
    assert {one.source.text for one in found if one.list == "household_year"} == {"a.xlsx"}


def test_who_does_not_read_a_household_compares_nothing(told):
    here, _, home = told
    here.work_with(replace(here.session, worker=replace(here.worker, role="helper")))
    assert compare_household(here, home.household, "2023-11-15", "2023-12-31") == ()


def test_a_day_that_is_none_is_refused(told):
    here, _, home = told
    with pytest.raises(RegisterError) as refused:
        as_of(here, "household", home.household, "last week")
    assert refused.value.code == "history.bad_day"
