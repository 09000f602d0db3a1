"""Headings to fields: keys, national codes, three languages, likeness, contents; a guess says how sure it is."""

import pytest

from fieldapp.errors import RegisterError
from fieldapp.packs import joined_dictionary, resolve_packs
from fieldapp.register.guessing import guess_mapping, heading_of, vocabulary
from fieldapp.register.headings import core, plain
from fieldapp.register.mapping import Target, mapping_from_text, mapping_to_text
from fieldapp.register.workbook import read_sheets
from fieldapp.resources import resource

DICTIONARY = joined_dictionary(resolve_packs(("cn-base",)))
SYNONYMS = resource("packs", "cn-base", "templates", "synonyms.csv").read_text("utf-8")
WORDS = vocabulary(DICTIONARY, "household", SYNONYMS)


def guessed(text: str):
    (sheet,) = read_sheets(text.encode(), "a.csv")
    headings = heading_of(sheet, WORDS)
    return headings, guess_mapping(headings, sheet, "household", DICTIONARY, WORDS)


def targets(mapping) -> list[str]:
    return [str(column.target) for column in mapping.columns]


def test_headings_of_one_meaning_are_one_text():
    assert plain("户编号 （必填）*") == plain("戶編號(必填)")
    assert core("家庭纯收入（元）") == core("家庭純收入")


@pytest.mark.parametrize(
    "text",
    [
        "household_no,person.name,id_no\n1,甲,x\n",
        "aac001,aab002,aab004\n1,甲,x\n",
        "户编号,姓名,证件号码\n1,甲,x\n",
        "戶編號,姓名,證件號碼\n1,甲,x\n",
        "Household number,Name,Document number\n1,甲,x\n",
        "某镇花名册,,\n填报单位:某村,,\n户编号(必填),成员姓名,公民身份号码\n1,甲,x\n",
    ],
)
def test_a_heading_known_outright_needs_no_confirmation(text):
    _, mapping = guessed(text)
    assert targets(mapping) == ["household.household_no", "person.name", "person.id_no"]
    assert not mapping.unsure


def test_titles_above_and_a_second_row_of_codes_are_passed_over():
    headings, _ = guessed("花名册,,\n户编号,姓名,证件号码\naac001,aab002,aab004\n1,甲,x\n")
    assert (headings.row, headings.data) == (1, 3)


@pytest.mark.parametrize("row", ["A1,13900000001,a2", "a1,a2,d", "A1,电话,b"])
def test_a_household_whose_number_is_the_name_of_another_field_is_no_second_heading(row):
    headings, _ = guessed(f"household_no,phone,remark\n{row}\n")
    assert (headings.row, headings.data) == (0, 1)


def test_a_heading_under_a_group_takes_the_word_above_where_it_is_blank():
    headings, mapping = guessed("户编号,成员,\n,姓名,证件号码\n1,甲,x\n")
    assert headings.texts == ("户编号", "姓名", "证件号码")
    assert targets(mapping)[0] == "household.household_no"


def test_a_column_without_a_known_heading_is_known_by_what_it_holds_and_waits_for_confirmation():
    _, mapping = guessed("户编号,姓名,号码\n1,甲,11010519491231002X\n2,乙,11010519491231002X\n")
    column = mapping.columns[2]
    assert column.target == Target("person", "id_no")
    assert column in mapping.unsure
    assert "looks like" in str(column.why)
    assert mapping.only_sure().columns[2].target is None
    assert not mapping.confirmed().unsure


def test_a_heading_that_is_only_like_a_label_is_a_guess_with_its_label():
    _, mapping = guessed("户编号,姓名,年末住房面积\n1,甲,80\n")
    column = mapping.columns[2]
    assert column.target == Target("household_year", "house_m2")
    assert column.confidence < 0.9
    assert "住房" in str(column.why)


def test_no_field_is_meant_by_two_columns():
    _, mapping = guessed("户编号,姓名,成员姓名,身份证号,公民身份号码\n1,甲,甲,x,x\n")
    told = [target for target in targets(mapping) if target != "None"]
    assert len(told) == len(set(told))


def test_a_mapping_is_kept_as_text_and_corrected_by_a_person():
    headings, mapping = guessed("户编号,姓名,号码\n1,甲,11010519491231002X\n")
    corrected = mapping.with_target(2, Target("person", "phone")).with_target(1, None)
    again = mapping_from_text(mapping_to_text(corrected), headings, DICTIONARY, "household")
    assert targets(again) == ["household.household_no", "None", "person.phone"]
    assert again.data_row == 1
    with pytest.raises(RegisterError) as refused:
        mapping_from_text('{"columns": {"x": "household.nonsense"}}', headings, DICTIONARY, "household")
    assert refused.value.code == "mapping.unknown_target"
