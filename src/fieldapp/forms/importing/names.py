"""Names of questions: missing, forbidden, doubled; a new name is put into every reference to the old one."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from fieldapp.forms.importing.columns import heading, headings, kind_of
from fieldapp.forms.importing.sheets import Book, Sheet, mark
from fieldapp.forms.importing.structure import block_of

_GOOD = re.compile(r"[A-Za-z_\u00c0-\ud7ff\uf900-\ufffd][\w.\-\u00b7]*")
_RESERVED = frozenset({"meta"})
_ROOT = "data"


@dataclass(frozen=True)
class _Renamed:
    """A new name of a row and the rows whose references mean it: those of the block from first to last."""

    old: str
    new: str
    first: int
    last: int


def repair_names(book: Book) -> None:
    """Give every question a good name that is its own in its group."""
    survey = book.sheet("survey")
    _name_nameless(book, survey)
    _spell_names(book, survey)
    _part_doubles(book, survey)


def good_name(text: str) -> str:
    """The nearest name that may stand in XML; "" when nothing of it can."""
    plain = unicodedata.normalize("NFKC", text).strip().strip("\u200b\ufeff")
    name = re.sub(r"[^\w.\-\u00b7]+", "_", plain).strip("_" if not plain.startswith("_") else " ")
    if name and not _GOOD.fullmatch(name):
        name = "_" + name
    return name if name and _GOOD.fullmatch(name) else ""


def _is_good(name: str) -> bool:
    from pyxform.parsing.expression import is_xml_tag

    return bool(is_xml_tag(name))


def _name_nameless(book: Book, survey: Sheet) -> None:
    column, kind = heading(survey, "name"), heading(survey, "type")
    others = [one for one in survey.header if one.lower() in ("$autoname", "$given_name", "name::xml")]
    labels = headings(survey, "label")
    taken = {row.get(column, "") for row in survey.rows}
    for number, row in survey:
        what = kind_of(row, kind)
        if row.get(column) or not what or what in ("note", "audit") or block_of(what)[0] == "end":
            continue
        said = next((row[one] for one in (*others, *labels) if row.get(one)), "")
        base = good_name(said)[:40] or f"{block_of(what)[1] or 'question'}_{number}"
        name = next(one for one in (base, *(f"{base}_{n}" for n in range(2, 10_000))) if one not in taken)
        taken.add(name)
        survey.add_column(column)
        row[column] = name
        book.note(mark("The question has no name; it was named “{new}”.", "survey", number, column, new=name))


def _spell_names(book: Book, survey: Sheet) -> None:
    column, kind = heading(survey, "name"), heading(survey, "type")
    taken = {row.get(column, "") for row in survey.rows}
    root = next((row["name"] for row in book.sheet("settings").rows if row.get("name")), _ROOT)
    for number, row in survey:
        old = row.get(column, "")
        word, what = block_of(kind_of(row, kind))
        reserved = old in _RESERVED or (old == root and what == "repeat")
        is_end = word == "end"
        if not old or (not reserved and (_is_good(old) or is_end)):
            continue
        base = f"{good_name(old)}_1" if reserved else good_name(old) or f"question_{number}"
        new = next(one for one in (base, *(f"{base}_{n}" for n in range(2, 10_000))) if one not in taken)
        taken.add(new)
        row[column] = new
        if is_end:
            continue
        if reserved:
            book.note(
                mark(
                    "The name “{old}” is reserved; it was changed to “{new}”.",
                    "survey", number, column, old=old, new=new,
                )
            )  # fmt: skip
        else:
            book.note(
                mark("The name “{old}” was changed to “{new}”.", "survey", number, column, old=old, new=new)
            )
        rename_references(book, old, new)


def rename_references(book: Book, old: str, new: str, first: int = 0, last: int | None = None) -> None:
    """`${old}` → `${new}` in every sheet; with rows given, only in those of the survey."""
    wanted = re.compile(r"\$\{\s*(last-saved#)?" + re.escape(old) + r"\s*\}")
    sheets = book.sheets.values() if last is None else [book.sheet("survey")]
    for sheet in sheets:
        for row in sheet.rows[first:last]:
            for column, text in row.items():
                if "${" in text and old in text:
                    row[column] = wanted.sub(lambda found: "${" + (found.group(1) or "") + new + "}", text)


def _part_doubles(book: Book, survey: Sheet) -> None:
    """Rename a second question of the same name where pyxform refuses it: in one group, or when it is referred to."""
    column, kind = heading(survey, "name"), heading(survey, "type")
    names = Counter(
        row[column] for row in survey.rows if row.get(column) and block_of(kind_of(row, kind))[0] != "end"
    )
    referred = {name for name in names if names[name] > 1 and _is_referred(book, name)}
    seen: set[str] = set()
    blocks: list[tuple[set[str], int]] = [(set(), 0)]
    renamed: list[_Renamed] = []
    for at, (number, row) in enumerate(survey):
        word, what = block_of(kind_of(row, kind))
        if word == "end":
            if len(blocks) > 1:
                renamed += _closed(renamed, blocks.pop()[1], at)
            continue
        name = row.get(column, "")
        own = blocks[-1][0]
        if name and (name in own or (name in seen and (name in referred or what == "repeat"))):
            new = next(f"{name}_{n}" for n in range(2, 10_000) if f"{name}_{n}" not in names)
            names[new] += 1
            row[column] = new
            first = blocks[-1][1] if name not in own and len(blocks) > 1 else at
            renamed.append(_Renamed(name, new, first, _end_of(survey, kind, at, word)))
            book.note(
                mark(
                    "The name “{old}” stands twice; the second question was named “{new}”.",
                    "survey", number, column, old=name, new=new,
                )
            )  # fmt: skip
            name = new
        own.add(name)
        seen.add(name)
        if word == "begin":
            blocks.append((set(), at))
    for one in renamed:
        rename_references(book, one.old, one.new, one.first, one.last)


def _closed(renamed: list[_Renamed], first: int, last: int) -> list[_Renamed]:
    """References in a block that closes mean the question inside it."""
    return [_Renamed(one.old, one.new, first, last) for one in renamed if first > 0 and one.first == first]


def _end_of(survey: Sheet, kind: str, at: int, word: str) -> int:
    if word != "begin":
        return at + 1
    depth = 0
    for place in range(at, len(survey.rows)):
        what = block_of(kind_of(survey.rows[place], kind))[0]
        depth += {"begin": 1, "end": -1}.get(what, 0)
        if depth == 0:
            return place
    return len(survey.rows)


def _is_referred(book: Book, name: str) -> bool:
    wanted = "${" + name + "}"
    return any(
        wanted in text for sheet in book.sheets.values() for row in sheet.rows for text in row.values()
    )
