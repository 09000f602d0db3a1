"""A pack's tables as one xlsx workbook for a county office: a sheet each for heading, lists, fields, codes and rules.

Every cell is text, so that codes like 01 stay what they are; columns with few words offer them to choose from.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fieldapp.domain.masking import MASK_CLASSES
from fieldapp.packs.heading import Heading, read_heading
from fieldapp.packs.rule_cells import read_rule_files, rule_row, rules_of
from fieldapp.packs.tables import Row, read_rows
from fieldapp.register.code_table import CODE_COLUMNS, OPTIONAL_CODE_COLUMNS
from fieldapp.register.declarations import FIELD_TYPES, FIND_CLASSES, REQUIREMENTS
from fieldapp.register.dictionary import FIELD_COLUMNS, FIELDS_FILE, LIST_COLUMNS, LISTS_FILE

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

HEADING_SHEET, LISTS_SHEET, FIELDS_SHEET, CODES_SHEET, RULES_SHEET = (
    "pack",
    "lists",
    "fields",
    "codes",
    "rules",
)
HEADING_COLUMNS = ("key", "value")
CODES_COLUMNS = ("code_list", *CODE_COLUMNS, *OPTIONAL_CODE_COLUMNS)
RULE_FILE = "file"
RULE_COLUMNS = (
    RULE_FILE,
    *("id", "accuracy", "severity", "level", "over", "when", "field"),
    *("words.zh_hans", "words.zh_hant", "words.en"),
)
_CHOICES: Mapping[str, Sequence[str]] = {
    "type": FIELD_TYPES,
    "req": REQUIREMENTS,
    "mask": MASK_CLASSES,
    "find": FIND_CLASSES,
    "key_by": ("uuid", "year"),
    "accuracy": tuple(f"A{n}" for n in range(1, 9)),
    "severity": ("E", "W"),
}
_ROOM_BELOW = 500
_WIDEST = 48


def pack_to_workbook(folder: Path, out: Path) -> Path:
    """Write the tables of a pack to `out` (.xlsx). Raises PackError for tables that cannot be read at all."""
    import xlsxwriter

    sheets = workbook_sheets(folder)
    partial = out.with_name(f".{out.name}.part")
    with xlsxwriter.Workbook(
        str(partial), {"strings_to_numbers": False, "strings_to_formulas": False}
    ) as book:
        text = book.add_format({"num_format": "@"})
        bold = book.add_format({"num_format": "@", "bold": True, "bottom": 1})
        for name, (columns, rows) in sheets.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for at, column in enumerate(columns):
                sheet.set_column(at, at, _width(column, rows), text)
                sheet.write_string(0, at, column, bold)
                for number, row in enumerate(rows, 1):
                    sheet.write_string(number, at, row.get(column, ""), text)
                _offer_choices(sheet, at, column, len(rows))
    partial.replace(out)
    return out


def workbook_sheets(folder: Path) -> dict[str, tuple[tuple[str, ...], list[Row]]]:
    """Sheet → columns and rows of a pack's folder."""
    rules = [
        {RULE_FILE: name, **rule_row(rule)}
        for name, file in read_rule_files(folder).items()
        for rule in rules_of(file)
    ]
    more = dict.fromkeys(key for row in rules for key in row if key not in RULE_COLUMNS)
    codes = [
        {"code_list": file.stem, **row}
        for file in sorted((folder / "codelists").glob("*.csv"))
        for row in read_rows(file)
    ]
    return {
        HEADING_SHEET: (HEADING_COLUMNS, heading_rows(read_heading(folder))),
        LISTS_SHEET: (LIST_COLUMNS, read_rows(folder / LISTS_FILE)),
        FIELDS_SHEET: (FIELD_COLUMNS, read_rows(folder / FIELDS_FILE)),
        CODES_SHEET: (CODES_COLUMNS, codes),
        RULES_SHEET: ((*RULE_COLUMNS, *more), rules),
    }


def heading_rows(heading: Heading) -> list[Row]:
    """pack.yaml as rows of key and value."""
    cells = {
        "id": heading.id,
        "version": str(heading.version),
        "title.zh_hans": heading.title.zh_hans,
        "title.zh_hant": heading.title.zh_hant,
        "title.en": heading.title.en,
        "requires": " ".join(heading.requires),
        "prefix": " ".join(heading.prefixes),
    }
    return [{"key": key, "value": value} for key, value in cells.items()]


def _width(column: str, rows: Sequence[Row]) -> int:
    return min(_WIDEST, max(len(text) for text in (column, *(row.get(column, "") for row in rows))) + 2)


def _offer_choices(sheet: "Worksheet", at: int, column: str, rows: int) -> None:
    if words := _CHOICES.get(column):
        choice = {"validate": "list", "source": list(words), "error_type": "warning"}
        sheet.data_validation(1, at, rows + _ROOM_BELOW, at, choice)
