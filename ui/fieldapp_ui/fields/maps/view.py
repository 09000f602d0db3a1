"""A map to pick a place on: moved by arrows, mouse, wheel and fingers; Enter takes the place under the cross.

The rule it holds: the cross stays in the middle and the map moves under it, so that keys alone reach every place.
"""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QPinchGesture, QWidget

from fieldapp_ui.fields.answers.answer import BACK, ON, STAY, step_of
from fieldapp_ui.fields.maps.ground import Ground, Point
from fieldapp_ui.fields.maps.layers import LandmarkLayer, MarkLayer, OutlineLayer
from fieldapp_ui.fields.maps.marks import paint_cross, paint_grid, paint_scale
from fieldapp_ui.fields.maps.projection import DEEPEST, PLANE, fitting_zoom, from_plane, on_plane
from fieldapp_ui.fields.maps.tiles import TilePainter

NEAREST, FARTHEST, CLOSE = 20.0, 2.0, 16.0
_STEP = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CHINA: tuple[Point, ...] = ((53.0, 74.0), (18.5, 134.0))
_IN = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_PageUp)
_OUT = (Qt.Key.Key_Minus, Qt.Key.Key_Underscore, Qt.Key.Key_PageDown)


class MapView(QGraphicsView):
    """Signals: `taken(latitude, longitude)` Enter or a double click; `centred(latitude, longitude)` the map came to rest
    there; `moved(int)` Tab; `escaped()`; `deleted()` Delete; `pointed(latitude, longitude)` a click."""

    taken = Signal(float, float)
    centred = Signal(float, float)
    moved = Signal(int)
    escaped = Signal()
    deleted = Signal()
    pointed = Signal(float, float)

    def __init__(self, ground: Ground, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ground, self.zoom = ground, 4.0
        self.is_picking = True
        self._grabbed: QPoint | None = None
        self._dragged = False
        self._tiles = TilePainter(ground.tiles) if ground.tiles is not None else None
        scene = QGraphicsScene(0, 0, PLANE, PLANE, self)
        self.setScene(scene)
        scene.addItem(OutlineLayer(ground.outlines, self.palette()))
        scene.addItem(LandmarkLayer(ground.landmarks, self.palette(), self.font()))
        self._marks = MarkLayer(self.palette(), self.font())
        scene.addItem(self._marks)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for hide in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            hide(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        self._centre = QPointF(PLANE / 2, PLANE / 2)
        self._at_home = True
        self.go_home()

    def show_points(self, points: Sequence[Point], *, closed: bool = False, joined: bool = False) -> None:
        """The answer: one point, or several joined to a line or an area."""
        self._marks.put(points, closed=closed, joined=joined)
        self.viewport().update()

    def show_names(self, names: Sequence[str], chosen: frozenset[int]) -> None:
        """The names of the points shown, and which of them are taken."""
        self._marks.name(names, chosen)
        self.viewport().update()

    def place(self) -> Point:
        """What is under the cross, (latitude, longitude)."""
        return from_plane(self._centre.x(), self._centre.y())

    def go_to(self, point: Point, zoom: float | None = None) -> None:
        """Brings a place under the cross."""
        self._at_home = False
        self.zoom = self.zoom if zoom is None else zoom
        self._look_at(QPointF(*on_plane(*point)))

    def fit(self, points: Sequence[Point]) -> None:
        """Brings several places into view."""
        if not points:
            return
        room = self.viewport().size()
        self.zoom = fitting_zoom(room.width() * 0.8, room.height() * 0.8, tuple(points), CLOSE)
        placed = [on_plane(*point) for point in points]
        xs, ys = [x for x, _ in placed], [y for _, y in placed]
        self._look_at(QPointF((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2))

    def go_home(self) -> None:
        """The answer if there is one, else the village, else the map's own area, else the country."""
        near = [mark.point for mark in self.ground.landmarks]
        outlined = [point for outline in self.ground.outlines for point in outline.points]
        self.fit(self._marks.points or near or self.ground.home or outlined or _CHINA)
        self._at_home = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move by an eighth of the view, with Shift by a little; + and − zoom; Home shows all."""
        key = Qt.Key(event.key())
        if step_of(event) != STAY and self.is_picking:
            self.taken.emit(*self.place())
        elif step_of(event) != STAY:
            self.moved.emit(step_of(event))
        elif key in _STEP:
            small = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._shift(_STEP[key], 0.01 if small else 0.125)
        elif key in _IN or key in _OUT:
            self._zoom_by(1.0 if key in _IN else -1.0)
        elif key == Qt.Key.Key_Home:
            self.go_home()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab leaves the question."""
        self.moved.emit(ON if on else BACK)
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zooms the map that has the focus; over any other the page goes on scrolling."""
        if not self.hasFocus():
            event.ignore()
            return
        self._zoom_by(event.angleDelta().y() / 240, self.mapToScene(event.position().toPoint()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger or the mouse takes hold of the map."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed, self._dragged = event.position().toPoint(), False
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The map follows the hand."""
        if self._grabbed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        there = event.position().toPoint()
        if self._dragged or (there - self._grabbed).manhattanLength() > 6:
            moved = QPointF(there - self._grabbed) / self._scale()
            self._dragged, self._grabbed = True, there
            self._look_at(self._centre - moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click without a move brings that place under the cross."""
        if self._grabbed is not None and not self._dragged:
            there = self.mapToScene(event.position().toPoint())
            self.pointed.emit(*from_plane(there.x(), there.y()))
            if self.is_picking:
                self._look_at(there)
        self._grabbed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Takes the place under the pointer."""
        self._look_at(self.mapToScene(event.position().toPoint()))
        if self.is_picking:
            self.taken.emit(*self.place())

    def viewportEvent(self, event: QEvent) -> bool:
        """Two fingers zoom."""
        if event.type() == QEvent.Type.Gesture:
            pinch = event.gesture(Qt.GestureType.PinchGesture)  # type: ignore[attr-defined]
            if isinstance(pinch, QPinchGesture) and pinch.scaleFactor() > 0:
                self._zoom_by(math.log2(pinch.scaleFactor()))
                return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cross keeps its place; a map that nobody has moved fits the new size."""
        super().resizeEvent(event)
        if self._at_home:
            self.go_home()
        else:
            self._look_at(self._centre)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Paper, tiles where there are any, else the grid."""
        seen = QRectF(rect)
        painter.fillRect(seen, self.palette().base())
        if self._tiles is not None:
            self._tiles.paint(painter, seen, self.zoom)
        else:
            paint_grid(painter, seen, self.zoom, self.place()[0], self.palette())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Over the map: the scale, who made it, the cross, and the frame that shows the focus."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        credit = self.ground.tiles.credit if self.ground.tiles is not None else ""
        paint_scale(painter, self.viewport().rect(), self.place()[0], self.zoom, credit, self.palette())
        if self.is_picking:
            paint_cross(painter, self.viewport().rect(), self.palette(), strong=self.hasFocus())
        palette = self.palette()
        edge = palette.accent().color() if self.hasFocus() else palette.mid().color()
        width = 3 if self.hasFocus() else 1
        painter.setPen(edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for inset in range(width):
            painter.drawRect(self.viewport().rect().adjusted(inset, inset, -inset - 1, -inset - 1))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _scale(self) -> float:
        return float(2 ** (self.zoom - DEEPEST))

    def _shift(self, step: tuple[int, int], share: float) -> None:
        room = self.viewport().size()
        length = min(room.width(), room.height()) * share / self._scale()
        self._look_at(self._centre + QPointF(step[0] * length, step[1] * length))

    def _zoom_by(self, by: float, around: QPointF | None = None) -> None:
        before = self._scale()
        self.zoom = max(FARTHEST, min(NEAREST, self.zoom + by))
        if around is not None:
            share = before / self._scale()
            self._look_at(around + (self._centre - around) * share)
        else:
            self._look_at(self._centre)

    def _look_at(self, centre: QPointF) -> None:
        self._at_home = False
        self._centre = QPointF(min(PLANE, max(0.0, centre.x())), min(PLANE, max(0.0, centre.y())))
        self.setTransform(QTransform.fromScale(self._scale(), self._scale()))
        margin = max(self.viewport().width(), self.viewport().height()) / self._scale()
        self.setSceneRect(-margin, -margin, PLANE + 2 * margin, PLANE + 2 * margin)
        self.centerOn(self._centre)
        self.centred.emit(*self.place())
        self.viewport().update()
