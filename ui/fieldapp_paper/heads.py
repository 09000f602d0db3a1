"""What stands around the body: title, unit and date line, the QR symbol of the check code, and the footer."""

from PySide6.QtGui import QPainter

from fieldapp.reports.document import CheckCode, Document
from fieldapp_paper.measure import (
    BODY_WIDTH,
    BOTTOM,
    FOOTER_HEIGHT,
    HAIR,
    LEFT,
    MM,
    PAGE_HEIGHT,
    Paragraph,
    Type,
    horizontal,
)
from fieldapp_paper.pieces import Piece
from fieldapp_paper.symbols import draw_modules

TITLE, LINE, SMALL = Type(17, bold=True), Type(9.5), Type(8)
SYMBOL = 17 * MM


def first_head(document: Document) -> Piece:
    """Title in the middle, unit at the left, date at the right, the QR symbol in the corner."""
    side = SYMBOL + 3 * MM if document.check else 0.0
    title = Paragraph(document.title, TITLE, BODY_WIDTH - 2 * side, "center")
    unit = Paragraph(document.unit, LINE, BODY_WIDTH * 0.6)
    dated = Paragraph(document.dated, LINE, BODY_WIDTH * 0.4, "right")
    lines_at = max(title.height + 2 * MM, SYMBOL + 4.5 * MM if document.check else 0)
    height = lines_at + max(unit.height, dated.height) + 1.5 * MM

    def paint(painter: QPainter, top: float) -> None:
        title.draw(painter, LEFT + side, top + (lines_at - title.height) / 2)
        unit.draw(painter, LEFT, top + lines_at)
        dated.draw(painter, LEFT + BODY_WIDTH * 0.6, top + lines_at)
        if document.check:
            _draw_check(painter, document.check, LEFT + BODY_WIDTH - SYMBOL, top)

    return Piece(height, paint)


def running_head(document: Document) -> Piece:
    """Title, unit, subject and date in one line, on the second page and after."""
    said = (document.title, document.unit, document.subject, document.dated)
    words = Paragraph("   ".join(text for text in said if text), SMALL, BODY_WIDTH)

    def paint(painter: QPainter, top: float) -> None:
        words.draw(painter, LEFT, top, 0, 1)
        horizontal(painter, top + words.leading, HAIR)

    return Piece(words.leading + 3 * MM, paint)


def draw_footer(painter: QPainter, document: Document, page: int, pages: int) -> None:
    """Who printed it and when; page x of y; the check code in figures."""
    top = PAGE_HEIGHT - BOTTOM - FOOTER_HEIGHT + 3 * MM
    horizontal(painter, top, HAIR)
    top += 1 * MM
    code = f"{document.check.caption} {document.check.text}" if document.check else ""
    third = BODY_WIDTH / 4
    Paragraph(document.footer, SMALL, 2 * third).draw(painter, LEFT, top, 0, 1)
    numbers = document.page_words.format(page=page, pages=pages)
    Paragraph(numbers, SMALL, third, "center").draw(painter, LEFT + 2 * third, top)
    Paragraph(code, SMALL, third, "right").draw(painter, LEFT + 3 * third, top)


def _draw_check(painter: QPainter, check: CheckCode, x: float, y: float) -> None:
    draw_modules(painter, check.modules, x, y, SYMBOL)
    Paragraph(check.text, SMALL, SYMBOL, "center").draw(painter, x, y + SYMBOL)
