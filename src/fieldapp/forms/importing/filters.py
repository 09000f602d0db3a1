"""Choice filters that ask for a column the list does not have: no choice would ever be offered."""

import re

from fieldapp.errors import Finding, FormError, Where
from fieldapp.forms.expressions.parser import parse
from fieldapp.forms.expressions.syntax import Binary, Call, Expression, Path
from fieldapp.forms.importing.columns import heading
from fieldapp.forms.importing.lists import LISTED
from fieldapp.forms.importing.sheets import Book, mark

_REFERENCE = re.compile(r"\$\{[^{}]*\}")


def check_filters(book: Book) -> None:
    """Take the column in the case it has; warn of one that is not there at all."""
    survey, choices = book.sheet("survey"), book.sheet("choices")
    kind, column = heading(survey, "type"), heading(survey, "choice_filter")
    known = {"name", "label", "value", *(one.partition("::")[0] for one in choices.header)}
    for number, row in survey:
        old = row.get(column, "")
        matched = LISTED.match(row.get(kind, ""))
        if not old or matched is None or matched.group(1) == "select_one_external" or "." in matched.group(2):
            continue
        for name in _columns_in(old) - known:
            same = [one for one in choices.header if one.lower() == name.lower()]
            if len(same) == 1 and _REFERENCE.search(old):
                row[column] = re.sub(
                    rf"(?<![\w${{/'\"-]){re.escape(name)}(?![\w}}('\"-])", same[0], row[column]
                )
                book.note(
                    mark("“{old}” was read as “{new}”.", "survey", number, column, old=old, new=row[column])
                )
            else:
                place = Where(sheet="survey", row=number, column=column)
                book.note(
                    Finding(
                        "form.filter",
                        "The sheet choices has no column “{name}”, so this filter offers no choice.",
                        {"name": name}, place, "warning",
                    )
                )  # fmt: skip


def _columns_in(expression: str) -> set[str]:
    try:
        return set(_names(parse(_REFERENCE.sub(" /a ", expression).strip())))
    except FormError:
        return set()


def _names(tree: Expression) -> list[str]:
    """The columns that an expression compares: single steps that start nowhere."""
    if isinstance(tree, Binary):
        return [*_names(tree.left), *_names(tree.right)]
    if isinstance(tree, Call):
        return [name for argument in tree.arguments for name in _names(argument)]
    if isinstance(tree, Path) and not tree.absolute and tree.origin is None and len(tree.steps) == 1:
        step = tree.steps[0]
        return [step.test] if step.axis == "child" and not step.predicates else []
    return []
