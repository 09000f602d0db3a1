"""What a register holds and what its movements say, each counted by itself."""

from collections.abc import Mapping
from typing import Any

from fieldapp.register.movements import KINDS
from fieldapp.store import Vault

_SHOWN = ("household", "person", "person_year", "household_year", "loan", "care")


def active(vault: Vault, list_name: str) -> list[dict[str, Any]]:
    """The records of a list that have not ended."""
    layout = vault.ledger.layout(list_name)
    keys = ("id", "scope", *layout.columns)
    names = ", ".join(f'"{key}"' for key in keys)
    rows = vault.db.execute(f'select {names} from "{list_name}" where ended_on is null').fetchall()
    return [dict(zip(keys, row, strict=True)) for row in rows]


def households(vault: Vault) -> dict[str, list[str]]:
    """The relations in each active household, in both villages."""
    found: dict[str, list[str]] = {str(home["id"]): [] for home in active(vault, "household")}
    for person in active(vault, "person"):
        found.setdefault(str(person["household"]), []).append(str(person["relation"]))
    return {
        home: people
        for home, people in found.items()
        if home in {str(h["id"]) for h in active(vault, "household")}
    }


def counted(vault: Vault, village: str) -> dict[str, int]:
    """Households and people of a village by their records."""
    return {
        "households": sum(home["scope"] == village for home in active(vault, "household")),
        "people": sum(person["scope"] == village for person in active(vault, "person")),
    }


def flows(vault: Vault, village: str) -> dict[str, int]:
    """In − out of a village by its movements."""
    found = {"households": 0, "people": 0}
    for movement in active(vault, "movement"):
        if movement["scope"] == village:
            kind = KINDS[movement["kind"]]
            found["households"] += kind.households
            found["people"] += kind.people * (movement["people"] or 0)
    return found


def shown(vault: Vault) -> Mapping[tuple[str, str], tuple[Any, ...]]:
    """Every record of the register as it is shown, but those that were taken back."""
    found: dict[tuple[str, str], tuple[Any, ...]] = {}
    for name in (*_SHOWN, "movement"):
        columns = ("scope", "ended_on", "ended_reason", *vault.ledger.layout(name).columns)
        names = ", ".join(f'"{key}"' for key in columns)
        rows = vault.db.execute(
            f'select id, {names} from "{name}" where ended_reason is not "undone"'
        ).fetchall()
        found |= {(name, row[0]): tuple(row[1:]) for row in rows}
    return found
