"""Selects: which choices are selected, and the words for a choice."""

from typing import TYPE_CHECKING

from fieldapp.forms.expressions.code import Code
from fieldapp.forms.expressions.registry import plain, special
from fieldapp.forms.expressions.syntax import Call
from fieldapp.forms.filling.instance import Slot

if TYPE_CHECKING:
    from fieldapp.forms.expressions.compiler import Compiler


@plain("selected", "tt", "truth")
def selected(answer: str, choice: str) -> bool:
    """ODK: whether the choice is one of the selected."""
    return choice.strip() in (answer.split() or [""])


@plain("selected-at", "tn", "text")
def selected_at(answer: str, at: float) -> str:
    """ODK: the selected choice at a place from 0, or ""."""
    words = answer.split()
    return words[int(at)] if 0 <= at < len(words) else ""


@plain("count-selected", "t", "number")
def count_selected(answer: str) -> float:
    """ODK."""
    return float(len(answer.split()))


@special("jr:choice-name", 2)
def choice_name(compiler: "Compiler", call: Call) -> Code:
    """ODK: the label, in the session's language, of a choice of the select the second argument names."""
    value, path = (compiler.text(argument) for argument in call.arguments)
    compiler.reads.language = compiler.reads.choices = True
    world = compiler.world
    node = compiler.current if isinstance(compiler.current, Slot) else None
    return Code("text", lambda c: world.choice_name(value(c), path(c), node))


@special("jr:itext", 1)
def itext(compiler: "Compiler", call: Call) -> Code:
    """ODK: the text of an id in the session's language; an answer that was calculated from it keeps its words."""
    run = compiler.text(call.arguments[0])
    compiler.reads.language = compiler.reads.language or not compiler.keeps_own
    world = compiler.world
    return Code("text", lambda c: world.itext(run(c)))
