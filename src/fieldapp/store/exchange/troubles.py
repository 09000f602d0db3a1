"""What can be wrong with a row of an import, each as a finding that says what to do."""

from dataclasses import replace

from fieldapp.errors import Finding, Where
from fieldapp.register.declarations import ListSpec


def no_key(list_name: str) -> Finding:
    """Nothing in the row names a record."""
    if list_name == "person":
        return Finding("import.no_key", "This row has neither a number nor a name. Fill in one of them.")
    return Finding(
        "import.no_key", "This row has nothing to know its record by. Fill in its number, or the member's."
    )


def no_village() -> Finding:
    """A new record, and nobody says of which village."""
    return Finding(
        "import.no_village",
        "It is new and the row names no village. Add a column with the village code, or choose one.",
    )


def no_parent(spec: ListSpec) -> Finding:
    """What it belongs to is not in the register."""
    return Finding(
        "import.no_parent",
        "What this row belongs to ({list}) is not in the register. Import that list first, or "
        "import this file as that list.",
        {"list": spec.zh_hans or spec.name},
    )


def doubtful(count: int) -> Finding:
    """Several records fit."""
    return Finding(
        "import.doubtful",
        "{count} records fit this row. Add the identity number, or correct the one in the register.",
        {"count": count},
    )


def ended(day: str) -> Finding:
    """The record is there and has ended."""
    return Finding(
        "import.ended",
        "It ended in the register on {day}. Bring it back there if that was wrong, then import again.",
        {"day": day},
    )


def other_village(scope: str) -> Finding:
    """The record is of another village."""
    return Finding(
        "import.other_village",
        "In the register it belongs to the village {scope}. Move it there, or correct the village of this row.",
        {"scope": scope},
    )


def other_household() -> Finding:
    """The person is a member of another household."""
    return Finding(
        "import.other_household",
        "In the register this person is a member of another household. Enter the move there, then import again.",
    )


def elsewhere(where: Where, number: str, scope: str) -> Finding:
    """A household number that stands in another village."""
    return Finding(
        "import.elsewhere",
        "The number {number} stands in the village {scope}. Move the household there, or correct the number.",
        {"number": number, "scope": scope},
        where,
    )


def twice(row: int, file: str) -> Finding:
    """A second row of one record."""
    return Finding(
        "import.twice",
        "Row {row} of {file} is of the same record. This row was passed over: keep one of the two.",
        {"row": row, "file": file},
    )


def differs(row: int) -> Finding:
    """Two rows of one household say different things of it."""
    return Finding(
        "import.differs",
        "Row {row} says something else of the same record, and that was taken. Make both the same.",
        {"row": row},
        severity="warning",
    )


def year_missing() -> Finding:
    """A yearly value whose row names no year."""
    return Finding(
        "import.row_year", "This row names no year, so its yearly values were passed over. Fill in the year."
    )


def withheld(where: Where) -> Finding:
    """A column of a field that the role never sees."""
    return Finding(
        "import.withheld",
        "Your role does not see this field and cannot write it. The column was passed over.",
        {},
        where,
        "warning",
    )


def placed(finding: Finding, where: Where) -> Finding:
    """The finding at a place; what it already knows of list and field stays."""
    known = finding.where
    return replace(finding, where=replace(where, list=known.list, field=known.field))
