"""A workbook from a county office becomes the tables of a pack again; what is wrong is told by sheet, row and column.

Only tables whose rows have changed are written; forms, standards and help of the folder stay as they are.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fieldapp.errors import Finding, PackError, Where
from fieldapp.packs.editing import check_edited, write_files
from fieldapp.packs.heading import HEADING_FILE, Heading, Title, heading_text, parse_heading, read_heading
from fieldapp.packs.rule_cells import (
    RULES_FOLDER,
    RuleFile,
    read_rule_files,
    row_rule,
    rule_lines,
    rules_of,
    with_rules,
)
from fieldapp.packs.sheets import Sheet, missing_columns, read_sheets
from fieldapp.packs.tables import code_columns, read_rows, table_text
from fieldapp.packs.workbook import (
    CODES_COLUMNS,
    CODES_SHEET,
    FIELDS_SHEET,
    HEADING_COLUMNS,
    HEADING_SHEET,
    LISTS_SHEET,
    RULE_FILE,
    RULES_SHEET,
)
from fieldapp.register.dictionary import FIELD_COLUMNS, FIELDS_FILE, LIST_COLUMNS, LISTS_FILE

_SHEETS = {
    HEADING_SHEET: HEADING_COLUMNS,
    LISTS_SHEET: LIST_COLUMNS,
    FIELDS_SHEET: FIELD_COLUMNS,
    CODES_SHEET: CODES_COLUMNS,
}
_HEADING_KEYS = {
    "pack.id": "id",
    "pack.version": "version",
    "pack.title": "title.zh_hans",
    "pack.requires": "requires",
    "pack.not_found": "requires",
    "pack.prefix": "prefix",
}


def workbook_to_pack(file: Path, folder: Path) -> tuple[Finding, ...]:
    """Take the tables of a workbook into a pack's folder, new or there before. With an error nothing is written.

    Raises PackError for a file that is no workbook.
    """
    sheets = read_sheets(file)
    findings = [*_missing_sheets(sheets)]
    findings += [
        f
        for name, columns in _SHEETS.items()
        if name in sheets
        for f in missing_columns(sheets[name], columns)
    ]
    if _has_errors(findings):
        return tuple(findings)
    try:
        drafts = _drafts(sheets, folder)
    except _CellError as wrong:
        return (*findings, wrong.finding)
    texts = {name: draft.text for name, draft in drafts.items()}
    gone = tuple(name for name in _tables_of(folder) if name not in texts)
    findings += [_placed(finding, drafts, sheets) for finding in check_edited(folder, texts, gone)]
    if not _has_errors(findings):
        folder.mkdir(parents=True, exist_ok=True)
        write_files(folder, {name: d.text.encode() for name, d in drafts.items() if d.changed})
        for name in gone:
            (folder / name).unlink()
    return tuple(findings)


class _CellError(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.code)
        self.finding = finding


@dataclass(frozen=True)
class _Draft:
    """A file as the workbook has it. `numbers`: the sheet row of each table row; `lines`: where each begins."""

    sheet: str
    text: str
    numbers: tuple[int, ...]
    lines: tuple[int, ...]
    changed: bool

    def row(self, line: int | None) -> int | None:
        """The row in the sheet of a line in the file."""
        at = bisect_right(self.lines, line) - 1 if line else -1
        return self.numbers[at] if 0 <= at < len(self.numbers) else 1 if line == 1 else None


def _drafts(sheets: Mapping[str, Sheet], folder: Path) -> dict[str, _Draft]:
    drafts = {
        HEADING_FILE: _heading_draft(sheets[HEADING_SHEET], folder),
        LISTS_FILE: _table_draft(sheets[LISTS_SHEET], LIST_COLUMNS, folder / LISTS_FILE),
        FIELDS_FILE: _table_draft(sheets[FIELDS_SHEET], FIELD_COLUMNS, folder / FIELDS_FILE),
    }
    for name, part in _parts(sheets[CODES_SHEET], "code_list"):
        file = f"codelists/{name}.csv"
        drafts[file] = _table_draft(part, code_columns(part.rows), folder / file)
    before = read_rule_files(folder)
    for name, part in _parts(sheets[RULES_SHEET], RULE_FILE) if RULES_SHEET in sheets else ():
        drafts[f"{RULES_FOLDER}/{name}.yaml"] = _rules_draft(part, name, before.get(name), folder)
    return drafts


def _heading_draft(sheet: Sheet, folder: Path) -> _Draft:
    cells = {row["key"]: row["value"] for row in sheet.rows}
    try:
        heading = Heading(
            cells.get("id", ""),
            int(cells.get("version", "")),
            Title(*(cells.get(f"title.{name}", "") for name in ("zh_hans", "zh_hant", "en"))),
            tuple(cells.get("requires", "").split()),
            tuple(cells.get("prefix", "").split()),
        )
        text = heading_text(heading)
        parse_heading(text.encode())
    except ValueError as wrong:
        error = PackError("pack.version", "The version in pack.yaml must be a whole number from 1.")
        raise _CellError(_heading_finding(error, sheet)) from wrong
    except PackError as error:
        raise _CellError(_heading_finding(error, sheet)) from error
    is_there = (folder / HEADING_FILE).is_file()
    return _Draft(sheet.name, text, (), (), not is_there or read_heading(folder) != heading)


def _heading_finding(error: PackError, sheet: Sheet) -> Finding:
    return Finding(error.code, error.text, error.params, _heading_place(error.code, sheet))


def _heading_place(code: str, sheet: Sheet) -> Where:
    keys = [row["key"] for row in sheet.rows]
    key = _HEADING_KEYS.get(code, "")
    row = sheet.numbers[keys.index(key)] if key in keys else None
    return Where(sheet=sheet.name, row=row, column="value")


def _table_draft(sheet: Sheet, columns: tuple[str, ...], file: Path) -> _Draft:
    rows = [{column: row.get(column, "") for column in columns} for row in sheet.rows]
    before = [{column: row.get(column, "") for column in columns} for row in read_rows(file)]
    changed = not file.is_file() or rows != before
    lines = tuple(range(2, len(rows) + 2))
    return _Draft(sheet.name, table_text(columns, rows), sheet.numbers, lines, changed)


def _rules_draft(sheet: Sheet, name: str, before: RuleFile | None, folder: Path) -> _Draft:
    rules = []
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        try:
            rules.append(row_rule(row))
        except ValueError as wrong:
            raise _CellError(
                Finding(
                    "pack.rule_cell",
                    'A cell of this rule begins like a list but is none. Write lists as ["a", "b"].',
                    {},
                    Where(sheet=sheet.name, row=number),
                )
            ) from wrong
    if before is not None and rules_of(before) == rules:
        text = (folder / RULES_FOLDER / f"{name}.yaml").read_bytes().decode("utf-8-sig")
        return _Draft(sheet.name, text, sheet.numbers, tuple(rule_lines(text)), False)
    text = with_rules(before, name, rules)
    return _Draft(sheet.name, text, sheet.numbers, tuple(rule_lines(text)), True)


def _parts(sheet: Sheet, column: str) -> Iterator[tuple[str, Sheet]]:
    """The rows of a sheet by the file they belong to, in the order of the sheet."""
    pairs = list(zip(sheet.numbers, sheet.rows, strict=True))
    for number, row in pairs:
        if not _is_file_name(row.get(column, "")):
            raise _CellError(
                Finding(
                    "pack.file_name",
                    "“{name}” is no name for this column. Use small letters, digits, - and _.",
                    {"name": row.get(column, "")},
                    Where(sheet=sheet.name, row=number, column=column),
                )
            )
    for name in dict.fromkeys(row[column] for _, row in pairs):
        mine = [(number, row) for number, row in pairs if row[column] == name]
        rows = tuple({key: cell for key, cell in row.items() if key != column} for _, row in mine)
        yield name, replace(sheet, rows=rows, numbers=tuple(number for number, _ in mine))


def _is_file_name(name: str) -> bool:
    return bool(name) and all(c.isascii() and (c.islower() or c.isdigit() or c in "-_") for c in name)


def _tables_of(folder: Path) -> tuple[str, ...]:
    files = [*(folder / "codelists").glob("*.csv"), *(folder / RULES_FOLDER).glob("*.yaml")]
    kept = {
        f"{RULES_FOLDER}/{name}.yaml" for name, file in read_rule_files(folder).items() if not rules_of(file)
    }
    return tuple(sorted({file.relative_to(folder).as_posix() for file in files} - kept))


def _missing_sheets(sheets: Mapping[str, Sheet]) -> Iterator[Finding]:
    for name in _SHEETS:
        if name not in sheets:
            yield Finding(
                "pack.no_sheet",
                "The workbook lacks the sheet {sheet}. Begin with: fieldapp pack export-xlsx",
                {"sheet": name},
                Where(sheet=name),
            )


def _placed(finding: Finding, drafts: Mapping[str, _Draft], sheets: Mapping[str, Sheet]) -> Finding:
    """The finding at its place in the workbook; what stands in other files keeps its own."""
    draft = drafts.get(finding.where.file)
    if draft is None:
        return finding
    if finding.where.file == HEADING_FILE:
        return replace(finding, where=_heading_place(finding.code, sheets[HEADING_SHEET]))
    row = draft.row(finding.where.row)
    return replace(finding, where=replace(finding.where, file="", sheet=draft.sheet, row=row))


def _has_errors(findings: list[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)
