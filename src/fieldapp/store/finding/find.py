"""Finding a household or person by name, pinyin, initials, last four, number, address or helper, as one types."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fieldapp.domain.pinyin import fold
from fieldapp.store.finding.found import HOUSEHOLD, WHOLE_NUMBERS, Hit, hits_of
from fieldapp.store.finding.index import (
    BEGINNINGS,
    LONGEST_SYLLABLE,
    NUMBER,
    PLACE,
    SLOTS,
    WIDE,
    joined_word,
    parts_of,
)
from fieldapp.store.finding.waiting_rows import index_if_free
from fieldapp.store.records import prefix_range, scope_clause
from fieldapp.store.vault import Vault

__all__ = ["Hit", "find"]

_RUN = re.compile(r"[0-9a-z]+|[^\x00-\x7f]+")
_CHUNK = 200
_MOST_LOOKED_AT = 20_000
_TAIL = 4
_LONGEST = 6
"""Letters from which a number that begins with one is only searched whole: it is typed to its end by then."""


def find(vault: Vault, text: str, *, scope: str = "", limit: int = 50) -> tuple[Hit, ...]:
    """The first `limit` that begin with what was typed, names and numbers before addresses and helpers; no exact count.

    Every part must fit one record: `王 0012`, `zs`, `东沟 12`. Only the worker's villages, or those `scope` covers.
    """
    # Signs between or after the words count for nothing: a name is typed with its middle dot, and stops at it.
    runs = [run for run in _RUN.findall(fold(text)) if parts_of(run)]
    if not runs:
        return ()
    index_if_free(vault.ledger)
    hits: dict[tuple[str, str | None], Hit] = {}
    for found in _ways(vault, runs, scope, limit):
        for hit in found:
            hits.setdefault((hit.household, hit.person), hit)
            if len(hits) >= limit:
                return tuple(hits.values())
    return tuple(hits.values())


def _ways(vault: Vault, runs: Sequence[str], scope: str, limit: int) -> Iterator[Iterator[Hit]]:
    """Numbers along their own key, then names and numbers, then everything."""
    if len(runs) == 1 and len(runs[0]) >= _TAIL and runs[0][:1].isdigit():
        numbered = tuple(_numbered(vault, runs[0], scope, limit))
        yield iter(numbered)
        # A number that begins so is what was meant; four digits may be the end of another.
        if numbered and len(runs[0]) > _TAIL:
            return
    if len(runs) > 1 and (number := "".join(runs)).isascii() and not number.isalpha():
        yield _matching(vault, _expression(vault, [number], scope, wide=False), [number], scope, limit)
    for wide in (False, True):
        yield _matching(vault, _expression(vault, runs, scope, wide), runs, scope, limit)


def _expression(vault: Vault, runs: Sequence[str], scope: str, wide: bool) -> str:
    """FTS5: a run of characters is its pairs, a run of letters or digits is a beginning."""
    place = "".join(character for character in prefix_range(scope)[0] if character.isalnum())
    # A place that holds all of the worker's villages leaves nothing out.
    inside = place and not all(prefix_range(own)[0].startswith(place) for own in vault.worker.scopes)
    terms = [f"{_word(PLACE + place)} *"] if inside else []
    return " AND ".join((*terms, *(_term(run, wide, len(runs) == 1) for run in runs)))


def _term(run: str, wide: bool, alone: bool) -> str:
    """What one run may be. In the wide search of a run alone, all that the close one has given is left out."""
    if not run.isascii():
        close, far = _characters(run, ""), _characters(run, WIDE)
    elif any(character.isdigit() for character in run):
        # Four digits are a number's end; a longer beginning would read every number of the county, but for a short one
        # with a letter.
        goes_on = len(run) < _TAIL or (run[0].isalpha() and len(run) < _LONGEST)
        close = _begun(run, NUMBER) if goes_on else _word(NUMBER + run)
        close += f" OR {_word(NUMBER + run[-_TAIL:])}" if len(run) in WHOLE_NUMBERS else ""
        # Bare digits are places: a name has letters too.
        far = _begun(run, WIDE) if run.isdigit() else f"{_begun(run, '')} OR {_begun(run, WIDE)}"
    else:
        close, far = _begun(run, ""), _begun(run, WIDE)
    return f"({far if alone else f'{close} OR {far}'})" if wide else f"({close})"


def _begun(run: str, mark: str) -> str:
    """The words that begin so, and the syllables written in one that do after the first of them."""
    alone = _word(mark + run) if len(run) <= BEGINNINGS[mark] else f"{_word(mark + run)} *"
    cuts = range(1, min(len(run) - 1, LONGEST_SYLLABLE) + 1) if mark != NUMBER else ()
    return " OR ".join([alone, *(f"{_word(joined_word(run[:cut], run[cut:], mark))} *" for cut in cuts)])


def _word(word: str) -> str:
    return f'"{word}"'


def _characters(run: str, mark: str) -> str:
    """All pairs of a run; that three and more follow each other is seen in the row (`hits_of`)."""
    parts = parts_of(run)
    words = dict.fromkeys(map("".join, pairwise(parts))) or parts or (run,)
    return "(" + " AND ".join([_word(mark + word) for word in words]) + ")"


def _numbered(vault: Vault, run: str, scope: str, limit: int) -> Iterator[Hit]:
    """Households whose number begins so, along the index of that column."""
    mine, params = scope_clause(vault, HOUSEHOLD)
    low, high = prefix_range(scope)
    # Numbers begin with the village's code: a beginning that all of the place shares is read along the scopes, any
    # other along the numbers, where the scope stands beside.
    shared = bool(low) and low.startswith(run)
    number, place = ("+household_no", "scope") if shared else ("household_no", "+scope")
    for written in dict.fromkeys((run, run.upper())):
        found = vault.db.execute(
            f"select n from household where {number} >= ? and {number} < ? and ended_on is null and +({mine}) "
            f"and {place} >= ? and {place} < ? limit ?",
            [written, written + "\U0010ffff", *params, low, high, limit],
        ).fetchall()
        slot = vault.ledger.slots[HOUSEHOLD]
        rows = hits_of(vault, [n * SLOTS + slot for (n,) in found], (), scope)
        for (n,) in found:
            yield from rows.get(n * SLOTS + slot, ())


def _matching(vault: Vault, expression: str, runs: Sequence[str], scope: str, limit: int) -> Iterator[Hit]:
    found = vault.db.execute(
        "select rowid from find where find match ? limit ?", [expression, _MOST_LOOKED_AT]
    )
    # Most answers are full within the first rows: a small chunk first.
    size = limit
    while chunk := [row[0] for row in found.fetchmany(size)]:
        size = _CHUNK
        rows = hits_of(vault, chunk, runs, scope)
        for rowid in chunk:
            yield from rows.get(rowid, ())
