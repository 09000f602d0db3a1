"""The small picture of a photo that travels before the photo does; made with images alone, so on any thread."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from fieldapp.store.files.thumbnails import LARGEST_THUMBNAIL
from fieldapp_ui.fields.media.photo import MOST_PIXELS, seen, within

_SIDES = (320, 240, 160, 96, 48)
"""Pixels of the longer side; a smaller one where the picture is too rich for the bytes."""
_QUALITIES = (75, 60, 45, 30)


def small_picture(data: bytes) -> bytes | None:
    """A JPEG of at most `LARGEST_THUMBNAIL` bytes, the right way up, with nothing of camera and place; None for what is
    no picture."""
    if _pixels(data) > MOST_PIXELS:
        return None
    image = seen(data, _SIDES[0])
    if image.isNull():
        return None
    flat = _on_white(within(image, _SIDES[0]))
    for side in _SIDES:
        smaller = within(flat, side)
        for quality in _QUALITIES:
            made = _jpeg(smaller, quality)
            if len(made) <= LARGEST_THUMBNAIL:
                return made
    return None


def _pixels(data: bytes) -> int:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    size = QImageReader(buffer).size()
    return size.width() * size.height() if size.isValid() else 0


def _on_white(image: QImage) -> QImage:
    """Without transparency, which a JPEG would show black."""
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    return flat


def _jpeg(image: QImage, quality: int) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", quality)  # type: ignore[call-overload]
    buffer.close()
    return bytes(kept.data())
