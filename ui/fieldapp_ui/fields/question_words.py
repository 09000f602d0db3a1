"""Labels of forms as rich text: bold, italics, headings and line breaks; everything else is shown as it stands.

A form comes from outside: no tag of its own reaches the label, so it can load nothing.
"""

import re
from html import escape

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_MARKS = (
    (re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*"), r"<b>\1</b>"),
    (re.compile(r"__(?=\S)(.+?)(?<=\S)__"), r"<b>\1</b>"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"<i>\1</i>"),
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])"), r"<i>\1</i>"),
    (re.compile(r"\[([^\]\n]+)\]\([^)\s]+\)"), r"<u>\1</u>"),
    (re.compile(r"^#{1,6}\s*(.+)$", re.MULTILINE), r"<b>\1</b>"),
)


def rich(text: str) -> str:
    """Markdown of a label as safe HTML for a QLabel. `rich("**A** & <b>b</b>")` → `<b>A</b> &amp; b`."""
    out = escape(_TAG.sub("", text).strip(), quote=False)
    for mark, html in _MARKS:
        out = mark.sub(html, out)
    return out.replace("\n", "<br>")


def plain(text: str) -> str:
    """The same words without any marks, on one line, for outlines and screen readers."""
    out = _TAG.sub("", text)
    for mark, _ in _MARKS:
        out = mark.sub(r"\1", out)
    return " ".join(out.split())
