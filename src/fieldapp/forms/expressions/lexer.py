"""From the text of an expression to tokens, by the disambiguation rules of XPath 1.0 section 3.7."""

import re
from dataclasses import dataclass

from fieldapp.errors import FormError
from fieldapp.forms.limits import LONGEST_EXPRESSION

_NAME = r"[^\W\d][\w.\-·]*"
_PIECES = re.compile(
    rf"""(?P<space>\s+)
    |(?P<number>\d+(?:\.\d*)?|\.\d+)
    |(?P<text>"[^"]*"|'[^']*')
    |(?P<symbol>::|//|\.\.|!=|<=|>=|[()\[\].@,/|+\-=<>*$])
    |(?P<name>{_NAME}(?::(?!:)(?:{_NAME}|\*))?)""",
    re.VERBOSE,
)
_WORDS = frozenset({"and", "or", "mod", "div"})
# After an operand only an operator can stand, so `1and1` is three tokens.
_WORD_BEFORE_DIGIT = re.compile(r"(?P<name>and|or|mod|div)(?=[\d.])")
_NO_OPERAND_BEFORE = frozenset({"@", "::", "(", "[", ",", "operator", "/", "//"})
_OPERATORS = frozenset({"|", "+", "-", "=", "!=", "<", "<=", ">", ">="})


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is number, text, name, operator, end, or the symbol itself; `at` is the offset in the text."""

    kind: str
    value: str
    at: int


def read_tokens(text: str) -> list[Token]:
    """All tokens with an `end` last. Raises FormError at a character that starts no token."""
    if len(text) > LONGEST_EXPRESSION:
        raise FormError(
            "form.expression.long", "An expression of {length} characters is too long.", length=len(text)
        )
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        after_operand = bool(tokens) and tokens[-1].kind not in _NO_OPERAND_BEFORE
        piece = (_WORD_BEFORE_DIGIT.match(text, at) if after_operand else None) or _PIECES.match(text, at)
        if piece is None:
            raise FormError(
                "form.expression.character",
                "The expression “{expression}” has a character that is not understood at position {at}.",
                expression=text,
                at=at + 1,
            )
        if piece.lastgroup != "space":
            tokens.append(_token(piece, after_operand, at))
        at = piece.end()
    tokens.append(Token("end", "", at))
    return tokens


def _token(piece: "re.Match[str]", after_operand: bool, at: int) -> Token:
    value = piece.group()
    if piece.lastgroup == "symbol":
        if value in _OPERATORS or (value == "*" and after_operand):
            return Token("operator", value, at)
        return Token("name" if value == "*" else value, value, at)
    if piece.lastgroup == "name" and value in _WORDS and after_operand:
        return Token("operator", value, at)
    if piece.lastgroup == "text":
        return Token("text", value[1:-1], at)
    return Token(str(piece.lastgroup), value, at)
