"""Headings that pyxform would overlook or trip over: misspelt, single colons among double ones, the same column twice."""

import re

from fieldapp.forms.importing.columns import LOGIC, meaning
from fieldapp.forms.importing.known_columns import KNOWN, USUAL
from fieldapp.forms.importing.near import near
from fieldapp.forms.importing.sheets import Book, Sheet, mark

# What pyxform gives its XML builder by this name breaks it; the attribute is put back into the finished XForm.
CARRIED = {"instance::tag": "instance::fieldapp-tag"}
# pyxform translates this attribute and not ours; the reader of binds takes it for the words of a soft check.
_SOFT_MESSAGE, _TRANSLATED = "bind::fieldapp:soft_message::", "bind::jr:noAppErrorString::"
_MISSPELT = {
    "survey": {
        "relevent": "relevant", "relevants": "relevant", "relavant": "relevant", "skip": "relevant",
        "calculations": "calculation", "calulation": "calculation", "calc": "calculation",
        "constraints": "constraint", "contraint": "constraint", "constrain": "constraint",
        "labels": "label", "lable": "label", "hints": "hint", "names": "name", "types": "type",
        "require": "required", "requires": "required", "mandatory": "required", "appearence": "appearance",
        "apperance": "appearance", "appearances": "appearance", "choicefilter": "choice_filter",
        "choice-filter": "choice_filter", "choices_filter": "choice_filter", "choice_filters": "choice_filter",
        "repeatcount": "repeat_count", "repeat-count": "repeat_count", "defaults": "default",
        "constraintmessage": "constraint_message", "constraint_msg": "constraint_message",
        "requiredmessage": "required_message", "required_msg": "required_message", "parameter": "parameters",
    },
    "choices": {
        "listname": "list_name", "list-name": "list_name", "list": "list_name", "lists": "list_name",
        "labels": "label", "lable": "label", "names": "name", "code": "name",
    },
    "settings": {
        "formtitle": "form_title", "form-title": "form_title", "formid": "form_id", "form-id": "form_id",
        "defaultlanguage": "default_language", "instancename": "instance_name", "versions": "version",
    },
}  # fmt: skip
_MEDIA = ("image", "audio", "video", "big-image")
_ODD_SPACE = re.compile(r"[\u00a0\u2000-\u200b\u202f\u3000\ufeff]+")


def repair_headings(book: Book) -> None:
    """Safe for good forms: only columns that would be ignored or refused get another heading."""
    for sheet in book.sheets.values():
        given = tuple(sheet.header)
        for old in given:
            if old.startswith(_SOFT_MESSAGE):
                sheet.rename_column(old, _TRANSLATED + old.removeprefix(_SOFT_MESSAGE))
                continue
            new = _written(sheet, old, given)
            if new != old and new not in sheet.header:
                _rename(book, sheet, old, new)
        _merge_same(book, sheet)


def _written(sheet: Sheet, old: str, given: tuple[str, ...]) -> str:
    new = " ".join(_ODD_SPACE.sub(" ", old.replace("：", ":")).split()) if _odd(old) else old
    if new.lower() in CARRIED:
        return CARRIED[new.lower()]
    if "::" not in new and ":" in new and any("::" in one for one in sheet.header):
        first, _, rest = new.partition(":")
        if meaning(first) in (
            "label",
            "hint",
            "guidance_hint",
            "constraint_message",
            "required_message",
            "media",
        ):
            new = f"{first}::{rest.replace(':', '::') if meaning(first) == 'media' else rest}"
    colons = "::" if "::" in new else ":"
    first, _, rest = new.partition(colons)
    plain = "_".join(first.split()).lower()
    right = _MISSPELT.get(sheet.name, {}).get(plain, "")
    if not right and meaning(first, sheet.name) not in KNOWN.get(sheet.name, ()):
        right = near(plain, USUAL.get(sheet.name, ()))
    if not right or any(meaning(one, sheet.name) == right and one != old for one in given):
        return new
    return f"{right}{colons}{rest}" if rest else right


def _odd(heading: str) -> bool:
    return bool(_ODD_SPACE.search(heading)) or "：" in heading


def _rename(book: Book, sheet: Sheet, old: str, new: str) -> None:
    sheet.rename_column(old, new)
    if new in CARRIED.values():
        book.note(
            mark(
                "The column “{old}” stops the converter; its attribute was carried over unchanged.",
                sheet.name, 1, old, old=old,
            )
        )  # fmt: skip
        return
    book.note(mark("The column “{old}” was read as “{new}”.", sheet.name, 1, old, old=old, new=new))


def _merge_same(book: Book, sheet: Sheet) -> None:
    seen: dict[str, str] = {}
    for old in list(sheet.header):
        known = _same(old, sheet.name)
        first = seen.setdefault(known, old)
        if first == old or not known:
            continue
        full = first if "::" in first else old
        other = old if full == first else first
        _tell_other_words(book, sheet, other, full)
        sheet.rename_column(other, full)
        seen[known] = full
        book.note(
            mark("The column “{old}” was merged into “{new}”.", sheet.name, 1, other, old=other, new=full)
        )


def _tell_other_words(book: Book, sheet: Sheet, other: str, full: str) -> None:
    """Where both columns have a cell, the one of `full` counts."""
    for number, row in sheet:
        if other in row and full in row and row[other] != row[full]:
            book.note(
                mark(
                    "“{old}” was taken out: the column “{other}” of the row says “{new}”.",
                    sheet.name, number, other, removed=True, old=row[other], other=full, new=row[full],
                )
            )  # fmt: skip


def _same(heading: str, sheet: str) -> str:
    """A key that two spellings of one column share: `image` and `media::image`; "" for columns of no meaning."""
    parts = [part.strip() for part in heading.split("::" if "::" in heading else ":")]
    first = "_".join(parts[0].split()).lower()
    if len(parts) > 1 and (first == "media" or (first == "bind" and meaning(parts[1], sheet) in LOGIC)):
        first, parts = parts[1], parts[1:]
    plain = first if first in _MEDIA else meaning(parts[0], sheet)
    if plain in ("bind", "instance", "body", "control") or not plain:
        return ""
    if len(parts) == 1 and plain == parts[0] and first == parts[0] and plain not in _SPELT:
        return ""
    return "::".join([plain, *parts[1:]])


_SPELT = frozenset(
    "label hint relevant calculation read_only constraint required name type constraint_message required_message "
    "repeat_count list_name image audio video appearance choice_filter default".split()
)
