"""The resident identity number (GB 11643): what it says, and whether its check character fits. Wrong is a finding."""

from dataclasses import dataclass
from typing import Literal

from fieldapp.domain.dates import parse_date
from fieldapp.errors import Finding

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
OLD_LENGTH = 15
LENGTH = 18
CERTIFICATE_LENGTHS = (20, 22)


@dataclass(frozen=True)
class IdentityNumber:
    """A number whose date exists and whose check character fits: 18 characters, or 20/22 of a disability certificate.

    `birth_date` is "YYYY-MM-DD"; `sex` is "1" male or "2" female; `region` the six digits of the division at
    registration, which may be gone since.
    """

    text: str
    birth_date: str
    sex: Literal["1", "2"]
    region: str


def check_digit(body17: str) -> str:
    """The 18th character for seventeen digits: "0"–"9" or "X" (GB 11643, ISO 7064 MOD 11-2)."""
    if len(body17) != LENGTH - 1 or not _is_digits(body17):
        raise ValueError("seventeen digits are needed")
    return _CHECK[sum(int(digit) * weight for digit, weight in zip(body17, _WEIGHTS, strict=True)) % 11]


def parse_identity(text: str) -> IdentityNumber | None:
    """The number meant by `text`: full-width, spaces and a small x are read; 15 digits become 18. None when wrong."""
    number = normal_form(text)
    if len(number) == OLD_LENGTH and _is_digits(number):
        number = _lengthened(number)
    if not _has_shape(number) or check_digit(number[:17]) != number[17]:
        return None
    birth = parse_date(number[6:14])
    if birth is None:
        return None
    return IdentityNumber(number, birth, "1" if int(number[16]) % 2 else "2", number[:6])


def check_identity(text: str) -> Finding | None:
    """What is wrong with a number, as one finding; an old 15-digit number is a warning that names the new one."""
    number = normal_form(text)
    if len(number) == OLD_LENGTH and _is_digits(number):
        return _old_number(number)
    if not _has_shape(number):
        return Finding(
            "identity.shape",
            "An identity number has 18 characters: 17 digits and a digit or X. This one has {count}. "
            "Compare it with the identity card.",
            {"count": len(number)},
        )
    if parse_date(number[6:14]) is None:
        return _no_such_day(number[6:14])
    if check_digit(number[:17]) != number[17]:
        return Finding(
            "identity.check_digit",
            "The last character of the identity number does not fit the others. "
            "One of them is mistyped: compare it with the identity card.",
        )
    return None


def normal_form(text: str) -> str:
    """Half-width characters, no spaces or hyphens, capital X."""
    return "".join(text.translate(_FULL_WIDTH).replace("-", "").split()).upper()


def _old_number(number: str) -> Finding:
    longer = _lengthened(number)
    if parse_date(longer[6:14]) is None:
        return _no_such_day(longer[6:14])
    return Finding(
        "identity.old_number",
        "This is an identity number of the old form with 15 digits. It would be {number} today: "
        "compare that with the new card.",
        {"number": longer},
        severity="warning",
    )


def _no_such_day(digits: str) -> Finding:
    return Finding(
        "identity.birth_date",
        "The identity number says the birth date {digits}, which does not exist. "
        "Compare digits 7 to 14 with the identity card.",
        {"digits": digits},
    )


def _lengthened(old: str) -> str:
    body = f"{old[:6]}19{old[6:]}"
    return body + check_digit(body)


def _has_shape(number: str) -> bool:
    if len(number) not in (LENGTH, *CERTIFICATE_LENGTHS):
        return False
    tail = number[LENGTH:]
    if tail and not (_is_digits(tail[:2]) and (len(tail) == 2 or (tail[2] == "B" and _is_digits(tail[3])))):
        return False
    return _is_digits(number[:17]) and (_is_digits(number[17]) or number[17] == "X")


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
