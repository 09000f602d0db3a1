"""The unit that a table's amounts are in: what a heading says of its column, and a title of the whole table.

The rule it holds: an amount is never taken for yuan where the table says otherwise; a title that names two units is no
answer, and the column has to say its own.
"""

import re
from collections.abc import Iterable, Sequence

from fieldapp.domain.pinyin import fold
from fieldapp.register.workbook import Cell

YUAN = "元"
POWERS = {
    YUAN: 0,
    "十元": 1,
    "百元": 2,
    "千元": 3,
    "万元": 4,
    "十万元": 5,
    "百万元": 6,
    "千万元": 7,
    "亿元": 8,
}
"""Units of money by the power of ten that makes yuan of them."""
_UNIT = re.compile(r"[十百千万亿]*元")
_LARGER = re.compile(r"[十百千万亿]+元")
_PLAIN = re.compile(r"[(\[【:：]\s*元|元\s*[)\]】]?\s*$|元/")
_SAID = re.compile(r"单位\s*(?:[:：为是]|\s)?\s*([^)\]】;；]{0,24})")
_BRACKETED = re.compile(r"[(\[【]\s*([十百千万亿]*元)\s*[)\]】]")
_TITLE_TEXTS = 4
"""A row with more different texts than this is a row of headings for groups of columns, not of titles."""


def unit_of_heading(heading: str) -> str:
    """The unit a column's heading names, "" where it names none."""
    text = fold(heading)
    larger = _LARGER.search(text)
    if larger and larger[0] in POWERS:
        return larger[0]
    return YUAN if _PLAIN.search(text) else ""


def units_of_titles(rows: Iterable[Sequence[Cell]]) -> frozenset[str]:
    """The units that the rows above a heading name ("单位：万元", "（万元）"); more than one is no answer."""
    found: set[str] = set()
    for row in rows:
        texts = {fold(cell) for cell in row if isinstance(cell, str) and cell.strip()}
        if len(texts) > _TITLE_TEXTS:
            continue
        for text in texts:
            said = " ".join((*_SAID.findall(text), *_BRACKETED.findall(text)))
            found.update(unit for unit in _UNIT.findall(said) if unit in POWERS)
    return frozenset(found)


def unit_of_amount(text: str) -> str:
    """The unit an amount carries itself, as 5.2万元; "" where it carries none."""
    unit = next(iter(_UNIT.findall(text.strip())[-1:]), "")
    return unit if unit in POWERS and text.strip().endswith(unit) else ""
