"""Filters, order, columns and views of lists: by any path of the dictionary, within scopes, unknown never guessed."""

from dataclasses import replace

import pytest

from fieldapp.errors import RegisterError
from fieldapp.store.finding.columns import columns_of
from fieldapp.store.finding.filters import Filter
from fieldapp.store.finding.selection import Order, select_rows, view_rows
from fieldapp.store.finding.views import View, ViewColumn, delete_view, last_view, save_view, saved_views
from fieldapp.store.save import Change, save, seen_of

VILLAGE, OTHER_VILLAGE = "990101001201", "990101001202"
YEAR = 2019
BY_NUMBER, BY_NAME = (Order("household_no"),), (Order("name"),)


@pytest.fixture
def village(vault, a_household):
    """Three households: the first with safe water, the second without, of the third nothing is known."""
    homes = (
        a_household(vault, "张三", "张小梅", number="620001"),
        a_household(vault, "赵四", number="620002"),
        a_household(vault, "李五", "錢一", number="620003"),
    )
    changes = [
        Change(
            "household_year", None, "add", {"household": homes[0].household, "year": YEAR, "water_safe": 1}
        ),
        Change(
            "household_year", None, "add", {"household": homes[0].household, "year": 2018, "water_safe": 0}
        ),
        Change(
            "household_year",
            None,
            "add",
            {"household": homes[1].household, "year": YEAR, "water_safe": 0, "arable": 350},
        ),
        Change("person", homes[0].people[0], "set", {"sex": "1", "birth_date": "1950-03-01"}),
        Change("person", homes[0].people[1], "set", {"sex": "2", "birth_date": "2005-05-05"}),
        Change("person", homes[1].people[0], "set", {"sex": "1", "birth_date": "1980-01-01"}),
        Change("person", homes[2].people[0], "set", {"sex": "1"}),
        Change("household", homes[2].household, "set", {"address": "西坡組 3 號"}),
    ]
    save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))
    return homes


def numbers(vault, *filters, order=BY_NUMBER, scope=""):
    rows = view_rows(vault, "household", scope, filters, order, ("household_no",), year=YEAR)
    return [row.values[0][-1] for row in rows]


def people(vault, *filters, order=BY_NAME):
    return [row.values[0] for row in view_rows(vault, "person", "", filters, order, ("name",), year=YEAR)]


def test_a_household_is_filtered_by_its_year(vault, village):
    assert numbers(vault, Filter("household_year.water_safe", "=", 1)) == ["1"]
    assert numbers(vault, Filter("household_year.water_safe", "=", 0)) == ["2"]
    assert numbers(vault, Filter("household_year@2018.water_safe", "=", 0)) == ["1"]
    assert numbers(vault, Filter("household_year.arable", "between", (300, 400))) == ["2"]
    assert numbers(vault, Filter("household_year.arable", "<", 300)) == []


def test_what_is_not_known_fits_only_empty(vault, village):
    assert numbers(vault, Filter("household_year.water_safe", "≠", 1)) == ["2"]
    assert numbers(vault, Filter("household_year.water_safe", "empty")) == ["3"]
    assert numbers(vault, Filter("household_year.water_safe", "not_empty")) == ["1", "2"]


def test_a_derived_field_is_filtered_shown_and_ordered(vault, village):
    assert numbers(vault, Filter("household_year.size_end", "=", 2)) == ["1"]
    rows = view_rows(
        vault,
        "household",
        "",
        (),
        (Order("household_year.size_end", descending=True),),
        ("household_no", "household_year.size_end", "head", "members"),
        year=YEAR,
    )
    assert [row.values for row in rows] == [
        ("620001", 2, "张三", 2),
        ("620002", 1, "赵四", 1),
        ("620003", None, "李五", 2),
    ], "what is not known comes last, also downwards"


def test_a_person_is_filtered_by_the_household(vault, village):
    assert people(vault, Filter("household.household_no", "=", "620002")) == ["赵四"]
    assert people(vault, Filter("household.address", "contains", "西坡组")) == ["李五", "錢一"], "組 is 组"
    assert people(vault, Filter("name", "contains", "钱")) == ["錢一"], "the name keeps its own characters"


def test_a_household_is_filtered_by_its_members(vault, village):
    assert numbers(vault, Filter("person.sex", "one_of", ("2",))) == ["1"]
    assert numbers(vault, Filter("person.sex", "none_of", ("2",))) == ["2"], (
        "of the third's second nothing is known"
    )
    assert numbers(vault, Filter("person.birth_date", "empty")) == ["3"]
    assert numbers(vault, Filter("person.birth_date", "not_since", "2000-01-01")) == ["2", "3"]


def test_days_before_today_follow_the_vaults_clock(vault, village):
    # The clock of these tests stands in November 2023.
    assert people(vault, Filter("birth_date", ">", "today-7000")) == ["张小梅"]
    assert people(vault, Filter("birth_date", "not_since", "today-7000")) == ["李五", "錢一", "张三", "赵四"]
    with pytest.raises(RegisterError, match="birth_date"):
        people(vault, Filter("birth_date", ">", "today-soon"))


def test_names_stand_in_the_order_of_pinyin(vault, village):
    assert people(vault) == ["李五", "錢一", "张三", "张小梅", "赵四"]
    assert people(vault, order=(Order("name", descending=True),))[0] == "赵四"


def test_nothing_typed_becomes_sql(vault, village):
    for path in (
        'name" or 1',
        "person.name; drop table find",
        "person..name",
        "",
        ".",
        "household_year@x.arable",
    ):
        with pytest.raises(RegisterError):
            numbers(vault, Filter(path, "=", "1"))
    assert numbers(vault, Filter("address", "=", "' or 1 = 1 --")) == []
    with pytest.raises(RegisterError):
        numbers(vault, Filter("address", "like", "%"))
    with pytest.raises(RegisterError):
        numbers(vault, Filter("household_year.arable", "between", (1,)))


def test_every_path_that_is_offered_can_be_shown_and_asked(vault, village):
    for list_name in vault.dictionary.lists:
        for path in columns_of(vault.dictionary, list_name):
            view_rows(vault, list_name, "", (Filter(path, "not_empty"),), (Order(path),), (path,), year=YEAR)


def test_a_page_is_a_part_of_the_whole(vault, a_household):
    for at in range(25):
        a_household(vault, "张三", number=f"{at:04d}")
    whole = select_rows(vault, "household", "", (), (Order("household_no"),), year=YEAR)
    part = select_rows(vault, "household", "", (), (Order("household_no"),), year=YEAR, limit=10, offset=10)
    assert len(whole) == 25
    assert part == whole[10:20]


def test_only_the_workers_villages_and_those_that_live(vault, village, a_household):
    other = a_household(vault, "王六", number="630001", scope=OTHER_VILLAGE)
    assert numbers(vault) == ["1", "2", "3", "1"]
    assert numbers(vault, scope=VILLAGE) == ["1", "2", "3"]
    vault.worker = replace(vault.worker, scopes=(OTHER_VILLAGE,))
    assert numbers(vault) == ["1"]
    ending = Change("household", other.household, "end", {"ended_on": "2019-05-01", "ended_reason": "moved"})
    save(vault, OTHER_VILLAGE, "edit", [ending], seen=seen_of(vault, OTHER_VILLAGE))
    assert numbers(vault) == []
    assert numbers(vault, Filter("ended_on", "not_empty")) == ["1"], "unless the end itself is asked for"


def test_a_view_is_kept_per_worker_and_says_the_same_again(vault):
    view = View(
        "水",
        "household",
        (Filter("household_year.water_safe", "=", 0), Filter("person.sex", "one_of", ("1", "2"))),
        (ViewColumn("household_no", 120), ViewColumn("head")),
        (Order("household_no", descending=True),),
    )
    save_view(vault, view)
    save_view(vault, replace(view, name=""))
    assert saved_views(vault, "household") == (view,)
    assert last_view(vault, "household") == replace(view, name="")
    assert saved_views(vault, "person") == ()
    mine = vault.worker
    vault.worker = replace(mine, name="another")
    assert saved_views(vault, "household") == ()
    assert last_view(vault, "household") is None
    vault.worker = mine
    delete_view(vault, "household", "水")
    assert saved_views(vault, "household") == ()


def test_a_view_forgets_what_the_dictionary_no_longer_knows(vault):
    kept = ViewColumn("household_no")
    save_view(vault, View("alt", "household", (Filter("gone", "=", 1),), (kept, ViewColumn("person.gone"))))
    assert saved_views(vault, "household") == (View("alt", "household", (), (kept,), ()),)
