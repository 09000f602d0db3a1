"""Groups and repeats that begin and end as they should: what is left open is closed, what closes nothing goes."""

from fieldapp.forms.importing.columns import heading, kind_of
from fieldapp.forms.importing.sheets import Book, Sheet, mark

_SAME = {"lgroup": "repeat", "looped_group": "repeat"}


def block_of(kind: str) -> tuple[str, str]:
    """("begin" or "end" or "", "group" or "repeat" or "loop") of a type in snake case."""
    for word in ("begin", "end"):
        if kind.startswith(f"{word}_"):
            what = kind.removeprefix(f"{word}_").split("_over_")[0]
            what = "loop" if what.startswith("loop") and what != "looped_group" else what
            what = _SAME.get(what, what)
            return (word, what) if what in ("group", "repeat", "loop") else ("", "")
    return "", ""


def repair_structure(book: Book) -> None:
    """Match every end with a begin."""
    survey = book.sheet("survey")
    column, name = heading(survey, "type"), heading(survey, "name")
    stack: list[tuple[str, str, int]] = []
    for number, row in survey:
        word, what = block_of(kind_of(row, column))
        if word == "begin":
            stack.append((what, row.get(name, ""), number))
        elif word == "end":
            _end(book, survey, stack, number, row, column, row.get(name, ""))
    for what, called, number in reversed(stack):
        last = survey.numbers[-1] if survey.numbers else number
        survey.append({column: f"end_{what}"}, last)
        _closed(book, column, what, called, number)


def _end(
    book: Book,
    survey: Sheet,
    stack: list[tuple[str, str, int]],
    number: int,
    row: dict[str, str],
    column: str,
    called: str,
) -> None:
    what = block_of(kind_of(row, column))[1]
    if stack and stack[-1][0] == what:
        stack.pop()
        return
    below = next((at for at, one in enumerate(reversed(stack)) if _is_meant(one, what, called)), None)
    if below is not None:
        at = next(place for place, one in enumerate(survey.rows) if one is row)
        for _ in range(below):
            other, name, begun = stack.pop()
            survey.append({column: f"end_{other}"}, number, at)
            at += 1
            _closed(book, column, other, name, begun)
        stack.pop()
    elif stack:
        old, new = row[column], f"end_{stack.pop()[0]}"
        row[column] = new
        book.note(mark("“{old}” was read as “{new}”.", "survey", number, column, old=old, new=new))
    else:
        book.note(
            mark(
                "“{old}” ends nothing; the row was left out.",
                "survey", number, column, removed=True, old=row[column],
            )
        )  # fmt: skip
        survey.drop(row)


def _is_meant(begun: tuple[str, str, int], what: str, called: str) -> bool:
    """An end that names its begin is believed; one without a name only where the kind is the same."""
    return begun[0] == what and (not called or not begun[1] or called == begun[1])


def _closed(book: Book, column: str, what: str, called: str, number: int) -> None:
    book.note(
        mark(
            "The block “{name}” has no end; it was closed where the one around it ends.",
            "survey", number, column, name=called or what,
        )
    )  # fmt: skip
