"""Identity numbers: the check character, the date inside, old numbers, certificates. Every number is invented."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.domain.identity import check_digit, check_identity, normal_form, parse_identity

REGIONS = st.from_regex("99[0-9]{4}", fullmatch=True)
DAYS = st.dates(date(1900, 1, 1), date(2030, 12, 31))
SEQUENCES = st.integers(0, 999)


def a_number(region: str = "990101", day: date = date(1985, 3, 12), sequence: int = 1) -> str:
    body = f"{region}{day:%Y%m%d}{sequence:03d}"
    return body + check_digit(body)


@given(REGIONS, DAYS, SEQUENCES)
def test_a_right_number_says_its_birth_date_sex_and_region(region: str, day: date, sequence: int) -> None:
    found = parse_identity(a_number(region, day, sequence))
    assert found is not None
    assert (found.birth_date, found.region) == (day.isoformat(), region)
    assert found.sex == ("1" if sequence % 2 else "2")
    assert check_identity(found.text) is None


@given(REGIONS, DAYS, SEQUENCES, st.integers(0, 17), st.integers(1, 9))
def test_one_mistyped_digit_is_always_found(
    region: str, day: date, sequence: int, place: int, shift: int
) -> None:
    number = a_number(region, day, sequence)
    old = number[place]
    new = str((int(old) + shift) % 10) if old.isdigit() else str(shift)
    wrong = number[:place] + new + number[place + 1 :]
    assert parse_identity(wrong) is None
    assert check_identity(wrong) is not None


@given(REGIONS, DAYS, SEQUENCES, st.integers(0, 16))
def test_two_neighbours_swapped_are_found(region: str, day: date, sequence: int, place: int) -> None:
    number = a_number(region, day, sequence)
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    if swapped != number:
        assert parse_identity(swapped) is None


def test_a_number_may_end_in_x_and_be_typed_in_any_width() -> None:
    number = next(n for n in (a_number(sequence=s) for s in range(100)) if n.endswith("X"))
    wide = "".join(chr(ord(c) + 0xFEE0) for c in number.lower())
    spaced = f" {number[:6]} {number[6:14]} {number[14:]} "
    assert parse_identity(number.lower()) == parse_identity(wide) == parse_identity(spaced) != None  # noqa: E711
    assert normal_form(wide) == number


def test_an_old_number_becomes_a_new_one_and_is_marked_for_confirmation() -> None:
    new = a_number(day=date(1962, 7, 9), sequence=21)
    old = new[:6] + new[8:17]
    found = parse_identity(old)
    assert found is not None
    assert found.text == new
    finding = check_identity(old)
    assert finding is not None
    assert (finding.code, finding.severity) == ("identity.old_number", "warning")
    assert new in finding.sentence()


def test_a_disability_certificate_holds_the_identity_number() -> None:
    number = a_number()
    for certificate in (f"{number}43", f"{number}43B1"):
        found = parse_identity(certificate)
        assert found is not None
        assert found.birth_date == "1985-03-12"
    assert parse_identity(f"{number}4") is None
    assert parse_identity(f"{number}4XB1") is None


@pytest.mark.parametrize(
    "text, code",
    [
        ("", "identity.shape"),
        ("99010119850312001", "identity.shape"),
        ("99010119850312A019", "identity.shape"),
        ("٩٩٠١٠١١٩٨٥٠٣١٢٠٠١١", "identity.shape"),
        ("990101198502300018", "identity.birth_date"),
        ("990101850230001", "identity.birth_date"),
    ],
)
def test_what_is_wrong_is_named(text: str, code: str) -> None:
    finding = check_identity(text)
    assert finding is not None
    assert finding.code == code
    assert finding.sentence()


def test_the_wrong_check_character_is_named() -> None:
    number = a_number()
    wrong = number[:17] + ("1" if number[17] != "1" else "2")
    finding = check_identity(wrong)
    assert finding is not None
    assert finding.code == "identity.check_digit"


def test_a_check_digit_needs_seventeen_digits() -> None:
    with pytest.raises(ValueError):
        check_digit("9901011985031200")


@given(st.text(max_size=25))
def test_any_text_is_read_or_refused_never_a_crash(text: str) -> None:
    assert (parse_identity(text) is None) or (check_identity(text) is None) or len(normal_form(text)) == 15
