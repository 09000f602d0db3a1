"""`search('towns', 'contains', 'name', ${typed}, 'county', ${county})` in an appearance: choices from an attached table.

As Collect has it: the list's own choices say by their value and label which columns are the values and labels, but for
those whose value is a whole number, which stand as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import Finding, FormError, Where
from fieldapp.forms.definition import Control, NodeDef, Search, Table
from fieldapp.forms.expressions.syntax import Call, Expression, Literal
from fieldapp.forms.limits import MOST_CELLS
from fieldapp.forms.reading.place import read_expression
from fieldapp.forms.reading.secondary import Attachments, find_attachment, read_attached

_START = re.compile(r"(?<![\w-])search\s*\(")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_WAYS = frozenset({"contains", "startswith", "endswith", "matches"})


@dataclass
class _Tables:
    """The tables of a form, each read once; their cells together are bounded."""

    attachments: Attachments
    known: dict[str, Table]
    cells: int = 0

    def find(self, name: str) -> Table | None:
        if name not in self.known:
            source = f"jr://file-csv/{name}.csv"
            content = find_attachment(self.attachments, source)
            if content is None:
                return None
            roots = read_attached(content, source).children
            rows = [{c.name: c.text for c in row.children} for root in roots for row in root.children]
            self.cells += sum(1 + len(row) for row in rows)
            if self.cells > MOST_CELLS:
                raise FormError(
                    "form.attachment.cells",
                    "The attached file {file} has more than {count} cells. Use a smaller list.",
                    file=source,
                    count=MOST_CELLS,
                )
            names = list(rows[0]) if rows else []
            columns = {plain_column(column): place for place, column in enumerate(names)}
            self.known[name] = Table(columns, tuple(tuple(row.get(one, "") for one in names) for row in rows))
        return self.known[name]

    def names(self) -> Iterator[str]:
        """The csv files that are there."""
        there = self.attachments
        names = [one.name for one in there.glob("*.csv")] if isinstance(there, Path) else list(there or ())
        yield from sorted(name.rpartition("/")[2][:-4] for name in names if name.lower().endswith(".csv"))


def read_searches(document: NodeDef, attachments: Attachments) -> list[Finding]:
    """Give each select with `search()` its table; what is missing is a warning, and its answers are typed."""
    tables, findings = _Tables(attachments, {}), []
    for definition in document.descendants():
        control = definition.control
        if control is not None and control.tag in ("select", "select1", "rank"):
            findings += _search(control, definition.path, tables)
    return findings


def plain_column(name: str) -> str:
    """A column's name as Collect compares it: in small letters, with _ for all that is no letter and no digit."""
    return re.sub(r"\W", "_", name.strip().lower())


def _search(control: Control, path: str, tables: _Tables) -> list[Finding]:
    found = _START.search(control.appearance)
    if found is None:
        return []
    end = _closing(control.appearance, found.end())
    call = read_expression(control.appearance[found.start() : end], f"appearance of {path}")
    if not isinstance(call, Call) or len(call.arguments) not in (1, 4, 6) or not _is_way(call.arguments):
        return [
            Finding(
                "form.search",
                "{path}: search() needs a table, or also contains, startswith, endswith or matches, a column and a "
                "text, and then a column and a text to filter by. Its choices are not filled.",
                {"path": path},
                Where(field=path),
                "warning",
            )
        ]
    name, *others = call.arguments
    wanted = [name.text] if isinstance(name, Literal) else list(tables.names())
    known = {one: table for one in wanted if (table := tables.find(one)) is not None}
    if not known:
        file = f"jr://file-csv/{wanted[0] if wanted else '*'}.csv"
        return [
            Finding(
                "form.attachment",
                "The attached file {file} is missing; choices from it are typed.",
                {"file": file},
                Where(file=file),
                "warning",
            )
        ]
    control.appearance = (control.appearance[: found.start()] + control.appearance[end:]).strip(" ;,")
    control.search = Search(name, tuple(others), known)
    return []


def _is_way(arguments: tuple[Expression, ...]) -> bool:
    way = arguments[1] if len(arguments) > 1 else Literal("matches")
    return isinstance(way, Literal) and way.text.lower() in _WAYS


def _closing(text: str, start: int) -> int:
    """The place after the bracket that closes the one before `start`; brackets in quotes do not count."""
    plain, depth = _QUOTED.sub(lambda found: " " * len(found.group()), text), 1
    for place in range(start, len(plain)):
        depth += {"(": 1, ")": -1}.get(plain[place], 0)
        if depth == 0:
            return place + 1
    return len(text)
