"""What the names in a set mean: each column becomes one field of one list, or a sentence that says it is none.

In the SQL a list goes by its own name, as the dictionary's derived expressions expect: the root is the household
(the parent of a yearly `over`), its yearly lists are joined for `:year`, a member's yearly list to the member.
"""

from dataclasses import dataclass

import sqlglot
from sqlglot import exp

from fieldapp.errors import PackError
from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.standards.code_literals import compared_columns, refuse_unknown_codes
from fieldapp.standards.compiled import FieldRef
from fieldapp.standards.expressions import Spot, is_age
from fieldapp.standards.model import MemberList, StandardSet

_ENDED = "ended_on"
_STRUCTURE = frozenset(("id", "n", "scope", "year", _ENDED, "ended_reason", "joined_on"))


@dataclass(frozen=True)
class Inputs:
    """What a derived field is computed from: fields of the root's yearly lists, and lists whose rows it counts."""

    fields: tuple[FieldRef, ...]
    lists: tuple[str, ...]


class Frame:
    """The lists a set can see from its root, and the columns of their names."""

    def __init__(self, standard: StandardSet, dictionary: Dictionary) -> None:
        self.standard = standard
        self.dictionary = dictionary
        over = dictionary.lists.get(standard.over)
        if over is None:
            raise self._refuse_list(standard.over, 1)
        self.root = over.parent if over.key_by == "year" else over.name
        self.over = over.name
        self.yearly = tuple(spec.name for spec in dictionary.children(self.root) if spec.key_by == "year")
        for member in standard.lists.values():
            self.member(member.name, Spot(standard.origin, member.at, member.name))

    def member(self, name: str, spot: Spot) -> MemberList:
        """The child list that criteria call `name`. Raises PackError for an unknown one."""
        found = self.standard.lists.get(name) or MemberList(name, name)
        spec = self.dictionary.lists.get(found.list)
        if spec is None or spec.parent != self.root or spec.key_by == "year":
            raise PackError(
                "standards.unknown_list",
                "{file}, line {at}: {field} names the list {list}, which no dictionary puts under {root}.",
                list=found.list,
                root=self.root,
                **spot.place,
            )
        return found

    def yearly_of(self, list_name: str) -> str:
        """The yearly list of a child list (person → person_year), or ""."""
        specs = (spec.name for spec in self.dictionary.children(list_name) if spec.key_by == "year")
        return next(specs, "")

    def reference(self, text: str, spot: Spot) -> tuple[MemberList | None, FieldRef]:
        """What a need names: a member's field (`member.school_status`) or the root's. Raises PackError."""
        first, _, rest = text.partition(".")
        known = {*self.standard.lists, *(spec.name for spec in self.dictionary.children(self.root))}
        if rest and first in known and first not in self.yearly:
            member = self.member(first, spot)
            return member, self._field("", rest, member, spot)
        return None, self._field(first if rest else "", rest or first, None, spot)

    def resolve(self, column: exp.Column, member: MemberList | None, spot: Spot) -> FieldRef:
        """The field a column of an expression means. Raises PackError for an unknown one."""
        if column.args.get("db") or column.args.get("catalog"):
            raise self._refuse_column(column.sql("sqlite"), spot)
        return self._field(column.table, column.name, member, spot)

    def spec(self, ref: FieldRef) -> FieldSpec:
        return self.dictionary.field(ref.list, ref.key)

    def qualify(self, tree: exp.Expr, member: MemberList | None, spot: Spot) -> exp.Expr:
        """The expression with every column written as a column of its list, derived ones and ages put in full."""
        return tree.copy().transform(lambda node: self.qualified(node, member, spot))

    def columns(self, tree: exp.Expr, member: MemberList | None, spot: Spot) -> tuple[FieldRef, ...]:
        """The fields an expression outside quantifiers reads, in order."""
        refs = [self.resolve(column, member, spot) for column in tree.find_all(exp.Column, bfs=False)]
        if member and any(is_age(node) for node in tree.walk()):
            refs.append(self._field("", "birth_date", member, spot))
        return tuple(dict.fromkeys(refs))

    def column(self, ref: FieldRef) -> exp.Expr:
        """A field as SQL: its column, or its derived expression."""
        derived = ref.key != _ENDED and self.spec(ref).derived
        return (
            exp.paren(self._derived(self.spec(ref)))
            if derived
            else exp.column(ref.key, ref.list, quoted=True)
        )

    def inputs(self, ref: FieldRef) -> Inputs:
        """What a derived field stands on; the field itself when it is stored."""
        spec = self.spec(ref)
        if not spec.derived:
            return Inputs((ref,), ())
        tree = sqlglot.parse_one(spec.derived, read="sqlite")
        fields: list[FieldRef] = []
        for column in tree.find_all(exp.Column, bfs=False):
            owner = column.table or ref.list
            if column.name not in _STRUCTURE and owner in self.yearly and column.name != self.root:
                fields += self.inputs(FieldRef(owner, column.name)).fields
        tables = [table.name for table in tree.find_all(exp.Table)]
        lists = (name for name in tables if name in self.dictionary.lists and name not in self.yearly)
        return Inputs(tuple(dict.fromkeys(fields)), tuple(lists))

    def qualified(self, node: exp.Expr, member: MemberList | None, spot: Spot) -> exp.Expr:
        """One node of an expression as `qualify` writes it. Raises PackError for a code that its list does not have."""
        for column in compared_columns(node):
            ref = self.resolve(column, member, spot)
            if ref.key != _ENDED:
                refuse_unknown_codes(node, self.spec(ref), self.dictionary, spot)
        if isinstance(node, exp.Placeholder) and node.name == "year":
            return _year()
        if is_age(node):
            born = self._field("", "birth_date", member, spot)
            return _age(self.column(born).sql("sqlite"), node.expressions[0].sql("sqlite"))
        if isinstance(node, exp.Column):
            return self.column(self.resolve(node, member, spot))
        return node

    def _derived(self, spec: FieldSpec) -> exp.Expr:
        """A derived expression where the yearly row may be missing: its parent and year are known all the same."""

        def known(node: exp.Expr) -> exp.Expr:
            if not isinstance(node, exp.Column) or spec.list not in self.yearly:
                return node
            own = node.table == spec.list or (not node.table and node.find_ancestor(exp.Select) is None)
            if own and node.name == self.root:
                return exp.column("id", self.root, quoted=True)
            if own and node.name == "year":
                return _year()
            if own and self.dictionary.has_field(spec.list, node.name):
                return self.column(FieldRef(spec.list, node.name))
            return node

        return sqlglot.parse_one(spec.derived, read="sqlite").transform(known)

    def _field(self, qualifier: str, key: str, member: MemberList | None, spot: Spot) -> FieldRef:
        for list_name in self._candidates(qualifier, member):
            if self.dictionary.has_field(list_name, key) or (member and key == _ENDED):
                return FieldRef(list_name, key)
        raise self._refuse_column(f"{qualifier}.{key}" if qualifier else key, spot)

    def _candidates(self, qualifier: str, member: MemberList | None) -> tuple[str, ...]:
        inner = (member.list, self.yearly_of(member.list)) if member else ()
        if not qualifier:
            return tuple(name for name in (*inner, self.over, self.root) if name)
        if member and qualifier == member.name:
            return tuple(name for name in inner if name)
        return (qualifier,) if qualifier in (*inner, self.root, *self.yearly) else ()

    def _refuse_column(self, name: str, spot: Spot) -> PackError:
        return PackError(
            "standards.unknown_column",
            "{file}, line {at}: {field} names {name}, which is no field that can be seen from {over}.",
            name=name,
            over=self.over,
            **spot.place,
        )

    def _refuse_list(self, name: str, at: int) -> PackError:
        return PackError(
            "standards.unknown_over",
            "{file}: over names the list {list}, which no dictionary has.",
            list=name,
            **Spot(self.standard.origin, at, "over").place,
        )


def _year() -> exp.Expr:
    return sqlglot.parse_one("cast(:year as integer)", read="sqlite")


def _age(born: str, day: str) -> exp.Expr:
    """Whole years on a day, from texts YYYY-MM-DD; NULL while the birth date is not known."""
    years = f"cast(substr({day}, 1, 4) as integer) - cast(substr({born}, 1, 4) as integer)"
    before = f"case when substr({day}, 6, 5) < substr({born}, 6, 5) then 1 else 0 end"
    return exp.paren(sqlglot.parse_one(f"{years} - {before}", read="sqlite"))
