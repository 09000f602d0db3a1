"""Sheets from files with the mapping each probably has: by its own marks, as it was mapped before, or guessed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fieldapp.errors import RegisterError
from fieldapp.register.guessing import Vocabulary, guess_mapping, heading_of, vocabulary
from fieldapp.register.headings import Headings
from fieldapp.register.mapping import ColumnMapping, mapping_from_text, mapping_to_text
from fieldapp.register.marks import marked_mapping, read_marks
from fieldapp.register.workbook import Sheet, read_sheets
from fieldapp.resources import resource
from fieldapp.store.vault import Vault

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".et", ".csv", ".tsv", ".txt")


@dataclass(frozen=True)
class SavedMapping:
    """A mapping kept for the next file of this layout. `body` is `mapping_to_text`."""

    name: str
    list: str
    signature: str
    body: str


def read_workbook(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a file. Raises RegisterError import.no_file, import.unreadable and those of `read_sheets`."""
    if not path.is_file():
        raise RegisterError("import.no_file", "There is no file {path}. Check the name.", path=str(path))
    try:
        content = path.read_bytes()
    except OSError as wrong:
        raise RegisterError(
            "import.unreadable",
            "{path} cannot be read. Close it in the other program, or copy it to this computer.",
            path=str(path),
        ) from wrong
    return read_sheets(content, path.name)


def files_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The spreadsheets among these paths; a folder stands for those in it, by name."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = (
                p
                for p in path.iterdir()
                if p.suffix.lower() in SUFFIXES and not p.name.startswith(("~$", "."))
            )
            found += sorted(inside)
        else:
            found.append(path)
    return tuple(found)


def propose_mapping(vault: Vault, sheet: Sheet, list_name: str) -> ColumnMapping | None:
    """What the columns of a sheet probably are, for the list asked for; None where it has no heading.

    A saved mapping of this layout goes before a guess, the file's own marks before both. Raises RegisterError
    register.unknown_list, import.other_list.
    """
    vault.ledger.layout(list_name)
    marks = read_marks(sheet)
    if marks is not None:
        if marks.list != list_name:
            raise RegisterError(
                "import.other_list",
                "The sheet {sheet} says that it is the list {list}. Import it as that.",
                sheet=sheet.name,
                list=marks.list,
            )
        return marked_mapping(marks, sheet, vault.dictionary)
    words = words_of(vault, list_name)
    headings = heading_of(sheet, words)
    if headings is None:
        return None
    saved = saved_mapping(vault, list_name, headings.signature)
    if saved is not None:
        return mapping_from_text(saved.body, headings, vault.dictionary, list_name)
    return guess_mapping(headings, sheet, list_name, vault.dictionary, words)


def list_of(sheet: Sheet) -> str:
    """The list a sheet of our own says it is, or ""."""
    marks = read_marks(sheet)
    return marks.list if marks else ""


def apply_mapping_text(vault: Vault, sheet: Sheet, list_name: str, text: str) -> ColumnMapping:
    """A mapping of `mapping_to_text` laid on a sheet. Raises RegisterError import.no_heading, mapping.…"""
    headings = heading_of(sheet, words_of(vault, list_name)) or _heading_by_text(sheet, text)
    if headings is None:
        raise RegisterError(
            "import.no_heading",
            "{file} has no row of headings. Put one above the table.",
            file=sheet.file,
        )
    return mapping_from_text(text, headings, vault.dictionary, list_name)


def save_mapping(vault: Vault, mapping: ColumnMapping, name: str) -> None:
    """Keep a mapping for the next file of its layout."""
    with vault.transaction():
        vault.db.execute(
            "insert or replace into saved_mapping (signature, list, name, body, at) values (?, ?, ?, ?, ?)",
            [mapping.signature, mapping.list, name.strip(), mapping_to_text(mapping), vault.clock()],
        )


def forget_mapping(vault: Vault, saved: SavedMapping) -> None:
    """Keep it no longer."""
    with vault.transaction():
        vault.db.execute(
            "delete from saved_mapping where signature = ? and list = ?", [saved.signature, saved.list]
        )


def saved_mapping(vault: Vault, list_name: str, signature: str) -> SavedMapping | None:
    """The mapping kept for a layout, or None."""
    row = vault.db.execute(
        "select name, list, signature, body from saved_mapping where list = ? and signature = ?",
        [list_name, signature],
    ).fetchone()
    return SavedMapping(*row) if row else None


def saved_mappings(vault: Vault) -> tuple[SavedMapping, ...]:
    """All that are kept, by name."""
    found = vault.db.execute(
        "select name, list, signature, body from saved_mapping order by name, at"
    ).fetchall()
    return tuple(SavedMapping(*row) for row in found)


def words_of(vault: Vault, list_name: str) -> Vocabulary:
    """The headings a sheet of this list may have, with the usual other names."""
    return vocabulary(vault.dictionary, list_name, _synonyms())


def _heading_by_text(sheet: Sheet, text: str) -> Headings | None:
    from fieldapp.register.headings import find_headings

    def is_named(heading: str) -> bool:
        return f'"{heading.strip()}"' in text

    return find_headings(sheet, is_named, lambda _, heading: is_named(heading))


@cache
def _synonyms() -> str:
    return resource("packs", "cn-base", "templates", "synonyms.csv").read_text("utf-8")


def only_list(sheets: Sequence[Sheet], list_name: str) -> tuple[Sheet, ...]:
    """The sheets of a file that are of this list: of our own exports those that say so, else all."""
    return tuple(sheet for sheet in sheets if list_of(sheet) in ("", list_name))
