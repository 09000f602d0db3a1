"""A village whose code has changed: lists leave under the code of today and come home under either code."""

from collections.abc import Callable
from pathlib import Path

import pytest

from fieldapp.register.workbook import Sheet, read_sheets
from fieldapp.store import Vault
from fieldapp.store.exchange.exporting import export_lists
from fieldapp.store.exchange.gathering import gather
from fieldapp.store.exchange.planned import ImportPlan
from fieldapp.store.exchange.planning import Choices, plan_sources
from fieldapp.store.exchange.running import run_import
from fieldapp.store.exchange.villages import Villages
from fieldapp.store.records import rows
from fieldapp.store.save import Change, save, seen_of

VILLAGE, OTHER, NEW_CODE = "990101001201", "990101001202", "990102003205"


@pytest.fixture
def renumbered(county: Vault, a_home: Callable[..., tuple[str, str]]) -> Vault:
    """A county of two villages, of which the first has another code by now."""
    a_home(county, "H1", "龙长顺")
    a_home(county, "H2", "常守田", OTHER)
    village = Change("village", county.new_id(), "add", {"name": "东沟村", "region_code": NEW_CODE})
    save(county, VILLAGE, "edit", [village], seen=seen_of(county, VILLAGE))
    return county


def scopes_in(path: Path) -> list[str]:
    sheet: Sheet = read_sheets(path.read_bytes(), path.name)[0]
    column = [str(cell) for cell in sheet.rows[0]].index("行政村代码")
    return [str(row[column]) for row in sheet.rows[1:]]


def test_an_export_names_a_village_by_the_code_it_goes_by_now(renumbered: Vault, tmp_path: Path) -> None:
    export_lists(renumbered, tmp_path / "out.xlsx", ["household"])
    assert scopes_in(tmp_path / "out.xlsx") == [NEW_CODE, OTHER]


def test_a_round_trip_under_the_new_code_changes_nothing(renumbered: Vault, tmp_path: Path) -> None:
    lists = ["household", "person", "village"]
    export_lists(renumbered, tmp_path / "out.xlsx", lists, masked=False, reason="round trip")
    plan = plan_sources(renumbered, gather(renumbered, [tmp_path / "out.xlsx"]).sources, Choices())
    assert plan.counts == {"new": 0, "changed": 0, "same": 5, "refused": 0}
    assert plan.units == ()
    assert plan.findings == ()


@pytest.mark.parametrize("code", [NEW_CODE, VILLAGE])
def test_a_row_under_either_code_goes_to_the_records_of_the_village(
    renumbered: Vault, planned: Callable[..., ImportPlan], code: str
) -> None:
    plan = planned(renumbered, f"户编号,行政村代码\nH1,{code}\nH9,{code}", scope="")
    assert plan.counts == {"new": 1, "changed": 0, "same": 1, "refused": 0}
    run_import(renumbered, plan)
    assert [one.scope for one in rows(renumbered, "household", VILLAGE)] == [VILLAGE, VILLAGE]


def test_a_file_named_by_the_new_code_is_of_that_village(
    renumbered: Vault, sheet: Callable[..., Sheet]
) -> None:
    page = sheet("户编号,姓名\nH1,龙长顺", file=f"{NEW_CODE} 户册.csv")
    assert Villages(renumbered).of_file(page, 1) == VILLAGE


def test_without_a_change_a_foreign_code_stays_foreign(county: Vault) -> None:
    found = Villages(county).of_code(NEW_CODE)
    assert getattr(found, "code", "") == "import.foreign_village"
    assert Villages(county).of_code(VILLAGE) == VILLAGE
