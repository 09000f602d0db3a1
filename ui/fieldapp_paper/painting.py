"""Paints a document: on a painter of the screen, into a vector PDF, into a PNG; the same pages each time.

Needs a QGuiApplication (any platform, offscreen too) and a Chinese font. Files are written whole or not at all.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter

from fieldapp.errors import UserError
from fieldapp.reports.document import Document
from fieldapp_paper.measure import PAGE_HEIGHT, PAGE_WIDTH, UNITS_PER_INCH, PaperPainter
from fieldapp_paper.pages import Pages, lay_out
from fieldapp_paper.text_layer import complete_text_layer


def ensure_application() -> QGuiApplication:
    """The running application, or one without a screen, for the command line and the tests."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication([])


def paint(pages: Pages, painter: QPainter, number: int, target: QRectF) -> None:
    """Paint page `number` (from 0) so that its paper fills `target`; nothing outside is touched."""
    painter.save()
    painter.setClipRect(target)
    painter.fillRect(target, Qt.GlobalColor.white)
    painter.translate(target.topLeft())
    painter.scale(target.width() / PAGE_WIDTH, target.height() / PAGE_HEIGHT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    pages.paint(painter, number)
    painter.restore()


def page_image(pages: Pages, number: int, dpi: int = 110) -> QImage:
    """One page as a picture, for the preview and for PNG."""
    scale = dpi / UNITS_PER_INCH
    image = QImage(round(PAGE_WIDTH * scale), round(PAGE_HEIGHT * scale), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    painter = QPainter(image)
    try:
        paint(pages, painter, number, QRectF(image.rect()))
    finally:
        painter.end()
    return image


def pdf_bytes(documents: Iterable[Document]) -> tuple[bytes, int]:
    """Documents one after another as a vector PDF whose text can be searched, rare names too; and its pages."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    size = QPageSize(QSizeF(210, 297), QPageSize.Unit.Millimeter, "A4")
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    writer.setCreator("FieldApp")
    painter = PaperPainter(writer)
    count = 0
    try:
        for document in documents:
            pages = lay_out(document)
            for number in range(pages.count):
                if count:
                    writer.newPage()
                pages.paint(painter, number)
                count += 1
    finally:
        # A painter left open when its device goes takes the process with it.
        painter.end()
    return complete_text_layer(bytes(buffer.data().data()), painter.rare), count


def write_pdf(document: Document, path: Path) -> int:
    """Write a document as PDF, whole or not at all; returns the count of pages. Raises UserError."""
    return write_all_pdf((document,), path)


def write_all_pdf(documents: Iterable[Document], path: Path) -> int:
    """Write several documents into one PDF, each with its own page numbers. Raises UserError."""
    content, count = pdf_bytes(documents)
    _write(path, content)
    return count


def write_png(document: Document, path: Path, *, dpi: int = 150) -> tuple[Path, ...]:
    """Write one PNG for each page: `path`, then `path` with -2, -3 … before the ending. Raises UserError."""
    pages = lay_out(document)
    written: list[Path] = []
    for number in range(pages.count):
        file = path if number == 0 else path.with_stem(f"{path.stem}-{number + 1}")
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(page_image(pages, number, dpi))
        _write(file, bytes(buffer.data().data()))
        written.append(file)
    return tuple(written)


def _write(path: Path, content: bytes) -> None:
    waiting = path.with_name(f".{path.name}.part")
    try:
        with waiting.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        waiting.replace(path)
    except OSError as wrong:
        waiting.unlink(missing_ok=True)
        raise UserError(
            "paper.not_written",
            "{file} could not be written ({reason}). Choose another folder or free some space, then print again.",
            file=path,
            reason=wrong.strerror or type(wrong).__name__,
        ) from wrong
