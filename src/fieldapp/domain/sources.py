"""How a fact is known: five stable codes and free text (the document's or file's name), as one text on the wire.

`document:低保证` is the code, a colon, the words; an operation without a source has the empty text. A code of a later
version is kept and travels on; it has no words here. The words of a code stand in the catalogue under the code itself.
"""

from typing import NamedTuple

SOURCES = ("seen", "document", "told", "imported", "carried")
"""`carried`: from the year before when a new one was opened; nobody has looked since (`register.carrying`)."""
MOST_CHARACTERS = 200


class Source(NamedTuple):
    """`code` is one of `SOURCES` or empty; `text` names the document or file, or is empty."""

    code: str = ""
    text: str = ""


def write_source(code: str, text: str = "") -> str:
    """The text of an operation's `s`. Raises ValueError for a code that is none, or words without a code."""
    words = " ".join(text.split())[:MOST_CHARACTERS]
    if (code and code not in SOURCES) or (words and not code):
        raise ValueError(f"no source: {code!r}")
    return f"{code}:{words}" if words else code


def read_source(source: str) -> Source:
    """What `write_source` wrote."""
    code, _, text = source.partition(":")
    return Source(code, text)


def is_source(source: str) -> bool:
    """Whether a new change may carry this."""
    return not source or read_source(source).code in SOURCES
