"""The text of an XML file before a parser sees it: a known encoding, no document type, not too many tags.

The parser is then given these very letters as UTF-8, so nothing can hide in an encoding that only it would guess.
"""

import codecs
import re

from fieldapp.errors import FormError
from fieldapp.forms.limits import LARGEST_XML, MOST_TAGS

_DECLARATION = re.compile(r"\s*<\?xml\s[^<>]*?\?>")
_ENCODING = re.compile(r"\sencoding\s*=\s*[\"']([A-Za-z][\w.:-]{0,40})[\"']")
_SPACE = re.compile(r"\s*")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_UNMARKED = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
# Each byte of a sign stands for itself in these, or they are what Chinese and Japanese computers write.
_KNOWN = re.compile(
    r"utf-8|ascii|utf-16(-[lb]e)?|iso8859-\d+|cp125\d|koi8-[ru]|mac-roman|gb2312|gbk|gb18030|big5\w*"
    r"|shift_jis|cp932|euc_(jp|kr)"
)


def read_xml_text(xml: bytes, name: str) -> str:
    """The letters of the file without its XML declaration. Raises FormError for what is refused unparsed."""
    if len(xml) > LARGEST_XML:
        raise FormError(
            "form.xml.size", "{name} is larger than {megabytes} MB.", name=name, megabytes=LARGEST_XML >> 20
        )
    mark, encoding = _encoding(xml, name)
    try:
        text = xml[mark:].decode(encoding)
    except UnicodeDecodeError as error:
        raise _wrong_encoding(name, encoding) from error
    if "\0" in text:
        raise _wrong_encoding(name, encoding)
    declaration = _DECLARATION.match(text)
    if declaration is not None:
        text = text[declaration.end() :]
    if _has_doctype(text):
        raise FormError(
            "form.xml.dtd",
            "{name} has a document type declaration, which is not allowed. Remove <!DOCTYPE …>.",
            name=name,
        )
    if text.count("<") > MOST_TAGS:
        raise FormError(
            "form.xml.tags",
            "{name} has more than {count} tags. Use a smaller list or split the form.",
            name=name,
            count=MOST_TAGS,
        )
    return text


def _encoding(xml: bytes, name: str) -> tuple[int, str]:
    """The bytes to leave out at the beginning and the encoding of the rest."""
    for mark, encoding in _MARKS:
        if xml.startswith(mark):
            return len(mark), encoding
    for start, encoding in _UNMARKED:
        if xml.startswith(start):
            return 0, encoding
    head = xml[:300].decode("latin-1")
    declaration = _DECLARATION.match(head)
    said = None if declaration is None else _ENCODING.search(declaration.group())
    if said is None:
        return 0, "utf-8"
    try:
        encoding = codecs.lookup(said.group(1)).name
    except LookupError:
        encoding = ""
    if not _KNOWN.fullmatch(encoding):
        raise _wrong_encoding(name, said.group(1))
    # The declaration was legible byte by byte, so a file that calls itself UTF-16 is not.
    return 0, "utf-8" if encoding.startswith("utf-16") else encoding


def _wrong_encoding(name: str, encoding: str) -> FormError:
    return FormError(
        "form.xml.encoding",
        "The letters of {name} cannot be read as {encoding}. Save it as UTF-8.",
        name=name,
        encoding=encoding,
    )


def _has_doctype(text: str) -> bool:
    """Whether a document type stands before the first element; one pass, whatever stands there."""
    at = 0
    while True:
        at = _skip_space(text, at)
        if text.startswith("<!--", at):
            end = text.find("-->", at + 4)
        elif text.startswith("<?", at):
            end = text.find("?>", at + 2)
        else:
            return text.startswith("<!", at)
        if end < 0:
            return False
        at = end + 2
        at += text.startswith(">", at)


def _skip_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return at if found is None else found.end()
