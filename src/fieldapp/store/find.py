"""Finding a household or person by name, pinyin, initials, last four digits, number or address, as one types."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fieldapp.domain.pinyin import fold
from fieldapp.store.index import SLOTS
from fieldapp.store.records import prefix_range, scope_clause
from fieldapp.store.vault import Vault

HOUSEHOLD, PERSON = "household", "person"
_RUN = re.compile(r"[0-9a-z]+|[^\x00-\x7f]+")
_CLOSE = "name pinyin initials numbers"
_WIDE = "name pinyin initials numbers words"
_CHUNK = 200
_MOST_LOOKED_AT = 20_000


@dataclass(frozen=True)
class Hit:
    """One row of the answer. `title` is the person's name or the head's; `village` the scope; `detail` the address."""

    household: str
    person: str | None
    title: str
    household_no: str
    village: str
    detail: str


def find(vault: Vault, text: str, *, scope: str = "", limit: int = 50) -> tuple[Hit, ...]:
    """The first `limit` that begin with what was typed, names and numbers before addresses; no exact count.

    Every part must fit: `王 东沟`, `wang 0012`, `zs`. Only the worker's villages, or those `scope` covers.
    """
    runs = _RUN.findall(fold(text))
    if not runs:
        return ()
    hits: dict[tuple[str, str | None], Hit] = {}
    for columns in (_CLOSE, _WIDE):
        for hit in _matching(vault, _expression(runs, columns, scope), scope, limit):
            hits.setdefault((hit.household, hit.person), hit)
            if len(hits) >= limit:
                return tuple(hits.values())
    return tuple(hits.values())


def _expression(runs: Sequence[str], columns: str, scope: str) -> str:
    """FTS5: a run of characters is a phrase whose last one may go on, a run of letters or digits is a beginning."""
    terms = (run if run.isascii() else " ".join(run) for run in runs)
    place = "".join(character for character in prefix_range(scope)[0] if character.isalnum())
    inside = [f'place : "{place}" *'] if place else []
    return " AND ".join([*inside, *(f'{{{columns}}} : "{term}" *' for term in terms)])


def _matching(vault: Vault, expression: str, scope: str, limit: int) -> Iterator[Hit]:
    slots = dict(vault.db.execute("select slot, list from find_slot").fetchall())
    found = vault.db.execute(
        "select rowid from find where find match ? limit ?", [expression, _MOST_LOOKED_AT]
    )
    # Most answers are full within the first rows: a small chunk first.
    size = limit
    while chunk := [row[0] for row in found.fetchmany(size)]:
        size = _CHUNK
        rows = {
            rowid: hit
            for slot, name in slots.items()
            for rowid, hit in _hits(vault, name, [r for r in chunk if r % SLOTS == slot], scope)
        }
        yield from (rows[rowid] for rowid in chunk if rowid in rows)


def _hits(vault: Vault, name: str, rowids: Sequence[int], scope: str) -> Iterator[tuple[int, Hit]]:
    if not rowids or name not in (HOUSEHOLD, PERSON):
        return
    mine, params = scope_clause(vault, name)
    low, high = prefix_range(scope)
    marks = ", ".join("?" * len(rowids))
    if name == HOUSEHOLD:
        # The head is the member with relation 1 (DOMAIN.md 2.3).
        sql = (
            "select household.n, household.id, null, (select name from person where person.household = household.id "
            "and relation = '1' and ended_on is null limit 1), household_no, household.scope, address from household"
        )
    else:
        sql = (
            "select person.n, person.household, person.id, person.name, household.household_no, person.scope, "
            "household.address from person join household on household.id = person.household"
        )
    found = vault.db.execute(
        f"{sql} where {name}.n in ({marks}) and {name}.ended_on is null and {mine} "
        f"and {name}.scope >= ? and {name}.scope < ?",
        [*(rowid // SLOTS for rowid in rowids), *params, low, high],
    )
    slot = rowids[0] % SLOTS
    for n, household, person, title, number, village, detail in found.fetchall():
        hit = Hit(household, person, title or number or "", number or "", village, detail or "")
        yield n * SLOTS + slot, hit
