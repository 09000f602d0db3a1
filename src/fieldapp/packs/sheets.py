"""The sheets of a pack's workbook as text rows that know their row number; numbers come back as they were typed."""

from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import Finding, PackError, Where
from fieldapp.packs.tables import Row

LARGEST_WORKBOOK = 20_000_000


@dataclass(frozen=True)
class Sheet:
    """A sheet by column name; `numbers` are the rows' places in the sheet, from 1."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    numbers: tuple[int, ...]


def read_sheets(file: Path) -> dict[str, Sheet]:
    """Name → sheet of a workbook (.xlsx, .xls, .ods). Raises PackError pack.workbook, pack.workbook_size."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        if file.stat().st_size > LARGEST_WORKBOOK:
            raise PackError(
                "pack.workbook_size",
                "{file} is too large to be a pack's workbook. Choose another file.",
                file=file.name,
            )
        with CalamineWorkbook.from_path(str(file)) as book:
            raw = {
                name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                for name in book.sheet_names
            }
    except (CalamineError, OSError, ValueError) as wrong:
        raise PackError(
            "pack.workbook",
            "{file} cannot be read as a workbook. Save it again as .xlsx and close it in the office program.",
            file=file.name,
        ) from wrong
    return {name: _sheet(name, [[_text(cell) for cell in row] for row in rows]) for name, rows in raw.items()}


def missing_columns(sheet: Sheet, columns: tuple[str, ...]) -> tuple[Finding, ...]:
    """A finding for each column that a sheet lacks, and a warning for each that means nothing."""
    lacking = [
        Finding(
            "pack.sheet_column",
            "The sheet {sheet} lacks the column {column}. Its first row must name it.",
            {"sheet": sheet.name, "column": column},
            Where(sheet=sheet.name, row=1, column=column),
        )
        for column in columns
        if column not in sheet.columns
    ]
    strange = [
        Finding(
            "pack.strange_column",
            "The column {column} of the sheet {sheet} means nothing and is left out.",
            {"sheet": sheet.name, "column": column},
            Where(sheet=sheet.name, row=1, column=column),
            "warning",
        )
        for column in sheet.columns
        if column not in columns
    ]
    return (*lacking, *strange)


def _sheet(name: str, cells: list[list[str]]) -> Sheet:
    columns = tuple(cells[0]) if cells else ()
    kept = [(number, row) for number, row in enumerate(cells[1:], 2) if any(row)]
    rows = tuple({key: cell for key, cell in zip(columns, row, strict=False) if key} for _, row in kept)
    return Sheet(name, tuple(key for key in columns if key), rows, tuple(number for number, _ in kept))


def _text(cell: object) -> str:
    # An office program makes numbers of digits: 1.0 was typed as 1.
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, bool):
        return str(int(cell))
    return " ".join(str(cell).split()) if cell is not None else ""
