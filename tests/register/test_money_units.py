"""The unit of amounts: what headings and titles say is understood, and nothing else is taken for it."""

import pytest

from fieldapp.packs import joined_dictionary, resolve_packs
from fieldapp.register.cells import cell_reader
from fieldapp.register.money_units import unit_of_heading, units_of_titles

DICTIONARY = joined_dictionary(resolve_packs(("cn-base",)))


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("收入(万元)", "万元"),
        ("收入 單位：萬元", "万元"),
        ("贷款（千元）", "千元"),
        ("投资额（亿元）", "亿元"),
        ("收入（元）", "元"),
        ("收入（元/人）", "元"),
        ("补助金额元", "元"),
        ("收入", ""),
        ("元旦慰问", ""),
    ],
)
def test_a_heading_names_its_unit_or_none(heading, unit):
    assert unit_of_heading(heading) == unit


@pytest.mark.parametrize(
    ("row", "units"),
    [
        (["单位：万元", "", ""], {"万元"}),
        (["2019年村集体收入表", "", "單位:萬元"], {"万元"}),
        (["2019年村集体收入统计表（万元）"], {"万元"}),
        (["填报单位：示例村", "", "计量单位：户、人、千元"], {"千元"}),
        (["单位 元"], {"元"}),
        (["单位：元、万元"], {"元", "万元"}),
        (["填报单位：示例县", "2019年"], set()),
        (["去年投入三万元的项目"], set()),
        ([45.0, True], set()),
        (["基本", "人口", "收入（万元）", "住房", "教育"], set()),
    ],
)
def test_a_title_names_the_unit_of_its_table(row, units):
    assert units_of_titles([row]) == units


@pytest.mark.parametrize(
    ("cell", "heading", "unit", "fen"),
    [
        (5.2, "收入", "万元", 5_200_000),
        (5.2, "收入（元）", "万元", 520),
        (5.2, "收入（千元）", "万元", 520_000),
        ("5.2万元", "收入", "千元", 5_200_000),
        ("52000元", "收入", "万元", 5_200_000),
        ("0.0001", "收入", "亿元", 1_000_000),
        (5.2, "收入", "", 520),
    ],
)
def test_an_amount_is_read_by_its_own_unit_then_its_headings_then_its_tables(cell, heading, unit, fen):
    field = DICTIONARY.field("village", "collective_income")
    assert cell_reader(field, DICTIONARY, today="2020-01-01", heading=heading, unit=unit)(cell) == fen


def test_only_money_has_a_unit_of_money():
    field = DICTIONARY.field("household_year", "water_minutes")
    assert cell_reader(field, DICTIONARY, today="2020-01-01", unit="万元")(12.0) == 12
