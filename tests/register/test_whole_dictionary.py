"""Every row of the register's tables is a field, or was decided to be split or merged; every code list is there."""

import json
import re
from pathlib import Path

import pytest

from fieldapp.register.declarations import RECORD_COLUMNS, Dictionary
from fieldapp.register.values import to_stored

ROOT = Path(__file__).resolve().parents[2]
DECISION = ROOT / "docs" / "decisions" / "0012-the-whole-dictionary.md"
CODELISTS = ROOT.parent / "shared" / "domain" / "codelists.json"
# Which lists of ours a table of the register became, and its rows.
TABLES = {
    "household": ("household", "household_year"),
    "person": ("person", "person_year"),
    "village": ("village", "village_year"),
    "team": ("resident_team", "team_member", "helper"),
    "income": ("income_sheet",),
    "monitor": ("monitor",),
}
ROWS = {
    "household": """household_no region_code natural_village address geo head_person phone bank_name bank_account
        identification_standard household_attribute cause_main cause_other cause_note is_soldier_family is_one_child
        is_two_daughters identified_on identified_income planned_exit_year is_planned_this_year status exit_year
        return_year return_reason relocation_household relocation_mode resettlement resettlement_site relocation_reason
        moved_in_on old_house_removed size_start size_end arable_mu irrigated_mu forest_mu returned_mu fruit_mu
        pasture_mu water_mu power_production power_home broadcast road_km access_road house_m2 house_structure
        house_danger house_rating_on rebuild_year water_difficult water_safe water_source water_minutes
        water_dry_months toilet fuel in_cooperative led_by_enterprise led_by_pioneer income_stable big_loan red_flags
        policy_poor_flags house_photo signature""",
    "person": """person_no name sex id_doc_type id_no birth_date relation ethnic political education school_status
        school_name dropout_reason health disease disability_cat disability_grade labour can_mandarin in_service
        work_area work_region work_months work_unit work_wage work_channel public_post public_post_months
        ins_medical_resident ins_medical_employee ins_serious ins_commercial medical_aid ins_pension_resident
        ins_pension_employee ins_accident dibao tekun doctor_contract phone special_groups left_with joined_on
        join_reason left_on leave_reason""",
    "village": """region_code attributes landform direction head_name head_phone party_members groups households
        poor_households dibao_households wubao_households population poor_population dibao_population
        wubao_population disabled_population minority_population women left_children empty_nest labour_force migrants
        arable_mu irrigated_mu forest_mu returned_mu fruit_mu pasture_mu water_mu income_pc collective_income
        cooperative_count leading_entity pv_station special_industry road_town_hard road_town_gap_km road_bed_m
        road_width_m bus nv_no_hard_road nv_no_hard_km water_unsafe_households water_difficult_households
        power_home_missing power_nv power_three_phase dangerous_houses no_house medical_insured pension_insured clinic
        doctors village_doctors nearest_clinic_min public_toilets waste_points waste_removed waste_treated
        culture_room service_centre sports broadband_households broadband_village broadband_school
        mobile_net_households informants preschool_rate dropouts rain_dew microcredit relocation_households organs
        party_state""",
    "team": """unit_name unit_contact unit_affiliation member_name member_id member_post role political education
        skill phone from_on to_on helper_household helper_from helper_to attendance""",
    "income": """a a1 a2 a3 a4 a5 b b1 b2 b3 b4 c c1 c2 c3 c4 c5 d d1 d2 d3 d4 d5 d6 e e1 e2 e3 e4 f1 f2 g h i x""",
    "monitor": """monitor_type found_on channel visit_on authorised monitored_on line income risks dev_state measures
        helper visits removed removed_on mode returned""",
}
KEYS = [(table, key) for table, keys in ROWS.items() for key in keys.split()]
# Of the national columns that public code shows, some of each table and every line of the sheet.
NATIONAL = {
    "household.household_no": "aac001",
    "household.bank_account": "aac004",
    "household.is_one_child": "aac009",
    "household_year.pasture_mu": "aac306",
    "household_year.led_by_pioneer": "aac089",
    "person.person_no": "aab001",
    "person_year.ins_pension_resident": "aab014",
    "person_year.ins_pension_employee": "aab020",
    "village_year.party_members": "aad037",
    "village_year.broadband_school": "aad412",
    "resident_team.unit_affiliation": "aap004",
    "team_member.role": "aak031",
    "pairing.from_on": "aar020",
    "income_sheet.c1": "aac092",
    "income_sheet.d1": "aac076",
    "income_sheet.d2": "aac077",
    "income_sheet.d4": "aac087",
    "income_sheet.d6": "aac083",
}
# Lists whose ids here are words, and the national table behind them.
IN_WORDS = {"school_status": "school_status_2019", "dropout_reason": "dropout_reason"}


def decided() -> dict[str, list[tuple[str, str]]]:
    """Row → the fields the decision names for it."""
    lines = re.findall(
        r"^\| ([a-z]+\.[a-z_]+) \| (?:split|merged) \| ([^|]+) \|", DECISION.read_text("utf-8"), re.M
    )
    return {row: re.findall(r"`([a-z_]+)\.([a-z0-9_]+)`", targets) for row, targets in lines}


def stands(base: Dictionary, list_name: str, key: str) -> bool:
    return list_name in base.lists and (key in RECORD_COLUMNS or base.has_field(list_name, key))


@pytest.mark.parametrize(("table", "key"), KEYS)
def test_every_row_is_a_field_or_was_decided_to_be_split_or_merged(
    base: Dictionary, table: str, key: str
) -> None:
    fields = [(name, key) for name in TABLES[table] if base.has_field(name, key)]
    places = fields or decided().get(f"{table}.{key}", [])
    assert places, "neither a field nor in the decision"
    assert all(stands(base, *place) for place in places)


def test_the_decision_explains_no_row_that_is_a_field_or_that_nobody_asked_for() -> None:
    rows = {f"{table}.{key}" for table, key in KEYS}
    assert decided().keys() <= rows


@pytest.mark.parametrize(("field", "column"), NATIONAL.items())
def test_a_field_knows_its_national_column(base: Dictionary, field: str, column: str) -> None:
    assert base.field(*field.split(".")).nat == column


def test_every_label_stands_in_three_languages_and_every_section_has_a_title(base: Dictionary) -> None:
    every = [*base.lists.values(), *(field for fields in base.fields.values() for field in fields)]
    every += [code for codes in base.codes.values() for code in codes.items]
    assert not [named for named in every if not (named.zh_hans and named.zh_hant and named.en)]
    assert {f.section for fields in base.fields.values() for f in fields} <= {
        c.id for c in base.codes["section"].items
    }


def test_english_labels_hold_no_chinese_and_traditional_ones_no_simplified(base: Dictionary) -> None:
    fields = [field for fields in base.fields.values() for field in fields]
    assert not [field.en for field in fields if re.search(r"[\u4e00-\u9fff]", field.en)]
    assert not [
        (field.list, field.key)
        for field in fields
        if re.search(r"[贫户员务证县镇乡办项资产总数说类别对应处结检测议诉单时问题]", field.zh_hant)
    ]


def test_a_reference_names_a_list(base: Dictionary) -> None:
    refs = [field for fields in base.fields.values() for field in fields if field.type == "ref"]
    assert len(refs) > 20
    assert all((field.codes or field.key) in base.lists for field in refs)


def test_a_worker_types_the_national_number_where_our_code_is_a_word(base: Dictionary) -> None:
    school, reason = base.field("person_year", "school_status"), base.field("person_year", "dropout_reason")
    assert [to_stored(school, text, base) for text in ("1", "3", "25", "out")] == [
        "out",
        "primary",
        "postgraduate",
        "out",
    ]
    assert to_stored(reason, "9.0", base) == "other"
    assert to_stored(reason, "2", base, label_ok=False) == "disabled"


def test_an_older_edition_is_read_by_its_labels(base: Dictionary) -> None:
    attribute, school = (
        base.field("household", "household_attribute"),
        base.field("person_year", "school_status"),
    )
    for code in base.codes["household_attribute_2014"].items:
        assert isinstance(to_stored(attribute, code.zh_hans, base), str), code
        assert to_stored(attribute, code.zh_hant, base) == to_stored(attribute, code.zh_hans, base)
    for code in base.codes["school_status_2016"].items:
        assert isinstance(to_stored(school, code.zh_hans, base), str), code
        assert to_stored(school, code.zh_hant, base) == to_stored(school, code.zh_hans, base)
    assert to_stored(attribute, "五保户", base) == "3"
    assert to_stored(attribute, "低保户", base) != to_stored(attribute, "低保贫困户", base)


@pytest.mark.skipif(
    not CODELISTS.is_file(), reason="the specification's code lists are not beside the project"
)
def test_every_code_list_of_the_specification_is_there_with_every_label(base: Dictionary) -> None:
    asked = json.loads(CODELISTS.read_text("utf-8"))["lists"]
    assert len(asked) == 53
    for name, table in asked.items():
        ours = base.codes[name]
        for item in table["items"]:
            found = ours.by_number(item["id"]) if name in IN_WORDS else ours.code(item["id"])
            assert found is not None, (name, item["id"])
            assert found.zh_hans == item["zh-Hans"], (name, item["id"])
        assert name in IN_WORDS or len(ours.items) == len(table["items"])
    for ours_name, theirs in IN_WORDS.items():
        labels = {item["id"]: item["zh-Hans"] for item in asked[theirs]["items"]}
        assert {code.nat: code.zh_hans for code in base.codes[ours_name].items if code.nat} == labels
