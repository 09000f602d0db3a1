"""One choice as a button: a radio button or check box to readers and keys, with a face of its own."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from fieldapp_ui.fields.choices.face import Face
from fieldapp_ui.fields.choices.mark import ChoiceState


class OneButton(QRadioButton):
    """One of several that exclude each other."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(parent)
        self.face = face

    def paintEvent(self, event: QPaintEvent) -> None:
        """The face."""
        _paint(self, self.face)

    def sizeHint(self) -> QSize:
        """The face on one line."""
        return _natural(self, self.face)

    def hitButton(self, pos: object) -> bool:
        """All of the face takes a click."""
        return True


class SeveralButton(QCheckBox):
    """One of several that may stand together."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(parent)
        self.face = face

    def paintEvent(self, event: QPaintEvent) -> None:
        """The face."""
        _paint(self, self.face)

    def sizeHint(self) -> QSize:
        """The face on one line."""
        return _natural(self, self.face)

    def hitButton(self, pos: object) -> bool:
        """All of the face takes a click."""
        return True


def choice_button(face: Face, several: bool, parent: QWidget, spoken: str) -> OneButton | SeveralButton:
    """The button for a choice; `spoken` is what a screen reader says, whatever the face leaves out."""
    button = SeveralButton(face, parent) if several else OneButton(face, parent)
    button.setText(spoken.replace("&", "&&"))
    button.setAutoExclusive(False)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    return button


def _natural(button: QAbstractButton, face: Face) -> QSize:
    metrics = button.fontMetrics()
    width = face.natural(metrics)
    return QSize(width, face.height(metrics, width))


def _paint(button: QAbstractButton, face: Face) -> None:
    painter = QPainter(button)
    held = ChoiceState(button.isChecked(), button.hasFocus(), button.underMouse(), button.isEnabled())
    face.paint(painter, button.palette(), button.fontMetrics(), button.rect(), held)
    painter.end()
