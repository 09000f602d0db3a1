"""Blank forms filled from the register: the two published ones, and one of our own that is always here."""

from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from fieldapp.errors import RegisterError
from fieldapp.register.workbook import read_sheets
from fieldapp.store.exchange.template_layout import read_form
from fieldapp.store.exchange.templates import TemplateRule, fill_template, template_rules
from fieldapp.store.exports import exports

VILLAGE = "990101001201"
BLANKS = Path(__file__).resolve().parents[3].parent / "shared" / "data" / "blank_templates"
RULES = (
    TemplateRule("走访表", "户主", "right", "", "{head.name}"),
    TemplateRule("走访表", "姓名", "below", "person", "{row}. {person.name}"),
    TemplateRule("走访表", "证件号码", "below", "person", "{person.id_no}"),
    TemplateRule("走访表", "村", "right", "", "{village}"),
)
needs_blanks = pytest.mark.skipif(not BLANKS.exists(), reason="the shared blank templates are not here")


@pytest.fixture
def blank(tmp_path):
    """A form of our own: a title, two labels with their cells to the right, a table with room for two."""
    book = xlsxwriter.Workbook(tmp_path / "blank.xlsx")
    sheet, line = book.add_worksheet("表"), book.add_format({"border": 1, "bold": True})
    sheet.set_column(0, 0, 23)
    sheet.merge_range(0, 0, 0, 3, "走访表")
    for column, text in enumerate(("户主", "", "村", "")):
        sheet.write_string(1, column, text, line)
    for column, text in enumerate(("姓名", "证件号码")):
        sheet.write_string(2, column, text, line)
    sheet.write_string(5, 0, "签字")
    book.close()
    return tmp_path / "blank.xlsx"


@pytest.fixture
def home(county, a_home):
    return a_home(county, "H1", "张三丰", id_no="110105194912310021")[0]


def cells(path):
    return read_sheets(path.read_bytes(), path.name)[0].rows


def test_labels_are_found_and_filled_and_the_layout_stays(county, home, blank, tmp_path):
    done = fill_template(
        county, blank, home, tmp_path / "f.xlsx", year=2019, masked=False, reason="file card", rules=RULES
    )
    rows = cells(tmp_path / "f.xlsx")
    assert (rows[1][1], rows[1][3], rows[3][0], rows[3][1]) == (
        "张三丰",
        "东沟村",
        "1. 张三丰",
        "110105194912310021",
    )
    sheet = openpyxl.load_workbook(tmp_path / "f.xlsx").worksheets[0]
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A1:D1"]
    assert sheet.column_dimensions["A"].width == pytest.approx(23, abs=1)
    assert sheet["A2"].border.top.style == "thin"
    assert sheet["A6"].value == "签字"
    assert done.findings == ()
    assert (exports(county)[0].what, exports(county)[0].reason) == ("form blank.xlsx", "file card")


def test_a_form_is_masked_unless_somebody_says_why(county, home, blank, tmp_path):
    fill_template(county, blank, home, tmp_path / "f.xlsx", year=2019, rules=RULES)
    assert cells(tmp_path / "f.xlsx")[1][1] == "张*丰"
    with pytest.raises(RegisterError) as refused:
        fill_template(county, blank, home, tmp_path / "f.xlsx", year=2019, masked=False, rules=RULES)
    assert refused.value.code == "export.no_reason"


def test_members_beyond_the_rows_of_a_form_are_told(county, planned, blank, tmp_path):
    from fieldapp.store.exchange.running import run_import
    from fieldapp.store.records import rows

    run_import(county, planned(county, "户编号,姓名\n" + "".join(f"H1,人{at}\n" for at in range(4))))
    (household,) = rows(county, "household")
    done = fill_template(county, blank, household.id, tmp_path / "f.xlsx", year=2019, rules=RULES)
    assert {finding.params["count"] for finding in done.findings} == {4}
    assert cells(tmp_path / "f.xlsx")[5][0] == "签字"


def test_a_form_nobody_described_and_a_file_that_is_none_are_refused(county, home, blank, tmp_path):
    with pytest.raises(RegisterError) as refused:
        fill_template(county, blank, home, tmp_path / "f.xlsx", year=2019)
    assert refused.value.code == "template.unknown"
    (tmp_path / "no.xls").write_bytes(b"no form")
    with pytest.raises(RegisterError) as refused:
        fill_template(county, tmp_path / "no.xls", home, tmp_path / "f.xlsx", year=2019)
    assert refused.value.code == "template.unreadable"


@needs_blanks
def test_the_published_file_card_is_filled_in_its_own_layout(county, home, tmp_path):
    blank = BLANKS / "household_file_card_blank.xls"
    fill_template(county, blank, home, tmp_path / "f.xlsx", year=2019, masked=False, reason="card")
    rows = cells(tmp_path / "f.xlsx")
    assert "东沟村" in rows[1][0]
    assert rows[3][1:3] == ["户主", "张三丰"]
    assert rows[3][8] == "110105194912310021"
    before, after = read_form(blank), read_form(tmp_path / "f.xlsx")
    assert sorted(after.merges) == sorted(before.merges)
    labels = {place: text for place, text in before.texts.items() if place not in ((1, 0), (15, 2), (16, 2))}
    assert {place: after.texts[place] for place in labels} == labels


@needs_blanks
def test_the_published_group_count_lists_every_household_of_the_village(county, a_home, tmp_path):
    for at in range(5):
        a_home(county, f"H{at}", f"张{at}")
    fill_template(
        county, BLANKS / "household_group_count_blank.xls", VILLAGE, tmp_path / "f.xlsx", year=2019,
        masked=False, reason="count",
    )  # fmt: skip
    rows = cells(tmp_path / "f.xlsx")
    assert [row[:3] for row in rows[2:]] == [[str(at + 1), f"张{at}", "1"] for at in range(5)]
    assert "东沟村" in rows[0][0]


def test_every_rule_of_the_base_pack_names_fields_of_the_dictionary(county):
    import re

    plain = {"row", "today", "members", "village", "township"}
    for rule in template_rules():
        assert rule.place in ("self", "below", "right")
        for name in re.findall(r"\{([^}]+)\}", rule.value):
            list_name, _, key = name.partition(".")
            found = name in plain or county.dictionary.has_field(
                "person" if list_name == "head" else list_name, key
            )
            assert found, name
