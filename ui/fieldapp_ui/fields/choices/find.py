"""Which choices of a long list match what is typed: code, words, pinyin or initials; best matches first."""

from collections.abc import Sequence
from functools import lru_cache

from fieldapp.domain.pinyin import fold, spell
from fieldapp.forms import Choice
from fieldapp_ui.fields.answers.words import plain


def matching(choices: Sequence[Choice], codes: Sequence[str], text: str) -> tuple[int, ...]:
    """The places of the choices that match, in the order: code, beginning of words or pinyin, anywhere."""
    wanted = fold(text).strip().replace(" ", "")
    if not wanted:
        return tuple(range(len(choices)))
    ranked = (
        (_rank(choice, code, wanted), place)
        for place, (choice, code) in enumerate(zip(choices, codes, strict=True))
    )
    return tuple(place for rank, place in sorted(ranked) if rank < _NO_MATCH)


def beginning(choices: Sequence[Choice], text: str) -> tuple[int, ...]:
    """The places of the choices whose words, pinyin or initials begin with what is typed, in the form's order."""
    wanted = fold(text).strip().replace(" ", "")
    if not wanted:
        return ()
    return tuple(place for place, choice in enumerate(choices) if _rank(choice, "", wanted) <= _BEGINS)


_BEGINS, _NO_MATCH = 2, 4


def _rank(choice: Choice, code: str, wanted: str) -> int:
    words, full, initials = _spelled(plain(choice.label) or choice.value)
    if wanted == code:
        return 0
    if code.startswith(wanted) or words.startswith(wanted):
        return 1
    if full.startswith(wanted) or initials.startswith(wanted):
        return _BEGINS
    return _BEGINS + 1 if wanted in words or wanted in full else _NO_MATCH


@lru_cache(maxsize=20_000)
def _spelled(label: str) -> tuple[str, str, str]:
    spelling = spell(label)
    return fold(label).replace(" ", ""), spelling.full.replace(" ", "").lower(), spelling.initials.lower()
