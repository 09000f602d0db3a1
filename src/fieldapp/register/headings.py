"""The heading of a list: which row it is, and headings in one form, so that 户编号(必填) and 戶編號 are the same."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fieldapp.domain.pinyin import fold
from fieldapp.register.workbook import Cell, Sheet

_SIGNS = re.compile(r"[\s\-_*＊:：、,，.。;；/\\|·'\"“”‘’?？!！]+")
_BRACKETS = re.compile(r"[(（\[【<《〔{][^)）\]】>》〕}]*[)）\]】>》〕}]")
_LOOKED_AT = 30
_CODE_SHARE = 0.6


@dataclass(frozen=True)
class Headings:
    """`row` is the index of the heading row, `data` of the first row below it; `texts` has one text a column."""

    row: int
    data: int
    texts: tuple[str, ...]

    @property
    def signature(self) -> str:
        """Names a layout: the same headings in the same order, whatever their signs, brackets and script."""
        joined = "\n".join(core(text) for text in self.texts)
        return hashlib.sha256(joined.encode()).hexdigest()[:32]


def plain(heading: str) -> str:
    """A heading without signs, in simplified characters, small letters, half width; brackets keep their words."""
    return _SIGNS.sub("", re.sub(r"[(（\[【<《〔{)）\]】>》〕}]", "", fold(heading)))


def core(heading: str) -> str:
    """`plain` without what stands in brackets: units, 必填, examples."""
    return plain(_BRACKETS.sub("", heading)) or plain(heading)


def find_headings(
    sheet: Sheet, is_known: Callable[[str], bool], is_same: Callable[[str, str], bool]
) -> Headings | None:
    """The heading row among the first thirty: the one with most known texts, else the first full row of words.

    Titles above are passed over; a blank heading takes the word merged above it; a second heading row (national codes
    below the words) is passed over when most of it says the same as the heading above it (`is_same`): a household whose
    number is A1 is none. None where no row could be a heading.
    """
    rows = sheet.rows[:_LOOKED_AT]
    scores = [
        sum(1 for cell in row if isinstance(cell, str) and cell.strip() and is_known(cell)) for row in rows
    ]
    best = max(range(len(rows)), key=lambda at: (scores[at], -at), default=None)
    if best is None:
        return None
    if scores[best] == 0:
        found = next((at for at, row in enumerate(rows) if _could_be_heading(row)), None)
        if found is None:
            return None
        best = found
    texts = tuple(_text_above(rows, best, column) for column in range(sheet.width))
    after = best + 1
    while after < len(rows) and _is_heading_too(rows[after], texts, is_same):
        after += 1
    return Headings(best, after, texts)


def _text_above(rows: Sequence[Sequence[Cell]], at: int, column: int) -> str:
    own = str(rows[at][column]).strip()
    if own or at == 0:
        return own
    above = str(rows[at - 1][column]).strip()
    # A title over the whole table stands alone in its row; a group of columns has neighbours.
    neighbours = sum(1 for cell in rows[at - 1] if str(cell).strip())
    return above if neighbours > 1 else ""


def _could_be_heading(row: Sequence[Cell]) -> bool:
    words = [cell.strip() for cell in row if isinstance(cell, str) and cell.strip()]
    return (
        len(words) >= 2
        and len(set(words)) == len(words)
        and len(words) == sum(1 for c in row if str(c).strip())
    )


def _is_heading_too(row: Sequence[Cell], texts: Sequence[str], is_same: Callable[[str, str], bool]) -> bool:
    words = [(above, cell) for above, cell in zip(texts, row, strict=True) if str(cell).strip()]
    again = sum(1 for above, cell in words if isinstance(cell, str) and is_same(above, cell))
    return len(words) > 1 and again >= _CODE_SHARE * len(words)
