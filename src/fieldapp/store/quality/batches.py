"""The seven batches of a place at a cut-off date, counted from the register; an imported list that is too large is told.

The figures use the facts as they are now, with members by their dates; a year that was closed has its snapshot.
"""

from collections.abc import Iterable
from dataclasses import replace

from fieldapp.domain.dates import is_date
from fieldapp.errors import Finding, PackError, RegisterError, Where
from fieldapp.journal.commit import Value
from fieldapp.standards.batches_model import AMONG, BatchSet, BatchTable
from fieldapp.standards.batches_reader import read_batches
from fieldapp.standards.batches_tally import Marks, tally
from fieldapp.standards.quality_findings import hits
from fieldapp.store.checking import allowed_scopes, one_moment
from fieldapp.store.field_rights import sees_all_fields
from fieldapp.store.permissions import not_allowed, prefix_range, role_of, scope_clause, today_of
from fieldapp.store.vault import Vault

FILE = "batches.yaml"


def batch_set(vault: Vault) -> BatchSet:
    """The batches of the vault's packs. Raises PackError batches.none where no pack has any."""
    files = [pack.folder / FILE for pack in vault.packs if (pack.folder / FILE).is_file()]
    found = read_batches({str(file): file.read_text("utf-8-sig") for file in files})
    if found is None:
        raise PackError(
            "batches.none", "No pack of this vault counts batches. Add one that does, as gansu-qinba."
        )
    return found


def batches(vault: Vault, scope: str, year: int, cut_off: str = "") -> BatchTable:
    """The batches of a region (any level) within the worker's scopes; `cut_off` "" is the end of the year.

    Raises RegisterError batches.cut_off, batches.year, role.not_allowed; PackError batches.none.
    """
    cut_off = cut_off or f"{year:04d}-12-31"
    if not is_date(cut_off):
        raise RegisterError("batches.cut_off", "{text} is no date. Write it as 2019-11-05.", text=cut_off)
    if not sees_all_fields(vault) or role_of(vault).reach != "scope":
        raise not_allowed(vault)
    counted = batch_set(vault)
    _refuse_year(counted, year)
    with one_moment(vault):
        table = tally(counted, _marks(vault, counted, scope, year, cut_off), year, cut_off)
        found = tuple(_findings(vault, table, scope))
        return replace(table, set=f"{counted.name}@{counted.version}", findings=found)


def _refuse_year(counted: BatchSet, year: int) -> None:
    first, last = counted.years
    if year < first or (last and year > last):
        raise RegisterError(
            "batches.year",
            "These batches belong to the years {first} to {last}. Choose one of them.",
            first=first,
            last=last or "…",
        )


def _marks(vault: Vault, counted: BatchSet, scope: str, year: int, cut_off: str) -> Marks:
    from fieldapp.standards.quality_compiler import compile_quality

    compiled = compile_quality(counted.predicates, vault.dictionary)
    today = today_of(vault)
    places: dict[str, Value] = {
        "year": year,
        "as_of": cut_off,
        "today": today,
        "day": min(cut_off, today),
        **counted.predicates.values(),
    }
    marks = Marks()
    prefix = prefix_range(scope)[0]
    for part in allowed_scopes(vault, prefix):
        low, high = prefix_range(part)
        for each in compiled.lists:
            for row in vault.db.execute(each.whole, {**places, "low": low, "high": high}).fetchall():
                held = frozenset(check.rule.id for check in hits(each, row, year))
                if each.over == "household":
                    marks.households[row[0]] = held
                else:
                    marks.people[row[0]] = (row[2], held)
    marks.registered = frozenset(home for home, held in marks.households.items() if AMONG in held)
    return marks


def _findings(vault: Vault, table: BatchTable, scope: str) -> Iterable[Finding]:
    for name, count in table.outside.items():
        yield Finding(
            "batches.outside",
            "{batch}: {people} people of {households} households are not on the register. Check the imported list.",
            {"batch": name, "people": count.people, "households": count.households},
            Where(field=name),
            "warning",
        )
    sizes, undecided = _outside_rows(vault, scope), _undecided(vault, scope)
    for row in (*table.rows, *table.beside):
        if doubts := undecided.get(row.batch.outside, 0):
            yield Finding(
                "batches.undecided",
                "{batch} rests on an imported list, and {count} differences with it wait for a decision. Decide them "
                "first.",
                {"batch": row.batch.id, "count": doubts},
                Where(field=row.batch.id),
                "warning",
            )
        beyond = table.outside.get(row.batch.id)
        people = row.people + (beyond.people if beyond else 0)
        largest = max(people, sizes.get(row.batch.outside, 0))
        if largest > table.registered.people:
            yield Finding(
                "batches.too_large",
                "{batch} has {count} people, more than the {registered} of the register: an import is wrong. "
                "Compare the list and import it again.",
                {"batch": row.batch.id, "count": largest, "registered": table.registered.people},
                Where(field=row.batch.id),
            )


def _outside_rows(vault: Vault, scope: str) -> dict[str, int]:
    """Kind of imported list → the rows of the last one of each village, together."""
    clause, params = scope_clause(vault, "outside_list")
    low, high = prefix_range(scope)
    found = vault.db.execute(
        'select kind, sum(rows) from (select kind, rows, max(taken_on) from "outside_list" where ended_on is null '
        f"and {clause} and scope >= ? and scope < ? group by kind, scope) group by kind",
        [*params, low, high],
    )
    return {kind: int(rows or 0) for kind, rows in found.fetchall()}


def _undecided(vault: Vault, scope: str) -> dict[str, int]:
    """Kind of imported list → the people in doubt: differences with it that nobody has decided."""
    clause, params = scope_clause(vault, "difference")
    low, high = prefix_range(scope)
    found = vault.db.execute(
        'select l.kind, count(*) from "difference" join "outside_list" l on l.id = "difference".outside_list '
        "where \"difference\".ended_on is null and coalesce(\"difference\".decision, 'later') = 'later' "
        f'and {clause} and "difference".scope >= ? and "difference".scope < ? group by l.kind',
        [*params, low, high],
    )
    return {kind: int(count) for kind, count in found.fetchall()}
