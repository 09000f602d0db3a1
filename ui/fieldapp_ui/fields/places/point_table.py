"""The line and the table that a trace or shape is typed with: keys become what is done with a point."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView

from fieldapp_ui.fields.answers.answer import BACK, ON, STAY, step_of
from fieldapp_ui.fields.places.place import PlaceLine


class PointLine(PlaceLine):
    """Signals: `entered(str)` text that Enter adds; `pasted(str)` several lines at once; `descended()` Down."""

    entered = Signal(str)
    pasted = Signal(str)
    descended = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds what is typed; on an empty line it goes on."""
        lines = QGuiApplication.clipboard().text().strip()
        if event.matches(QKeySequence.StandardKey.Paste) and ("\n" in lines or ";" in lines):
            self.pasted.emit(lines)
        elif step_of(event) == ON and self.text().strip() and not self.composing():
            self.entered.emit(self.text())
        elif event.key() == Qt.Key.Key_Down and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.descended.emit()
        else:
            super().keyPressEvent(event)


class PointTable(QTableView):
    """Signals: `deleted()`; `shifted(int)` Ctrl+Up, Ctrl+Down; `chosen()` Enter or F2; `left(int)` Tab; `escaped()`."""

    deleted = Signal()
    shifted = Signal(int)
    chosen = Signal()
    left = Signal(int)
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is done with a point."""
        key = event.key()
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit()
        elif step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.shifted.emit(step)
        elif step_of(event) != STAY or key == Qt.Key.Key_F2:
            self.chosen.emit()
        elif key == Qt.Key.Key_Escape or (step == -1 and self.currentIndex().row() <= 0):
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        self.left.emit(ON if on else BACK)
        return True

    def event(self, event: QEvent) -> bool:
        """Deleting a point is the table's, whatever the window does with the key."""
        own = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_F2)
        if own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)
