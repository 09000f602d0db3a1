"""Many files to one import: every sheet that is of the list, its mapping, and the village a whole file is of."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fieldapp.errors import Finding, RegisterError, UserError, Where
from fieldapp.register.mapping import ColumnMapping
from fieldapp.register.workbook import Sheet
from fieldapp.store.exchange.mappings import (
    apply_mapping_text,
    files_of,
    list_of,
    propose_mapping,
    read_workbook,
)
from fieldapp.store.exchange.planned import Source
from fieldapp.store.exchange.villages import Villages
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class Gathered:
    """The sheets to plan; `findings` tell of files and sheets that were passed over."""

    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]

    @property
    def guessed(self) -> tuple[Source, ...]:
        """The sheets with a guess in their mapping."""
        return tuple(source for source in self.sources if source.mapping.unsure)


def gather(
    vault: Vault, paths: Sequence[Path], list_name: str = "", *, scope: str = "", mapping_text: str = ""
) -> Gathered:
    """Read files and folders. `list_name` may be "" where the files say it themselves (our exports); then every list in
    them is taken. A file that cannot be read is a finding, unless it is the only one.

    Raises RegisterError import.which_list and, for a single file, those of `read_workbook` and `propose_mapping`.
    """
    files = files_of(paths)
    places = Villages(vault, scope)
    sources: list[Source] = []
    findings: list[Finding] = []
    for path in files:
        try:
            for sheet in read_workbook(path):
                source = _source(vault, sheet, list_name, mapping_text, places)
                if source is not None:
                    sources.append(source)
                elif list_of(sheet) in ("", list_name):
                    findings.append(_no_heading(sheet))
        except UserError as wrong:
            if len(files) == 1:
                raise
            findings.append(Finding("import.file", "{reason}", {"reason": wrong}, Where(file=path.name)))
    return Gathered(tuple(sources), tuple(findings))


def _source(vault: Vault, sheet: Sheet, list_name: str, mapping_text: str, places: Villages) -> Source | None:
    own = list_of(sheet)
    if list_name and own not in ("", list_name):
        return None
    name = list_name or own
    if not name:
        raise RegisterError(
            "import.which_list", "{file} does not say which list it is. Choose one.", file=sheet.file
        )
    mapping: ColumnMapping | None
    if mapping_text and not own:
        mapping = apply_mapping_text(vault, sheet, name, mapping_text)
    else:
        mapping = propose_mapping(vault, sheet, name)
    if mapping is None or not mapping.mapped:
        return None
    return Source(sheet, mapping, places.only or places.of_file(sheet, mapping.data_row))


def _no_heading(sheet: Sheet) -> Finding:
    return Finding(
        "import.no_known_heading",
        "No heading of this sheet is known, so it was passed over. Map its columns, or put a heading above them.",
        {},
        Where(file=sheet.file, sheet=sheet.name),
        "warning",
    )
