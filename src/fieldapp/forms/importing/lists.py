"""The choice lists that questions ask for, and one choice for each list that is on no sheet."""

import re

from fieldapp.forms.importing.columns import heading, headings
from fieldapp.forms.importing.sheets import Book, mark

_FILES = (".csv", ".xml", ".geojson")
LISTED = re.compile(r"((?:select_one|select_multiple|select_one_external|rank)) (.+?)( or_other)?$")


def lists_asked_for(book: Book) -> dict[str, tuple[int, str]]:
    """Each list that questions ask for, with the first row that does and its type."""
    survey = book.sheet("survey")
    column = heading(survey, "type")
    found: dict[str, tuple[int, str]] = {}
    for number, row in survey:
        matched = LISTED.match(row.get(column, ""))
        if matched and "${" not in matched.group(2) and not matched.group(2).endswith(_FILES):
            found.setdefault(matched.group(2), (number, matched.group(1)))
    return found


def add_missing(book: Book, used: dict[str, tuple[int, str]]) -> None:
    """Give each list that is asked for at least one choice."""
    choices = book.sheet("choices")
    column, name = heading(choices, "list_name"), heading(choices, "name")
    labels = headings(choices, "label") or ["label"]
    there = {row[column] for row in choices.rows if row.get(column)}
    kind = heading(book.sheet("survey"), "type")
    for wanted, (number, command) in used.items():
        if command == "select_one_external":
            _fill_external(book, wanted, number, kind)
        elif wanted not in there:
            last = choices.numbers[-1] if choices.numbers else 1
            copied = _from_external(book, wanted)
            for given in copied or [{name: "missing", **dict.fromkeys(labels, wanted)}]:
                choices.append({column: wanted, **given}, last)
            book.note(
                mark(
                    "The list “{name}” is on no sheet; one choice called “missing” stands for it."
                    if not copied
                    else "The list “{name}” was taken from the sheet external_choices.",
                    "survey", number, kind, removed=not copied, name=wanted,
                )
            )  # fmt: skip


def _from_external(book: Book, wanted: str) -> list[dict[str, str]]:
    if "external_choices" not in book.sheets:
        return []
    external = book.sheets["external_choices"]
    column = heading(external, "list_name")
    return [
        {key: text for key, text in row.items() if key != column}
        for row in external.rows
        if row.get(column) == wanted
    ]


def _fill_external(book: Book, wanted: str, number: int, kind: str) -> None:
    if _from_external(book, wanted):
        return
    external = book.sheet("external_choices")
    column, name = heading(external, "list_name"), heading(external, "name")
    choices = book.sheet("choices")
    listed = heading(choices, "list_name")
    own = [dict(row) for row in choices.rows if row.get(listed) == wanted]
    for given in own or [{name: "missing", "label": wanted}]:
        given.pop(listed, None)
        external.append({column: wanted, **given}, external.numbers[-1] if external.numbers else 1)
    book.note(
        mark(
            "The list “{name}” is on no sheet; one choice called “missing” stands for it."
            if not own
            else "The list “{name}” was taken from the sheet choices.",
            "survey", number, kind, removed=not own, name=wanted,
        )
    )  # fmt: skip
