"""A household splits, or two merge, within a village: one commit each.

A person who changes household within a village keeps the record, so years, care and history stay with the person.
"""

from collections.abc import Collection, Mapping, Sequence

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.register.movements import HEAD, refuse_kind
from fieldapp.register.relations import new_relations
from fieldapp.store.moving.deeds import (
    HOUSEHOLD,
    PERSON,
    Deed,
    active_household,
    check_date,
    ending,
    member,
    members,
    movement,
    names,
    relations,
    stored,
    write,
)
from fieldapp.store.moving.members import Given, restate
from fieldapp.store.records import children
from fieldapp.store.save import Change, Saved
from fieldapp.store.vault import Vault

STANDING = ("loan", "care", "monitor", "need")
"""What stands now and goes along when a household moves or merges; what happened stays where it happened."""
_OF_A_PERSON = ("care",)
_INHERITED = (
    "natural_village", "address", "status", "identification_standard", "household_attribute", "cause_main",
    "cause_other", "cause_note", "identified_on", "identified_income", "planned_exit_year", "exit_year", "return_year",
    "return_reason", "helper_name", "helper_phone", "helper_unit",
)  # fmt: skip
"""What a household that splits off takes over from the one it comes from."""


def split(
    vault: Vault,
    household: str,
    people: Collection[str],
    new_head: str,
    deed: Deed,
    *,
    given: Given | None = None,
    stay_head: str | None = None,
    values: Mapping[str, Value] | None = None,
) -> Saved:
    """分户: these people become a household of their own under `new_head`. The deed's kind is "split_off".

    `given`: what each of them is to the new head and, when the old head goes along, what those who stay are to
    `stay_head`. `values`: what the new household does not take over. In `changed` the new household stands first.
    """
    refuse_kind(deed.kind, ("split_off",))
    home = active_household(vault, household)
    before = members(vault, household)
    leave = {one: member(before, one) for one in people}
    stay = {one: found for one, found in before.items() if one not in leave}
    check_date(vault, deed, home, list(leave.values()))
    if not leave or not stay:
        raise RegisterError(
            "movement.nobody_stays", "A split leaves people on both sides. Choose who leaves."
        )
    new, told = vault.new_id(), dict(given or {})
    asked = {one: relation for one, relation in told.items() if one in leave}
    # What they were to the old head says nothing about the new one.
    wanted = new_relations(dict.fromkeys(leave), new_head, asked, names(leave))
    own = stored(vault, HOUSEHOLD, household)
    inherited = {key: own[key] for key in _INHERITED if own.get(key) is not None}
    changes = [
        Change(HOUSEHOLD, new, "add", {**inherited, **(values or {})}, deed.source),
        movement(
            vault,
            deed,
            new,
            kind="split_from",
            new_head=new_head,
            other_household=household,
            people=len(leave),
        ),
    ]
    for one in leave:
        changes.append(movement(vault, deed, household, person=one, other_household=new, people=1))
        changes.append(Change(PERSON, one, "set", {"household": new, "relation": wanted[one]}, deed.source))
    if stay_head is not None or HEAD in relations(leave).values():
        changes += restate(stay, stay_head, {o: r for o, r in told.items() if o in stay}, deed)
    changes += _carried(vault, household, new, _OF_A_PERSON, leave, deed)
    return write(vault, home.scope, changes, deed)


def merge(vault: Vault, from_household: str, into_household: str, given: Given, deed: Deed) -> Saved:
    """并户: the people of one household go into another of the same village under its head; the first one ends.

    `given`: what each of them is to that head. The deed's kind is "merged_into". Raises RegisterError movement.*.
    """
    refuse_kind(deed.kind, ("merged_into",))
    home, into = active_household(vault, from_household), active_household(vault, into_household)
    if home.id == into.id or home.scope != into.scope:
        raise RegisterError(
            "movement.not_mergeable",
            "Only two households of one village merge. Move the household to the other village first.",
        )
    people, there = members(vault, from_household), members(vault, into_household)
    check_date(vault, deed, home, list(people.values()))
    check_date(vault, deed, into, [])
    head = next((one for one, relation in relations(there).items() if relation == HEAD), None)
    asked = {one: relation for one, relation in given.items() if one in people}
    wanted = new_relations(
        {**dict.fromkeys(people), **({head: HEAD} if head else {})}, head, asked, names(people)
    )
    changes = [
        movement(vault, deed, home.id, other_household=into.id, people=len(people)),
        ending(HOUSEHOLD, home.id, deed.moved_on, "merged_into", deed),
    ]
    for one in people:
        changes.append(
            movement(vault, deed, into.id, kind="merged_from", person=one, other_household=home.id, people=1)
        )
        changes.append(
            Change(PERSON, one, "set", {"household": into.id, "relation": wanted[one]}, deed.source)
        )
    changes += _carried(vault, home.id, into.id, STANDING, people, deed)
    return write(vault, home.scope, changes, deed)


def _carried(
    vault: Vault, source: str, target: str, lists: Sequence[str], people: Collection[str], deed: Deed
) -> list[Change]:
    """The standing records of a household, those of a person only with that person."""
    return [
        Change(name, found.id, "set", {HOUSEHOLD: target}, deed.source)
        for name in lists
        if name in vault.ledger.layouts
        for found in children(vault, name, source)
        if found.values.get("person") is None or found.values["person"] in people
    ]
