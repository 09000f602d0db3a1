"""From tokens to the syntax tree: recursive descent over the grammar of XPath 1.0, depth bounded."""

from collections.abc import Callable
from functools import lru_cache

from fieldapp.errors import FormError
from fieldapp.forms.expressions.lexer import Token, read_tokens
from fieldapp.forms.expressions.syntax import (
    ANY_DEPTH,
    PARENT,
    SELF,
    Binary,
    Call,
    Expression,
    Filter,
    Literal,
    Negative,
    Number,
    Path,
    Step,
)
from fieldapp.forms.limits import DEEPEST_EXPRESSION, MOST_TERMS, MOST_TRUTHS

AXES = frozenset(
    "ancestor ancestor-or-self attribute child descendant descendant-or-self following following-sibling "
    "namespace parent preceding preceding-sibling self".split()
)
NODE_TYPES = frozenset({"comment", "text", "processing-instruction", "node"})
_LEVELS: tuple[tuple[str, ...], ...] = (
    ("or",),
    ("and",),
    ("=", "!="),
    ("<", "<=", ">", ">="),
    ("+", "-"),
    ("*", "div", "mod"),
)


_TRUTHS = 2  # the first of the levels


@lru_cache(maxsize=20_000)
def parse(text: str) -> Expression:
    """The syntax tree of `text`. Raises FormError with the expression and the position of the trouble."""
    parser = _Parser(text)
    try:
        return parser.whole()
    except RecursionError:
        raise parser.too_deep() from None


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = read_tokens(text)
        self.at = 0
        self.depth = 0

    def whole(self) -> Expression:
        tree = self.expression()
        if self.here.kind != "end":
            raise self.wrong()
        return tree

    @property
    def here(self) -> Token:
        return self.tokens[self.at]

    def wrong(self) -> FormError:
        return FormError(
            "form.expression.syntax",
            "The expression “{expression}” cannot be read at position {at}.",
            expression=self.text,
            at=self.here.at + 1,
        )

    def too_deep(self) -> FormError:
        return FormError(
            "form.expression.deep",
            "The expression “{expression}” is nested too deep.",
            expression=f"{self.text[:200]}…",
        )

    def count_term(self, terms: int, most: int) -> int:
        """One more operator in a row."""
        if terms >= most:
            raise FormError(
                "form.expression.terms",
                "The expression “{expression}” has more than {count} parts in a row. Calculate some of them in "
                "a question of their own.",
                expression=f"{self.text[:200]}…",
                count=most,
            )
        return terms + 1

    def take(self, kind: str) -> Token:
        token = self.here
        if token.kind != kind:
            raise self.wrong()
        self.at += 1
        return token

    def skip(self, kind: str) -> bool:
        if self.here.kind != kind:
            return False
        self.at += 1
        return True

    def expression(self) -> Expression:
        self.depth += 1
        if self.depth > DEEPEST_EXPRESSION:
            raise self.too_deep()
        tree = self.level(0)
        self.depth -= 1
        return tree

    def level(self, number: int) -> Expression:
        if number == len(_LEVELS):
            return self.unary()
        operators = _LEVELS[number]
        tree = self.level(number + 1)
        if number < _TRUTHS:
            return self.truths(tree, number)
        terms = 0
        while self.here.kind == "operator" and self.here.value in operators:
            operator = self.take("operator").value
            terms = self.count_term(terms, MOST_TERMS)
            tree = Binary(operator, tree, self.level(number + 1))
        return tree

    def truths(self, first: Expression, number: int) -> Expression:
        """A row of `or` or of `and`. Brackets change nothing in it, so a long one becomes a flat tree."""
        (operator,) = _LEVELS[number]
        row = [first]
        while self.here.kind == "operator" and self.here.value == operator:
            self.at += 1
            self.count_term(len(row) - 1, MOST_TRUTHS)
            row.append(self.level(number + 1))
        return _flat(operator, row)

    def unary(self) -> Expression:
        signs = 0
        while self.here.kind == "operator" and self.here.value == "-":
            self.at += 1
            signs += 1
        tree = self.union()
        for _ in range(min(signs, 2 + signs % 2)):
            tree = Negative(tree)
        return tree

    def union(self) -> Expression:
        tree = self.path()
        terms = 0
        while self.here.kind == "operator" and self.here.value == "|":
            terms = self.count_term(terms, MOST_TERMS)
            self.at += 1
            tree = Binary("|", tree, self.path())
        return tree

    def path(self) -> Expression:
        kind = self.here.kind
        if kind in ("/", "//"):
            return self.absolute()
        following = self.tokens[self.at + 1].kind if kind != "end" else "end"
        is_call = kind == "name" and following == "(" and self.here.value not in NODE_TYPES
        if kind not in ("text", "number", "(") and not is_call:
            return Path(tuple(self.steps()))
        tree = self.primary()
        predicates = self.predicates()
        if predicates:
            tree = Filter(tree, predicates)
        if self.here.kind not in ("/", "//"):
            return tree
        steps = [ANY_DEPTH] if self.take(self.here.kind).kind == "//" else []
        return Path((*steps, *self.steps()), origin=tree)

    def absolute(self) -> Expression:
        if self.take(self.here.kind).kind == "//":
            return Path((ANY_DEPTH, *self.steps()), absolute=True)
        if self.here.kind in ("name", "@", ".", ".."):
            return Path(tuple(self.steps()), absolute=True)
        return Path((), absolute=True)

    def steps(self) -> list[Step]:
        steps = [self.step()]
        while self.here.kind in ("/", "//"):
            if self.take(self.here.kind).kind == "//":
                steps.append(ANY_DEPTH)
            steps.append(self.step())
        return steps

    def step(self) -> Step:
        for kind, plain in ((".", SELF), ("..", PARENT)):
            if self.skip(kind):
                return Step(plain.axis, plain.test, self.predicates())
        axis = "child"
        if self.skip("@"):
            axis = "attribute"
        elif self.here.kind == "name" and self.tokens[self.at + 1].kind == "::":
            axis = self.take("name").value
            self.at += 1
            if axis not in AXES:
                raise self.wrong()
        test = self.take("name").value
        if test in NODE_TYPES and self.skip("("):
            target = self.take("text").value if self.here.kind == "text" and test[0] == "p" else ""
            self.take(")")
            test = f"{test}({target})"
        elif self.here.kind == "(":
            raise self.wrong()
        return Step(axis, test, self.predicates())

    def predicates(self) -> tuple[Expression, ...]:
        return tuple(self.bracketed(self.expression))

    def bracketed(self, inner: Callable[[], Expression]) -> list[Expression]:
        found = []
        while self.skip("["):
            found.append(inner())
            self.take("]")
        return found

    def primary(self) -> Expression:
        token = self.here
        self.at += 1
        if token.kind == "number":
            return Number(float(token.value))
        if token.kind == "text":
            return Literal(token.value)
        if token.kind == "(":
            tree = self.expression()
            self.take(")")
            return tree
        self.take("(")
        arguments: list[Expression] = []
        while not self.skip(")"):
            if arguments:
                self.take(",")
            arguments.append(self.expression())
        return Call(token.value, tuple(arguments))


def _flat(operator: str, row: list[Expression]) -> Expression:
    if len(row) == 1:
        return row[0]
    half = (len(row) + 1) // 2
    return Binary(operator, _flat(operator, row[:half]), _flat(operator, row[half:]))
