"""The rows of one sheet, level by level from the village down: which record each is, and why a row is refused."""

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from fieldapp.errors import Finding, Where
from fieldapp.register.declarations import Dictionary
from fieldapp.register.mapping import SCOPE, VILLAGE_NAME, Target
from fieldapp.register.matching import plain_value, tier_keys
from fieldapp.store.exchange import troubles
from fieldapp.store.exchange.levels import HEAD, Level, ReadSheet, YearPart
from fieldapp.store.exchange.planned import Source
from fieldapp.store.exchange.slots import Layer, Slot, Table


class Draft(NamedTuple):
    """A row on its way to a `PlannedRow`; `slot` None is a refused one."""

    source: int
    number: int
    slot: Slot | None
    scope: str
    title: str


class RowMatcher:
    """Matches one sheet. `tables` gives the slots of a list, `fetch` reads records by id that no row's village has."""

    def __init__(
        self,
        dictionary: Dictionary,
        tables: Callable[[str], Table],
        fetch: Callable[[Table, str], None],
        sources: Sequence[Source],
        number: int,
        sheet: ReadSheet,
        scopes: Sequence[str],
        year: int | None,
    ) -> None:
        self._dictionary, self._tables, self._fetch = dictionary, tables, fetch
        self._number, self._source = number, sources[number]
        self._files = [source.sheet.file for source in sources]
        self._sheet, self._scopes, self._year = sheet, scopes, year
        self._findings: list[Finding] = []
        self._drafts: Sequence[Draft] = ()
        self._rows: list[int] = []
        self._run: Slot | None = None
        self._head: Hashable = None
        self._homes: dict[tuple[str, Hashable], list[str]] | None = None

    def match(self, bad: dict[int, Finding], drafts: list[Draft], findings: list[Finding]) -> None:
        """Every row that holds anything is added to `drafts`, with its values laid on its records."""
        sheet, base = self._sheet, len(drafts)
        self._findings, self._drafts = findings, drafts
        cells = self._source.sheet.rows[sheet.first - 1 :]
        self._rows = [at for at, row in enumerate(cells) if any(row) or 0 in row]
        index = {at: base + n for n, at in enumerate(self._rows)}
        top = sheet.levels[0]
        slots: list[Slot | None] = [None] * sheet.count
        live = []
        for at in self._rows:
            place = bad.get(at)
            if place is None:
                live.append(at)
            else:
                self._tell(place, at, Target(top.list, SCOPE), Target(top.list, VILLAGE_NAME))
        for depth, level in enumerate(sheet.levels):
            live = self._match_level(depth, level, live, slots, index)
        reached = set(live)
        last = sheet.levels[-1]
        titles = self._titles(last)
        for at in self._rows:
            slot = slots[at] if at in reached else None
            scope = slot.scope if slot else self._scopes[at]
            drafts.append(
                Draft(self._number, sheet.first + at, slot, scope, str(titles[at] or "") if titles else "")
            )

    def _match_level(
        self, depth: int, level: Level, live: list[int], slots: list[Slot | None], index: dict[int, int]
    ) -> list[int]:
        """The slots of one level for the rows that are still good; returns those that stay so."""
        table, last = self._tables(level.list), depth == len(self._sheet.levels) - 1
        if level.parents is not None:
            for at in live:
                slots[at] = slots[at] or self._parent(level, level.parents[at])
        places = [own or (slot.scope if slot else "") for own, slot in zip(self._scopes, slots, strict=True)]
        parents = [slot.token if slot else None for slot in slots]
        columns = tier_keys(level.tiers, level.plain, places, parents)
        all_keys = list(zip(*columns, strict=True)) if columns else [()] * self._sheet.count
        years = [p for p in level.years if level.owned or p.list == self._source.mapping.list]
        kept: list[int] = []
        before: tuple[object, ...] = ()
        slot: Slot | None = None
        for at in live:
            parent, keys = slots[at], all_keys[at]
            told = (keys, places[at], parent)
            # The rows of a household follow one another: what was found for the row before holds.
            if (
                slot is None
                or last
                or told != before
                or level.ids is not None
                or keys.count(None) == len(keys)
            ):
                before = told
                slot = self._slot(depth, level, table, at, keys, places[at], parent)
                if slot is None or not self._agrees(slot, level, at, places[at], parent):
                    slot = None
                    continue
            if level.owned:
                layers, values = slot.layers, level.rows[at]
                if last and layers and self._is_twice(layers[-1].row, level, at):
                    continue
                if not layers or layers[-1].values != values or layers[-1].keys is not level.keys:
                    layers.append(Layer(level.keys, values, index[at], self._number))
            for part in years:
                self._lay_year(slot, part, at, index[at])
            slots[at] = slot
            kept.append(at)
        return kept

    def _slot(
        self,
        depth: int,
        level: Level,
        table: Table,
        at: int,
        keys: Sequence[Hashable],
        scope: str,
        parent: Slot | None,
    ) -> Slot | None:
        given = str(level.ids[at] or "") if level.ids else ""
        slot = table.slot_of(given, parent, level.owned) if given else None
        if slot is not None:
            return slot
        match = table.matcher.find(keys)
        if match.record is not None:
            return table.slot_of(match.record, parent, level.owned)
        if match.doubtful:
            return self._refuse(troubles.doubtful(len(match.doubtful)), at, level)
        unknown = not given and keys.count(None) == len(keys)
        if unknown and at in level.bad_keys:
            return None  # The cell's own finding says what is wrong with the key.
        if unknown and level.list == "household":
            return self._without_number(depth, level, table, at, scope)
        return self._new(level, table, at, keys, given, scope, parent)

    def _new(
        self,
        level: Level,
        table: Table,
        at: int,
        keys: Sequence[Hashable],
        given: str,
        scope: str,
        parent: Slot | None,
    ) -> Slot | None:
        spec = self._dictionary.lists[level.list]
        if table.ended and keys and (gone := table.ended.get(keys[0])):
            return self._refuse(troubles.ended(str(gone.ended_on)), at, level)
        if not level.owned:
            return self._refuse(troubles.no_parent(spec), at, level)
        if spec.parent and parent is None:
            return self._refuse(troubles.no_parent(self._dictionary.lists[spec.parent]), at, level)
        if not given and keys.count(None) == len(keys):
            return self._refuse(troubles.no_key(level.list), at, level)
        if not scope:
            return self._refuse(troubles.no_village(), at, level)
        return table.make(keys, given, parent.scope if parent else scope, parent)

    def _without_number(self, depth: int, level: Level, table: Table, at: int, scope: str) -> Slot | None:
        """A household whose row has no number: by its member, or by running on from the last head."""
        levels = self._sheet.levels
        below = levels[depth + 1] if depth + 1 < len(levels) else None
        if below is None or below.list != "person":
            return self._refuse(troubles.no_key(level.list), at, level)
        people = self._tables("person")
        own = {key: [column[at]] for key, column in below.plain.items()}
        match = people.matcher.find([column[0] for column in tier_keys(below.tiers, own, [scope], [None])])
        if match.record is not None and match.record in people.held:
            home = table.slot_of(people.held[match.record].parent, None, level.owned)
            if home is not None:
                self._run = home
                return home
        head = self._sheet.heads[at] if self._sheet.heads else None
        relation = below.rows[at][below.keys.index("relation")] if "relation" in below.keys else None
        if relation is None and head is None:
            return self._refuse(troubles.no_key(level.list), at, level)
        begins = relation == HEAD if head is None else head != self._head
        self._head = head
        if begins:
            name = head if head is not None else (below.plain["name"][at] if "name" in below.plain else None)
            homes = self._homes_of(people, scope, name)
            if len(homes) > 1:
                return self._refuse(troubles.doubtful(len(homes)), at, level)
            known = table.slot_of(homes[0], None, level.owned) if homes else None
            self._run = known or self._begin_household(level, table, at, scope)
        return self._run or self._refuse(troubles.no_key(level.list), at, level)

    def _homes_of(self, people: Table, scope: str, name: Hashable) -> list[str]:
        """The households of a village whose head has this plain name or number."""
        if self._homes is None:
            self._homes = {}
            at = {
                key: people.columns.index(key)
                for key in ("name", "id_no", "relation")
                if key in people.columns
            }
            for held in people.held.values():
                if held.ended_on is None and "relation" in at and held.values[at["relation"]] == HEAD:
                    for key in ("name", "id_no"):
                        own = plain_value(key, held.values[at[key]]) if key in at else None
                        self._homes.setdefault((held.scope, own), []).append(held.parent)
        return self._homes.get((scope, name), []) if name is not None else []

    def _begin_household(self, level: Level, table: Table, at: int, scope: str) -> Slot | None:
        if not level.owned:
            return self._refuse(troubles.no_parent(self._dictionary.lists[level.list]), at, level)
        if not scope:
            return self._refuse(troubles.no_village(), at, level)
        return table.make([None] * len(level.tiers), "", scope, None)

    def _parent(self, level: Level, parent: object) -> Slot | None:
        if not parent:
            return None
        table = self._tables(self._dictionary.lists[level.list].parent)
        token = str(parent)
        if token not in table.held and token not in table.slots:
            self._fetch(table, token)
        return table.slot_of(token, None, False)

    def _agrees(self, slot: Slot, level: Level, at: int, scope: str, parent: Slot | None) -> bool:
        """Whether the record lies where the row says it does; people and households are moved by a movement only."""
        held = slot.held
        if held is None:
            return True
        if held.ended_on is not None:
            self._refuse(troubles.ended(held.ended_on), at, level)
        elif self._scopes[at] and held.scope != scope:
            self._refuse(troubles.other_village(held.scope), at, level)
        elif parent is not None and held.parent and held.parent != parent.token:
            self._refuse(troubles.other_household(), at, level)
        else:
            return True
        return False

    def _is_twice(self, row: int, level: Level, at: int) -> bool:
        """Whether an earlier row was of this very record; rows of different years are not."""
        if any(part.years is not None for part in level.years):
            return False
        drafts = self._drafts
        number = (
            drafts[row].number if row < len(drafts) else self._sheet.first + self._rows[row - len(drafts)]
        )
        file = self._files[drafts[row].source] if row < len(drafts) else self._source.sheet.file
        self._refuse(troubles.twice(number, file), at, level)
        return True

    def _lay_year(self, slot: Slot, part: YearPart, at: int, row: int) -> None:
        values = part.rows[at]
        year = part.years[at] if part.years is not None else self._year
        if part.years is None and values.count(None) == len(values):
            return
        if not isinstance(year, int):
            self._tell(troubles.year_missing(), at, Target(part.list, "year"))
            return
        layers = slot.years.get((part.list, year))
        if layers is None:
            slot.years[part.list, year] = [Layer(part.keys, values, row, self._number)]
        elif layers[-1].values != values or layers[-1].keys is not part.keys:
            layers.append(Layer(part.keys, values, row, self._number))

    def _titles(self, level: Level) -> Sequence[object] | None:
        key = "name" if "name" in level.keys else self._dictionary.lists[level.list].title_field
        if key not in level.keys:
            return None
        column = level.keys.index(key)
        return [row[column] for row in level.rows]

    def _refuse(self, finding: Finding, at: int, level: Level) -> Slot | None:
        """Tell why, and give the row no record."""
        tier = level.tiers[0][0] if level.tiers else ""
        self._tell(finding, at, Target(level.list, tier))
        return None

    def _tell(self, finding: Finding, at: int, *targets: Target) -> None:
        letters, sheet = self._sheet.letters, self._source.sheet
        column = next((letters[target] for target in targets if target in letters), "")
        where = Where(file=sheet.file, sheet=sheet.name, row=self._sheet.first + at, column=column)
        self._findings.append(troubles.placed(finding, where))
