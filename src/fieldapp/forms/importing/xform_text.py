"""XForms as exporters write them: a wrong or missing encoding, entities of HTML, space before the first tag."""

import codecs
import html
import re

from fieldapp.errors import Finding, FormError, Where
from fieldapp.forms.importing.encodings import decode_text
from fieldapp.forms.reading.xml import read_xml

_DECLARED = re.compile(r"""\A\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["'][^>]*\?>""")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_LONE = re.compile(r"&(?!#?\w+;)")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})


def as_utf8(content: bytes, name: str) -> tuple[bytes, tuple[Finding, ...]]:
    """The XML in UTF-8 and what was repaired; XML that is good already comes back as it was."""
    findings = []
    place = Where(file=name)
    if not name.lower().endswith(".xml"):
        findings.append(
            Finding(
                "form.repair",
                "The file {file} is an XForm by its content; it was read as one.",
                {"file": name}, place, "repair",
            )
        )  # fmt: skip
    text, encoding = _decoded(content)
    if encoding:
        findings.append(
            Finding(
                "form.repair",
                "The text is not in the encoding it names; it was read as {encoding}.",
                {"encoding": encoding},
                place,
                "repair",
            )
        )
    plain = _DECLARATION.sub("", text.lstrip("\ufeff")).lstrip()
    if encoding or not _is_utf8(content) or not content.lstrip(codecs.BOM_UTF8).startswith(b"<"):
        content = plain.encode("utf-8", "replace")
    try:
        read_xml(content, "The form")
    except FormError as error:
        repaired = _LONE.sub("&amp;", _ENTITY.sub(_letter, plain)).encode("utf-8", "replace")
        if error.code != "form.xml.wrong" or repaired == content:
            raise
        findings.append(
            Finding(
                "form.repair",
                "Entities that XML does not know were read as the signs they mean.",
                {}, place, "repair",
            )
        )  # fmt: skip
        content = repaired
    return content, tuple(findings)


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(content: bytes) -> tuple[str, str]:
    """The text, and the encoding when it is another than the declared one."""
    text, encoding = decode_text(content)
    matched = _DECLARED.match(text.lstrip("\ufeff"))
    declared = matched.group(1).lower() if matched else "utf-8"
    try:
        said = codecs.lookup(declared).name
    except LookupError:
        return text, encoding.upper()
    plain_ascii = content.isascii()
    if (
        plain_ascii
        or (said == "utf-8" and encoding == "utf-8")
        or (said.startswith("utf-16") and encoding.startswith("utf-16"))
    ):
        return text, ""
    if encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be"):
        return text, encoding.upper()
    try:
        return content.decode(said), ""
    except (UnicodeDecodeError, LookupError):
        return text, encoding.upper()


def _letter(found: re.Match[str]) -> str:
    if found.group(1) in _OF_XML:
        return found.group()
    letter = html.unescape(found.group())
    return f"&amp;{found.group(1)};" if letter == found.group() else letter
