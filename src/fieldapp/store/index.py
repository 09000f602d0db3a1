"""The search index: what a household or person can be found by, kept in step with the rows in the same transaction.

A row stands in `find` under n * 16 + the slot of its list, spelt as characters with spaces, pinyin, initials, numbers;
its village stands with it, so that a search in one village does not read the others.
"""

import re
from collections.abc import Mapping

from fieldapp.domain.pinyin import fold, spellings
from fieldapp.store.ledger import Ledger
from fieldapp.store.tables import Layout

SLOTS = 16
_NOT_ASCII = re.compile(r"([^\x00-\x7f])")
_ALNUM = re.compile(r"[0-9a-z]+")


def index_row(
    ledger: Ledger, layout: Layout, n: int, scope: str, values: Mapping[str, object], *, fresh: bool = False
) -> None:
    """Put a row into the index in place of what stood there; nothing stood there for a `fresh` one."""
    names: list[str] = []
    numbers: list[str] = []
    words: list[str] = []
    for field in layout.searched:
        text = str(values.get(field.key) or "")
        if not text:
            continue
        if field.find == "name":
            names.append(text)
        elif field.find == "number":
            numbers += _ALNUM.findall(fold(text))
        elif field.find == "tail4":
            numbers.append(fold(text)[-4:])
        else:
            words.append(spaced(text))
    ways = [way for name in names for way in spellings(name)]
    pinyin = " ".join(f"{way.full} {way.full.replace(' ', '')}" for way in ways)
    verb = "insert" if fresh else "insert or replace"
    ledger.db.execute(
        f"{verb} into find (rowid, name, pinyin, initials, numbers, words, place) values (?, ?, ?, ?, ?, ?, ?)",
        [
            n * SLOTS + ledger.slots[layout.list],
            " ".join(map(spaced, names)),
            pinyin,
            " ".join(dict.fromkeys(way.initials for way in ways)),
            " ".join(numbers),
            " ".join(words),
            scope,
        ],
    )


def unindex_list(ledger: Ledger, name: str) -> None:
    """Take every row of a list out of the index."""
    if name in ledger.slots:
        ledger.db.execute(
            f'delete from find where rowid in (select n * {SLOTS} + ? from "{name}")', [ledger.slots[name]]
        )


def spaced(text: str) -> str:
    """Folded text with every character beyond ASCII standing alone, so that one character can be searched."""
    return " ".join(_NOT_ASCII.sub(r" \1 ", fold(text)).split())
