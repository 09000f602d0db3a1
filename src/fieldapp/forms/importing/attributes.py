"""Columns that become names in XML: prefixes of other programs that no setting declares, and names that XML refuses."""

import re

from fieldapp.forms.importing.columns import TEXT, meaning
from fieldapp.forms.importing.sheets import Book, Sheet, mark

_DECLARED = re.compile(r"([\w.-]+)\s*=")
_NAME = re.compile(r"[^\W\d][\w.-]*")
_OF_XFORMS = frozenset({"h", "ev", "xsd", "jr", "orx", "odk", "entities", "xml", "fieldapp"})
_ADDRESSES = {
    "esri": "http://esri.com/xforms", "oc": "http://openclinica.org/xforms",
    "kb": "http://kobotoolbox.org/xforms", "cht": "https://communityhealthtoolkit.org",
}  # fmt: skip
_HOLDERS = ("bind", "body", "instance", "control")


def repair_attributes(book: Book) -> None:
    """Safe for good forms: only what would give XML that nobody can read is changed."""
    _declare_prefixes(book)
    choices = book.sheet("choices")
    for column in list(choices.header):
        of_program = meaning(column, "choices") in (*TEXT, "list_name", "name")
        # One with a space is left out by the converter, which says so.
        if not of_program and "::" not in column and " " not in column and not _NAME.fullmatch(column):
            _leave_out(book, choices, column)


def _declare_prefixes(book: Book) -> None:
    survey, settings = book.sheet("survey"), book.sheet("settings")
    given = settings.rows[0].get("namespaces", "") if settings.rows else ""
    known = {*_OF_XFORMS, *_DECLARED.findall(given)}
    for column in list(survey.header):
        holder, _, attribute = column.partition("::")
        if holder.strip().lower() not in _HOLDERS or not any(column in row for row in survey.rows):
            continue
        prefix, colon, local = attribute.partition("::")[0].rpartition(":")
        if not _NAME.fullmatch(local) or (colon and not _NAME.fullmatch(prefix)):
            _leave_out(book, survey, column)
        elif prefix and prefix not in known:
            known.add(prefix)
            given = f'{given} {prefix}="{_ADDRESSES.get(prefix, f"urn:{prefix}")}"'.strip()
            if not settings.rows:
                settings.append({}, 2)
            settings.add_column("namespaces")
            settings.rows[0]["namespaces"] = given
            book.note(
                mark(
                    "No setting declares the prefix “{prefix}”; its columns were carried over for other programs.",
                    "survey", 1, column, prefix=prefix,
                )
            )  # fmt: skip


def _leave_out(book: Book, sheet: Sheet, column: str) -> None:
    sheet.drop_column(column)
    book.note(
        mark(
            "The column “{old}” cannot be a name in the form; it was left out.",
            sheet.name, 1, column, removed=True, old=column,
        )
    )  # fmt: skip
