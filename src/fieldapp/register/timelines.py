"""When a household and its people are in the register and how the household stands, on any civil day of the past.

A day is compared as text. Somebody is present on a day that is not before the first and before the last: who ends on
2019-12-31 is gone at the end of 2019, as `size_end` of the dictionary has it. What arrives later with a later date
changes no earlier day: before a movement stands what the movement changed. One thing is lost: an imported year of exit
or return that a later exit or return of the same household writes over; a snapshot keeps it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fieldapp.register.movements import EXITED, NOT_EXITED, PLANNED, RETURNED

EVER = ""
"""The first day of what was always there."""
NEVER = "~"
"""The last day of what has not ended."""

UNKNOWN = ""
"""The status of a household of which none is recorded."""
POOR = frozenset((NOT_EXITED, PLANNED, RETURNED))
Statuses = tuple[tuple[str, str], ...]
_BECOMES = {"identified": NOT_EXITED, "exited": EXITED, "returned": RETURNED}
_BEFORE = {"identified": NOT_EXITED, "exited": NOT_EXITED, "returned": EXITED}


class HouseholdDates(NamedTuple):
    """What of a household record says when it was here: civil dates, its status and years of exit and return."""

    id: str
    scope: str
    identified_on: str | None
    status: str | None
    exit_year: int | None
    return_year: int | None
    ended_on: str | None


class PersonDates(NamedTuple):
    """What of a person record says when it was here."""

    id: str
    household: str
    joined_on: str | None
    ended_on: str | None


class Move(NamedTuple):
    """A movement that was not withdrawn; `people` is the number it claims, None where it claims none."""

    id: str
    household: str
    scope: str
    kind: str
    moved_on: str
    person: str | None = None
    people: int | None = None
    other_household: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """One household: the day it came into the register in its village and the first day it is not there any more.
    `statuses` are (day, status), oldest first, the first from EVER on."""

    id: str
    scope: str
    first: str
    last: str
    statuses: Statuses

    def is_present(self, day: str) -> bool:
        """Whether the household is in the register at the end of a day."""
        return self.first <= day < self.last

    def status_on(self, day: str) -> str:
        """The status at the end of a day: "0", "1" or "3"; "" not known. A planned exit is not exited yet."""
        found = self.statuses[0][1]
        for since, status in self.statuses:
            if since > day:
                break
            found = status
        return found

    def is_poor(self, day: str) -> bool:
        """Whether the household counts as poor, not exited, at the end of a day."""
        return self.status_on(day) in POOR


def timeline_of(household: HouseholdDates, moves: Sequence[Move]) -> Timeline:
    """The timeline of a household from its record and its movements, oldest first."""
    first, arrived = household.identified_on or EVER, EVER
    for move in moves:
        if move.kind in ("split_from", "moved_in_village"):
            first = arrived = move.moved_on
            break
        if move.kind == "identified" or is_new_by_return(move, household, moves):
            first = household.identified_on or move.moved_on
            break
    statuses = _statuses(household, moves, arrived)
    return Timeline(household.id, household.scope, first, household.ended_on or NEVER, statuses)


def is_new_by_return(move: Move, household: HouseholdDates, moves: Sequence[Move]) -> bool:
    """Whether this return to poverty brings a household that was not in the register before."""
    return (
        move.kind == "returned"
        and move is moves[0]
        and household.identified_on is not None
        and household.identified_on >= move.moved_on
    )


def _statuses(household: HouseholdDates, moves: Sequence[Move], arrived: str) -> Statuses:
    changes = _changes(household, moves, arrived)
    if not changes:
        return ((EVER, _known(household)),)
    return ((EVER, _BEFORE[changes[0][1]]), *((day, _BECOMES[kind]) for day, kind in changes))


def _changes(household: HouseholdDates, moves: Sequence[Move], arrived: str) -> list[tuple[str, str]]:
    """What changed the status, oldest first: movements, and the years of a record that no movement explains."""
    changes = [(move.moved_on, move.kind) for move in moves if move.kind in _BECOMES]
    if household.status == NOT_EXITED and not changes:
        return []  # a corrected status: a year that was left standing does not contradict it
    # An imported year is known at its end only. A household that arrived from elsewhere brought its years with it.
    years: list[tuple[str, str]] = []
    for kind, year in (("exited", household.exit_year), ("returned", household.return_year)):
        if year is not None and not any(k == kind and day[:4] == str(year) for day, k in changes):
            day = f"{year}-12-31"
            years.append((min(day, arrived) if arrived[:4] >= str(year) else day, kind))
    then = changes[0][1] if changes else "returned" if household.status == EXITED else "exited"
    years.sort(key=lambda one: (one[0], one[1] == "returned" if then == "exited" else one[1] == "exited"))
    return sorted((*years, *changes), key=lambda one: one[0])


def _known(household: HouseholdDates) -> str:
    return NOT_EXITED if household.status == PLANNED else household.status or UNKNOWN
