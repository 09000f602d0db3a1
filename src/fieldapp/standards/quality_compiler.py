"""Turns quality rules into statements: one for each list that is checked, whatever the number of its rules."""

from collections.abc import Collection, Sequence

from sqlglot import exp

from fieldapp.register.declarations import Dictionary
from fieldapp.standards.expressions import Spot, parse_condition
from fieldapp.standards.model import Line
from fieldapp.standards.quality_compiled import CompiledCheck, CompiledList, CompiledQuality
from fieldapp.standards.quality_conditions import Words, present
from fieldapp.standards.quality_model import QualityCheck, QualityRule, QualitySet
from fieldapp.standards.quality_sight import STRUCTURE, Sight, refuse_column
from fieldapp.standards.quality_statement import ROOT, ListStatement
from fieldapp.standards.quality_words import SAME, vocabulary


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
    own = present(statement, statement.sight, over, spot)
    if statement.sight.parent != ROOT:
        return own, set()
    return f"{own} and {present(statement, Sight(statement.dictionary, ROOT), ROOT, spot)}", {ROOT}


def _compile_check(
    statement: ListStatement, rule: QualityRule, check: QualityCheck, lines: Sequence[Line], spot: Spot
) -> CompiledCheck:
    _refuse_point(statement, check, spot)
    tree = parse_condition(check.when, spot, vocabulary=vocabulary(statement.quality.thresholds))
    words = Words(statement, spot, lines)
    statement.flags.append(words.sql(tree))
    names = tuple(dict.fromkeys(words.facts))
    return CompiledCheck(
        rule, check, len(statement.flags) - 1, names, tuple(statement.labels[n] for n in names)
    )


def _refuse_point(statement: ListStatement, check: QualityCheck, spot: Spot) -> None:
    own = check.points_list == statement.over and check.points_key in STRUCTURE
    if not own and not statement.dictionary.has_field(check.points_list, check.points_key):
        raise refuse_column(check.points_list, check.points_key, statement.over, spot)
