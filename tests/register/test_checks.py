"""The checks of values and records; each has a value that passes as a control."""

import pytest

from fieldapp.domain.identity import check_digit
from fieldapp.register.checks import check_record, check_value, is_needed
from fieldapp.register.dictionary import Dictionary
from fieldapp.register.values import Value

TODAY = "2019-11-05"
NUMBER = "99010119850312001" + check_digit("99010119850312001")


@pytest.mark.parametrize(
    "place, right, wrong, code, severity",
    [
        ("household_year.water_dry_months", 12, 13, "check.range", "error"),
        ("household_year.house_m2", 100000, 100001, "check.range", "error"),
        ("household_year.road_km", 50, 51, "check.unusual", "warning"),
        ("household_year.arable_mu", 0, -1, "check.low", "error"),
        ("loan.amount", 1, 0, "check.not_more", "error"),
        ("household.identified_on", "2019-11-05", "2019-11-06", "check.future", "error"),
        ("household.identified_on", "2013-01-01", "2012-12-31", "check.low", "error"),
        ("household.phone", "13800138000", "1380013800", "check.phone", "error"),
        ("household.phone", "0939-8612345", "8612345", "check.phone", "error"),
        ("household.bank_account", "6222000000001234567", "62220000x1234567", "check.digits", "error"),
        ("household.cause_other", "1 2", "1 2 3", "check.count", "error"),
        ("person_year.health", "2 3 4", "1 3", "check.alone", "error"),
        ("person_year.health", "1", "7", "check.code", "error"),
        ("person.sex", "9", "3", "check.code", "error"),
        ("person.name", "张" * 60, "张" * 61, "check.long", "error"),
        ("person.id_no", NUMBER, NUMBER[:16] + "2" + NUMBER[17], "identity.check_digit", "error"),
        ("village.households", 1, "many", "check.number", "error"),
    ],
)
def test_a_value_is_checked(
    base: Dictionary, place: str, right: Value, wrong: Value, code: str, severity: str
) -> None:
    field = base.field(*place.split("."))
    assert check_value(field, right, base, today=TODAY) == ()
    assert check_value(field, None, base, today=TODAY) == ()
    findings = check_value(field, wrong, base, today=TODAY)
    assert (findings[0].code, findings[0].severity) == (code, severity)
    assert f"{findings[0].where.list}.{findings[0].where.field}" == place
    assert "{" not in findings[0].sentence()


def test_a_number_born_tomorrow_is_found(base: Dictionary) -> None:
    number = "99010120191106001" + check_digit("99010120191106001")
    findings = check_value(base.field("person", "id_no"), number, base, today=TODAY)
    assert [finding.code for finding in findings] == ["identity.future"]


def errors(base: Dictionary, list_name: str, **values: Value) -> list[tuple[str, str]]:
    found = check_record(list_name, values, base, today=TODAY)
    return [(finding.code, finding.where.field) for finding in found if finding.severity == "error"]


def test_sex_and_birth_date_must_match_the_identity_number(base: Dictionary) -> None:
    assert errors(base, "person", id_no=NUMBER, sex="1", birth_date="1985-03-12") == []
    assert errors(base, "person", id_no=NUMBER, sex="2", birth_date="1985-03-13") == [
        ("check.sex_differs", "sex"),
        ("check.birth_differs", "birth_date"),
    ]
    assert errors(base, "person", id_no=NUMBER, sex="9") == []


def test_one_field_is_compared_with_another(base: Dictionary) -> None:
    assert errors(base, "household_year", arable_mu=350, irrigated_mu=350) == []
    assert errors(base, "household_year", arable_mu=350, irrigated_mu=351) == [("check.high", "irrigated_mu")]
    assert errors(base, "household_year", irrigated_mu=351) == []
    assert errors(base, "loan", amount=100, balance=200) == [("check.high", "balance")]


def missing(base: Dictionary, list_name: str, **values: Value) -> set[str]:
    found = check_record(list_name, values, base, today=TODAY)
    return {finding.where.field for finding in found if finding.code == "check.missing"}


def test_what_is_needed_depends_on_what_is_known(base: Dictionary) -> None:
    assert "exit_year" not in missing(base, "household", status="0")
    assert "exit_year" in missing(base, "household", status="1")
    assert "house_rating_on" in missing(base, "household_year", house_danger="C")
    assert "house_rating_on" not in missing(base, "household_year", house_danger="A")
    assert "work_place" in missing(base, "person_year", work_months=3)
    assert "work_place" not in missing(base, "person_year", work_months=0)
    assert "disease" in missing(base, "person_year", health="2 4")
    assert "refuse_reason" in missing(base, "signature", agrees=0)


def test_derived_and_optional_fields_are_never_missing(base: Dictionary) -> None:
    gone = missing(base, "household_year")
    assert "water_safe" in gone
    assert not {"net_income", "size_end", "visit_note"} & gone
    assert not is_needed(base.field("household", "remark"), {})
