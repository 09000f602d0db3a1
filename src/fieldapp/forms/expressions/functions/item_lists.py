"""SurveyCTO: texts that are lists of items between separators, and its other names for what ODK has too."""

from typing import TYPE_CHECKING

from fieldapp.errors import FormError
from fieldapp.forms.expressions.code import Code
from fieldapp.forms.expressions.functions.geometry import distance
from fieldapp.forms.expressions.functions.words import lower_case, upper_case
from fieldapp.forms.expressions.registry import plain, special
from fieldapp.forms.expressions.syntax import Call
from fieldapp.forms.expressions.values import plain_number
from fieldapp.forms.expressions.world import World
from fieldapp.forms.filling.instance import Slot

if TYPE_CHECKING:
    from fieldapp.forms.expressions.compiler import Compiler

NO_RANK = 999.0

plain("lower", "t", "text")(lower_case)
plain("upper", "t", "text")(upper_case)
plain("distance-between", "aa", "number")(distance)


def _items(separator: str, text: str) -> list[str]:
    """The items, blank ones among them; a blank text has none."""
    if text == "":
        return []
    return text.split(separator) if separator else [text]


@plain("count-items", "tt", "number")
def count_items(separator: str, text: str) -> float:
    """SurveyCTO: how many items the list has."""
    return float(len(_items(separator, text)))


@plain("item-at", "ttn", "text")
def item_at(separator: str, text: str, at: float) -> str:
    """SurveyCTO: the item at a place from 0, or ""."""
    items = _items(separator, text)
    return items[int(at)] if 0 <= at < len(items) else ""


@plain("item-index", "ttt", "number")
def item_index(separator: str, text: str, item: str) -> float:
    """SurveyCTO: the first place of an item, from 0, or -1."""
    items = _items(separator, text)
    return float(items.index(item)) if item in items else -1.0


@plain("item-present", "ttt", "truth")
def item_present(separator: str, text: str, item: str) -> bool:
    """SurveyCTO: whether the list has the item."""
    return item in _items(separator, text)


@plain("de-duplicate", "tt", "text")
def de_duplicate(separator: str, text: str) -> str:
    """SurveyCTO: the list with each item once, in the order of the first."""
    return separator.join(dict.fromkeys(_items(separator, text)))


@plain("rank-value", "nt", "number")
def rank_value(value: float, numbers: str) -> float:
    """SurveyCTO: the rank of a number among those between spaces; the highest is 1, and 999 when it is none."""
    found = [plain_number(word) for word in numbers.split()]
    if value != value:
        return NO_RANK
    return 1.0 + sum(one is not None and one > value for one in found)


@plain("linebreak", "", "text")
def linebreak() -> str:
    """SurveyCTO: the end of a line."""
    return "\n"


@plain("empty", "t", "truth")
def empty(text: str) -> bool:
    """SurveyCTO: whether a question has no answer, be it because it is not relevant."""
    return text == ""


@plain("username", "w", "text")
def username(world: World) -> str:
    """SurveyCTO: the worker's name, as `property('username')`."""
    return world.metadata.get("username", "")


@special("choice-label", 2)
def choice_label(compiler: "Compiler", call: Call) -> Code:
    """SurveyCTO: choice-label(question, value): the label of a choice in the session's language."""
    found = compiler.compile(call.arguments[0]).definitions
    if not found or len(found) != 1:
        raise FormError(
            "form.expression.question",
            "The function {function}() needs a question as its first argument.",
            function=call.name,
        )
    value, path, world = compiler.text(call.arguments[1]), next(iter(found)).path, compiler.world
    compiler.reads.language = compiler.reads.choices = True
    node = compiler.current if isinstance(compiler.current, Slot) else None
    return Code("text", lambda c: world.choice_name(value(c), path, node))
