"""Where choices stand: in equal columns, packed one behind the other, or in equal cells of one line. Pure geometry."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fieldapp_ui.fields.answers.appearance import ChoiceLook

MOST_COLUMNS = 4
"""Where the form names no number of columns."""


@dataclass(frozen=True)
class Cells:
    """`boxes` as (x, y, width, height); `columns` in a row; `height` of all."""

    boxes: tuple[tuple[int, int, int, int], ...]
    columns: int
    height: int


Height = Callable[[int, int], int]
"""The height that a choice (by its place) takes at a width."""


def cells_of(look: ChoiceLook, natural: Sequence[int], height: Height, width: int, gap: int) -> Cells:
    """The cells at a width; `natural` are the widths at which the words stand on one line."""
    if not natural:
        return Cells((), 1, 0)
    if look.shape == "packed":
        return _packed(natural, height, width, gap)
    if look.shape != "columns":
        return _columns(len(natural), len(natural), height, width, 0)
    fitting = min(MOST_COLUMNS, (width + gap) // max(1, max(natural) + gap))
    return _columns(len(natural), look.columns or _balanced(len(natural), fitting), height, width, gap)


def _balanced(count: int, fitting: int) -> int:
    """Four choices where three fit stand two and two: no row is left with one alone where it need not be."""
    rows = -(-count // max(1, fitting))
    return -(-count // rows)


def _columns(count: int, columns: int, height: Height, width: int, gap: int) -> Cells:
    boxes: list[tuple[int, int, int, int]] = []
    top = 0
    for first in range(0, count, columns):
        row = range(first, min(count, first + columns))
        edges = [round(place * (width + gap) / columns) for place in range(columns + 1)]
        widths = [edges[place + 1] - edges[place] - gap for place in range(columns)]
        tallest = max(height(place, widths[place - first]) for place in row)
        boxes += [(edges[place - first], top, widths[place - first], tallest) for place in row]
        top += tallest + gap
    return Cells(tuple(boxes), columns, top - gap)


def _packed(natural: Sequence[int], height: Height, width: int, gap: int) -> Cells:
    boxes: list[tuple[int, int, int, int]] = []
    row: list[tuple[int, int, int]] = []
    top = x = widest_row = 0

    def close() -> None:
        nonlocal top, widest_row
        tallest = max(height(place, wide) for place, _, wide in row)
        boxes.extend((left, top, wide, tallest) for _, left, wide in row)
        widest_row = max(widest_row, len(row))
        top += tallest + gap
        row.clear()

    for place, wanted in enumerate(natural):
        wide = min(wanted, width)
        if row and x + wide > width:
            close()
            x = 0
        row.append((place, x, wide))
        x += wide + gap
    close()
    return Cells(tuple(boxes), widest_row, top - gap)
