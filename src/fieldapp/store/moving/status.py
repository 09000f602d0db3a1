"""A household begins in a village or changes its status: one commit with the movement and all it changes."""

from collections.abc import Collection, Mapping, Sequence

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.register.movements import (
    ARRIVALS,
    HEAD,
    HOUSEHOLD_IN,
    STATUS,
    refuse_date,
    refuse_kind,
    refuse_status,
    status_values,
)
from fieldapp.register.relations import new_relations
from fieldapp.store.moving.deeds import (
    HOUSEHOLD,
    MOVEMENT,
    PERSON,
    Deed,
    active_household,
    check_date,
    ending,
    joining,
    members,
    movement,
    write,
)
from fieldapp.store.records import Record, children
from fieldapp.store.save import Change, Saved
from fieldapp.store.vault import Vault


def add_household(
    vault: Vault,
    scope: str,
    values: Mapping[str, Value],
    head: Mapping[str, Value],
    deed: Deed,
    *,
    others: Sequence[Mapping[str, Value]] = (),
) -> Saved:
    """A household newly identified, or come from another village: the household, its head and the other people.

    `values` and the people's are stored values; the head's relation is written here. In `changed` the household stands
    second. Raises RegisterError movement.*, register.relations_needed, .two_heads, and those of `save`.
    """
    refuse_kind(deed.kind, HOUSEHOLD_IN)
    household = vault.new_id()
    people = {vault.new_id(): dict(one) for one in ({**head, "relation": HEAD}, *others)}
    first = next(iter(people))
    check_date(vault, deed, None, [Record(PERSON, one, scope, own) for one, own in people.items()])
    given = {one: str(own["relation"]) for one, own in people.items() if one != first and own.get("relation")}
    named = {one: str(own.get("name") or "") for one, own in people.items()}
    new_relations({one: HEAD if one == first else None for one in people}, first, given, named)
    own = {**_known(vault, status_values("identified", deed.moved_on, "")), **values}
    if deed.kind != "identified":
        own = dict(values)
    changes = [
        movement(vault, deed, household, people=len(people)),
        Change(HOUSEHOLD, household, "add", own, deed.source),
        *(
            Change(
                PERSON,
                one,
                "add",
                {"household": household, **joining(vault, deed, deed.kind, told)},
                deed.source,
            )
            for one, told in people.items()
        ),
    ]
    return write(vault, scope, changes, deed)


def change_status(vault: Vault, household: str, deed: Deed) -> Saved:
    """Identified, continued, exited, returned to poverty, suspended, resumed, deregistered, or found to be wrongly
    identified (then its people end with it). Raises RegisterError movement.*."""
    refuse_kind(deed.kind, STATUS)
    home = active_household(vault, household)
    people = members(vault, household)
    leaves = deed.kind in ("wrong_identification", "deregistered")
    check_date(vault, deed, home, list(people.values()) if leaves else [])
    past = children(vault, MOVEMENT, household)
    status = home.values.get("status")
    refuse_status(
        deed.kind,
        None if status is None else str(status),
        is_suspended=_last(past, ("suspended", "resumed")) == "suspended",
        has_arrived=any(m.values["kind"] in ARRIVALS for m in past),
    )
    _refuse_disorder(deed, past)
    if deed.kind == "deregistered" and people:
        raise RegisterError(
            "movement.people_left",
            "{count} people are still in this household. Record first where they went.",
            count=len(people),
        )
    count = len(people) if leaves or deed.kind == "identified" else None
    changes = [movement(vault, deed, household, people=count)]
    values = _known(vault, status_values(deed.kind, deed.moved_on, deed.reason_code))
    if values:
        changes.append(Change(HOUSEHOLD, household, "set", values, deed.source))
    if leaves:
        changes += [ending(PERSON, one, deed.moved_on, deed.kind, deed) for one in people]
        changes.append(ending(HOUSEHOLD, household, deed.moved_on, deed.kind, deed))
    return write(vault, home.scope, changes, deed)


def _known(vault: Vault, values: Mapping[str, Value]) -> dict[str, Value]:
    columns = vault.ledger.layout(HOUSEHOLD).columns
    return {key: value for key, value in values.items() if key in columns}


def _last(past: Sequence[Record], kinds: Collection[str]) -> str:
    """The last movement of these kinds by its day, the later written of two on one day."""
    found = [m for m in past if m.values["kind"] in kinds]
    found.sort(key=lambda m: str(m.values["moved_on"]))
    return str(found[-1].values["kind"]) if found else ""


def _refuse_disorder(deed: Deed, past: Sequence[Record]) -> None:
    """A status is what the last movement says: an earlier one entered after it would be taken for the last."""
    days = [str(m.values["moved_on"]) for m in past if m.values["kind"] in STATUS]
    later = max(days, default="")
    if later > deed.moved_on:
        refuse_date(deed.moved_on, today=deed.moved_on, not_before={"movement": later})
