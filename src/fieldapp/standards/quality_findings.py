"""Reads the rows of the quality statements into findings: what, where to mend it, and whether it was explained.

An explanation holds for the facts it was given for: their hash is kept with it, and other facts ask again.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fieldapp.domain.identifiers import year_id
from fieldapp.journal.commit import Value
from fieldapp.register.declarations import Dictionary
from fieldapp.standards.model import Words
from fieldapp.standards.quality_compiled import CompiledCheck, CompiledList
from fieldapp.standards.quality_statement import BITS

Row = Sequence[Value]
HEAD = 4
"""The columns before the masks: id, scope, household, parent."""


@dataclass(frozen=True, slots=True)
class QualityFinding:
    """One finding of one rule. `list`, `record` and `field` say where to mend it (`record` None: one to make).

    `over` and `subject` are the list and record that were checked, which an explanation is kept for. It names a
    record, never a worker.
    """

    rule: str
    accuracy: str
    severity: str
    words: Words
    list: str
    record: str | None
    field: str
    household: str | None
    scope: str
    over: str
    subject: str
    explained: bool = False
    reason: str = ""


def masks_in(compiled: CompiledList) -> int:
    """How many whole numbers of a row hold the bits of its checks."""
    return -(-len(compiled.checks) // BITS)


def hits(compiled: CompiledList, row: Row, year: int) -> Iterator[CompiledCheck]:
    """The checks that found something in this row, of rules that ask in this year."""
    for start, value in zip(range(0, len(compiled.checks), BITS), row[HEAD:], strict=False):
        mask = int(value or 0)
        while mask:
            lowest = mask & -mask
            mask ^= lowest
            check = compiled.checks[start + lowest.bit_length() - 1]
            if check.rule.holds_in(year):
                yield check


def finding_of(
    compiled: CompiledList, check: CompiledCheck, row: Row, dictionary: Dictionary, year: int
) -> QualityFinding:
    """The finding of a check that hit."""
    subject, scope, household = str(row[0]), str(row[1]), row[2]
    return QualityFinding(
        rule=check.rule.id,
        accuracy=check.rule.accuracy,
        severity=check.rule.severity,
        words=check.rule.words,
        list=check.check.points_list,
        record=_record(compiled, check, row, dictionary, year),
        field=check.check.points_key,
        household=str(household) if household is not None else None,
        scope=scope,
        over=compiled.over,
        subject=subject,
    )


def _record(
    compiled: CompiledList, check: CompiledCheck, row: Row, dictionary: Dictionary, year: int
) -> str | None:
    """The record that the finding points at: the checked one, its parent, or a yearly one of either."""
    name = check.check.points_list
    over, spec = dictionary.lists[compiled.over], dictionary.lists[name]
    above = str(row[3]) if row[3] is not None else None
    if name == compiled.over:
        return str(row[0])
    if name == over.parent:
        return above
    if spec.key_by == "year" and spec.parent == compiled.over:
        return year_id(str(row[0]), name, year)
    if spec.key_by == "year" and spec.parent == over.parent and above is not None:
        return year_id(above, name, year)
    return None


def facts_hash(compiled: CompiledList, rule: str, row: Row, more: Mapping[str, Value] | None = None) -> str:
    """The SHA-256 of what a rule read of one record, from a row with its facts; the order of checks does not matter."""
    values = dict(zip(compiled.fact_names, row[HEAD + masks_in(compiled) :], strict=True))
    read = {
        label: values[name]
        for check in compiled.checks
        if check.rule.id == rule
        for name, label in zip(check.facts, check.labels, strict=True)
    }
    body = json.dumps([rule, str(row[0]), read, dict(more or {})], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(body.encode()).hexdigest()
