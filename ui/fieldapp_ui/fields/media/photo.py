"""Pictures as bytes: read the right way up, made smaller where the form says so, written again; sentences for the rest.

The rule it holds: the bytes of a photo are kept as they came unless it has to be turned or made smaller.
"""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QImageWriter, QPixmap

from fieldapp_ui.language import tr

MOST_PIXELS = 100_000_000
"""A larger picture would take the memory of a small laptop."""
JPEG_QUALITY = 88
_HEIC = (b"heic", b"heix", b"hevc", b"heif", b"mif1", b"msf1", b"avif")
_AS_IT_IS = (b"png", b"jpeg")


@dataclass(frozen=True)
class Picture:
    """A picture to keep: its bytes and what is seen of it."""

    data: bytes
    image: QImage


def read_picture(data: bytes, name: str, longest: int = 0) -> Picture | str:
    """The picture turned as the camera was held, at most `longest` pixels on its longer side (0: any); or a sentence."""
    device = _device(data)  # the reader does not keep it alive
    reader = QImageReader(device)
    reader.setAutoTransform(True)
    reader.setDecideFormatFromContent(True)
    form, size = bytes(reader.format().data()), reader.size()
    if size.isValid() and size.width() * size.height() > MOST_PIXELS:
        return tr("{file} has more than 100 million pixels. Choose a smaller copy.", file=name)
    turned = reader.transformation() != QImageIOHandler.Transformation.TransformationNone
    image = reader.read()
    if image.isNull():
        return _refusal(data, name)
    smaller = within(image, longest)
    if turned or smaller.size() != image.size() or form not in _AS_IT_IS:
        data = written(smaller, "png" if image.hasAlphaChannel() or form == b"png" else "jpeg")
    return Picture(data, smaller)


def picture_of(image: QImage, longest: int = 0) -> Picture:
    """A picture that came as pixels (clipboard, camera)."""
    smaller = within(image, longest)
    return Picture(written(smaller, "png" if image.hasAlphaChannel() else "jpeg"), smaller)


def within(image: QImage, longest: int) -> QImage:
    """The picture, smaller where its longer side has more than `longest` pixels (0: as it is)."""
    if longest <= 0 or max(image.width(), image.height()) <= longest:
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(QSize(longest, longest), keep, smooth)


def written(image: QImage, kind: str) -> bytes:
    """The picture as "png" or "jpeg"; nothing of the camera, its place or its owner goes along."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    writer.setQuality(JPEG_QUALITY if kind == "jpeg" else -1)
    bare = QImage(image)
    for key in bare.textKeys():
        bare.setText(key, "")
    writer.write(bare)
    buffer.close()
    return bytes(kept.data())


def seen(data: bytes, longest: int) -> QImage:
    """What a kept picture looks like, the right way up, at most `longest` pixels on its longer side; null for no picture.

    A large JPEG is read small at once, which takes a tenth of the time.
    """
    device = _device(data)
    reader = QImageReader(device)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def thumbnail(data: bytes, side: int, ratio: float = 1.0) -> QPixmap:
    """A kept picture at most `side` points wide and high; null for anything else."""
    small = QPixmap.fromImage(seen(data, round(side * ratio)))
    small.setDevicePixelRatio(ratio)
    return small


def longest_side(text: str) -> int:
    """The parameter `max-pixels` of a form; 0 where there is none or it is no number."""
    return int(text) if text.isascii() and text.isdecimal() else 0


def _device(data: bytes) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer


def _refusal(data: bytes, name: str) -> str:
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        return tr(
            "{file} is a HEIC photo, which this program cannot show. Send it from the phone as JPEG, or set the "
            "phone's camera to “Most compatible”.",
            file=name,
        )
    return tr("{file} is not a picture this program can show.", file=name)
