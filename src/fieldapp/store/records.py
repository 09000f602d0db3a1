"""Records read from the tables, their derived fields computed, within what the role of the worker who asks may read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fieldapp.journal.commit import Value
from fieldapp.register.past_homes import PERSON, has_past_homes, lived_in, never_was
from fieldapp.store.field_rights import withheld_keys, withhold
from fieldapp.store.permissions import prefix_range as prefix_range
from fieldapp.store.permissions import scope_clause as scope_clause
from fieldapp.store.refusals import unknown_field
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class Record:
    """One record as it is shown. `values` holds every field of the dictionary (None: not known), derived ones too, the
    parent and the year; `conflicts` names the cells with values that a person has to choose between.

    `withheld` names the fields this worker's role does not get: their values are masked or None (see `permissions`).
    """

    list: str
    id: str
    scope: str
    values: Mapping[str, Value]
    ended_on: str | None = None
    ended_reason: str | None = None
    conflicts: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()


def record(vault: Vault, list_name: str, record_id: str) -> Record | None:
    """The record, or None where there is none or it lies outside the worker's scopes."""
    found = _select(vault, list_name, "id = ?", [record_id], "", [])
    return found[0] if found else None


def children(
    vault: Vault, list_name: str, parent_id: str, *, year: int | None = None, ended: bool = False
) -> tuple[Record, ...]:
    """The records below a parent in the order they were made; those that ended only with `ended`."""
    layout = vault.ledger.layout(list_name)
    params: list[Value] = [parent_id]
    where = f'"{layout.parent}" = ?'
    if year is not None and layout.yearly:
        where, params = where + " and year = ?", [*params, year]
    if not ended:
        where += " and ended_on is null"
    return _select(vault, list_name, where, params, "order by n", [])


def residents(vault: Vault, household: str, day: str) -> tuple[Record, ...]:
    """Who lived in a household at the end of a day, in the order they were made, with those who have moved on since:
    the people that `size_end` counts on the last day of its year."""
    if has_past_homes(vault.dictionary):
        where, params = lived_in("?", "?"), [household, household, day, household]
    else:
        where, params = f"person.household = ? and {never_was()}", [household]
    where, params = f"{where} and (person.ended_on is null or person.ended_on > ?)", [*params, day]
    if "joined_on" in vault.ledger.layout(PERSON).columns:
        where, params = f"{where} and (person.joined_on is null or person.joined_on <= ?)", [*params, day]
    return _select(vault, PERSON, where, params, "order by n", [])


def year_record(vault: Vault, list_name: str, parent_id: str, year: int) -> Record | None:
    """The record of one year of a parent, or None."""
    found = children(vault, list_name, parent_id, year=year)
    return found[0] if found else None


def rows(
    vault: Vault,
    list_name: str,
    scope_prefix: str = "",
    *,
    order: str = "",
    descending: bool = False,
    limit: int = 100,
    offset: int = 0,
    where: Mapping[str, Value] | None = None,
) -> tuple[Record, ...]:
    """A page of a list. `order` and the keys of `where` are stored fields (else RegisterError); None matches unknown."""
    clause, params = _clause(vault, list_name, scope_prefix, where or {})
    direction = " desc" if descending else ""
    by = f'order by "{_column(vault, list_name, order)}"{direction}, n' if order else f"order by n{direction}"
    return _select(vault, list_name, clause, params, f"{by} limit ? offset ?", [limit, offset])


def count(
    vault: Vault, list_name: str, scope_prefix: str = "", *, where: Mapping[str, Value] | None = None
) -> int:
    """How many records `rows` would page through."""
    clause, params = _clause(vault, list_name, scope_prefix, where or {})
    mine, scopes = scope_clause(vault, list_name)
    found = vault.db.execute(
        f'select count(*) from "{list_name}" where {clause} and {mine}', [*params, *scopes]
    ).fetchone()
    return int(found[0])


def _select(
    vault: Vault, list_name: str, where: str, params: Sequence[Value], tail: str, tail_params: Sequence[Value]
) -> tuple[Record, ...]:
    layout = vault.ledger.layout(list_name)
    derived = vault.dictionary.derived_fields(list_name)
    own = "".join(f', "{list_name}"."{key}"' for key in layout.columns)
    computed = "".join(f", ({field.derived})" for field in derived)
    mine, scopes = scope_clause(vault, list_name)
    found = vault.db.execute(
        f'select id, scope, ended_on, ended_reason{own}{computed} from "{list_name}" '
        f"where {where} and {mine} {tail}",
        [*params, *scopes, *tail_params],
    ).fetchall()
    keys = (*layout.columns, *(field.key for field in derived))
    contested = _contested(vault, list_name, [row[0] for row in found])
    withheld = withheld_keys(vault, list_name)
    return tuple(
        Record(
            list_name,
            row[0],
            row[1],
            withhold(vault, list_name, dict(zip(keys, row[4:], strict=True)), withheld),
            row[2],
            row[3],
            contested.get(row[0], frozenset()),
            withheld,
        )
        for row in found
    )


def _contested(vault: Vault, list_name: str, ids: Sequence[str]) -> dict[str, frozenset[str]]:
    """The cells in conflict by record; concurrent writes of one value are no conflict to a reader."""
    from fieldapp.store.conflicts import open_cells

    if not vault.db.execute("select 1 from conflict where list = ? limit 1", [list_name]).fetchone():
        return {}
    marks = ", ".join("?" * len(ids))
    named = vault.db.execute(
        f"select distinct record from conflict where list = ? and record in ({marks})", [list_name, *ids]
    ).fetchall()
    return {name: frozenset(open_cells(vault, list_name, name)) for (name,) in named}


def _clause(
    vault: Vault, list_name: str, scope_prefix: str, where: Mapping[str, Value]
) -> tuple[str, list[Value]]:
    clause, params = "ended_on is null", list[Value]()
    if scope_prefix:
        clause += f' and "{list_name}".scope >= ? and "{list_name}".scope < ?'
        params += prefix_range(scope_prefix)
    for key, value in where.items():
        clause += f' and "{_column(vault, list_name, key)}" is ?'
        params.append(value)
    return clause, params


def _column(vault: Vault, list_name: str, key: str) -> str:
    # What is withheld is not sorted or filtered by either: the order would tell it.
    if key in vault.ledger.layout(list_name).columns and key not in withheld_keys(vault, list_name):
        return key
    raise unknown_field(list_name, key)
