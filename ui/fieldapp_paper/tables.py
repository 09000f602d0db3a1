"""Tables of a page: half-point lines, a heavier rule around the heading, numbers to the right, totals bold.

A row is painted whole; only one that is longer than `LINES_AT_MOST` lines continues in a row below, and on the next
page if it must: nothing is ever cut off.
"""

from collections.abc import Iterator

from PySide6.QtGui import QPainter

from fieldapp.reports.document import Align, Cell, Column, Table
from fieldapp_paper.marks import draw_mark
from fieldapp_paper.measure import (
    BODY_WIDTH,
    HAIR,
    HEAVY,
    LEFT,
    LINE_HEIGHT,
    MM,
    PADDING,
    POINT,
    Paragraph,
    Type,
    horizontal,
    vertical,
)
from fieldapp_paper.pieces import LINES_AT_MOST, Piece

HEAD_TYPE, CELL_TYPE, TOTAL_TYPE = Type(9, bold=True), Type(9), Type(9, bold=True)
MARK_SIZE = 9 * POINT
BLANK_HEIGHT = 8 * MM
LEADING = 9 * POINT * LINE_HEIGHT


def table_pieces(table: Table) -> Iterator[Piece]:
    """The heading (which each further page repeats), then the rows."""
    edges = _edges(table.columns)
    head = _head(table.columns, edges)
    yield head
    for row in table.rows:
        yield from _row(row, table, edges, head)
    for _ in range(table.blank_rows):
        yield _blank(edges, head)


def _edges(columns: tuple[Column, ...]) -> tuple[float, ...]:
    total = sum(column.width for column in columns)
    edges = [LEFT]
    for column in columns:
        edges.append(edges[-1] + BODY_WIDTH * column.width / total)
    return tuple(edges)


def _head(columns: tuple[Column, ...], edges: tuple[float, ...]) -> Piece:
    titles = [
        Paragraph(column.title, HEAD_TYPE, right - left - 2 * PADDING, column.align)
        for column, left, right in zip(columns, edges, edges[1:], strict=False)
    ]
    height = max(title.height for title in titles) + 2 * PADDING

    def paint(painter: QPainter, top: float) -> None:
        horizontal(painter, top, HEAVY)
        horizontal(painter, top + height, HEAVY)
        _verticals(painter, edges, top, height)
        for title, left in zip(titles, edges, strict=False):
            title.draw(painter, left + PADDING, top + (height - title.height) / 2)

    return Piece(height, paint, keep=True)


class _Words:
    """The words of a cell: its lead in bold, its text below, numbered through as lines of one height."""

    def __init__(self, cell: Cell, width: float, align: Align) -> None:
        parts = [(cell.lead, TOTAL_TYPE), (cell.text, TOTAL_TYPE if cell.bold else CELL_TYPE)]
        self._parts = [Paragraph(text, kind, width, align) for text, kind in parts if text]
        self.lines = sum(part.lines for part in self._parts)

    def draw(self, painter: QPainter, x: float, y: float, first: int, last: int) -> None:
        for part in self._parts:
            if first < part.lines and last > 0:
                part.draw(painter, x, y, max(first, 0), last)
                y += (min(last, part.lines) - max(first, 0)) * LEADING
            first, last = first - part.lines, last - part.lines


def _row(row: tuple[Cell, ...], table: Table, edges: tuple[float, ...], head: Piece) -> Iterator[Piece]:
    words: list[_Words] = []
    for cell, column, left, right in zip(row, table.columns, edges, edges[1:], strict=False):
        room = right - left - 2 * PADDING - (MARK_SIZE + PADDING if cell.mark else 0)
        words.append(_Words(cell, room, column.align))
    lines = max(max(paragraph.lines for paragraph in words), 1)
    for first in range(0, lines, LINES_AT_MOST):
        least = BLANK_HEIGHT if table.roomy else 0
        yield _part(row, words, edges, head, first, min(first + LINES_AT_MOST, lines), least)


def _part(
    row: tuple[Cell, ...],
    words: list[_Words],
    edges: tuple[float, ...],
    head: Piece,
    first: int,
    last: int,
    least: float,
) -> Piece:
    height = max((last - first) * LEADING + 1.6 * PADDING, least)

    def paint(painter: QPainter, top: float) -> None:
        for cell, paragraph, left in zip(row, words, edges, strict=False):
            x = left + PADDING
            if cell.mark and first == 0:
                draw_mark(painter, cell.mark, x, top + 0.8 * PADDING + (LEADING - MARK_SIZE) / 2, MARK_SIZE)
            paragraph.draw(
                painter, x + (MARK_SIZE + PADDING if cell.mark else 0), top + 0.8 * PADDING, first, last
            )
        _verticals(painter, edges, top, height)
        horizontal(painter, top + height, HAIR)

    return Piece(height, paint, again=head)


def _blank(edges: tuple[float, ...], head: Piece) -> Piece:
    def paint(painter: QPainter, top: float) -> None:
        _verticals(painter, edges, top, BLANK_HEIGHT)
        horizontal(painter, top + BLANK_HEIGHT, HAIR)

    return Piece(BLANK_HEIGHT, paint, again=head)


def _verticals(painter: QPainter, edges: tuple[float, ...], top: float, height: float) -> None:
    for edge in edges:
        vertical(painter, edge, top, top + height, HAIR)
