"""What stands on a map's plane: outlines, households, the answer. One item each, whatever their number."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from fieldapp.store.basemap import Outline
from fieldapp_ui.fields.maps.ground import Landmark, Point
from fieldapp_ui.fields.maps.projection import DEEPEST, PLANE, on_plane

_NAMES_FROM = 15.5
_MOST_NAMES = 120


class _Layer(QGraphicsItem):
    """An item as large as the plane: it paints only what is in view."""

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, PLANE, PLANE)

    def pixel(self, painter: QPainter) -> float:
        """How much of the plane one point of the screen is."""
        return 1 / max(1e-12, painter.worldTransform().m11())


class OutlineLayer(_Layer):
    """Lines and areas of the county's map with their names."""

    def __init__(self, outlines: Sequence[Outline], palette: QPalette) -> None:
        super().__init__()
        self._palette = palette
        self._lines = QPainterPath()
        self._dots: list[tuple[QPointF, str]] = []
        self._areas: list[tuple[QPointF, str]] = []
        for outline in outlines:
            placed = [QPointF(*on_plane(*point)) for point in outline.points]
            if len(placed) > 1:
                self._lines.addPolygon(QPolygonF(placed))
            if outline.name and placed:
                middle = QPolygonF(placed).boundingRect().center()
                (self._areas if len(placed) > 1 else self._dots).append((middle, outline.name))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Lines as wide on the screen at any zoom."""
        pen = QPen(self._palette.placeholderText().color(), 1.5)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPath(self._lines)
        is_far = self.pixel(painter) > 2 ** (DEEPEST - _NAMES_FROM)
        names = (
            self._dots + self._areas if is_far else self._dots
        )  # near, the households' names need the room
        _write(painter, names, self._palette.placeholderText().color(), self._palette, centred=True)


class LandmarkLayer(_Layer):
    """The village's households: a dot each, their names when near."""

    def __init__(self, landmarks: Sequence[Landmark], palette: QPalette, font: QFont) -> None:
        super().__init__()
        self._palette = palette
        self._placed = [(QPointF(*on_plane(*mark.point)), mark.name) for mark in landmarks]

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Small squares, so that they are told from the answer without its colour."""
        pixel = self.pixel(painter)
        pen = QPen(self._palette.base().color(), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(self._palette.placeholderText())
        seen = painter.worldTransform().inverted()[0].mapRect(QRectF(painter.viewport()))
        near = [(place, name) for place, name in self._placed if seen.contains(place)]
        for place, _ in near:
            painter.drawRect(QRectF(place.x() - 4 * pixel, place.y() - 4 * pixel, 8 * pixel, 8 * pixel))
        if pixel <= 2 ** (DEEPEST - _NAMES_FROM) and len(near) <= _MOST_NAMES:
            _write(painter, near, self._palette.windowText().color(), self._palette)


class MarkLayer(_Layer):
    """The answer: drops, joined where they are a line or an area; those taken are filled and ringed."""

    def __init__(self, palette: QPalette, font: QFont) -> None:
        super().__init__()
        self._palette = palette
        self.points: tuple[Point, ...] = ()
        self._closed = self._joined = False
        self._names: tuple[str, ...] = ()
        self._chosen: frozenset[int] | None = None

    def put(self, points: Sequence[Point], *, closed: bool, joined: bool) -> None:
        """The points of the answer in their order."""
        self.points, self._closed, self._joined = tuple(points), closed, joined
        self.update()

    def name(self, names: Sequence[str], chosen: frozenset[int]) -> None:
        """The points are choices with names, and some are chosen."""
        self._names, self._chosen = tuple(names), chosen
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """The line under the drops, the drops, the names."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        placed = [QPointF(*on_plane(*point)) for point in self.points]
        accent = self._palette.accent().color()
        if self._joined and len(placed) > 1:
            self._paint_line(painter, placed, accent)
        pixel = self.pixel(painter)
        pen = QPen(accent, 2.5)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for at, place in enumerate(placed):
            taken = self._chosen is None or at in self._chosen
            painter.setBrush(accent if taken else self._palette.base().color())
            radius = (8 if taken else 6) * pixel
            painter.drawEllipse(place, radius, radius)
        names = [(place, name) for place, name in zip(placed, self._names, strict=False)]
        if not self._names and self._joined:
            names = [(place, str(at + 1)) for at, place in enumerate(placed)]
        _write(painter, names[:_MOST_NAMES], self._palette.windowText().color(), self._palette)

    def _paint_line(self, painter: QPainter, placed: list[QPointF], accent: QColor) -> None:
        pen = QPen(accent, 3)
        pen.setCosmetic(True)
        painter.setPen(pen)
        fill = QColor(accent)
        fill.setAlpha(50)
        painter.setBrush(fill if self._closed else Qt.BrushStyle.NoBrush)
        if self._closed and len(placed) > 2:
            painter.drawPolygon(QPolygonF(placed))
        else:
            painter.drawPolyline(QPolygonF(placed))


def _write(
    painter: QPainter,
    words: Sequence[tuple[QPointF, str]],
    colour: QColor,
    palette: QPalette,
    *,
    centred: bool = False,
) -> None:
    """Names beside their places, as large on the screen at any zoom, on a ground that keeps them legible."""
    transform = painter.worldTransform()
    painter.save()
    painter.resetTransform()
    metrics = painter.fontMetrics()
    ground = QColor(palette.base().color())
    ground.setAlpha(205)
    for place, name in words:
        there = transform.map(place)
        width = metrics.horizontalAdvance(name)
        left = there.x() - width / 2 if centred else there.x() + 12
        box = QRectF(left - 3, there.y() - metrics.height() / 2, width + 6, metrics.height())
        if not QRectF(painter.viewport()).intersects(box):
            continue
        painter.fillRect(box, ground)
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
    painter.restore()
