"""How a name is spelt and folded for searching: pinyin with the readings of surnames, one form for all widths."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from fieldapp.domain.han import TO_SIMPLIFIED
from fieldapp.domain.surnames import SURNAME_READINGS

_MARKS = {"\u0304", "\u0301", "\u030c", "\u0300", "\u0302"}
_U_UMLAUT = "\u0308"


@dataclass(frozen=True)
class Spelling:
    """`full` is a syllable for each character, "zhang san"; `initials` their first letters, "zs"."""

    full: str
    initials: str


def spell(name: str) -> Spelling:
    """The pinyin of a name without tones, ü written v; Latin letters and digits stay, other signs are left out.

    The first characters are read as a surname (单 shan, 尉迟 yu chi); the rest by the commonest reading.
    """
    plain = fold(name)
    syllables: list[str] = []
    for length in (2, 1):
        if reading := SURNAME_READINGS.get(plain[:length]):
            syllables, plain = reading.split(), plain[length:]
            break
    syllables += _syllables(plain)
    return Spelling(" ".join(syllables), "".join(syllable[0] for syllable in syllables))


def fold(text: str) -> str:
    """One form for searching: half width, lower case, simplified characters, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).lower().translate(TO_SIMPLIFIED).split())


def _syllables(plain: str) -> list[str]:
    table = _readings()
    found: list[str] = []
    word = ""
    for character in plain:
        if character.isascii() and character.isalnum():
            word += character
            continue
        if word:
            found.append(word)
            word = ""
        if reading := table.get(ord(character)):
            found.append(_toneless(reading))
    return [*found, word] if word else found


@cache
def _toneless(reading: str) -> str:
    first = unicodedata.normalize("NFD", reading.partition(",")[0])
    letters = "".join(letter for letter in first if letter not in _MARKS)
    return letters.replace(f"u{_U_UMLAUT}", "v").replace(f"e{_U_UMLAUT}", "e")


@cache
def _readings() -> Mapping[int, str]:
    # Loading the table takes a tenth of a second: only who searches pays for it.
    from pypinyin.pinyin_dict import pinyin_dict

    table: dict[int, str] = pinyin_dict
    return table
