"""The year-end reconciliation and the figures of any civil day, read from the vault in one moment."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fieldapp.domain.dates import is_date
from fieldapp.errors import RegisterError
from fieldapp.register.candidates import TWO_PLACES, Candidate
from fieldapp.register.counting import reconcile_rows
from fieldapp.register.endings import NEVER_WAS
from fieldapp.register.movements import EXITED, NOT_EXITED, RETURNED
from fieldapp.register.presence import by_household, people_on, timelines
from fieldapp.register.reconciliation import Balance, Balances, total
from fieldapp.register.timelines import POOR, UNKNOWN, HouseholdDates, Move, PersonDates
from fieldapp.store.checking import one_moment
from fieldapp.store.permissions import not_allowed, prefix_range, role_of, scope_clause
from fieldapp.store.vault import Vault

_NUMBERS = (("household", "household_no"), ("person", "id_no"))


@dataclass(frozen=True)
class Reconciliation:
    """The three equations of a region for `year` up to `until`; `villages` are the parts, by scope. `candidates` are
    named even where two errors cancel out and the difference is 0."""

    scope: str
    year: int
    until: str
    households: Balance
    people: Balance
    poor: Balance
    villages: tuple[Balances, ...]
    candidates: tuple[Candidate, ...]

    @property
    def is_even(self) -> bool:
        """Whether all three equations hold in every village."""
        return all(village.is_even for village in self.villages)


@dataclass(frozen=True)
class Figures:
    """What was in the register at the end of `cut_off`. `households` and `people` are counts by status: "0" not exited
    (a planned exit too), "1" exited, "3" returned, "" not known; every key is there."""

    scope: str
    cut_off: str
    households: Mapping[str, int]
    people: Mapping[str, int]

    @property
    def poor_households(self) -> int:
        """Households that have not exited, the returned ones among them."""
        return sum(count for status, count in self.households.items() if status in POOR)

    @property
    def poor_people(self) -> int:
        """Their people."""
        return sum(count for status, count in self.people.items() if status in POOR)


def reconcile(vault: Vault, scope: str, year: int, *, until: str = "") -> Reconciliation:
    """The equations of a village or of every village of a region (any prefix) that the worker may see.

    From the end of the year before to the end of `until`, a day of the year; else to the end of the year.
    Raises RegisterError year.bad_day, role.not_allowed.
    """
    refuse_partial(vault)
    last = until or f"{year}-12-31"
    refuse_wrong_day(last)
    if last[:4] != str(year):
        raise wrong_day(last)
    with one_moment(vault):
        households = _households(vault, scope)
        people = _people(vault, scope)
        moves = _moves(vault, scope)
        twice = tuple(_in_two_places(vault, scope))
    villages, candidates = reconcile_rows(f"{year - 1}-12-31", last, households, people, moves)
    whole = total(scope, villages)
    return Reconciliation(
        scope, year, last, whole.households, whole.people, whole.poor, villages, candidates + twice
    )


def figures_at(vault: Vault, scope: str, cut_off: str) -> Figures:
    """Households and people by status at the end of a civil day, from dates and movements: a later movement changes
    nothing of it, a correction of an earlier date does. Raises RegisterError year.bad_day, role.not_allowed."""
    refuse_partial(vault)
    refuse_wrong_day(cut_off)
    with one_moment(vault):
        households = _households(vault, scope)
        people = _people(vault, scope)
        moves = _moves(vault, scope)
    lines = timelines(households, by_household(moves))
    homes = Counter(line.status_on(cut_off) for line in lines.values() if line.is_present(cut_off))
    counted = people_on(cut_off, lines, moves, people)
    statuses = (NOT_EXITED, EXITED, RETURNED, UNKNOWN)
    return Figures(
        scope, cut_off, {key: homes[key] for key in statuses}, {key: counted[key] for key in statuses}
    )


def refuse_partial(vault: Vault) -> None:
    """Raises RegisterError role.not_allowed for who sees only some households: the sums of some are figures of none."""
    if role_of(vault).reach != "scope":
        raise not_allowed(vault)


def wrong_day(day: str) -> RegisterError:
    """What a wrong cut-off is told."""
    return RegisterError(
        "year.bad_day", "{day} is no day of that year. Write it as 2019-11-05.", day=day or "-"
    )


def refuse_wrong_day(day: str) -> None:
    """Raises RegisterError year.bad_day."""
    if not is_date(day):
        raise wrong_day(day)


def _households(vault: Vault, scope: str) -> list[HouseholdDates]:
    return [HouseholdDates._make(row) for row in _read(vault, "household", scope, HouseholdDates._fields)]


def _people(vault: Vault, scope: str) -> list[PersonDates]:
    return [PersonDates._make(row) for row in _read(vault, "person", scope, PersonDates._fields)]


def _moves(vault: Vault, scope: str) -> list[Move]:
    found = _read(vault, "movement", scope, Move._fields, "ended_on is null and household is not null")
    return [move for row in found if (move := Move._make(row)).kind and move.moved_on]


def _read(
    vault: Vault, list_name: str, scope: str, columns: Sequence[str], where: str = "1"
) -> list[tuple[Any, ...]]:
    """Plain columns of a list in a region; what a dictionary lacks is not known. Records that were undone or stood
    twice never were."""
    layout = vault.ledger.layout(list_name)
    known = {*layout.columns, "id", "scope", "ended_on"}
    names = ", ".join(f'"{name}"' if name in known else "null" for name in columns)
    low, high = prefix_range(scope)
    mine, scopes = scope_clause(vault, list_name)
    found: list[tuple[Any, ...]] = vault.db.execute(
        f"select {names} from \"{list_name}\" where {where} and coalesce(ended_reason, '') not in (?, ?) "
        f'and "{list_name}".scope >= ? and "{list_name}".scope < ? and {mine}',
        [*NEVER_WAS, low, high, *scopes],
    ).fetchall()
    return found


def _in_two_places(vault: Vault, scope: str) -> Iterator[Candidate]:
    """Active households or people whose number stands more than once; at least one of them in this region."""
    low, high = prefix_range(scope)
    for name, number in _NUMBERS:
        layout = vault.ledger.layout(name)
        if number not in layout.unique:
            continue  # without its index this would read every row
        mine, scopes = scope_clause(vault, name)
        home = '"household"' if name == "person" else "id"
        found = vault.db.execute(
            f'select id, {home}, scope, "{number}" from "{name}" where "{number}" in '
            f'(select "{number}" from "{name}" where "{number}" is not null group by "{number}" having count(*) > 1) '
            f"and ended_on is null and {mine} order by scope, id",
            scopes,
        ).fetchall()
        twice = Counter(row[3] for row in found)
        inside = {row[3] for row in found if low <= row[2] < high}
        for record, household, village, value in found:
            if twice[value] > 1 and value in inside:
                yield Candidate(name, record, household or record, village, TWO_PLACES)
