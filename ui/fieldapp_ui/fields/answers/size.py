"""Lengths of inputs: pixels at 100 % text become pixels at the text size in force."""

from PySide6.QtWidgets import QApplication

BODY = 15


def scaled(px: float) -> int:
    """A length that was drawn for body type of 15 px."""
    size = QApplication.font().pixelSize()
    return max(1, round(px * (size if size > 0 else BODY) / BODY))
