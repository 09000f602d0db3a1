"""Documents laid out on A4 pages: title on the first, footer on each, a block's heading never alone at the foot.

`lay_out` measures once; the pages then paint to a screen, a PDF or a picture alike.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from fieldapp.reports.document import Document, Heading
from fieldapp_paper.heads import draw_footer, first_head, running_head
from fieldapp_paper.measure import BODY_BOTTOM, MM, TOP
from fieldapp_paper.pieces import Piece, note_pieces, pieces_of, space

GAP = 3 * MM


@dataclass(frozen=True)
class Placed:
    """A piece at its top edge, in units from the upper edge of the paper."""

    piece: Piece
    top: float


@dataclass(frozen=True)
class Pages:
    """A document laid out; `paint` one page with a painter whose unit is 1/720 inch."""

    document: Document
    pages: tuple[tuple[Placed, ...], ...]

    @property
    def count(self) -> int:
        return len(self.pages)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint page `number`, counted from 0, with the paper's corner at the origin."""
        for placed in self.pages[number]:
            placed.piece.paint(painter, placed.top)
        draw_footer(painter, self.document, number + 1, self.count)


def lay_out(document: Document) -> Pages:
    """The pages of a document; always at least one."""
    groups = list(_groups(_pieces(document)))
    pages: list[tuple[Placed, ...]] = []
    page: list[Placed] = [Placed(first_head(document), TOP)]
    top = TOP + page[0].piece.height
    for group in groups:
        if top + sum(piece.height for piece in group) > BODY_BOTTOM and len(page) > 1:
            pages.append(tuple(page))
            page, top = [], TOP
            opening = [running_head(document)] + ([group[0].again] if group[0].again else [])
            for piece in opening:
                page.append(Placed(piece, top))
                top += piece.height
        for piece in group:
            page.append(Placed(piece, top))
            top += piece.height
    return Pages(document, (*pages, tuple(page)))


def _pieces(document: Document) -> Iterator[Piece]:
    for number, block in enumerate(document.blocks):
        if number and not isinstance(document.blocks[number - 1], Heading):
            yield space(GAP / 2)
        yield from pieces_of(block)
    if document.notes:
        yield space(GAP)
    for note in document.notes:
        yield from note_pieces(note)


def _groups(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Pieces that stay together: those kept with the next one, and that one."""
    group: list[Piece] = []
    for piece in pieces:
        group.append(piece)
        if not piece.keep:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)
