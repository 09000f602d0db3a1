"""The measures of paper: one unit is 1/720 inch (a tenth of a point), the same on screen, in PDF and PNG.

Pens and margins are for a poor black-and-white laser printer: no fills, no greys, no line under half a point.
"""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPaintDevice,
    QPainter,
    QPen,
    QRawFont,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from fieldapp.reports.document import Align
from fieldapp_paper.fonts import load_paper_fonts, postscript_name

UNITS_PER_INCH = 720
POINT = 10.0
MM = UNITS_PER_INCH / 25.4

PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT, TOP, BOTTOM = 20 * MM, 15 * MM, 15 * MM, 14 * MM
BODY_WIDTH = PAGE_WIDTH - LEFT - RIGHT
FOOTER_HEIGHT = 8 * MM
BODY_BOTTOM = PAGE_HEIGHT - BOTTOM - FOOTER_HEIGHT

HAIR, RULE, HEAVY = 0.5 * POINT, 0.8 * POINT, 1.4 * POINT
PADDING = 1.2 * MM
LINE_HEIGHT = 1.45

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


@dataclass(frozen=True)
class Type:
    """A size of type in points; body 10, captions 8.5, titles above."""

    size: float = 9.5
    bold: bool = False


@cache
def font(kind: Type) -> QFont:
    """The font of a kind of type, sized in units and without hinting, so that lines break alike on every device."""
    made = QFont(list(load_paper_fonts()))
    made.setPixelSize(round(kind.size * POINT))
    made.setWeight(QFont.Weight.Bold if kind.bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.PreferOutline)
    return made


def pen(width: float) -> QPen:
    """A black pen with square ends, so that corners of boxes close."""
    made = QPen(Qt.GlobalColor.black, width)
    made.setCapStyle(Qt.PenCapStyle.SquareCap)
    made.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    return made


class PaperPainter(QPainter):
    """A painter that remembers the characters beyond U+FFFF in the order of painting, by face: see `text_layer`."""

    def __init__(self, device: QPaintDevice) -> None:
        super().__init__(device)
        self.rare: dict[str, list[str]] = {}

    def remember(self, text: str, kind: Type) -> None:
        """Note the rare characters of a painted line that the face itself can show."""
        for character in text:
            if ord(character) > 0xFFFF and QRawFont.fromFont(font(kind)).supportsCharacter(ord(character)):
                seen = self.rare.setdefault(postscript_name("bold" if kind.bold else "regular"), [])
                if character not in seen:
                    seen.append(character)


class Paragraph:
    """Text set in lines of a width: knows its height, paints all or some of its lines."""

    def __init__(self, text: str, kind: Type, width: float, align: Align = "left") -> None:
        self._kind = kind
        face = font(kind)
        metrics = QFontMetricsF(face)
        self.leading = kind.size * POINT * LINE_HEIGHT
        self._drop = (self.leading - metrics.height()) / 2
        self._layout = QTextLayout(text.replace("\n", "\u2028"), face)
        option = QTextOption(_ALIGN[align])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, kind.size * POINT))
            line.setPosition(QPointF(0, (self._layout.lineCount() - 1) * self.leading))
        self._layout.endLayout()
        self.lines = self._layout.lineCount()

    @property
    def height(self) -> float:
        return self.lines * self.leading

    @property
    def width(self) -> float:
        """The width of the widest line."""
        return max(
            (self._layout.lineAt(number).naturalTextWidth() for number in range(self.lines)), default=0.0
        )

    def draw(self, painter: QPainter, x: float, y: float, first: int = 0, last: int | None = None) -> None:
        """Paint lines `first` up to `last` with the top of the first at (x, y)."""
        painter.setPen(Qt.GlobalColor.black)
        for number in range(first, self.lines if last is None else min(last, self.lines)):
            line = self._layout.lineAt(number)
            line.draw(painter, QPointF(x, y + self._drop - first * self.leading))
            if isinstance(painter, PaperPainter):
                painter.remember(self._text_of(line), self._kind)

    def _text_of(self, line: QTextLine) -> str:
        # Qt counts in UTF-16, Python in characters.
        raw = self._layout.text().encode("utf-16-le")
        return raw[2 * line.textStart() : 2 * (line.textStart() + line.textLength())].decode(
            "utf-16-le", "ignore"
        )


def rectangle(painter: QPainter, x: float, y: float, width: float, height: float, line: float = HAIR) -> None:
    """An empty box."""
    painter.setPen(pen(line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(x, y, width, height))


def horizontal(
    painter: QPainter, y: float, line: float = HAIR, x: float = LEFT, width: float = BODY_WIDTH
) -> None:
    """A rule across the body, ending where it should."""
    made = pen(line)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(made)
    painter.drawLine(QPointF(x, y), QPointF(x + width, y))


def vertical(painter: QPainter, x: float, top: float, bottom: float, line: float = HAIR) -> None:
    """A rule down."""
    painter.setPen(pen(line))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
