"""The villages of a station, each with what its hub tells of laptops and log and what the vault knows of conflicts."""

from dataclasses import dataclass

from fieldapp.store.conflicts import conflicts
from fieldapp.store.vault import Vault
from fieldapp_sync.station.messages import StationReply


@dataclass(frozen=True)
class VillageState:
    """One village of the station. `seen_ms` 0: nobody of it was here yet; `waiting`: what its laptops had left, None
    where none has said; `clock_off_ms`: of the laptop whose clock is furthest off."""

    scope: str
    accounts: tuple[str, ...]
    laptops: int
    seen_ms: int
    waiting: int | None
    for_centre: int
    held: int
    conflicts: int
    clock_off_ms: int
    invited: bool


def villages(vault: Vault, told: StationReply) -> tuple[VillageState, ...]:
    """The villages of the station, who is silent longest first. Those nobody was invited to are left out unless they
    hold something."""
    conflicts = _conflicts(vault)
    places = {place.scope: place for place in told.places}
    scopes = {scope for account in told.accounts for scope in account.scopes} | places.keys()
    found = []
    for scope in scopes:
        its = [account for account in told.accounts if scope in account.scopes]
        names = {account.name for account in its}
        laptops = [one for one in told.laptops if one.account in names and not one.revoked]
        waiting = [one.waiting for one in laptops if one.waiting is not None]
        clocks = [one.clock_off_ms or 0 for one in laptops]
        place = places.get(scope)
        found.append(
            VillageState(
                scope,
                tuple(sorted(names)),
                len(laptops),
                max((one.seen_ms for one in laptops), default=0),
                sum(waiting) if waiting else None,
                place.for_centre if place else 0,
                place.held if place else 0,
                conflicts.get(scope, 0),
                max(clocks, key=abs, default=0),
                any(account.invited for account in its),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.seen_ms, one.scope)))


def _conflicts(vault: Vault) -> dict[str, int]:
    counted: dict[str, int] = {}
    for one in conflicts(vault):
        counted[one.scope] = counted.get(one.scope, 0) + 1
    return counted
