"""XLSForms as text: a CSV of all sheets, a CSV of the survey alone, and Markdown tables, as rows of cells."""

import csv
import io
import re
from collections.abc import Iterator

from fieldapp.errors import FormError
from fieldapp.forms.importing.workbooks import Cells

_DELIMITERS = ",;\t"
_COMMENT = re.compile(r"^\s*#")
_COMMENT_AFTER = re.compile(r"^(.*)(#[^|]+)$")
_LINE = re.compile(r"\s*\|(.*)\|\s*")
_RULE = re.compile(r"^[|-]+$|^(?:\s*:?-{2,}:?\s*(?:\||$))+$")
_PIPE = re.compile(r"(?<!\\)\|")


def csv_grids(text: str) -> Iterator[tuple[str, Cells]]:
    """Name and rows of each sheet: names stand alone in the first column, or the whole file is the survey."""
    rows = _csv_rows(text)
    first = next((row for row in rows if any(row)), [])
    if {"type", "name"} <= {cell.strip().lower() for cell in first} and first[0].strip():
        yield "survey", iter(rows)
        return
    name = ""
    found: list[list[str]] = []
    for row in rows:
        if row and row[0].strip():
            if name:
                yield name, iter(found)
            name, found = row[0].strip(), []
        if any(cell.strip() for cell in row[1:]):
            found.append([cell.strip() for cell in row[1:]])
    if name:
        yield name, iter(found)


def _csv_rows(text: str) -> list[list[str]]:
    lines = text.lstrip("\ufeff").splitlines()[:50]
    delimiter = max(_DELIMITERS, key=lambda one: sum(line.count(one) for line in lines))
    try:
        return list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise FormError(
            "form.xlsform.csv", "The CSV cannot be read as a table: {reason}", reason=error
        ) from error


def md_grids(text: str) -> Iterator[tuple[str, Cells]]:
    """Name and rows of each table; a first cell names the sheet that the rows below it belong to."""
    sheets: dict[str, list[list[str | None]]] = {}
    name = ""
    for line in text.replace("\r\n", "\n").split("\n"):
        if _COMMENT.match(line):
            continue
        trimmed = _COMMENT_AFTER.match(line)
        matched = _LINE.match(trimmed.group(1) if trimmed else line)
        if matched is None or (_RULE.match(matched.group(1)) and "-" in matched.group(1)):
            continue
        first, *cells = _PIPE.split(matched.group(1))
        if first.strip():
            name = first.strip()
            sheets[name] = []
        row = [cell.strip().replace(r"\|", "|") or None for cell in cells]
        if name and any(row):
            sheets[name].append(row)
    for one, rows in sheets.items():
        yield one, iter(rows)
