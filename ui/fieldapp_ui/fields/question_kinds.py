"""Which input a question gets: by its kind, type and appearance."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.question_answer import Answer
from fieldapp_ui.fields.question_choice import ChoiceAnswer
from fieldapp_ui.fields.question_confirm import ConfirmAnswer, ShownAnswer
from fieldapp_ui.fields.question_date import MomentAnswer
from fieldapp_ui.fields.question_list import ListAnswer
from fieldapp_ui.fields.question_number import NumberAnswer, RangeAnswer
from fieldapp_ui.fields.question_rank import RankAnswer
from fieldapp_ui.fields.question_text import CoordinateAnswer, LineAnswer, TextAnswer
from fieldapp_ui.fields.question_upload import Attachments, SignatureAnswer, UploadAnswer

MOST_BUTTONS = 16
"""Longer lists of choices are searched by typing instead of all being in sight."""
_NUMBERS = ("int", "integer", "long", "decimal", "double", "float")
_MOMENTS = ("date", "time", "dateTime")
_PLACES = ("geopoint", "geotrace", "geoshape")
_DRAWN = ("signature", "draw")


@dataclass(frozen=True)
class Surroundings:
    """What inputs need beside the node: the day of the entry and where files are kept."""

    today: date
    attachments: Attachments


def answer_for(node: NodeState, around: Surroundings, parent: QWidget | None = None) -> Answer:
    """The input for a node as it stands; a node whose kind changes (`same_input`) needs a new one."""
    words = node.appearance.split()
    match node.kind:
        case "select":
            return (ListAnswer if _is_long(node) else ChoiceAnswer)(node, parent)
        case "rank":
            return RankAnswer(node, parent)
        case "range":
            return RangeAnswer(node, parent)
        case "trigger":
            return ConfirmAnswer(node, parent)
        case "upload":
            drawn = any(word in _DRAWN for word in words)
            return (SignatureAnswer if drawn else UploadAnswer)(node, around.attachments, parent)
        case "input" if not node.readonly:
            return _typed(node, words, around, parent)
        case _:
            return ShownAnswer(node, parent)


def input_kind(node: NodeState) -> tuple[str, bool]:
    """What decides the input: while it stays equal, the same widget can go on showing the node."""
    return node.kind, _is_long(node) or (node.kind == "input" and node.readonly)


def _is_long(node: NodeState) -> bool:
    words = node.appearance.split()
    searched = "autocomplete" in words or "search" in words
    return node.kind == "select" and (len(node.choices) > MOST_BUTTONS or searched)


def _typed(node: NodeState, words: list[str], around: Surroundings, parent: QWidget | None) -> Answer:
    if node.type in _NUMBERS:
        return NumberAnswer(node, parent)
    if node.type in _MOMENTS:
        return MomentAnswer(node, around.today, parent)
    if node.type in _PLACES:
        return CoordinateAnswer(node, parent)
    if "multiline" in words or "textarea" in words:
        return TextAnswer(node, parent)
    return LineAnswer(node, parent)
