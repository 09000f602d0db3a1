"""A pad to sign on by mouse, pen or finger. It keeps strokes, not pressure: a drawing that the worker records."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QImageWriter, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from fieldapp_ui.language import tr

_INK = QColor("#101828")
_PAPER = QColor("#FFFFFF")
_IMAGE = QSize(900, 300)
_STROKE = 3.2


class SignaturePad(QWidget):
    """White in every theme, as paper is. Pens and fingers reach it as the mouse does.

    Signals: `drawn()` after each stroke and after clearing.
    """

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[list[QPointF]] = []
        self.setMinimumHeight(self.fontMetrics().height() * 6)
        self.setMinimumWidth(self.minimumHeight())
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(tr("Signature pad: sign here with the mouse, a pen or a finger"))

    def is_blank(self) -> bool:
        """Whether nothing was drawn."""
        return not any(len(stroke) > 1 for stroke in self._strokes)

    def clear(self) -> None:
        """An empty pad."""
        self._strokes.clear()
        self.update()
        self.drawn.emit()

    def sizeHint(self) -> QSize:
        """Three times as wide as high."""
        return QSize(self.minimumHeight() * 3, self.minimumHeight())

    def png(self) -> bytes:
        """The drawing as PNG, 900 × 300, black on white."""
        image = QImage(_IMAGE, QImage.Format.Format_Grayscale8)
        image.fill(_PAPER)
        painter = QPainter(image)
        painter.scale(_IMAGE.width() / max(1, self.width()), _IMAGE.height() / max(1, self.height()))
        self._paint_strokes(painter)
        painter.end()
        kept = QByteArray()
        buffer = QBuffer(kept)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        buffer.close()
        return bytes(kept.data())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A stroke begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._strokes.append([event.position()])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The stroke goes on."""
        if self._strokes and event.buttons() & Qt.MouseButton.LeftButton:
            self._strokes[-1].append(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The stroke ends."""
        if self._strokes:
            self.drawn.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, a line to sign on, the strokes."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _PAPER)
        painter.setPen(QPen(QColor("#98A2B3"), 1))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        base = self.height() * 0.78
        painter.drawLine(QPointF(24, base), QPointF(self.width() - 24, base))
        self._paint_strokes(painter)
        painter.end()

    def _paint_strokes(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(_INK, _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        for stroke in self._strokes:
            path = QPainterPath(stroke[0])
            for point in stroke[1:]:
                path.lineTo(point)
            painter.drawPath(path)
