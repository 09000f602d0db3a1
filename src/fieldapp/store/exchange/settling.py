"""Slots → units to write: the rows of a record laid over each other, compared with what is there, cell by cell."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fieldapp.domain.identity import LENGTH
from fieldapp.errors import Finding, Where
from fieldapp.journal.commit import Value
from fieldapp.register.cells import cell_reader, written_cell
from fieldapp.register.declarations import Dictionary
from fieldapp.register.mapping import Target
from fieldapp.store.exchange import troubles
from fieldapp.store.exchange.existing import Existing
from fieldapp.store.exchange.levels import ReadSheet
from fieldapp.store.exchange.planned import Entry, RowKind, Source, Unit
from fieldapp.store.exchange.slots import Layer, Slot, Table

if TYPE_CHECKING:
    from fieldapp.store.exchange.rowmatch import Draft

YearRows = Callable[[str, tuple[str, ...], set[str]], Mapping[tuple[str, int], Existing]]
_BY_NUMBER = ("birth_date", "sex")
_RANK: dict[RowKind, int] = {"refused": 0, "same": 1, "changed": 2, "new": 3}


@dataclass(frozen=True)
class Comparison:
    """What values are compared by, and where findings go. `numbers` are the spreadsheet numbers of the drafts."""

    dictionary: Dictionary
    today: str
    clear_blanks: bool
    findings: list[Finding]
    sources: Sequence[Source]
    sheets: Sequence[ReadSheet]

    def laid(
        self, list_name: str, layers: Sequence[Layer], numbers: Sequence[int]
    ) -> tuple[tuple[str, ...], tuple[Value, ...], int]:
        """Keys, values and first row of what several rows say of one record; the first that says something stands."""
        if len(layers) == 1:
            return layers[0].keys, layers[0].values, layers[0].row
        merged: dict[str, tuple[Value, int]] = {}
        for layer in layers:
            for key, value in zip(layer.keys, layer.values, strict=True):
                before = merged.get(key)
                if before is None or before[0] is None:
                    merged[key] = (value, layer.row)
                elif value is not None and value != before[0]:
                    self._differ(Target(list_name, key), layer, numbers, before[1])
        return tuple(merged), tuple(value for value, _ in merged.values()), layers[0].row

    def told_by_number(
        self, list_name: str, keys: tuple[str, ...], values: tuple[Value, ...], source: int
    ) -> tuple[tuple[str, ...], tuple[Value, ...]]:
        """A new person with the birth date and sex that the identity number says where the sheet says none.

        Our own exports come back as they left; a blank that is to clear a field stays blank.
        """
        if (
            list_name != "person"
            or self.clear_blanks
            or self.sources[source].sheet.marks
            or "id_no" not in keys
        ):
            return keys, values
        if all(key in keys and values[keys.index(key)] is not None for key in _BY_NUMBER):
            return keys, values
        number = str(values[keys.index("id_no")] or "")
        checked = "identity" in self.dictionary.field(list_name, "id_no").check.split()
        if len(number) < LENGTH or not checked:
            return keys, values
        # Its cell was read through the check: the date is one, and no number is taken apart twice.
        said = {
            "birth_date": f"{number[6:10]}-{number[10:12]}-{number[12:14]}",
            "sex": "1" if int(number[16]) % 2 else "2",
        }
        told = dict(zip(keys, values, strict=True))
        for key in _BY_NUMBER:
            if told.get(key) is None and self.dictionary.has_field(list_name, key):
                told[key] = said[key]
        return tuple(told), tuple(told.values())

    def cell(self, source: int, row: int, target: Target) -> object:
        """The cell of a target in a row, counted as the spreadsheet does."""
        columns = self.sources[source].mapping.columns
        index = next((column.index for column in columns if column.target == target), None)
        return None if index is None else self.sources[source].sheet.rows[row - 1][index]

    def changes(
        self,
        list_name: str,
        keys: Sequence[str],
        values: Sequence[Value],
        columns: Sequence[str],
        old: Sequence[Value],
    ) -> tuple[tuple[str, ...], tuple[Value, ...], tuple[Value, ...]]:
        """The keys that change, with new and old values side by side."""
        if tuple(columns) == tuple(keys) and tuple(values) == tuple(old):
            return (), (), ()
        at = {column: index for index, column in enumerate(columns)}
        found = [
            (key, value, old[at[key]])
            for key, value in zip(keys, values, strict=True)
            if self._is_change(list_name, key, value, old[at[key]])
        ]
        new_keys, new, olds = zip(*found, strict=True) if found else ((), (), ())
        return new_keys, new, olds

    def _is_change(self, list_name: str, key: str, value: Value, old: Value) -> bool:
        if value == old or (value is None and not self.clear_blanks):
            return False
        # What an export of the old value would be read as is no change: spaces around a text, an empty text.
        spec = self.dictionary.field(list_name, key)
        cell = written_cell(spec, old, self.dictionary, "zh_hans")
        return cell_reader(spec, self.dictionary, today=self.today)(cell) != value

    def _differ(self, target: Target, layer: Layer, numbers: Sequence[int], other: int) -> None:
        sheet = self.sources[layer.source].sheet
        column = self.sheets[layer.source].letters.get(target, "")
        where = Where(file=sheet.file, sheet=sheet.name, row=numbers[layer.row], column=column)
        self.findings.append(troubles.placed(troubles.differs(numbers[other]), where))


def settle(
    comparison: Comparison, tables: Mapping[str, Table], drafts: Sequence["Draft"], year_rows: YearRows
) -> tuple[tuple[Unit, ...], list[RowKind], list[int]]:
    """The units, and for each draft its kind and its unit (-1: none)."""
    settler = _Settler(comparison, tables, drafts, year_rows)
    for name in _parents_first(comparison.dictionary, tables):
        for slot in tables[name].slots.values():
            if slot.layers or slot.years:
                settler.settle(slot)
    return settler.units(), settler.kinds, settler.unit_of


def without_stored(
    findings: Sequence[Finding],
    comparison: Comparison,
    tables: Mapping[str, Table],
    drafts: Sequence["Draft"],
) -> Iterator[Finding]:
    """The findings without those of cells that say just what is stored: an import does not tell of these."""
    slots = {(draft.source, draft.number): draft.slot for draft in drafts if draft.slot is not None}
    names = {(source.sheet.file, source.sheet.name): at for at, source in enumerate(comparison.sources)}
    for finding in findings:
        where = finding.where
        source = names.get((where.file, where.sheet), -1)
        slot = slots.get((source, where.row or 0))
        while slot is not None and slot.list_name != where.list:
            slot = slot.parent
        held = slot.held if slot is not None else None
        if held is not None and where.field in tables[where.list].columns:
            spec = comparison.dictionary.field(where.list, where.field)
            old = held.values[tables[where.list].columns.index(where.field)]
            cell = comparison.cell(source, where.row or 0, Target(where.list, where.field))
            if old is not None and any(
                written_cell(spec, old, comparison.dictionary, words) == cell
                for words in ("zh_hans", "zh_hant", "en")
            ):
                continue
        yield finding


class _Settler:
    def __init__(
        self,
        comparison: Comparison,
        tables: Mapping[str, Table],
        drafts: Sequence["Draft"],
        year_rows: YearRows,
    ) -> None:
        self._compare, self._tables = comparison, tables
        self._numbers = [draft.number for draft in drafts]
        self._refused = {at for at, draft in enumerate(drafts) if draft.slot is None}
        self.kinds: list[RowKind] = ["refused" if draft.slot is None else "same" for draft in drafts]
        self.unit_of = [-1] * len(drafts)
        self._entries: list[list[Entry]] = []
        self._scopes: list[str] = []
        self._held_years = self._read_years(year_rows)

    def settle(self, slot: Slot) -> None:
        """The entries of one record and its years."""
        table, compare = self._tables[slot.list_name], self._compare
        above = slot.parent.entry if slot.parent is not None else -1
        if slot.held is None and slot.parent is not None and slot.parent.held is None and above < 0:
            return  # Its parent was refused.
        parent = slot.parent.token if slot.parent and above < 0 else slot.held.parent if slot.held else ""
        if slot.layers:
            keys, values, row = compare.laid(slot.list_name, slot.layers, self._numbers)
            if slot.held is None:
                keys, values = compare.told_by_number(slot.list_name, keys, values, slot.layers[0].source)
                self._add(
                    slot, Entry(slot.list_name, slot.id, above, parent, None, keys, values, None, row), "new"
                )
            else:
                changed, new, old = compare.changes(
                    slot.list_name, keys, values, table.columns, slot.held.values
                )
                if changed:
                    entry = Entry(slot.list_name, slot.id, -1, slot.held.parent, None, changed, new, old, row)
                    self._add(slot, entry, "changed")
        for (name, year), layers in slot.years.items():
            self._settle_year(slot, name, year, layers)

    def units(self) -> tuple[Unit, ...]:
        """All units with anything to write."""
        return tuple(
            Unit(scope, tuple(entries)) for scope, entries in zip(self._scopes, self._entries, strict=True)
        )

    def _settle_year(self, slot: Slot, name: str, year: int, layers: Sequence[Layer]) -> None:
        keys, values, row = self._compare.laid(name, layers, self._numbers)
        above = slot.entry
        if slot.held is None and above < 0:
            return
        columns, held = self._held_years.get(name, ((), {}))
        there = held.get((slot.token, year))
        if there is not None and there.ended_on is None:
            changed, new, old = self._compare.changes(name, keys, values, columns, there.values)
            if changed:
                self._add(
                    slot, Entry(name, there.id, -1, slot.token, year, changed, new, old, row), "changed"
                )
        elif values.count(None) < len(values):
            parent = "" if above >= 0 else slot.token
            self._add(slot, Entry(name, "", above, parent, year, keys, values, None, row), "changed")

    def _add(self, slot: Slot, entry: Entry, kind: RowKind) -> None:
        root = slot
        while root.parent is not None:
            root = root.parent
        unit = root.unit
        if unit < 0:
            unit = root.unit = len(self._entries)
            self._entries.append([])
            self._scopes.append(slot.scope)
        entries = self._entries[unit]
        if slot.held is None and entry.year is None:
            slot.entry = len(entries)
        entries.append(entry)
        if entry.row not in self._refused and _RANK[kind] > _RANK[self.kinds[entry.row]]:
            self.kinds[entry.row] = kind
        self.unit_of[entry.row] = unit

    def _read_years(
        self, year_rows: YearRows
    ) -> dict[str, tuple[tuple[str, ...], Mapping[tuple[str, int], Existing]]]:
        keys: dict[str, dict[str, None]] = {}
        parents: dict[str, set[str]] = {}
        held = (
            slot for table in self._tables.values() for slot in table.slots.values() if slot.held is not None
        )
        for slot in held:
            for (name, _), layers in slot.years.items():
                parents.setdefault(name, set()).add(slot.token)
                for layer in layers:
                    keys.setdefault(name, {}).update(dict.fromkeys(layer.keys))
        return {
            name: (tuple(keys[name]), year_rows(name, tuple(keys[name]), ids))
            for name, ids in parents.items()
        }


def _parents_first(dictionary: Dictionary, names: Mapping[str, Table]) -> Iterator[str]:
    def depth(name: str) -> int:
        spec = dictionary.lists.get(name)
        return 1 + depth(spec.parent) if spec and spec.parent else 0

    return iter(sorted(names, key=depth))
