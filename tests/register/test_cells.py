"""Cells to stored values: what a spreadsheet did to numbers and dates is undone, or told where it cannot be."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.errors import Finding
from fieldapp.packs import joined_dictionary, resolve_packs
from fieldapp.register.cells import cell_reader, read_column, written_cell
from fieldapp.register.checks import entered_value
from fieldapp.register.quick import quick_reader

TODAY = "2020-01-01"
DICTIONARY = joined_dictionary(resolve_packs(("cn-base",)))
FIELDS = [
    spec for name in ("household", "household_year", "person") for spec in DICTIONARY.stored_fields(name)
]


def read(list_name, key, cell, **more):
    return cell_reader(DICTIONARY.field(list_name, key), DICTIONARY, today=TODAY, **more)(cell)


@pytest.mark.parametrize("cell", [110101199003070000.0, "1.1E+17", "1.10101E+17"])
def test_an_identity_number_that_became_a_number_is_told_as_lost(cell):
    assert read("person", "id_no", cell).code == "cell.lost_digits"


@pytest.mark.parametrize(
    ("list_name", "key", "cell", "stored"),
    [
        ("household", "household_no", 1.0, "1"),
        ("household", "household_no", "007", "007"),
        ("person", "birth_date", 31118.0, "1985-03-12"),
        ("person", "birth_date", 19850312.0, "1985-03-12"),
        ("person", "birth_date", datetime(1985, 3, 12, 0, 0), "1985-03-12"),
        ("person", "birth_date", date(1985, 3, 12), "1985-03-12"),
        ("household", "exit_year", 2019.0, 2019),
        ("household", "identified_income", 0.1 + 0.2, 30),
        ("household", "identified_income", "3,700.50", 370050),
        ("household", "is_soldier_family", True, 1),
        ("household", "is_soldier_family", 0.0, 0),
        ("household", "is_soldier_family", "否", 0),
        ("person", "sex", 1.0, "1"),
        ("person", "sex", "女", "2"),
        ("person", "sex", "Male", "1"),
        ("person", "sex", "１", "1"),
        ("person", "sex", "男 性", "1"),
        ("person", "relation", "之 子", "3"),
        ("person", "ethnic", 1.0, "01"),
        ("person", "ethnic", "汉", "01"),
        ("person", "birth_date", "1985/3/12 0:00", "1985-03-12"),
        ("household", "is_soldier_family", "1.0", 1),
        ("household_year", "water_minutes", "１２", 12),
        ("household", "remark", "", None),
    ],
)
def test_cells_are_read_as_what_was_meant(list_name, key, cell, stored):
    assert read(list_name, key, cell) == stored


@pytest.mark.parametrize("cell", [5.2, "5.2", "5.2万元"])
def test_an_amount_below_a_heading_in_ten_thousands_is_that_many_yuan(cell):
    assert read("village", "collective_income", cell, heading="村集体经济收入(万元)") == 5_200_000
    assert read("village", "collective_income", cell, heading="村集體經濟收入(萬元)") == 5_200_000


def test_the_control_an_amount_below_a_plain_heading_is_yuan():
    assert read("village", "collective_income", 5.2, heading="村集体经济收入(元)") == 520
    assert read("village", "collective_income", "很多", heading="收入(万元)").code == "value.money"


def test_a_month_that_lost_its_zero_is_asked_for():
    assert read("income_sheet", "from_month", 2019.1).code == "cell.half_month"
    assert read("income_sheet", "from_month", 2019.11) == "2019-11"


def test_an_unknown_label_is_kept_in_a_finding_and_becomes_other_only_when_asked():
    found = read("household", "cause_main", "没人知道")
    assert found.code == "cell.unknown_label"
    assert "没人知道" in str(found)
    other = read("household", "cause_main", "没人知道", unknown_as_other=True)
    assert DICTIONARY.codes["poverty_cause"].code(other).zh_hans.startswith("其他")


def test_a_column_of_numbers_and_truths_keeps_them_apart():
    reader = cell_reader(DICTIONARY.field("household", "remark"), DICTIONARY, today=TODAY)
    assert read_column([1.0, True, "x"], reader).values == ["1", "TRUE", "x"]


CELLS = st.one_of(
    st.text(max_size=30),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(0, 300_000).map(lambda n: n / 100),
    st.dates(date(1900, 3, 1), date(2100, 1, 1)),
    st.sampled_from(
        ["990101198503120017", "11010119900307001X", "13912345678", " 张三 ", "1E17", "0", "-1", "00"]
    ),
)


@given(cell=CELLS, field=st.sampled_from(FIELDS))
def test_the_quick_way_says_what_the_long_way_says(cell, field):
    quick = quick_reader(field, TODAY)(cell)
    if quick is None:
        return
    if isinstance(cell, float):
        text = f"{Decimal(f'{cell:.15g}'):f}"
    else:
        text = cell if isinstance(cell, str) else cell.isoformat()
    assert entered_value(field, text, DICTIONARY, today=TODAY) == quick


@given(st.sampled_from(FIELDS), st.data())
def test_what_is_written_is_read_back(field, data):
    if field.type == "codes":
        codes = [code.id for code in DICTIONARY.codes[field.codes].items]
        value = " ".join(sorted(set(data.draw(st.lists(st.sampled_from(codes), min_size=1, max_size=3)))))
    elif field.type == "code":
        value = data.draw(st.sampled_from([code.id for code in DICTIONARY.codes[field.codes].items]))
    elif field.type in ("money", "decimal"):
        value = data.draw(st.integers(-(10**15), 10**15))
    else:
        return
    for language in ("zh_hans", "zh_hant", "en", "national"):
        cell = written_cell(field, value, DICTIONARY, language)
        cell = float(cell) if isinstance(cell, int) else cell
        found = cell_reader(field, DICTIONARY, today=TODAY)(cell)
        if not isinstance(found, Finding):
            assert found == value
        else:
            assert found.code.startswith("check.")
