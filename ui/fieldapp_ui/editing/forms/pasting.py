"""Rows from Excel or WPS pasted into a repeat's table: which answers they are, and which cells cannot be read. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fieldapp.forms import NodeState
from fieldapp_ui.editing.forms.plan import RANGE
from fieldapp_ui.editing.forms.reading import FormReading
from fieldapp_ui.editing.forms.table import Table, pasted_answer
from fieldapp_ui.language import tr

MOST_ROWS = 1_000


@dataclass(frozen=True)
class BadCell:
    """A pasted cell that is no answer: its row in the table (from 1), its column, what stands in it, and why."""

    row: int
    heading: str
    value: str
    why: str


@dataclass(frozen=True)
class Block:
    """The answers by reference, how many rows are needed more, the cells that cannot be read, and how many pasted rows
    have no place because the form counts the rows itself."""

    answers: Mapping[str, str] = field(default_factory=dict)
    more: int = 0
    bad: tuple[BadCell, ...] = ()
    beyond: int = 0


def read_block(reading: FormReading, table: Table, text: str, row: int, column: int, grows: bool) -> Block:
    """A block of cells set between tabs and line ends, from a row and column (from 0) of the table on."""
    lines = [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")][:MOST_ROWS]
    stem, there = table.range_ref.removesuffix(RANGE), len(reading.rows(table.range_ref))
    more = max(0, row + len(lines) - there)
    beyond = 0 if grows else more
    answers: dict[str, str] = {}
    bad: list[BadCell] = []
    for at, line in enumerate(lines[: len(lines) - beyond]):
        for column_at, cell in zip(table.columns[column:], line, strict=False):
            ref = f"{stem}[{row + at + 1}]{column_at.path}"
            # A row that is yet to come asks what the first row asks.
            like = ref if reading.has(ref) else f"{stem}[1]{column_at.path}"
            if row + at < there and not reading.is_asked(ref):
                continue
            raw = pasted_answer(reading.node(like), cell)
            if raw is None:
                why = _why(reading.node(like))
                bad.append(BadCell(row + at + 1, column_at.heading, cell.strip(), why))
            elif raw or row + at < there:
                answers[ref] = raw
    return Block(answers, 0 if beyond else more, tuple(bad), beyond)


def _why(node: NodeState) -> str:
    if node.kind == "select":
        return tr("None of the choices is called so.")
    return tr("This is no date.") if node.type == "date" else tr("This is no number.")
