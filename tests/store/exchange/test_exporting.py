"""Lists that leave: masked and on record, text as text; a round trip changes nothing, whatever the cells hold."""

import csv
import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.errors import RegisterError
from fieldapp.register.workbook import read_sheets
from fieldapp.store.exchange.exporting import export_lists
from fieldapp.store.exchange.findings_file import write_findings
from fieldapp.store.exchange.gathering import gather
from fieldapp.store.exchange.planning import Choices, plan_sources
from fieldapp.store.exchange.running import run_import
from fieldapp.store.exports import exports
from fieldapp.store.records import rows
from fieldapp.store.save import Change, save, seen_of

VILLAGE = "990101001201"
RARE = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "rare_names"
AWKWARD = [
    "=1+1", "'x", "''", "a\nb", "a\r\nb", "a\rb", "\ta", "😀𬭎䶮㛃", "_x0041_", "_x005F_x0041_", "\x01c", "\x0b",
    "  pad  ",    "", "1e5", "1.1E+17", "00123", "110101199003070012", "是", "TRUE", "#N/A", "@sum", "+1", "-1",
    "　全角　", "\u200b",
    "1900-01-01", "2019-13-45", "<b>&amp;</b>", "\ufffe", "x" * 40_000,
]  # fmt: skip
DATES = [
    "1850-01-01",
    "1899-12-31",
    "1900-01-01",
    "1900-02-28",
    "1900-03-01",
    "1985-03-12",
    "2100-12-31",
    "2200-01-01",
]


def whole(vault) -> list[tuple]:
    return [
        (r.id, r.scope, dict(r.values))
        for name in vault.dictionary.lists
        for r in rows(vault, name, limit=9999)
    ]


def returned(vault, path):
    return plan_sources(vault, gather(vault, [path]).sources, Choices())


def fill(vault, texts, dates=DATES, numbers=(0, 1, -1, 10**15 + 1, 99, 370000)):
    """Households, members and their years with these values in every kind of field."""
    changes = []
    for at, text in enumerate(texts):
        home, person = vault.new_id(), vault.new_id()
        number = numbers[at % len(numbers)]
        changes += [
            Change("household", home, "add", {"household_no": text[:30] if at % 3 else None, "remark": text,
                   "identified_income": number, "status": "no such code" if at % 5 == 0 else "1",
                   "cause_other": "1 2" if at % 2 else None, "is_soldier_family": at % 2}),
            Change("person", person, "add", {"household": home, "name": text, "id_no": text if at % 2 else None,
                   "birth_date": dates[at % len(dates)]}),
            Change("household_year", None, "add", {"household": home, "year": 2019, "house_m2": number,
                   "visit_note": text, "water_safe": None if at % 3 else 0}),
        ]  # fmt: skip
    save(vault, VILLAGE, "edit", changes, seen=seen_of(vault, VILLAGE))


def test_a_round_trip_of_awkward_values_changes_nothing_in_any_language(county, tmp_path):
    fill(county, AWKWARD)
    before = whole(county)
    for headings in ("zh_hans", "zh_hant", "en", "national", "keys"):
        export_lists(county, tmp_path / "out.xlsx", headings=headings, masked=False, reason="a test")
        plan = returned(county, tmp_path / "out.xlsx")
        assert [change for at in range(len(plan.rows)) for change in plan.changes_of(at)] == []
        assert plan.counts == {"new": 0, "changed": 0, "same": 3 * len(AWKWARD), "refused": 0}
        assert run_import(county, plan).dots == ()
    assert whole(county) == before


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(max_size=40), min_size=1, max_size=12), numbers=st.lists(
    st.integers(-(2**62), 2**62), min_size=1, max_size=6))  # fmt: skip
def test_a_round_trip_is_identity(county, tmp_path, texts, numbers):
    fill(county, texts, numbers=numbers)
    lists = ["household", "person", "household_year"]
    export_lists(county, tmp_path / "out.xlsx", lists, masked=False, reason="a test")
    plan = returned(county, tmp_path / "out.xlsx")
    assert {row.kind for row in plan.rows} == {"same"}
    assert plan.units == ()


@pytest.mark.skipif(not RARE.exists(), reason="the shared test material is not here")
def test_a_round_trip_of_rare_names_changes_nothing(county, tmp_path):
    with next(RARE.glob("*.csv")).open(encoding="utf-8", newline="") as file:
        names = [row["corrected_name"] for row in csv.DictReader(file)]
    fill(county, names)
    export_lists(county, tmp_path / "out.xlsx", ["household", "person"], masked=False, reason="a test")
    assert returned(county, tmp_path / "out.xlsx").units == ()


def test_the_control_one_changed_cell_is_one_change(county, tmp_path):
    fill(county, ["甲", "乙", "丙"])
    path = tmp_path / "out.xlsx"
    export_lists(county, path, ["person"], masked=False, reason="a test")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    column = next(c.column for c in sheet[1] if c.value == "姓名")
    sheet.cell(3, column).value = "乙乙"
    book.save(path)
    plan = returned(county, path)
    assert plan.counts == {"new": 0, "changed": 1, "same": 2, "refused": 0}
    assert [(c.old, c.new) for c in plan.changes_of(1)] == [("乙", "乙乙")]


def test_an_export_into_an_empty_vault_is_the_same_records(county, make_county, tmp_path):
    fill(county, ["甲"], dates=["1985-03-12"], numbers=(100,))
    export_lists(county, tmp_path / "out.xlsx", masked=False, reason="a test")
    other = make_county("b")
    run_import(other, returned(other, tmp_path / "out.xlsx"))
    told = [(i, s, {**v, "status": None}) for i, s, v in whole(county)]
    assert [(i, s, {**v, "status": None}) for i, s, v in whole(other)] == told


def test_masks_are_the_rule_and_nothing_masked_comes_back(county, tmp_path, a_home):
    a_home(county, "H1", "张三丰", id_no="110105194912310021")
    done = export_lists(county, tmp_path / "out.xlsx", ["household", "person"])
    text = _text_of(tmp_path / "out.xlsx")
    assert "张三丰" not in text
    assert "110105194912310021" not in text
    assert "person.name" in done.masked
    assert returned(county, tmp_path / "out.xlsx").counts["same"] == 2
    assert exports(county)[0].masked


def test_without_masks_it_takes_a_reason_which_goes_on_record(county, tmp_path, a_home):
    a_home(county, "H1", "张三丰")
    with pytest.raises(RegisterError) as refused:
        export_lists(county, tmp_path / "out.xlsx", masked=False)
    assert refused.value.code == "export.no_reason"
    assert not (tmp_path / "out.xlsx").exists()
    export_lists(county, tmp_path / "out.xlsx", ["person"], masked=False, reason="for the township")
    assert (exports(county)[0].reason, exports(county)[0].masked) == ("for the township", False)


def test_texts_are_text_dates_are_dates_and_a_formula_is_none(county, tmp_path, a_home):
    a_home(county, "007", "=1+1", id_no="110105194912310021", birth_date="1949-12-31")
    path = tmp_path / "out.xlsx"
    export_lists(county, path, ["household", "person"], masked=False, reason="a test")
    book = openpyxl.load_workbook(path)
    person = {c.value: r for c, r in zip(book["家庭成员"][1], book["家庭成员"][2], strict=True)}
    assert (person["姓名"].value, person["姓名"].data_type) == ("=1+1", "s")
    assert (person["证件号码"].value, person["证件号码"].number_format) == ("110105194912310021", "@")
    assert person["出生日期"].is_date
    assert book["户"].column_dimensions["A"].hidden
    assert book["_fieldapp"].sheet_state == "veryHidden"
    assert "<f>" not in _text_of(path)


def test_the_findings_file_holds_the_bad_rows_with_coloured_and_commented_cells(county, planned, tmp_path):
    plan = planned(county, "花名册,,\n户编号,姓名,性别\nH1,甲,男\nH2,乙,不详\nH3,丙,女\n")
    assert write_findings(plan, tmp_path / "bad.xlsx", lambda text: text) == 1
    sheet = openpyxl.load_workbook(tmp_path / "bad.xlsx").worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        ["户编号", "姓名", "性别"],
        ["H2", "乙", "不详"],
    ]
    assert "不详" in sheet["C3"].comment.text
    assert sheet["C3"].fill.fgColor.rgb == "FFF8CBAD"
    (again,) = read_sheets((tmp_path / "bad.xlsx").read_bytes(), "bad.xlsx")
    assert again.rows[1] == ["户编号", "姓名", "性别"]


def _text_of(path: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as book:
        return "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xml"))
