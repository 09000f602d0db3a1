"""CSV tables with a heading: rows by column name and line; a broken row is a finding and the rest is read on."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace

from fieldapp.errors import Finding, PackError, Where


def table_rows(
    text: str, file: str, columns: tuple[str, ...], findings: list[Finding]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows by heading with their line in the file; a row with too many or too few cells is a finding."""
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        heading = next(lines, [])
        if missing := [column for column in columns if column not in heading]:
            raise PackError(
                "dictionary.heading",
                "{file} lacks the columns: {columns}. Its first row must name them.",
                file=file,
                columns=", ".join(missing),
            )
        for cells in lines:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(heading):
                findings.append(
                    Finding(
                        "dictionary.cells",
                        "This row has {count} cells where the heading has {wanted}. A cell with a comma needs quotes.",
                        {"count": len(cells), "wanted": len(heading)},
                        Where(file=file, row=lines.line_num),
                    )
                )
                continue
            yield lines.line_num, dict(zip(heading, (cell.strip() for cell in cells), strict=True))
    except csv.Error:
        findings.append(
            Finding(
                "dictionary.csv",
                "The table cannot be read from here on. Save it again as CSV in UTF-8.",
                {},
                Where(file=file, row=lines.line_num),
            )
        )


def missing_labels(row: Mapping[str, str], where: Where) -> Iterator[Finding]:
    """A warning for each of the three labels a row lacks."""
    for column in ("zh_hans", "zh_hant", "en"):
        if not row[column]:
            yield Finding(
                "dictionary.no_label",
                "A label is missing. Fill in the column {column}.",
                {"column": column},
                replace(where, column=column),
                "warning",
            )
