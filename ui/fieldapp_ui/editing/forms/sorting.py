"""The order of a list's rows by one answer: figures by size, choices as the form lists them, words by pinyin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fieldapp.domain.pinyin import spell

if TYPE_CHECKING:
    from fieldapp.forms import NodeState
    from fieldapp_ui.editing.forms.reading import FormReading


def order_by(reading: FormReading, rows: Sequence[str], path: str) -> tuple[int, ...]:
    """Which row (from 0) comes first, second … by the answer at `path` within the row; blanks last.

    Rows that stand in that order already are turned round.
    """
    keys = [_key(reading.node(row + path)) if reading.has(row + path) else _BLANK for row in rows]
    places = range(len(rows))
    up = tuple(sorted(places, key=lambda place: keys[place]))
    if up != tuple(places):
        return up
    answered = [place for place in up if keys[place] != _BLANK]
    blank = [place for place in up if keys[place] == _BLANK]
    return (*sorted(answered, key=lambda place: keys[place], reverse=True), *blank)


_Key = tuple[int, float, str]
_BLANK: _Key = (1, 0.0, "")


def _key(node: NodeState) -> _Key:
    if not node.value:
        return _BLANK
    values = [choice.value for choice in node.choices]
    if node.value in values:
        return 0, float(values.index(node.value)), ""
    try:
        return 0, float(node.value), ""
    except ValueError:
        return 0, float("inf"), spell(node.value).full or node.value
