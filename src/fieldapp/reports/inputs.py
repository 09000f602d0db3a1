"""What the household's papers are made of: stored values by field key, nothing read, nothing formatted.

`facts` collects them from a vault; a test writes them down. The year is always said, never "now".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fieldapp.casework import Standing
from fieldapp.journal.commit import Value

Values = Mapping[str, Value]


@dataclass(frozen=True)
class MemberFacts:
    """One member: the lasting facts and those of the year (empty where nothing is recorded)."""

    person: Values
    year: Values = field(default_factory=dict)


@dataclass(frozen=True)
class HouseholdFacts:
    """A household in a year. `village` is its name in words, `scope` the village's region code."""

    year: int
    village: str
    scope: str
    household: Values
    household_year: Values = field(default_factory=dict)
    income: Values = field(default_factory=dict)
    members: tuple[MemberFacts, ...] = ()
    loans: tuple[Values, ...] = ()
    water_tests: tuple[Values, ...] = ()

    @property
    def head(self) -> str:
        """The name of the head of the household, "" when nobody is recorded as head."""
        return next(
            (str(m.person.get("name") or "") for m in self.members if m.person.get("relation") == "1"), ""
        )

    @property
    def subject(self) -> str:
        """The household in one line: its head and its number."""
        return f"{self.head} {self.household.get('household_no') or ''}".strip()

    @property
    def exited(self) -> bool:
        """Whether the household has left poverty: it is then 脱贫户, never 贫困户."""
        return self.household.get("status") == "1"


@dataclass(frozen=True)
class Signed:
    """Where one party stands, and what its print needs besides: the worker who recorded it, the drawing as a PNG.

    `drawing` is empty for a signature on paper, and for a drawing that has not arrived on this computer.
    """

    standing: Standing
    recorded_by: str = ""
    drawing: bytes = b""


@dataclass(frozen=True)
class Imprint:
    """Who printed a sheet, and the local day and minute, "2019-11-05 10:32"."""

    worker: str
    printed_at: str
