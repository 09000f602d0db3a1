"""What an identity number tells of somebody who is being typed."""

from fieldapp.domain.identity import check_digit
from fieldapp_ui.editing.newcomer import fills

BODY = "99010119850312072"
NUMBER = BODY + check_digit(BODY)


def test_an_identity_number_fills_sex_and_birth_date() -> None:
    assert fills(NUMBER) == ("2", "1985-03-12")
    assert fills(NUMBER[:12]) == ("", "")
    wrong = NUMBER[:-1] + ("1" if NUMBER[-1] != "1" else "2")
    assert fills(wrong) == ("", "")
