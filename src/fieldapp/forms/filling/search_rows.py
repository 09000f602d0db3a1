"""The rows of a table that `search()` finds: capitals do not count, the column `sortby` orders them, as in Collect.

Columns are folded, indexed and ordered once, so that each letter typed costs little in a table of a whole county.
"""

from collections.abc import Callable

from fieldapp.forms.definition import Table
from fieldapp.forms.expressions.values import plain_number
from fieldapp.forms.reading.search import plain_column

_SORT = "sortby"
_WAYS: dict[str, Callable[[str, str], bool]] = {
    "contains": str.__contains__,
    "startswith": str.startswith,
    "endswith": str.endswith,
}


class Looked:
    """A table as one question looks at it."""

    def __init__(self, table: Table) -> None:
        self._columns = table.columns
        order = table.columns.get(_SORT)
        rows = table.rows
        self._rows = rows if order is None else sorted(rows, key=lambda row: plain_number(row[order]) or 0.0)
        self._folded: dict[int, list[str]] = {}
        self._indexes: dict[tuple[int, bool], dict[str, list[int]]] = {}

    def rows(self, arguments: list[str]) -> list[tuple[str, ...]]:
        """The rows for the arguments of search() after the table: way, columns, text, and a filter's column and text."""
        if not arguments:
            return list(self._rows)
        places = self._matching(arguments[0].lower(), arguments[1].split(","), arguments[2].casefold())
        if len(arguments) > 3:
            column = self._columns.get(plain_column(arguments[3]))
            kept = set() if column is None else set(self._index(column, folded=False).get(arguments[4], ()))
            places = [place for place in places if place in kept]
        return [self._rows[place] for place in places]

    def _matching(self, way: str, names: list[str], wanted: str) -> list[int]:
        """The places of the rows where any of the columns fits."""
        columns = [at for name in names if (at := self._columns.get(plain_column(name))) is not None]
        found: set[int] = set()
        for column in columns:
            if way == "matches":
                found.update(self._index(column, folded=True).get(wanted, ()))
            else:
                fits = _WAYS[way]
                found.update([at for at, cell in enumerate(self._cells(column)) if fits(cell, wanted)])
        return sorted(found)

    def _cells(self, column: int) -> list[str]:
        if column not in self._folded:
            self._folded[column] = [row[column].casefold() for row in self._rows]
        return self._folded[column]

    def _index(self, column: int, *, folded: bool) -> dict[str, list[int]]:
        key = (column, folded)
        if key not in self._indexes:
            index: dict[str, list[int]] = {}
            for at, cell in enumerate(self._cells(column) if folded else [row[column] for row in self._rows]):
                index.setdefault(cell, []).append(at)
            self._indexes[key] = index
        return self._indexes[key]
