"""The year-end reconciliation: households, people and poor people, start + in - out = end, counted in two ways.

Start and end are counted from the dates of the records; what came in and went out is counted from the movements. Where
the two do not agree there is a difference, and the records that may explain it are candidates. One pass, no clock.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from fieldapp.register.movements import PERSON_IN, PERSON_OUT

HOUSEHOLD_IN = ("identified", "split_from", "returned", "moved_in_village")
HOUSEHOLD_OUT = ("wrong_identification", "deregistered", "merged_into", "moved_out_village")
PEOPLE_IN = ("identified", "returned", "moved_in_village", *PERSON_IN, "split_from", "merged_from")
PEOPLE_OUT = (
    *("wrong_identification", "deregistered", "moved_out_village"),
    *PERSON_OUT,
    *("split_off", "merged_into"),
)
POOR_IN = PEOPLE_IN
POOR_OUT = (*PEOPLE_OUT, "exited")


@dataclass(frozen=True)
class Balance:
    """One equation. `ins` and `outs` are (kind of movement, count), every kind named, in the order of the sheet."""

    start: int
    ins: tuple[tuple[str, int], ...]
    outs: tuple[tuple[str, int], ...]
    end: int

    @property
    def difference(self) -> int:
        """What is at the end and no movement explains; 0 when the equation holds, negative when some are missing."""
        return self.end - self.start - sum(n for _, n in self.ins) + sum(n for _, n in self.outs)


@dataclass(frozen=True)
class Balances:
    """The three equations of a village or region."""

    scope: str
    households: Balance
    people: Balance
    poor: Balance

    @property
    def is_even(self) -> bool:
        """Whether all three hold."""
        return not (self.households.difference or self.people.difference or self.poor.difference)


@dataclass
class Tally:
    """One equation while it is counted."""

    start: int = 0
    end: int = 0
    ins: Counter[str] = field(default_factory=Counter)
    outs: Counter[str] = field(default_factory=Counter)

    def balance(self, ins: Sequence[str], outs: Sequence[str]) -> Balance:
        """The equation with every kind of these named."""
        return Balance(
            self.start,
            tuple((kind, self.ins[kind]) for kind in ins),
            tuple((kind, self.outs[kind]) for kind in outs),
            self.end,
        )


@dataclass
class Village:
    """The three equations of a village while they are counted."""

    households: Tally = field(default_factory=Tally)
    people: Tally = field(default_factory=Tally)
    poor: Tally = field(default_factory=Tally)

    def balances(self, scope: str) -> Balances:
        """The equations done."""
        return Balances(
            scope,
            self.households.balance(HOUSEHOLD_IN, HOUSEHOLD_OUT),
            self.people.balance(PEOPLE_IN, PEOPLE_OUT),
            self.poor.balance(POOR_IN, POOR_OUT),
        )


def total(scope: str, parts: Iterable[Balances]) -> Balances:
    """The sum of several villages: what moved between two of them stands on both sides."""
    whole = Village()
    for part in parts:
        for tally, balance in (
            (whole.households, part.households),
            (whole.people, part.people),
            (whole.poor, part.poor),
        ):
            tally.start += balance.start
            tally.end += balance.end
            tally.ins.update(dict(balance.ins))
            tally.outs.update(dict(balance.outs))
    return whole.balances(scope)
