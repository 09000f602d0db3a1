"""Choice filters that ask for a column the list does not have: no choice would ever be offered."""

import re

from fieldapp.errors import Finding, FormError, Where
from fieldapp.forms.expressions.parser import parse
from fieldapp.forms.expressions.syntax import Binary, Call, Expression, Path
from fieldapp.forms.importing.columns import heading
from fieldapp.forms.importing.lists import LISTED
from fieldapp.forms.importing.names import good_name
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
        old = _plain_columns(book, number, row, column) if "::" in old else old
        if not old or matched is None or matched.group(1) == "select_one_external" or "." in matched.group(2):
            continue
        for name in _columns_in(old) - known - set(choices.header):
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


def _plain_columns(book: Book, number: int, row: dict[str, str], column: str) -> str:
    """A filter may name a column such as `label::English`, which no XPath can: a copy under another name serves."""
    choices = book.sheet("choices")
    old = row[column]
    for title in choices.header:
        if "::" not in title or not re.search(rf"(?<![\w$]){re.escape(title)}(?!\w)", row[column]):
            continue
        copy = good_name(title)
        if copy not in choices.header:
            choices.add_column(copy)
            for choice in choices.rows:
                if title in choice:
                    choice[copy] = choice[title]
            if any(_REFERENCE.search(choice.get(copy, "")) for choice in choices.rows):
                book.note(
                    Finding(
                        "form.filter",
                        "The column “{name}” holds answers; the filter sees it as it is written, without them.",
                        {"name": title}, Where(sheet="survey", row=number, column=column), "warning",
                    )
                )  # fmt: skip
        row[column] = re.sub(rf"(?<![\w$]){re.escape(title)}(?!\w)", copy, row[column])
    if row[column] != old:
        book.note(mark("“{old}” was read as “{new}”.", "survey", number, column, old=old, new=row[column]))
    return row[column]


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
