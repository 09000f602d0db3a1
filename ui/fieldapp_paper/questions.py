"""Questions to be answered by hand: number and words at the left, at the right boxes with their code digits, cells or
lines. Everything is empty shapes in black: what a pencil puts in is seen."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QPainter

from fieldapp.reports.document import Option, Question, Questions
from fieldapp_paper.measure import (
    BODY_WIDTH,
    HAIR,
    LEFT,
    MM,
    PADDING,
    Paragraph,
    Type,
    horizontal,
    rectangle,
)
from fieldapp_paper.pieces import Piece

WORDS, SMALL, NUMBER, CODE = Type(9.5), Type(8), Type(9.5, bold=True), Type(9)
NUMBER_WIDTH, WORDS_WIDTH = 9 * MM, 66 * MM
BOX, GAP = 3.4 * MM, 1.4 * MM
CELL_WIDTH, CELL_HEIGHT = 5.2 * MM, 6.4 * MM
LINE_HEIGHT = 8.5 * MM
LEAST = 8.5 * MM
AIR = 1.2 * MM
ANSWER_LEFT = LEFT + NUMBER_WIDTH + WORDS_WIDTH + 2 * MM
ANSWER_WIDTH = LEFT + BODY_WIDTH - ANSWER_LEFT

Draw = Callable[[QPainter, float], None]


def question_pieces(block: Questions) -> Iterator[Piece]:
    """A piece for each question, closed by a hairline."""
    for question in block.items:
        yield _piece(question)


def _piece(question: Question) -> Piece:
    number = Paragraph(question.number, NUMBER, NUMBER_WIDTH)
    words = [Paragraph(question.text, WORDS, WORDS_WIDTH)]
    words += [Paragraph(text, SMALL, WORDS_WIDTH) for text in (*question.small, question.known) if text]
    high, draw_answer = _answer(question)
    height = max(sum(part.height for part in words), high, LEAST) + 2 * AIR

    def paint(painter: QPainter, top: float) -> None:
        number.draw(painter, LEFT, top + AIR)
        y = top + AIR
        for part in words:
            part.draw(painter, LEFT + NUMBER_WIDTH, y)
            y += part.height
        draw_answer(painter, top + AIR)
        horizontal(painter, top + height, HAIR)

    return Piece(height, paint)


def _answer(question: Question) -> tuple[float, Draw]:
    if question.options:
        return _boxes(question.options)
    return _cells(question.cells) if question.cells else _lines(question.lines)


def _boxes(options: tuple[Option, ...]) -> tuple[float, Draw]:
    """Boxes flow from left to right; one that is longer than the room breaks its own lines."""
    placed: list[tuple[float, float, Paragraph]] = []
    x, y, line = 0.0, 0.0, 0.0
    for option in options:
        said = " ".join(text for text in (option.code, option.text) if text)
        said += f" → {option.leads_to}" if option.leads_to else ""
        room = ANSWER_WIDTH - BOX - GAP
        words = Paragraph(said, CODE, room)
        wide = BOX + GAP + min(words.width, room)
        if x and x + wide > ANSWER_WIDTH:
            x, y, line = 0.0, y + line, 0.0
        placed.append((x, y, words))
        x += wide + 4 * MM
        line = max(line, words.height + 0.8 * MM)

    def draw(painter: QPainter, top: float) -> None:
        for left, down, words in placed:
            box_top = top + down + (words.leading - BOX) / 2
            rectangle(painter, ANSWER_LEFT + left, box_top, BOX, BOX, HAIR)
            words.draw(painter, ANSWER_LEFT + left + BOX + GAP, top + down)

    return y + line, draw


def _cells(groups: tuple[tuple[int, str], ...]) -> tuple[float, Draw]:
    def draw(painter: QPainter, top: float) -> None:
        x = ANSWER_LEFT
        for count, behind in groups:
            for _ in range(count):
                rectangle(painter, x, top, CELL_WIDTH, CELL_HEIGHT, HAIR)
                x += CELL_WIDTH
            words = Paragraph(behind, WORDS, 20 * MM)
            words.draw(painter, x + PADDING / 2, top + (CELL_HEIGHT - words.leading) / 2)
            x += words.width + PADDING

    return CELL_HEIGHT, draw


def _lines(count: int) -> tuple[float, Draw]:
    def draw(painter: QPainter, top: float) -> None:
        for number in range(max(count, 1)):
            horizontal(painter, top + (number + 1) * LINE_HEIGHT - AIR, HAIR, ANSWER_LEFT, ANSWER_WIDTH)

    return max(count, 1) * LINE_HEIGHT, draw
