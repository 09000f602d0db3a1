"""A button among others of a page: Enter presses it, arrows walk, Shift+Enter goes back to what it stands under."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from fieldapp_ui.fields.answers.answer import BACK, ON, STAY, step_of


class KeyButton(QPushButton):
    """Signals: `backed()` Shift+Enter."""

    backed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, key = step_of(event), event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.focusNextPrevChild(key in (Qt.Key.Key_Down, Qt.Key.Key_Right))
        elif step == ON:
            self.click()
        elif step == BACK:
            self.backed.emit()
        elif step == STAY:
            super().keyPressEvent(event)
