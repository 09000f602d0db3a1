"""QR symbols on paper: black squares on white, and a symbol with words beside it as one piece of a page."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from fieldapp.reports.document import Symbol
from fieldapp_paper.measure import BODY_WIDTH, LEFT, MM, Paragraph, Type
from fieldapp_paper.pieces import Piece

Modules = tuple[tuple[bool, ...], ...]
SIDE, QUIET, WORDS = 52 * MM, 6 * MM, Type(11)


def draw_modules(painter: QPainter, modules: Modules, x: float, y: float, side: float) -> None:
    """A symbol `side` wide with its left upper corner at x, y."""
    size = side / max(len(modules), 1)
    # A little over each edge: printers leave white hairs between squares that only touch.
    over = size * 1.03
    # On a screen the edges fall on whole pixels, or every square would have a grey rim.
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            if dark:
                painter.drawRect(QRectF(x + column * size, y + row * size, over, over))
    painter.restore()


def symbol_piece(block: Symbol) -> Piece:
    """Never cut by a page."""
    left = LEFT + QUIET + SIDE + QUIET
    words = [Paragraph(text, WORDS, LEFT + BODY_WIDTH - left) for text in block.words]
    height = max(SIDE, sum(one.height + 2 * MM for one in words)) + 2 * QUIET

    def paint(painter: QPainter, top: float) -> None:
        draw_modules(painter, block.modules, LEFT + QUIET, top + QUIET, SIDE)
        y = top + QUIET
        for one in words:
            one.draw(painter, left, y)
            y += one.height + 2 * MM

    return Piece(height, paint)
