"""The dry run of an import: every row matched by number and identity, every cell a stored value or a finding.

Nothing is written here. A bad cell never blocks its row unless it is the row's key; a record is never made twice.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from fieldapp.errors import Finding, RegisterError, Where
from fieldapp.register.mapping import SCOPE, VILLAGE_NAME, ColumnMapping, Target
from fieldapp.register.workbook import Sheet
from fieldapp.store.exchange import troubles
from fieldapp.store.exchange.existing import read_existing, scopes_of_numbers, vectors
from fieldapp.store.exchange.levels import HEAD, Level, ReadSheet, SheetReader
from fieldapp.store.exchange.planned import ImportPlan, PlannedRow, Source
from fieldapp.store.exchange.settling import Comparison, settle
from fieldapp.store.exchange.slots import Layer, Slot, Table
from fieldapp.store.exchange.villages import Villages, scopes_of_rows
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class Choices:
    """What the worker decided. `within`: only rows of this region. `clear_blanks`: an empty cell empties the field; else
    it says nothing. `unknown_as_other`: unknown labels become 其他, each with a warning."""

    year: int | None = None
    within: str = ""
    clear_blanks: bool = False
    unknown_as_other: bool = False


class Draft(NamedTuple):
    """A row on its way to a `PlannedRow`."""

    source: int
    number: int
    slot: Slot | None
    scope: str
    title: str


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
    planner = _Planner(vault, sources, choices)
    for number, source in enumerate(sources):
        planner.take(number, source)
    return planner.plan()


class _Planner:
    def __init__(self, vault: Vault, sources: Sequence[Source], choices: Choices) -> None:
        self._vault, self._sources, self._choices = vault, tuple(sources), choices
        # Before any record is read: nothing that comes in meanwhile counts as seen.
        self._seen = vectors(vault)
        self._today = datetime.fromtimestamp(vault.clock() / 1000, UTC).date().isoformat()
        self._places = Villages(vault, choices.within)
        self._tables: dict[str, Table] = {}
        self._loaded: set[tuple[str, str, str]] = set()
        self._drafts: list[Draft] = []
        self._findings: list[Finding] = []
        self._letters: list[ReadSheet] = []

    def take(self, number: int, source: Source) -> None:
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
        _Rows(self, number, source, sheet, scopes, bad).match()

    def plan(self) -> ImportPlan:
        """All that was taken, as one plan."""
        vault, clear = self._vault, self._choices.clear_blanks
        comparison = Comparison(vault.dictionary, self._today, clear, self._findings, self._sources, self._letters)
        self._refuse_numbers_elsewhere()
        units, kinds, unit_of = settle(comparison, self._tables, self._drafts, self._year_rows)
        rows = tuple(
            PlannedRow(d.source, d.number, kinds[at], d.slot.scope if d.slot else d.scope, d.title, unit_of[at])
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
            tuple(self._findings),
            seen,
        )

    def table(self, name: str) -> Table:
        """The slots of a list."""
        if name not in self._tables:
            mapped = [c.target.key for s in self._sources for c in s.mapping.mapped if c.target and c.target.list == name]
            self._tables[name] = Table(self._vault.dictionary, name, (*mapped, *_MEMBER_KEYS.get(name, ())))
        return self._tables[name]

    def draft(self, draft: Draft) -> int:
        """Keep a row; returns its index."""
        self._drafts.append(draft)
        return len(self._drafts) - 1

    def tell(self, finding: Finding) -> None:
        """One more finding."""
        self._findings.append(finding)

    @property
    def year(self) -> int | None:
        """The year of yearly columns without a year of their own."""
        return self._choices.year

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

    def _year_rows(self, name: str, columns: tuple[str, ...], parents: set[str]) -> dict[tuple[str, int], object]:
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
                    self.tell(troubles.elsewhere(self._where(draft), number, scope))
            slot.layers, slot.years = [], {}

    def _where(self, draft: Draft) -> Where:
        sheet = self._sources[draft.source].sheet
        return Where(file=sheet.file, sheet=sheet.name, row=draft.number)


class _Rows:
    """The rows of one sheet, matched one after another."""

    def __init__(
        self,
        planner: _Planner,
        number: int,
        source: Source,
        sheet: ReadSheet,
        scopes: Sequence[str],
        bad: dict[int, Finding],
    ) -> None:
        self._planner, self._number, self._source, self._sheet = planner, number, source, sheet
        self._scopes, self._bad = scopes, bad
        self._tables = [planner.table(level.list) for level in sheet.levels]
        self._run: Slot | None = None
        self._head: Hashable = None

    def match(self) -> None:
        """Every row that holds anything becomes a draft; its values are laid on its slots."""
        levels, cells = self._sheet.levels, self._source.sheet.rows
        first, last = self._sheet.first, len(levels) - 1
        for at in range(self._sheet.count):
            if not any(cells[first - 1 + at]) and 0 not in cells[first - 1 + at]:
                continue
            row = self._planner.draft(Draft(self._number, first + at, None, self._scopes[at], ""))
            place = self._bad.get(at)
            if place is not None:
                self._tell(place, at, Target(levels[0].list, SCOPE), Target(levels[0].list, VILLAGE_NAME))
                continue
            slot: Slot | None = None
            for depth in range(last + 1):
                slot = self._slot(depth, at, slot, row)
                if slot is None:
                    break
            if slot is None:
                continue
            title = self._title(levels[last], at)
            self._planner._drafts[row] = Draft(self._number, first + at, slot, slot.scope, title)

    def _slot(self, depth: int, at: int, parent: Slot | None, row: int) -> Slot | None:
        level, table = self._sheet.levels[depth], self._tables[depth]
        values = level.rows[at]
        scope = self._scopes[at] or (parent.scope if parent else "")
        given = level.ids[at] if level.ids else None
        if parent is None and level.parents is not None and level.parents[at]:
            parent = self._parent_of(level, str(level.parents[at]))
        slot = table.slot_of(str(given), parent, level.owned) if given else None
        if slot is None:
            slot = self._matched(depth, at, scope, parent, str(given or ""))
            if slot is None:
                return None
        if slot.held is not None and not self._agrees(slot, scope, parent, at, level):
            return None
        if level.owned:
            if depth == len(self._sheet.levels) - 1 and slot.layers and self._is_twice(slot, level, at):
                return None
            layers = slot.layers
            if not layers or layers[-1].values != values or layers[-1].keys is not level.keys:
                layers.append(Layer(level.keys, values, row, self._number))
        for part in level.years:
            if level.owned or part.list == self._source.mapping.list:
                self._lay_year(slot, part.list, part.keys, part.rows[at], part.years, at, row)
        return slot

    def _lay_year(
        self,
        slot: Slot,
        name: str,
        keys: tuple[str, ...],
        values: tuple[object, ...],
        years: Sequence[object] | None,
        at: int,
        row: int,
    ) -> None:
        year = years[at] if years is not None else self._planner.year
        if values.count(None) == len(values) and years is None:
            return
        if not isinstance(year, int):
            self._tell(troubles.year_missing(name), at, Target(name, "year"))
            return
        layers = slot.years.setdefault((name, year), [])
        if not layers or layers[-1].values != values or layers[-1].keys is not keys:
            layers.append(Layer(keys, values, row, self._number))  # type: ignore[arg-type]

    def _matched(self, depth: int, at: int, scope: str, parent: Slot | None, given: str) -> Slot | None:
        level, table = self._sheet.levels[depth], self._tables[depth]
        above = parent.token if parent else None
        keys = level.make_keys(level.plain[at], scope or None, above)
        match = table.find(keys)
        if match.record is not None:
            return table.slot_of(match.record, parent, level.owned)
        if match.doubtful:
            return self._refuse(troubles.doubtful(len(match.doubtful)), at, level)
        if at in level.bad_keys and all(key is None for key in keys):
            # The cell's own finding says what is wrong with the key.
            return None
        if level.list == "household" and all(key is None for key in keys) and not given:
            return self._without_number(depth, at, scope)
        return self._new(level, table, keys, given, scope, parent, at)

    def _new(
        self,
        level: Level,
        table: Table,
        keys: list[tuple[Hashable, ...] | None],
        given: str,
        scope: str,
        parent: Slot | None,
        at: int,
    ) -> Slot | None:
        spec = self._planner._vault.dictionary.lists[level.list]
        if table.ended and keys and keys[0] is not None and (gone := table.ended.get(keys[0][0])):
            return self._refuse(troubles.ended(str(gone.ended_on)), at, level)
        if not level.owned:
            return self._refuse(troubles.no_parent(spec), at, level)
        if spec.parent and parent is None:
            return self._refuse(troubles.no_parent(self._planner._vault.dictionary.lists[spec.parent]), at, level)
        if not given and all(key is None for key in keys):
            return self._refuse(troubles.no_key(level.list), at, level)
        if not scope:
            return self._refuse(troubles.no_village(), at, level)
        return table.make(keys, given, parent.scope if parent else scope, parent)

    def _without_number(self, depth: int, at: int, scope: str) -> Slot | None:
        """A household whose row has no number: by its member, or by running on from the last head."""
        level, table = self._sheet.levels[depth], self._tables[depth]
        below = self._sheet.levels[depth + 1] if depth + 1 < len(self._sheet.levels) else None
        if below is None or below.list != "person":
            return self._refuse(troubles.no_key(level.list), at, level)
        people = self._tables[depth + 1]
        match = people.find(below.make_keys(below.plain[at], scope or None, None))
        if match.record is not None and match.record in people.held:
            home = table.slot_of(people.held[match.record].parent, None, level.owned)
            if home is not None:
                self._run = home
                return home
        head = self._sheet.heads[at] if self._sheet.heads else None
        relation = below.rows[at][below.keys.index("relation")] if "relation" in below.keys else None
        begins = relation == HEAD if head is None else head != self._head
        self._head = head
        if begins:
            self._run = self._new(level, table, [("head", self._number, at)], "", scope, None, at)
        if self._run is None or (relation is None and head is None):
            return self._refuse(troubles.no_key(level.list), at, level)
        return self._run

    def _parent_of(self, level: Level, parent: str) -> Slot | None:
        name = self._planner._vault.dictionary.lists[level.list].parent
        table = self._planner.table(name)
        if parent not in table.held and parent not in table.slots:
            self._planner._enter(table, "id", {parent})
        return table.slot_of(parent, None, False)

    def _agrees(self, slot: Slot, scope: str, parent: Slot | None, at: int, level: Level) -> bool:
        """Whether the record lies where the row says it does; people and households are moved by a movement only."""
        held = slot.held
        if held is None:
            return True
        if held.ended_on is not None:
            self._refuse(troubles.ended(held.ended_on), at, level)
            return False
        if self._scopes[at] and held.scope != scope:
            self._refuse(troubles.other_village(held.scope), at, level)
            return False
        if parent is not None and held.parent and held.parent != parent.token:
            self._refuse(troubles.other_household(), at, level)
            return False
        return True

    def _is_twice(self, slot: Slot, level: Level, at: int) -> bool:
        """Whether an earlier row was of this very record; a household's own list repeats no household."""
        before = self._planner._drafts[slot.layers[-1].row]
        if before.source == self._number and level.years and any(part.years is not None for part in level.years):
            return False
        self._refuse(troubles.twice(before.number, self._planner._sources[before.source].sheet.file), at, level)
        return True

    def _title(self, level: Level, at: int) -> str:
        key = "name" if "name" in level.keys else self._planner._vault.dictionary.lists[level.list].title_field
        return str(level.rows[at][level.keys.index(key)] or "") if key in level.keys else ""

    def _refuse(self, finding: Finding, at: int, level: Level) -> None:
        tier = level.tiers[0][0] if level.tiers else ""
        self._tell(finding, at, Target(level.list, tier))

    def _tell(self, finding: Finding, at: int, *targets: Target) -> None:
        letters = self._sheet.letters
        column = next((letters[target] for target in targets if target in letters), "")
        sheet = self._source.sheet
        where = Where(file=sheet.file, sheet=sheet.name, row=self._sheet.first + at, column=column)
        self._planner.tell(troubles.placed(finding, where))


_MEMBER_KEYS = {"person": ("relation",)}


def _root(slot: Slot) -> Slot:
    while slot.parent is not None:
        slot = slot.parent
    return slot
