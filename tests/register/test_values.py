"""Values on their ways: typed text, stored value, ODK form text."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.errors import Finding
from fieldapp.register.dictionary import Dictionary, FieldSpec
from fieldapp.register.values import from_form, to_form, to_stored, to_text
from fieldapp.texts import texts_of

MU = FieldSpec("x", "mu", "decimal", scale=2)
YUAN = FieldSpec("x", "yuan", "money")
WHOLE = FieldSpec("x", "whole", "int")
AMOUNTS = st.integers(-(10**12), 10**12)


@pytest.mark.parametrize(
    "place, text, stored",
    [
        ("household_year.house_m2", "85.5", 8550),
        ("household_year.house_m2", "1,085", 108500),
        ("income_sheet.a", "3,700.5", 370050),
        ("household_year.water_safe", "是", 1),
        ("household_year.water_safe", "No", 0),
        ("household_year.house_danger", "B", "B"),
        ("household_year.house_danger", "B级", "B"),
        ("household_year.house_danger", "grade b, basically safe", "B"),
        ("person.relation", "户主", "1"),
        ("person.relation", "1.0", "1"),
        ("person_year.health", "患有大病、残疾", "3 4"),
        ("person_year.health", "4 3 3", "3 4"),
        ("person.birth_date", "1985年3月12日", "1985-03-12"),
        ("income_sheet.from_month", "2019-1", "2019-01"),
        ("household.planned_exit_year", "2019年", 2019),
        ("household.geo", "33.5, 104.90", "33.5 104.90"),
        ("village.groups", "3.0", 3),
        ("person.name", "  阿依·古丽 ", "阿依·古丽"),
        ("person.name", "   ", None),
    ],
)
def test_what_people_type_is_stored(base: Dictionary, place: str, text: str, stored: object) -> None:
    assert to_stored(base.field(*place.split(".")), text, base) == stored


@pytest.mark.parametrize(
    "place, text, code",
    [
        ("household_year.house_m2", "85.555", "value.decimal"),
        ("income_sheet.a", "很多", "value.money"),
        ("household_year.water_safe", "也许", "value.bool"),
        ("household_year.house_danger", "E", "value.code"),
        ("person_year.health", "1 9", "value.code"),
        ("person.birth_date", "1985-03", "value.date"),
        ("income_sheet.from_month", "2019-13", "value.month"),
        ("household.planned_exit_year", "soon", "value.year"),
        ("household.geo", "133.5 104.9", "value.point"),
        ("household.geo", "NaN 1", "value.point"),
        ("village.groups", "3.5", "value.int"),
        ("household.photo", "photo.jpg", "value.file"),
    ],
)
def test_what_does_not_convert_is_a_finding_at_its_field(
    base: Dictionary, place: str, text: str, code: str
) -> None:
    finding = to_stored(base.field(*place.split(".")), text, base)
    assert isinstance(finding, Finding)
    assert finding.code == code
    assert f"{finding.where.list}.{finding.where.field}" == place
    assert "{" not in finding.sentence()


def test_labels_can_be_refused(base: Dictionary) -> None:
    assert isinstance(to_stored(base.field("person", "sex"), "男", base, label_ok=False), Finding)


def _every_code(base: Dictionary) -> Iterator[tuple[FieldSpec, str, tuple[str, str, str]]]:
    for specs in base.fields.values():
        for spec in specs:
            if spec.type == "code":
                for code in base.codes[spec.codes].items:
                    yield spec, code.id, (code.zh_hans, code.zh_hant, code.en)


def test_every_label_of_a_shipped_list_is_read_back_as_its_code(base: Dictionary) -> None:
    wrong = [
        (spec.key, label)
        for spec, code_id, labels in _every_code(base)
        for label in labels
        if to_stored(spec, label, base) != code_id
    ]
    assert wrong == []


@given(AMOUNTS)
def test_numbers_come_back_through_a_form_as_they_were(value: int) -> None:
    for field in (MU, YUAN, WHOLE):
        assert from_form(field, to_form(field, value)) == value


@given(AMOUNTS)
def test_numbers_come_back_through_their_shown_text(value: int) -> None:
    texts = texts_of("en")
    for field in (MU, YUAN, WHOLE):
        assert to_stored(field, to_text(field, value, Dictionary(), texts), Dictionary()) == value


def test_form_text_of_each_type(base: Dictionary) -> None:
    assert from_form(base.field("household_year", "water_safe"), "1") == 1
    assert from_form(base.field("person_year", "health"), "4 2") == "2 4"
    assert (
        from_form(base.field("household", "identified_on"), "2019-05-01T00:00:00.000+08:00") == "2019-05-01"
    )
    assert from_form(base.field("household", "geo"), "33.5 104.9 1200 5") == "33.5 104.9"
    assert from_form(base.field("income_sheet", "a"), "") is None
    assert to_form(base.field("income_sheet", "a"), None) == ""
    assert to_form(base.field("household_year", "water_safe"), 0) == "0"


def test_a_sum_in_floating_point_is_read_as_meant(base: Dictionary) -> None:
    assert from_form(base.field("income_sheet", "a"), str(0.1 + 0.2)) == 30
    assert isinstance(from_form(base.field("income_sheet", "a"), "0.125"), Finding)


def test_values_are_shown_in_the_workers_language(base: Dictionary) -> None:
    zh, tw, en = texts_of("zh_CN"), texts_of("zh_TW"), texts_of("en")
    danger, health = base.field("household_year", "house_danger"), base.field("person_year", "health")
    assert [to_text(danger, "A", base, texts) for texts in (zh, tw, en)] == ["A级", "A級", "Grade A, safe"]
    assert to_text(health, "2 4", base, zh) == "长期慢性病、残疾"
    assert to_text(health, "2 4", base, en) == "Chronic disease, Disabled"
    assert to_text(base.field("household_year", "water_safe"), 1, base, zh) == "是"
    assert to_text(base.field("income_sheet", "a"), 370000, base, zh) == "3,700.00"
    assert to_text(base.field("household_year", "house_m2"), 8550, base, en) == "85.5"
    assert to_text(danger, None, base, en) == ""
    assert to_text(danger, "unheard-of", base, en) == "unheard-of"
