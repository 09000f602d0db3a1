"""Labels of forms as rich text: ODK's markdown with bold, italics, headings, lists, links in words and coloured spans.

A form comes from outside: no tag of its own reaches the label but a span's colour, so it can load nothing.
"""

import re
from functools import lru_cache
from html import escape

from fieldapp_ui.fields.answers.colour import legible

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_SPAN = re.compile(r"<(span|font)\s([^<>]{0,200})>([^<>]*)</\1>", re.IGNORECASE)
_COLOUR = re.compile(r"color\s*[:=]\s*[\"']?\s*(#[0-9a-fA-F]{3,8}|[a-zA-Z]{3,20})")
_BREAK = re.compile(r"<br\s*/?>|</?p>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~-])")
_MARKED = re.compile(r"[<\\*_\[#&\n]|^\s*(?:[-+]|\d+\.)\s", re.MULTILINE)
_MARKS = (
    (re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*"), r"<b>\1</b>"),
    (re.compile(r"__(?=\S)(.+?)(?<=\S)__"), r"<b>\1</b>"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"<i>\1</i>"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])"), r"<i>\1</i>"),
    (re.compile(r"\[([^\]\n]+)\]\([^)\s]+\)"), r"<u>\1</u>"),
    (re.compile(r"^#{1,2}\s+(.+)$", re.MULTILINE), r'<span style="font-size:large"><b>\1</b></span>'),
    (re.compile(r"^#{1,6}\s*(.+)$", re.MULTILINE), r"<b>\1</b>"),
    (re.compile(r"^\s*[-*+]\s+(?=\S)", re.MULTILINE), "•\u00a0"),
)
_LINK = re.compile(r"\[[^\]\n]+\]\(([^)\s]+)\)")
_CONTROLS = {number: None for number in range(32) if chr(number) not in "\n\t"}
_PRIVATE = 0xE000
"""Escaped marks wait in the private area of Unicode while the others are read."""


def rich(text: str) -> str:
    """Markdown of a label as safe HTML for a QLabel. `rich("**A** & <b>b</b>")` → `<b>A</b> &amp; b`."""
    if not _MARKED.search(text):
        return escape(text.strip(), quote=False)
    out = escape(_without_tags(_with_colours(_prepared(text))).strip(), quote=False)
    for mark, html in _MARKS:
        out = mark.sub(html, out)
    out = re.sub("\x01([^\x02]*)\x02", r'<span style="color:\1">', out).replace("\x03", "</span>")
    return _restored(out, escaped=True).replace("\n", "<br>")


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """The same words without any marks, on one line, for outlines and screen readers."""
    if not _MARKED.search(text):
        return " ".join(text.split())
    out = _without_tags(_prepared(text))
    for mark, html in _MARKS:
        out = mark.sub(r"\1" if r"\1" in html else html, out)
    return " ".join(_restored(out, escaped=False).replace("\u00a0", " ").split())


def addresses(text: str) -> tuple[str, ...]:
    """Where the links of a label lead: they are read, not followed."""
    return tuple(found[1] for found in _LINK.finditer(text))


def _prepared(text: str) -> str:
    text = _BREAK.sub("\n", text.translate(_CONTROLS))
    return _ESCAPED.sub(lambda found: chr(_PRIVATE + ord(found[1])), text)


def _with_colours(text: str) -> str:
    """Spans with a colour between marks of our own; the innermost first, a few levels deep."""
    for _ in range(4):
        text, count = _SPAN.subn(_coloured, text)
        if not count:
            break
    return text


def _coloured(found: "re.Match[str]") -> str:
    colour = _COLOUR.search(found[2])
    readable = legible(colour[1]) if colour else ""
    return f"\x01{readable}\x02{found[3]}\x03" if readable else found[3]


def _without_tags(text: str) -> str:
    return _TAG.sub("", text)


def _restored(text: str, *, escaped: bool) -> str:
    def mark(found: "re.Match[str]") -> str:
        letter = chr(ord(found[0]) - _PRIVATE)
        return escape(letter, quote=False) if escaped else letter

    return re.sub("[\ue000-\ue07f]", mark, text)
