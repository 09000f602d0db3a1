"""Typing a choice by its code: which code a choice has, and when typed digits mean one and no other."""

from collections.abc import Sequence
from dataclasses import dataclass

from fieldapp.forms import Choice
from fieldapp.forms.filling.choice_codes import codes_of_values


def codes_of(choices: Sequence[Choice]) -> tuple[str, ...]:
    """The digits that choose each choice: those of the form's whole list, else by what is here."""
    told = tuple(choice.code for choice in choices)
    return told if all(told) else codes_of_values([choice.value for choice in choices])


@dataclass(frozen=True)
class Typed:
    """What digits typed so far mean: the place of a choice (or None), and whether more digits could follow."""

    digits: str
    place: int | None
    open: bool


def type_digit(before: str, digit: str, codes: Sequence[str]) -> Typed:
    """One more digit. Digits that no code begins with start anew with the last one; "" when even that is none."""
    for digits in (before + digit, digit):
        longer = any(code.startswith(digits) and code != digits for code in codes)
        place = codes.index(digits) if digits in codes else None
        if place is not None or longer:
            return Typed(digits, place, longer)
    return Typed("", None, False)
