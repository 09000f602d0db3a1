"""Quality rules as data: what each looks for, where, how hard, in which years, and what its sentence says to do.

A rule finds wrong or doubtful records; it never ranks a person, and attendance is never one of them (PRODUCT.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fieldapp.standards.model import Words

ACCURACIES = ("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8")
SEVERITIES = ("E", "W")
LEVELS = (
    "household",
    "person",
    "village",
    "register",
    "income",
    "plan",
    "record",
    "monitor",
    "project",
    "task",
    "helper",
)
PRESENCE = ("present", "ended", "all")


@dataclass(frozen=True)
class QualityCheck:
    """One condition over the records of a list: a finding where it is true, none where it is false or not known.

    `over`: the list; `rows`: those present, those ended, or all; `points_list`/`points_key`: the field to mend.
    `exit_criteria`: only where a criterion of the exit standard is besides not met or not known.
    """

    over: str
    when: str
    points_list: str
    points_key: str
    rows: str = "present"
    exit_criteria: bool = False
    at: int = 0


@dataclass(frozen=True)
class QualityRule:
    """A rule of DOMAIN.md §12: `severity` E blocks approval (never saving), W is looked at or explained once.

    `years` are the first and last year in which it asks, 0 for open; `set` and `origin` name where it stands. `live` is
    false for what compares with a poverty line (while an income is typed it would tell how much is missing) and for what
    reads the whole village.
    """

    id: str
    accuracy: str
    severity: str
    level: str
    words: Words
    checks: tuple[QualityCheck, ...]
    years: tuple[int, int] = (0, 0)
    source: tuple[str, ...] = ()
    note: str = ""
    live: bool = True
    set: str = ""
    origin: str = ""
    at: int = 0

    def holds_in(self, year: int) -> bool:
        """Whether the rule asks in this year."""
        first, last = self.years
        return first <= year and (not last or year <= last)


@dataclass(frozen=True)
class LinkedList:
    """A list by the name that conditions give it. `by`: the ref field that leads from it to the checked record.

    `present` says which of its records take part (empty: those not ended).
    """

    name: str
    list: str
    by: str = ""
    present: str = ""
    at: int = 0


@dataclass(frozen=True)
class Threshold:
    """A number or text of the rules that a county may set otherwise; `status` says how far to trust the value."""

    name: str
    value: int | str
    title: Words
    status: str


@dataclass(frozen=True)
class Cause:
    """A cause of poverty: what shows it in the register, which rules check that, and which measures answer it.

    Source: DOMAIN.md §12.1. `measures` are codes of `measure_group`; empty means any measure answers.
    """

    code: str
    evidence: Words
    rules: tuple[str, ...]
    measures: tuple[str, ...]


@dataclass(frozen=True)
class QualitySet:
    """The rules in force: those of every pack joined by id, with their lists, thresholds and the matrix of causes."""

    rules: Mapping[str, QualityRule] = field(default_factory=dict)
    lists: Mapping[str, LinkedList] = field(default_factory=dict)
    thresholds: Mapping[str, Threshold] = field(default_factory=dict)
    causes: Mapping[str, Cause] = field(default_factory=dict)
    risks: Mapping[str, Cause] = field(default_factory=dict)

    def values(self) -> dict[str, int | str]:
        """The thresholds as parameters of a statement."""
        return {name: threshold.value for name, threshold in self.thresholds.items()}
