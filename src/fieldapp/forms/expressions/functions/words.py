"""Texts: the string functions of XPath 1.0 and ODK."""

import base64
import binascii
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from fieldapp.errors import FormError
from fieldapp.forms.expressions.code import Code, as_text
from fieldapp.forms.expressions.registry import plain, special
from fieldapp.forms.expressions.syntax import SELF, Call, Literal, Path
from fieldapp.forms.expressions.values import Value, text_of, whole
from fieldapp.forms.expressions.world import World
from fieldapp.forms.limits import PATTERN_MEMORY

if TYPE_CHECKING:
    import re2

    from fieldapp.forms.expressions.compiler import Compiler

HERE = Path((SELF,))


@special("string", 0, 1)
def string(compiler: "Compiler", call: Call) -> Code:
    """XPath 1.0; of the context node without an argument."""
    return Code("text", compiler.text(call.arguments[0] if call.arguments else HERE))


@special("string-length", 0, 1)
def string_length(compiler: "Compiler", call: Call) -> Code:
    """XPath 1.0."""
    run = compiler.text(call.arguments[0] if call.arguments else HERE)
    return Code("number", lambda c: float(len(run(c))))


@special("normalize-space", 0, 1)
def normalize_space(compiler: "Compiler", call: Call) -> Code:
    """XPath 1.0."""
    run = compiler.text(call.arguments[0] if call.arguments else HERE)
    return Code("text", lambda c: re.sub(r"[ \t\r\n]+", " ", run(c)).strip(" "))


@plain("concat", "wa*", "text")
def concat(world: World, *values: Value) -> str:
    """ODK: nodes give all their texts."""
    return _joined(world, "", _all(values))


@plain("join", "wta*", "text")
def join(world: World, separator: str, *values: Value) -> str:
    """ODK: nodes give all their texts."""
    return _joined(world, separator, _all(values))


def _joined(world: World, separator: str, texts: list[str]) -> str:
    world.work.grow(sum(map(len, texts)) + len(separator) * len(texts))
    return separator.join(texts)


def _all(values: tuple[Value, ...]) -> list[str]:
    texts: list[str] = []
    for value in values:
        if isinstance(value, list):
            texts += [node.string() for node in value]
        else:
            texts.append(text_of(value))
    return texts


@plain("contains", "tt", "truth")
def contains(text: str, part: str) -> bool:
    """XPath 1.0."""
    return part in text


@plain("starts-with", "tt", "truth")
def starts_with(text: str, part: str) -> bool:
    """XPath 1.0."""
    return text.startswith(part)


@plain("ends-with", "tt", "truth")
def ends_with(text: str, part: str) -> bool:
    """ODK."""
    return text.endswith(part)


@plain("substring-before", "tt", "text")
def substring_before(text: str, part: str) -> str:
    """XPath 1.0."""
    return text[: max(text.find(part), 0)]


@plain("substring-after", "tt", "text")
def substring_after(text: str, part: str) -> str:
    """XPath 1.0."""
    at = text.find(part)
    return text[at + len(part) :] if at >= 0 else ""


@plain("substring", "tnn?", "text")
def substring(text: str, start: float, length: float | None = None) -> str:
    """XPath 1.0: positions from 1, both numbers rounded."""
    first = _rounded(start)
    last = float("inf") if length is None else first + _rounded(length)
    if not first < last:
        return ""
    return text[max(whole(first), 1) - 1 : None if last == float("inf") else max(whole(last) - 1, 0)]


def _rounded(number: float) -> float:
    finite = number == number and abs(number) != float("inf")
    return float((number + 0.5) // 1) if finite else number


@plain("substr", "tnn?", "text")
def substr(text: str, start: float, end: float | None = None) -> str:
    """ODK: from `start` (0 is the first letter, below 0 counts from the end) to before `end`."""
    if start != start or (end is not None and end != end):
        return ""
    return text[whole(start) : None if end is None else whole(end)]


@plain("translate", "ttt", "text")
def translate(text: str, letters: str, others: str) -> str:
    """XPath 1.0."""
    table: dict[int, str | None] = {}
    for at, letter in enumerate(letters):
        table.setdefault(ord(letter), others[at] if at < len(others) else None)
    return text.translate(table)


@plain("lower-case", "t", "text")
def lower_case(text: str) -> str:
    """XPath 2.0, used in the field."""
    return text.lower()


@plain("upper-case", "t", "text")
def upper_case(text: str) -> str:
    """XPath 2.0, used in the field."""
    return text.upper()


@plain("trim", "t", "text")
def trim(text: str) -> str:
    """CommCare."""
    return text.strip()


@plain("replace", "wttt", "text")
def replace(world: World, text: str, pattern: str, other: str) -> str:
    """CommCare: every match of a regular expression replaced."""
    found = _compiled(pattern)
    matches = sum(1 for _ in found.finditer(text))
    world.work.grow(len(text) + matches * len(other))
    try:
        return str(found.sub(other, text))
    except (ValueError, IndexError) as error:
        raise _wrong_pattern(other, str(error)) from error


@special("regex", 2)
def regex(compiler: "Compiler", call: Call) -> Code:
    """ODK: whether the pattern is found in the text (anchor it with ^ and $ to match the whole)."""
    text, pattern = (compiler.text(argument) for argument in call.arguments)
    written = call.arguments[1]
    if isinstance(written, Literal):
        search = _compiled(written.text).search
        return Code("truth", lambda c: search(text(c)) is not None)
    return Code("truth", lambda c: _compiled(pattern(c)).search(text(c)) is not None)


@lru_cache(maxsize=200)
def _compiled(pattern: str) -> "re2._Regexp":
    import re2

    options = re2.Options()
    options.log_errors = False
    options.max_mem = PATTERN_MEMORY
    try:
        return re2.compile(pattern, options)
    except (re2.error, UnicodeEncodeError) as error:
        said = error.args[0] if error.args and isinstance(error.args[0], bytes) else b""
        raise _wrong_pattern(pattern, said.decode("utf-8", "replace")) from error


def _wrong_pattern(pattern: str, reason: str) -> FormError:
    return FormError(
        "form.expression.regex",
        "The pattern “{pattern}” cannot be used: {reason}. Looking ahead or behind and repeating what a group "
        "found are not possible here; say it with several conditions.",
        pattern=pattern,
        reason=reason,
    )


@plain("base64-decode", "t", "text")
def base64_decode(text: str) -> str:
    """ODK: "" for what is no base64."""
    try:
        return base64.b64decode(text, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


@plain("base64-encode", "wt", "text")
def base64_encode(world: World, text: str) -> str:
    """ODK."""
    world.work.grow(2 * len(text))
    return base64.b64encode(text.encode()).decode()


def _grouped(text: str) -> str:
    """A text with more digits than any number has stays as it is."""
    return text if len(text) > 400 else re.sub(r"(?<=\d)(?=(?:\d{3})+(?!\d))(?<!\.\d)", ",", text)


@special("thousandsep", 1, 2)
def thousandsep(compiler: "Compiler", call: Call) -> Code:
    """Digits in groups of three."""
    run = as_text(compiler.read(compiler.compile(call.arguments[-1])))
    return Code("text", lambda c: _grouped(run(c)))
