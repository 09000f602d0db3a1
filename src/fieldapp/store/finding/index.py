"""The search index: what a household or person can be found by, kept in step with the rows in the same transaction.

A row stands in `find` under n * 16 + the slot of its list. Each kind of word has a spelling of its own, so that one key
never reads the words of another kind: names and their pinyin stand bare, numbers after NUMBER, the village after PLACE,
all else after WIDE, pinyin written in one behind JOINED. No positions are kept: two characters that follow each other
are a word too, instead of a phrase, and so are the beginnings that are typed first.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from fieldapp.domain.pinyin import fold, ways_to_spell
from fieldapp.store.ledger import Ledger
from fieldapp.store.tables import Layout

SLOTS = 16
NUMBER, PLACE, JOINED, WIDE = "ν", "π", "ψ", "ω"
"""Letters nobody types into the box; they are no part of any word otherwise."""
LONGEST_SYLLABLE = 6
BEGINNINGS = {NUMBER: 3, "": LONGEST_SYLLABLE, WIDE: 1}
"""By what a word stands after: letters or digits up to which its beginnings are words too. A beginning that is none is
read along all words that go on with it: quick where few rows have them."""
LONGEST_SEARCHED = 1000
"""Characters of a value that can be found; no name or address has more, and each makes some ten words."""
# What the tokenizer takes for a character of a word: letters and figures of all scripts, and those of private use.
_PARTS = re.compile(r"[0-9a-z]+|[^\W\x00-\x7fνπψω]|[\ue000-\uf8ff]")
_ALNUM = re.compile(r"[0-9a-z]+")
INSERT_SQL = "insert into find (rowid, words) values (?, ?)"
"""One row that is not in the index yet: number, words."""
REPLACE_SQL = INSERT_SQL.replace("insert", "insert or replace", 1)


def index_row(ledger: Ledger, layout: Layout, n: int, scope: str, values: Mapping[str, object]) -> None:
    """Put a row into the index in place of what stood there."""
    ledger.db.execute(REPLACE_SQL, entry_of(ledger, layout, n, scope, values))


def write_entries(
    ledger: Ledger,
    layout: Layout,
    scope: str,
    fresh: Iterable[tuple[int, Mapping[str, object]]],
    changed: Iterable[tuple[int, Mapping[str, object]]],
) -> None:
    """Put rows of one list, (n, values), into the index: those that were never in it, and those that read otherwise."""
    for statement, rows in ((INSERT_SQL, fresh), (REPLACE_SQL, changed)):
        if entries := [entry_of(ledger, layout, n, scope, values) for n, values in rows]:
            ledger.db.conn.executemany(statement, entries)


def entry_of(
    ledger: Ledger, layout: Layout, n: int, scope: str, values: Mapping[str, object]
) -> tuple[object, ...]:
    """What stands in the index for a row: the parameters of `INSERT_SQL`."""
    words = [PLACE + scope]
    words += [
        words_of(field.find, str(value)[:LONGEST_SEARCHED], field.key == layout.title)
        for field in layout.searched
        if (value := values.get(field.key))
    ]
    return n * SLOTS + ledger.slots[layout.list], " ".join(words)


def words_of(kind: str, text: str, is_title: bool) -> str:
    """The words of one value. A name that is not the list's title (a helper's) stands among the wide ones."""
    if kind == "number":
        parts = _ALNUM.findall(_folded(text))
        # W-17 is typed w17 as often.
        if len(parts) > 1:
            parts.append("".join(parts))
        return " ".join([_begun(part, NUMBER) for part in parts])
    if kind == "tail4":
        return _begun(_folded(text.strip())[-4:], NUMBER)
    if kind == "name":
        return _name_words(text, "") if is_title else _other_name_words(text)
    return _text_words(text, WIDE)


@lru_cache(4096)
def _other_name_words(text: str) -> str:
    """A helper's name stands in many records."""
    return _name_words(text, WIDE)


def _name_words(text: str, mark: str) -> str:
    words = [_text_words(text, mark)]
    for syllables in ways_to_spell(text):
        words += [_begun_syllable(syllable, mark) for syllable in syllables]
        if len(syllables) > 1:
            first, rest = syllables[0], "".join(syllables[1:])
            words.append(_begun("".join([syllable[0] for syllable in syllables]), mark))
            words.append(joined_word(first, rest, mark))
    return " ".join(words)


def joined_word(first: str, rest: str, mark: str) -> str:
    """Syllables written in one: apart from what stands alone, so that the beginning of one syllable does not read the
    names that begin with it one by one."""
    return (
        f"{mark}{JOINED}{first}{JOINED}{rest}" if len(first) <= LONGEST_SYLLABLE else f"{mark}{first}{rest}"
    )


def _text_words(text: str, mark: str) -> str:
    words: list[str] = []
    before = ""
    for part in parts_of(text):
        if part.isascii():
            words.append(_begun(part, mark))
            before = ""
        else:
            words.append(f"{mark}{part} {mark}{before}{part}" if before else mark + part)
            before = part
    return " ".join(words)


def _begun(word: str, mark: str) -> str:
    """A word of letters or digits with its beginnings."""
    if mark == WIDE:
        return f"{mark}{word} {mark}{word[0]}"
    if mark == NUMBER:
        return f"{mark}{word} {mark}{word[:1]} {mark}{word[:2]} {mark}{word[:3]}"
    return " ".join([word, *[word[:length] for length in range(1, min(len(word), BEGINNINGS[""] + 1))]])


_begun_syllable = lru_cache(1024)(_begun)
"""There are some four hundred."""


def unindex_list(ledger: Ledger, name: str) -> None:
    """Take every row of a list out of the index."""
    if name in ledger.slots:
        ledger.db.execute(
            f'delete from find where rowid in (select n * {SLOTS} + ? from "{name}")', [ledger.slots[name]]
        )


def parts_of(text: str) -> list[str]:
    """Folded text cut into its words of letters and digits, and every character beyond ASCII alone."""
    parts: list[str] = _PARTS.findall(_folded(text))
    return parts


def _folded(text: str) -> str:
    """As `fold`, where spaces do not count."""
    return text.lower() if text.isascii() else fold(text)
