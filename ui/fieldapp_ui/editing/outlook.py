"""What waits for the worker, counted beside the window: drafts, households due for a visit, conflicts, matters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from fieldapp.store.authority.review import waiting_here
from fieldapp.store.conflicts import conflicts
from fieldapp.store.drafts import drafts
from fieldapp.store.moving.arrivals import arrivals
from fieldapp.store.moving.late_edits import late_edits
from fieldapp.store.records import rows
from fieldapp.store.regions import region, villages
from fieldapp.store.renewals.renewal import renewals
from fieldapp.store.twins.duplicates import duplicates
from fieldapp.store.village.deadlines import deadlines
from fieldapp_ui.language import tr
from fieldapp_ui.scope import widest_scope

if TYPE_CHECKING:
    from fieldapp.store import Vault

ALL = 100_000
DAYS_AHEAD = 7
"""What is due within so many days waits today."""


@dataclass(frozen=True)
class Outlook:
    """Counts of what waits in one scope; `scopes` are the villages one may choose (code → name), `region_name` the
    county or township they lie in, as far as the register knows it."""

    drafts: int
    due: int
    conflicts: int
    scope_name: str
    scopes: Mapping[str, str]
    duplicates: int = 0
    matters: int = 0
    deadlines: int = 0
    region_name: str = ""

    @property
    def today(self) -> int:
        """The number beside 今日."""
        return self.drafts + self.due + self.deadlines + self.todo

    @property
    def todo(self) -> int:
        """The number beside 待办: what waits for a decision."""
        return self.conflicts + self.duplicates + self.matters


def look_out(vault: "Vault", scope: str, today: date) -> Outlook:
    """Count in a scope (a region prefix; empty for all the worker may see) what waits on a day."""
    scopes = village_names(vault)
    return Outlook(
        drafts=len(drafts(vault)),
        due=len(households_due(vault, scope, today.year)),
        conflicts=len(conflicts(vault, scope)),
        scope_name=scopes.get(scope, ""),
        scopes=scopes,
        duplicates=len(duplicates(vault, scope)),
        matters=count_matters(vault, scope),
        deadlines=len(deadlines(vault, scope, (today + timedelta(days=DAYS_AHEAD)).isoformat())),
        region_name=_region_name(vault),
    )


def count_matters(vault: "Vault", scope: str) -> int:
    """Households on their way, late edits, decisions to confirm anew, changes that wait for a review here."""
    found = (
        arrivals(vault, scope),
        late_edits(vault, scope),
        renewals(vault, scope),
        waiting_here(vault, scope),
    )
    return sum(map(len, found))


def village_names(vault: "Vault") -> dict[str, str]:
    """Region code → name of each village of the worker's scopes; the code stands in for a name not known yet."""
    return {village.code: village.name or village.code for village in villages(vault)}


def village_words(names: Mapping[str, str], code: str) -> str:
    """What a village is called in a sentence; one of which only the region code is known is called a village too."""
    name = names.get(code, code)
    return name if name != code else tr("village {code}", code=code)


def _region_name(vault: "Vault") -> str:
    code = widest_scope(vault.worker)
    known = region(vault, code) if code else None
    return known.name if known is not None else ""


def households_due(vault: "Vault", scope: str, year: int) -> tuple[str, ...]:
    """The ids of households without a visit noted in the year."""
    visited = {
        str(seen.values.get("household"))
        for seen in rows(
            vault, "household_year", scope, order="household", limit=ALL, offset=0, where={"year": year}
        )
        if str(seen.values.get("visited_on") or "").startswith(str(year))
    }
    all_households = rows(vault, "household", scope, order="household_no", limit=ALL, offset=0)
    return tuple(household.id for household in all_households if household.id not in visited)
