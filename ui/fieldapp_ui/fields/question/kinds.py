"""Which input a question gets: by its kind, type and appearance."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.background.tasks import Tasks
from fieldapp_ui.fields.answers.answer import Answer
from fieldapp_ui.fields.answers.appearance import is_heading, is_searched, words_of
from fieldapp_ui.fields.answers.around import ExplainedAnswer
from fieldapp_ui.fields.answers.text import LineAnswer, MaskedAnswer, TextAnswer
from fieldapp_ui.fields.choices.choice import ChoiceAnswer
from fieldapp_ui.fields.choices.confirm import ConfirmAnswer, ShownAnswer
from fieldapp_ui.fields.choices.heading import HeadingAnswer
from fieldapp_ui.fields.choices.list import ListAnswer
from fieldapp_ui.fields.choices.rank import RankAnswer
from fieldapp_ui.fields.figures.number import CounterAnswer, NumberAnswer
from fieldapp_ui.fields.figures.picker import PickerAnswer
from fieldapp_ui.fields.figures.range import RangeAnswer
from fieldapp_ui.fields.figures.rating import RatingAnswer
from fieldapp_ui.fields.maps.ground import GroundSource, bare_ground
from fieldapp_ui.fields.media.barcode import BarcodeAnswer
from fieldapp_ui.fields.media.form_files import FormFiles, no_files, picture_of
from fieldapp_ui.fields.media.kept import kept_answer
from fieldapp_ui.fields.media.upload import Attachments
from fieldapp_ui.fields.moments.date import MomentAnswer
from fieldapp_ui.fields.places.map_choice import MapChoiceAnswer
from fieldapp_ui.fields.places.place import PlaceAnswer
from fieldapp_ui.fields.places.trace import TraceAnswer
from fieldapp_ui.language import tr

_WHOLE = ("int", "integer", "long")
_NUMBERS = (*_WHOLE, "decimal", "double", "float")
_MOMENTS = ("date", "time", "dateTime")
_LINES = ("geotrace", "geoshape")
_PLACES = ("geopoint", *_LINES)


def _local_now() -> datetime:
    return datetime.now().astimezone()


@dataclass(frozen=True)
class Surroundings:
    """What inputs need beside the node: the day of the entry, where files are kept, the files that came with the
    form, and the clock for "now" (local, with its offset); what lies under its maps, and where slow work is done."""

    today: date
    attachments: Attachments
    form_files: FormFiles = no_files
    ground: GroundSource = bare_ground
    tasks: Tasks | None = None
    now: Callable[[], datetime] = _local_now


def answer_for(node: NodeState, around: Surroundings, parent: QWidget | None = None) -> Answer:
    """The input for a node as it stands; a node whose kind changes (`same_input`) needs a new one."""
    words = words_of(node)
    if node.readonly and node.kind != "upload" and not (node.kind == "input" and node.type in _PLACES):
        return HeadingAnswer(node, parent) if is_heading(node) else ShownAnswer(node, parent)
    match node.kind:
        case "select":
            return _on_ground(node, words, _chosen(node, around, parent), around, parent)
        case "rank":
            return RankAnswer(node, parent)
        case "range":
            return _ranged(node, words, parent)
        case "trigger":
            return ConfirmAnswer(node, parent)
        case "upload":
            return kept_answer(node, words, around.attachments, parent, tasks=around.tasks)
        case "input" if any(word.startswith("ex:") for word in words):
            asked = tr("This question asks another program. Type the answer here.")
            return ExplainedAnswer(_typed(node, words, around, None), asked, parent)
        case "input":
            return _typed(node, words, around, parent)
        case _:
            return ShownAnswer(node, parent)


def input_kind(node: NodeState) -> tuple[str, bool, bool]:
    """What decides the input: while it stays equal, the same widget can go on showing the node."""
    return node.kind, is_searched(node), node.readonly


def _chosen(node: NodeState, around: Surroundings, parent: QWidget | None) -> Answer:
    if is_heading(node):
        return HeadingAnswer(node, parent)
    if is_searched(node):
        return ListAnswer(node, parent)
    return ChoiceAnswer(node, parent, pictures=partial(picture_of, around.form_files))


def _on_ground(
    node: NodeState, words: tuple[str, ...], inner: Answer, around: Surroundings, parent: QWidget | None
) -> Answer:
    """A choice with its map; one that the form would show as a drawing is said to be a list here."""
    if "map" in words and any(choice.geometry for choice in node.choices):
        return MapChoiceAnswer(node, inner, around.ground, parent)
    if "image-map" in words:
        return ExplainedAnswer(inner, tr("The form shows a drawing here; choose from the list."), parent)
    return inner


def _ranged(node: NodeState, words: tuple[str, ...], parent: QWidget | None) -> Answer:
    if "rating" in words:
        return RatingAnswer(node, parent)
    return (PickerAnswer if "picker" in words else RangeAnswer)(node, parent)


def _typed(node: NodeState, words: tuple[str, ...], around: Surroundings, parent: QWidget | None) -> Answer:
    if node.type in _WHOLE and "counter" in words:
        return CounterAnswer(node, parent)
    if node.type in _NUMBERS:
        return NumberAnswer(node, parent)
    if node.type in _MOMENTS:
        return MomentAnswer(node, around.today, parent, now=around.now)
    if node.type in _PLACES:
        made = TraceAnswer if node.type in _LINES else PlaceAnswer
        return made(node, words, around.ground, parent)
    if node.type == "barcode":
        return BarcodeAnswer(node, around.tasks, parent)
    if "masked" in words:
        return MaskedAnswer(node, parent)
    if "numbers" in words and "thousands-sep" in words:
        return NumberAnswer(node, parent)
    if "multiline" in words or "textarea" in words:
        return TextAnswer(node, parent)
    return LineAnswer(node, parent)
