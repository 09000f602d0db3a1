"""Answers that are drawn: a signature, a sketch, marks on a photo.

The rule it holds: they are kept when the hand rests, so that not every stroke leaves a file behind.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.background.tasks import Tasks
from fieldapp_ui.fields.answers.answer import BACK, ON
from fieldapp_ui.fields.answers.buttons import AnswerButton, ButtonRow
from fieldapp_ui.fields.answers.line import PAUSE_MS
from fieldapp_ui.fields.media.image import ImageAnswer
from fieldapp_ui.fields.media.photo import seen
from fieldapp_ui.fields.media.sketch_pad import INK, LONGEST, PAPER, SHEET, SIGNATURE, SketchPad
from fieldapp_ui.fields.media.upload import Attachments
from fieldapp_ui.language import tr

_RED = QColor("#D92D20")


class SketchAnswer(ImageAnswer):
    """`mode` is "signature", "draw" or "annotate". Digits choose the pen, Ctrl+Z takes a stroke back, Delete clears."""

    def __init__(
        self,
        node: NodeState,
        mode: str,
        attachments: Attachments,
        parent: QWidget | None = None,
        *,
        tasks: Tasks | None = None,
    ) -> None:
        self.mode = mode
        self.pad = SketchPad(SIGNATURE if mode == "signature" else SHEET, signed=mode == "signature")
        self._mine = self._ground = ""
        self._pause = QTimer(singleShot=True, interval=PAUSE_MS)
        super().__init__(node, attachments, parent, tasks=tasks)
        self.pad.setParent(self)
        self._pause.setParent(self)
        self._pause.timeout.connect(self._keep)
        self.pad.drawn.connect(self._drawn)
        self.row.takes_back = lambda: not self.pad.is_blank()
        self.row.undone.connect(self.pad.take_back)
        self.row.typed.connect(self._choose_pen)
        self.row.ascended.connect(self.pad.setFocus)
        self.pad.hears, self.pad.wants = self._key, self.row.wants
        self.pad.leads = self._lead
        self.pens.moved.connect(self.leave)
        self.pens.ascended.connect(self.pad.setFocus)
        self.pens.typed.connect(self._choose_pen)

    def add_buttons(self) -> None:
        """A photo's buttons where one is drawn on; taking back a stroke for all."""
        super().add_buttons()
        self._back = self.row.add(
            tr("Take back a stroke"), self.pad.take_back, mark="undo", role="quiet", tip="Ctrl+Z"
        )

    def enable_buttons(self) -> None:
        """What belongs to photos is shown only where one is drawn on."""
        super().enable_buttons()
        on_photo = self.mode == "annotate"
        for button in (self.choose, self.camera, self.paster):
            button.setVisible(on_photo)
        self.full.hide()
        self.remove.setText(tr("Remove") if on_photo else tr("Clear"))
        self.remove.setVisible(not self.readonly)
        self.remove.setEnabled(bool(self.value) or not self.pad.is_blank())
        self._back.setEnabled(not self.pad.is_blank())
        self.pad.setEnabled(not self.readonly and (bool(self.value) or not on_photo))
        self.pad.setVisible(bool(self.value) or not on_photo)
        self.pens.setVisible(self.pad.isVisibleTo(self) and not self.readonly and self.mode != "signature")

    def lay_out(self) -> None:
        """Pens above, the pad, the buttons under it."""
        self.pens = ButtonRow(self)
        self.pen_buttons = [self._pen(place, words) for place, words in enumerate(_pens())]
        self.pen_buttons[0].setChecked(True)
        self.shown.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.pens)
        column.addWidget(self.pad)
        under = QHBoxLayout()
        under.addWidget(self.row, 1)
        column.addLayout(under)
        column.addWidget(self.trouble)

    def show_kept(self) -> None:
        """A picture that is not the pad's own work becomes its ground."""
        if self.value and self.value == self._mine:
            return
        self._pause.stop()
        self._mine = self._ground = self.value
        data = self.attachments.get(self.value) if self.value else None
        self.pad.lay(seen(data, LONGEST) if data is not None else QImage())
        self.enable_buttons()
        if self.value and data is None:
            self.complain(tr("A file is kept; this device does not hold it."))

    def commit(self) -> None:
        """Keeps strokes that are not kept yet."""
        if self._pause.isActive():
            self._keep()

    def take_away(self) -> None:
        """Clears; on a photo, first the strokes, then the photo."""
        if self.readonly:
            return
        if not self.pad.is_blank() and self.mode == "annotate":
            self.pad.clear()
            return
        self._pause.stop()
        self._mine = self._ground = ""
        self.pad.lay(QImage())
        if self.value:
            self.answered.emit("")
        self.enable_buttons()
        if self.pad.isHidden():
            self.row.settle()
        else:
            self.pad.setFocus(Qt.FocusReason.OtherFocusReason)

    def input(self) -> QWidget:
        """The pad, where there is something to draw on."""
        return self.row.first() if self.pad.isHidden() or self.row.has_focus() else self.pad

    def name_for_readers(self, label: str) -> None:
        """The question goes before the pad's own words."""
        super().name_for_readers(label)
        self.pad.setAccessibleName(f"{label}: {self.pad.words()}")

    def paste(self) -> None:
        """Only a photo can come from the clipboard; nobody signs with a picture."""
        if self.mode == "annotate":
            super().paste()

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down:
            self.row.first().setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return self.row.key(event)

    def _lead(self, on: bool) -> bool:
        self.leave(ON if on else BACK)
        return True

    def _drawn(self) -> None:
        self._pause.start()
        self.enable_buttons()

    def _keep(self) -> None:
        self._pause.stop()
        if self.pad.is_blank():  # every stroke was taken back: what lies under them is the answer again
            self._mine = self._ground
        else:
            self._mine = self.attachments.put(self.pad.picture())
        self.answered.emit(self._mine)

    def _pen(self, place: int, words: str) -> AnswerButton:
        button = self.pens.add(f"{place + 1} {words}", lambda: self._choose_pen(str(place + 1)), role="chip")
        button.setCheckable(True)
        return button

    def _choose_pen(self, digit: str) -> None:
        place = int(digit) - 1
        if self.mode == "signature" or not 0 <= place < len(self.pen_buttons):
            return
        self.pad.colour = (INK, _RED, PAPER, _RED)[place]
        self.pad.arrow = place == len(self.pen_buttons) - 1
        for at, button in enumerate(self.pen_buttons):
            button.setChecked(at == place)


def _pens() -> tuple[str, ...]:
    return tr("Black pen"), tr("Red pen"), tr("White pen"), tr("Red arrow")
