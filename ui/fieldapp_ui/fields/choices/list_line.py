"""The line that a choice is looked for in: arrows walk the list below it, Enter takes, Esc closes, Alt+Down opens."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from fieldapp_ui.fields.answers.answer import BACK, ON, STAY, step_of
from fieldapp_ui.fields.answers.colour import soft_ink
from fieldapp_ui.fields.answers.line import ComposingLine
from fieldapp_ui.fields.answers.size import scaled

_WALKS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class FilterLine(ComposingLine):
    """Signals: `walked(int)` up or down the list; `taken(int)` Enter or Tab with the way to go; `emptied()` and
    `spaced()` Backspace and Space with nothing typed; `opened()` the list is wanted, `closed()` it is not; `left()`
    the focus went."""

    walked = Signal(int)
    taken = Signal(int)
    emptied = Signal()
    spaced = Signal()
    opened = Signal()
    closed = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_open = False
        self.setTextMargins(0, 0, scaled(24), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """An arrow at the right end says that there is a list."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(soft_ink(self.palette()), scaled(2), c=Qt.PenCapStyle.RoundCap))
        x, y, side = self.width() - scaled(18), self.height() / 2 - scaled(2), scaled(4)
        painter.drawPolyline([QPointF(x - side, y), QPointF(x, y + side), QPointF(x + side, y)])
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a list."""
        step, key = step_of(event), Qt.Key(event.key())
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if with_alt and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            (self.opened if key == Qt.Key.Key_Down else self.closed).emit()
        elif key in _WALKS:
            self.walked.emit(_WALKS[key])
        elif key == Qt.Key.Key_Escape and self.is_open:
            self.closed.emit()
        elif key == Qt.Key.Key_Backspace and not self.text() and not self.composing():
            self.emptied.emit()
        elif key == Qt.Key.Key_Space and not self.text() and not self.composing():
            self.spaced.emit()
        elif step != STAY:
            if not self.composing():
                self.taken.emit(step)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab takes and leaves, as Enter does."""
        if not self.composing():
            self.taken.emit(ON if on else BACK)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes here wants to see what there is."""
        super().focusInEvent(event)
        self.opened.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the focus."""
        super().focusOutEvent(event)
        self.left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click opens the list again."""
        super().mousePressEvent(event)
        self.opened.emit()

    def commit(self) -> None:
        """What is typed here looks for a choice; it is no answer itself."""
