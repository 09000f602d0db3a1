"""单位：万元 above a table: read as that and told; several units, and the column waits for its own."""

import pytest

from fieldapp.store.exchange.running import run_import
from fieldapp.store.records import rows

VILLAGE = "990101001201"
HEAD = "户编号,户主姓名,{income}"
TABLE = HEAD + "\nH1,张三丰,0.32\nH2,李四娘,1.5\n"
INCOME = "识别时人均纯收入"


@pytest.fixture
def taken(county, planned):
    """`taken(titles, income=…)`: the findings of the import and the amounts, in fen, that it wrote."""

    def take(titles, income=INCOME):
        plan = planned(county, titles + TABLE.format(income=income))
        run_import(county, plan)
        amounts = [one.values.get("identified_income") for one in rows(county, "household", VILLAGE)]
        units = [finding for finding in plan.findings if finding.code.startswith("import.")]
        return [finding.code for finding in units if "unit" in finding.code], amounts

    return take


@pytest.mark.parametrize(
    ("titles", "income", "codes", "amounts"),
    [
        ("贫困户收入表,,\n,,单位：万元\n", INCOME, ["import.unit"], [320_000, 1_500_000]),
        ("单位：千元,,\n", INCOME, ["import.unit"], [32_000, 150_000]),
        ("单位：万元,,\n", INCOME + "（元）", [], [32, 150]),
        ("单位：元,,\n", INCOME, [], [32, 150]),
        ("单位：元,,\n", INCOME + "（万元）", [], [320_000, 1_500_000]),
        ("", INCOME, [], [32, 150]),
        ("单位：元、万元,,\n", INCOME, ["import.which_unit"], [None, None]),
        ("单位：元、万元,,\n", INCOME + "（万元）", [], [320_000, 1_500_000]),
    ],
)
def test_amounts_are_read_in_the_unit_the_table_names(taken, titles, income, codes, amounts):
    assert taken(titles, income) == (codes, amounts)


def test_the_finding_stands_at_the_heading_of_the_column(county, planned):
    plan = planned(county, "单位：元、万元,,\n" + TABLE.format(income=INCOME))
    (found,) = (one for one in plan.findings if one.code == "import.which_unit")
    assert (found.where.row, found.where.column) == (2, "C")
    assert found.params["units"] == "万元、元"
