"""A QR symbol on the screen: always black on white with its quiet zone, in every theme, so that a phone reads it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fieldapp.reports.symbols import modules_of

QUIET = 4
"""Modules of white around it, as the standard asks."""


class QrCode(QWidget):
    """At most `side` pixels wide, its modules whole pixels; `words` say to screen readers what it holds."""

    def __init__(self, text: str, side: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.modules = modules_of(text)
        self._size = max(1, side // (len(self.modules) + 2 * QUIET))
        whole = self._size * (len(self.modules) + 2 * QUIET)
        self.setFixedSize(QSize(whole, whole))
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        size, start = self._size, QUIET * self._size
        for row, line in enumerate(self.modules):
            for column, dark in enumerate(line):
                if dark:
                    place = QRectF(start + column * size, start + row * size, size, size)
                    painter.fillRect(place, Qt.GlobalColor.black)
        painter.end()
