"""From rows of the search index to what is shown: a person, a household by its head, the households of a helper."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from fieldapp.domain.pinyin import fold, spellings
from fieldapp.store.field_rights import shown
from fieldapp.store.finding.index import SLOTS, parts_of
from fieldapp.store.permissions import may_reach, role_of
from fieldapp.store.records import prefix_range, scope_clause
from fieldapp.store.vault import Vault

HOUSEHOLD, PERSON, HELPER, PAIRING = "household", "person", "helper", "pairing"
WHOLE_NUMBERS = frozenset((11, 15, 18))
"""Digits of a telephone or identity number: a run so long may be a whole one, of which the last four are indexed."""
_PAIR = 2
"""Characters in a row that are a word of the index."""
# The head is the member with relation 1 (DOMAIN.md 2.3).
_HEAD = "(select name from person where person.household = household.id and relation = '1' and ended_on is null limit 1)"


@dataclass(frozen=True)
class Hit:
    """One row of the answer. `title` is the person's name or the head's; `village` the scope; `detail` the address;
    `helper` the helper's name where that is what was found."""

    household: str
    person: str | None
    title: str
    household_no: str
    village: str
    detail: str
    helper: str = ""


def hits_of(
    vault: Vault, rowids: Sequence[int], runs: Sequence[str], scope: str
) -> dict[int, tuple[Hit, ...]]:
    """The hits of index rows that the worker may read, that live and lie within `scope`; others are left out.

    `runs` are the parts that were typed: a whole number among them must be one of the row's, and characters that follow
    each other must do so in one of its texts.
    """
    lists = {slot: name for name, slot in vault.ledger.slots.items()}
    parted: dict[str, list[int]] = {}
    for rowid in rowids:
        parted.setdefault(lists.get(rowid % SLOTS, ""), []).append(rowid)
    found: dict[int, tuple[Hit, ...]] = {}
    for name, some in parted.items():
        if name in _READERS:
            for rowid, hit in _READERS[name](vault, some, runs, scope):
                if (told := told_hit(vault, hit)) is not None:
                    found[rowid] = (*found.get(rowid, ()), told)
    return found


def told_hit(vault: Vault, hit: Hit) -> Hit | None:
    """The hit as the worker's role is shown it, names and address masked by class; None for a household out of reach."""
    role = role_of(vault)
    if role.reach != "scope" and not may_reach(vault, HOUSEHOLD, hit.household):
        return None
    if role.fields == "all":
        return hit
    title = hit.title if hit.title == hit.household_no else _told(vault, PERSON, "name", hit.title)
    return replace(hit, title=title, detail=_told(vault, HOUSEHOLD, "address", hit.detail))


def _told(vault: Vault, list_name: str, key: str, text: str) -> str:
    known = text and vault.dictionary.has_field(list_name, key)
    return shown(vault, vault.dictionary.field(list_name, key), text)[0] if known else text


def _households(
    vault: Vault, rowids: Sequence[int], runs: Sequence[str], scope: str
) -> Iterator[tuple[int, Hit]]:
    columns = vault.ledger.layout(HOUSEHOLD).columns
    helper = "household.helper_name" if "helper_name" in columns else "null"
    sql = (
        f"select household.n, household.id, {_HEAD}, household_no, household.scope, address, {helper}"
        f"{_texts(vault, HOUSEHOLD)} from household"
    )
    for n, household, head, number, village, address, helped, *texts in _rows(
        vault, HOUSEHOLD, sql, rowids, scope
    ):
        if _fits(vault, HOUSEHOLD, texts, runs):
            named = helped if helped and _is_named(helped, runs) else ""
            hit = Hit(household, None, head or number or "", number or "", village, address or "", named)
            yield n * SLOTS + rowids[0] % SLOTS, hit


def _people(
    vault: Vault, rowids: Sequence[int], runs: Sequence[str], scope: str
) -> Iterator[tuple[int, Hit]]:
    sql = (
        "select person.n, person.household, person.id, person.name, household.household_no, person.scope, "
        f"household.address{_texts(vault, PERSON)} from person join household on household.id = person.household"
    )
    for n, household, person, name, number, village, address, *texts in _rows(
        vault, PERSON, sql, rowids, scope
    ):
        if _fits(vault, PERSON, texts, runs):
            hit = Hit(household, person, name or number or "", number or "", village, address or "")
            yield n * SLOTS + rowids[0] % SLOTS, hit


def _helped(
    vault: Vault, rowids: Sequence[int], runs: Sequence[str], scope: str
) -> Iterator[tuple[int, Hit]]:
    """The households paired with the helpers now."""
    if PAIRING not in vault.ledger.layouts:
        return
    sql = (
        f"select helper.n, household.id, {_HEAD}, household_no, household.scope, address, helper.name"
        f"{_texts(vault, HELPER)} from helper "
        "join pairing on pairing.helper = helper.id and pairing.ended_on is null and pairing.to_on is null "
        "join household on household.id = pairing.household and household.ended_on is null"
    )
    for n, household, head, number, village, address, helper, *texts in _rows(
        vault, HELPER, sql, rowids, scope
    ):
        if _fits(vault, HELPER, texts, runs):
            hit = Hit(
                household, None, head or number or "", number or "", village, address or "", helper or ""
            )
            yield n * SLOTS + rowids[0] % SLOTS, hit


_READERS = {HOUSEHOLD: _households, PERSON: _people, HELPER: _helped}


def _rows(vault: Vault, name: str, sql: str, rowids: Sequence[int], scope: str) -> Sequence[tuple[Any, ...]]:
    mine, params = scope_clause(vault, name)
    low, high = prefix_range(scope)
    marks = ", ".join("?" * len(rowids))
    return vault.db.execute(
        f"{sql} where {name}.n in ({marks}) and {name}.ended_on is null and {mine} "
        f"and {name}.scope >= ? and {name}.scope < ?",
        [*(rowid // SLOTS for rowid in rowids), *params, low, high],
    ).fetchall()


def _texts(vault: Vault, name: str) -> str:
    return "".join(f', {name}."{field.key}"' for field in vault.ledger.layout(name).searched)


def _fits(vault: Vault, name: str, texts: Sequence[str | None], runs: Sequence[str]) -> bool:
    """Whether a row of the index holds what the index does not tell: whole numbers, and three characters in a row."""
    whole = [run for run in runs if len(run) in WHOLE_NUMBERS and run.isascii() and run[0].isdigit()]
    long = [plain for run in runs if not run.isascii() and len(plain := "".join(parts_of(run))) > _PAIR]
    if not whole and not long:
        return True
    numbers, others = list[str](), list[str]()
    for field, text in zip(vault.ledger.layout(name).searched, texts, strict=True):
        if text:
            (numbers if field.find in ("number", "tail4") else others).append(text)
    return all(any(fold(number).startswith(run) for number in numbers) for run in whole) and all(
        any(run in text or run in "".join(parts_of(text)) for text in others) for run in long
    )


def _is_named(name: str, runs: Sequence[str]) -> bool:
    plain = fold(name)
    if not any(run.isascii() and run.isalpha() for run in runs):
        return any(run in plain for run in runs)
    ways = spellings(name)
    return any(
        run in plain
        or any(way.initials.startswith(run) or way.full.replace(" ", "").startswith(run) for way in ways)
        for run in runs
    )
