"""What a condition over a list can see: its own fields, its year's, its parent's, its village's, and what it refers to.

Names without a list are looked for in that order; in the SQL every list goes by its own name.
"""

import sqlglot
from sqlglot import exp

from fieldapp.errors import PackError
from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.register.past_homes import HOUSEHOLD, PERSON, has_past_homes, home_on
from fieldapp.standards.compiled import FieldRef
from fieldapp.standards.expressions import Spot
from fieldapp.standards.frame import Frame
from fieldapp.standards.model import StandardSet, Words

STRUCTURE = frozenset(("id", "scope", "ended_on", "ended_reason"))
VILLAGE = "village"


class Sight:
    """The fields that can be seen from a record of `over`, and the joins they need."""

    def __init__(self, dictionary: Dictionary, over: str) -> None:
        self.dictionary = dictionary
        self.over = over
        spec = dictionary.lists[over]
        self.parent = spec.parent
        self.is_yearly = spec.key_by == "year"
        self.moves = (over, self.parent) == (PERSON, HOUSEHOLD) and has_past_homes(dictionary)
        self._own = () if self.is_yearly else self._yearly(over)
        self._parents = (
            tuple(name for name in self._yearly(self.parent) if name != over) if self.parent else ()
        )
        far = VILLAGE in dictionary.lists and VILLAGE not in (over, self.parent)
        self._far = (VILLAGE, *self._yearly(VILLAGE)) if far else ()
        self._frames: dict[str, Frame] = {}

    def find(self, qualifier: str, key: str) -> FieldRef | None:
        """The field a name means, or None. A ref field as qualifier leads to the record it names."""
        for name in self._candidates(qualifier):
            if key in STRUCTURE or self.dictionary.has_field(name, key):
                return FieldRef(name, key)
        target = self._target(qualifier)
        return FieldRef(f"{qualifier}>{target}", key) if target and self._reaches(target, key) else None

    def spec(self, ref: FieldRef) -> FieldSpec | None:
        """The dictionary's words on a field; None for id, scope and end."""
        name = ref.list.partition(">")[2] or ref.list
        return self.dictionary.field(name, ref.key) if self.dictionary.has_field(name, ref.key) else None

    def sql(self, ref: FieldRef) -> str:
        """A field as SQL: its column, its derived expression, or the field of the record it refers to."""
        through, _, target = ref.list.partition(">")
        if target:
            own = f'"{self.over}"."{through}"'
            return f'(select "named"."{ref.key}" from "{target}" as "named" where "named"."id" = {own})'
        if ref.key in STRUCTURE:
            return f'"{ref.list}"."{ref.key}"'
        spec = self.dictionary.field(ref.list, ref.key)
        if spec.derived and ref.list == self.over and self.is_yearly:
            return f"({self._own_derived(spec)})"
        return self._frame(ref.list).column(ref).sql("sqlite")

    def above(self) -> str:
        """The id of the parent of a row of `over`, as SQL: for a person the household of the day that is asked."""
        return (
            home_on(":as_of") if self.moves else f'"{self.over}"."{self.parent}"' if self.parent else "null"
        )

    def joins(self, lists: set[str]) -> str:
        """The joins that bring these lists to a row of `over`."""
        parts = [self._year_join(name, self.over) for name in self._own if name in lists]
        if self.parent and {self.parent, *self._parents} & lists:
            parts.append(f'join "{self.parent}" on "{self.parent}"."id" = {self.above()}')
            parts += [self._year_join(name, self.parent) for name in self._parents if name in lists]
        if set(self._far) & lists:
            parts.append(
                f'left join "{VILLAGE}" on "{VILLAGE}"."n" = (select min("v"."n") from "{VILLAGE}" as "v"'
                f' where "v"."scope" = "{self.over}"."scope" and "v"."ended_on" is null)'
            )
            parts += [self._year_join(name, VILLAGE) for name in self._far[1:] if name in lists]
        return " ".join(parts)

    def _year_join(self, name: str, parent: str) -> str:
        return (
            f'left join "{name}" on "{name}"."{parent}" = "{parent}"."id"'
            f' and "{name}"."year" = :year and "{name}"."ended_on" is null'
        )

    def _candidates(self, qualifier: str) -> tuple[str, ...]:
        seen = (self.over, *self._own, self.parent, *self._parents, *self._far)
        if qualifier:
            return (qualifier,) if qualifier in seen else ()
        main = (self.over, f"{self.over}_year", self.parent, f"{self.parent}_year")
        return tuple(name for name in main if name and name in seen)

    def _target(self, qualifier: str) -> str:
        if not qualifier or not self.dictionary.has_field(self.over, qualifier):
            return ""
        spec = self.dictionary.field(self.over, qualifier)
        named = spec.codes or qualifier
        return named if spec.type == "ref" and named in self.dictionary.lists else ""

    def _reaches(self, target: str, key: str) -> bool:
        if key in STRUCTURE:
            return True
        return self.dictionary.has_field(target, key) and not self.dictionary.field(target, key).derived

    def _yearly(self, name: str) -> tuple[str, ...]:
        return tuple(spec.name for spec in self.dictionary.children(name) if spec.key_by == "year")

    def _frame(self, list_name: str) -> Frame:
        spec = self.dictionary.lists[list_name]
        root = spec.parent if spec.key_by == "year" else list_name
        if root not in self._frames:
            self._frames[root] = Frame(
                StandardSet("", Words("", "", ""), "", "household", root, "12-31", (), ()), self.dictionary
            )
        return self._frames[root]

    def _own_derived(self, spec: FieldSpec) -> str:
        """A derived field of the checked yearly row itself: its own columns by the list's name."""

        def named(node: exp.Expr) -> exp.Expr:
            if isinstance(node, exp.Column) and not node.table and node.find_ancestor(exp.Select) is None:
                ref = FieldRef(spec.list, node.name)
                inner = self.spec(ref)
                if inner is not None and inner.derived:
                    return exp.Var(this=self.sql(ref))
                return exp.column(node.name, spec.list, quoted=True)
            return node

        return sqlglot.parse_one(spec.derived, read="sqlite").transform(named).sql("sqlite")


def refuse_column(qualifier: str, key: str, over: str, spot: Spot) -> PackError:
    """The refusal of a name that means nothing here."""
    return PackError(
        "standards.unknown_column",
        "{file}, line {at}: {field} names {name}, which is no field that can be seen from {over}.",
        name=f"{qualifier}.{key}" if qualifier else key,
        over=over,
        **spot.place,
    )
