"""The sheets of an XLSForm in memory: headings and rows of text, each row with the number it has in the file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from fieldapp.errors import Finding, Where

SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")
_EMPTY_COLUMNS = 20
_EMPTY_ROWS = 60
Grid = Iterable[Sequence[str | None]]


@dataclass(eq=False)
class Sheet:
    """One sheet. `rows` hold only cells with text; `numbers` are the row numbers of the file, from 2."""

    name: str
    header: list[str] = field(default_factory=list)
    rows: list[dict[str, str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def __iter__(self) -> Iterator[tuple[int, dict[str, str]]]:
        return iter(list(zip(self.numbers, self.rows, strict=True)))

    def add_column(self, column: str) -> None:
        """A column, if it is not there."""
        if column not in self.header:
            self.header.append(column)

    def append(self, row: dict[str, str], number: int, at: int | None = None) -> None:
        """A row that the file does not have, told with the number of the row it stands for."""
        place = len(self.rows) if at is None else at
        self.rows.insert(place, row)
        self.numbers.insert(place, number)
        for column in row:
            self.add_column(column)

    def drop(self, row: dict[str, str]) -> None:
        """Empty a row, so that the rows after it keep their numbers; a declared entity goes altogether."""
        if self.name == "entities":
            at = next(place for place, one in enumerate(self.rows) if one is row)
            del self.rows[at], self.numbers[at]
        row.clear()

    def drop_column(self, column: str) -> None:
        """Leave out a column and its cells."""
        self.header = [one for one in self.header if one != column]
        for row in self.rows:
            row.pop(column, None)

    def rename_column(self, old: str, new: str) -> None:
        """Another heading for a column; where `new` is there already, its cells win."""
        for row in self.rows:
            if old in row:
                moved = {(new if key == old else key): text for key, text in row.items()}
                if new in row:
                    moved[new] = row[new]
                row.clear()
                row.update(moved)
        fresh = [new if column == old else column for column in self.header]
        self.header = list(dict.fromkeys(fresh))


@dataclass(eq=False)
class Book:
    """The sheets of one form and what was repaired in them so far."""

    name: str
    sheets: dict[str, Sheet] = field(default_factory=dict)
    sheet_names: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def sheet(self, name: str) -> Sheet:
        """A sheet, made when it is not there."""
        return self.sheets.setdefault(name, Sheet(name))

    def note(self, finding: Finding) -> None:
        """Keep a finding, once."""
        if finding not in self.findings:
            self.findings.append(finding)

    def for_pyxform(self) -> dict[str, Any]:
        """Copies of the sheets in the shape pyxform reads; pyxform changes what it is given."""
        given: dict[str, Any] = {"sheet_names": list(self.sheet_names), "fallback_form_name": self.name}
        for name, sheet in self.sheets.items():
            given[name] = [dict(row) for row in sheet.rows]
            given[f"{name}_header"] = [dict.fromkeys(sheet.header)] if sheet.header else []
        return given


def mark(
    text: str, sheet: str, row: int | None, column: str, *, removed: bool = False, **params: object
) -> Finding:
    """A repair at one cell; `removed` when something of the author's is no longer used."""
    code = "form.repair.taken_out" if removed else "form.repair"
    return Finding(code, text, params, Where(sheet=sheet, row=row, column=column), "repair")


def sheet_from_grid(name: str, grid: Grid, first: int = 1) -> tuple[Sheet, list[Finding]]:
    """A sheet from rows of cells, the headings in row `first` of the file; long runs of empty cells end it."""
    lines = iter(grid)
    header, findings = _headings(name, next(lines, ()))
    sheet = Sheet(name, [column for column in header if column])
    empty = 0
    for number, cells in enumerate(lines, first + 1):
        row: dict[str, str] = {}
        for column, cell in zip(header, cells, strict=False):
            if column and cell and not cell.isspace() and column not in row:
                row[column] = cell
        empty = 0 if row else empty + 1
        if empty > _EMPTY_ROWS:
            break
        sheet.rows.append(row)
        sheet.numbers.append(number)
    while sheet.rows and not sheet.rows[-1]:
        sheet.rows.pop()
        sheet.numbers.pop()
    return sheet, findings


def _headings(name: str, cells: Sequence[str | None]) -> tuple[list[str], list[Finding]]:
    header: list[str] = []
    findings: list[Finding] = []
    empty = 0
    for cell in cells:
        text = " ".join(part for part in (cell or "").strip().split(" ") if part)
        empty = 0 if text else empty + 1
        if empty > _EMPTY_COLUMNS:
            break
        if text and text in header:
            findings.append(
                mark(
                    "The column “{old}” stands twice; the left one counts where both have text.",
                    name, 1, text, old=text,
                )
            )  # fmt: skip
        header.append(text)
    return header, findings
