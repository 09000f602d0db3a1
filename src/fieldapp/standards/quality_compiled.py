"""Quality rules as SQL, ready to run without a parser: statements, and which bit of their answer is which check."""

from collections.abc import Sequence
from dataclasses import dataclass

from fieldapp.standards.quality_model import QualityCheck, QualityRule, QualitySet


@dataclass(frozen=True)
class CompiledCheck:
    """A check and the number of its bit. `facts` are the columns it reads, `labels` what they are called in the pack."""

    rule: QualityRule
    check: QualityCheck
    bit: int
    facts: Sequence[str]
    labels: Sequence[str]


@dataclass(frozen=True)
class CompiledList:
    """The statements over one list. A row is id, scope, household, parent, then masks of 60 checks, then facts.

    `whole` takes :low and :high (a range of scopes), `some` and `facts` take :only (a JSON list of households where
    `anchored`, else of records); all take :year, :as_of, :day, :today and the thresholds.
    A `wide` one reads the list of every village: run it once for a place, not once for each of its parts.
    """

    over: str
    anchored: bool
    wide: bool
    checks: tuple[CompiledCheck, ...]
    whole: str
    some: str
    facts: str
    fact_names: tuple[str, ...]


@dataclass(frozen=True)
class CompiledQuality:
    """All statements of a set of rules."""

    quality: QualitySet
    lists: tuple[CompiledList, ...]
