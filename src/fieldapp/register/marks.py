"""What our own exports say of themselves in a hidden sheet: list, masks, edition, the field of each column.

By it a file that comes back is read exactly, whatever was done to its headings.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from fieldapp.errors import Finding
from fieldapp.register.declarations import Dictionary
from fieldapp.register.mapping import Column, ColumnMapping, Target, reachable_lists
from fieldapp.register.workbook import Sheet

LIST, EDITION, MASKED, YEAR, COLUMN = "list", "edition", "masked", "year", "column"
_MARKED = Finding(
    "mapping.marked", "The file says so itself: it was exported from a register.", severity="repair"
)
_MASKED = Finding(
    "mapping.masked",
    "The file was exported with masks. This column cannot come back and is passed over.",
    severity="warning",
)


@dataclass(frozen=True)
class Marks:
    """The marks of one sheet. `columns` are in the sheet's order; `masked` are those whose values are masked."""

    list: str
    edition: str
    columns: tuple[Target, ...]
    masked: frozenset[Target] = frozenset()

    def rows(self, sheet: str) -> Iterator[tuple[str, str, str]]:
        """The rows of the hidden sheet: sheet, key, value."""
        yield sheet, LIST, self.list
        yield sheet, EDITION, self.edition
        for target in self.columns:
            yield sheet, COLUMN, str(target)
        for target in sorted(self.masked):
            yield sheet, MASKED, str(target)


def read_marks(sheet: Sheet) -> Marks | None:
    """The marks of a sheet, or None for anybody else's."""
    values: dict[str, list[str]] = {}
    for key, value in sheet.marks:
        values.setdefault(key, []).append(value)
    if not values.get(LIST) or not values.get(COLUMN):
        return None
    columns = tuple(_target(text) for text in values[COLUMN])
    masked = frozenset(_target(text) for text in values.get(MASKED, ()))
    return Marks(values[LIST][0], values.get(EDITION, [""])[0], columns, masked)


def marked_mapping(marks: Marks, sheet: Sheet, dictionary: Dictionary) -> ColumnMapping:
    """The mapping a marked sheet asks for; masked columns and fields this dictionary lacks are passed over."""
    lists = frozenset(reachable_lists(dictionary, marks.list))
    columns = []
    for index, target in enumerate(marks.columns[: sheet.width]):
        heading = str(sheet.rows[0][index])
        if target in marks.masked:
            columns.append(Column(index, heading, None, 0.0, _MASKED))
        elif target.list in lists:
            columns.append(Column(index, heading, target, 1.0, _MARKED))
    return ColumnMapping(marks.list, tuple(columns), "", "keys", 1)


def _target(text: str) -> Target:
    name, _, key = text.partition(".")
    return Target(name, key)
