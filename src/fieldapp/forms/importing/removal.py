"""The last resort: the one cell that pyxform names in its refusal is taken out, and the author is told."""

import re

from fieldapp.forms.importing.columns import heading, kind_of, meaning
from fieldapp.forms.importing.labels import label_choices, label_unlabelled
from fieldapp.forms.importing.reasons import place_of, reason_of
from fieldapp.forms.importing.sheets import Book, Sheet, mark

_KEPT = frozenset({"type", "name", "list_name"})
_NO_LABEL = re.compile(r"named '([^']*)' has no label or hint")
_UNKNOWN_TYPE = re.compile(r"Unknown question type '([^']*)'")


def remove_cause(book: Book, said: str) -> bool:
    """Take out what one message of pyxform complains of. False when it names nothing that may go."""
    unlabelled = _NO_LABEL.search(said)
    if unlabelled:
        before = len(book.findings)
        label_unlabelled(book, unlabelled.group(1))
        return len(book.findings) > before
    if "'NoneType' object is not iterable" in said:
        before = len(book.findings)
        label_choices(book)
        return len(book.findings) > before
    unknown = _UNKNOWN_TYPE.search(said)
    if unknown:
        return _as_text(book, unknown.group(1))
    where = place_of(said)
    sheet = book.sheets.get(where.sheet)
    if sheet is not None and where.row == 1:
        return _remove_columns(book, sheet, said)
    if where.row is None:
        return _remove_named(book, said) or _remove_parameters(book, said)
    if sheet is None or not 0 <= where.row - 2 < len(sheet.rows):
        return False
    at = where.row - 2
    row, number = sheet.rows[at], sheet.numbers[at]
    if "Missing calculation" in said:
        return _blank_calculation(book, sheet, row, number)
    if "Choice filter not supported with or_other" in said:
        return _remove(book, sheet, row, number, heading(sheet, "choice_filter"), said)
    column = where.column or _guessed(sheet, row, said)
    actual = column if column in row else next((one for one in row if meaning(one, sheet.name) == column), "")
    if not actual or meaning(actual, sheet.name) in _KEPT:
        return _remove_row(book, sheet, row, number, said)
    return _remove(book, sheet, row, number, actual, said)


def _guessed(sheet: Sheet, row: dict[str, str], said: str) -> str:
    """The column that a message without one is about: one whose plain name it mentions."""
    for column in row:
        plain = meaning(column, sheet.name)
        if plain not in _KEPT and plain != "label" and re.search(rf"\b{re.escape(plain)}\b", said, re.I):
            return column
    return "parameters" if "parameters" in row else ""


def _remove(book: Book, sheet: Sheet, row: dict[str, str], number: int, column: str, said: str) -> bool:
    # What is asked for the register and then not written there would be lost without a word in the village.
    old = "" if "container scope" in said else row.pop(column, "")
    if not old:
        return False
    calculates = sheet.name == "survey" and kind_of(row, heading(sheet, "type")) == "calculate"
    if calculates and meaning(column) == "calculation":
        row[column] = "''"
    book.note(
        mark(
            "“{old}” was taken out: {reason}",
            sheet.name, number, column, removed=True, old=old, reason=reason_of(said),
        )
    )  # fmt: skip
    return True


def _remove_row(book: Book, sheet: Sheet, row: dict[str, str], number: int, said: str) -> bool:
    kind = kind_of(row, heading(sheet, "type")) if sheet.name == "survey" else ""
    if not row or kind.startswith(("begin", "end")):
        return False
    book.note(
        mark(
            "The row “{old}” was taken out: {reason}",
            sheet.name, number, "", removed=True,
            old=" · ".join(list(row.values())[:4]), reason=reason_of(said),
        )
    )  # fmt: skip
    sheet.drop(row)
    return True


def _remove_columns(book: Book, sheet: Sheet, said: str) -> bool:
    """Columns that a message about the headings lists in quotes."""
    named = [one for one in re.findall(r"'([^']+)'", said) if one in sheet.header]
    for column in named:
        sheet.drop_column(column)
        book.note(
            mark(
                "The column “{old}” was taken out: {reason}",
                sheet.name, 1, column, removed=True, old=column, reason=reason_of(said),
            )
        )  # fmt: skip
    return bool(named)


def _remove_named(book: Book, said: str) -> bool:
    """A cell of the question that a message without a row names, in a column that it names as well."""
    survey = book.sheet("survey")
    name = heading(survey, "name")
    named = re.findall(r"\$\{([^}]+)\}|(?:named|[Qq]uestion) '?([\w.-]+)", said)
    wanted = [first or second for first, second in reversed(named)]
    for one in wanted:
        for number, row in survey:
            if row.get(name) == one:
                column = _guessed(survey, row, said.replace("search()", "appearance"))
                if column and column in row:
                    return _remove(book, survey, row, number, column, said)
    return False


def _remove_parameters(book: Book, said: str) -> bool:
    """Parameters of which a message without a row names one."""
    survey = book.sheet("survey")
    column = heading(survey, "parameters")
    words = set(re.findall(r"[a-z][a-z-]{3,}", said))
    for number, row in survey:
        given = set(re.findall(r"([a-z-]+)\s*=", row.get(column, "").lower()))
        if given & words:
            return _remove(book, survey, row, number, column, said)
    return False


def _blank_calculation(book: Book, sheet: Sheet, row: dict[str, str], number: int) -> bool:
    column = heading(sheet, "calculation")
    sheet.add_column(column)
    row[column] = "''"
    book.note(mark("The calculation is missing; it gives nothing.", sheet.name, number, column, removed=True))
    return True


def _as_text(book: Book, old: str) -> bool:
    survey = book.sheet("survey")
    column = heading(survey, "type")
    found = False
    for number, row in survey:
        if row.get(column) in (old, old.replace("_", " ")) or kind_of(row, column) == old:
            row[column] = "text"
            found = True
            book.note(
                mark(
                    "The question type “{old}” was read as “{new}”.",
                    "survey",
                    number,
                    column,
                    old=old,
                    new="text",
                )
            )
    return found
