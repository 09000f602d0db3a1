"""XLSForm → XForm by pyxform: as the form is; else repaired, and what pyxform still names taken out bit by bit.

pyxform takes up to five seconds on a heavy form, so windows call this in a child process; the outcome is
kept by the hash of the content in a folder the caller names.
"""

import hashlib
import json
import warnings
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path

from fieldapp.errors import Finding, FormError, UserError, Where
from fieldapp.forms.importing.attributes import repair_attributes
from fieldapp.forms.importing.choices import repair_choices
from fieldapp.forms.importing.counts import repair_counts
from fieldapp.forms.importing.filters import check_filters
from fieldapp.forms.importing.headings import CARRIED, repair_headings
from fieldapp.forms.importing.known_columns import tell_unused
from fieldapp.forms.importing.kobo import repair_kobo
from fieldapp.forms.importing.names import repair_names
from fieldapp.forms.importing.places import rows_of
from fieldapp.forms.importing.question_types import repair_types
from fieldapp.forms.importing.reading import read_book
from fieldapp.forms.importing.reasons import is_groundless, place_of, reason_of, warning_of
from fieldapp.forms.importing.references import repair_references
from fieldapp.forms.importing.removal import remove_cause
from fieldapp.forms.importing.settings import declare_namespace, repair_settings
from fieldapp.forms.importing.sheets import Book
from fieldapp.forms.importing.sources import read_source
from fieldapp.forms.importing.spelling import repair_logic
from fieldapp.forms.importing.structure import repair_structure

# Raise when a repair changes: conversions that were kept before are then made anew.
REPAIRS = "4"
MOST_REMOVALS = 60
_REPAIRS: tuple[Callable[[Book], None], ...] = (
    repair_settings, repair_kobo, repair_types, repair_structure, repair_names, repair_counts, repair_choices,
    lambda book: repair_references(book, take_out=True), repair_logic,
)  # fmt: skip


@dataclass(frozen=True)
class Converted:
    """The XML of an XForm, what was repaired or warned of, the survey's row of each node, and itemsets.csv."""

    xml: str
    findings: tuple[Finding, ...] = ()
    rows: Mapping[str, int] = field(default_factory=dict)
    itemsets: str = ""


def convert_xlsform(path: Path | str) -> str:
    """The XForm of an XLSForm file. Raises FormError with sheet, row and column where they are known."""
    return convert(Path(path)).xml


def convert_cached(path: Path, cache: Path | None = None) -> Converted:
    """`convert`, or what it gave for the same content before."""
    if cache is None:
        return convert(path)
    kept = kept_at(path, cache)
    found = _read_kept(kept)
    if found is None:
        found = convert(path)
        cache.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_suffix(".new")
        fresh.write_text(
            json.dumps({**asdict(found), "findings": [_plain(one) for one in found.findings]}), "utf-8"
        )
        fresh.replace(kept)
    return found


def kept_at(path: Path, cache: Path) -> Path:
    """Where the conversion of a file with this content is kept, or will be."""
    # Its version from beside it: the package takes half a second to load, and most forms are kept already.
    made_by = f"{path.name} {version('pyxform')} {REPAIRS}".encode()
    return cache / f"{hashlib.sha256(path.read_bytes() + made_by).hexdigest()}.json"


def _plain(one: Finding) -> dict[str, object]:
    params = {
        key: {"code": value.code, "text": value.text, "params": value.params}
        if isinstance(value, Finding | UserError)
        else str(value)
        for key, value in one.params.items()
    }
    return {**asdict(one), "params": params}


def _kept_finding(one: dict[str, object]) -> Finding:
    params = {
        key: Finding(**value) if isinstance(value, dict) else value
        for key, value in one["params"].items()  # type: ignore[attr-defined]
    }
    return Finding(**{**one, "params": params, "where": Where(**one["where"])})  # type: ignore[arg-type]


def _read_kept(kept: Path) -> Converted | None:
    try:
        content = json.loads(kept.read_text("utf-8"))
        findings = tuple(map(_kept_finding, content["findings"]))
        return Converted(content["xml"], findings, content["rows"], content["itemsets"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def convert(path: Path) -> Converted:
    """The XForm of an XLSForm: as it is, else repaired. Raises FormError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = read_book(read_source(path))
    return convert_book(book)


def convert_book(book: Book) -> Converted:
    """The XForm of sheets that were read; they are repaired in place. Raises FormError."""
    repair_headings(book)
    tell_unused(book)
    declare_namespace(book)
    repair_attributes(book)
    repair_references(book, take_out=False)
    repair_logic(book)
    check_filters(book)
    try:
        return _to_xform(book)
    except FormError as refused:
        return _repaired(book, refused)


def _repaired(book: Book, first: FormError) -> Converted:
    for repair in _REPAIRS:
        repair(book)
    refused = first
    for _ in range(MOST_REMOVALS):
        try:
            return _to_xform(book)
        except FormError as error:
            refused = error
            if not remove_cause(book, str(error.params["said"])):
                break
    raise refused


def _to_xform(book: Book) -> Converted:
    from pyxform.xls2xform import convert as to_xform

    said: list[str] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            result = to_xform(book.for_pyxform(), warnings=said)
        except Exception as error:
            raise _refused(error, book) from error
    xml = result.xform
    for carried, stand_in in CARRIED.items():
        xml = xml.replace(f' {stand_in.partition("::")[2]}="', f' {carried.partition("::")[2]}="')
    findings = [*book.findings, *(_at_row(warning_of(one), book) for one in said if not is_groundless(one))]
    return Converted(xml, tuple(findings), rows_of(book), result.itemsets or "")


def _at_row(finding: Finding, book: Book) -> Finding:
    """The row of the file for the row that pyxform was given."""
    where = finding.where
    sheet = book.sheets.get(where.sheet)
    if sheet is None or where.row is None or not 0 <= where.row - 2 < len(sheet.numbers):
        return finding
    place = Where(sheet=where.sheet, row=sheet.numbers[where.row - 2], column=where.column)
    return Finding(finding.code, finding.text, finding.params, place, finding.severity)


def _refused(error: Exception, book: Book) -> FormError:
    said = str(error) or type(error).__name__
    where = _at_row(Finding("", "", {}, place_of(said)), book).where
    return FormError(
        "form.xlsform",
        "{name} cannot be converted: {reason}",
        name=book.name,
        reason=reason_of(said),
        said=said,
        sheet=where.sheet,
        row=where.row,
        column=where.column,
    )
