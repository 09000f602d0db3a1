"""A scale with a mark on it: set by a click or by dragging, shown hollow while there is no answer."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldapp_ui.fields.answers.colour import soft_ink, track_of
from fieldapp_ui.fields.answers.size import scaled

MOST_TICKS = 30
_LONG, _SHORT = 260, 48


class Scale(QWidget):
    """Places from 0 to `count`, `word(place)` in words; `upright` has the greatest at the top.

    Signals: `set_to(int)` the place that was clicked.
    """

    set_to = Signal(int)

    def __init__(
        self, count: int, word: Callable[[int], str], parent: QWidget, *, upright: bool, ticks: bool
    ) -> None:
        super().__init__(parent)
        self._count, self._word, self._upright, self._ticks = max(1, count), word, upright, ticks
        self._place: int | None = None
        long, short = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        self.setSizePolicy(short if upright else long, short)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_place(self, place: int | None) -> None:
        """Puts the mark; None while nothing is answered."""
        if place != self._place:
            self._place = place
            self.update()

    def sizeHint(self) -> QSize:
        """A line with figures under it, or beside it."""
        return QSize(scaled(96), scaled(200)) if self._upright else QSize(scaled(_LONG), scaled(_SHORT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To where it was clicked."""
        self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Along with the mouse."""
        self._follow(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, the part up to the mark, ticks, the figures at the ends, the mark."""
        painter, palette, role = QPainter(self), self.palette(), QPalette.ColorRole
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = palette.color(role.Accent if self.isEnabled() else role.Mid)
        soft = soft_ink(palette)
        painter.setPen(QPen(track_of(palette), scaled(4), c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(self._point(0), self._point(self._count))
        if self._ticks and self._count <= MOST_TICKS:
            painter.setPen(QPen(soft, 1))
            for place in range(self._count + 1):
                at = self._point(place)
                off = QPointF(scaled(8), 0) if self._upright else QPointF(0, scaled(8))
                end = QPointF(scaled(13), 0) if self._upright else QPointF(0, scaled(13))
                painter.drawLine(at + off, at + end)
        if self._place is not None:
            painter.setPen(QPen(accent, scaled(4), c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(self._point(0), self._point(self._place))
        self._paint_words(painter, soft)
        self._paint_handle(painter, accent, soft)
        painter.end()

    def _paint_words(self, painter: QPainter, soft: QColor) -> None:
        font = painter.font()
        font.setPixelSize(scaled(13))
        painter.setFont(font)
        painter.setPen(soft)
        for place in (0, self._count):
            at = self._point(place)
            if self._upright:
                box = QRectF(at.x() + scaled(18), at.y() - scaled(10), scaled(70), scaled(20))
                flags = Qt.AlignmentFlag.AlignVCenter
            else:
                word = painter.fontMetrics().horizontalAdvance(self._word(place))
                left = max(0.0, min(self.width() - word, at.x() - word / 2))
                box = QRectF(left, at.y() + scaled(14), word + 2, scaled(20))
                flags = Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, int(flags), self._word(place))

    def _paint_handle(self, painter: QPainter, accent: QColor, soft: QColor) -> None:
        ground = self.palette().color(QPalette.ColorRole.Base)
        blank = self._place is None
        painter.setPen(QPen(soft if blank else accent, 2))
        painter.setBrush(ground if blank else accent)
        painter.drawEllipse(self._point(self._place or 0), scaled(8), scaled(8))

    def _point(self, place: int) -> QPointF:
        edge, share = scaled(12), place / self._count
        if self._upright:
            return QPointF(edge, self.height() - edge - share * (self.height() - 2 * edge))
        return QPointF(edge + share * (self.width() - 2 * edge), edge + scaled(4))

    def _follow(self, event: QMouseEvent) -> None:
        first, last, at = self._point(0), self._point(self._count), event.position()
        if self._upright:
            share = (first.y() - at.y()) / max(1.0, first.y() - last.y())
        else:
            share = (at.x() - first.x()) / max(1.0, last.x() - first.x())
        place = max(0, min(self._count, round(share * self._count)))
        if place != self._place and self.isEnabled():
            self.set_to.emit(place)
