"""Logic as people type it: full-width signs, smart quotes, hard spaces, `==`, `AND`; what can be read stays."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from fieldapp.errors import FormError
from fieldapp.forms.expressions.parser import parse
from fieldapp.forms.importing.arguments import without_extra
from fieldapp.forms.importing.columns import LOGIC, meaning
from fieldapp.forms.importing.sheets import Book, mark

_REFERENCE = re.compile(r"\$\{[^{}]*\}")
_QUOTED = re.compile(r"('[^']*'|\"[^\"]*\")")
_YES = frozenset("y ja oui sí si sim 是 对 yes! yes. x".split())
_NO = frozenset("n nein non não nao 否 不 不是 no! no.".split())
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_NOTHING = re.compile(r"[\u200b-\u200f\u2060\ufeff]")
_QUOTES = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "＇": "'", "＂": '"', "`": "'"}
)
_SMART = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})
_WIDE = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {"−": "-", "–": "-", "—": "-", "×": "*", "÷": " div ", "≥": ">=", "≤": "<=", "≠": "!=", "、": ","}
)
_WORDS = re.compile(r"(?<![\w.$/{-])(and|or|div|mod)(?![\w.(-])", re.I)
_DIVIDED = re.compile(r"(?<=[}\d).])\s*/\s*(?=[$(\d.])")
# A constraint may leave out what it compares: `>0`, `. > 0 and < 100`. It is the answer.
_NO_LEFT = re.compile(r"(^\s*|(?<=[\s)])(?:and|or)\s+|\(\s*)(?=[<>]|!?=)")
_CALLED = re.compile(r"(?<![\w:.-])([A-Za-z][\w:-]*)(?=\s*\()")


def repair_logic(book: Book) -> None:
    """Put logic right that cannot be read as it stands; what can be read is left as it is."""
    survey = book.sheet("survey")
    logic = [column for column in survey.header if meaning(column) in LOGIC and not _is_words(column)]
    for number, row in survey:
        for column in logic:
            old = row.get(column)
            new = None if old is None else respelt(old, meaning(column))
            if new is not None and new != old:
                row[column] = new
                book.note(mark("“{old}” was read as “{new}”.", "survey", number, column, old=old, new=new))


def _is_words(column: str) -> bool:
    return "msg" in column.lower() or "message" in column.lower()


def respelt(text: str, column: str) -> str:
    """The expression in a spelling that can be read, or `text` when it can be already or no repair helps."""
    if column in ("required", "read_only"):
        word = text.strip().lower()
        if word in _YES | _NO:
            return "yes" if word in _YES else "no"
    if _reads(text):
        return without_extra(_called_right(text))
    new = _with_answer(text) if column == "constraint" else text
    if new != text and _reads(new):
        return without_extra(_called_right(new))
    for fix in _FIXES:
        new = fix(new)
        if new != text and _reads(new):
            return without_extra(_called_right(new)).strip()
    for closed in _closings(new):
        if _reads(closed):
            return without_extra(_called_right(closed)).strip()
    return text


def _with_answer(text: str) -> str:
    return _outside(text, lambda part: _NO_LEFT.sub(r"\1. ", part))


def _reads(text: str) -> bool:
    """Whether the engine reads it; pyxform itself makes smart quotes straight."""
    try:
        parse(_REFERENCE.sub(" /a ", text.translate(_SMART)).strip())
    except FormError:
        return False
    return True


def _outside(text: str, change: Callable[[str], str]) -> str:
    """Change what stands outside of quotes."""
    parts = _QUOTED.split(text)
    return "".join(part if at % 2 else change(part) for at, part in enumerate(parts))


def _called_right(text: str) -> str:
    """Functions in the case they are written in: `TODAY()` → `today()`."""

    def rename(found: re.Match[str]) -> str:
        name = found.group(1)
        return name if name in _functions().values() else _functions().get(name.lower(), name)

    return _outside(text, lambda part: _CALLED.sub(rename, part))


@cache
def _functions() -> dict[str, str]:
    from fieldapp.forms.expressions import compiler  # noqa: F401  (declares the functions)
    from fieldapp.forms.expressions.registry import FUNCTIONS

    return {name.lower(): name for name in FUNCTIONS}


def _unescaped(part: str) -> str:
    """Signs that were written as entities once too often."""
    for entity, sign in (("&gt;", ">"), ("&lt;", "<"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        part = part.replace(entity, sign)
    return part


def _signs(part: str) -> str:
    for wrong, right in (
        ("==", "="),
        ("=>", ">="),
        ("=<", "<="),
        ("<>", "!="),
        ("&&", " and "),
        ("||", " or "),
    ):
        part = part.replace(wrong, right)
    return part


_FIXES: tuple[Callable[[str], str], ...] = (
    lambda text: _outside(text, _unescaped),
    lambda text: _SPACES.sub(" ", _NOTHING.sub("", text)),
    lambda text: text.translate(_QUOTES),
    lambda text: _outside(text, lambda part: part.translate(_WIDE)),
    lambda text: _outside(text, _signs),
    lambda text: _outside(text, lambda part: _WORDS.sub(lambda found: f" {found.group(1).lower()} ", part)),
    lambda text: text.strip().lstrip("=").strip(),
    lambda text: _outside(text, lambda part: _DIVIDED.sub(" div ", part)),
    lambda text: text.rstrip("; \n,"),
    lambda text: _outside(text, lambda part: part.replace(";", ",")),
    lambda text: _outside(text, lambda part: re.sub(r",(\s*)(?=\))", r"\1", part)),
    lambda text: _outside(text, lambda part: re.sub(r"\)(\s+)(?=[a-z][\w:-]*\()", r"),\1", part)),
    lambda text: _outside(text, lambda part: re.sub(r"\$\(\s*([\w.-]+)\s*\)", r"${\1}", part)),
    lambda text: _outside(text, lambda part: re.sub(r"#\{", "${", part)),
    lambda text: re.sub(r"\bnot\s+(?=\$\{)", "not ", text),
    lambda text: re.sub(r"\s(and|or)\s*$", "", text),
)


def _closings(text: str) -> Iterator[str]:
    """Parentheses that were forgotten at the end, or are too many there."""
    plain = _QUOTED.sub("", text)
    missing = plain.count("(") - plain.count(")")
    if 0 < missing <= 3:
        yield text.rstrip() + ")" * missing
    trimmed = text.rstrip()
    for _ in range(min(-missing, 3)):
        trimmed = trimmed.removesuffix(")").rstrip()
        yield trimmed
