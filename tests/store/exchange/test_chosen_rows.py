"""Only the rows that are asked for leave, in their order; what keeps an import from being undone is named."""

from collections.abc import Callable
from pathlib import Path

from fieldapp.register.workbook import read_sheets
from fieldapp.store import Vault
from fieldapp.store.exchange.exporting import export_lists
from fieldapp.store.exchange.planned import ImportPlan
from fieldapp.store.exchange.running import run_import
from fieldapp.store.finding.filters import Filter
from fieldapp.store.finding.selection import Order, select_rows
from fieldapp.store.records import rows
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.undo import changed_since

VILLAGE, OTHER = "990101001201", "990101001202"


def numbers_in(path: Path) -> list[str]:
    sheet = read_sheets(path.read_bytes(), path.name)[0]
    column = [str(cell) for cell in sheet.rows[0]].index("household_no")
    return [str(row[column]) for row in sheet.rows[1:]]


def test_the_rows_of_a_view_leave_in_its_order(
    county: Vault, a_home: Callable[..., tuple[str, str]], tmp_path: Path
) -> None:
    for number in range(520):
        a_home(county, f"H{number:04d}", None, VILLAGE)
    chosen = select_rows(
        county,
        "household",
        VILLAGE,
        (Filter("household_no", "contains", "1"),),
        (Order("household_no", descending=True),),
        year=2019,
    )
    done = export_lists(
        county, tmp_path / "out.xlsx", ["household"], VILLAGE, headings="keys", only={"household": chosen}
    )
    expected = [f"H{n:04d}" for n in range(519, -1, -1) if "1" in f"H{n:04d}"]
    assert numbers_in(tmp_path / "out.xlsx") == expected
    assert done.rows == {"household": len(expected)}


def test_numbers_of_another_village_do_not_leave(
    county: Vault, a_home: Callable[..., tuple[str, str]], tmp_path: Path
) -> None:
    a_home(county, "H1", None)
    a_home(county, "H2", None, OTHER)
    everything = select_rows(county, "household", year=2019)
    export_lists(
        county, tmp_path / "o.xlsx", ["household"], OTHER, headings="keys", only={"household": everything}
    )
    assert numbers_in(tmp_path / "o.xlsx") == ["H2"]


def test_the_records_that_hold_an_undo_back_are_named(
    county: Vault, planned: Callable[..., ImportPlan]
) -> None:
    done = run_import(county, planned(county, "户编号,家庭住址\nH1,甲\nH2,乙"))
    assert changed_since(county, done.dots[0]) == ()
    second = next(one for one in rows(county, "household") if one.values["household_no"] == "H2")
    change = Change("household", second.id, "set", {"address": "丙"})
    save(county, VILLAGE, "edit", [change], seen=seen_of(county, VILLAGE))
    assert changed_since(county, done.dots[0]) == (("household", second.id),)
