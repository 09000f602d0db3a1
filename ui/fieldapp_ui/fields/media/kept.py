"""Which input a question gets whose answer is a kept file: by the kind of file the form asks for and its appearance."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.background.tasks import Tasks
from fieldapp_ui.fields.answers.answer import Answer
from fieldapp_ui.fields.media.audio import AudioAnswer, VideoAnswer
from fieldapp_ui.fields.media.image import ImageAnswer
from fieldapp_ui.fields.media.sketch import SketchAnswer
from fieldapp_ui.fields.media.upload import Attachments, UploadAnswer

DRAWN = ("signature", "draw", "annotate")


def kept_answer(
    node: NodeState,
    words: Sequence[str],
    attachments: Attachments,
    parent: QWidget | None = None,
    *,
    tasks: Tasks | None = None,
) -> Answer:
    """A picture, something drawn, a sound, a film, or any other file."""
    drawn = next((word for word in DRAWN if word in words), "")
    if drawn:
        return SketchAnswer(node, drawn, attachments, parent, tasks=tasks)
    kinds = {"image": ImageAnswer, "audio": AudioAnswer, "video": VideoAnswer}
    kind = node.parameters.get("mediatype", "image/*").partition("/")[0]
    return kinds.get(kind, UploadAnswer)(node, attachments, parent, tasks=tasks)
