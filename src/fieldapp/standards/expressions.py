"""Parses one expression of a standard and lets through only what is exact, read-only and honest about NULL.

Every form that turns "not known" into an answer (coalesce, is null, case, a bare aggregate) is refused in a rule:
the operators left are monotone, so a missing fact can only end in "not known", never in "met".
"""

from collections.abc import Mapping
from dataclasses import dataclass

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from fieldapp.errors import PackError

PLACES = frozenset(("line", "as_of", "year"))
QUANTIFIERS = {"none": 2, "every": 2, "total": 3, "latest": 3}
"""Name → number of arguments: none(list, x), every(list, x), total(list, value, x), latest(list, date, x)."""
_AGE = "age_on"
LOGICAL_CALLS = frozenset(("none", "every", "latest", "has", "first_is", "answers", "risk_answers"))

COMPARISONS = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE)
_LOGICAL = (exp.And, exp.Or, exp.Not)
_ARITHMETIC = (exp.Add, exp.Sub, exp.Mul, exp.Neg)
_LEAVES = (exp.Literal, exp.Column, exp.Identifier, exp.Placeholder)
_STRICT: tuple[type[exp.Expr], ...] = (
    *COMPARISONS,
    *_LOGICAL,
    *_ARITHMETIC,
    *_LEAVES,
    exp.In,
    exp.Between,
    exp.Paren,
    exp.Anonymous,
)
_MASKING = (exp.Is, exp.Null, exp.Coalesce, exp.Boolean)


@dataclass(frozen=True)
class Spot:
    """Where an expression stands: file, line and field, as findings name it."""

    origin: str
    at: int
    field: str

    @property
    def place(self) -> dict[str, object]:
        """The places {file}, {at} and {field} of a sentence about this expression."""
        return {"file": self.origin, "at": self.at, "field": self.field}


@dataclass(frozen=True)
class Vocabulary:
    """What an expression may call and name: function → least and most arguments, quantifiers among them, and places.

    `masking` allows coalesce and is null: for a standard's `when` and for findings about emptiness.
    """

    quantifiers: Mapping[str, tuple[int, int]]
    functions: Mapping[str, tuple[int, int]]
    places: frozenset[str]
    masking: bool = False


STANDARD = Vocabulary({name: (n, n) for name, n in QUANTIFIERS.items()}, {_AGE: (1, 1)}, PLACES)


def parse_condition(
    text: str, spot: Spot, *, masking: bool = False, vocabulary: Vocabulary = STANDARD
) -> exp.Expr:
    """A condition (true, false or NULL). `masking` allows coalesce and is null: for `when`, never for a rule."""
    tree = parse_value(text, spot, masking=masking, vocabulary=vocabulary)
    _require_logical(tree, spot)
    return tree


def parse_value(
    text: str, spot: Spot, *, masking: bool = False, vocabulary: Vocabulary = STANDARD
) -> exp.Expr:
    """An expression over facts. Raises PackError that names the fault."""
    try:
        trees = [tree for tree in sqlglot.parse(text, read="sqlite") if tree is not None]
    except SqlglotError as wrong:
        raise PackError(
            "standards.syntax",
            "{file}, line {at}: {field} cannot be read as an expression ({problem}).",
            problem=str(wrong).splitlines()[0],
            **spot.place,
        ) from wrong
    if len(trees) != 1:
        raise PackError(
            "standards.one_expression",
            "{file}, line {at}: {field} must be exactly one expression.",
            **spot.place,
        )
    for node in trees[0].walk():
        _check_node(node, spot, masking or vocabulary.masking, vocabulary)
    return trees[0]


def is_quantifier(node: exp.Expr) -> bool:
    return isinstance(node, exp.Anonymous) and node.name.lower() in QUANTIFIERS


def is_age(node: exp.Expr) -> bool:
    return isinstance(node, exp.Anonymous) and node.name.lower() == _AGE


def is_logical(node: exp.Expr) -> bool:
    """Whether a node answers true, false or NULL."""
    if isinstance(node, exp.Paren):
        return is_logical(node.this)
    if isinstance(node, exp.Anonymous):
        return node.name.lower() in LOGICAL_CALLS
    return isinstance(node, (*COMPARISONS, *_LOGICAL, exp.In, exp.Between, exp.Is))


def _check_node(node: exp.Expr, spot: Spot, masking: bool, vocabulary: Vocabulary) -> None:
    if isinstance(node, (exp.AggFunc, exp.Filter)):
        raise PackError(
            "standards.bare_aggregate",
            "{file}, line {at}: {field} uses a bare aggregate ({part}), which reads missing facts as met. "
            "Use none(list, …), every(list, …) or total(list, value, …).",
            part=node.sql("sqlite"),
            **spot.place,
        )
    if isinstance(node, exp.Div):
        raise PackError(
            "standards.division",
            "{file}, line {at}: {field} divides. Multiply across instead, so that the comparison is exact.",
            **spot.place,
        )
    if isinstance(
        node, (exp.Query, exp.DML, exp.DDL, exp.Command, exp.Exists, exp.Drop, exp.Attach, exp.Pragma)
    ):
        raise PackError(
            "standards.not_read_only",
            "{file}, line {at}: {field} may only read the facts it names. Remove: {part}.",
            part=node.sql("sqlite")[:60],
            **spot.place,
        )
    if isinstance(node, (*_MASKING, exp.Case, exp.If)) and not masking:
        raise PackError(
            "standards.hides_missing",
            "{file}, line {at}: {field} would read a missing fact as an answer ({part}). Missing is not none.",
            part=node.sql("sqlite")[:60],
            **spot.place,
        )
    if isinstance(node, exp.Anonymous):
        _check_call(node, spot, vocabulary)
    elif isinstance(node, exp.Placeholder) and node.name not in vocabulary.places:
        raise PackError(
            "standards.unknown_place",
            "{file}, line {at}: {field} names :{name}. Known here are: {known}.",
            name=node.name,
            known=", ".join(f":{place}" for place in sorted(vocabulary.places)),
            **spot.place,
        )
    elif isinstance(node, exp.Literal) and not node.is_string and not node.name.isdigit():
        raise PackError(
            "standards.fraction",
            "{file}, line {at}: {field} may hold whole numbers only (money in fen, decimals as they are stored).",
            **spot.place,
        )
    elif not isinstance(node, (*_STRICT, *(_MASKING if masking else ()))):
        raise PackError(
            "standards.not_allowed",
            "{file}, line {at}: {field} uses something a standard may not use: {part}.",
            part=node.sql("sqlite")[:60],
            **spot.place,
        )


def _check_call(node: exp.Anonymous, spot: Spot, vocabulary: Vocabulary) -> None:
    name = node.name.lower()
    known = {**vocabulary.quantifiers, **vocabulary.functions}
    if name not in known:
        raise PackError(
            "standards.unknown_function",
            "{file}, line {at}: {field} calls {name}. Known are: {known}.",
            name=name,
            known=", ".join(sorted(known)),
            **spot.place,
        )
    least, most = known[name]
    if not least <= len(node.expressions) <= most:
        raise PackError(
            "standards.arguments",
            "{file}, line {at}: {field} must give {name} {count} arguments.",
            name=name,
            count=least,
            **spot.place,
        )
    if name in vocabulary.quantifiers:
        _check_quantifier(node, spot, vocabulary)


def _check_quantifier(node: exp.Anonymous, spot: Spot, vocabulary: Vocabulary) -> None:
    arguments: list[exp.Expr] = list(node.expressions)
    if not isinstance(arguments[0], exp.Column) or arguments[0].table:
        raise PackError(
            "standards.no_list",
            "{file}, line {at}: {field} must begin {name}( with a list.",
            name=node.name,
            **spot.place,
        )
    if node.name.lower() == "latest" and not isinstance(arguments[1], exp.Column):
        raise PackError(
            "standards.no_date",
            "{file}, line {at}: {field} must name a date field in latest().",
            **spot.place,
        )
    inner = [part for argument in arguments for part in argument.walk() if isinstance(part, exp.Anonymous)]
    if any(part.name.lower() in vocabulary.quantifiers for part in inner):
        raise PackError(
            "standards.nested", "{file}, line {at}: {field} puts one quantifier into another.", **spot.place
        )
    if len(arguments) > 1:
        _require_logical(arguments[-1], spot)


def _require_logical(node: exp.Expr, spot: Spot) -> None:
    """A condition must compare: a bare column is no condition in PostgreSQL."""
    if isinstance(node, exp.Paren):
        _require_logical(node.this, spot)
    elif isinstance(node, _LOGICAL):
        for child in node.iter_expressions():
            _require_logical(child, spot)
    elif not is_logical(node):
        raise PackError(
            "standards.no_condition",
            "{file}, line {at}: {field} needs a comparison where it has {part}. Write for example {part} = 1.",
            part=node.sql("sqlite")[:60],
            **spot.place,
        )
