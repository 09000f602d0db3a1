"""The small language of the dictionary's `check` and `when` columns, parsed once; it holds no code and calls nothing.

check, words apart by spaces, each with `warn:` before it when it only warns:
    0..100   >0   >=2013-01-01   <=today   <=arable_mu     a range or bound in shown units; today; another field
    max:60   digits:10..30   count:0..2   alone:1          length; digits only; number of codes; a code that stands alone
    identity   phone   unique                              unique: a clash becomes a task, never a refusal
when, joined by ` and `:   status=1   house_danger=C D   work_months>0
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

Kind = Literal["range", "bound", "max", "digits", "count", "alone", "identity", "phone", "unique"]
_PLAIN: tuple[Kind, ...] = ("identity", "phone", "unique")
_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_RANGE = re.compile(rf"({_NUMBER})\.\.({_NUMBER})")
_BOUND = re.compile(rf"(>=|<=|>|<)(today|[0-9]{{4}}-[0-9][0-9]-[0-9][0-9]|{_NUMBER}|[a-z][a-z0-9_]*)")
_SIZED = re.compile(r"(max|digits|count|alone):(\S+)")
_CONDITION = re.compile(r"([a-z][a-z0-9_]*)(>|=)(.+)")
_FIELD = re.compile(r"[a-z][a-z0-9_]*")


class RuleSyntaxError(ValueError):
    """A word that is no rule; the message is the word."""


@dataclass(frozen=True)
class Rule:
    """One check. `low`/`high` are decimals as text for ranges; `sign` and `bound` for bounds; `text` for the rest."""

    kind: Kind
    low: str = ""
    high: str = ""
    sign: str = ""
    bound: str = ""
    text: str = ""
    warns: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The other field the rule compares with."""
        named = self.kind == "bound" and self.bound != "today" and _FIELD.fullmatch(self.bound)
        return (self.bound,) if named else ()


@dataclass(frozen=True)
class Condition:
    """`field` has one of `codes` (sign "="), or is greater than the number in `codes[0]` (sign ">")."""

    field: str
    sign: str
    codes: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The field the condition reads."""
        return (self.field,)


@cache
def parse_check(text: str) -> tuple[Rule, ...]:
    """The rules of a `check` cell. Raises RuleSyntaxError."""
    return tuple(_rule(word.removeprefix("warn:"), word.startswith("warn:")) for word in text.split())


@cache
def parse_when(text: str) -> tuple[Condition, ...]:
    """The conditions of a `when` cell, all of which must hold. Raises RuleSyntaxError."""
    if not text:
        return ()
    return tuple(_condition(part.strip()) for part in text.split(" and "))


def _rule(word: str, warns: bool) -> Rule:
    for kind in _PLAIN:
        if word == kind:
            return Rule(kind, warns=warns)
    if found := _RANGE.fullmatch(word):
        return Rule("range", low=found[1], high=found[2], warns=warns)
    if found := _BOUND.fullmatch(word):
        return Rule("bound", sign=found[1], bound=found[2], warns=warns)
    if found := _SIZED.fullmatch(word):
        return _sized(found[1], found[2], warns, word)
    raise RuleSyntaxError(word)


def _sized(name: str, text: str, warns: bool, word: str) -> Rule:
    if name == "alone":
        return Rule("alone", text=text, warns=warns)
    if name == "max" and text.isdigit():
        return Rule("max", text=text, warns=warns)
    if name != "max" and (found := re.fullmatch(r"([0-9]+)\.\.([0-9]+)", text)):
        return Rule("digits" if name == "digits" else "count", low=found[1], high=found[2], warns=warns)
    raise RuleSyntaxError(word)


def _condition(part: str) -> Condition:
    found = _CONDITION.fullmatch(part)
    if found is None:
        raise RuleSyntaxError(part)
    return Condition(found[1], found[2], tuple(found[3].split()))
