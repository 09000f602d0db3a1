"""Boxes to sign in: the party, choices to tick, room for a name and a date, and what is already on record.

A drawn signature is painted as it was drawn, smaller, never without the line that says who recorded it.
"""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from fieldapp.reports.document import SignatureBox, Signatures
from fieldapp_paper.marks import draw_mark
from fieldapp_paper.measure import BODY_WIDTH, HAIR, LEFT, MM, POINT, Paragraph, Type, horizontal, rectangle
from fieldapp_paper.pieces import Piece

PARTY, CAPTION, RECORD = Type(10, bold=True), Type(9.5), Type(8.5)
INSET = 2 * MM
SIGN_HEIGHT, DATE_HEIGHT = 13 * MM, 8 * MM
TICK = 3.2 * MM


def signature_pieces(block: Signatures) -> Iterator[Piece]:
    """A piece for each row of boxes; the boxes of a row are as high as the highest."""
    width = BODY_WIDTH / block.columns
    for first in range(0, len(block.boxes), block.columns):
        row = [_Box(box, width) for box in block.boxes[first : first + block.columns]]
        height = max(box.height for box in row)
        yield Piece(height, _painting(row, width, height))


def _painting(row: list["_Box"], width: float, height: float) -> Callable[[QPainter, float], None]:
    def paint(painter: QPainter, top: float) -> None:
        for number, box in enumerate(row):
            left = LEFT + number * width
            rectangle(painter, left, top, width, height, HAIR)
            box.draw(painter, left + INSET, top + INSET, top + height - INSET)

    return paint


class _Box:
    """One box, measured once."""

    def __init__(self, box: SignatureBox, width: float) -> None:
        self._box = box
        self._room = width - 2 * INSET
        self._party = Paragraph(box.party, PARTY, self._room)
        self._choices = [Paragraph(text, CAPTION, self._room - TICK - INSET) for text in box.choices]
        self._lines = [Paragraph(text, RECORD, self._room - 2 * INSET) for text in box.lines]
        self._image = QImage.fromData(box.drawing) if box.drawing else QImage()

    @property
    def height(self) -> float:
        text = [self._party, *self._choices, *self._lines]
        return sum(each.height for each in text) + SIGN_HEIGHT + DATE_HEIGHT + 3 * INSET

    def draw(self, painter: QPainter, x: float, top: float, bottom: float) -> None:
        self._party.draw(painter, x, top)
        y = top + self._party.height
        for choice in self._choices:
            rectangle(painter, x, y + (choice.leading - TICK) / 2, TICK, TICK, HAIR)
            choice.draw(painter, x + TICK + INSET, y)
            y += choice.height
        for number, line in enumerate(self._lines):
            if number == 0:
                draw_mark(painter, self._box.mark, x, y + line.leading * 0.15, line.leading * 0.7)
            line.draw(painter, x + 2 * INSET, y)
            y += line.height
        sign_line = bottom - DATE_HEIGHT
        self._caption(painter, self._box.sign_caption, self._box.signer, x, sign_line)
        self._caption(painter, self._box.date_caption, self._box.signed_on, x, bottom)
        self._drawing(painter, x + 18 * MM, y, sign_line)

    def _caption(self, painter: QPainter, caption: str, value: str, x: float, line: float) -> None:
        words = Paragraph(caption, CAPTION, 18 * MM)
        words.draw(painter, x, line - words.leading)
        if value:
            Paragraph(value, CAPTION, self._room - 18 * MM).draw(painter, x + 18 * MM, line - words.leading)
        horizontal(painter, line, HAIR, x + 18 * MM, self._room - 18 * MM)

    def _drawing(self, painter: QPainter, x: float, top: float, line: float) -> None:
        if self._image.isNull():
            return
        high = max(min(line - 0.5 * POINT - top, SIGN_HEIGHT), 1)
        wide = min(high * self._image.width() / self._image.height(), self._room - 22 * MM)
        high = wide * self._image.height() / self._image.width()
        left = x + self._room - 18 * MM - wide
        painter.drawImage(QRectF(left, line - high, wide, high), self._image)
