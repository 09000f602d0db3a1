"""The search index: what a household or person can be found by, kept in step with the rows in the same transaction.

A row stands in `find` under n * 16 + the slot of its list. Each kind of word has a spelling of its own, so that one key
never reads the words of another kind: names and their pinyin stand bare, numbers after NUMBER, all else after WIDE.
"""

import re
from collections.abc import Iterable, Mapping

from fieldapp.domain.pinyin import fold, spellings
from fieldapp.store.ledger import Ledger
from fieldapp.store.tables import Layout

SLOTS = 16
NUMBER, WIDE = "ν", "ω"
"""Letters nobody types into the box; a run that holds one is searched as it stands and finds nothing."""
_PARTS = re.compile(r"[0-9a-z]+|[^\x00-\x7f\s]")
_ALNUM = re.compile(r"[0-9a-z]+")
INSERT_SQL = "insert into find (rowid, words, place) values (?, ?, ?)"
"""One row that is not in the index yet: number, words, scope."""
_REPLACE_SQL = INSERT_SQL.replace("insert", "insert or replace", 1)


def index_row(ledger: Ledger, layout: Layout, n: int, scope: str, values: Mapping[str, object]) -> None:
    """Put a row into the index in place of what stood there."""
    ledger.db.execute(_REPLACE_SQL, entry_of(ledger, layout, n, scope, values))


def write_entries(
    ledger: Ledger,
    layout: Layout,
    scope: str,
    fresh: Iterable[tuple[int, Mapping[str, object]]],
    changed: Iterable[tuple[int, Mapping[str, object]]],
) -> None:
    """Put rows of one list, (n, values), into the index: those that were never in it, and those that read otherwise."""
    for statement, rows in ((INSERT_SQL, fresh), (_REPLACE_SQL, changed)):
        if entries := [entry_of(ledger, layout, n, scope, values) for n, values in rows]:
            ledger.db.conn.executemany(statement, entries)


def entry_of(
    ledger: Ledger, layout: Layout, n: int, scope: str, values: Mapping[str, object]
) -> tuple[object, ...]:
    """What stands in the index for a row: the parameters of `INSERT_SQL`."""
    title = ledger.dictionary.lists[layout.list].title_field
    words = [
        words_of(field.find, str(value), field.key == title)
        for field in layout.searched
        if (value := values.get(field.key))
    ]
    return n * SLOTS + ledger.slots[layout.list], " ".join(words), scope


def words_of(kind: str, text: str, is_title: bool) -> str:
    """The words of one value. A name that is not the list's title (a helper's) stands among the wide ones."""
    if kind == "number":
        parts = _ALNUM.findall(_folded(text))
        # W-17 is typed w17 as often.
        if len(parts) > 1:
            parts.append("".join(parts))
        return " ".join([NUMBER + part for part in parts])
    if kind == "tail4":
        return NUMBER + fold(text)[-4:]
    return _name_words(text, "" if is_title else WIDE) if kind == "name" else spaced(text, WIDE)


def _name_words(text: str, mark: str) -> str:
    ways = spellings(text)
    words = [spaced(text, mark)]
    for way in ways:
        syllables = way.full.split()
        words += [mark + word for word in syllables]
        words.append(mark + "".join(syllables))
    return " ".join(words + [mark + initials for initials in dict.fromkeys([way.initials for way in ways])])


def index_again(ledger: Ledger) -> None:
    """Fill an empty index from the rows of every searched list."""
    for name in ledger.slots:
        layout = ledger.layouts.get(name)
        if layout is None or not layout.searched:
            continue
        keys = [field.key for field in layout.searched]
        columns = ", ".join(f'"{key}"' for key in keys)
        for n, scope, *texts in ledger.db.execute(f'select n, scope, {columns} from "{name}"').fetchall():
            ledger.db.execute(
                INSERT_SQL, entry_of(ledger, layout, n, scope, dict(zip(keys, texts, strict=True)))
            )


def unindex_list(ledger: Ledger, name: str) -> None:
    """Take every row of a list out of the index."""
    if name in ledger.slots:
        ledger.db.execute(
            f'delete from find where rowid in (select n * {SLOTS} + ? from "{name}")', [ledger.slots[name]]
        )


def spaced(text: str, mark: str = "") -> str:
    """Folded text with every character beyond ASCII standing alone, so that one character can be searched."""
    return " ".join([mark + part for part in _PARTS.findall(_folded(text))])


def _folded(text: str) -> str:
    """As `fold`, where spaces do not count."""
    return text.lower() if text.isascii() else fold(text)
