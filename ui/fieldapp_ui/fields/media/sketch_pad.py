"""A pad to draw on by mouse, pen or finger: white paper or a photo, strokes and arrows in a few colours on it.

The rule it holds: strokes live in the picture's own pixels, so that a window of another size draws the same picture.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp_ui.fields.media.photo import within, written
from fieldapp_ui.language import tr

PAPER = QColor("#FFFFFF")
INK = QColor("#101828")
SIGNATURE, SHEET = QSize(900, 300), QSize(1200, 800)
LONGEST = 1600
"""Pixels of the longer side of a photo that is drawn on."""
_HIGHEST = 380
"""Points of the screen: with large type too, a pad and its buttons are seen together on a small laptop."""
_LINE = 0.0042
"""The width of a stroke as a share of the paper's longer side."""


@dataclass
class Stroke:
    """One movement of the pen; an arrow goes straight from where it began to where it ended."""

    colour: QColor
    arrow: bool
    points: list[QPointF] = field(default_factory=list)


class SketchPad(QWidget):
    """White in every theme, as paper is. Pens and fingers reach it as the mouse does.

    Signals: `drawn()` after each stroke, after taking one back and after clearing.
    """

    drawn = Signal()

    def __init__(self, paper: QSize, *, signed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hears: Callable[[QKeyEvent], bool] = lambda event: False
        self.wants: Callable[[QKeyEvent], bool] = lambda event: False
        self.leads: Callable[[bool], bool] = lambda on: False
        self.colour, self.arrow = INK, False
        self._paper, self._signed = paper, signed
        self._ground = QImage()
        self._strokes: list[Stroke] = []
        self._pressed = False
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(self.fontMetrics().height() * (6 if signed else 10))
        self.setAccessibleName(self.words())

    def is_blank(self) -> bool:
        """Whether nothing was drawn since the ground was laid."""
        return not any(len(stroke.points) > 1 for stroke in self._strokes)

    def words(self) -> str:
        """What a screen reader says of it."""
        if self._signed:
            return tr("Signature pad: sign here with the mouse, a pen or a finger")
        return tr("Drawing pad: draw here with the mouse, a pen or a finger")

    def lay(self, ground: QImage) -> None:
        """A photo to draw on; strokes made before are part of what was there before."""
        self._ground = within(ground, LONGEST)
        if not self._ground.isNull():
            self._paper = self._ground.size()
        self._strokes.clear()
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        """No stroke left; the photo stays."""
        self._strokes.clear()
        self.update()
        self.drawn.emit()

    def take_back(self) -> None:
        """The last stroke goes."""
        if self._strokes:
            self._strokes.pop()
            self.update()
            self.drawn.emit()

    def sizeHint(self) -> QSize:
        """As wide as a column of questions, as high as the paper then is."""
        width = self.fontMetrics().averageCharWidth() * (64 if self._signed else 72)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """The paper's shape, never higher than a window can show."""
        most = min(_HIGHEST, self.fontMetrics().height() * 17)
        return max(
            self.minimumHeight(), min(most, round(width * self._paper.height() / max(1, self._paper.width())))
        )

    def picture(self) -> bytes:
        """The drawing: a PNG, on a photo a JPEG."""
        image = QImage(self._paper, QImage.Format.Format_RGB32)
        image.fill(PAPER)
        painter = QPainter(image)
        if not self._ground.isNull():
            painter.drawImage(QRectF(image.rect()), self._ground)
        self._paint_strokes(painter)
        painter.end()
        return written(image, "png" if self._ground.isNull() else "jpeg")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = True
            self._strokes.append(Stroke(self.colour, self.arrow, [self._on_paper(event.position())]))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The stroke goes on."""
        if self._pressed and self._strokes and event.buttons() & Qt.MouseButton.LeftButton:
            self._strokes[-1].points.append(self._on_paper(event.position()))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The stroke ends; a mere touch is none."""
        if not self._pressed:
            return
        self._pressed = False
        if self._strokes and len(self._strokes[-1].points) < 2:
            self._strokes.pop()
        else:
            self.drawn.emit()

    def event(self, event: QEvent) -> bool:
        """Keys that the window has a command for, where whoever owns the pad has a use for them."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.wants(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys are heard by whoever owns the pad."""
        if not self.hears(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab leads where the owner says."""
        return self.leads(on) or super().focusNextPrevChild(on)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper or photo, a line to sign on, the strokes."""
        painter = QPainter(self)
        place = self._place()
        painter.fillRect(place, PAPER)
        if not self._ground.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._ground)
        painter.setPen(QPen(QColor("#98A2B3"), 1))
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        if self._signed:
            base = place.top() + place.height() * 0.78
            painter.drawLine(QPointF(place.left() + 24, base), QPointF(place.right() - 24, base))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().accent().color(), 3))
            painter.drawRect(place.adjusted(1.5, 1.5, -1.5, -1.5))
        if not self.isEnabled():
            painter.setOpacity(0.6)
        painter.setClipRect(place)
        painter.translate(place.topLeft())
        painter.scale(place.width() / self._paper.width(), place.height() / self._paper.height())
        self._paint_strokes(painter)
        painter.end()

    def _place(self) -> QRectF:
        """Where the paper lies in the widget: from the left, its shape kept."""
        scale = min(self.width() / self._paper.width(), self.height() / self._paper.height())
        return QRectF(0, 0, self._paper.width() * scale, self._paper.height() * scale)

    def _on_paper(self, point: QPointF) -> QPointF:
        scale = self._paper.width() / max(1.0, self._place().width())
        x = min(max(0.0, point.x() * scale), float(self._paper.width()))
        return QPointF(x, min(max(0.0, point.y() * scale), float(self._paper.height())))

    def _paint_strokes(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(3.0, max(self._paper.width(), self._paper.height()) * _LINE)
        for stroke in self._strokes:
            painter.setPen(
                QPen(
                    stroke.colour,
                    width,
                    Qt.PenStyle.SolidLine,
                    Qt.PenCapStyle.RoundCap,
                    Qt.PenJoinStyle.RoundJoin,
                )
            )
            painter.drawPath(_arrow(stroke, width) if stroke.arrow else _line(stroke))


def _line(stroke: Stroke) -> QPainterPath:
    path = QPainterPath(stroke.points[0])
    for point in stroke.points[1:]:
        path.lineTo(point)
    return path


def _arrow(stroke: Stroke, width: float) -> QPainterPath:
    start, end = stroke.points[0], stroke.points[-1]
    along = QPointF(end - start)
    length = max(1.0, (along.x() ** 2 + along.y() ** 2) ** 0.5)
    unit = along / length
    head = min(width * 6, length / 2)
    side = QPointF(-unit.y(), unit.x()) * head * 0.6
    path = QPainterPath(start)
    path.lineTo(end)
    path.moveTo(end - unit * head + side)
    path.lineTo(end)
    path.lineTo(end - unit * head - side)
    return path
