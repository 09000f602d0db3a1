"""Standard sets: lines, criteria, met / not met / not enough data. Pure.

`compiler` and what it stands on import sqlglot (a quarter of a second): import them where they are used.
"""

from fieldapp.standards.model import Criterion, Line, Setting, StandardSet, Words
from fieldapp.standards.outcome import Checklist, Fact, Figure, Missing, Outcome, Verdict
from fieldapp.standards.reader import read_set, read_sets

__all__ = [
    "Checklist",
    "Criterion",
    "Fact",
    "Figure",
    "Line",
    "Missing",
    "Outcome",
    "Setting",
    "StandardSet",
    "Verdict",
    "Words",
    "read_set",
    "read_sets",
]
