"""The one door to form files: an XForm, or an XLSForm that is converted first."""

from pathlib import Path

from fieldapp.errors import FormError
from fieldapp.forms.convert import convert_cached
from fieldapp.forms.form import Form
from fieldapp.forms.secondary import Attachments
from fieldapp.forms.xform import read_definition


def load_form_xml(xml: bytes, attachments: Attachments = None) -> Form:
    """The form of an XForm's XML. Raises FormError."""
    return Form(read_definition(xml, attachments))


def load_form(path: Path | str, attachments: Attachments = None, cache: Path | None = None) -> Form:
    """The form in a file: .xml is an XForm, .xlsx .xls .md .csv an XLSForm.

    `attachments` is a folder, or bytes by name or by jr:// address; without it, files beside the form are used.
    `cache` is a folder for converted forms, kept by the hash of the content. Raises FormError.
    """
    file = Path(path)
    if not file.is_file():
        raise FormError("form.no_file", "There is no form at {path}.", path=str(file))
    found = file.parent if attachments is None else attachments
    if file.suffix.lower() == ".xml":
        return load_form_xml(file.read_bytes(), found)
    converted = convert_cached(file, cache)
    return Form(read_definition(converted.xml.encode(), found), converted.findings)
