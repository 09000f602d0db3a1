"""Rows of a table out of the clipboard, read as members: headings guessed, cells checked, matched with who is here."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.domain.identity import parse_identity
from fieldapp.errors import Finding
from fieldapp.journal.commit import Value
from fieldapp.register.checks import entered_value
from fieldapp.register.declarations import FieldSpec
from fieldapp.register.guessing import guess_mapping, heading_of
from fieldapp.register.headings import Headings
from fieldapp.register.mapping import Target
from fieldapp.register.workbook import Sheet
from fieldapp.store.exchange.mappings import words_of
from fieldapp.store.save import Change, Saved, save
from fieldapp_ui.editing.card import CardEditor
from fieldapp_ui.language import tr
from fieldapp_ui.models.members import COLUMNS

MOST_ROWS = 200
LISTS = ("person", "person_year")


@dataclass(frozen=True)
class PastedCell:
    """What stood there, the value it is kept as (None: not kept) and what is wrong with it."""

    text: str
    value: Value = None
    wrong: Finding | None = None


@dataclass(frozen=True)
class PastedRow:
    """`person` is the member who is here already, empty for a new one; `refused` why the row is not kept."""

    cells: tuple[PastedCell, ...]
    person: str = ""
    refused: Finding | None = None


class PastedPeople:
    """What the clipboard holds for one household. `columns` are the field of each column, None for one passed over."""

    def __init__(self, editor: CardEditor, text: str) -> None:
        self._editor, self._vault = editor, editor.desk.vault
        self._seen = editor.seen()
        table = [
            row for row in csv.reader(io.StringIO(text), dialect="excel-tab") if any(c.strip() for c in row)
        ]
        width = max(map(len, table), default=0)
        self._table = [[*row, *[""] * (width - len(row))] for row in table[: MOST_ROWS + 1]]
        self.headings: tuple[str, ...] = ()
        self.columns: tuple[FieldSpec | None, ...] = ()
        self._first = 0
        if width:
            self._read_headings(width)
        self.rows = tuple(self._row(row) for row in self._table[self._first :])

    @property
    def kept(self) -> int:
        """How many rows will be kept."""
        return sum(row.refused is None for row in self.rows)

    def troubles(self) -> tuple[str, ...]:
        """What is wrong, a sentence each, by row."""
        found = []
        for number, row in enumerate(self.rows, 1):
            if row.refused is not None:
                found.append(tr("Row {number}: {sentence}", number=number, sentence=row.refused.sentence(tr)))
            for spec, cell in zip(self.columns, row.cells, strict=True):
                if cell.wrong is not None and spec is not None and row.refused is None:
                    words = f"{self._editor.reading.label(spec)} · {cell.wrong.sentence(tr)}"
                    found.append(tr("Row {number}: {sentence}", number=number, sentence=words))
        return tuple(found)

    def keep(self) -> Saved:
        """Write all rows that can be kept, in one commit. Raises RegisterError or VaultError."""
        changes = [change for row in self.rows if row.refused is None for change in self._changes(row)]
        label = tr("Pasted members: {count}", count=self.kept)
        scope, vault = self._editor.scope, self._vault
        return self._editor.desk.deeds.do(
            label, lambda: save(vault, scope, "edit", changes, seen=self._seen, label=label)
        )

    def _read_headings(self, width: int) -> None:
        dictionary = self._vault.dictionary
        sheet = Sheet("", "", [list(row) for row in self._table])
        words = words_of(self._vault, "person")
        headings = heading_of(sheet, words)
        if headings is not None and sum(words.knows(text) for text in headings.texts) * 2 >= width:
            mapping = guess_mapping(headings, sheet, "person", dictionary, words)
            targets = {column.index: column.target for column in mapping.mapped}
            self.headings, self._first = headings.texts, headings.data
            self.columns = tuple(self._spec(targets.get(at)) for at in range(width))
            return
        # No heading: the columns of the grid, in their order.
        blank = Headings(0, 0, ("",) * width)
        specs = [dictionary.field(*one) for one in COLUMNS if dictionary.has_field(*one)]
        self.headings = blank.texts
        self.columns = tuple(specs[at] if at < len(specs) else None for at in range(width))

    def _spec(self, target: Target | None) -> FieldSpec | None:
        dictionary = self._vault.dictionary
        if target is None or target.list not in LISTS or not dictionary.has_field(*target):
            return None
        spec = dictionary.field(*target)
        return None if spec.derived or spec.type in ("ref", "file") or spec.key == "household" else spec

    def _row(self, texts: list[str]) -> PastedRow:
        cells = tuple(self._cell(spec, text.strip()) for spec, text in zip(self.columns, texts, strict=True))
        values = self._values(cells, "person")
        number, name = values.get("id_no"), values.get("name")
        here = ""
        for one in self._editor.people:
            if number and one.values.get("id_no") == number:
                here = one.id
        if not here and not number and name:
            same = [one.id for one in self._editor.people if one.values.get("name") == name]
            here = same[0] if len(same) == 1 else ""
        if not here and not name:
            return PastedRow(cells, "", Finding("paste.no_name", "There is no name. The row is passed over."))
        return PastedRow(cells, here)

    def _cell(self, spec: FieldSpec | None, text: str) -> PastedCell:
        if spec is None or not text:
            return PastedCell(text)
        today = self._editor.desk.today().isoformat()
        value = entered_value(spec, text, self._vault.dictionary, today=today)
        if isinstance(value, Finding):
            return PastedCell(text, None, value)
        return PastedCell(text, value)

    def _values(self, cells: tuple[PastedCell, ...], name: str) -> dict[str, Value]:
        return {
            spec.key: cell.value
            for spec, cell in zip(self.columns, cells, strict=True)
            if spec is not None and spec.list == name and cell.value is not None
        }

    def _changes(self, row: PastedRow) -> list[Change]:
        values = dict(_told_by_number(self._values(row.cells, "person")))
        year = self._values(row.cells, "person_year")
        person = row.person or self._vault.new_id()
        changes = []
        if row.person:
            if values:
                changes.append(Change("person", person, "set", values, "document"))
        else:
            changes.append(
                Change("person", person, "add", {"household": self._editor.id, **values}, "document")
            )
        if year:
            keys: dict[str, Value] = {"person": person, "year": self._editor.year}
            changes.append(Change("person_year", None, "add", keys | year, "document"))
        return changes


def _told_by_number(values: Mapping[str, Value]) -> Mapping[str, Value]:
    """Sex and birth date that the identity number tells, where the row does not."""
    identity = parse_identity(str(values.get("id_no") or ""))
    if identity is None:
        return values
    return {"sex": identity.sex, "birth_date": identity.birth_date} | dict(values)
