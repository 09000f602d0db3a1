"""A deed: what a worker says about one movement, and the changes it makes; every movement is written through here.

The movement, the records it changes and the household it may end stand in one commit of kind "move".
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value, Vector
from fieldapp.register.movements import ARRIVALS, KINDS, PERSON_IN, refuse_date
from fieldapp.store.records import Record, children, record
from fieldapp.store.refusals import unknown_record
from fieldapp.store.rows import read_row
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault

HOUSEHOLD, PERSON, MOVEMENT = "household", "person", "movement"


@dataclass(frozen=True)
class Deed:
    """What happened, when, why and how it is known. `kind` is a code of `movement_kind`, dates are "YYYY-MM-DD".

    `reason_code`: a code of `change_reason_add` or `change_reason_remove`, for a return to poverty of `poverty_cause`;
    empty takes the usual one of the kind. `evidence_file`: a file value. `source` as in `Change`. `seen`: what was held
    of the village when the step was opened (`seen_of`); None is now.
    """

    kind: str
    moved_on: str
    reason_code: str = ""
    reason: str = ""
    evidence: str = ""
    evidence_file: str = ""
    proposed_by: str = ""
    checked_by: str = ""
    approved_by: str = ""
    approved_on: str = ""
    note: str = ""
    other_scope: str = ""
    source: str = ""
    seen: Vector | None = None


def write(vault: Vault, scope: str, changes: Sequence[Change], deed: Deed) -> Saved:
    """Save the changes of a deed as one commit of kind "move"."""
    seen = seen_of(vault, scope) if deed.seen is None else deed.seen
    return save(vault, scope, "move", changes, seen=seen, label=deed.kind)


def movement(
    vault: Vault,
    deed: Deed,
    household: str,
    *,
    kind: str = "",
    person: str | None = None,
    new_head: str | None = None,
    other_household: str | None = None,
    other_scope: str | None = None,
    people: int | None = None,
    record_id: str | None = None,
) -> Change:
    """The movement's own record, below the household; `kind` where it differs from the deed's."""
    spec = KINDS[kind or deed.kind]
    reason = _reason(deed, spec.id)
    goes = spec.people < 0 or spec.id == "split_off"
    values: dict[str, Value] = {
        "household": household,
        "kind": spec.id,
        "moved_on": deed.moved_on,
        "reason": deed.reason or None,
        "reason_add": reason if spec.people > 0 else None,
        "reason_remove": reason if goes else None,
        "move": spec.move or None,
        "person": person,
        "new_head": new_head,
        "other_household": other_household,
        "other_scope": other_scope or deed.other_scope or None,
        "people": people,
    }
    for key in (
        "evidence", "evidence_file", "proposed_by", "checked_by", "approved_by", "approved_on", "note",
    ):  # fmt: skip
        values[key] = getattr(deed, key) or None
    given = {key: value for key, value in values.items() if value is not None}
    return Change(MOVEMENT, record_id or vault.new_id(), "add", given, deed.source)


def ending(list_name: str, record_id: str, ended_on: str, kind: str, deed: Deed) -> Change:
    """The end of a record; its reason is the movement's kind, the code of the reason stands in the movement."""
    return Change(list_name, record_id, "end", {"ended_on": ended_on, "ended_reason": kind}, deed.source)


def joining(vault: Vault, deed: Deed, kind: str, values: Mapping[str, Value]) -> dict[str, Value]:
    """A person's values with the day and reason of joining, where the dictionary has them."""
    columns = vault.ledger.layout(PERSON).columns
    found = dict(values)
    if "joined_on" in columns and kind != "identified":
        found["joined_on"] = deed.moved_on
    if "join_reason" in columns and kind != "identified":
        found["join_reason"] = _reason(deed, kind)
    return found


def active_household(vault: Vault, household: str) -> Record:
    """The household to move. Raises RegisterError register.unknown_record, movement.ended, register.foreign_scope."""
    found = record(vault, HOUSEHOLD, household)
    if found is None:
        raise unknown_record()
    if found.ended_on is not None:
        raise RegisterError(
            "movement.ended",
            "This household ended on {date}. Nothing can move in it now.",
            date=found.ended_on,
        )
    return found


def stored(vault: Vault, list_name: str, record_id: str) -> dict[str, Value]:
    """The stored values of a record as they are, to be copied: what a role sees of them may be masked."""
    row = read_row(vault.ledger, vault.ledger.layout(list_name), record_id)
    return dict(row.values) if row else {}


def members(vault: Vault, household: str) -> dict[str, Record]:
    """The people of a household now, by id, in the order in which they were made."""
    return {found.id: found for found in children(vault, PERSON, household)}


def member(people: Mapping[str, Record], person: str) -> Record:
    """One of these people. Raises RegisterError movement.not_a_member."""
    if person not in people:
        raise RegisterError(
            "movement.not_a_member", "This person is not in the household now. Open the household again."
        )
    return people[person]


def names(people: Mapping[str, Record]) -> dict[str, str]:
    """Names by id."""
    return {person: str(found.values.get("name") or "") for person, found in people.items()}


def relations(people: Mapping[str, Record]) -> dict[str, str | None]:
    """Relations to the head by id."""
    found = {person: one.values.get("relation") for person, one in people.items()}
    return {person: None if relation is None else str(relation) for person, relation in found.items()}


def check_date(vault: Vault, deed: Deed, household: Record | None, people: Sequence[Record]) -> None:
    """Refuses a day that cannot be: see `refuse_date`. `people` are those who move."""
    not_before: dict[str, str | None] = {}
    # As stored: a role may see a birth date masked.
    values = [stored(vault, PERSON, one.id) or one.values for one in people]
    for key, what in (("birth_date", "birth"), ("joined_on", "joined")):
        known = [str(own[key]) for own in values if own.get(key)]
        not_before[what] = max(known, default=None)
    if household is not None:
        not_before["arrived"] = arrived_on(vault, household.id)
        came = [_came_on(vault, household.id, one.id) for one in people]
        not_before["joined"] = max(filter(None, (*came, not_before["joined"])), default=None)
    refuse_date(deed.moved_on, today=today(vault), not_before=not_before)


def arrived_on(vault: Vault, household: str) -> str | None:
    """The day on which a household began here, where a movement says so."""
    found = [m for m in children(vault, MOVEMENT, household) if m.values["kind"] in ARRIVALS]
    return max((str(m.values["moved_on"]) for m in found if m.values["moved_on"]), default=None)


def today(vault: Vault) -> str:
    """The civil day where the worker is: what happened this morning is not in the future."""
    return datetime.fromtimestamp(vault.clock() / 1000, UTC).astimezone().date().isoformat()


def _came_on(vault: Vault, household: str, person: str) -> str | None:
    """When a person came into this household from another one or from outside."""
    row = vault.db.execute(
        f'select max(moved_on) from "{MOVEMENT}" where household = ? and person = ? and ended_on is null '
        f"and kind in ({', '.join('?' * (len(PERSON_IN) + 1))})",
        [household, person, "merged_from", *PERSON_IN],
    ).fetchone()
    return None if row[0] is None else str(row[0])


def _reason(deed: Deed, kind: str) -> str | None:
    return (deed.reason_code if kind == deed.kind else "") or KINDS[kind].reason or None
