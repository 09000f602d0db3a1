"""The records an import may meet, read at once and only where the sheet can reach: by village, or by number."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from fieldapp.journal.commit import Value, Vector
from fieldapp.register.endings import NEVER_WAS
from fieldapp.store.records import scope_clause
from fieldapp.store.vault import Vault

_LOOKUP = 500


class Existing(NamedTuple):
    """A record of the vault: the columns asked for, side by side."""

    id: str
    scope: str
    parent: str
    year: int | None
    ended_on: str | None
    values: tuple[Value, ...]


def read_existing(
    vault: Vault, list_name: str, columns: Sequence[str], by: str, values: Collection[str]
) -> Iterator[Existing]:
    """The records of a list whose column `by` (id, scope, the parent's or a field) is one of `values`, within the
    worker's villages."""
    layout = vault.ledger.layout(list_name)
    mine, scopes = scope_clause(vault, list_name)
    parent = f'"{layout.parent}"' if layout.parent else "''"
    year = "year" if layout.yearly else "null"
    names = "".join(f', "{key}"' for key in columns)
    ordered = sorted(values)
    for at in range(0, len(ordered), _LOOKUP):
        some = ordered[at : at + _LOOKUP]
        rows = vault.db.execute(
            f'select id, scope, {parent}, {year}, ended_on, ended_reason{names} from "{list_name}" '
            f'where "{by}" in ({", ".join("?" * len(some))}) and {mine} order by n',
            [*some, *scopes],
        )
        for row in rows.fetchall():
            if row[5] not in NEVER_WAS:
                yield Existing(row[0], row[1], row[2] or "", row[3], row[4], row[6:])


def vectors(vault: Vault) -> Mapping[str, Vector]:
    """What this vault holds of every village now; read before any record, so that nothing unseen counts as seen."""
    found: dict[str, dict[str, int]] = {}
    for scope, stream, seq in vault.db.execute(
        "select scope, id, head_seq from stream where head_seq > 0"
    ).fetchall():
        found.setdefault(scope, {})[stream] = seq
    return found


def scopes_of_numbers(
    vault: Vault, list_name: str, column: str, numbers: Collection[str], known: Collection[str]
) -> dict[str, str]:
    """Number → village, of active records that have one of these numbers in a village that is not among `known`."""
    found = read_existing(vault, list_name, (column,), column, numbers)
    return {
        str(held.values[0]): held.scope for held in found if held.scope not in known and held.ended_on is None
    }
