"""The entry list as a workbook for whoever types it: one row a fact, every value as text so that no zero is lost."""

from collections.abc import Sequence
from pathlib import Path

from fieldapp.register.declarations import Dictionary
from fieldapp.reports.entry_list import field_words, shown_value
from fieldapp.store.comparison.entry_lines import EntryLine
from fieldapp.store.exports import note_export
from fieldapp.store.replacing import make_folder
from fieldapp.store.vault import Vault
from fieldapp.texts import Texts

_WIDTHS = (16, 20, 12, 12, 26, 22, 22, 12, 12)


def write_entries(
    vault: Vault, lines: Sequence[EntryLine], path: Path, texts: Texts, *, scope: str, reason: str = ""
) -> Path:
    """Write the lines to an .xlsx, masked unless a reason is given; on record first.

    Raises RegisterError role.not_allowed; OSError where the file cannot be written.
    """
    import xlsxwriter

    masked = not reason.strip()
    note_export(vault, "entry-list", scope=scope, reason=reason, masked=masked)
    make_folder(path.parent)
    partial = path.with_name(f".{path.name}.part")
    try:
        book = xlsxwriter.Workbook(str(partial))
        sheet = book.add_worksheet(texts("Entry list")[:31])
        heavy, plain = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        for column, (title, width) in enumerate(zip(_titles(texts), _WIDTHS, strict=True)):
            sheet.set_column(column, column, width, plain)
            sheet.write_string(0, column, title, heavy)
        for row, line in enumerate(lines, 1):
            for column, text in enumerate(_cells(line, vault.dictionary, texts, masked)):
                sheet.write_string(row, column, text, plain)
        sheet.freeze_panes(1, 0)
        book.close()
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return path


def _titles(texts: Texts) -> tuple[str, ...]:
    return (
        texts("Village"),
        texts("Household number"),
        texts("Person"),
        texts("National code"),
        texts("Field"),
        texts("Old value"),
        texts("New value"),
        texts("Approved by"),
        texts("Approved on"),
    )


def _cells(line: EntryLine, dictionary: Dictionary, texts: Texts, masked: bool) -> tuple[str, ...]:
    return (
        line.scope,
        line.household_no,
        line.who,
        line.national_field,
        field_words(line, dictionary, texts),
        shown_value(line, line.national_old, dictionary, masked=masked),
        shown_value(line, line.national_value, dictionary, masked=masked),
        line.approved_by,
        line.approved_on,
    )
