"""What the readers of standards, quality rules and batches ask of an entry; every fault is a PackError with its line."""

import re

from fieldapp.errors import PackError
from fieldapp.standards.document import Entry
from fieldapp.standards.model import Words

_WORDS = frozenset(("zh_hans", "zh_hant", "en"))


def read_words(entry: Entry) -> Words:
    """A text in the three languages; none may be missing."""
    fields = entry.fields(_WORDS)
    return Words(*(required(entry, fields, language).text() for language in ("zh_hans", "zh_hant", "en")))


def required(entry: Entry, fields: dict[str, Entry], key: str) -> Entry:
    """The entry of a key that must stand here."""
    if key not in fields:
        raise PackError(
            "standards.key_missing", "{file}, line {at}: {key} is missing here.", key=key, **entry.place
        )
    return fields[key]


def one_of(entry: Entry, choices: tuple[str, ...]) -> str:
    """The text of an entry that must be one of the choices."""
    if entry.text() not in choices:
        raise PackError(
            "standards.choice",
            "{file}, line {at}: {field} must be one of {choices}.",
            choices=", ".join(choices),
            **entry.place,
        )
    return entry.text()


def matching(entry: Entry, pattern: str) -> str:
    """The text of an entry that must match the pattern as a whole."""
    if not re.fullmatch(pattern, entry.text(), re.ASCII):
        raise PackError(
            "standards.shape",
            "{file}, line {at}: {field} cannot be {value}.",
            value=entry.text(),
            **entry.place,
        )
    return entry.text()
