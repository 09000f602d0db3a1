"""Findings counted by accuracy and village, by rule, by field: households without an error beside the counts.

Nobody is ranked: a count belongs to a village and a fact, never to a worker (PRODUCT.md).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fieldapp.standards.quality_findings import QualityFinding
from fieldapp.standards.quality_model import ACCURACIES


@dataclass(frozen=True)
class AccuracyCount:
    """One accuracy in one village. `households`: those on record; `faultless`: those without an error finding.

    Errors and warnings are findings not explained; `explained` are warnings that are.
    """

    scope: str
    accuracy: str
    households: int
    faultless: int
    errors: int
    warnings: int
    explained: int


def count_by_accuracy(
    findings: Iterable[QualityFinding], households: Mapping[str, int]
) -> tuple[AccuracyCount, ...]:
    """The eight counts of each village of `households` (scope → how many), in the order of villages and accuracies.

    A finding that belongs to no household (a village's, a project's) counts, and takes from nobody's share.
    """
    errors, warnings, explained = (
        Counter[tuple[str, str]](),
        Counter[tuple[str, str]](),
        Counter[tuple[str, str]](),
    )
    faulty: dict[tuple[str, str], set[str]] = {}
    for finding in findings:
        place = (finding.scope, finding.accuracy)
        if finding.explained and finding.severity == "W":
            explained[place] += 1
            continue
        (errors if finding.severity == "E" else warnings)[place] += 1
        if finding.severity == "E" and finding.household is not None:
            faulty.setdefault(place, set()).add(finding.household)
    return tuple(
        AccuracyCount(
            scope,
            accuracy,
            households[scope],
            households[scope] - len(faulty.get((scope, accuracy), ())),
            errors[scope, accuracy],
            warnings[scope, accuracy],
            explained[scope, accuracy],
        )
        for scope in sorted(households)
        for accuracy in ACCURACIES
    )


def by_rule(findings: Iterable[QualityFinding]) -> dict[str, tuple[QualityFinding, ...]]:
    """Rule id → its findings, rules in the order of their ids."""
    return _grouped((finding.rule, finding) for finding in findings)


def by_field(findings: Iterable[QualityFinding]) -> dict[str, tuple[QualityFinding, ...]]:
    """`list.field` → the findings to mend there."""
    return _grouped((f"{finding.list}.{finding.field}", finding) for finding in findings)


def _grouped(pairs: Iterable[tuple[str, QualityFinding]]) -> dict[str, tuple[QualityFinding, ...]]:
    groups: dict[str, list[QualityFinding]] = {}
    for key, finding in pairs:
        groups.setdefault(key, []).append(finding)
    return {key: tuple(groups[key]) for key in sorted(groups)}
