"""`${name}`: in full-width letters, with spaces, in the wrong case or broken it is put right; to nothing, taken out."""

import re
import unicodedata

from fieldapp.forms.importing.columns import LOGIC, TEXT, heading, kind_of, meaning
from fieldapp.forms.importing.sheets import Book, Sheet, mark

_ANY = re.compile(r"[$＄]\s*[{｛]([^{}｛｝$＄]*)[}｝]")
_OPEN = re.compile(r"[$＄]\s*[{｛](?![^{}｛｝$＄]*[}｝])\s*([^\s{}｛｝$＄]*)")
_ALWAYS_KNOWN = frozenset({"instanceID", "instanceName"})


def survey_names(book: Book) -> dict[str, int]:
    """The names of the survey and how often each stands there."""
    survey = book.sheet("survey")
    column, kind = heading(survey, "name"), heading(survey, "type")
    counts: dict[str, int] = dict.fromkeys(_ALWAYS_KNOWN, 1)
    for row in survey.rows:
        name = row.get(column, "")
        if name and not kind_of(row, kind).startswith("end_"):
            counts[name] = counts.get(name, 0) + 1
    return counts


def repair_references(book: Book, take_out: bool) -> None:
    """Put right what can be; with `take_out`, also remove what names no question, and say so."""
    names = survey_names(book)
    for sheet in book.sheets.values():
        if sheet.name in ("external_choices", "osm"):
            continue
        for number, row in sheet:
            for column, text in list(row.items()):
                if "{" in text or "｛" in text:
                    _repair_cell(book, sheet, number, row, column, names, take_out)


def _repair_cell(
    book: Book,
    sheet: Sheet,
    number: int,
    row: dict[str, str],
    column: str,
    names: dict[str, int],
    take_out: bool,
) -> None:
    old = row[column]
    if sheet.name == "choices" and meaning(column) not in TEXT:
        return
    unknown: list[str] = []

    def put_right(found: re.Match[str]) -> str:
        name = known_name(found.group(1), names)
        if name is None:
            unknown.append(found.group(1).strip())
            return found.group(1).strip() if take_out and column_is_text(sheet, column) else found.group(0)
        return "${" + name + "}"

    def close(found: re.Match[str]) -> str:
        name = known_name(found.group(1), names)
        if name is not None:
            return "${" + name + "} "
        unknown.append(found.group(1))
        return found.group(1) if take_out and column_is_text(sheet, column) else found.group(0)

    new = _OPEN.sub(close, _ANY.sub(put_right, old)).rstrip()
    if unknown and take_out and not column_is_text(sheet, column):
        _take_out(book, sheet, number, row, column, unknown[0])
    elif new != old:
        row[column] = new
        lost = bool(unknown) and take_out
        book.note(
            mark(
                "“{old}” refers to a question that does not exist; it was read as “{new}”."
                if lost
                else "The reference in “{old}” was read as “{new}”.",
                sheet.name, number, column, removed=lost, old=_short(old), new=_short(new),
            )
        )  # fmt: skip


def column_is_text(sheet: Sheet, column: str) -> bool:
    """Whether a cell of the column is words that may hold references, not logic."""
    plain = meaning(column)
    if sheet.name == "survey":
        return plain not in LOGIC and plain not in ("default", "trigger", "parameters", "type", "name")
    return sheet.name == "choices"


def _take_out(book: Book, sheet: Sheet, number: int, row: dict[str, str], column: str, name: str) -> None:
    old = row.pop(column)
    survey_type = kind_of(row, heading(sheet, "type"))
    if survey_type == "calculate" and meaning(column) == "calculation":
        row[column] = "''"
    book.note(
        mark(
            "“{old}” was taken out: there is no question “{name}”.",
            sheet.name, number, column, removed=True, old=_short(old), name=name,
        )
    )  # fmt: skip


def known_name(inner: str, names: dict[str, int]) -> str | None:
    """The name that the inside of `${…}` means, with `last-saved#` kept, or None."""
    text = unicodedata.normalize("NFKC", inner).strip().strip("\u200b\ufeff")
    last_saved, _, name = text.rpartition("last-saved#")
    lead = "last-saved#" if "last-saved#" in text else ""
    if last_saved.strip():
        return None
    if inner.strip() in names:
        return inner.strip()
    if name in names:
        return lead + name
    for fold in (str.lower, lambda one: re.sub(r"[\s_-]+", "_", one.lower())):
        same = [one for one in names if fold(one) == fold(name)]
        if len(same) == 1:
            return lead + same[0]
    return None


def _short(text: str) -> str:
    return text if len(text) <= 200 else text[:199] + "…"
