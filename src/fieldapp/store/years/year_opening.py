"""A year begins: household and members start from what was carried over from the year before, one commit a household."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from fieldapp.domain.identifiers import year_id
from fieldapp.journal.commit import Dot, Value
from fieldapp.register.carrying import SOURCE, carried_lists, carried_values
from fieldapp.store.checking import standard_sets
from fieldapp.store.records import Record, children, count, record, rows, year_record
from fieldapp.store.refusals import unknown_record
from fieldapp.store.rows import marks_in, read_row
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault

_PAGE = 500


@dataclass(frozen=True)
class Opened:
    """What a region's opening did: its commits, how many households had nothing to carry, whether it was stopped."""

    dots: tuple[Dot, ...]
    unchanged: int
    was_cancelled: bool


def open_year(vault: Vault, household: str, year: int) -> Saved | None:
    """Carry last year's facts into `year` where nobody has written there; None where there is nothing to carry.

    One commit, undone as one. Raises RegisterError register.unknown_record and those of `save`.
    """
    home = record(vault, "household", household)
    if home is None or home.ended_on is not None:
        raise unknown_record()
    return _open(vault, home, year, judged_facts(vault))


def open_years(
    vault: Vault,
    scope: str,
    year: int,
    *,
    progress: Callable[[int, int], None] = lambda done, all_: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Opened:
    """`open_year` for every active household of a region; what is done when it is stopped stays."""
    judged = judged_facts(vault)
    everyone = count(vault, "household", scope)
    dots: list[Dot] = []
    done = unchanged = 0
    while found := rows(vault, "household", scope, limit=_PAGE, offset=done):
        for household in found:
            if cancelled():
                return Opened(tuple(dots), unchanged, True)
            progress(done, everyone)
            saved = _open(vault, household, year, judged)
            if saved is None:
                unchanged += 1
            else:
                dots.append(saved.dot)
            done += 1
    progress(done, everyone)
    return Opened(tuple(dots), unchanged, False)


def judged_facts(vault: Vault) -> frozenset[str]:
    """The keys of the facts on which the standard sets of this vault's packs stand. Raises PackError."""
    return frozenset(
        fact.rpartition(".")[2]
        for standard in standard_sets(vault).values()
        for criterion in standard.criteria
        for need in criterion.needs
        for fact in need.facts
    )


def _open(vault: Vault, home: Record, year: int, judged: Collection[str]) -> Saved | None:
    changes = tuple(_changes(vault, home.id, year, judged))
    if not changes:
        return None
    seen = seen_of(vault, home.scope)
    return save(vault, home.scope, "edit", changes, seen=seen, label="open year")


def _changes(vault: Vault, household: str, year: int, judged: Collection[str]) -> Iterator[Change]:
    people = [person.id for person in children(vault, "person", household)]
    for name in carried_lists(vault.dictionary):
        parent = vault.dictionary.lists[name].parent
        for owner in [household] if parent == "household" else people:
            last = year_record(vault, name, owner, year - 1)
            if last is None:
                continue
            written = _written(vault, name, owner, year)
            values = carried_values(vault.dictionary, name, last.values, written, judged)
            if values:
                keys: dict[str, Value] = {parent: owner, "year": year}
                yield Change(name, None, "add", {**keys, **values}, SOURCE)


def _written(vault: Vault, name: str, owner: str, year: int) -> frozenset[str]:
    """The cells of the new year's record that hold something or were blanked."""
    layout = vault.ledger.layout(name)
    row = read_row(vault.ledger, layout, year_id(owner, name, year))
    if row is None or "ended_on" in row.values:
        return frozenset()  # a year whose opening was undone can be opened again
    return frozenset(marks_in(vault.ledger, layout, row))
