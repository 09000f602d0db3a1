"""A QR symbol on the screen: always black on white with its quiet zone, in every theme, so that a phone reads it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fieldapp.reports.symbols import modules_of

QUIET = 4
"""Modules of white around it, as the standard asks."""


class QrCode(QWidget):
    """`side` in pixels; `words` say to screen readers what it holds."""

    def __init__(self, text: str, side: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.modules = modules_of(text)
        self.setFixedSize(QSize(side, side))
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        size = self.width() // (len(self.modules) + 2 * QUIET)
        start = (self.width() - size * len(self.modules)) // 2
        for row, line in enumerate(self.modules):
            for column, dark in enumerate(line):
                if dark:
                    place = QRectF(start + column * size, start + row * size, size, size)
                    painter.fillRect(place, Qt.GlobalColor.black)
        painter.end()
