"""What KoboToolbox writes into its forms and pyxform does not read: scores, rankings, matrices, repeats by a mark."""

from collections.abc import Callable, Iterator

from fieldapp.forms.importing.columns import heading, headings, kind_of
from fieldapp.forms.importing.sheets import Book, Sheet, mark

_Row = dict[str, str]
_Numbered = tuple[int, _Row]
_TRUE = frozenset({"true", "yes", "1"})


def repair_kobo(book: Book) -> None:
    """Write Kobo's blocks out as groups of plain questions."""
    survey = book.sheet("survey")
    kind = heading(survey, "type")
    _mark_repeats(book, survey, kind)
    blocks: dict[str, Callable[[Book, _Numbered, list[_Numbered]], list[_Numbered]]] = {
        "score": _score, "rank": _rank, "kobomatrix": _matrix,
    }  # fmt: skip
    if not any(kind_of(row, kind).removeprefix("begin_") in blocks for row in survey.rows):
        return
    fresh = Sheet("survey", survey.header)
    rows = iter(survey)
    for number, row in rows:
        what = kind_of(row, kind)
        build = blocks.get(what.removeprefix("begin_")) if what.startswith("begin_") else None
        if build is None:
            fresh.append(row, number)
            continue
        inner = list(_until(rows, f"end_{what.removeprefix('begin_')}", kind))
        for at, made in build(book, (number, row), inner):
            fresh.append(made, at)
        book.note(
            mark(
                "The block “{old}” was written out as a group of questions.",
                "survey",
                number,
                kind,
                old=row[kind],
            )
        )
    survey.rows, survey.numbers = fresh.rows, fresh.numbers


def _until(rows: Iterator[_Numbered], end: str, kind: str) -> Iterator[_Numbered]:
    for number, row in rows:
        if kind_of(row, kind) == end:
            return
        yield number, row


def _mark_repeats(book: Book, survey: Sheet, kind: str) -> None:
    """`_isRepeat` on a group of old Kobo forms."""
    column = next((one for one in survey.header if one.lower() in ("_isrepeat", "isrepeat")), "")
    if not column:
        return
    open_blocks: list[bool] = []
    for number, row in survey:
        what = kind_of(row, kind)
        if what == "begin_group":
            is_repeat = row.get(column, "").lower() in _TRUE
            open_blocks.append(is_repeat)
            if is_repeat:
                row[kind] = "begin_repeat"
                book.note(
                    mark("The group is marked as a repeat; it was read as one.", "survey", number, column)
                )
        elif what == "begin_repeat":
            open_blocks.append(True)
        elif what.startswith("end_") and open_blocks and open_blocks.pop() and what == "end_group":
            row[kind] = "end_repeat"


def _parts(book: Book) -> tuple[str, str, list[str]]:
    survey = book.sheet("survey")
    return heading(survey, "type"), heading(survey, "name"), headings(survey, "label") or ["label"]


def _kobo(row: _Row, *names: str) -> str:
    return next((text for key, text in row.items() if key.lower().replace("kobo--", "") in names), "")


def _group(
    book: Book, begun: _Numbered, inner: list[_Numbered], appearance: str = "field-list"
) -> list[_Numbered]:
    number, row = begun
    kind, _, _ = _parts(book)
    begin = {key: text for key, text in row.items() if not key.lower().startswith("kobo--")}
    begin[kind] = "begin_group"
    begin.setdefault("appearance", appearance)
    begin.pop(heading(book.sheet("survey"), "required"), None)
    return [(number, begin), *inner, (inner[-1][0] if inner else number, {kind: "end_group"})]


def _score(book: Book, begun: _Numbered, inner: list[_Numbered]) -> list[_Numbered]:
    """A table of questions over one list of choices."""
    number, row = begun
    kind, name, labels = _parts(book)
    listed = _kobo(row, "score-choices")
    own = row.get(name) or f"score_{number}"
    head = {kind: f"select_one {listed}", name: f"{own}_header", "appearance": "label"}
    head |= {one: row[one] for one in labels if one in row}
    lines = [
        (at, {**one, kind: f"select_one {listed}", "appearance": "list-nolabel"})
        for at, one in inner
        if kind_of(one, kind) == "score__row"
    ]
    return _group(book, (number, {**row, name: own}), [(number, head), *lines])


def _rank(book: Book, begun: _Numbered, inner: list[_Numbered]) -> list[_Numbered]:
    """First, second, third … choice of one list, each chosen once."""
    number, row = begun
    kind, name, labels = _parts(book)
    listed, said = _kobo(row, "rank-items"), _kobo(row, "rank-constraint-message")
    own = row.get(name) or f"rank_{number}"
    head = {kind: "note", name: f"{own}_label", **{one: row[one] for one in labels if one in row}}
    lines: list[_Numbered] = []
    earlier: list[str] = []
    for at, (line, one) in enumerate(inner, 1):
        if kind_of(one, kind) != "rank__level":
            continue
        called = one.get(name) or f"{own}_{at}"
        level = {**one, kind: f"select_one {listed}", name: called}
        if earlier:
            level["constraint"] = " and ".join("${" + before + "} != ." for before in earlier)
            level |= {"constraint_message": said} if said else {}
        if row.get("required"):
            level.setdefault("required", row["required"])
        earlier.append(called)
        lines.append((line, level))
    return _group(book, (number, {**row, name: own}), [(number, head), *lines])


def _matrix(book: Book, begun: _Numbered, inner: list[_Numbered]) -> list[_Numbered]:
    """The same questions for each choice of a list, one group for each."""
    number, row = begun
    kind, name, labels = _parts(book)
    own = row.get(name) or f"matrix_{number}"
    found: list[_Numbered] = []
    for item in _choices(book, _kobo(row, "matrix_list", "matrix-list")):
        code, said = item
        group: _Row = {kind: "begin_group", name: f"{own}_{code}", "appearance": "field-list"}
        group |= {one: said.get(one, "") or code for one in labels}
        found.append((number, group))
        for at, (line, column) in enumerate(inner, 1):
            found.append((line, {**column, name: f"{own}_{code}_{column.get(name) or at}"}))
        found.append((number, {kind: "end_group"}))
    return _group(book, (number, {**row, name: own}), found, "")


def _choices(book: Book, listed: str) -> list[tuple[str, _Row]]:
    choices = book.sheet("choices")
    column, name = heading(choices, "list_name"), heading(choices, "name")
    return [(row[name], row) for row in choices.rows if row.get(column) == listed and row.get(name)]
