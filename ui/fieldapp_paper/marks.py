"""The marks of a verdict as drawn shapes, told apart in black and white: tick, cross, and a hatched circle.

Shapes, not characters: ✓ ✕ ◌ are missing in Chinese fonts and would differ between machines.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from fieldapp.reports.document import Mark
from fieldapp_paper.measure import HAIR, HEAVY, pen


def draw_mark(painter: QPainter, mark: Mark, x: float, y: float, size: float) -> None:
    """Paint a mark into the square of `size` at (x, y); no mark paints nothing."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    box = QRectF(x, y, size, size)
    if mark == "met":
        _line(painter, box, ((0.1, 0.55), (0.4, 0.85), (0.92, 0.15)))
    elif mark == "not_met":
        _line(painter, box, ((0.15, 0.15), (0.85, 0.85)))
        _line(painter, box, ((0.85, 0.15), (0.15, 0.85)))
    elif mark == "unknown":
        _hatched_circle(painter, box.adjusted(size * 0.06, size * 0.06, -size * 0.06, -size * 0.06))


def _line(painter: QPainter, box: QRectF, points: tuple[tuple[float, float], ...]) -> None:
    painter.setPen(pen(HEAVY))
    painter.drawPolyline(
        QPolygonF([QPointF(box.x() + a * box.width(), box.y() + b * box.height()) for a, b in points])
    )


def _hatched_circle(painter: QPainter, box: QRectF) -> None:
    circle = QPainterPath()
    circle.addEllipse(box)
    painter.save()
    painter.setPen(pen(HAIR))
    painter.drawPath(circle)
    painter.setClipPath(circle)
    step = box.width() / 4
    for number in range(1, 8):
        shift = number * step
        painter.drawLine(box.bottomLeft() + QPointF(shift, 0), box.bottomLeft() + QPointF(0, -shift))
    painter.restore()
