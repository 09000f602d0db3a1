"""What of a village belongs to a year: the records a snapshot freezes, with their computed fields."""

from collections.abc import Iterator

from fieldapp.journal.commit import Value
from fieldapp.register.endings import NEVER_WAS
from fieldapp.register.freezing import Frozen
from fieldapp.store.permissions import scope_clause
from fieldapp.store.vault import Vault

LISTS = (
    "village", "village_year", "natural_village", "household", "household_year", "person", "person_year",
    "income_sheet", "income_event", "plan", "plan_line", "measure", "benefit", "movement", "resident_team",
    "team_member", "helper", "pairing",
)  # fmt: skip
"""In the order of the book. Attendance is no fact about the year of a household and is not among them."""
_HAPPENED = {"income_event": "happened_on", "movement": "moved_on"}
_BEGAN = {
    "household": "identified_on", "person": "joined_on", "resident_team": "from_on", "team_member": "from_on",
    "pairing": "from_on",
}  # fmt: skip
_WENT = {"resident_team": "to_on", "team_member": "to_on", "pairing": "to_on"}


def frozen_rows(vault: Vault, scope: str, year: int, cut_off: str) -> Iterator[Frozen]:
    """The records of a village's year up to a day: yearly ones of the year, what happened in it, and who was there."""
    for name in LISTS:
        if name in vault.dictionary.lists:
            yield from _rows(vault, name, scope, year, cut_off)


def _rows(vault: Vault, name: str, scope: str, year: int, cut_off: str) -> Iterator[Frozen]:
    layout = vault.ledger.layout(name)
    first = f"{year}-01-01"
    where = [f'"{name}".scope = ?', f"coalesce(\"{name}\".ended_reason, '') not in (?, ?)"]
    params = list[Value]((scope, *NEVER_WAS))
    if "year" in layout.columns:
        where += [f'"{name}".year = ?', f'"{name}".ended_on is null']
        params.append(year)
    else:
        where.append(f'("{name}".ended_on is null or "{name}".ended_on >= ?)')
        params.append(first)
    if (day := _HAPPENED.get(name)) in layout.columns:
        where += [f'"{name}"."{day}" between ? and ?', f'"{name}".ended_on is null']
        params += [first, cut_off]
    if (day := _BEGAN.get(name)) in layout.columns:
        where.append(f'("{name}"."{day}" is null or "{name}"."{day}" <= ?)')
        params.append(cut_off)
    if (day := _WENT.get(name)) in layout.columns:
        where.append(f'("{name}"."{day}" is null or "{name}"."{day}" >= ?)')
        params.append(first)
    derived = vault.dictionary.derived_fields(name)
    own = "".join(f', "{name}"."{key}"' for key in layout.columns)
    computed = "".join(f", ({field.derived})" for field in derived)
    mine, scopes = scope_clause(vault, name)
    keys = ("ended_on", "ended_reason", *layout.columns, *(field.key for field in derived))
    found = vault.db.execute(
        f'select id, ended_on, ended_reason{own}{computed} from "{name}" where {" and ".join(where)} and {mine}',
        [*params, *scopes],
    )
    for row in found.fetchall():
        values = zip(keys, row[1:], strict=True)
        yield Frozen(name, row[0], {key: value for key, value in values if value is not None})
