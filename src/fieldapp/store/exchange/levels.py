"""A sheet by its columns: for each kind of record in it, from the village down, the values of every row, read once."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fieldapp.errors import Finding
from fieldapp.journal.commit import Value
from fieldapp.register.cells import Reader, cell_reader, read_column, with_place
from fieldapp.register.declarations import Dictionary
from fieldapp.register.mapping import HEAD_ID_NO, HEAD_NAME, RECORD_ID, SCOPE, VILLAGE_NAME, Column, Target
from fieldapp.register.matching import Tier, key_tiers, plain_column
from fieldapp.register.workbook import Cell, column_letter
from fieldapp.store.exchange.amounts import amounts_of
from fieldapp.store.exchange.planned import Source

HEAD = "1"
"""与户主关系 of the head (DOMAIN.md 2.3)."""


@dataclass(frozen=True)
class YearPart:
    """The columns of a yearly list below a level; `years` is None where the year of the import holds for all."""

    list: str
    keys: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]] = field(repr=False)
    years: Sequence[Value] | None = field(repr=False)


@dataclass(frozen=True)
class Level:
    """One kind of record in a sheet. `owned`: it may be made and changed; those above the list asked for are only found.
    `plain` are the key columns as they are compared."""

    list: str
    owned: bool
    keys: tuple[str, ...]
    rows: Sequence[tuple[Value, ...]] = field(repr=False)
    ids: Sequence[Value] | None = field(repr=False)
    parents: Sequence[Value] | None = field(repr=False)
    tiers: tuple[Tier, ...]
    plain: Mapping[str, Sequence[Hashable]] = field(repr=False)
    bad_keys: frozenset[int] = field(repr=False)
    years: tuple[YearPart, ...] = ()


@dataclass(frozen=True)
class ReadSheet:
    """A sheet, read. `first` is the spreadsheet number of its first data row; `letters` name the columns of targets."""

    count: int
    first: int
    levels: tuple[Level, ...]
    places: Mapping[str, Sequence[Cell]]
    heads: Sequence[Hashable] | None
    letters: Mapping[Target, str]
    findings: tuple[Finding, ...]


class SheetReader:
    """Reads the columns of one source for a dictionary."""

    def __init__(
        self, dictionary: Dictionary, source: Source, first: int, *, today: str, unknown_as_other: bool
    ) -> None:
        self._dictionary = dictionary
        self._today, self._as_other = today, unknown_as_other
        self._source, self._first = source, first
        rows = source.sheet.rows[first:]
        self._count = len(rows)
        self._cells: list[Sequence[Cell]] = (
            list(zip(*rows, strict=True)) if rows else [()] * source.sheet.width
        )
        self._findings: list[Finding] = []
        self._values: dict[Target, Sequence[Value]] = {}
        self._bad: dict[Target, frozenset[int]] = {}
        self._columns = {c.target: c for c in source.mapping.mapped if c.target is not None}
        amounts = amounts_of(dictionary, source, first, self._columns)
        self._unit = amounts.unit
        self._findings += amounts.findings
        for target in amounts.unread:
            del self._columns[target]
        self._head_is_member()

    def read(self) -> ReadSheet:
        """The sheet by its levels."""
        targets = list(self._columns)
        places = {
            t.key: self._cells[self._columns[t].index] for t in targets if t.key in (SCOPE, VILLAGE_NAME)
        }
        levels = tuple(self._level(name) for name in self._chain())
        letters = {t: column_letter(c.index) for t, c in self._columns.items()}
        return ReadSheet(
            self._count, self._first + 1, levels, places, self._heads(), letters, tuple(self._findings)
        )

    def _head_is_member(self) -> None:
        """A list with one row a household and its head's name: the head is a member with relation 1."""
        if any(t.list == "person" for t in self._columns) or self._source.mapping.list != "household":
            return
        for special, key in ((HEAD_NAME, "name"), (HEAD_ID_NO, "id_no")):
            column = self._columns.pop(Target("household", special), None)
            if column is not None:
                self._columns[Target("person", key)] = column
        if Target("person", "name") in self._columns and self._dictionary.has_field("person", "relation"):
            self._values[Target("person", "relation")] = [HEAD] * self._count

    def _chain(self) -> Iterator[str]:
        """The keyed lists in the sheet, parents first; yearly lists belong to the level above them."""
        lists = self._dictionary.lists
        asked = self._source.mapping.list
        named = {t.list for t in self._columns} | {asked}
        chain: set[str] = set()
        for name in named:
            while name:
                if lists[name].key_by != "year":
                    chain.add(name)
                name = lists[name].parent if lists[name].parent in lists else ""
        return iter(sorted(filter(self._is_told, chain), key=self._depth))

    def _is_told(self, name: str) -> bool:
        """Whether the sheet says which record of a list its rows are of: by columns, by the id in a column of the list
        below, or, for villages, by the village of the row."""
        asked = self._source.mapping.list
        if name in (asked, "village") or any(t.list == name for t in self._columns):
            return True
        below = [child.name for child in self._dictionary.children(name) if child.key_by == "year"]
        return asked in below or any(t.list in below for t in self._columns)

    def _depth(self, name: str) -> int:
        parent = self._dictionary.lists[name].parent
        return 1 + self._depth(parent) if parent in self._dictionary.lists else 0

    def _level(self, name: str) -> Level:
        spec = self._dictionary.lists[name]
        asked = self._source.mapping.list
        owned = name == asked or self._depth(name) > self._depth(asked)
        keys = tuple(k for k in self._fields(name) if k not in (spec.parent,))
        tiers = key_tiers(self._dictionary, name)
        columns = [self._read(Target(name, key)) for key in keys]
        parts = {part for tier in tiers for part in tier}
        plain = {key: plain_column(key, self._read(Target(name, key))) for key in keys if key in parts}
        first = tiers[0] if tiers else ()
        bad = frozenset(at for key in first for at in self._bad.get(Target(name, key), ()))
        years = tuple(
            self._year_part(child.name)
            for child in self._dictionary.children(name)
            if child.key_by == "year" and any(t.list == child.name for t in self._columns)
        )
        return Level(
            name,
            owned,
            keys,
            self._tuples(columns),
            self._ids(name),
            self._own(Target(name, spec.parent)) if spec.parent else None,
            tiers,
            plain,
            bad,
            years,
        )

    def _ids(self, name: str) -> Sequence[Value] | None:
        """The records' own ids: in a column of their own, or in the parent column of a yearly list."""
        below = (
            Target(child.name, name) for child in self._dictionary.children(name) if child.key_by == "year"
        )
        for target in (Target(name, RECORD_ID), *below):
            if target in self._columns:
                return self._read(target)
        return None

    def _year_part(self, name: str) -> YearPart:
        spec = self._dictionary.lists[name]
        keys = tuple(key for key in self._fields(name) if key not in (spec.parent, "year"))
        columns = [self._read(Target(name, key)) for key in keys]
        return YearPart(name, keys, self._tuples(columns), self._own(Target(name, "year")))

    def _fields(self, name: str) -> Iterator[str]:
        present = {*self._columns, *self._values}
        for spec in (*self._dictionary.key_fields(name), *self._dictionary.stored_fields(name)):
            if Target(name, spec.key) in present:
                yield spec.key

    def _own(self, target: Target) -> Sequence[Value] | None:
        return self._read(target) if target in self._columns else None

    def _read(self, target: Target) -> Sequence[Value]:
        if target not in self._values:
            column = self._columns[target]
            read = read_column(self._cells[column.index], self._reader(target))
            self._values[target] = read.values
            self._bad[target] = frozenset(read.bad)
            self._findings += (self._placed(found, at, column) for at, found in read.bad.items())
        return self._values[target]

    def _reader(self, target: Target) -> Reader:
        if not self._dictionary.has_field(*target):
            return _plain_text
        spec = self._dictionary.field(*target)
        column = self._columns.get(target)
        return cell_reader(
            spec,
            self._dictionary,
            today=self._today,
            unknown_as_other=self._as_other,
            heading=column.heading if column else "",
            unit=self._unit,
        )

    def _heads(self) -> Sequence[Hashable] | None:
        for key, field_key in ((HEAD_ID_NO, "id_no"), (HEAD_NAME, "name")):
            target = Target("household", key)
            if target in self._columns:
                return plain_column(field_key, self._read(target))
        return None

    def _tuples(self, columns: Sequence[Sequence[Value]]) -> list[tuple[Value, ...]]:
        return list(zip(*columns, strict=True)) if columns else [()] * self._count

    def _placed(self, found: Finding, at: int, column: Column) -> Finding:
        sheet = self._source.sheet
        return with_place(found, sheet.file, sheet.name, self._first + at + 1, column_letter(column.index))


def _plain_text(cell: Cell) -> Value:
    return str(cell).strip() or None
