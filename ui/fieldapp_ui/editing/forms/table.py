"""A repeat as a table: which questions of a row are its columns, and how a pasted cell is read. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fieldapp.domain.pinyin import fold
from fieldapp.forms import NodeState
from fieldapp_ui.editing.forms.plan import RANGE
from fieldapp_ui.editing.forms.reading import FormReading
from fieldapp_ui.fields.answers.codes import codes_of
from fieldapp_ui.fields.answers.figures_read import plain_figure
from fieldapp_ui.fields.answers.moment_read import date_answer
from fieldapp_ui.fields.answers.words import plain

MOST_COLUMNS = 60
"""More than fit scroll sideways; what stands behind so many is filled on the row's page."""
CELL = "#cell"
"""Behind a reference: the worker is at this question in the table, not on the row's page."""
FIGURES = ("int", "integer", "long", "decimal", "double", "float")
_PLACES = ("geopoint", "geotrace", "geoshape", "binary")
_LARGE = ("multiline", "textarea", "image-map", "likert", "map")
_BETWEEN = re.compile(r"[、,，;；\s]+")


@dataclass(frozen=True)
class TableColumn:
    """A question of each row: its path within the row, such as `/name`, and its heading."""

    path: str
    heading: str


@dataclass(frozen=True)
class Table:
    """The columns of a repeat; `whole`: they are all that a row asks, so nobody needs the row's page."""

    range_ref: str
    columns: tuple[TableColumn, ...] = ()
    whole: bool = False


def table_of(reading: FormReading, range_ref: str) -> Table:
    """The table of a repeat as its first row tells it; without rows it has no columns."""
    rows = reading.rows(range_ref)
    asked = reading.asked_in(rows[0]) if rows else ()
    simple = [ref for ref in asked if is_simple(reading.node(ref))]
    columns = tuple(
        TableColumn(ref.removeprefix(rows[0]), plain(reading.node(ref).label) or reading.node(ref).name)
        for ref in simple[:MOST_COLUMNS]
    )
    return Table(
        range_ref, columns, bool(columns) and len(columns) == len(asked) and not _has_inner(reading, rows[0])
    )


def table_with(reading: FormReading, ref: str) -> Table | None:
    """The table in which a question is answered: its row's, when that shows all of a row; else None."""
    row = ref[: ref.rfind("]") + 1]
    if not row or not reading.has(row):
        return None
    table = table_of(reading, row[: row.rfind("[")] + RANGE)
    return table if table.whole else None


def is_simple(node: NodeState) -> bool:
    """Whether a question can be answered in a cell."""
    words = node.appearance.split()
    return (
        node.kind in ("input", "select", "range", "trigger")
        and node.type not in _PLACES
        and not any(word in _LARGE for word in words)
    )


def pasted_answer(node: NodeState, text: str) -> str | None:
    """A pasted cell as the question's raw answer: choices by label, value or code, dates and figures in any spelling.

    None for what cannot be read.
    """
    text = text.strip()
    if not text or (node.kind == "input" and node.type == "string"):
        return text
    if node.kind == "select":
        return _chosen(node, text)
    if node.type == "date":
        return date_answer(text, node.appearance)
    if node.type in FIGURES:
        figure = plain_figure(text)
        return figure if re.fullmatch(r"[-+]?\d+(\.\d+)?", figure) else None
    return text


def _chosen(node: NodeState, text: str) -> str | None:
    known: dict[str, str] = {}
    for choice, code in zip(node.choices, codes_of(node.choices), strict=True):
        for name in (code, fold(plain(choice.label)), choice.value):
            known[name] = choice.value
    parts: Sequence[str] = [text] if not node.multiple else [part for part in _BETWEEN.split(text) if part]
    values = [known.get(part) or known.get(fold(part)) for part in parts]
    return None if None in values else " ".join(value for value in values if value)


def _has_inner(reading: FormReading, row: str) -> bool:
    return any(section.kind == "rows" and section.ref.startswith(row + "/") for section in reading.sections)
