"""Turns a standard set into SQL: one statement for every verdict of a scope, one for each member list's open facts.

The statements are written for SQLite, hold only named parameters (:scope, :year, :as_of) and read only.
"""

from sqlglot import exp

from fieldapp.errors import PackError
from fieldapp.register.declarations import Dictionary
from fieldapp.standards.compiled import (
    CompiledCriterion,
    CompiledFigure,
    CompiledNeed,
    CompiledRows,
    CompiledSet,
    FieldRef,
)
from fieldapp.standards.expressions import Spot, is_logical, is_quantifier, parse_condition, parse_value
from fieldapp.standards.frame import Frame
from fieldapp.standards.lines import line_sql
from fieldapp.standards.model import Criterion, MemberList, Need, StandardSet
from fieldapp.standards.quantifiers import Rows, link_of, quantified, rows_of, source_of

__all__ = ["CompiledSet", "compile_set"]

PRESENT = "ended_on is null"


def compile_set(standard: StandardSet, dictionary: Dictionary) -> CompiledSet:
    """The statements of a set over the tables of a dictionary. Raises PackError for anything it may not say."""
    return _Compiler(standard, dictionary).compile()


class _Compiler:
    def __init__(self, standard: StandardSet, dictionary: Dictionary) -> None:
        self.standard = standard
        self.frame = Frame(standard, dictionary)
        self.root_columns: dict[str, str] = {}
        self.fields: dict[FieldRef, str] = {}
        self.member_columns: dict[str, dict[str, str]] = {}
        self.member_fields: dict[str, dict[FieldRef, str]] = {}
        self.members: dict[str, MemberList] = {}

    def compile(self) -> CompiledSet:
        criteria = tuple(self._criterion(n, criterion) for n, criterion in enumerate(self.standard.criteria))
        return CompiledSet(
            standard=self.standard,
            root=self.frame.root,
            verdicts=self._verdict_statement(),
            members={name: self._member_statement(member) for name, member in self.members.items()},
            columns=self.fields,
            member_columns=self.member_fields,
            criteria=criteria,
        )

    def _criterion(self, n: int, criterion: Criterion) -> CompiledCriterion:
        spot = Spot(self.standard.origin, criterion.at, criterion.id)
        met = parse_condition(criterion.met, spot)
        guard = parse_condition(criterion.guard, spot) if criterion.guard else None
        trees = (met, guard) if guard else (met,)
        rows = [self._rows(call, spot) for tree in trees for call in _calls(tree)]
        met_sql = f"cast(({self._sql(met, spot)}) as integer)"
        guard_sql = self._sql(guard, spot) if guard else ""
        self.root_columns[f"g{n}"] = f"case when {guard_sql} then 1 else 0 end" if guard else "1"
        self.root_columns[f"m{n}"] = f"case when {guard_sql} then {met_sql} end" if guard else met_sql
        outside = tuple(dict.fromkeys(ref for tree in trees for ref in self._outside(tree, spot)))
        needs = tuple(self._need(f"w{n}_{i}", need, spot) for i, need in enumerate(self._needs(criterion)))
        self._add_fields(outside)
        guarding = self._outside(guard, spot) if guard else ()
        guard_lists = [name for ref in guarding for name in self.frame.inputs(ref).lists]
        return CompiledCriterion(
            criterion=criterion,
            verdict=f"m{n}",
            guard=f"g{n}",
            uses_line=any(place.name == "line" for place in met.find_all(exp.Placeholder)),
            needs=needs,
            rows=tuple(rows),
            reads=outside,
            fields=self._stored(outside),
            guard_lists=tuple(dict.fromkeys(guard_lists)),
            figures=tuple(
                self._figure(
                    f"f{n}_{i}", spec.value, spec.per, Spot(self.standard.origin, spec.at, criterion.id)
                )
                for i, spec in enumerate(criterion.figures)
            ),
        )

    def _needs(self, criterion: Criterion) -> list[Need]:
        return [
            Need((fact,), need.when, need.at)
            for need in criterion.needs
            for fact in need.facts
            if fact != ":line"
        ]

    def _need(self, column: str, need: Need, spot: Spot) -> CompiledNeed:
        member, ref = self.frame.reference(need.facts[0], spot)
        fields = self._stored((ref,)) if member is None else (ref,)
        if member is None:
            self._add_fields((ref,))
        else:
            self._enter(member)
            self._add_member_fields(member, (ref,))
        if not need.when:
            return CompiledNeed(member, fields)
        tree = parse_condition(need.when, spot, masking=True)
        sql = self.frame.qualify(tree, member, spot).sql("sqlite")
        columns = self.member_columns[member.name] if member else self.root_columns
        columns[column] = f"case when {sql} then 1 else 0 end"
        return CompiledNeed(member, fields, column)

    def _rows(self, call: exp.Anonymous, spot: Spot) -> CompiledRows:
        member = self.frame.member(call.expressions[0].name, spot)
        rows = rows_of(self.frame, call, self._present(member), spot)
        self._enter(member)
        inner = tuple(
            ref for ref in rows.fields if ref.list != self.frame.over and ref.list != self.frame.root
        )
        self._add_member_fields(member, inner)
        columns = self.member_columns[member.name]
        k = sum(name.startswith("n") for name in columns)
        columns[f"n{k}"] = f"case when {rows.counted} then 1 else 0 end"
        columns[f"u{k}"] = f"case when {rows.counted} and ({rows.unclear}) then 1 else 0 end"
        columns[f"a{k}"] = f"case when {rows.counted} and ({rows.against}) then 1 else 0 end"
        if member.none_fact:
            fact = self.frame.reference(member.none_fact, spot)[1]
            self._add_fields((fact,))
        return CompiledRows(member, f"n{k}", f"u{k}", f"a{k}", inner)

    def _figure(self, column: str, value: str, per: str, spot: Spot) -> CompiledFigure:
        self.root_columns[column] = self._value(value, spot)
        if per:
            self.root_columns[f"{column}p"] = self._value(per, spot)
        return CompiledFigure(column, f"{column}p" if per else "")

    def _value(self, text: str, spot: Spot) -> str:
        return self._sql(parse_value(text, spot), spot)

    def _sql(self, tree: exp.Expr, spot: Spot) -> str:
        """SQL of an expression at the root, quantifiers and the line put in full."""
        from sqlglot import parse_one

        def full(node: exp.Expr) -> exp.Expr:
            if isinstance(node, exp.Anonymous) and is_quantifier(node):
                present = self._present(self.frame.member(node.expressions[0].name, spot))
                rows: Rows = rows_of(self.frame, node, present, spot)
                sql = quantified(self.frame, node, rows, present)
                return parse_one(f"({sql} = 1)" if is_logical(node) else sql, read="sqlite")
            if isinstance(node, exp.Placeholder) and node.name == "line":
                return parse_one(f"({self._line()})", read="sqlite")
            return self.frame.qualified(node, None, spot)

        return tree.copy().transform(full).sql("sqlite")

    def _line(self) -> str:
        return line_sql(self.standard.lines, f'"{self.frame.root}"."scope"')

    def _present(self, member: MemberList) -> str:
        spot = Spot(self.standard.origin, member.at, member.name)
        tree = parse_condition(member.present or PRESENT, spot, masking=True)
        if any(ref.list != member.list for ref in self.frame.columns(tree, member, spot)):
            raise PackError(
                "standards.present",
                "{file}, line {at}: present of {field} may only read the records of its own list.",
                **spot.place,
            )
        return self.frame.qualify(tree, member, spot).sql("sqlite")

    def _outside(self, tree: exp.Expr, spot: Spot) -> tuple[FieldRef, ...]:
        """The root's fields an expression reads, in and outside its quantifiers."""
        bare = tree.copy().transform(lambda node: exp.true() if is_quantifier(node) else node)
        refs = list(self.frame.columns(bare, None, spot))
        for call in _calls(tree):
            member = self.frame.member(call.expressions[0].name, spot)
            rows = rows_of(self.frame, call, self._present(member), spot)
            refs += [ref for ref in rows.fields if ref.list in (self.frame.over, self.frame.root)]
        return tuple(dict.fromkeys(refs))

    def _stored(self, refs: tuple[FieldRef, ...]) -> tuple[FieldRef, ...]:
        return tuple(dict.fromkeys(field for ref in refs for field in self.frame.inputs(ref).fields))

    def _add_fields(self, refs: tuple[FieldRef, ...]) -> None:
        for ref in (*refs, *self._stored(refs)):
            self.fields.setdefault(ref, f"r{len(self.fields)}")

    def _add_member_fields(self, member: MemberList, refs: tuple[FieldRef, ...]) -> None:
        columns = self.member_fields[member.name]
        for ref in refs:
            columns.setdefault(ref, f"r{len(columns)}")

    def _enter(self, member: MemberList) -> None:
        self.members.setdefault(member.name, member)
        self.member_columns.setdefault(member.name, {})
        self.member_fields.setdefault(member.name, {})

    def _verdict_statement(self) -> str:
        root = self.frame.root
        columns = {"root": f'"{root}"."id"', "scope": f'"{root}"."scope"', "line": self._line()}
        columns |= {name: self.frame.column(ref).sql("sqlite") for ref, name in self.fields.items()}
        return f"select {_listed(columns | self.root_columns)} from {self._root_source()} where {self._root_condition()}"

    def _member_statement(self, member: MemberList) -> str:
        title = self.frame.dictionary.lists[member.list].title_field
        columns = {
            "root": f'"{self.frame.root}"."id"',
            "record": f'"{member.list}"."id"',
            "title": f'"{member.list}"."{title}"' if title else "null",
        }
        fields = self.member_fields[member.name]
        columns |= {name: self.frame.column(ref).sql("sqlite") for ref, name in fields.items()}
        link = link_of(self.frame, member, self._present(member))
        source = source_of(self.frame, member).partition(" left join ")
        joined = f"{self._root_source()} join {source[0]} on {link}{source[1]}{source[2]}"
        chosen = _listed(columns | self.member_columns[member.name])
        return f"select {chosen} from {joined} where {self._root_condition()}"

    def _root_source(self) -> str:
        root = self.frame.root
        parts = [f'"{root}"']
        for name in self.frame.yearly:
            parts.append(
                f'left join "{name}" on "{name}"."{root}" = "{root}"."id"'
                f' and "{name}"."year" = cast(:year as integer) and "{name}"."ended_on" is null'
            )
        return " ".join(parts)

    def _root_condition(self) -> str:
        root = self.frame.root
        return f'"{root}"."ended_on" is null and substr("{root}"."scope", 1, length(:scope)) = :scope'


def _calls(tree: exp.Expr) -> list[exp.Anonymous]:
    return [node for node in tree.find_all(exp.Anonymous, bfs=False) if is_quantifier(node)]


def _listed(columns: dict[str, str]) -> str:
    return ", ".join(f"{sql} as {name}" for name, sql in columns.items())
