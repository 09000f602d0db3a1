"""A table of lines to decide: Space ticks one and goes on, the digits 1 2 3 decide what is ticked or stands under."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.figure_table import FigureTable

DIGITS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3}


class TickTable(FigureTable):
    """Signals: `ticked(key)` at Space; `digit(int)` at 1, 2, 3."""

    ticked = Signal(object)
    digit = Signal(int)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None, *, row: int = 34) -> None:
        super().__init__(theme, name, parent, row=row)

    def step(self) -> None:
        """Go to the line below."""
        below = self.currentIndex().row() + 1
        if below < self.figures.rowCount():
            self.setCurrentIndex(self.figures.index(below, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            key = Qt.Key(event.key())
            if plain and key == Qt.Key.Key_Space and self.key() is not None:
                self.ticked.emit(self.key())
                return True
            if plain and key in DIGITS:
                self.digit.emit(DIGITS[key])
                return True
        return super().eventFilter(watched, event)
