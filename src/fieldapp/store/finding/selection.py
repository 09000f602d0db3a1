"""A list as a table: which rows in which order, found once as row numbers, and the cells of any of them.

Row numbers are cheap to hold (8 bytes each), so a table of 300,000 rows knows its length, scrolls anywhere and reads
only the page in sight.
"""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from fieldapp.domain.masking import mask
from fieldapp.domain.pinyin import spell
from fieldapp.domain.roles import Showing
from fieldapp.journal.commit import Value
from fieldapp.register.declarations import FieldSpec
from fieldapp.store.field_rights import showing
from fieldapp.store.finding.columns import Lookup, column_of
from fieldapp.store.finding.filters import Filter, readable, where_sql
from fieldapp.store.permissions import prefix_range, scope_clause
from fieldapp.store.vault import Vault

_ENDS = frozenset(("ended_on", "ended_reason"))
_LOOKUP = 200
_NARROW = 9
"""Digits of a township: in it are some thousand households."""


@dataclass(frozen=True)
class Order:
    """One key of a sorting: a column's path; what is not known always comes last."""

    field: str
    descending: bool = False


@dataclass(frozen=True)
class ViewRow:
    """One row of a view: the row number, the record's id and scope, the stored values of the columns asked for."""

    n: int
    id: str
    scope: str
    values: tuple[Value, ...]


def view_rows(
    vault: Vault,
    list_name: str,
    scope: str = "",
    filters: Sequence[Filter] = (),
    order: Sequence[Order] = (),
    columns: Sequence[str] = (),
    limit: int = 100,
    offset: int = 0,
    *,
    year: int,
) -> tuple[ViewRow, ...]:
    """A page of a list with these columns. `year` is the year that yearly columns and filters mean.

    Raises RegisterError register.unknown_list, register.unknown_field, register.bad_filter.
    """
    numbers = select_rows(vault, list_name, scope, filters, order, year=year, limit=limit, offset=offset)
    return read_cells(vault, list_name, numbers, columns, year=year)


def select_rows(
    vault: Vault,
    list_name: str,
    scope: str = "",
    filters: Sequence[Filter] = (),
    order: Sequence[Order] = (),
    *,
    year: int,
    limit: int = -1,
    offset: int = 0,
) -> "array[int]":
    """The row numbers of a view in its order. Rows that ended are left out unless a filter asks about the end."""
    vault.ledger.layout(list_name)
    own, lookup = Lookup(year), Lookup(year)
    within, bounds = _within(vault, list_name, scope)
    where = where_sql(vault, list_name, filters, own, _today(vault))
    by = _order_sql(vault, list_name, order, lookup)
    living = "" if any(one.field in _ENDS for one in filters) else f'and "{list_name}".ended_on is null '
    found = vault.db.execute(
        f'select "{list_name}".n from "{list_name}" where {within} {living}and {where} '
        f'order by {by}"{list_name}".n limit ? offset ?',
        [*bounds, *own.params, *lookup.params, limit, offset],
    )
    return array("q", (n for (n,) in found.fetchall()))


def read_cells(
    vault: Vault, list_name: str, numbers: Sequence[int], columns: Sequence[str], *, year: int
) -> tuple[ViewRow, ...]:
    """The rows of these numbers in their order; one that is gone or out of reach is left out."""
    paths = [column_of(vault.dictionary, list_name, path) for path in columns]
    specs = [column.spec for column in paths]
    ways = [showing(vault, spec) for spec in specs]
    rows: dict[int, ViewRow] = {}
    for at in range(0, len(numbers), _LOOKUP):
        some = numbers[at : at + _LOOKUP]
        lookup = Lookup(year)
        cells = "".join(f", {lookup.value(column, list_name)}" for column in paths)
        mine, scopes = scope_clause(vault, list_name)
        marks = ", ".join("?" * len(some))
        found = vault.db.execute(
            f'select "{list_name}".n, "{list_name}".id, "{list_name}".scope{cells} from "{list_name}" '
            f'where "{list_name}".n in ({marks}) and {mine}',
            [*lookup.params, *some, *scopes],
        )
        for n, record, scope, *values in found.fetchall():
            rows[n] = ViewRow(n, record, scope, tuple(map(_allowed, specs, ways, values)))
    return tuple(rows[n] for n in numbers if n in rows)


def _within(vault: Vault, list_name: str, scope: str) -> tuple[str, list[str]]:
    """The rows the worker may read within a place. Only a narrow place is worth walking the index of scopes; behind
    a plus sign SQLite reads the table, or the index of the order, instead."""
    mine, params = scope_clause(vault, list_name)
    low, high = prefix_range(scope)
    if not low:
        narrow = all(len(prefix_range(own)[0]) >= _NARROW for own in vault.worker.scopes)
        return (mine if narrow else f"+({mine})"), params
    place = f'("{list_name}".scope >= ? and "{list_name}".scope < ?)'
    inside = place if len(low) >= _NARROW else f"+({place})"
    return f"+({mine}) and {inside}", [*params, low, high]


def _allowed(spec: FieldSpec, how: Showing, value: Value) -> Value:
    """The value as this worker's role gets it."""
    if value is None or how in ("whole", "ask"):
        return value
    return mask(str(value), spec.mask) if how == "masked" and spec.type == "text" else None


def _order_sql(vault: Vault, list_name: str, order: Sequence[Order], lookup: Lookup) -> str:
    if not order:
        return ""
    vault.db.conn.create_function("spelt", 1, _spelt, deterministic=True)
    parts = []
    for one in order:
        column = readable(vault, list_name, one.field)
        key = lookup.value(column, list_name)
        spec = column.spec
        if spec.type == "code" and spec.codes in vault.dictionary.codes:
            places = "".join(f" {code.id}" for code in vault.dictionary.codes[spec.codes].items)
            key = f"instr({lookup.parameter(places + ' ')}, ' ' || {key} || ' ')"
        elif spec.mask == "name":
            key = f"spelt({key})"
        parts.append(f"{key}{' desc' if one.descending else ''} nulls last, ")
    return "".join(parts)


def _today(vault: Vault) -> date:
    return date.fromtimestamp(vault.clock() / 1000)


def _spelt(name: str | None) -> str | None:
    """Chinese names stand in the order of their pinyin, characters of one sound together."""
    if name is None:
        return None
    return f"{_surname_sound(name[:1])} {' '.join(map(_sound, name[1:]))} {name}"


@cache
def _surname_sound(character: str) -> str:
    return spell(character).full


@cache
def _sound(character: str) -> str:
    return spell(f"一{character}").full.partition(" ")[2]
