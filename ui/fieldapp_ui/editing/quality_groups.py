"""Findings as a worker reads them: by accuracy, by rule or by field, one line each, and where Enter goes to mend one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fieldapp.standards.quality_counts import AccuracyCount
from fieldapp.standards.quality_findings import QualityFinding
from fieldapp.standards.quality_model import ACCURACIES
from fieldapp.store.records import record
from fieldapp.store.regions import villages
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.fact_reading import FactReading
from fieldapp_ui.editing.heads import head_name
from fieldapp_ui.editing.quality_ready import is_settled
from fieldapp_ui.editing.references import record_words
from fieldapp_ui.language import tr

OF_PERSON = ("person", "person_year")
OF_HOUSEHOLD = ("household", "household_year", "income_sheet")


@dataclass(frozen=True)
class AccuracyLine:
    """One accuracy in the region in view, all its villages together."""

    accuracy: str
    errors: int
    warnings: int
    explained: int
    households: int
    faultless: int

    @property
    def share(self) -> str:
        """The share of households without an error, as "92 %", rounded down: 100 % is all. A dash for none."""
        return f"{self.faultless * 100 // self.households} %" if self.households else "—"


@dataclass(frozen=True)
class Group:
    """The findings of one rule, or of one field (`key` is then "list.field")."""

    key: str
    words: str
    severity: str
    open: tuple[QualityFinding, ...]
    explained: tuple[QualityFinding, ...]


def accuracy_names() -> dict[str, str]:
    """The eight accuracies, in their order."""
    return {
        "A1": tr("Right households"),
        "A2": tr("Facts of the household"),
        "A3": tr("Causes of poverty"),
        "A4": tr("Plans and measures"),
        "A5": tr("Policies that arrive"),
        "A6": tr("Income per person"),
        "A7": tr("Entries and exits"),
        "A8": tr("Progress of the ledgers"),
    }


def accuracy_lines(counts: Iterable[AccuracyCount]) -> tuple[AccuracyLine, ...]:
    """The eight lines, villages added up."""
    sums = {name: [0, 0, 0, 0, 0] for name in ACCURACIES}
    for one in counts:
        figures = (one.errors, one.warnings, one.explained, one.households, one.faultless)
        sums[one.accuracy] = [a + b for a, b in zip(sums[one.accuracy], figures, strict=True)]
    return tuple(AccuracyLine(name, *figures) for name, figures in sums.items())


def grouped(
    findings: Sequence[QualityFinding], accuracy: str, desk: Desk, *, by_field: bool
) -> tuple[Group, ...]:
    """The findings of an accuracy by rule, or by field to mend; errors before doubts, then by number."""
    groups: dict[str, list[QualityFinding]] = {}
    for one in findings:
        if one.accuracy == accuracy:
            groups.setdefault(f"{one.list}.{one.field}" if by_field else one.rule, []).append(one)
    words = FindingWords(desk, desk.today().year)
    made = [_group(key, found, words, by_field) for key, found in groups.items()]
    return tuple(sorted(made, key=lambda group: (group.severity != "E", group.key)))


class FindingWords:
    """The words of a finding's line and the place where it is mended."""

    def __init__(self, desk: Desk, year: int) -> None:
        self._desk, self._year = desk, year
        self._reading = FactReading(desk)
        self._villages = {one.code: one.name or one.code for one in villages(desk.vault)}

    def who(self, finding: QualityFinding) -> str:
        """The household's head, with the member it is about; else what the record is called."""
        vault = self._desk.vault
        if finding.household is None:
            return self._called(finding.over, finding.subject)
        head = head_name(vault, finding.household) or tr("No head yet")
        person = self._person(finding)
        name = self._called("person", person) if person else ""
        return f"{head} › {name}" if name and name != head else head

    def village_of(self, code: str) -> str:
        """The village's name."""
        return self._villages.get(code, code)

    def field(self, finding: QualityFinding) -> str:
        """The field to mend, after its list where that is none of the household's own."""
        dictionary = self._desk.vault.dictionary
        if not dictionary.has_field(finding.list, finding.field):
            return self._reading.list_words(finding.list)
        words = self._reading.label(dictionary.field(finding.list, finding.field))
        if finding.list in (*OF_HOUSEHOLD, *OF_PERSON):
            return words
        return f"{self._reading.list_words(finding.list)} · {words}"

    def said(self, finding: QualityFinding) -> str:
        """What is wrong and what to do."""
        return self._desk.texts.pick(*finding.words)

    def place(self, finding: QualityFinding) -> Place:
        """The very field, on the card of its household or of its own record."""
        extra = {"year": str(self._year)}
        own_card = finding.list in (*OF_HOUSEHOLD, *OF_PERSON) or not self._is_here(finding)
        if finding.household is not None and own_card:
            if person := self._person(finding):
                extra["person"] = person
            return Place("household", finding.household, finding.list, finding.field, extra)
        if finding.list.startswith("village") and self._desk.scope.code == finding.scope:
            return Place("village", "", finding.list, finding.field, extra)
        if self._is_here(finding):
            return Place("record", str(finding.record), finding.list, finding.field, extra)
        return Place("record", finding.subject, finding.over, finding.field, extra)

    def _person(self, finding: QualityFinding) -> str:
        """The member it is about; empty for none."""
        if finding.over == "person":
            return finding.subject
        for name, record_id in ((finding.list, finding.record), (finding.over, finding.subject)):
            if name == "person" and record_id:
                return record_id
            if name == "person_year" and record_id:
                found = record(self._desk.vault, name, record_id)
                return str(found.values.get("person") or "") if found else ""
        return ""

    def _is_here(self, finding: QualityFinding) -> bool:
        return (
            finding.record is not None and record(self._desk.vault, finding.list, finding.record) is not None
        )

    def _called(self, name: str, record_id: str) -> str:
        found = record(self._desk.vault, name, record_id)
        words = record_words(self._desk.vault, found, self._desk.texts) if found else ""
        return words or self._reading.list_words(name)


def _group(key: str, found: Sequence[QualityFinding], words: FindingWords, by_field: bool) -> Group:
    first = found[0]
    return Group(
        key,
        words.field(first) if by_field else words.said(first),
        "E" if any(one.severity == "E" for one in found) else "W",
        tuple(one for one in found if not is_settled(one)),
        tuple(one for one in found if is_settled(one)),
    )
