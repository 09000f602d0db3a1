"""A new member while it is typed."""

from fieldapp.domain.identity import check_digit
from fieldapp_ui.editing.newcomer import Newcomer, fills

BODY = "99010119850312072"
NUMBER = BODY + check_digit(BODY)


def test_an_identity_number_fills_sex_and_birth_date() -> None:
    assert fills(NUMBER) == ("2", "1985-03-12")
    assert fills(NUMBER[:12]) == ("", "")
    assert dict(Newcomer("薛小见", NUMBER, "4").values()) == {
        "name": "薛小见",
        "id_no": NUMBER,
        "relation": "4",
        "sex": "2",
        "birth_date": "1985-03-12",
    }


def test_a_wrong_last_digit_and_a_missing_name_are_said() -> None:
    assert [finding.code for finding in Newcomer("").findings()] == ["newcomer.name"]
    wrong = NUMBER[:-1] + ("1" if NUMBER[-1] != "1" else "2")
    assert len(Newcomer("薛小见", wrong).findings()) == 1
    assert Newcomer("薛小见", NUMBER).findings() == ()


def test_a_member_without_a_number_stays_unknown_where_nothing_was_typed() -> None:
    assert dict(Newcomer(" 薛小见 ", birth_date="19850312").values()) == {
        "name": "薛小见",
        "birth_date": "1985-03-12",
    }
