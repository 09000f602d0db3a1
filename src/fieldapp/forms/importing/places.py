"""Where a node of the finished form comes from: the row of the survey, and the column of a piece of its logic."""

import re
from collections.abc import Mapping

from fieldapp.errors import FormError
from fieldapp.forms.importing.columns import heading, kind_of
from fieldapp.forms.importing.sheets import Book
from fieldapp.forms.importing.structure import block_of

_PLACE = re.compile(r"(?P<what>[\w ]+) of (?P<path>/\S+)|action on (?P<acted>/\S+)")
_FIRST_PATH = re.compile(r"/[^\s→“”]+")
_COLUMNS = {
    "calculate": "calculation", "calculation": "calculation", "relevant": "relevant", "required": "required",
    "readonly": "read_only", "constraint": "constraint", "count": "repeat_count",
    "repeat count": "repeat_count", "choices": "choice_filter", "label": "label", "hint": "hint",
    "constraint message": "constraint_message", "required message": "required_message",
    "soft constraint": "bind::fieldapp:soft_constraint", "soft message": "bind::fieldapp:soft_message",
}  # fmt: skip


def rows_of(book: Book) -> dict[str, int]:
    """The row of the file for each path below the root, such as `/group/age`."""
    survey = book.sheet("survey")
    kind, name = heading(survey, "type"), heading(survey, "name")
    stack: list[str] = []
    found: dict[str, int] = {}
    for number, row in survey:
        word, _ = block_of(kind_of(row, kind))
        if word == "end":
            del stack[-1:]
        elif row.get(name):
            path = "/".join(["", *stack, row[name]])
            found.setdefault(path, number)
            if word == "begin":
                stack.append(row[name])
    return found


def with_place(error: FormError, rows: Mapping[str, int]) -> FormError:
    """The same error with sheet, row and column of the survey, where its node is known."""
    said = str(error.params.get("place") or "")
    matched = _PLACE.fullmatch(said)
    path = (matched["path"] or matched["acted"]) if matched else _first_path(error)
    row = rows.get("/" + path.split("/", 2)[2]) if path.count("/") >= 2 else None
    if row is None or error.params.get("row"):
        return error
    column = _COLUMNS.get(matched["what"] or "", "") if matched else "calculation"
    return FormError(
        error.code, error.text, **{**error.params, "sheet": "survey", "row": row, "column": column}
    )


def _first_path(error: FormError) -> str:
    """The first node of a circle of calculations."""
    found = _FIRST_PATH.search(str(error.params.get("chain") or ""))
    return found.group() if found else ""
