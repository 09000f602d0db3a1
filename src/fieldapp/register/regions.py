"""Region files as published: codes and whole names, with the years they held; two names for one code are findings.

Read here: the 2023 four-level table with pinyin (byte-order mark), provinces/cities/areas/streets/villages tables,
the yearly GB/T 2260 tables, the prefix lists of identity numbers, the table of corrected rare names.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from fieldapp.domain.region import RegionCode, is_region_code
from fieldapp.errors import Finding, RegisterError, Where

LARGEST_FILE = 200_000_000
_HEADINGS = {
    ("ext_id", "ext_name"): ("ext_id", "ext_name"),
    ("code", "name"): ("code", "name"),
    ("Code", "Name"): ("Code", "Name"),
    ("code12", "corrected_name"): ("code12", "corrected_name"),
}
"""The two columns by which a format is known: code and name."""


@dataclass(frozen=True)
class Region:
    """A place. `code` has 12 digits; the name is whole, with every space and rare character it came with.

    `valid_from`/`valid_to` are "YYYY-MM" of the first table that has it and the first that has it no more; "" is
    open. `replaced_by` are codes joined by spaces.
    """

    code: str
    name: str
    valid_from: str = ""
    valid_to: str = ""
    replaced_by: str = ""


def read_regions(content: bytes, filename: str) -> tuple[tuple[Region, ...], tuple[Finding, ...]]:
    """The regions of one file in its order, each code once, with the findings of its rows.

    A second row for a code with the same name is passed over; with another name it is a finding and the first
    stays. Raises RegisterError for a file that is no region table.
    """
    text = _decoded(content, filename)
    if text.lstrip().startswith("{"):
        return _read_json(text, filename)
    found: dict[str, Region] = {}
    findings: list[Finding] = []
    for row, code, name, since in _table_rows(text, filename, findings):
        _take(Region(code, name, since), row, filename, found, findings)
    return tuple(found.values()), tuple(findings)


def join_years(tables: Sequence[Sequence[Region]]) -> tuple[Region, ...]:
    """The history of codes over several yearly tables, oldest first: one Region for each name a code had.

    A code that a later table of the same reach lacks ends with that table's month.
    """
    ordered = sorted((table for table in tables if table), key=lambda table: table[0].valid_from)
    open_now: dict[str, Region] = {}
    closed: list[Region] = []
    for table in ordered:
        month = table[0].valid_from
        current = {region.code: region for region in table}
        for code, region in list(open_now.items()):
            if code not in current or current[code].name != region.name:
                closed.append(replace(open_now.pop(code), valid_to=month))
        for code, region in current.items():
            open_now.setdefault(code, region)
    return tuple(sorted((*closed, *open_now.values()), key=lambda region: (region.code, region.valid_from)))


def with_replacements(regions: Iterable[Region], replaced: Iterable[Region]) -> tuple[Region, ...]:
    """`regions` with `replaced_by` taken from the regions of a replacement table (`diff.json`)."""
    new_codes = {region.code: region.replaced_by for region in replaced}
    return tuple(
        replace(region, replaced_by=new_codes.get(region.code, "") or region.replaced_by)
        for region in regions
    )


def _take(region: Region, row: int, filename: str, found: dict[str, Region], findings: list[Finding]) -> None:
    before = found.setdefault(region.code, region)
    if before.name != region.name:
        findings.append(
            Finding(
                "region.duplicate",
                "The code {code} stands for {first} and for {second}. The first was kept.",
                {"code": region.code, "first": before.name, "second": region.name},
                Where(file=filename, row=row, column="code"),
            )
        )


def _table_rows(text: str, filename: str, findings: list[Finding]) -> Iterator[tuple[int, str, str, str]]:
    """Line, 12-digit code, name and month of each good row."""
    tabs = "\t" in text.partition("\n")[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if tabs else ",")
    try:
        heading = next(lines, [])
        code_column, name_column = _columns(heading, filename)
        for cells in lines:
            if len(cells) != len(heading):
                if any(cells):
                    findings.append(_bad_row("region.cells", filename, lines.line_num))
                continue
            row = dict(zip(heading, cells, strict=True))
            code, name = row[code_column].strip(), row[name_column] or row.get("village_as_published", "")
            if is_region_code(code):
                yield lines.line_num, RegionCode(code).text, name, _month(row.get("Revision", ""))
            elif code not in ("0", ""):
                findings.append(_bad_code(code, filename, lines.line_num))
    except csv.Error:
        findings.append(_bad_row("region.csv", filename, lines.line_num))


def _columns(heading: list[str], filename: str) -> tuple[str, str]:
    for needed, columns in _HEADINGS.items():
        if set(needed) <= set(heading):
            return columns
    raise RegisterError(
        "region.heading",
        "{file} is no region table: its first row must name a code and a name column, as code,name.",
        file=filename,
    )


def _read_json(text: str, filename: str) -> tuple[tuple[Region, ...], tuple[Finding, ...]]:
    """The identity-prefix lists: code → name, or code → the codes that replaced it."""
    found: dict[str, Region] = {}
    findings: list[Finding] = []
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise RegisterError(
            "region.json", "{file} cannot be read as JSON: {reason}", file=filename, reason=str(wrong)
        ) from wrong
    for number, (code, value) in enumerate(raw.items(), 2):
        if not is_region_code(code):
            findings.append(_bad_code(code, filename, number))
        elif isinstance(value, str):
            found[RegionCode(code).text] = Region(RegionCode(code).text, value)
        elif isinstance(value, list) and all(isinstance(new, str) and is_region_code(new) for new in value):
            now = " ".join(RegionCode(new).text for new in value)
            found[RegionCode(code).text] = Region(RegionCode(code).text, "", replaced_by=now)
        else:
            findings.append(_bad_row("region.cells", filename, number))
    return tuple(found.values()), tuple(findings)


def _decoded(content: bytes, filename: str) -> str:
    if len(content) > LARGEST_FILE:
        raise RegisterError("region.size", "{file} is too large for a region table.", file=filename)
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise RegisterError("region.encoding", "{file} is no text table. Save it as CSV in UTF-8.", file=filename)


def _month(revision: str) -> str:
    return f"{revision[:4]}-{revision[4:6]}" if len(revision) == 6 and revision.isdigit() else ""


def _bad_row(code: str, filename: str, row: int) -> Finding:
    return Finding(code, "This row is broken and was passed over.", {}, Where(file=filename, row=row))


def _bad_code(code: str, filename: str, row: int) -> Finding:
    return Finding(
        "region.code",
        "“{code}” is no region code. Codes have 2, 4, 6, 9 or 12 digits.",
        {"code": code},
        Where(file=filename, row=row, column="code"),
    )
