"""A document cut into pieces that a page takes whole: lines of notes, rows of grids and tables, rows of signatures.

A piece knows its height and paints itself at a given top; a table's pieces carry their heading, to be painted again
on the next page.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QPainter

from fieldapp.reports.document import (
    Block,
    Heading,
    Note,
    Pair,
    Pairs,
    Questions,
    Signatures,
    Symbol,
    Table,
)
from fieldapp_paper.measure import (
    BODY_WIDTH,
    HAIR,
    LEFT,
    MM,
    PADDING,
    Paragraph,
    Type,
    rectangle,
    vertical,
)

NOTE, LABEL, VALUE, HEADING = Type(8.5), Type(8.5), Type(10), Type(11.5, bold=True)
LARGE_LABEL, LARGE_VALUE = Type(13), Type(20, bold=True)
LINES_AT_MOST = 40
ROWS_TOGETHER = 8
"""A grid of no more rows than this is not cut by a page."""


@dataclass(frozen=True)
class Piece:
    """`paint(painter, top)`; `keep`: never the last piece of a page; `again`: painted first on a new page."""

    height: float
    paint: Callable[[QPainter, float], None]
    keep: bool = False
    again: "Piece | None" = None


def pieces_of(block: Block) -> Iterator[Piece]:
    """The pieces of one block, from top to bottom."""
    from fieldapp_paper.questions import question_pieces
    from fieldapp_paper.signatures import signature_pieces
    from fieldapp_paper.symbols import symbol_piece
    from fieldapp_paper.tables import table_pieces

    match block:
        case Heading():
            yield _heading(block)
        case Note():
            yield from note_pieces(block.text)
        case Pairs():
            yield from _grid(block)
        case Table():
            yield from table_pieces(block)
        case Signatures():
            yield from signature_pieces(block)
        case Questions():
            yield from question_pieces(block)
        case Symbol():
            yield symbol_piece(block)


def space(height: float) -> Piece:
    """White between blocks."""
    return Piece(height, lambda painter, top: None)


def note_pieces(text: str) -> Iterator[Piece]:
    """A small paragraph, a piece for each line."""
    words = Paragraph(text, NOTE, BODY_WIDTH)
    for number in range(words.lines):
        yield Piece(words.leading, lambda p, top, n=number: words.draw(p, LEFT, top, n, n + 1))  # type: ignore[misc]


def _heading(block: Heading) -> Piece:
    words = Paragraph(block.text, HEADING, BODY_WIDTH)
    above = 2.5 * MM
    return Piece(
        above + words.height + 0.8 * MM,
        lambda painter, top: words.draw(painter, LEFT, top + above),
        keep=True,
    )


def _grid(block: Pairs) -> Iterator[Piece]:
    rows = list(_grid_rows(block))
    for number, row in enumerate(rows):
        last = number == len(rows) - 1
        yield _grid_row(row, block, keep=not last and len(rows) <= ROWS_TOGETHER)


def _grid_rows(block: Pairs) -> Iterator[tuple[Pair, ...]]:
    row: list[Pair] = []
    used = 0
    for pair in block.items:
        span = min(pair.span, block.columns)
        if used + span > block.columns:
            yield tuple(row)
            row, used = [], 0
        row.append(pair)
        used += span
    if row:
        yield tuple(row)


def _grid_row(row: tuple[Pair, ...], block: Pairs, *, keep: bool) -> Piece:
    unit = BODY_WIDTH / block.columns
    label_width = min(unit * 0.4, (45 if block.large else 30) * MM)
    kinds = (LARGE_LABEL, LARGE_VALUE) if block.large else (LABEL, VALUE)
    placed: list[tuple[float, float, Paragraph, Paragraph]] = []
    x = LEFT
    for pair in row:
        width = unit * min(pair.span, block.columns)
        if pair is row[-1]:
            width = LEFT + BODY_WIDTH - x
        label = Paragraph(pair.label, kinds[0], label_width - 2 * PADDING)
        value = Paragraph(pair.value, kinds[1], width - label_width - 2 * PADDING)
        placed.append((x, width, label, value))
        x += width
    air = 4 * MM if block.large else 2 * PADDING * 0.7
    height = max(max(label.height, value.height) for _, _, label, value in placed) + air

    def paint(painter: QPainter, top: float) -> None:
        for left, width, label, value in placed:
            rectangle(painter, left, top, width, height, HAIR)
            vertical(painter, left + label_width, top, top + height, HAIR)
            label.draw(painter, left + PADDING, top + (height - label.height) / 2)
            value.draw(painter, left + label_width + PADDING, top + (height - value.height) / 2)

    return Piece(height, paint, keep=keep)
