"""What the register expects to stand in a list of a kind: people with the allowance, households of the register.

A department's list is expected to hold nothing in particular: it says of whom it knows.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from fieldapp.register.comparison import ListKind, Subject
from fieldapp.store.permissions import prefix_range, scope_clause
from fieldapp.store.vault import Vault


class Marked(NamedTuple):
    """A person of ours with what the register says of the allowance in the year (1, 0, None not known)."""

    id: str
    scope: str
    household: str
    dibao: int | None


class Expected(NamedTuple):
    """`missing`: (village, subject, title) of records without a row. `marks`: people to hold against an allowance list.
    `households`: the households that matched people are of."""

    missing: tuple[tuple[str, Subject, str], ...]
    marks: tuple[Marked, ...]
    households: frozenset[tuple[str, str]]


def expected_of(
    vault: Vault, kind: ListKind, scope: str, year: int, matched: Collection[tuple[str, str]]
) -> Expected:
    """What a list of this kind and region should have had, given the records its rows are of."""
    homes = frozenset(("household", home) for home in _homes(vault, matched))
    if kind == "dibao":
        return Expected((), tuple(_marks(vault, scope, year)), homes)
    if kind == "national":
        return Expected(tuple(_unlisted(vault, scope, {*matched, *homes})), (), homes)
    return Expected((), (), homes)


def _homes(vault: Vault, matched: Collection[tuple[str, str]]) -> Iterator[str]:
    people = {record for name, record in matched if name == "person"}
    if people:
        mine, params = scope_clause(vault, "person")
        for person, home in vault.db.execute(f"select id, household from person where {mine}", params):
            if person in people and home:
                yield str(home)


def _marks(vault: Vault, scope: str, year: int) -> Iterator[Marked]:
    low, high = prefix_range(scope)
    mine, params = scope_clause(vault, "person")
    rows = vault.db.execute(
        "select person.id, person.scope, person.household, y.dibao from person left join person_year y "
        "on y.person = person.id and y.year = ? and y.ended_on is null "
        f"where person.ended_on is null and person.scope >= ? and person.scope < ? and {mine} order by person.n",
        [year, low, high, *params],
    )
    yield from (Marked(*row) for row in rows.fetchall())


def _unlisted(
    vault: Vault, scope: str, matched: Collection[tuple[str, str]]
) -> Iterator[tuple[str, Subject, str]]:
    """Households of the register without a row; of those with one, the people without one where the list has people."""
    low, high = prefix_range(scope)
    mine, params = scope_clause(vault, "household")
    rows = vault.db.execute(
        "select id, scope, household_no from household where ended_on is null and status is not null "
        f"and scope >= ? and scope < ? and {mine} order by n",
        [low, high, *params],
    ).fetchall()
    for home, place, number in rows:
        if ("household", home) not in matched:
            yield place, Subject("household", home, home), str(number or "")
    if not any(name == "person" for name, _ in matched):
        return
    mine, params = scope_clause(vault, "person")
    people = vault.db.execute(
        "select id, scope, household, name from person where ended_on is null "
        f"and scope >= ? and scope < ? and {mine} order by n",
        [low, high, *params],
    )
    for person, place, home, name in people.fetchall():
        if ("person", person) not in matched and ("household", home) in matched:
            yield place, Subject("person", person, home, person), str(name or "")
