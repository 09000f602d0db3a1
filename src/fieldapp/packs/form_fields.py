"""Whether what a form saves fits the dictionary: lists of its `entities` sheet, fields, types and choices of `save_to`.

The rows are read by pyxform's own reader, so every XLSForm format is checked alike; whether the form compiles is
`fieldapp form check`'s to say. Forms that come as finished XForms (.xml) name no dictionary fields and are not read.
"""

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from fieldapp.errors import Finding, PackError, Where
from fieldapp.register.dictionary import Dictionary, FieldSpec

_FITTING: Mapping[str, frozenset[str]] = {
    "text": frozenset({"text", "ref"}),
    "barcode": frozenset({"text"}),
    "integer": frozenset({"int", "year", "decimal", "money"}),
    "int": frozenset({"int", "year", "decimal", "money"}),
    "range": frozenset({"int", "decimal"}),
    "decimal": frozenset({"decimal", "money"}),
    "date": frozenset({"date", "month", "year"}),
    "today": frozenset({"date"}),
    "select_one": frozenset({"code", "bool"}),
    "select_multiple": frozenset({"codes"}),
    "rank": frozenset({"codes"}),
    "geopoint": frozenset({"point"}),
    "image": frozenset({"file"}),
    "photo": frozenset({"file"}),
    "file": frozenset({"file"}),
    "audio": frozenset({"file"}),
    "video": frozenset({"file"}),
}
"""Question type → field types it can fill. A calculate or hidden question may fill any."""
_UNTYPED = frozenset({"calculate", "hidden", "string"})
_SELECT = re.compile(r"(?:select[_ ]?(one|1|multiple)|rank)\s+(\S+)", re.IGNORECASE)
Rows = Sequence[Mapping[str, object]]


def check_form_fields(path: Path, dictionary: Dictionary) -> tuple[Finding, ...]:
    """The findings of one form's `entities` sheet and `save_to` column. Raises PackError for an unreadable file."""
    if path.suffix == ".xml":
        return ()
    survey, choices, entities = _sheets(path)
    file = f"forms/{path.name}"
    lists = [str(row.get("list_name") or row.get("dataset") or "") for row in entities]
    findings = [
        Finding(
            "form.unknown_list",
            "The entities sheet names the list {list}, which the dictionary does not have.",
            {"list": name},
            Where(file=file, sheet="entities", row=number, column="list_name"),
        )
        for number, name in enumerate(lists, 2)
        if name not in dictionary.lists
    ]
    for number, row in enumerate(survey, 2):
        if save_to := str(row.get("save_to") or "").strip():
            where = Where(file=file, sheet="survey", row=number, column="save_to")
            findings += _save_to(save_to, str(row.get("type") or ""), lists, choices, dictionary, where)
    return tuple(findings)


def _save_to(
    save_to: str, question: str, lists: list[str], choices: Rows, dictionary: Dictionary, where: Where
) -> Iterator[Finding]:
    named, _, key = save_to.rpartition("#")
    list_name = named or (lists[0] if len(lists) == 1 else "")
    if list_name not in dictionary.lists:
        if list_name in lists:
            return
        yield Finding(
            "form.save_to_list",
            "“{save_to}” does not say which list it saves to. Write list#field.",
            {"save_to": save_to},
            where,
        )
        return
    if not dictionary.has_field(list_name, key):
        yield Finding(
            "form.unknown_field",
            "The list {list} has no field {key}.",
            {"list": list_name, "key": key},
            where,
        )
        return
    yield from _mismatch(dictionary.field(list_name, key), question.strip(), choices, dictionary, where)


def _mismatch(
    spec: FieldSpec, question: str, choices: Rows, dictionary: Dictionary, where: Where
) -> Iterator[Finding]:
    if spec.derived:
        yield Finding(
            "form.derived_field",
            "The field {key} is computed. A form cannot save it.",
            {"key": spec.key},
            where,
        )
        return
    select = _SELECT.match(question)
    kind = _kind(question, select)
    if kind in _UNTYPED:
        return
    if spec.type not in _FITTING.get(kind, ()):
        yield Finding(
            "form.field_type",
            "A question of type {question} cannot fill the field {key}, which is {type}.",
            {"question": kind, "key": spec.key, "type": spec.type},
            where,
        )
    elif select and spec.type in ("code", "codes", "bool"):
        yield from _strange_choices(spec, select[2], choices, dictionary, where)


def _strange_choices(
    spec: FieldSpec, list_name: str, choices: Rows, dictionary: Dictionary, where: Where
) -> Iterator[Finding]:
    offered = {
        str(row.get("name") or row.get("value") or "") for row in choices if row.get("list_name") == list_name
    }
    codes = dictionary.codes.get(spec.codes)
    known = {"0", "1"} if spec.type == "bool" else {code.id for code in codes.items} if codes else set()
    if strange := sorted(offered - known):
        yield Finding(
            "form.strange_choices",
            "The choices {choices} of {list} are none of the codes of the field {key}.",
            {"choices": ", ".join(strange), "list": list_name, "key": spec.key},
            where,
        )


def _kind(question: str, select: re.Match[str] | None) -> str:
    if select is None:
        return question.split(" ")[0].lower()
    if select[0].lower().startswith("rank"):
        return "rank"
    return "select_multiple" if (select[1] or "").lower() == "multiple" else "select_one"


def _sheets(path: Path) -> tuple[Rows, Rows, Rows]:
    from pyxform.errors import PyXFormError
    from pyxform.xls2json_backends import get_xlsform

    try:
        with warnings.catch_warnings():
            # The workbook reader warns of ornaments that it leaves out.
            warnings.simplefilter("ignore")
            sheets = get_xlsform(path.read_text("utf-8-sig") if path.suffix == ".md" else path)
    except (PyXFormError, ValueError, OSError, KeyError) as wrong:
        raise PackError(
            "pack.form", "The form {file} cannot be read: {reason}", file=path.name, reason=str(wrong)
        ) from wrong
    return sheets.survey or (), sheets.choices or (), sheets.entities or ()
