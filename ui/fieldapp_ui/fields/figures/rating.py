"""A rating by stars: digits or the arrow keys choose, Backspace clears, Enter goes on."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.answers.answer import BACK, ON, STAY, Answer, step_of
from fieldapp_ui.fields.answers.codes import type_digit
from fieldapp_ui.fields.answers.colour import soft_ink
from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.fields.figures.range import steps_of
from fieldapp_ui.language import tr

MOST_STARS = 10
_STAR = 40


class RatingAnswer(Answer):
    """Stars from one to the range's end, the figure in words beside them."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        steps = steps_of(node)
        self._stars = max(1, min(MOST_STARS, int(max(steps.start, steps.end))))
        self._codes = tuple(str(star) for star in range(1, self._stars + 1))
        self._value, self._digits = node.value, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("A digit or the arrow keys choose, Backspace clears."))
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the stars given."""
        self._value = node.value
        self.setAccessibleDescription(self._words())
        self.update()

    def sizeHint(self) -> QSize:
        """The stars in a line."""
        return QSize(self._stars * scaled(_STAR) + scaled(140), scaled(_STAR + 4))

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab leaves the question."""
        self.moved.emit(ON if on else BACK)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits, arrows, Backspace, Enter."""
        step, key, text = step_of(event), event.key(), event.text()
        if step != STAY:
            self.moved.emit(step)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            self._give(min(self._stars, self._given() + 1))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            self._give(max(1, self._given() - 1))
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._give(0)
        elif len(text) == 1 and text.isdecimal():
            self._digit(str(int(text)))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The star that was clicked."""
        star = int(event.position().x() // scaled(_STAR)) + 1
        if 1 <= star <= self._stars:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._give(star)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Full and empty stars; the focus frame around them."""
        painter, palette, role = QPainter(self), self.palette(), QPalette.ColorRole
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent, soft = palette.color(role.Accent), soft_ink(palette)
        for star in range(self._stars):
            full = star < self._given()
            painter.setPen(QPen(accent if full else soft, 1.5))
            painter.setBrush(accent if full else Qt.BrushStyle.NoBrush)
            painter.drawPolygon(_star(scaled(_STAR) * (star + 0.5), self.height() / 2, scaled(14)))
        painter.setPen(palette.color(self.foregroundRole()))
        beside = QRectF(self._stars * scaled(_STAR) + scaled(12), 0, scaled(120), self.height())
        painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), self._words())
        if self.hasFocus():
            painter.setPen(QPen(accent, scaled(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(1, 1, self._stars * scaled(_STAR) - 2, self.height() - 2)
            painter.drawRoundedRect(box, scaled(6), scaled(6))
        painter.end()

    def _given(self) -> int:
        return int(float(self._value)) if self._value.replace(".", "", 1).isdigit() else 0

    def _words(self) -> str:
        given = self._given()
        return tr("{count} of {most}", count=given, most=self._stars) if given else ""

    def _digit(self, digit: str) -> None:
        typed = type_digit(self._digits, digit, self._codes)
        self._digits = typed.digits if typed.open else ""
        if typed.place is not None:
            self._give(typed.place + 1)
            if not typed.open:
                self.moved.emit(ON)

    def _give(self, star: int) -> None:
        self._value = str(star) if star else ""
        self.setAccessibleDescription(self._words())
        self.update()
        self.answered.emit(self._value)


def _star(x: float, y: float, radius: float) -> QPolygonF:
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.42
        angle = math.pi * (corner / 5 - 0.5)
        points.append(QPointF(x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return QPolygonF(points)
