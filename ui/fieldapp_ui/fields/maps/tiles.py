"""Painting tiles into the part of the map's plane that is in view; a tile that is missing is cut from a coarser one."""

from collections import OrderedDict

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPixmap

from fieldapp_ui.fields.maps.ground import Tiles
from fieldapp_ui.fields.maps.projection import PLANE

_KEPT = 160
_MOST_AT_ONCE = 80
_LARGEST_SIDE = 1024
_COARSER = 5
_Key = tuple[int, int, int]


class TilePainter:
    """Keeps the pictures of the last tiles; a picture is read once while the map moves about it."""

    def __init__(self, tiles: Tiles) -> None:
        self._tiles = tiles
        self._kept: OrderedDict[_Key, QPixmap | None] = OrderedDict()

    def paint(self, painter: QPainter, seen: QRectF, zoom: float) -> None:
        """Fill `seen` (of the plane) as sharp as the file can."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        level = max(self._tiles.min_zoom, min(self._tiles.max_zoom, round(zoom)))
        side = PLANE / (1 << level)
        first, last = int(seen.left() // side), int(seen.right() // side)
        top, bottom = int(seen.top() // side), int(seen.bottom() // side)
        if (last - first + 1) * (bottom - top + 1) > _MOST_AT_ONCE:
            return  # zoomed out far beyond the coarsest tiles: the grid says enough
        for x in range(max(0, first), min((1 << level) - 1, last) + 1):
            for y in range(max(0, top), min((1 << level) - 1, bottom) + 1):
                self._paint_one(painter, QRectF(x * side, y * side, side, side), (level, x, y))

    def _paint_one(self, painter: QPainter, place: QRectF, key: _Key) -> None:
        level, x, y = key
        for up in range(min(_COARSER, level - self._tiles.min_zoom) + 1):
            picture = self._picture((level - up, x >> up, y >> up))
            if picture is not None:
                part = picture.width() / (1 << up)
                left, top = (x - (x >> up << up)) * part, (y - (y >> up << up)) * part
                painter.drawPixmap(place, picture, QRectF(left, top, part, part))
                return

    def _picture(self, key: _Key) -> QPixmap | None:
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        data = self._tiles.tile(*key)
        image = QImage.fromData(data) if data else QImage()
        usable = not image.isNull() and max(image.width(), image.height()) <= _LARGEST_SIDE
        self._kept[key] = QPixmap.fromImage(image) if usable else None
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return self._kept[key]
