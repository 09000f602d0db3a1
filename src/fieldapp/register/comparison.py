"""Whether somebody's list and the register say one thing of one fact, and what a difference is called for ever.

A difference has the same name on every laptop and in every later list of its series, so that a decision is made once.
"""

import uuid
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Literal

from fieldapp.register.declarations import FieldSpec
from fieldapp.register.matching import plain_value
from fieldapp.register.values import Value, from_form, to_form

ListKind = Literal["dibao", "national", "department"]
Side = Literal["differs", "only_ours", "only_theirs"]
Decision = Literal["ours", "theirs", "both_wrong", "not_in_list", "not_in_register", "later"]
DECISIONS: tuple[Decision, ...] = ("ours", "theirs", "both_wrong", "not_in_list", "not_in_register", "later")
_NAMES = uuid.UUID("0f6f3f0a-1c43-5d0c-8d5d-6a1b9e2c7f48")
"""Namespace of outside lists and differences. Changing it would open every decided difference again."""


@dataclass(frozen=True)
class Subject:
    """What a difference is about: a record of `list` (`record` "" where the register has none), its household and
    person where it has them, and the year of a yearly fact."""

    list: str
    record: str = ""
    household: str = ""
    person: str = ""
    year: int | None = None


@dataclass(frozen=True)
class FoundDifference:
    """One difference of one list. `ours` and `theirs` are form text (`values.to_form`), or the title of a record that
    only one side has; `field` is "" for those. `row` is the row of the file, None where the list has none."""

    id: str
    side: Side
    scope: str
    subject: Subject
    field: str
    ours: str
    theirs: str
    row: int | None = None


def series_of(kind: ListKind, name: str) -> str:
    """Which lists follow one another: every 低保 list is the next of one series, a department's by its name."""
    return kind if kind != "department" else f"{kind}:{plain_value('name', name)}"


def list_id(scope: str, series: str, name: str, taken_on: str) -> str:
    """The id of an outside list in a village: the same file of the same day is the same list."""
    return str(uuid.uuid5(_NAMES, f"list/{scope}/{series}/{name}/{taken_on}"))


def difference_id(scope: str, series: str, subject: Subject, field: str, stranger: str = "") -> str:
    """The id of a difference; `stranger` knows a row that no record is of (see `stranger_key`)."""
    year = "" if subject.year is None else str(subject.year)
    whose = subject.record or subject.person or subject.household or stranger
    return str(uuid.uuid5(_NAMES, f"difference/{scope}/{series}/{subject.list}/{whose}/{year}/{field}"))


def stranger_key(number: object, household_no: object, name: object) -> str:
    """By what a row is known again that the register has no record of: its identity number, else number and name."""
    own = plain_value("id_no", str(number)) if number else None
    return f"{own or ''}/{_plain('household_no', household_no) if not own else ''}/{_plain('name', name)}"


def same_fact(spec: FieldSpec, ours: Value, theirs: Value) -> bool:
    """Whether two stored values of a field say one thing: 張三 is 张三, a 15-digit number its 18 digits, codes have no
    order. Money and dates are the same only when they are equal."""
    if ours == theirs:
        return True
    if ours is None or theirs is None:
        return (ours or theirs) == ""
    return _as_said(spec, ours) == _as_said(spec, theirs)


def written(spec: FieldSpec, value: Value) -> str:
    """A stored value as a difference keeps it."""
    return to_form(spec, value)


def stored(spec: FieldSpec, text: str) -> Value:
    """The stored value of what `written` wrote. Raises ValueError for text that is none."""
    found = from_form(spec, text)
    if found is not None and not isinstance(found, (str, int)):
        raise ValueError(text)
    return found


def _as_said(spec: FieldSpec, value: Value) -> Hashable:
    if spec.type == "codes":
        return frozenset(str(value).split())
    if spec.type == "text":
        return plain_value(spec.key, value)
    return value


def _plain(key: str, value: object) -> Hashable:
    return plain_value(key, str(value)) if value else ""
