"""Words one or two letters away from a known one, as a hand slips: `interger`, `selct_one`, `Requird`."""

from collections.abc import Iterable
from difflib import get_close_matches

ALIKE = 0.85
"""How much of two words is the same: `txt` and `text` 0.86, `interge` and `integer` 0.86, `test` and `text` 0.75."""
SHORTEST = 3


def near(word: str, known: Iterable[str]) -> str:
    """The known word that is meant; empty where none is near. A word with a figure in it is one of a row, no slip."""
    if len(word) < SHORTEST or any(letter.isdigit() for letter in word):
        return ""
    return next(iter(get_close_matches(word, list(known), 1, ALIKE)), "")
