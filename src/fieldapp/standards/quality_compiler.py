"""Turns quality rules into statements: one for each list that is checked, whatever the number of its rules."""

from collections.abc import Callable, Collection, Sequence
from itertools import count

from sqlglot import exp

from fieldapp.errors import PackError
from fieldapp.register.declarations import Dictionary
from fieldapp.standards.code_literals import compared_columns, refuse_unknown_codes
from fieldapp.standards.compiled import FieldRef
from fieldapp.standards.expressions import Spot, parse_condition
from fieldapp.standards.model import Line
from fieldapp.standards.quality_compiled import CompiledCheck, CompiledList, CompiledQuality
from fieldapp.standards.quality_model import QualityCheck, QualityRule, QualitySet
from fieldapp.standards.quality_sight import STRUCTURE, Sight, refuse_column
from fieldapp.standards.quality_statement import ROOT, Alike, LinkedRows, ListStatement, written
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


def compile_quality(
    quality: QualitySet,
    dictionary: Dictionary,
    *,
    lines: Sequence[Line] = (),
    rules: Collection[str] | None = None,
) -> CompiledQuality:
    """The statements of the rules (of all, or of those named) over the tables of a dictionary.

    `lines` are those of the standard sets. Raises PackError for anything a rule may not say.
    """
    statements: dict[tuple[str, str, bool], ListStatement] = {}
    checks: dict[tuple[str, str, bool], list[CompiledCheck]] = {}
    for rule in quality.rules.values():
        if rules is not None and rule.id not in rules:
            continue
        for check in rule.checks:
            spot = Spot(rule.origin, check.at, rule.id)
            wide = SAME in check.when and _is_wide(quality, dictionary, check, spot)
            place = (check.over, check.rows, wide)
            if place not in statements:
                statements[place] = _statement(quality, dictionary, check, spot)
            checks.setdefault(place, []).append(_compile_check(statements[place], rule, check, lines, spot))
    return CompiledQuality(
        quality,
        tuple(_finished(statement, checks[place], place[2]) for place, statement in statements.items()),
    )


def _is_wide(quality: QualitySet, dictionary: Dictionary, check: QualityCheck, spot: Spot) -> bool:
    """Whether a check compares with the records of every village, along no index."""
    statement = ListStatement(quality, dictionary, check.over, check.rows, spot)
    tree = parse_condition(check.when, spot, vocabulary=vocabulary(quality.thresholds))
    return any(
        not statement.quick_key(tuple(key.name for key in call.expressions[1:]))
        for call in tree.find_all(exp.Anonymous)
        if call.name.lower() == SAME
    )


def _finished(statement: ListStatement, checks: list[CompiledCheck], wide: bool) -> CompiledList:
    return CompiledList(
        over=statement.over,
        anchored=statement.is_anchored(),
        wide=wide,
        checks=tuple(checks),
        whole=statement.text(some=False, facts=False),
        some=statement.text(some=True, facts=False),
        facts=statement.text(some=True, facts=True),
        fact_names=statement.fact_names(),
    )


def _statement(quality: QualitySet, dictionary: Dictionary, check: QualityCheck, spot: Spot) -> ListStatement:
    statement = ListStatement(quality, dictionary, check.over, check.rows, spot)
    statement.presence, statement.presence_lists = _presence(statement, spot)
    statement.lists |= statement.presence_lists
    return statement


def _presence(statement: ListStatement, spot: Spot) -> tuple[str, set[str]]:
    over = statement.over
    if statement.rows == "all":
        return "1", set()
    if statement.rows == "ended":
        return f'"{over}"."ended_on" <= :as_of', set()
    own = _present(statement, statement.sight, over, spot)
    if statement.sight.parent != ROOT:
        return own, set()
    return f"{own} and {_present(statement, Sight(statement.dictionary, ROOT), ROOT, spot)}", {ROOT}


def _present(statement: ListStatement, sight: Sight, name: str, spot: Spot) -> str:
    linked = statement.quality.lists.get(name)
    if linked is None or not linked.present:
        return f'"{sight.over}"."ended_on" is null'
    tree = parse_condition(linked.present, spot, vocabulary=vocabulary(statement.quality.thresholds))
    words = _Words(statement, spot, (), sight=sight)
    sql = words.sql(tree)
    if words.lists - {sight.over}:
        raise PackError(
            "standards.present",
            "{file}, line {at}: present of {field} may only read the records of its own list.",
            **spot.place,
        )
    return f"({sql})"


def _compile_check(
    statement: ListStatement, rule: QualityRule, check: QualityCheck, lines: Sequence[Line], spot: Spot
) -> CompiledCheck:
    _refuse_point(statement, check, spot)
    tree = parse_condition(check.when, spot, vocabulary=vocabulary(statement.quality.thresholds))
    words = _Words(statement, spot, lines)
    statement.flags.append(words.sql(tree))
    names = tuple(dict.fromkeys(words.facts))
    return CompiledCheck(
        rule, check, len(statement.flags) - 1, names, tuple(statement.labels[n] for n in names)
    )


def _refuse_point(statement: ListStatement, check: QualityCheck, spot: Spot) -> None:
    own = check.points_list == statement.over and check.points_key in STRUCTURE
    if not own and not statement.dictionary.has_field(check.points_list, check.points_key):
        raise refuse_column(check.points_list, check.points_key, statement.over, spot)


class _Words:
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
            own = _Words(self.statement, self.spot, (), sight=self.statement.sight)
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
            return _present(self.statement, rows.sight, named, self.spot)
        year = f' and "{linked.list}"."year" = :year' if rows.sight.is_yearly else ""
        return f'"{linked.list}"."ended_on" is null{year}'


def quantifier_sql(name: str, parts: Sequence[str], add: Callable[[str], str]) -> str:
    """A quantifier over sums of its list; no record at all counts as none, every, 0."""
    if name == "number" and not parts:
        return f"coalesce({add('count(*)')}, 0)"
    condition = f"({parts[-1]})"
    if name == "total":
        value = parts[0]
        may_change = f"{condition} is null and ({value} is null or {value} <> 0)"
        unclear = add(f"sum(case when ({may_change}) or ({condition} and {value} is null) then 1 else 0 end)")
        whole = add(f"sum(case when {condition} then {value} else 0 end)")
        return f"(case when coalesce({unclear}, 0) = 0 then coalesce({whole}, 0) end)"
    if name in ("highest", "lowest"):
        return add(f"{'max' if name == 'highest' else 'min'}(case when {condition} then {parts[0]} end)")
    if name == "latest":
        answer = f"case when {condition} then '2' when {condition} is null then '1' else '0' end"
        last = add(f"max(case when {parts[0]} <= :as_of then {parts[0]} || {answer} end)")
        return f"(case substr({last}, 11) when '2' then 1 when '0' then 0 end)"
    true = f"coalesce({add(f'sum({condition})')}, 0)"
    if name == "certain":
        return true
    known = f"coalesce({add(f'count({condition})')}, 0)"
    unclear = f"coalesce({add('count(*)')}, 0) > {known}"
    if name == "number":
        return f"(case when {unclear} then null else {true} end)"
    against = f"{true} > 0" if name == "none" else f"{known} > {true}"
    return f"(case when {against} then 0 when {unclear} then null else 1 end)"
