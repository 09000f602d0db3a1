"""Where "go to" leads: questions found by number, name, words, pinyin or initials. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from fieldapp.domain.pinyin import Spelling, fold, spell
from fieldapp_ui.fields.answers.words import plain

if TYPE_CHECKING:
    from fieldapp_ui.editing.forms.titles import FormTitles


@dataclass(frozen=True)
class Hit:
    """A question that matches what was typed into "go to"; `number` is that of the paper, `31.2` in a second row."""

    ref: str
    number: str
    label: str


def find_questions(reading: FormTitles, text: str, most: int = 30) -> tuple[Hit, ...]:
    """Questions by number, name, words of the label, pinyin or initials."""
    wanted = fold(text).replace(" ", "")
    if not wanted:
        return ()
    hits = [
        Hit(ref, reading.number(ref), plain(reading.node(ref).label) or reading.node(ref).name)
        for ref in reading.plan.questions
        if reading.node(ref).relevant
    ]
    number = wanted.replace("/", ".").replace("-", ".")
    exact = [
        hit
        for hit in hits
        if number in (hit.number, hit.number.partition(".")[0])
        or reading.node(hit.ref).name.lower() == wanted
    ]
    found = [hit for hit in hits if hit not in exact and _matches(hit, reading.node(hit.ref).name, wanted)]
    return tuple((exact + found)[:most])


def _matches(hit: Hit, name: str, wanted: str) -> bool:
    label = fold(hit.label).replace(" ", "")
    if wanted in label or wanted in name.lower():
        return True
    if not wanted.isascii():
        return False
    spelling = _spelled(hit.label)
    return wanted in spelling.initials or wanted in spelling.full.replace(" ", "")


@lru_cache(maxsize=8192)
def _spelled(label: str) -> Spelling:
    """Spelling a thousand labels takes two frames: it is done at the first letter typed, not at each."""
    return spell(label)
