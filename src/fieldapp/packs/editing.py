"""A county makes a pack of its own: copied, then fields, codes and rules added, each edit checked before it is written.

Every function returns what is wrong; with an error among it nothing was written.
"""

import shutil
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import asdict, replace
from pathlib import Path

from fieldapp.errors import Finding, PackError
from fieldapp.packs.archive import folder_contents
from fieldapp.packs.check import check_tables
from fieldapp.packs.heading import HEADING_FILE, Heading, Title, heading_text, parse_heading, read_heading
from fieldapp.packs.resolution import joined_dictionary, pack_folder, resolve_packs
from fieldapp.packs.rule_cells import RULES_FOLDER, Rule, read_rule_files, rules_of, with_rules
from fieldapp.packs.tables import Row, code_columns, code_row, read_rows, table_text
from fieldapp.register.declarations import Code, FieldSpec, ListSpec
from fieldapp.register.dictionary import FIELD_COLUMNS, FIELDS_FILE, LIST_COLUMNS, LISTS_FILE, Dictionary

Findings = tuple[Finding, ...]
_TABLES = (HEADING_FILE, "dictionary/", "codelists/", f"{RULES_FOLDER}/")


def copy_pack(source: str | Path, target: Path, pack_id: str, title: Title, *, prefix: str) -> Path:
    """A copy of a pack (id, `id@version` or folder) under another id, as version 1. Returns its folder.

    `prefix` begins the keys of the fields to come; those copied keep theirs. Raises PackError pack.target_exists, and
    for an id or prefix that is none.
    """
    if target.exists() and any(target.iterdir()):
        raise PackError(
            "pack.target_exists", "{folder} is not empty. Name a new folder for the copy.", folder=str(target)
        )
    folder = pack_folder(source)
    former = read_heading(folder)
    prefixes = tuple(dict.fromkeys((prefix, *former.prefixes)))
    write_files(target, {**folder_contents(folder), HEADING_FILE: b""})
    try:
        _write_heading(target, Heading(pack_id, 1, title, former.requires, prefixes))
    except PackError:
        shutil.rmtree(target)
        raise
    return target


def set_version(folder: Path, version: int) -> None:
    """Give a pack another version number: one higher for each time it is handed out. Raises PackError."""
    _write_heading(folder, replace(read_heading(folder), version=version))


def set_title(folder: Path, title: Title) -> None:
    """Give a pack another title. Raises PackError."""
    _write_heading(folder, replace(read_heading(folder), title=title))


def add_list(folder: Path, spec: ListSpec) -> Findings:
    """Declare one more list."""
    cells = {key: str(value) for key, value in asdict(spec).items()}
    return _append(folder, LISTS_FILE, LIST_COLUMNS, {"list": cells.pop("name"), **cells})


def add_field(folder: Path, spec: FieldSpec) -> Findings:
    """Declare one more field, of this pack's lists or of those it builds on."""
    return _append(folder, FIELDS_FILE, FIELD_COLUMNS, _field_row(spec))


def change_field(folder: Path, list_name: str, key: str, **changes: str | int) -> Findings:
    """Change columns of a field; one of a pack below is declared again here. Raises PackError pack.no_field.

    What would lose saved values (another type, scale or code list) is refused by the vault, see `packs.changes`.
    """
    rows = read_rows(folder / FIELDS_FILE)
    spec = _known_field(folder, list_name, key)
    row = _field_row(replace(spec, **changes))  # type: ignore[arg-type]
    at = next((n for n, row in enumerate(rows) if (row["list"], row["key"]) == (list_name, key)), None)
    rows = [*rows, row] if at is None else [*rows[:at], row, *rows[at + 1 :]]
    return _written(folder, {FIELDS_FILE: table_text(FIELD_COLUMNS, rows)})


def add_code(folder: Path, code_list: str, code: Code) -> Findings:
    """Add a code to a list of this pack or to one of a pack below; a new name begins a new code list."""
    file = f"codelists/{code_list}.csv"
    rows = [*read_rows(folder / file), code_row(code)]
    return _written(folder, {file: table_text(code_columns(rows), rows)})


def add_rule(folder: Path, rule: Rule, file: str = "county") -> Findings:
    """Add a quality rule (its keys: docs/formats.md) to `quality/<file>.yaml`. Raises PackError for unreadable files."""
    before = read_rule_files(folder).get(file)
    rules = [*rules_of(before or {}), dict(rule)]
    return _written(folder, {f"{RULES_FOLDER}/{file}.yaml": with_rules(before, file, rules)})


def check_edited(folder: Path, changed: Mapping[str, str], gone: Collection[str] = ()) -> Findings:
    """What would be wrong with the tables of a pack if these files (name → text) stood in it and those `gone` did not."""
    with tempfile.TemporaryDirectory(prefix="fieldapp-pack-") as place:
        before = folder_contents(folder) if folder.is_dir() else {}
        tables = {
            name: body for name, body in before.items() if name.startswith(_TABLES) and name not in gone
        }
        trial = Path(place)
        write_files(trial, {**tables, **{name: text.encode() for name, text in changed.items()}})
        return check_tables(trial)


def write_files(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files of a pack, each whole or not at all."""
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_name(f".{path.name}.part")
        partial.write_bytes(content)
        partial.replace(path)


def pack_dictionary(folder: Path) -> Dictionary:
    """The joined dictionary of a pack and all it builds on, to choose lists and codes from. Raises PackError."""
    return joined_dictionary(resolve_packs([folder]))


def _append(folder: Path, file: str, columns: tuple[str, ...], row: Row) -> Findings:
    rows = read_rows(folder / file)
    return _written(folder, {file: table_text(columns, [*rows, row])})


def _written(folder: Path, changed: Mapping[str, str]) -> Findings:
    findings = check_edited(folder, changed)
    if not any(finding.severity == "error" for finding in findings):
        write_files(folder, {name: text.encode() for name, text in changed.items()})
    return findings


def _write_heading(folder: Path, heading: Heading) -> None:
    text = heading_text(heading).encode()
    parse_heading(text)
    write_files(folder, {HEADING_FILE: text})


def _known_field(folder: Path, list_name: str, key: str) -> FieldSpec:
    dictionary = pack_dictionary(folder)
    found = next((spec for spec in dictionary.fields.get(list_name, ()) if spec.key == key), None)
    if found is None:
        raise PackError(
            "pack.no_field",
            "The list {list} has no field {key}. Check both names.",
            list=list_name,
            key=key,
        )
    return found


def _field_row(spec: FieldSpec) -> Row:
    cells = {key: str(value) for key, value in asdict(spec).items()}
    return cells | {name: cells[name] if cells[name] != "0" else "" for name in ("scale", "order")}
