"""The mark of a choice: a circle (one answer) or a box (several); taken it is filled, with a dot, a tick or its digit."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen

from fieldapp_ui.fields.answers.colour import soft_ink


@dataclass(frozen=True)
class ChoiceState:
    """How a choice stands now."""

    taken: bool = False
    focused: bool = False
    under: bool = False
    enabled: bool = True


def paint_mark(
    painter: QPainter,
    palette: QPalette,
    centre: QPointF,
    radius: int,
    held: ChoiceState,
    *,
    several: bool,
    code: str = "",
) -> None:
    """A circle (one answer) or a box (several); taken it is filled, with a dot or a tick, or with its digit."""
    group = QPalette.ColorGroup.Normal if held.enabled else QPalette.ColorGroup.Disabled
    accent = palette.color(QPalette.ColorRole.Accent)
    paper = palette.color(QPalette.ColorRole.HighlightedText)
    edge = soft_ink(palette) if held.enabled else palette.color(group, QPalette.ColorRole.Text)
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius).adjusted(1, 1, -1, -1)
    painter.setPen(QPen(accent if held.taken else edge, 1.5))
    painter.setBrush(accent if held.taken else palette.color(QPalette.ColorRole.Base))
    corner = radius * 0.35 if several else radius
    painter.drawRoundedRect(box, corner, corner)
    if code:
        painter.setPen(paper if held.taken else palette.color(group, QPalette.ColorRole.Text))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), code)
    elif held.taken and several:
        painter.setPen(QPen(paper, max(2.0, radius / 4), c=Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(
            [
                QPointF(centre.x() + x * radius, centre.y() + y * radius)
                for x, y in ((-0.45, 0.0), (-0.1, 0.38), (0.5, -0.35))
            ]
        )
    elif held.taken:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paper)
        painter.drawEllipse(centre, radius * 0.38, radius * 0.38)
