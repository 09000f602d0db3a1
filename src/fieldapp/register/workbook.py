"""Spreadsheets as they come: bytes of .xlsx, .xls, .csv or a web page called .xls → sheets of cells, whatever the name.

The content decides, not the extension. A cell merged downwards stands in each of its rows; a formula is its value.
"""

import io
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from fieldapp.errors import RegisterError
from fieldapp.register.text_table import read_page, read_text_rows
from fieldapp.register.uncollected import uncollected

Cell = str | float | int | bool | date | datetime | time | timedelta
"""As calamine gives them: "" is empty, whole numbers are floats."""
LARGEST_FILE = 300_000_000
MOST_CELLS = 60_000_000
MARK_SHEET = "_fieldapp"
"""The hidden sheet by which our own files are known; it is never a sheet of data."""
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Sheet:
    """One sheet. `rows[0]` is its first row, however empty; all rows are equally long. `marks` is what our own hidden
    sheet says of it (see `marks`), empty for anybody else's file."""

    file: str
    name: str
    rows: list[list[Cell]] = field(repr=False)
    marks: tuple[tuple[str, str], ...] = ()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0


def read_sheets(content: bytes, file: str) -> tuple[Sheet, ...]:
    """The visible sheets with any cell in them. Raises RegisterError: workbook.size, workbook.password,
    workbook.damaged, workbook.encoding."""
    if len(content) > LARGEST_FILE:
        raise _too_large(file)
    if content.startswith((_ZIP, _OLE)):
        with uncollected():
            return _calamine_sheets(content, file)
    rows = read_page(content) if _is_page(content) else read_text_rows(content, file)
    return (Sheet(file, "", _squared(rows)),) if rows else ()


def column_letter(index: int) -> str:
    """The name of a column, from 0: A, B, … Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def _is_page(content: bytes) -> bool:
    head = content[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return head.startswith((b"<html", b"<!doctype", b"<table", b"<meta", b"<style")) or b"<table" in head


def _calamine_sheets(content: bytes, file: str) -> tuple[Sheet, ...]:
    import python_calamine as calamine

    try:
        book = calamine.load_workbook(io.BytesIO(content))
        hidden = {m.name for m in book.sheets_metadata if m.visible != calamine.SheetVisibleEnum.Visible}
        marks = _marks(book) if MARK_SHEET in hidden else {}
        found = []
        for name in book.sheet_names:
            if name in hidden:
                continue
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height * sheet.total_width > MOST_CELLS:
                raise _too_large(file)
            rows = sheet.to_python(skip_empty_area=False)
            _fill_merged(rows, sheet.merged_cell_ranges or ())
            if rows:
                found.append(Sheet(file, name, rows, tuple(marks.get(name, ()))))
    except calamine.PasswordError as wrong:
        raise RegisterError(
            "workbook.password", "{file} has a password. Save it without one and try again.", file=file
        ) from wrong
    except (calamine.CalamineError, OSError, ValueError) as wrong:
        raise RegisterError(
            "workbook.damaged",
            "{file} cannot be read as a spreadsheet. Open it in Excel or WPS and save it again as .xlsx.",
            file=file,
        ) from wrong
    return tuple(found)


def _marks(book: object) -> dict[str, list[tuple[str, str]]]:
    """Sheet → (key, value) rows of the hidden sheet."""
    found: dict[str, list[tuple[str, str]]] = {}
    rows = book.get_sheet_by_name(MARK_SHEET).to_python()  # type: ignore[attr-defined]
    for row in rows:
        if len(row) >= 3:
            found.setdefault(str(row[0]), []).append((str(row[1]), str(row[2])))
    return found


def _fill_merged(rows: list[list[Cell]], ranges: object) -> None:
    for (top, left), (bottom, _) in ranges:  # type: ignore[attr-defined]
        if top < len(rows) and left < len(rows[top]):
            for row in rows[top + 1 : bottom + 1]:
                row[left] = rows[top][left]


def _squared(rows: list[list[str]]) -> list[list[Cell]]:
    width = max(map(len, rows))
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _too_large(file: str) -> RegisterError:
    return RegisterError(
        "workbook.size",
        "{file} is too large. Delete the empty rows and columns around the table, or split it.",
        file=file,
    )
