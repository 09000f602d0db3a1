"""Workbooks as rows of cells: .xlsx streamed, .xls whole; numbers that are whole stand without a point."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from fieldapp.errors import FormError
from fieldapp.forms.importing.workbook_safety import counted

Cells = Iterator[Sequence[str | None]]
# What openpyxl raises, according to which part of a workbook is broken.
_BROKEN = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    SyntaxError,
    zipfile.BadZipFile,
)


def xlsx_grids(content: bytes) -> Iterator[tuple[str, Cells]]:
    """Name and rows of each sheet of an .xlsx or .xlsm, with what formulas came to. Raises FormError."""
    book = _opened(content)
    try:
        for sheet in book.worksheets:
            yield sheet.title, _xlsx_rows(sheet)
    finally:
        book.close()


def _opened(content: bytes) -> Any:
    from openpyxl.reader.excel import ExcelReader  # type: ignore[import-untyped]

    reader = ExcelReader(io.BytesIO(content), read_only=True, data_only=True)
    try:
        reader.read()
        return reader.wb
    except (*_BROKEN, OSError):
        return _opened_plainly(content)


def _opened_plainly(content: bytes) -> Any:
    """Without styles and properties, whose mistakes have nothing to do with the cells."""
    from openpyxl.reader.excel import ExcelReader

    try:
        reader = ExcelReader(io.BytesIO(content), read_only=True, data_only=True)
        reader.read_manifest()
        reader.read_strings()
        reader.read_workbook()
        reader.parser.assign_names()
        reader.read_worksheets()
        return reader.wb
    except Exception as error:
        raise _damaged() from error


def _damaged() -> FormError:
    return FormError("form.xlsform.damaged", "The workbook is damaged. Save it again in Excel.")


def _xlsx_rows(sheet: Any) -> Cells:
    from pyxform.xls2json_backends import xlsx_value_to_str

    try:
        for row in counted(sheet.iter_rows(values_only=True)):
            yield [None if cell is None else xlsx_value_to_str(cell).strip() for cell in row]
    except _BROKEN as error:
        raise _damaged() from error


def xls_grids(content: bytes) -> Iterator[tuple[str, Cells]]:
    """Name and rows of each sheet of an .xls. Raises FormError."""
    import xlrd  # type: ignore[import-untyped]

    try:
        book = xlrd.open_workbook(file_contents=content, logfile=io.StringIO(), ragged_rows=True)
    except Exception as error:
        raise _damaged() from error
    for sheet in book.sheets():
        yield sheet.name, _xls_rows(sheet, book.datemode)


def _xls_rows(sheet: Any, datemode: int) -> Cells:
    from pyxform.xls2json_backends import xls_value_to_unicode
    from xlrd import XL_CELL_ERROR
    from xlrd.xldate import XLDateError  # type: ignore[import-untyped]

    for row in counted(sheet.get_rows()):
        cells: list[str | None] = []
        for cell in row:
            value = cell.value.strip() if isinstance(cell.value, str) else cell.value
            try:
                blank = value in ("", None) or cell.ctype == XL_CELL_ERROR
                cells.append(None if blank else xls_value_to_unicode(value, cell.ctype, datemode))
            except (XLDateError, ValueError):
                cells.append(str(value))
        yield cells
