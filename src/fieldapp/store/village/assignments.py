"""Who helps which household: pairings made in bulk, and handed over as one deed when somebody leaves.

The household keeps its helper's name, telephone and unit as printed on its card; they are written with the pairing, in
the same commit, and never typed a second time.
"""

from collections.abc import Iterable, Sequence

from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value, Vector
from fieldapp.store.records import Record, record, rows
from fieldapp.store.refusals import unknown_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.vault import Vault

_EVERY = 1_000_000


def assign(
    vault: Vault, helper: str, households: Sequence[str], from_on: str, *, seen: Vector | None = None
) -> Saved:
    """Pair households of one village with a helper from a civil date on; a pairing they had ends on that day.

    Households paired with this helper already stay as they are. Raises RegisterError unknown_record, other_scope,
    assignments.nothing_new.
    """
    person = _helper(vault, helper)
    changes: list[Change] = []
    for household in households:
        if record(vault, "household", household) is None:
            raise unknown_record()
        current = _current(vault, person.scope, household=household)
        if any(one.values["helper"] == helper for one in current):
            continue
        changes += [_ended(one, from_on, "") for one in current]
        changes += _paired(person, household, from_on)
    if not changes:
        raise RegisterError(
            "register.already_paired", "These households have this helper already. Choose others."
        )
    label = _name(person)
    return save(vault, person.scope, "edit", changes, seen=seen or seen_of(vault, person.scope), label=label)


def hand_over(vault: Vault, leaving: str, successor: str, on: str, note: str = "") -> Saved:
    """Every current pairing of a helper goes to another of the same village on a civil date, as one deed.

    Raises RegisterError unknown_record, register.other_scope, register.nothing_to_hand_over.
    """
    old, new = _helper(vault, leaving), _helper(vault, successor)
    if old.scope != new.scope:
        raise RegisterError(
            "register.other_scope",
            "This record belongs to the village {scope} and cannot be written from another.",
            scope=new.scope,
        )
    current = _current(vault, old.scope, helper=leaving)
    if not current:
        raise RegisterError(
            "register.nothing_to_hand_over", "This helper has no household now. Choose another helper."
        )
    changes = [_ended(one, on, note) for one in current]
    for one in current:
        changes += _paired(new, str(one.values["household"]), on)
    return save(vault, old.scope, "edit", changes, seen=seen_of(vault, old.scope), label=_name(new))


def pairings(vault: Vault, helper: str) -> tuple[Record, ...]:
    """The current pairings of a helper."""
    return _current(vault, _helper(vault, helper).scope, helper=helper)


def _name(helper: Record) -> str:
    """What a helper is called in a deed's name."""
    return str(helper.values.get("name") or "")


def _helper(vault: Vault, helper: str) -> Record:
    found = record(vault, "helper", helper)
    if found is None:
        raise unknown_record()
    return found


def _current(vault: Vault, scope: str, **where: Value) -> tuple[Record, ...]:
    return rows(vault, "pairing", scope, where={**where, "to_on": None}, limit=_EVERY)


def _ended(one: Record, on: str, note: str) -> Change:
    values: dict[str, Value] = {"to_on": on}
    return Change("pairing", one.id, "set", values | ({"handover": note} if note else {}))


def _paired(helper: Record, household: str, from_on: str) -> Iterable[Change]:
    yield Change("pairing", None, "add", {"household": household, "helper": helper.id, "from_on": from_on})
    printed = {
        "helper_name": helper.values.get("name"),
        "helper_phone": helper.values.get("phone"),
        "helper_unit": helper.values.get("unit_name"),
    }
    yield Change("household", household, "set", printed)
