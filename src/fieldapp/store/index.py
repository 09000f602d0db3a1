"""The search index: what a household or person can be found by, kept in step with the rows in the same transaction.

A row stands in `find` under n * 16 + the slot of its list, spelt as characters with spaces, pinyin, initials, numbers.
"""

import re
from collections.abc import Mapping

from fieldapp.domain.pinyin import fold, spell
from fieldapp.store.ledger import Ledger
from fieldapp.store.tables import Layout

SLOTS = 16
_NOT_ASCII = re.compile(r"([^\x00-\x7f])")
_ALNUM = re.compile(r"[0-9a-z]+")


def index_row(ledger: Ledger, layout: Layout, n: int, values: Mapping[str, object]) -> None:
    """Put a row into the index in place of what stood there."""
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
    spellings = [spell(name) for name in names]
    pinyin = " ".join(f"{s.full} {s.full.replace(' ', '')}" for s in spellings)
    ledger.db.execute(
        "insert or replace into find (rowid, name, pinyin, initials, numbers, words) values (?, ?, ?, ?, ?, ?)",
        [
            n * SLOTS + slot_of(ledger, layout.list),
            " ".join(map(spaced, names)),
            pinyin,
            " ".join(s.initials for s in spellings),
            " ".join(numbers),
            " ".join(words),
        ],
    )


def unindex_list(ledger: Ledger, name: str) -> None:
    """Take every row of a list out of the index."""
    row = ledger.db.execute("select slot from find_slot where list = ?", [name]).fetchone()
    if row:
        ledger.db.execute(f'delete from find where rowid in (select n * {SLOTS} + ? from "{name}")', [row[0]])


def slot_of(ledger: Ledger, name: str) -> int:
    """The number of a searched list in the index, from 1."""
    return int(ledger.db.execute("select slot from find_slot where list = ?", [name]).fetchone()[0])


def spaced(text: str) -> str:
    """Folded text with every character beyond ASCII standing alone, so that one character can be searched."""
    return " ".join(_NOT_ASCII.sub(r" \1 ", fold(text)).split())
