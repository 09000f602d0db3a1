"""The dictionary reader: what it reads, and that each kind of wrong row is named with its place."""

from collections.abc import Callable

import pytest

from fieldapp.errors import Finding, PackError
from fieldapp.register.dictionary import Dictionary, join, read_dictionary

Read = Callable[..., tuple[Dictionary, tuple[Finding, ...]]]

REQUIRED_KEYS = {
    "village": "name head_name households population",
    "household": "household_no address natural_village phone bank_name bank_account household_attribute cause_main "
    "status identified_on planned_exit_year helper_name helper_phone geo",
    "person": "name sex id_no birth_date relation ethnic phone joined_on",
    "person_year": "school_status dropout_reason home_schooling health disease labour work_months "
    "ins_medical_resident ins_medical_employee ins_serious dibao",
    "household_year": "size_end net_income income_stable loans_none food_staple food_protein clothes_season bedding "
    "water_safe water_source house_danger house_m2 house_structure lives_there house_rating_on toilet power_home "
    "arable_mu road_km fuel",
    "income_sheet": "a b c d e x_excluded",
    "loan": "purpose amount balance lender borrowed_on",
    "water_test": "tested_on w1 w2 w3 w4",
    "submission": "form version year xml worker_name",
    "signature": "year subject party signer_name post signed_on mode agrees refuse_reason shown_sha256 set_version "
    "previous_sha256 image",
}


@pytest.mark.parametrize("list_name", REQUIRED_KEYS)
def test_the_base_pack_has_what_cards_and_standards_rely_on(base: Dictionary, list_name: str) -> None:
    for key in REQUIRED_KEYS[list_name].split():
        assert base.has_field(list_name, key), f"{list_name}.{key}"


def test_every_list_field_and_code_is_named_in_three_languages(base: Dictionary) -> None:
    named = [
        *base.lists.values(),
        *(spec for specs in base.fields.values() for spec in specs),
        *(code for codes in base.codes.values() for code in codes.items),
    ]
    assert len(named) > 300
    nameless = [item for item in named if not (item.zh_hans and item.zh_hant and item.en)]
    assert nameless == []


def test_every_section_of_a_field_has_a_label(base: Dictionary) -> None:
    sections = {spec.section for specs in base.fields.values() for spec in specs}
    assert sections <= {code.id for code in base.codes["section"].items}


def test_every_field_says_where_it_comes_from(base: Dictionary) -> None:
    assert [spec.key for specs in base.fields.values() for spec in specs if not spec.source] == []


def test_what_identifies_a_person_is_masked(base: Dictionary) -> None:
    masks = {key: base.field("person", key).mask for key in ("name", "id_no", "birth_date", "phone")}
    assert masks == {"name": "name", "id_no": "id", "birth_date": "birth", "phone": "phone"}
    assert base.field("household", "bank_account").mask == "bank"
    assert base.field("person_year", "health").mask == base.field("person_year", "disease").mask == "health"


def test_the_income_sheet_merges_as_one(base: Dictionary) -> None:
    assert {field.merge_name for field in base.stored_fields("income_sheet")} == {"sheet"}
    assert base.groups("household_year")["water_safe"] == "water_safe"


def test_a_child_has_its_parent_and_year_as_columns(base: Dictionary) -> None:
    assert [field.key for field in base.key_fields("household_year")] == ["household", "year"]
    assert [field.type for field in base.key_fields("person")] == ["ref"]
    assert {spec.name for spec in base.children("household")} >= {"person", "household_year", "loan"}


def test_derived_fields_are_never_stored(base: Dictionary) -> None:
    assert [field.key for field in base.derived_fields("household_year")] == [
        "size_start",
        "size_end",
        "net_income",
        "is_planned_this_year",
    ]
    assert not {"size_end", "net_income"} & {field.key for field in base.stored_fields("household_year")}


def test_a_good_row_has_no_finding(read: Read) -> None:
    dictionary, findings = read()
    assert findings == ()
    assert dictionary.field("household", "no").en == "Number"
    with pytest.raises(KeyError):
        dictionary.field("household", "nothing")


@pytest.mark.parametrize(
    "row, code, column",
    [
        ("household,a,colour,,,,O,,,,,,,20,,,甲,甲,A,design,1", "dictionary.unknown_word", "type"),
        ("household,no,text,,,,O,,,,,,,20,,,甲,甲,A,design,1", "dictionary.duplicate_field", "key"),
        ("household,a,code,nolist,,,O,,,,,,,20,,,甲,甲,A,design,1", "dictionary.unknown_codes", "codes"),
        ("household,a,ref,nolist,,,O,,,,,,,20,,,甲,甲,A,design,1", "dictionary.unknown_target", "codes"),
        ("household,a,ref,,,,O,,,,,,,20,,,甲,甲,A,design,1", "dictionary.unknown_target", "codes"),
        ("village,a,text,,,,O,,,,,,,20,,,甲,甲,A,design,1", "dictionary.unknown_list", "list"),
        ("household,A b,text,,,,O,,,,,,,20,,,甲,甲,A,design,1", "dictionary.name", "key"),
        ("household,scope,text,,,,O,,,,,,,20,,,甲,甲,A,design,1", "dictionary.taken_key", "key"),
        ("household,a,text,,,,M,,,,,,,20,,,甲,甲,A,design,1", "dictionary.unknown_word", "req"),
        ("household,a,text,,,,O,,,,secret,,,20,,,甲,甲,A,design,1", "dictionary.unknown_word", "mask"),
        ("household,a,text,,,,O,,,,,soon,,20,,,甲,甲,A,design,1", "dictionary.unknown_word", "find"),
        ("household,a,decimal,,two,,O,,,,,,,20,,,甲,甲,A,design,1", "dictionary.not_a_number", "scale"),
        ("household,a,int,,,,D,,,,,,,20,,,甲,甲,A,design,1", "dictionary.derived", "derived"),
    ],
)
def test_a_wrong_row_is_left_out_and_named(read: Read, row: str, code: str, column: str) -> None:
    dictionary, findings = read(row)
    found = [(f.code, f.where.file, f.where.row, f.where.column, f.severity) for f in findings]
    assert found == [(code, "dictionary/fields.csv", 3, column, "error")]
    assert len(dictionary.fields["household"]) == 1
    assert "{" not in findings[0].sentence()


def test_a_missing_label_is_a_warning_and_the_row_stands(read: Read) -> None:
    dictionary, findings = read("household,a,text,,,,O,,,,,,,20,,,甲,,A,design,1")
    assert [(f.code, f.where.column, f.severity) for f in findings] == [
        ("dictionary.no_label", "zh_hant", "warning")
    ]
    assert dictionary.has_field("household", "a")


@pytest.mark.parametrize(
    "check, when",
    [("nonsense", ""), (">=unknown_field", ""), ("max:ten", ""), ("", "nothing=1"), ("", "no")],
)
def test_a_rule_that_is_not_understood_is_a_finding(read: Read, check: str, when: str) -> None:
    _, findings = read(f"household,a,int,,,,C,{when},{check},,,,,20,,,甲,甲,A,design,1")
    assert [f.code for f in findings] == ["dictionary.rule"]


def test_broken_rows_are_passed_over_and_the_rest_is_read(read: Read) -> None:
    dictionary, findings = read("household,a,text", "", "household,b,text,,,,O,,,,,,,20,,,甲,甲,B,design,1")
    assert [(f.code, f.where.row) for f in findings] == [("dictionary.cells", 3)]
    assert dictionary.has_field("household", "b")


def test_a_table_that_cannot_be_read_on_is_a_finding(read: Read) -> None:
    _, findings = read('household,"a"x,text,,,,O,,,,,,,20,,,甲,甲,A,design,1')
    assert [f.code for f in findings] == ["dictionary.csv"]


def test_a_heading_without_its_columns_is_refused() -> None:
    with pytest.raises(PackError, match="key_by") as raised:
        read_dictionary("list,parent\nx,\n", "", {})
    assert raised.value.code == "dictionary.heading"


@pytest.mark.parametrize(
    "row, code",
    [
        ("household,,uuid,,户,戶,Again", "dictionary.duplicate_list"),
        ("person,nobody,uuid,,人,人,Person", "dictionary.unknown_parent"),
        ("person,,monthly,,人,人,Person", "dictionary.key_by"),
        ("person,,year,,人,人,Person", "dictionary.year_needs_parent"),
        ("person,household,uuid,name,人,人,Person", "dictionary.title_field"),
        ("person,person,uuid,,人,人,Person", "dictionary.parent_circle"),
    ],
)
def test_a_wrong_list_is_named(read: Read, row: str, code: str) -> None:
    lists = "list,parent,key_by,title_field,zh_hans,zh_hant,en\nhousehold,,uuid,no,户,戶,Household\n"
    _, findings = read(lists=f"{lists}{row}\n")
    assert [f.code for f in findings] == [code]


def test_wrong_codes_are_named(read: Read) -> None:
    table = "id,zh_hans,zh_hant,en\n1,是,是,Yes\n1,否,否,No\n,无,無,None\na b,甲,甲,A\n"
    dictionary, findings = read(codes={"yes": table})
    assert [f.code for f in findings] == [
        "dictionary.duplicate_code",
        "dictionary.no_code",
        "dictionary.code_space",
    ]
    assert [code.id for code in dictionary.codes["yes"].items] == ["1"]


def test_a_later_pack_adds_fields_and_replaces_what_it_names_again(read: Read) -> None:
    base, _ = read()
    heading = (
        "list,key,type,codes,scale,unit,req,when,check,group,mask,find,section,order,nat,derived,"
        "zh_hans,zh_hant,en,source,since\n"
    )
    more, findings = read_dictionary(
        "list,parent,key_by,title_field,zh_hans,zh_hant,en\n",
        heading
        + "household,no,text,,,,R,,,,,,,10,,,户号,戶號,Household no,design,1\n"
        + "household,gs_kind,code,yes,,,O,,,,,,,5,,,类,類,Kind,design,1\n",
        {},
        base,
    )
    assert findings == ()
    joined = join(base, more)
    assert [field.key for field in joined.fields["household"]] == ["gs_kind", "no"]
    assert joined.field("household", "no").req == "R"
    assert base.field("household", "no").req == "O"
