"""People come into a household, leave it, or its head changes: each one commit with its movement."""

from collections.abc import Mapping

from fieldapp.journal.commit import Value
from fieldapp.register.endings import NEVER_WAS
from fieldapp.register.movements import HEAD, PERSON_IN, PERSON_OUT, refuse_kind
from fieldapp.register.relations import new_relations
from fieldapp.store.moving.deeds import (
    HOUSEHOLD,
    PERSON,
    Deed,
    active_household,
    check_date,
    ending,
    joining,
    member,
    members,
    movement,
    names,
    relations,
    write,
)
from fieldapp.store.records import Record
from fieldapp.store.save import Change, Saved
from fieldapp.store.vault import Vault

Given = Mapping[str, str]
"""person id → code of `relation_to_head`"""


def add_member(vault: Vault, household: str, values: Mapping[str, Value], deed: Deed) -> Saved:
    """A birth, a marriage in, a move in …: a new person with the movement. `values`: stored values of `person`, the
    relation among them. Raises RegisterError movement.*, register.two_heads, .relations_needed, and those of `save`."""
    refuse_kind(deed.kind, PERSON_IN)
    home = active_household(vault, household)
    person = vault.new_id()
    arriving = Record(PERSON, person, home.scope, {"birth_date": values.get("birth_date")})
    check_date(vault, deed, home, [arriving])
    others = relations(members(vault, household))
    head = next((one for one, relation in others.items() if relation == HEAD), person)
    relation, name = values.get("relation"), str(values.get("name") or "")
    if head != person or relation is None:
        given = {} if relation is None else {person: str(relation)}
        new_relations({head: HEAD, person: None}, head, given, {person: name})
    added = {"household": household, **joining(vault, deed, deed.kind, values)}
    return write(
        vault,
        home.scope,
        [
            movement(vault, deed, household, person=person, people=1),
            Change(PERSON, person, "add", added, deed.source),
        ],
        deed,
    )


def remove_member(
    vault: Vault,
    household: str,
    person: str,
    deed: Deed,
    *,
    new_head: str | None = None,
    given: Given | None = None,
) -> Saved:
    """A death, a marriage out, a move out …: the person's record ends on that day. When the head leaves, `new_head` and
    what the others are to that person (`given`) are part of the step; with nobody left the household is deregistered.

    Raises RegisterError register.new_head_needed, .new_head_unknown, .relations_needed, .two_heads, movement.*.
    """
    refuse_kind(deed.kind, PERSON_OUT)
    home = active_household(vault, household)
    people = members(vault, household)
    gone = member(people, person)
    check_date(vault, deed, home, [gone])
    stay = {one: found for one, found in people.items() if one != person}
    is_head = gone.values.get("relation") == HEAD
    changes = [
        movement(vault, deed, household, person=person, new_head=new_head, people=1),
        ending(PERSON, person, deed.moved_on, deed.kind, deed),
    ]
    if stay and (is_head or new_head is not None):
        changes += restate(stay, new_head, given or {}, deed)
    if not stay:
        changes += closing(vault, home, deed)
    return write(vault, home.scope, changes, deed)


def change_head(vault: Vault, household: str, new_head: str, given: Given, deed: Deed) -> Saved:
    """Another member becomes the head, nobody leaves; `given` says what every other one is to that person."""
    refuse_kind(deed.kind, ("head_changed",))
    home = active_household(vault, household)
    people = members(vault, household)
    check_date(vault, deed, home, [member(people, new_head)])
    changes = [movement(vault, deed, household, new_head=new_head), *restate(people, new_head, given, deed)]
    return write(vault, home.scope, changes, deed)


def restate(people: Mapping[str, Record], head: str | None, given: Given, deed: Deed) -> list[Change]:
    """The relations of these people to their head, as changes."""
    now = relations(people)
    wanted = new_relations(now, head, given, names(people))
    return [
        Change(PERSON, person, "set", {"relation": relation}, deed.source)
        for person, relation in wanted.items()
        if now[person] != relation
    ]


def closing(vault: Vault, home: Record, deed: Deed) -> list[Change]:
    """自然销户: the household that nobody is left in ends on the day the last one left."""
    row = vault.db.execute(
        f'select max(ended_on) from "{PERSON}" where household = ? and ended_reason not in (?, ?)',
        [home.id, *NEVER_WAS],
    ).fetchone()
    last = max(deed.moved_on, str(row[0] or ""))
    closed = movement(vault, deed, home.id, kind="deregistered", people=0)
    closed_on = {**closed.values, "moved_on": last}
    return [
        Change(closed.list, closed.record, closed.action, closed_on, closed.source),
        ending(HOUSEHOLD, home.id, last, "deregistered", deed),
    ]
