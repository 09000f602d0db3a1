"""What may explain a difference at the end of a year: records whose dates and movements do not agree, each a finding."""

from dataclasses import dataclass

from fieldapp.errors import Finding


@dataclass(frozen=True)
class Candidate:
    """One record to look at. `household` is where to go; `why` is a finding with its sentence; `scope` its village."""

    list: str
    record: str
    household: str
    scope: str
    why: Finding


def household_in(moved: int) -> Finding:
    """A household came in without a movement, or moved in more often than it came."""
    if moved == 0:
        return Finding(
            "year.household_without_entry",
            "This household came into the register this year and no movement says how. Enter the movement.",
        )
    return Finding(
        "year.entry_without_household",
        "A movement brings this household in this year, and its record was there before. Compare the dates.",
    )


def household_out(moved: int) -> Finding:
    """A household ended without a movement, or a movement removes one that goes on."""
    if moved == 0:
        return Finding(
            "year.household_without_removal",
            "This household ended this year and no movement says why. Enter the movement.",
        )
    return Finding(
        "year.removal_without_end",
        "A movement removes this household this year, and its record has not ended this year. Compare the dates.",
    )


def person_in(moved: int) -> Finding:
    """A person came without a movement, or a movement brings one that was here."""
    if moved == 0:
        return Finding(
            "year.person_without_joining",
            "This person joined this year and no movement says how. Enter the movement.",
        )
    return Finding(
        "year.joining_without_person",
        "A movement brings this person in this year, and the record says another year. Compare the dates.",
    )


def person_out(moved: int) -> Finding:
    """A person left without a movement, or a movement removes one that stays."""
    if moved == 0:
        return Finding(
            "year.person_without_leaving",
            "This person left this year and no movement says why. Enter the movement.",
        )
    return Finding(
        "year.leaving_without_person",
        "A movement removes this person this year, and the record has not ended this year. Compare the dates.",
    )


def wrong_people(claimed: int, counted: int) -> Finding:
    """The number of people a movement claims is not what the register counts."""
    return Finding(
        "year.people_differ",
        "This movement says {claimed} people, the register counts {counted}. Correct the one that is wrong.",
        {"claimed": claimed, "counted": counted},
    )


NO_PERSON = Finding(
    "year.movement_without_person", "This movement is of a person and names none. Name the person."
)
NO_RECORD = Finding(
    "year.movement_without_record",
    "The household or person of this movement is not in the register. Withdraw the movement or enter the record.",
)
ENDS_BEFORE = Finding(
    "year.ends_before_start", "This record ended before it began. Correct one of the two dates."
)
STATUS_DIFFERS = Finding(
    "year.status_differs",
    "The status of this household is not what its last movement made it. Correct the status or enter the movement.",
)
YEAR_WITHOUT_MOVEMENT = Finding(
    "year.status_without_movement",
    "The record names this year as the year of exit or return and no movement says so. Enter the movement.",
)
MOVES_NOTHING = Finding(
    "year.movement_changes_nothing",
    "This movement changes a status that the household already had. Compare it with the movements before.",
)
TWO_PLACES = Finding(
    "year.in_two_places",
    "This number is in the register more than once. Compare the records and end the wrong one.",
)
