"""Choice lists: doubled, nameless and spaced choices, lists under another spelling, lists that are missing."""

import re

from fieldapp.forms.importing.columns import heading, headings
from fieldapp.forms.importing.lists import LISTED, add_missing, lists_asked_for
from fieldapp.forms.importing.names import good_name
from fieldapp.forms.importing.sheets import Book, Sheet, mark


def repair_choices(book: Book) -> None:
    """Make every list that a question asks for one that pyxform takes."""
    choices = book.sheet("choices")
    _filter_external(book)
    used = lists_asked_for(book)
    _carry_down(book, choices)
    _name_nameless(book, choices)
    _join_lists(book, choices, used)
    add_missing(book, lists_asked_for(book))
    _close_spaces(book, choices)
    _allow_doubles(book, choices)


def _filter_external(book: Book) -> None:
    """A list kept outside needs a filter; without one it is a list like others."""
    survey = book.sheet("survey")
    kind, choice_filter = heading(survey, "type"), heading(survey, "choice_filter")
    for number, row in survey:
        old = row.get(kind, "")
        if old.startswith("select_one_external ") and not row.get(choice_filter):
            row[kind] = old.replace("select_one_external", "select_one", 1)
            book.note(mark("“{old}” was read as “{new}”.", "survey", number, kind, old=old, new=row[kind]))


def _carry_down(book: Book, choices: Sheet) -> None:
    """A list named once for the choices below it, as merged cells leave it."""
    column, name, label = heading(choices, "list_name"), heading(choices, "name"), headings(choices, "label")
    above = ""
    for number, row in choices:
        if row.get(column):
            above = row[column]
        elif above and row.get(name) and any(row.get(one) for one in label):
            row[column] = above
            book.note(
                mark(
                    "The choice names no list; it was read as one of “{new}”.",
                    "choices",
                    number,
                    column,
                    new=above,
                )
            )
        elif not row:
            above = ""


def _name_nameless(book: Book, choices: Sheet) -> None:
    column, name, labels = heading(choices, "list_name"), heading(choices, "name"), headings(choices, "label")
    for number, row in choices:
        if not row.get(column) or row.get(name):
            continue
        label = next((row[one] for one in labels if row.get(one)), "")
        if label:
            choices.add_column(name)
            row[name] = good_name(label)[:40] or f"choice_{number}"
            book.note(
                mark("The choice has no name; it was named “{new}”.", "choices", number, name, new=row[name])
            )
        else:
            book.note(
                mark(
                    "The choice has neither name nor label; the row was left out.",
                    "choices", number, name, removed=True,
                )
            )  # fmt: skip
            choices.drop(row)


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name.replace("\u00a0", " ")).lower()


def _join_lists(book: Book, choices: Sheet, used: dict[str, tuple[int, str]]) -> None:
    """Lists whose name holds spaces, and questions that spell a list's name otherwise."""
    column = heading(choices, "list_name")
    for number, row in choices:
        old = row.get(column, "")
        if len(old.split()) > 1:
            row[column] = "_".join(old.split())
            book.note(
                mark(
                    "The list “{old}” was named “{new}”.", "choices", number, column, old=old, new=row[column]
                )
            )
    there = {row[column] for row in choices.rows if row.get(column)}
    survey = book.sheet("survey")
    kind = heading(survey, "type")
    for number, row in survey:
        matched = LISTED.match(row.get(kind, ""))
        if matched is None or matched.group(2) not in used or matched.group(2) in there:
            continue
        same = [one for one in there if _plain(one) == _plain(matched.group(2))]
        new = same[0] if len(same) == 1 else "_".join(matched.group(2).split())
        if new != matched.group(2):
            old, row[kind] = row[kind], f"{matched.group(1)} {new}{matched.group(3) or ''}"
            book.note(mark("“{old}” was read as “{new}”.", "survey", number, kind, old=old, new=row[kind]))


def _close_spaces(book: Book, choices: Sheet) -> None:
    """Several choices are kept as words between spaces, so a choice of a select_multiple may hold none."""
    survey = book.sheet("survey")
    kind, column, name = heading(survey, "type"), heading(choices, "list_name"), heading(choices, "name")
    many = {
        found.group(1)
        for row in survey.rows
        if (found := re.match(r"(?:select_multiple|rank) (\S+)", row.get(kind, "")))
    }
    for number, row in choices:
        old = row.get(name, "")
        if row.get(column) not in many or " " not in old:
            continue
        new = "_".join(old.split())
        row[name] = new
        book.note(mark("The choice “{old}” was named “{new}”.", "choices", number, name, old=old, new=new))
        for other in survey.rows:
            for key, text in other.items():
                for quote in "'\"":
                    if f"{quote}{old}{quote}" in text:
                        other[key] = text = text.replace(f"{quote}{old}{quote}", f"{quote}{new}{quote}")


def _allow_doubles(book: Book, choices: Sheet) -> None:
    column, name = heading(choices, "list_name"), heading(choices, "name")
    seen: dict[tuple[str, str], dict[str, str]] = {}
    kept = False
    for number, row in choices:
        key = (row.get(column, ""), row.get(name, ""))
        if not all(key):
            continue
        if key not in seen:
            seen[key] = row
        elif seen[key] == row:
            book.note(
                mark(
                    "The choice “{old}” stands twice; one of them was left out.",
                    "choices",
                    number,
                    name,
                    old=key[1],
                )
            )
            choices.drop(row)
        else:
            kept = True
            book.note(
                mark(
                    "The choice “{old}” stands twice in the list “{new}”; both were kept.",
                    "choices", number, name, old=key[1], new=key[0],
                )
            )  # fmt: skip
    if kept:
        settings = book.sheet("settings")
        if not settings.rows:
            settings.append({}, 2)
        settings.add_column("allow_choice_duplicates")
        settings.rows[0]["allow_choice_duplicates"] = "yes"
