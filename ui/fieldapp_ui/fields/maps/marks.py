"""What lies over and under a map whatever it shows: the cross in the middle, the scale, and a grid of round lengths."""

import math

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen

from fieldapp_ui.fields.maps.projection import DEEPEST, metres_per_point, round_length
from fieldapp_ui.language import tr

_CROSS, _GAP = 16, 5
_WIDEST = 130
_CELL = 110


def length_words(metres: float) -> str:
    """A length on the ground in words."""
    if metres >= 1000:
        return tr("{count} km", count=f"{metres / 1000:.4g}")
    return tr("{count} m", count=f"{metres:.10g}")


def paint_cross(painter: QPainter, room: QRect, palette: QPalette, *, strong: bool) -> None:
    """A cross with an open middle, dark on a light rim, so that it is seen on any photo."""
    middle = QPointF(room.center())
    arms = [
        QLineF(middle + QPointF(x * _GAP, y * _GAP), middle + QPointF(x * _CROSS, y * _CROSS))
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))
    ]
    ink = palette.brightText().color() if strong else palette.windowText().color()
    for pen in (QPen(palette.base().color(), 6), QPen(ink, 2.5)):
        painter.setPen(pen)
        painter.drawLines(arms)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, 2.0, 2.0)


def paint_scale(
    painter: QPainter, room: QRect, latitude: float, zoom: float, credit: str, palette: QPalette
) -> None:
    """A bar of a round length at the lower left, the map's maker at the lower right."""
    per_point = metres_per_point(latitude, zoom)
    length = round_length(per_point * _WIDEST)
    width = length / per_point
    words = length_words(length)
    metrics = painter.fontMetrics()
    left, base = room.left() + 12.0, room.bottom() - 12.0
    ground = QColor(palette.base().color())
    ground.setAlpha(215)
    wide = max(width, metrics.horizontalAdvance(words)) + 16
    painter.fillRect(QRectF(left - 8, base - metrics.height() - 8, wide, metrics.height() + 14), ground)
    painter.setPen(QPen(palette.windowText().color(), 2))
    painter.drawPolyline(
        [
            QPointF(left, base - 6),
            QPointF(left, base),
            QPointF(left + width, base),
            QPointF(left + width, base - 6),
        ]
    )
    painter.drawText(QPointF(left + 4, base - 6 - metrics.descent()), words)
    if credit:
        told = metrics.elidedText(credit, Qt.TextElideMode.ElideRight, room.width() // 2)
        wide = metrics.horizontalAdvance(told) + 12
        box = QRectF(room.right() - wide - 4, base - metrics.height() + 2, wide, metrics.height() + 4)
        painter.fillRect(box, ground)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, told)


def paint_grid(painter: QPainter, seen: QRectF, zoom: float, latitude: float, palette: QPalette) -> None:
    """Lines at round lengths: without any map they still say how far things are."""
    per_point = metres_per_point(latitude, zoom)
    step = round_length(per_point * _CELL) / per_point * 2 ** (DEEPEST - zoom)
    colour = QColor(palette.windowText().color())
    colour.setAlpha(38)  # faint in every theme: high contrast draws its own hairlines at full strength
    pen = QPen(colour, 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    lines = [
        QLineF(x * step, seen.top(), x * step, seen.bottom())
        for x in range(math.floor(seen.left() / step), math.ceil(seen.right() / step) + 1)
    ]
    lines += [
        QLineF(seen.left(), y * step, seen.right(), y * step)
        for y in range(math.floor(seen.top() / step), math.ceil(seen.bottom() / step) + 1)
    ]
    painter.drawLines(lines)
