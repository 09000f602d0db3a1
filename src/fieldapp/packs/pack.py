"""One content pack as it lies in its folder: heading, dictionary, forms and standards. Read, never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from fieldapp.errors import Finding, PackError
from fieldapp.packs.heading import Heading, Title, read_heading
from fieldapp.register.dictionary import (
    FIELD_COLUMNS,
    FIELDS_FILE,
    LIST_COLUMNS,
    LISTS_FILE,
    CodeList,
    Dictionary,
    read_dictionary,
)

__all__ = ["Pack", "Title", "load_pack", "read_pack_dictionary"]
FORM_SUFFIXES = (".md", ".csv", ".xlsx", ".xls", ".xml")


@dataclass(frozen=True)
class Pack:
    """`dictionary` holds what this pack itself declares; `forms` and `standards` are file stem → path."""

    id: str
    version: int
    title: Title
    requires: tuple[str, ...]
    prefix: str
    dictionary: Dictionary
    forms: Mapping[str, Path]
    standards: Mapping[str, Path]
    folder: Path

    @property
    def edition(self) -> str:
        """Name and version, as `cn-base@1`."""
        return f"{self.id}@{self.version}"


def load_pack(folder: Path, base: Dictionary | None = None) -> Pack:
    """The pack in a folder; `base` is the dictionary of the packs it requires. Raises PackError for the first error.

    `fieldapp pack check` names every error with its place.
    """
    heading = read_heading(folder)
    dictionary, findings = read_pack_dictionary(folder, base)
    if errors := [finding for finding in findings if finding.severity == "error"]:
        raise PackError(
            "pack.dictionary",
            "The pack {pack} has {count} errors in its dictionary, the first in {file}: {first} "
            "Run: fieldapp pack check",
            pack=heading.id,
            count=len(errors),
            file=errors[0].where.file,
            first=errors[0],
        )
    return _pack(folder, heading, dictionary)


def read_pack_dictionary(
    folder: Path, base: Dictionary | None = None
) -> tuple[Dictionary, tuple[Finding, ...]]:
    """The dictionary in a pack's folder with its findings; a pack may have none. Raises PackError.

    Codes of a list that a pack below declares are added to it: the own list holds all of them, in that order.
    """
    codelists = {file.stem: _text(file) for file in sorted((folder / "codelists").glob("*.csv"))}
    own, findings = read_dictionary(
        _text_or(folder / LISTS_FILE, ",".join(LIST_COLUMNS)),
        _text_or(folder / FIELDS_FILE, ",".join(FIELD_COLUMNS)),
        codelists,
        base,
    )
    below = base.codes if base else {}
    return replace(
        own, codes={name: _added(below.get(name), codes) for name, codes in own.codes.items()}
    ), findings


def _added(below: CodeList | None, own: CodeList) -> CodeList:
    """A pack's codes after those of the list below; one that it names again is its own."""
    again = {code.id: code for code in own.items}
    kept = tuple(again.pop(code.id, code) for code in (below.items if below else ()))
    return replace(own, items=(*kept, *again.values()))


def _pack(folder: Path, heading: Heading, dictionary: Dictionary) -> Pack:
    forms = sorted((folder / "forms").glob("*")) if (folder / "forms").is_dir() else []
    return Pack(
        heading.id,
        heading.version,
        heading.title,
        heading.requires,
        heading.prefix,
        dictionary,
        {file.stem: file for file in forms if file.suffix in FORM_SUFFIXES},
        {file.stem: file for file in sorted((folder / "standards").glob("*.yaml"))},
        folder,
    )


def _text_or(file: Path, otherwise: str) -> str:
    return _text(file) if file.is_file() else otherwise


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise PackError(
            "pack.encoding", "{file} is not UTF-8. Save it again as CSV UTF-8.", file=file.name
        ) from wrong
