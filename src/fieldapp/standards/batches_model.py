"""Batches of help as data (七个一批): each a predicate over households or people, counted distinct, never added up."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.errors import Finding
from fieldapp.standards.model import Words
from fieldapp.standards.quality_model import QualitySet

AMONG = "among"
OPEN = "-open"
"""Ending of the check that answers where a batch is not known."""


@dataclass(frozen=True)
class Batch:
    """One batch: counted over `household` (its members with it) or `person`; `beside`: shown apart from the seven.

    `origin` names the system the facts come from; `outside` the kind of imported list that must not be larger than
    the register ("": none).
    """

    id: str
    words: Words
    over: str
    origin: Words
    beside: bool = False
    outside: str = ""


@dataclass(frozen=True)
class BatchSet:
    """The batches of a pack, and their predicates as rules: `among`, each batch, and each with `-open`."""

    name: str
    version: str
    years: tuple[int, int]
    batches: Mapping[str, Batch]
    predicates: QualitySet


@dataclass(frozen=True)
class BatchRow:
    """One line of the table. `open` counts the records for which the predicate is not known."""

    batch: Batch
    households: int
    people: int
    open: int


@dataclass(frozen=True)
class Count:
    """Distinct households and people."""

    households: int
    people: int


@dataclass(frozen=True)
class BatchTable:
    """The batches of a place: `rows` are those of the title, `beside` the lines apart; all figures distinct.

    `overlap` has every pair of the rows, each with itself too; `in_none` are (household, person) in no batch, each of
    which needs a reason or a measure; `outside` are records off the register; `findings` say what cannot be right.
    The figures are of `cut_off`, with the yearly facts of `year`.
    """

    year: int
    cut_off: str
    registered: Count
    rows: tuple[BatchRow, ...]
    beside: tuple[BatchRow, ...]
    union: Count
    overlap: Mapping[tuple[str, str], Count]
    in_none: tuple[tuple[str, str], ...]
    outside: Mapping[str, Count]
    set: str = ""
    findings: tuple[Finding, ...] = ()
