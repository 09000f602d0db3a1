"""A standard set as SQL: its statements, and which of their columns hold the answer to what. No parser is needed here."""

from dataclasses import dataclass

from fieldapp.standards.model import Criterion, MemberList, StandardSet


@dataclass(frozen=True, order=True)
class FieldRef:
    """One field of one list."""

    list: str
    key: str


@dataclass(frozen=True)
class CompiledNeed:
    """A need of a criterion: the fields, whose they are (None: the root's), and the column of its `when` ("": always)."""

    member: MemberList | None
    fields: tuple[FieldRef, ...]
    when: str = ""


@dataclass(frozen=True)
class CompiledRows:
    """One quantifier of a criterion: its list, and the columns of the open-facts statement that belong to it."""

    member: MemberList
    counted: str
    unclear: str
    against: str
    fields: tuple[FieldRef, ...]


@dataclass(frozen=True)
class CompiledFigure:
    value: str
    per: str


@dataclass(frozen=True)
class CompiledCriterion:
    """Where the answer to a criterion stands in the rows: column names of the statements.

    `reads` are the root's fields as the rule names them, `fields` the stored ones behind them; `guard_lists` are the
    lists whose rows a derived field counts (no members: nothing to divide by).
    """

    criterion: Criterion
    verdict: str
    guard: str
    uses_line: bool
    needs: tuple[CompiledNeed, ...]
    rows: tuple[CompiledRows, ...]
    reads: tuple[FieldRef, ...]
    fields: tuple[FieldRef, ...]
    guard_lists: tuple[str, ...]
    figures: tuple[CompiledFigure, ...]


@dataclass(frozen=True)
class CompiledSet:
    """A set as SQL. `verdicts` gives one row a household; `members` one row a member, by the list's name.

    `columns` says which column holds which field: by FieldRef in `verdicts`, by list name and FieldRef in `members`.
    Every statement ends in its conditions on the root, so `for_one` narrows it to one household.
    """

    standard: StandardSet
    root: str
    verdicts: str
    members: dict[str, str]
    columns: dict[FieldRef, str]
    member_columns: dict[str, dict[FieldRef, str]]
    criteria: tuple[CompiledCriterion, ...]

    def for_one(self, statement: str) -> str:
        """The statement for the one root record `:record`."""
        return f'{statement} and "{self.root}"."id" = :record'
