"""What a check answers: met, not met or not known, with its figures, its facts and, only if not known, what is missing.

No distance to the line is ever computed: whoever enters an income must not be shown how much is lacking.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from fieldapp.errors import Finding, Where
from fieldapp.journal.commit import Value
from fieldapp.standards.model import Criterion, Line, Words

Verdict = Literal["met", "not_met", "unknown"]


@dataclass(frozen=True)
class Figure:
    """A label and a value, both in three languages; `person` is the record id when it is one member's."""

    label: Words
    value: Words
    person: str = ""


@dataclass(frozen=True)
class Missing:
    """One thing to go and ask. `reason`: fact (a field is not known), record (none recorded yet), line (ask the county).

    `record` is where to write it: for a yearly fact the id it will have even before it exists; None where a new
    record must be added under `parent`. `person` and `name` are set for a member's fact. `label` is the field's.
    """

    list: str
    key: str
    record: str | None
    parent: str
    reason: Literal["fact", "record", "line"]
    label: Words
    person: str = ""
    name: str = ""
    year: int = 0

    def finding(self, pick: Callable[[str, str, str], str]) -> Finding:
        """The missing thing as a sentence that says what to do; `pick` chooses a language, as `Texts.pick`."""
        where = Where(list=self.list, record=self.record or self.parent, field=self.key)
        if self.reason == "line":
            return Finding(
                "standards.no_line",
                "Ask the county for its exit line of {year}; it is never assumed.",
                {"year": self.year},
                where,
                "warning",
            )
        field = pick(*self.label) or self.key
        if self.reason == "record":
            return Finding(
                "standards.no_record",
                "Nothing is recorded yet: {field}. Ask, and add it."
                if self.record is None
                else "Nothing is recorded yet. Ask and add it, or confirm: {field}.",
                {"field": field},
                where,
                "warning",
            )
        if self.name:
            return Finding(
                "standards.member_fact",
                "Not known for {name}: {field}.",
                {"name": self.name, "field": field},
                where,
                "warning",
            )
        return Finding("standards.fact", "Not known: {field}.", {"field": field}, where, "warning")


@dataclass(frozen=True, order=True)
class Fact:
    """One stored value a verdict stands on, as it was shown: list, record id, field key, stored value."""

    list: str
    record: str
    key: str
    value: Value


@dataclass(frozen=True)
class Outcome:
    """The answer to one criterion. `missing` is empty unless the verdict is unknown."""

    criterion: Criterion
    verdict: Verdict
    figures: tuple[Figure, ...]
    missing: tuple[Missing, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Checklist:
    """Every criterion of a set for one household and year. `set` and `version` name the edition of the standard."""

    set: str
    version: str
    title: Words
    household: str
    scope: str
    year: int
    as_of: str
    line: Line | None
    outcomes: tuple[Outcome, ...]

    def count(self, verdict: Verdict) -> int:
        """How many criteria have this verdict: the bar `6 ✓ 1 ✕ 1 ◌`."""
        return sum(outcome.verdict == verdict for outcome in self.outcomes)

    def shown(self) -> tuple[tuple[str, str, str, Value], ...]:
        """All that a signature stands on, as (list, record, key, value): place, year, verdicts and their facts."""
        place: list[tuple[str, str, str, Value]] = [
            ("", self.household, "set", self.set),
            ("", self.household, "year", self.year),
            ("", self.household, "as_of", self.as_of),
        ]
        verdicts = [("", outcome.criterion.id, "verdict", outcome.verdict) for outcome in self.outcomes]
        facts = {(f.list, f.record, f.key, f.value) for outcome in self.outcomes for f in outcome.facts}
        return (*place, *verdicts, *sorted(facts, key=lambda fact: fact[:3]))

    @property
    def complete(self) -> bool:
        """Whether every criterion is met. It is shown and recorded; the program decides nothing by it."""
        return all(outcome.verdict == "met" for outcome in self.outcomes)
