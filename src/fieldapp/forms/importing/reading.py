"""From a form file's content to its sheets; sheet names in other spellings are recognised and said."""

import re
from collections.abc import Callable, Iterator

from fieldapp.errors import Finding, FormError
from fieldapp.forms.importing.header_rows import with_headings
from fieldapp.forms.importing.sheets import SHEETS, Book, mark, sheet_from_grid
from fieldapp.forms.importing.sources import Source
from fieldapp.forms.importing.text_tables import csv_grids, md_grids
from fieldapp.forms.importing.workbooks import Cells, xls_grids, xlsx_grids

_GRIDS: dict[str, Callable[[Source], Iterator[tuple[str, Cells]]]] = {
    "xlsx": lambda source: xlsx_grids(source.content),
    "xls": lambda source: xls_grids(source.content),
    "csv": lambda source: csv_grids(source.text),
    "md": lambda source: md_grids(source.text),
}
_OTHER_NAMES = {
    "questions": "survey", "form": "survey", "surveys": "survey", "choice": "choices", "columns": "choices",
    "select": "choices", "options": "choices", "setting": "settings", "externalchoices": "external_choices",
    "entity": "entities",
}  # fmt: skip


def read_book(source: Source) -> Book:
    """The sheets of an XLSForm. Raises FormError for a file without a survey."""
    book = Book(source.name, findings=list(source.findings))
    unknown = []
    for title, cells in _GRIDS[source.kind](source):
        book.sheet_names.append(title)
        name = title.lower()
        if name in SHEETS and name not in book.sheets:
            _take(book, name, cells)
        else:
            unknown.append((title, [list(row) for row, _ in zip(cells, range(20_000), strict=False)]))
    for title, rows in unknown:
        known = re.sub(r"[\s_-]+", "", title.lower())
        name = "" if title.startswith("_") else known if known in SHEETS else _OTHER_NAMES.get(known, "")
        if name and name not in book.sheets:
            _take(book, name, iter(rows))
            book.note(_renamed(title, name))
    if "survey" not in book.sheets and len(book.sheet_names) == 1 and unknown:
        _take(book, "survey", iter(unknown[0][1]))
    if not book.sheets.get("survey") or not any(book.sheets["survey"].rows):
        raise FormError(
            "form.xlsform.survey", "{name} has no sheet “survey” with questions.", name=source.name
        )
    return book


def _take(book: Book, name: str, cells: Cells) -> None:
    rows, first, moved = with_headings(name, cells)
    book.sheets[name], findings = sheet_from_grid(name, rows, first)
    book.findings += [*moved, *findings]


def _renamed(title: str, name: str) -> Finding:
    return mark("The sheet “{old}” was read as “{new}”.", title, None, "", old=title, new=name)
