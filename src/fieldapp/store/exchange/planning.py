"""The dry run of an import: every row matched by number and identity, every cell a stored value or a finding.

Nothing is written here. A bad cell never blocks its row unless it is the row's key; a record is never made twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from fieldapp.errors import Finding, RegisterError, Where
from fieldapp.register.mapping import ColumnMapping
from fieldapp.register.uncollected import uncollected
from fieldapp.register.workbook import Sheet, column_letter
from fieldapp.store.exchange import troubles
from fieldapp.store.exchange.existing import Existing, read_existing, scopes_of_numbers, vectors
from fieldapp.store.exchange.levels import ReadSheet, SheetReader
from fieldapp.store.exchange.planned import ImportPlan, PlannedRow, Source
from fieldapp.store.exchange.rowmatch import Draft, RowMatcher
from fieldapp.store.exchange.settling import Comparison, settle, without_stored
from fieldapp.store.exchange.slots import Slot, Table
from fieldapp.store.exchange.villages import Villages, scopes_of_rows
from fieldapp.store.field_rights import withheld_keys
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class Choices:
    """What the worker decided. `within`: only rows of this region. `clear_blanks`: an empty cell empties the field; else
    it says nothing. `unknown_as_other`: unknown labels become 其他, each with a warning."""

    year: int | None = None
    within: str = ""
    clear_blanks: bool = False
    unknown_as_other: bool = False


def plan_import(
    vault: Vault, sheet: Sheet, mapping: ColumnMapping, scope: str = "", *, choices: Choices | None = None
) -> ImportPlan:
    """The plan of one sheet; `scope` is the village of rows that name none. Raises as `plan_sources`."""
    return plan_sources(vault, (Source(sheet, mapping, scope),), choices or Choices())


def plan_sources(vault: Vault, sources: Sequence[Source], choices: Choices) -> ImportPlan:
    """The plan of many sheets at once, as twenty returned village files: a record in two of them is one record.

    Raises RegisterError import.no_heading, import.no_columns, import.no_year.
    """
    if not sources:
        raise RegisterError("import.no_sheet", "There is no table in these files. Choose others.")
    with uncollected():
        planner = _Planner(vault, sources, choices)
        return planner.plan()


class _Planner:
    def __init__(self, vault: Vault, sources: Sequence[Source], choices: Choices) -> None:
        self._vault, self._choices = vault, choices
        self._findings: list[Finding] = []
        self._sources = tuple(self._without_withheld(source) for source in sources)
        # Before any record is read: nothing that comes in meanwhile counts as seen.
        self._seen = vectors(vault)
        self._today = datetime.fromtimestamp(vault.clock() / 1000, UTC).date().isoformat()
        self._places = Villages(vault, choices.within)
        self._tables: dict[str, Table] = {}
        self._loaded: set[tuple[str, str, str]] = set()
        self._drafts: list[Draft] = []
        self._letters: list[ReadSheet] = []

    def _take(self, number: int, source: Source) -> None:
        """Match one sheet's rows."""
        if not source.mapping.mapped:
            raise RegisterError(
                "import.no_columns",
                "No column of {file} is mapped to a field. Say what its columns are.",
                file=source.sheet.file,
            )
        reader = SheetReader(
            self._vault.dictionary,
            source,
            source.mapping.data_row,
            today=self._today,
            unknown_as_other=self._choices.unknown_as_other,
        )
        sheet = reader.read()
        self._refuse_no_year(sheet, source)
        self._letters.append(sheet)
        self._findings += sheet.findings
        default = source.scope or self._places.only
        scopes, bad = scopes_of_rows(sheet.places, self._places, sheet.count, default)
        self._load(sheet, set(scopes) - {""})
        matcher = RowMatcher(
            self._vault.dictionary,
            self.table,
            lambda table, record: self._enter(table, "id", {record}),
            self._sources,
            number,
            sheet,
            scopes,
            self._choices.year,
        )
        matcher.match(bad, self._drafts, self._findings)

    def plan(self) -> ImportPlan:
        """All sheets, as one plan."""
        for number, source in enumerate(self._sources):
            self._take(number, source)
        vault, clear = self._vault, self._choices.clear_blanks
        comparison = Comparison(
            vault.dictionary, self._today, clear, self._findings, self._sources, self._letters
        )
        self._refuse_numbers_elsewhere()
        units, kinds, unit_of = settle(comparison, self._tables, self._drafts, self._year_rows)
        rows = tuple(
            PlannedRow(
                d.source,
                d.number,
                kinds[at],
                d.slot.scope if d.slot else d.scope,
                d.title,
                unit_of[at],
                d.slot.list_name if d.slot else "",
                d.slot.held.id if d.slot and d.slot.held else "",
            )
            for at, d in enumerate(self._drafts)
        )
        seen = {unit.scope: self._seen.get(unit.scope, {}) for unit in units}
        return ImportPlan(
            vault.new_id(),
            self._sources[0].mapping.list,
            self._choices.year,
            self._sources,
            rows,
            units,
            tuple(without_stored(self._findings, comparison, self._tables, self._drafts)),
            seen,
        )

    def table(self, name: str) -> Table:
        """The slots of a list."""
        if name not in self._tables:
            mapped = [
                c.target.key
                for s in self._sources
                for c in s.mapping.mapped
                if c.target and c.target.list == name
            ]
            self._tables[name] = Table(self._vault.dictionary, name, (*mapped, *_MEMBER_KEYS.get(name, ())))
        return self._tables[name]

    def _without_withheld(self, source: Source) -> Source:
        """The source without the columns of fields that this worker's role never sees, each told."""
        columns = []
        for column in source.mapping.columns:
            target = column.target
            if target is not None and target.key in withheld_keys(self._vault, target.list):
                where = Where(
                    file=source.sheet.file, sheet=source.sheet.name, column=column_letter(column.index)
                )
                self._findings.append(troubles.withheld(where))
                column = replace(column, target=None)
            columns.append(column)
        return replace(source, mapping=replace(source.mapping, columns=tuple(columns)))

    def _refuse_no_year(self, sheet: ReadSheet, source: Source) -> None:
        for level in sheet.levels:
            for part in level.years:
                if part.years is None and self._choices.year is None:
                    raise RegisterError(
                        "import.no_year",
                        "{file} has yearly columns and none that names the year. Say which year it is of.",
                        file=source.sheet.file,
                    )

    def _load(self, sheet: ReadSheet, scopes: set[str]) -> None:
        """Read the records these rows can meet: of their villages, or by number where no row names a village."""
        wanted: dict[str, set[str]] = {}
        for at, level in enumerate(sheet.levels):
            table = self.table(level.list)
            if scopes:
                self._enter(table, "scope", scopes)
                continue
            if level.ids:
                self._enter(table, "id", {str(i) for i in level.ids if i})
            parent = self._vault.dictionary.lists[level.list].parent
            above = wanted.get(parent, set())
            if at and above:
                self._enter(table, parent, above)
            number = level.tiers[0][0] if level.tiers and len(level.tiers[0]) == 1 else ""
            if number in level.keys:
                column = level.keys.index(number)
                self._enter(table, number, {str(row[column]) for row in level.rows if row[column]})
            wanted[level.list] = set(table.held)
            if parent in self._tables:
                self._enter(self.table(parent), "id", {held.parent for held in table.held.values()})

    def _enter(self, table: Table, by: str, values: set[str]) -> None:
        new = {value for value in values if (table.list, by, value) not in self._loaded and value}
        self._loaded |= {(table.list, by, value) for value in new}
        table.enter(read_existing(self._vault, table.list, table.columns, by, new))

    def _year_rows(
        self, name: str, columns: tuple[str, ...], parents: set[str]
    ) -> Mapping[tuple[str, int], Existing]:
        parent = self._vault.dictionary.lists[name].parent
        found = read_existing(self._vault, name, columns, parent, parents)
        return {(held.parent, held.year): held for held in found if held.year is not None}

    def _refuse_numbers_elsewhere(self) -> None:
        """A number that stands in another village is no new household: it has to be moved."""
        table = self._tables.get("household")
        if table is None or not table.tiers:
            return
        new: dict[str, Slot] = {}
        for slot in table.slots.values():
            if slot.held is None and slot.layers and "household_no" in slot.layers[0].keys:
                value = slot.layers[0].values[slot.layers[0].keys.index("household_no")]
                if value is not None:
                    new[str(value)] = slot
        elsewhere = scopes_of_numbers(self._vault, "household", "household_no", new.keys(), ()) if new else {}
        for number, scope in elsewhere.items():
            slot = new[number]
            for at, draft in enumerate(self._drafts):
                if draft.slot is not None and _root(draft.slot) is slot:
                    self._drafts[at] = draft._replace(slot=None)
                    self._findings.append(troubles.elsewhere(self._where(draft), number, scope))
            slot.layers, slot.years = [], {}

    def _where(self, draft: Draft) -> Where:
        sheet = self._sources[draft.source].sheet
        return Where(file=sheet.file, sheet=sheet.name, row=draft.number)


_MEMBER_KEYS = {"person": ("relation",)}


def _root(slot: Slot) -> Slot:
    while slot.parent is not None:
        slot = slot.parent
    return slot
