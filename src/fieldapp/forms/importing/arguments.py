"""Arguments too many: what other programs overlook after the last one a function can take is left out."""

import re
from collections.abc import Iterator

# Functions whose further arguments cannot mean anything, and how many they take.
_TAKES = {"int": 1, "floor": 1, "ceiling": 1, "abs": 1, "today": 0, "now": 0, "true": 0, "false": 0}
_CALL = re.compile(rf"(?<![\w:.-])({'|'.join(_TAKES)})\s*\(")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


def without_extra(text: str) -> str:
    """The expression without the arguments that `_TAKES` has no place for; as it was when there are none."""
    at = 0
    while found := _CALL.search(_blanked(text), at):
        at = found.end()
        commas, end = _commas(_blanked(text), at)
        takes = _TAKES[found.group(1)]
        if end < 0 or not text[at:end].strip() or len(commas) < takes:
            continue
        cut = at if takes == 0 else next(iter(commas[takes - 1 :]), end)
        text = text[:cut] + text[end:]
    return text


def _blanked(text: str) -> str:
    """The same length with nothing inside of quotes."""
    return _QUOTED.sub(lambda quoted: "_" * len(quoted.group()), text)


def _commas(text: str, start: int) -> tuple[list[int], int]:
    """Where the commas between the arguments stand, and the bracket that closes them, or -1."""
    commas: list[int] = []
    depth = 0
    for at, letter in _signs(text, start):
        if letter in "([":
            depth += 1
        elif letter in ")]" and depth:
            depth -= 1
        elif letter == ")":
            return commas, at
        elif letter == "," and not depth:
            commas.append(at)
    return commas, -1


def _signs(text: str, start: int) -> Iterator[tuple[int, str]]:
    return ((at, letter) for at, letter in enumerate(text[start:], start) if letter in "()[],")
