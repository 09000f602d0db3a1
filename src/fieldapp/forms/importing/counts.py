"""Repeats whose count is computed, where a question already has the name that pyxform would give the computed one."""

from fieldapp.forms.importing.columns import heading, headings, kind_of
from fieldapp.forms.importing.references import survey_names
from fieldapp.forms.importing.sheets import Book, mark
from fieldapp.forms.importing.structure import block_of


def repair_counts(book: Book) -> None:
    """Compute such a count in a row of its own, under a name that is free."""
    survey = book.sheet("survey")
    kind, name, logic = heading(survey, "type"), heading(survey, "name"), heading(survey, "calculation")
    column = next(iter(headings(survey, "repeat_count")), "")
    names = survey_names(book)
    for number, row in survey:
        old = row.get(column, "")
        called = row.get(name, "")
        if block_of(kind_of(row, kind)) != ("begin", "repeat") or not old or f"{called}_count" not in names:
            continue
        if old.startswith("${") and old.find("}") == len(old) - 1:
            continue
        fresh = next(f"{called}_count_{n}" for n in range(2, 10_000) if f"{called}_count_{n}" not in names)
        at = next(place for place, one in enumerate(survey.rows) if one is row)
        survey.append({kind: "calculate", name: fresh, logic: old}, number, at)
        row[column] = "${" + fresh + "}"
        book.note(
            mark(
                "The count “{old}” is computed in a question of its own, “{new}”.",
                "survey", number, column, old=old, new=fresh,
            )
        )  # fmt: skip
