"""The findings of an import as a workbook: the sheets as they came, the bad cells coloured and commented.

It is mended and imported again: headings and titles stand where they stood.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.errors import Finding
from fieldapp.register.workbook import Cell, Sheet
from fieldapp.store.exchange.planned import ImportPlan

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_BAD, _ROW = "#F8CBAD", "#FFF2CC"


def write_findings(
    plan: ImportPlan, path: Path, translate: Callable[[str], str], *, only_bad: bool = True
) -> int:
    """Write the sheets of a plan to an .xlsx with every finding at its cell; returns how many cells are marked.

    With `only_bad` the rows without a finding are left out: what is sent back to a village is what it must mend. The
    file holds what the worker's own files held and nothing of the vault, so it is no export.
    """
    import xlsxwriter

    marked = 0
    book = xlsxwriter.Workbook(str(path))
    formats = [book.add_format({"bg_color": colour}) for colour in (_BAD, _ROW)]
    dates = book.add_format({"num_format": "yyyy-mm-dd"})
    taken: set[str] = set()
    for number, source in enumerate(plan.sources):
        sheet = source.sheet
        found = _by_row(plan.findings, sheet)
        if only_bad and not found:
            continue
        page = book.add_worksheet(_title(sheet, number, taken))
        kept = _kept_rows(source.mapping.data_row, sheet, found, only_bad)
        for at, row in enumerate(kept):
            _write_row(page, at, sheet.rows[row], dates)
            for column, findings in found.get(row + 1, {}).items():
                _mark(page, at, column, sheet.rows[row], findings, formats, translate)
                marked += 1
    if not book.worksheets():
        book.add_worksheet("-")
    book.close()
    return marked


def _by_row(findings: Sequence[Finding], sheet: Sheet) -> dict[int, dict[int, list[Finding]]]:
    """Row as the spreadsheet counts it → column (-1: the whole row) → findings."""
    found: dict[int, dict[int, list[Finding]]] = {}
    for finding in findings:
        where = finding.where
        if where.file == sheet.file and where.sheet == sheet.name and where.row is not None:
            found.setdefault(where.row, {}).setdefault(_column_index(where.column), []).append(finding)
    return found


def _kept_rows(
    first: int, sheet: Sheet, found: dict[int, dict[int, list[Finding]]], only_bad: bool
) -> Sequence[int]:
    if not only_bad:
        return range(len(sheet.rows))
    return [*range(first), *(row - 1 for row in sorted(found) if row > first)]


def _mark(
    page: "Worksheet",
    at: int,
    column: int,
    cells: Sequence[Cell],
    findings: Sequence[Finding],
    formats: Sequence["Format"],
    translate: Callable[[str], str],
) -> None:
    place = max(column, 0)
    look = formats[0] if column >= 0 else formats[1]
    _write_cell(page, at, place, cells[place] if place < len(cells) else "", look)
    page.write_comment(at, place, "\n".join(one.sentence(translate) for one in findings)[:2000])


def _write_row(page: "Worksheet", at: int, cells: Sequence[Cell], dates: "Format") -> None:
    for column, cell in enumerate(cells):
        if cell != "":
            _write_cell(page, at, column, cell, dates if isinstance(cell, (date, datetime)) else None)


def _write_cell(page: "Worksheet", at: int, column: int, cell: Cell, look: "Format | None") -> None:
    if isinstance(cell, bool):
        page.write_boolean(at, column, cell, look)
    elif isinstance(cell, (int, float)):
        page.write_number(at, column, cell, look)
    elif isinstance(cell, (datetime, date, time, timedelta)):
        page.write_string(
            at, column, cell.isoformat() if not isinstance(cell, timedelta) else str(cell), look
        )
    elif cell == "":
        page.write_blank(at, column, None, look)
    else:
        page.write_string(at, column, cell, look)


def _title(sheet: Sheet, number: int, taken: set[str]) -> str:
    stem = sheet.file.rpartition(".")[0] or sheet.file
    plain = "".join(sign for sign in f"{stem} {sheet.name}".strip() if sign not in "[]:*?/\\")[:26].strip("'")
    title = plain if plain and plain.casefold() not in taken else f"{plain}_{number}"
    taken.add(title.casefold())
    return title


def _column_index(letters: str) -> int:
    index = 0
    for letter in letters:
        index = index * 26 + ord(letter) - 64
    return index - 1
