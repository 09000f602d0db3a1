"""A line for a day, typed without separators (20191231); Enter gives it, what is no day is said under it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from fieldapp.domain.dates import is_date, parse_date
from fieldapp_ui.language import tr


class DayLine(QLineEdit):
    """Signals: `given(str)` a day "YYYY-MM-DD" at Enter; `refused(str)` what is wrong with what was typed."""

    given = Signal(str)
    refused = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = False
        self.setAccessibleName(name)
        self.setPlaceholderText("20191231")
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)

    def day(self) -> str:
        """The day as it is stored, empty for what is none."""
        found = parse_date(self.text()) or ""
        return found if is_date(found) else ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or self._composing:
            super().keyPressEvent(event)
        elif day := self.day():
            self.setText(day)
            self.given.emit(day)
        else:
            self.refused.emit(tr("{text} is no day. Type it as 20191231.", text=self.text() or "—"))
