"""Text of unknown encoding: by its mark, as UTF-8 or UTF-16, else what looks most like Chinese or Latin words."""

import codecs

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_LEGACY = ("gb18030", "big5", "cp1252")


def decode_text(content: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; no bytes are refused."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace"), "utf-8" if "8" in encoding else "utf-16"
    if b"\0" in content[:400]:
        little = content[1:400:2].count(0) >= content[:400:2].count(0)
        encoding = "utf-16-le" if little else "utf-16-be"
        return content.decode(encoding, "replace"), encoding
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _guessed(content)


def _guessed(content: bytes) -> tuple[str, str]:
    found = []
    for encoding in _LEGACY:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        found.append((_likeness(text, encoding), text, encoding))
    if not found:
        return content.decode("gb18030", "replace"), "gb18030"
    _, text, encoding = max(found, key=lambda one: one[0])
    return text, encoding


def _likeness(text: str, encoding: str) -> float:
    """How much the letters beyond ASCII look like written language, from -1 to 1."""
    odd = [at for at, letter in enumerate(text) if letter > "\x7f"]
    if not odd:
        return 0
    score = _latin if encoding == "cp1252" else _chinese
    return sum(score(text, at, encoding) for at in odd) / len(odd)


def _latin(text: str, at: int, _: str) -> float:
    """An accented letter stands among plain letters; runs of accented letters are no Latin."""
    if not text[at].isalpha():
        return 0.2 if text[at] in "–—‘’“”…«»°ºª¿¡€" else -1
    beside = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return 1 if any(one.isascii() and one.isalpha() for one in beside) else -0.5


def _chinese(text: str, at: int, encoding: str) -> float:
    """The frequent characters stand in the first part of either table; a lone one between Latin letters is none."""
    letter = text[at]
    if letter in "，。：；？！、（）《》“”‘’…—　":
        return 1
    lead = letter.encode(encoding, "replace")[0]
    frequent = 0xB0 <= lead <= 0xD7 if encoding == "gb18030" else 0xA4 <= lead <= 0xC6
    if not ("一" <= letter <= "鿿" and frequent):
        return -1
    beside = text[max(at - 1, 0) : at] + text[at + 1 : at + 2]
    return 0.3 if beside and all(one.isascii() and one.isalpha() for one in beside) else 1
