"""How far slow work is: a sentence, a bar, a button to stop it; hidden while nothing runs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, label


class ProgressStrip(QWidget):
    """Signals: `stop_wanted()`."""

    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = label("", "caption")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.stop = button(tr("Stop"), self.stop_wanted.emit, role="quiet", mark="stop", theme=theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        for part in (self._words, self._bar, self.stop):
            row.addWidget(part)
        row.setStretch(1, 1)
        self.hide()

    def show_progress(self, done: int, total: int, words: str) -> None:
        """`total` 0: not counted yet."""
        self._words.setText(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self.show()
