"""The tables of a pack as rows by column name, read and written tidily: the same rows give the same bytes."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from fieldapp.errors import PackError
from fieldapp.register.code_table import CODE_COLUMNS, OPTIONAL_CODE_COLUMNS
from fieldapp.register.declarations import Code

Row = dict[str, str]


def read_rows(file: Path) -> list[Row]:
    """The rows of a CSV table, cells trimmed; none where there is no file. Raises PackError pack.encoding."""
    if not file.is_file():
        return []
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise PackError(
            "pack.encoding", "{file} is not UTF-8. Save it again as CSV UTF-8.", file=file.name
        ) from wrong
    rows = csv.DictReader(io.StringIO(text, newline=""), restval="")
    return [{key: (cell or "").strip() for key, cell in row.items() if key} for row in rows]


def table_text(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """CSV text with a heading, quotes only where they are needed, lines ending in a line feed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return out.getvalue()


def code_row(code: Code) -> Row:
    """A code as a row of its list; labels of other editions are parted by |."""
    return {
        key: "|".join(cell) if isinstance(cell, tuple) else str(cell) for key, cell in asdict(code).items()
    }


def code_columns(rows: Iterable[Row]) -> tuple[str, ...]:
    """The columns of a code list: those that may be left out only where a row fills them."""
    filled = {key for row in rows for key, cell in row.items() if cell}
    return (*CODE_COLUMNS, *(column for column in OPTIONAL_CODE_COLUMNS if column in filled))
