"""What an import would do, as values: rows new, changed, same or refused, what each cell was, and every finding."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from fieldapp.errors import Finding
from fieldapp.journal.commit import Value, Vector
from fieldapp.register.mapping import ColumnMapping
from fieldapp.register.workbook import Sheet

RowKind = Literal["new", "changed", "same", "refused"]


class PlannedRow(NamedTuple):
    """One row of a sheet. `number` counts from 1 as the spreadsheet does; `unit` is -1 where nothing is written;
    `record` is the record of `list` that the row is of, "" where there is none yet."""

    source: int
    number: int
    kind: RowKind
    scope: str
    title: str
    unit: int
    list: str = ""
    record: str = ""


class Entry(NamedTuple):
    """One record to be written. `old` None makes it: its id is `record` or, where that is "", a new one. Its parent is
    `parent`, or the record of the unit's entry `above` (-1: none). `keys`, `values` and `old` stand side by side."""

    list: str
    record: str
    above: int
    parent: str
    year: int | None
    keys: tuple[str, ...]
    values: tuple[Value, ...]
    old: tuple[Value, ...] | None
    row: int


class CellChange(NamedTuple):
    """One cell of a record that is there: what it was and what it would be."""

    list: str
    record: str
    key: str
    old: Value
    new: Value


@dataclass(frozen=True)
class Unit:
    """What belongs together and is never torn apart by a chunk: a household with all below it, parents first."""

    scope: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Source:
    """One sheet with its mapping. `scope`: the village of rows that name none; "" where the rows or the vault say."""

    sheet: Sheet
    mapping: ColumnMapping
    scope: str = ""


@dataclass(frozen=True)
class ImportPlan:
    """A dry run. `id` names the import; `seen` is what the vault held of each village when it was planned."""

    id: str
    list: str
    year: int | None
    sources: tuple[Source, ...] = field(repr=False)
    rows: tuple[PlannedRow, ...] = field(repr=False)
    units: tuple[Unit, ...] = field(repr=False)
    findings: tuple[Finding, ...] = field(repr=False)
    seen: Mapping[str, Vector] = field(repr=False)

    @property
    def files(self) -> tuple[str, ...]:
        """The file names, each once."""
        return tuple(dict.fromkeys(source.sheet.file for source in self.sources))

    @property
    def counts(self) -> dict[str, int]:
        """How many rows are new, changed, same, refused."""
        found = Counter(row.kind for row in self.rows)
        return {kind: found[kind] for kind in ("new", "changed", "same", "refused")}

    def changes_of(self, row: int) -> tuple[CellChange, ...]:
        """The cells the row at this index of `rows` would change or, for new records, fill."""
        return tuple(self._changes(row))

    def _changes(self, row: int) -> Iterator[CellChange]:
        unit = self.rows[row].unit
        for entry in self.units[unit].entries if unit >= 0 else ():
            if entry.row == row:
                olds = entry.old or (None,) * len(entry.keys)
                for key, old, new in zip(entry.keys, olds, entry.values, strict=True):
                    if old != new:
                        yield CellChange(entry.list, entry.record, key, old, new)
