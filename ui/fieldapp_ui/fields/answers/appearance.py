"""What a question's appearance asks of its input: ODK's words, read once, unknown ones left alone. Pure."""

import re
from dataclasses import dataclass
from typing import Literal

from fieldapp.forms import NodeState

Shape = Literal["columns", "packed", "likert", "heading", "marks", "list"]
MOST_BUTTONS = 16
"""Longer lists of choices are searched by typing instead of all being in sight."""
_PACKED = frozenset(("columns-pack", "compact", "quickcompact", "horizontal-compact"))
_WITHOUT_MARKS = frozenset(("no-buttons", "compact", "quickcompact"))
_QUICK = frozenset(("quick", "quickcompact"))
_SEARCHED = frozenset(("autocomplete", "search", "minimal"))
_COUNTED = re.compile(r"(?:columns|compact|quickcompact|w)-(\d{1,2})")
_TABLE: dict[str, Shape] = {"label": "heading", "list-nolabel": "marks", "list": "list", "likert": "likert"}
_OTHER_CALENDARS = frozenset(
    ("ethiopian", "coptic", "islamic", "bikram-sambat", "myanmar", "persian", "buddhist")
)


@dataclass(frozen=True)
class ChoiceLook:
    """How choices stand: `columns` 0 is as many as fit; `marks` whether circles and boxes are drawn; `quick`
    whether a click or Space goes on as well."""

    shape: Shape = "columns"
    columns: int = 0
    marks: bool = True
    quick: bool = False


def words_of(node: NodeState) -> tuple[str, ...]:
    """The appearance word by word, `quick-2` and `columns-3` as they stand; a call such as `search('x')` by its name."""
    return tuple(re.sub(r"\([^)]*\)?", " ", node.appearance).lower().split())


def choice_look(node: NodeState) -> ChoiceLook:
    """How the choices of a select stand."""
    words = words_of(node)
    stems = frozenset(re.sub(r"-\d+$", "", word) for word in words)
    quick = bool(stems & _QUICK) and not node.multiple
    for word in words:
        if word in _TABLE:
            return ChoiceLook(_TABLE[word], quick=quick)
    counted = next((int(found[1]) for word in words if (found := _COUNTED.fullmatch(word))), 0)
    packed = not counted and any(word in _PACKED for word in words)
    return ChoiceLook(
        "packed" if packed else "columns", max(0, min(counted, 10)), not stems & _WITHOUT_MARKS, quick
    )


def is_heading(node: NodeState) -> bool:
    """Whether a select is only the heading of a table of answers: it takes none itself."""
    return node.kind == "select" and "label" in words_of(node)


def is_table_row(node: NodeState) -> bool:
    """Whether a question stands in one line with its choices, under those of the question before."""
    return node.kind == "select" and choice_look(node).shape in ("heading", "marks", "list")


def is_searched(node: NodeState) -> bool:
    """Whether a choice is found by typing in a line: asked for, or too many to be in sight."""
    if node.kind != "select" or choice_look(node).shape != "columns":
        return False
    return len(node.choices) > MOST_BUTTONS or any(word in _SEARCHED for word in words_of(node))


def has_other_calendar(node: NodeState) -> bool:
    """Whether the form asks for a date by a calendar that is not the civil one."""
    return any(word in _OTHER_CALENDARS for word in words_of(node))
