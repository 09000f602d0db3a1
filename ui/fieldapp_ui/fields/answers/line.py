"""One line of typing that moves on at Enter and Tab, but never while an input method is composing a word."""

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from fieldapp_ui.fields.answers.answer import BACK, ON, STAY, step_of

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
PAUSE_MS = 700
"""An answer that is still being typed is kept after this pause, so that a power cut costs a word at most."""


class ComposingLine(QLineEdit):
    """Signals: `committed(str)` the text when left, confirmed or paused over; `moved(int)` on or back."""

    committed = Signal(str)
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = ""
        self._kept = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.textEdited.connect(self._pause.start)

    def composing(self) -> bool:
        """Whether an input method holds letters that are not yet a word."""
        return bool(self._composing)

    def show_text(self, text: str) -> None:
        """Shows a stored text; what the worker is typing right now is left alone."""
        self._kept = text
        if not self._pause.isActive() and text != self.text():
            self.setText(text)

    def rewrite(self, text: str, cursor: int) -> None:
        """Sets what is being typed right, or puts a step of the arrow keys there; it is kept as typed text is."""
        self.setText(text)
        self.setCursorPosition(cursor)
        self._pause.start()

    def commit(self) -> None:
        """Reports the text if it differs from what was last shown or reported."""
        self._pause.stop()
        if self.text() != self._kept and not self.composing():
            self._kept = self.text()
            self.committed.emit(self._kept)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Notes the letters being composed."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """With nothing typed to take back, undo and redo belong to the form."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = self.isUndoAvailable() if event.matches(_UNDO) else self.isRedoAvailable()
            if (event.matches(_UNDO) or event.matches(_REDO)) and not mine:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter commits and moves on; Shift+Enter back."""
        step = step_of(event)
        if step == STAY:
            super().keyPressEvent(event)
        elif not self.composing():
            self._leave(step)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes the same way as Enter."""
        if not self.composing():
            self._leave(ON if on else BACK)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the line keeps what was typed."""
        self.commit()
        super().focusOutEvent(event)

    def _leave(self, step: int) -> None:
        self.commit()
        self.moved.emit(step)
