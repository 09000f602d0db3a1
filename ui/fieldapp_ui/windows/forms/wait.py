"""What stands in a form's place while it is read beside the window: which one, that it goes on, and a way to stop."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, column, label

QUIET_MS = 150
"""Nothing is said of a form that is there within this time."""


class FormWait(QWidget):
    """Signals: `stop_wanted()`."""

    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(theme.px(320))
        self.stop = button(tr("Stop"), self.stop_wanted.emit, role="quiet", mark="stop", theme=theme)
        self._parts = QWidget(self)
        line = QHBoxLayout(self._parts)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(16))
        for part in (self.words, self._bar, self.stop):
            line.addWidget(part)
        line.addStretch(1)
        whole = column(self, margin=theme.px(24))
        whole.addWidget(self._parts, alignment=Qt.AlignmentFlag.AlignTop)
        self._later = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._later.timeout.connect(self._speak)

    def wait_for(self, words: str) -> None:
        """Says after a moment what is being read."""
        self.words.setText(words)
        self._parts.hide()
        self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """What was waited for is there: the cursor is not taken away from it."""
        self._later.stop()
        super().hideEvent(event)

    def _speak(self) -> None:
        self._parts.show()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
