"""Conditions of quality rules as SQL over the checked record and the lists it is linked with."""

from collections.abc import Sequence
from itertools import count

from sqlglot import exp

from fieldapp.errors import PackError
from fieldapp.standards.code_literals import compared_columns, refuse_unknown_codes
from fieldapp.standards.compiled import FieldRef
from fieldapp.standards.expressions import Spot, parse_condition
from fieldapp.standards.model import Line
from fieldapp.standards.quality_quantifiers import quantifier_sql
from fieldapp.standards.quality_sight import Sight, refuse_column
from fieldapp.standards.quality_statement import Alike, LinkedRows, ListStatement, written
from fieldapp.standards.quality_words import (
    AGE,
    FUNCTIONS,
    READ_ONCE,
    SAME,
    age_sql,
    answers_sql,
    function_sql,
    line_sql,
    vocabulary,
)

_COUNTED = ("records", "households", "villages")


class Words:
    """Writes one condition as SQL over `checked` and its sums, and notes what it reads."""

    def __init__(
        self, statement: ListStatement, spot: Spot, lines: Sequence[Line], sight: Sight | None = None
    ) -> None:
        self.statement = statement
        self.spot = spot
        self.lines_in_force = lines
        self.bare = sight
        self.rows: LinkedRows | None = None
        self.facts: list[str] = []
        self.lists: set[str] = set()

    def sql(self, tree: exp.Expr) -> str:
        """The condition, or a part of it, as SQL. Raises PackError for what a rule may not say."""
        return tree.copy().transform(self._node).sql("sqlite")

    def _node(self, node: exp.Expr) -> exp.Expr:
        for column in compared_columns(node):
            self._refuse_codes(node, column)
        if isinstance(node, exp.Column):
            return written(self._column(node))
        if isinstance(node, exp.Anonymous):
            return written(self._call(node.name.lower(), list(node.expressions)))
        return node

    def _refuse_codes(self, node: exp.Expr, column: exp.Column) -> None:
        ref, sight = self._find(column)
        spec = sight.spec(ref)
        if spec is not None:
            refuse_unknown_codes(node, spec, self.statement.dictionary, self.spot)

    def _find(self, column: exp.Column) -> tuple[FieldRef, Sight]:
        """The field, and whose it is: the linked list's first, then the checked record's."""
        sights = [self.bare] if self.bare else [self.statement.sight]
        if self.rows is not None:
            sights.insert(0, self.rows.sight)
        for sight in sights:
            ref = sight.find(column.table, column.name)
            if ref is not None:
                return ref, sight
        raise refuse_column(column.table, column.name, sights[0].over, self.spot)

    def _column(self, column: exp.Column) -> str:
        ref, sight = self._find(column)
        named = ref.list.partition(">")[0] if ">" not in ref.list else sight.over
        if self.bare is not None:
            self.lists.add(named)
            return sight.sql(ref)
        if self.rows is not None and sight is self.rows.sight:
            self.rows.lists.add(named)
            return sight.sql(ref)
        self.statement.lists.add(named)
        name = self.statement.column(sight.sql(ref), f"{ref.list}.{ref.key}")
        self.facts.append(name.rpartition(".")[2].strip('"'))
        return name

    def _call(self, name: str, arguments: list[exp.Expr]) -> str:
        if name == SAME:
            return self._alike(arguments)
        if name in FUNCTIONS or name == "known_sum":
            if name == "has":
                self._refuse_codes(exp.In(this=arguments[0], expressions=arguments[1:]), arguments[0])  # type: ignore[arg-type]
            if name in READ_ONCE and self._is_own(arguments[0]):
                return self._read_once(name, arguments[0])  # type: ignore[arg-type]
            return function_sql(name, [self.sql(part) for part in arguments])
        if name == AGE:
            return age_sql(self.sql(exp.column("birth_date")), self.sql(arguments[0]))
        if name == "line":
            scope = self.sql(exp.column("scope"))
            return line_sql(self.lines_in_force, scope, arguments[0].name, self.sql(arguments[1]))
        if name in ("answers", "risk_answers"):
            quality = self.statement.quality
            matrix = quality.causes if name == "answers" else quality.risks
            return answers_sql(matrix, self.sql(arguments[0]), self.sql(arguments[1]))
        return self._quantified(name, arguments)

    def _is_own(self, argument: exp.Expr) -> bool:
        """Whether this is a stored field of the checked record itself."""
        return isinstance(argument, exp.Column) and self.rows is None and self.bare is None

    def _read_once(self, name: str, argument: exp.Column) -> str:
        self.sql(argument)
        ref, sight = self._find(argument)
        sql = function_sql(name, [sight.sql(ref)])
        return self._fact(self.statement.column(sql, f"{name}({ref.list}.{ref.key})"))

    def _alike(self, arguments: list[exp.Expr]) -> str:
        what = arguments[0].name
        if what not in _COUNTED or self.rows is not None:
            raise PackError(
                "quality.same",
                "{file}, line {at}: {field} must begin same( with one of {known}, outside other lists.",
                known=", ".join(_COUNTED),
                **self.spot.place,
            )
        keys, over = [], self.statement.over
        for key in arguments[1:]:
            own = Words(self.statement, self.spot, (), sight=self.statement.sight)
            theirs = own.sql(key)
            if own.lists - {over}:
                raise PackError(
                    "quality.same_keys",
                    "{file}, line {at}: {field} may compare only the fields of {list} with same().",
                    list=over,
                    **self.spot.place,
                )
            keys.append((theirs, self.sql(key)))
        names = tuple(key.name for key in arguments[1:])
        alike = Alike(what, tuple(keys), self.statement.quick_key(names))
        label = f"same({', '.join(part.sql('sqlite') for part in arguments)})"
        return f"coalesce({self._fact(self.statement.count_alike(alike, label))}, 1)"

    def _fact(self, column: str) -> str:
        self.facts.append(column.rpartition(".")[2].strip('"'))
        return column

    def _quantified(self, name: str, arguments: list[exp.Expr]) -> str:
        rows = self.statement.rows_of(arguments[0].name, self.spot)
        if not rows.present:
            rows.present = self._rows_present(rows)
        self.rows = rows
        try:
            parts = [self.sql(part) for part in arguments[1:]]
        finally:
            self.rows = None
        label = f"{name}({', '.join(part.sql('sqlite') for part in arguments)})"
        parts_of = count()

        def add(sql: str) -> str:
            return self._fact(self.statement.sum(rows, sql, f"{label} {next(parts_of)}"))

        return quantifier_sql(name, parts, add)

    def _rows_present(self, rows: LinkedRows) -> str:
        known, linked = self.statement.quality.lists, rows.linked
        if linked.present or (linked.list in known and known[linked.list].present):
            named = linked.name if linked.present else linked.list
            return present(self.statement, rows.sight, named, self.spot)
        year = f' and "{linked.list}"."year" = :year' if rows.sight.is_yearly else ""
        return f'"{linked.list}"."ended_on" is null{year}'


def present(statement: ListStatement, sight: Sight, name: str, spot: Spot) -> str:
    """The condition that a record of a list is there, as the set says it. Raises PackError standards.present."""
    linked = statement.quality.lists.get(name)
    if linked is None or not linked.present:
        return f'"{sight.over}"."ended_on" is null'
    tree = parse_condition(linked.present, spot, vocabulary=vocabulary(statement.quality.thresholds))
    words = Words(statement, spot, (), sight=sight)
    sql = words.sql(tree)
    if words.lists - {sight.over}:
        raise PackError(
            "standards.present",
            "{file}, line {at}: present of {field} may only read the records of its own list.",
            **spot.place,
        )
    return f"({sql})"
