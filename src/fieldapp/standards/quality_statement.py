"""One SQL statement over one list for all of its rules: each record is read once, each list beside it is summed once.

`checked` holds the records with every field a rule reads; each linked list is grouped to it; the findings of a record
come back as the bits of whole numbers. The same text narrows to some households (`:only`, a JSON list of their ids).
"""

from dataclasses import dataclass, field

from sqlglot import exp

from fieldapp.errors import PackError
from fieldapp.register.declarations import Dictionary
from fieldapp.register.past_homes import PERSON, has_past_homes, home_among, lived_in
from fieldapp.register.rules import parse_check
from fieldapp.standards.expressions import Spot
from fieldapp.standards.quality_model import LinkedList, QualitySet
from fieldapp.standards.quality_sight import Sight

BITS = 60
ID, SCOPE, HOUSEHOLD, PARENT = "id", "scope", "household", "parent"
ROOT = "household"
ONLY = "select value from json_each(:only)"


@dataclass
class LinkedRows:
    """A linked list grouped to the checked records: its sums by SQL, and the lists its conditions read."""

    linked: LinkedList
    sight: Sight
    name: str
    present: str
    sums: dict[str, str] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Alike:
    """Records with the same values: what is counted, and the keys, as columns of the list and of `checked`."""

    what: str
    keys: tuple[tuple[str, str], ...]
    is_quick: bool


class ListStatement:
    """Collects what the rules over one list read, then writes the statement."""

    def __init__(self, quality: QualitySet, dictionary: Dictionary, over: str, rows: str, spot: Spot) -> None:
        if over not in dictionary.lists:
            raise PackError(
                "quality.unknown_list",
                "{file}, line {at}: {field} runs over the list {list}, which no dictionary has.",
                list=over,
                **spot.place,
            )
        self.quality = quality
        self.dictionary = dictionary
        self.over = over
        self.rows = rows
        self.presence = ""
        self.presence_lists: set[str] = set()
        self.sight = Sight(dictionary, over)
        self.lists: set[str] = set()
        self.columns: dict[str, str] = {}
        self.labels: dict[str, str] = {}
        self.linked: dict[str, LinkedRows] = {}
        self.alike: dict[str, Alike] = {}
        self.flags: list[str] = []

    def column(self, sql: str, label: str) -> str:
        """The name in `checked` of a value of the record itself."""
        name = self.columns.setdefault(sql, f"c{len(self.columns)}")
        self.labels[name] = label
        return f'"checked"."{name}"'

    def sum(self, rows: LinkedRows, sql: str, label: str) -> str:
        """The name of one sum over a linked list."""
        name = rows.sums.setdefault(sql, f"{rows.name}_{len(rows.sums)}")
        self.labels[name] = label
        return f'"{rows.name}"."{name}"'

    def count_alike(self, alike: Alike, label: str) -> str:
        """How many records, households or villages share the keys."""
        known = next((name for name, other in self.alike.items() if other == alike), "")
        name = known or f"s{len(self.alike)}"
        self.alike[name] = alike
        self.labels[f"{name}_0"] = label
        return f'"{name}"."{name}_0"'

    def rows_of(self, name: str, spot: Spot) -> LinkedRows:
        """The linked list that conditions call `name`. Raises PackError for one that cannot be reached."""
        if name not in self.linked:
            linked = self.quality.lists.get(name) or LinkedList(name, name)
            if linked.list not in self.dictionary.lists:
                raise PackError(
                    "standards.unknown_list",
                    "{file}, line {at}: {field} names the list {list}, which no dictionary puts under {root}.",
                    list=name,
                    root=self.over,
                    **spot.place,
                )
            sight = Sight(self.dictionary, linked.list)
            self.linked[name] = LinkedRows(linked, sight, f"l{len(self.linked)}", "")
        return self.linked[name]

    def is_anchored(self) -> bool:
        """Whether a household's own records are checked, so that one household can be checked alone."""
        return self.over == ROOT or self.sight.parent == ROOT

    def quick_key(self, keys: tuple[str, ...]) -> bool:
        """Whether records alike can be found along an index."""
        unique = {
            spec.key
            for spec in self.dictionary.stored_fields(self.over)
            if any(rule.kind == "unique" for rule in parse_check(spec.check))
        }
        return SCOPE in keys or (bool(keys) and keys[0] in unique)

    def text(self, *, some: bool, facts: bool) -> str:
        """The statement. `some`: only the households (or records) of `:only`; `facts`: with every value read."""
        parts = [f'"checked" as materialized ({self._checked(some)})']
        sources = ['"checked"']
        for rows in self.linked.values():
            if rows.sums:
                parts.append(f'"{rows.name}" as materialized ({self._grouped(rows, some)})')
                sources.append(f'left join "{rows.name}" on "{rows.name}"."key" = "checked"."{ID}"')
        for name, alike in self.alike.items():
            parts.append(f'"{name}" as materialized ({self._counted(name, alike, some)})')
            on = " and ".join(f'"{name}"."k{n}" = {mine}' for n, (_, mine) in enumerate(alike.keys))
            sources.append(f'left join "{name}" on {on}')
        wanted = [f'"checked"."{name}"' for name in (ID, SCOPE, HOUSEHOLD, PARENT)] + self._masks()
        if facts:
            wanted += [f'"{name}"' for name in self.fact_names()]
        return f"with {', '.join(parts)} select {', '.join(wanted)} from {' '.join(sources)}"

    def fact_names(self) -> tuple[str, ...]:
        """The columns that hold what the rules read, in the order in which `facts` gives them."""
        sums = [name for rows in self.linked.values() for name in rows.sums.values()]
        return (*self.columns.values(), *sums, *(f"{name}_0" for name in self.alike))

    def _masks(self) -> list[str]:
        parts = []
        for start in range(0, len(self.flags), BITS):
            bits = [
                f"(case when {sql} then {1 << n} else 0 end)"
                for n, sql in enumerate(self.flags[start : start + BITS])
            ]
            parts.append(" + ".join(bits))
        return parts

    def _checked(self, some: bool) -> str:
        over, parent = self.over, self.sight.parent
        # Where the parent is joined its id is at hand: where a person lived is looked up once.
        own = f'"{parent}"."id"' if self.sight.moves and parent in self.lists else self.sight.above()
        household = f'"{over}"."id"' if over == ROOT else own if parent == ROOT else "null"
        columns = [f'"{over}"."id" as "{ID}"', f'"{over}"."scope" as "{SCOPE}"']
        columns += [f'{household} as "{HOUSEHOLD}"', f'{own} as "{PARENT}"']
        columns += [f'{sql} as "{name}"' for sql, name in self.columns.items()]
        anchor = household if self.is_anchored() else f'"{over}"."id"'
        if not some:
            narrowed = f'"{over}"."scope" >= :low and "{over}"."scope" < :high'
        elif self.sight.moves:
            narrowed = home_among(ONLY, ":as_of")
        else:
            narrowed = f"{anchor} in ({ONLY})"
        conditions = [narrowed, self.presence]
        if self.sight.is_yearly:
            conditions.append(f'"{over}"."year" = :year')
        joins = self.sight.joins(self.lists)
        return f'select {", ".join(columns)} from "{over}" {joins} where {" and ".join(conditions)}'

    def _grouped(self, rows: LinkedRows, some: bool) -> str:
        name = rows.linked.list
        sums = ", ".join(f'{sql} as "{column}"' for sql, column in rows.sums.items())
        # The linked list is reached from the checked records, never the other way round.
        return (
            f'select "checked"."{ID}" as "key", {sums} from "checked" cross join "{name}" {rows.sight.joins(rows.lists)}'
            f' where {self._link(rows)} and {rows.present} group by "checked"."{ID}"'
        )

    def _link(self, rows: LinkedRows) -> str:
        linked, over, parent = rows.linked, self.over, self.sight.parent
        name, above = f'"{linked.list}"', rows.sight.parent
        if linked.by:
            same = f'{name}."{linked.by}" = "checked"."{ID}"'
            beside = f' and {name}."{above}" = "checked"."{PARENT}"' if above and above == parent else ""
            return f"{same}{beside or f' and {name}.scope = checked.scope'}"
        if above and above in (over, parent):
            column = f'"checked"."{ID if above == over else PARENT}"'
            if (linked.list, above) == (PERSON, ROOT) and has_past_homes(self.dictionary):
                return lived_in(column, ":as_of")
            return f'{name}."{above}" = {column}'
        return f'{name}."scope" = "checked"."{SCOPE}"'

    def _counted(self, name: str, alike: Alike, some: bool) -> str:
        place = f'"{self.over}"."{SCOPE}"'
        by_village = next((pair for pair in alike.keys if pair[0] == place), None)
        # Whole villages are checked at once: what is alike within one is among the checked records themselves.
        inside = by_village is not None and not some
        keys = [mine if inside else theirs for theirs, mine in alike.keys]
        conditions = [f"{sql} is not null" for sql in keys]
        if not inside:
            conditions.append(self.presence)
            if self.sight.is_yearly:
                conditions.append(f'"{self.over}"."year" = :year')
            if by_village is not None:
                conditions.append(f"{place} in (select {by_village[1]} from checked)")
            elif alike.is_quick:
                conditions.append(self._repeated(*alike.keys[0]))
            elif some:
                conditions.append("0")
        counted = {
            "records": "count(*)",
            "households": f"count(distinct {self._household(inside)})",
            "villages": f"count(distinct {self._scope(inside)})",
        }[alike.what]
        source = '"checked"' if inside else f'"{self.over}" {self.sight.joins(self.presence_lists)}'
        listed = ", ".join(f'{sql} as "k{n}"' for n, sql in enumerate(keys))
        # A record that is like no other is counted as one by whoever joins this.
        where, by = " and ".join(conditions), ", ".join(f'"k{n}"' for n in range(len(keys)))
        counts = f'select {listed}, {counted} as "{name}_0" from {source} where {where}'
        return f"{counts} group by {by} having {counted} > 1"

    def _repeated(self, theirs: str, mine: str) -> str:
        """Only values that stand more than once: the index alone tells, and hardly a record need be read."""
        return (
            f'{theirs} in (select {theirs} from "{self.over}" where {theirs} in (select {mine} from checked) '
            f"group by {theirs} having count(*) > 1)"
        )

    def _scope(self, inside: bool) -> str:
        return f'"checked"."{SCOPE}"' if inside else f'"{self.over}"."{SCOPE}"'

    def _household(self, inside: bool) -> str:
        if inside and self.is_anchored():
            return f'"checked"."{HOUSEHOLD}"'
        if inside:
            return f'"checked"."{ID}"'
        return self.sight.above() if self.sight.parent == ROOT else f'"{self.over}"."id"'


def written(sql: str) -> exp.Expr:
    """SQL that is finished, as a node."""
    return exp.Var(this=sql)
