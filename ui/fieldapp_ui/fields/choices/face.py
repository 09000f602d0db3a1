"""What one choice shows: its mark, the digits that choose it, its words (on several lines where need be), its picture.

Painted by hand from the palette: buttons of the toolkit break no lines, know no markdown and put no picture over words.
"""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetrics,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QTextDocument,
)

from fieldapp_ui.fields.answers.colour import edge_of, soft_ink
from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.fields.answers.words import plain, rich
from fieldapp_ui.fields.choices.mark import ChoiceState, paint_mark

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)
_TALL = 4000


class Face:
    """One choice on paper. `centred` puts the mark with its digit on top and the words under it (tables, likert)."""

    def __init__(
        self, code: str, words: str, picture: QPixmap | None, *, several: bool, marks: bool, centred: bool
    ) -> None:
        self.code, self.words = code, plain(words)
        self.picture = picture if picture is not None and not picture.isNull() else None
        self.code_width = 0
        self._several, self._marks, self._centred = several, marks, centred
        html = rich(words)
        self._document: QTextDocument | None = None
        if "<" in html:
            self._document = QTextDocument()
            self._document.setDocumentMargin(0)
            self._document.setHtml(html)

    def natural(self, metrics: QFontMetrics) -> int:
        """The width at which the words stand on one line."""
        text = metrics.horizontalAdvance(self.words) + scaled(2)
        if self._centred:
            return max(text, scaled(44)) + scaled(16)
        if self.picture is not None:
            text = max(text, self._picture_size().width())
        return self._left(metrics) + text + scaled(14)

    def height(self, metrics: QFontMetrics, width: int) -> int:
        """The height it takes at a width."""
        if self._centred:
            words = self._text_height(metrics, width - scaled(12)) + scaled(4) if self.words else 0
            return scaled(12) + scaled(26) + words + self._picture_room(width)
        room = self._text_height(metrics, width - self._left(metrics) - scaled(10))
        return max(scaled(36), room + scaled(12)) + self._picture_room()

    def mark_y(self, width: int) -> int:
        """How far from the top the middle of a centred mark stands."""
        return scaled(6) + self._picture_room(width) + scaled(13)

    def paint(
        self, painter: QPainter, palette: QPalette, metrics: QFontMetrics, box: QRect, held: ChoiceState
    ) -> None:
        """Draws it into a box."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, palette, box, held)
        ink = palette.color(
            QPalette.ColorGroup.Normal if held.enabled else QPalette.ColorGroup.Disabled,
            QPalette.ColorRole.Text,
        )
        soft = soft_ink(palette) if held.enabled else ink
        if self._centred:
            self._paint_centred(painter, palette, metrics, box, held, ink)
            return
        top = box.top() + scaled(6) + self._picture_room()
        if self.picture is not None:
            shown = QRect(box.topLeft(), self._picture_size())
            shown.translate(scaled(10), scaled(8))
            painter.drawPixmap(shown, self.picture)
        room = QRect(
            box.left() + self._left(metrics), top, box.width() - self._left(metrics) - scaled(10), _TALL
        )
        text = self._text_height(metrics, room.width())
        free = box.bottom() + 1 - box.top() - self._picture_room() - scaled(12) - text
        room.translate(0, max(0, free // 2))
        line = QRect(0, room.top(), scaled(16), metrics.lineSpacing())
        x = box.left() + scaled(10)
        if self._marks:
            centre = QPointF(x + scaled(8), line.center().y() + 0.5)
            paint_mark(painter, palette, centre, scaled(8), held, several=self._several)
            x += scaled(24)
        painter.setPen(soft)
        painter.drawText(
            QRect(x, room.top(), self._code_room(metrics) + 2, metrics.lineSpacing()), 0, self.code
        )
        self._paint_words(painter, metrics, room, text, ink, 0)

    def _paint_centred(
        self,
        painter: QPainter,
        palette: QPalette,
        metrics: QFontMetrics,
        box: QRect,
        held: ChoiceState,
        ink: QColor,
    ) -> None:
        top = box.top() + scaled(6)
        if self.picture is not None:
            size = self._picture_size(box.width())
            shown = QRect(box.center().x() - size.width() // 2, top, size.width(), size.height())
            painter.drawPixmap(shown, self.picture)
            top += self._picture_room(box.width())
        if self._marks:
            centre = QPointF(box.center().x() + 0.5, box.top() + self.mark_y(box.width()))
            paint_mark(painter, palette, centre, scaled(12), held, several=self._several, code=self.code)
        if self.words:
            width = box.width() - scaled(12)
            room = QRect(box.left() + scaled(6), top + scaled(30), width, _TALL)
            self._paint_words(painter, metrics, room, self._text_height(metrics, width), ink, 1)

    def _paint_ground(self, painter: QPainter, palette: QPalette, box: QRect, held: ChoiceState) -> None:
        accent = palette.color(QPalette.ColorRole.Accent)
        ground = QColor(accent)
        ground.setAlphaF(0.14 if held.taken else 0.06 if held.under else 0.0)
        edge = QPen(Qt.PenStyle.NoPen)
        if held.focused:
            edge = QPen(accent, scaled(2))
        elif held.taken and not self._marks:
            edge = QPen(accent, 1)
        elif not self._marks or (self.picture is not None and not self._centred):
            edge = QPen(edge_of(palette), 1)
        inset = max(1.0, edge.widthF() / 2)
        painter.setPen(edge)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), scaled(6), scaled(6))

    def _paint_words(
        self, painter: QPainter, metrics: QFontMetrics, room: QRect, height: int, ink: QColor, centred: int
    ) -> None:
        flags = _WRAP | int(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
        painter.setPen(ink)
        if self._document is None:
            painter.drawText(QRect(room.left(), room.top(), room.width(), height), flags, self.words)
            return
        self._document.setDefaultFont(painter.font())
        self._document.setTextWidth(room.width())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, ink)
        painter.save()
        painter.translate(room.topLeft())
        self._document.documentLayout().draw(painter, context)
        painter.restore()

    def _text_height(self, metrics: QFontMetrics, width: int) -> int:
        if not self.words or metrics.horizontalAdvance(self.words) <= width:
            return metrics.lineSpacing()
        return metrics.boundingRect(QRect(0, 0, max(1, width), _TALL), _WRAP, self.words).height()

    def _left(self, metrics: QFontMetrics) -> int:
        return scaled(10) + (scaled(24) if self._marks else 0) + self._code_room(metrics) + scaled(10)

    def _code_room(self, metrics: QFontMetrics) -> int:
        return max(self.code_width, metrics.horizontalAdvance(self.code))

    def _picture_size(self, cell: int = 0) -> QSize:
        """The picture's size in a cell of this width; in a cell of its own where none is told."""
        if self.picture is None:
            return QSize(0, 0)
        wide = min(scaled(140), cell - scaled(12)) if cell else scaled(140)
        return self.picture.size().scaled(max(1, wide), scaled(96), Qt.AspectRatioMode.KeepAspectRatio)

    def _picture_room(self, cell: int = 0) -> int:
        return self._picture_size(cell).height() + scaled(8) if self.picture is not None else 0
