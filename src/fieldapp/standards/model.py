"""A standard set as data: lines, settings, criteria, what they need and show. Nothing here knows a database.

Amounts are whole fen and never rounded; a county's line is data of a pack, never a constant of the program.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Words(NamedTuple):
    """One text in the three languages of the register; `texts.pick(*words)` chooses."""

    zh_hans: str
    zh_hant: str
    en: str


@dataclass(frozen=True)
class Line:
    """An income line of one area and year: `area` is a region code prefix, `amount` exact fen per person.

    `kind` is exit, standard or monitor (DOMAIN.md §4.1); `status` says how far to trust it, in the county's words.
    """

    area: str
    year: int
    kind: str
    amount: int
    status: str = ""


@dataclass(frozen=True)
class Need:
    """Facts a criterion stands on, as written (`school_status`, `member.school_status`, `:line`).

    They are asked for when the result is not known, and only while `when` is true of the record (empty: always).
    """

    facts: tuple[str, ...]
    when: str = ""
    at: int = 0


@dataclass(frozen=True)
class FigureSpec:
    """A figure shown beside the rule: the value of an expression, `per` head if given, rounded only to print.

    `kind` is money (fen), count, date or line.
    """

    label: Words
    value: str
    kind: str
    per: str = ""
    at: int = 0


@dataclass(frozen=True)
class Criterion:
    """One rule: met, not met or not known. `met` and `guard` are expressions; a guard not true means not known.

    `at` is the line in the file where the rule stands, for findings.
    """

    id: str
    title: Words
    rule: Words
    met: str
    guard: str
    needs: tuple[Need, ...]
    figures: tuple[FigureSpec, ...]
    evidence: tuple[Words, ...]
    source: tuple[str, ...]
    at: int = 0

    @property
    def zh_hans(self) -> str:
        return self.title.zh_hans

    @property
    def zh_hant(self) -> str:
        return self.title.zh_hant

    @property
    def en(self) -> str:
        return self.title.en


@dataclass(frozen=True)
class MemberList:
    """The name by which criteria speak of a child list, and its "checked, none" fact if it may really be empty.

    `present` says which of its records belong to the checked year (empty: those not ended).
    """

    name: str
    list: str
    none_fact: str = ""
    present: str = ""
    at: int = 0


@dataclass(frozen=True)
class Setting:
    """A point the source text leaves open: the value in force, and what may be chosen."""

    name: str
    value: str
    choices: tuple[str, ...]
    title: Words
    status: str = ""


@dataclass(frozen=True)
class StandardSet:
    """A whole set as it is in force: settings chosen, lines of the county joined.

    `version` changes with every edition of the text; `origin` names the file for findings.
    `ages_on` is the month and day on which ages are counted in the year that is checked.
    """

    name: str
    title: Words
    version: str
    level: str
    over: str
    ages_on: str
    lines: tuple[Line, ...]
    criteria: tuple[Criterion, ...]
    lists: Mapping[str, MemberList] = field(default_factory=dict)
    settings: tuple[Setting, ...] = ()
    origin: str = ""

    def as_of(self, year: int) -> str:
        """The day on which ages and latest tests of a checked year are counted, YYYY-MM-DD."""
        return f"{year:04d}-{self.ages_on}"
