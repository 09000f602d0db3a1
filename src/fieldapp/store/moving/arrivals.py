"""Households that left for a village of ours and were not taken in yet: whoever has both villages does it with one key.

The laptop that let them go had the old village alone. Nothing is typed again: people, years and what stands go along.
"""

from dataclasses import dataclass, replace

from fieldapp.errors import RegisterError
from fieldapp.register.movements import HEAD
from fieldapp.store.moving.counterparts import OUT
from fieldapp.store.moving.deeds import HOUSEHOLD, MOVEMENT, PERSON, Deed
from fieldapp.store.moving.villages import Carrying
from fieldapp.store.records import Record, children, record, scope_clause
from fieldapp.store.save import Change, Saved
from fieldapp.store.vault import Vault

_TOLD = (
    "reason",
    "evidence",
    "evidence_file",
    "proposed_by",
    "checked_by",
    "approved_by",
    "approved_on",
    "note",
)


@dataclass(frozen=True)
class Arrival:
    """A household on its way. `movement` is the record of its leaving; `household_no` and `head` as its old village has
    them."""

    movement: str
    household: str
    household_no: str
    head: str
    from_scope: str
    to_scope: str
    moved_on: str
    people: int


def arrivals(vault: Vault, scope: str = "") -> tuple[Arrival, ...]:
    """Those who left for a village of this worker's, the earliest first; with `scope` (a region prefix) those whose old
    or new village lies in it."""
    if MOVEMENT not in vault.ledger.layouts:
        return ()
    mine, scopes = scope_clause(vault, MOVEMENT)
    rows = vault.db.execute(
        f'select id from "{MOVEMENT}" where kind = ? and ended_on is null and other_household is null '
        f"and other_scope is not null and {mine} order by moved_on, id",
        [OUT, *scopes],
    ).fetchall()
    found = (_arrival(vault, movement) for (movement,) in rows)
    return tuple(
        one
        for one in found
        if one is not None and (one.to_scope.startswith(scope) or one.from_scope.startswith(scope))
    )


def take_in(vault: Vault, movement: str) -> tuple[Saved, ...]:
    """Begin the household in its new village; the old one's record is linked with it.

    Raises RegisterError arrival.none where it has been taken in already or is none of this worker's.
    """
    arrival = _arrival(vault, movement)
    leaving = record(vault, MOVEMENT, movement)
    home = record(vault, HOUSEHOLD, arrival.household) if arrival else None
    if arrival is None or leaving is None or home is None or leaving.values["other_household"] is not None:
        raise RegisterError(
            "arrival.none", "This household does not wait any more. Look at the list of arrivals again."
        )
    told = {key: str(leaving.values.get(key) or "") for key in _TOLD}
    deed = replace(Deed(OUT, arrival.moved_on), **told)  # type: ignore[arg-type]
    carrying = Carrying(vault, home, deed, movement)
    carrying.household()
    people = _who_left(vault, home, arrival.moved_on)
    for person in people:
        carrying.person(person.id)
    carrying.standing(home.id)
    link = Change(MOVEMENT, movement, "set", {"other_household": carrying.new})
    return carrying.write(arrival.to_scope, [link], len(people))


def _arrival(vault: Vault, movement: str) -> Arrival | None:
    leaving = record(vault, MOVEMENT, movement)
    home = record(vault, HOUSEHOLD, str(leaving.values["household"])) if leaving else None
    if leaving is None or home is None:
        return None
    to_scope, day = str(leaving.values["other_scope"] or ""), str(leaving.values["moved_on"])
    if home.ended_reason != OUT or not (to_scope and vault.worker.covers(to_scope)):
        return None
    people = _who_left(vault, home, day)
    head = next((one for one in people if one.values.get("relation") == HEAD), None)
    return Arrival(
        movement,
        home.id,
        str(home.values.get("household_no") or ""),
        str(head.values.get("name") or "") if head else "",
        home.scope,
        to_scope,
        day,
        len(people),
    )


def _who_left(vault: Vault, home: Record, day: str) -> tuple[Record, ...]:
    """The people whose record ended with this move."""
    found = children(vault, PERSON, home.id, ended=True)
    return tuple(one for one in found if (one.ended_reason, one.ended_on) == (OUT, day))
