"""How a name is spelt and folded for searching: pinyin with the readings of surnames, one form for all widths."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from itertools import islice, product
from pathlib import Path

from fieldapp.domain.han import TO_SIMPLIFIED
from fieldapp.domain.polyphones import POLYPHONES
from fieldapp.domain.surnames import SURNAME_READINGS

_MARKS = {"\u0304", "\u0301", "\u030c", "\u0300", "\u0302"}
_U_UMLAUT = "\u0308"
_ENTRY = re.compile(rb'"(\d+)": "([^"]*)"')
_BEYOND = 0x110000
MOST_SPELLINGS = 8


@dataclass(frozen=True)
class Spelling:
    """`full` is a syllable for each character, "zhang san"; `initials` their first letters, "zs"."""

    full: str
    initials: str


def spell(name: str) -> Spelling:
    """The pinyin of a name without tones, ü written v; Latin letters and digits stay, other signs are left out.

    The first characters are read as a surname (单 shan, 尉迟 yu chi); the rest by the commonest reading.
    """
    return spellings(name)[0]


def spellings(name: str) -> tuple[Spelling, ...]:
    """Every way to spell a name with characters of several readings (长 chang, zhang), the commonest first; at most 8."""
    return tuple(
        Spelling(" ".join(way), "".join([syllable[0] for syllable in way])) for way in ways_to_spell(name)
    )


def ways_to_spell(name: str) -> tuple[tuple[str, ...], ...]:
    """`spellings` as their syllables."""
    written = _narrow(name)
    plain = written.translate(TO_SIMPLIFIED)
    syllables: list[tuple[str, ...]] = []
    for length in (2, 1):
        if reading := SURNAME_READINGS.get(plain[:length]):
            syllables, plain = [(syllable,) for syllable in reading.split()], plain[length:]
            break
    syllables += _syllables(plain, written[len(written) - len(plain) :])
    if max(map(len, syllables), default=1) == 1:
        return (tuple([reading for (reading,) in syllables]),)
    return tuple(islice(product(*syllables), MOST_SPELLINGS))


def fold(text: str) -> str:
    """One form for searching: half width, lower case, simplified characters, single spaces."""
    if text.isascii():
        return " ".join(text.lower().split())
    return _narrow(text).translate(TO_SIMPLIFIED)


def _narrow(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).lower().split())


def _syllables(plain: str, written: str) -> list[tuple[str, ...]]:
    """The readings of each character, the commonest first; a run of letters and digits is one syllable.

    A character that folds into one of another sound keeps its own reading beside (乾 qian, gan).
    """
    found: list[tuple[str, ...]] = []
    word = ""
    for character, own in zip(plain, written, strict=True):
        if character.isascii() and character.isalnum():
            word += character
            continue
        if word:
            found.append((word,))
            word = ""
        if readings := _readings_of(own, character):
            found.append(readings)
    return [*found, (word,)] if word else found


@cache
def _readings_of(own: str, character: str) -> tuple[str, ...]:
    """The readings of a character as it was written and as it is folded; there are some thousands in all."""
    readings = [_toneless(reading) for form in (own, character) if (reading := _reading_of(form))]
    return tuple(dict.fromkeys((*readings, *POLYPHONES.get(character, ())))) if readings else ()


def _toneless(reading: str) -> str:
    first = unicodedata.normalize("NFD", reading.partition(",")[0])
    letters = "".join(letter for letter in first if letter not in _MARKS)
    return letters.replace(f"u{_U_UMLAUT}", "v").replace(f"e{_U_UMLAUT}", "e")


def _reading_of(character: str) -> str:
    """What the table says of a character, "" where it does not know it.

    Its lines are sorted by number: half of what is left is passed over at each look, so none of it has to be unpacked.
    """
    table, number = _table(), ord(character)
    at = bisect_left(range(len(table)), number, key=lambda place: _entry_after(table, place)[0])
    found, reading = _entry_after(table, at)
    return reading if found == number else ""


def _entry_after(table: bytes, place: int) -> tuple[int, str]:
    found = _ENTRY.search(table, place)
    return (int(found[1]), found[2].decode()) if found else (_BEYOND, "")


@cache
def _table() -> bytes:
    # The table alone: the package around it reads a dictionary of phrases too, which takes a quarter of a second. And as
    # it is: as objects it would be 6 MB.
    package = find_spec("pypinyin")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("pypinyin", name="pypinyin")
    return Path(package.submodule_search_locations[0], "pinyin_dict.json").read_bytes()
