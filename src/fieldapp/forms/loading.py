"""The one door to form files: an XForm, or an XLSForm that is converted first; what the file is, its content tells."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from fieldapp.errors import FormError
from fieldapp.forms.form import Form
from fieldapp.forms.importing import convert_cached, is_xform, with_place
from fieldapp.forms.importing.xform_logic import repair_xform
from fieldapp.forms.importing.xform_text import as_utf8
from fieldapp.forms.reading.external_lists import ITEMSETS
from fieldapp.forms.reading.secondary import Attachments, find_attachment
from fieldapp.forms.reading.xform import read_definition


def load_form_xml(xml: bytes, attachments: Attachments = None) -> Form:
    """The form of an XForm's XML. Raises FormError."""
    return Form(read_definition(xml, attachments))


def load_form(path: Path | str, attachments: Attachments = None, cache: Path | None = None) -> Form:
    """The form in a file: an XForm, or an XLSForm as .xlsx .xlsm .xls .csv .md, whatever its name says.

    `attachments` is a folder, or bytes by name or by jr:// address; without it, files beside the form are used.
    `cache` is a folder for converted forms, kept by the hash of the content. Raises FormError; its params tell
    sheet, row and column where they are known.
    """
    file = Path(path)
    if not file.is_file():
        raise FormError("form.no_file", "There is no form at {path}.", path=str(file))
    found = file.parent if attachments is None else attachments
    if is_xform(file):
        return _xform(file, found)
    converted = convert_cached(file, cache)
    try:
        whole = _with_lists(found, converted.itemsets)
        return Form(read_definition(converted.xml.encode(), whole, from_sheets=True), converted.findings)
    except FormError as error:
        raise with_place(error, converted.rows) from error


def _xform(file: Path, attachments: Attachments) -> Form:
    """The form of an XForm's file; one whose logic cannot be read is repaired and tried once more."""
    xml, findings = as_utf8(file.read_bytes(), file.name)
    try:
        return Form(read_definition(xml, attachments), findings)
    except FormError:
        repaired, done = repair_xform(xml, file.name)
        if not done:
            raise
        return Form(read_definition(repaired, attachments), (*findings, *done))


def _with_lists(attachments: Attachments, itemsets: str) -> Attachments:
    """The attachments and the lists of `select_one_external` that the workbook itself holds."""
    return _Lists(attachments, itemsets.encode()) if itemsets else attachments


class _Lists(Mapping[str, bytes]):
    """Attachments by name over others, with itemsets.csv when the others have none."""

    def __init__(self, others: Attachments, itemsets: bytes) -> None:
        self._others = others
        self._itemsets = itemsets

    def __getitem__(self, name: str) -> bytes:
        found = find_attachment(self._others, name)
        if found is None and name.rpartition("/")[2] == ITEMSETS:
            found = self._itemsets
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        there = self._others
        names = [one.name for one in there.glob("*")] if isinstance(there, Path) else list(there or ())
        return iter(dict.fromkeys((*names, ITEMSETS)))

    def __len__(self) -> int:
        return sum(1 for _ in self)
