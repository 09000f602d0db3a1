"""Two invented villages in one vault, with households that were there before any movement."""

from dataclasses import dataclass
from pathlib import Path

from fieldapp.store import Vault, create_vault
from fieldapp.store.save import Change, save, seen_of

VILLAGES = ("990101001201", "990101001202")
START_MS = 1_700_000_000_000


@dataclass
class Clock:
    """Milliseconds that move one second a reading."""

    ms: int = START_MS

    def __call__(self) -> int:
        self.ms += 1000
        return self.ms


def first_state(vault: Vault) -> None:
    """Households that were there before any movement, with years, a loan and a care record."""
    for village in VILLAGES:
        changes = []
        for number in range(2):
            home = vault.new_id()
            changes.append(
                Change("household", home, "add", {"household_no": f"H{village[-1]}{number}", "status": "0"})
            )
            for at in range(3):
                person = vault.new_id()
                values = {"household": home, "name": f"赵{at}", "relation": "1" if at == 0 else "3"}
                changes.append(Change("person", person, "add", values))
                changes.append(
                    Change("person_year", None, "add", {"person": person, "year": 2023, "work_months": at})
                )
            changes.append(
                Change("household_year", None, "add", {"household": home, "year": 2023, "toilet": 1})
            )
            changes.append(Change("loan", vault.new_id(), "add", {"household": home, "amount": 100}))
            changes.append(Change("care", vault.new_id(), "add", {"household": home, "person": person}))
        save(vault, village, "edit", changes, seen=seen_of(vault, village))


def a_vault(folder: Path) -> Vault:
    """A vault of the shipped dictionary over both villages, with the households of `first_state`."""
    vault = create_vault(
        folder / "histories.vault",
        "four invented words here",
        worker="w",
        role="team",
        scopes=VILLAGES,
        packs=("cn-base",),
        clock=Clock(),
        escrow_recovery=False,
    )
    first_state(vault)
    return vault
