"""A household moves to another village: it ends in one and begins in the other, two commits in one transaction.

A record belongs to one village for ever, so the other village gets new records that are linked with the old ones.
"""

from collections.abc import Mapping, Sequence

from fieldapp.domain.identifiers import moved_id, year_id
from fieldapp.domain.region import RegionCode, is_region_code
from fieldapp.errors import RegisterError
from fieldapp.journal.commit import Value
from fieldapp.register.movements import refuse_kind
from fieldapp.store.moving.counterparts import IN, OUT
from fieldapp.store.moving.deeds import (
    HOUSEHOLD,
    PERSON,
    Deed,
    active_household,
    check_date,
    ending,
    joining,
    members,
    movement,
    stored,
    write,
)
from fieldapp.store.moving.splits import STANDING
from fieldapp.store.records import Record, children
from fieldapp.store.save import Change, Saved, seen_of
from fieldapp.store.vault import Vault

_VILLAGE_LEVEL = 6
_PLACE = ("natural_village", "geo", "helper_name", "helper_phone", "helper_unit")
"""What a household has because of where it lives: it is asked for again in the new village."""


def move_household(vault: Vault, household: str, to_scope: str, deed: Deed) -> tuple[Saved, ...]:
    """End the household here and begin it in the village `to_scope`, with its people, the years from the one of the move
    on, and what stands (loans, care, monitoring, needs).

    Outside the worker's villages only the end is written; whoever has both villages takes it in (`arrivals.take_in`),
    or the other side enters it with `add_household` and the kind "moved_in_village". The deed's kind is
    "moved_out_village". Raises RegisterError movement.*.
    """
    refuse_kind(deed.kind, (OUT,))
    home = active_household(vault, household)
    if to_scope == home.scope or not is_region_code(to_scope) or RegionCode(to_scope).level != _VILLAGE_LEVEL:
        raise RegisterError(
            "movement.no_village", "Choose the other village. {scope} is none.", scope=to_scope or "-"
        )
    people = members(vault, household)
    check_date(vault, deed, home, list(people.values()))
    is_ours = vault.worker.covers(to_scope)
    moving = vault.new_id()
    new = moved_id(moving, household) if is_ours else None
    leaving = movement(
        vault,
        deed,
        household,
        other_household=new,
        other_scope=to_scope,
        people=len(people),
        record_id=moving,
    )
    carry = Carrying(vault, home, deed, moving)
    ends = [leaving, ending(HOUSEHOLD, household, deed.moved_on, OUT, deed)]
    ends += [ending(PERSON, one, deed.moved_on, OUT, deed) for one in people]
    if new is None:
        return (write(vault, home.scope, ends, deed),)
    carry.household()
    for one in people:
        carry.person(one)
    carry.standing(household)
    return carry.write(to_scope, ends, len(people))


class Carrying:
    """What ends in the old village and begins in the new one, record by record. `moving` is the movement's record, by
    which the new ids are told: two offices that take in one household make one of it."""

    def __init__(self, vault: Vault, home: Record, deed: Deed, moving: str) -> None:
        self.vault, self.deed, self.moving = vault, deed, moving
        self.year = int(deed.moved_on[:4])
        self.new = moved_id(moving, home.id)
        self.ids = {home.id: self.new}
        self.home = home
        self.begins: list[Change] = []
        self.ends: list[Change] = []

    def write(self, to_scope: str, ends: Sequence[Change], people: int) -> tuple[Saved, ...]:
        """Both commits in one transaction: what ends (`ends` besides what was carried) and what begins."""
        vault, deed, home = self.vault, self.deed, self.home
        comes = movement(
            vault,
            deed,
            self.new,
            kind=IN,
            other_household=home.id,
            other_scope=home.scope,
            people=people,
            record_id=moved_id(self.moving, self.moving),
        )
        with vault.transaction():
            gone = write(vault, home.scope, [*ends, *self.ends], deed)
            # Nothing of the other village was shown: what is held of it now is what was seen.
            there = Deed(**{**vars(deed), "kind": IN, "seen": seen_of(vault, to_scope)})
            return gone, write(vault, to_scope, [comes, *self.begins], there)

    def household(self) -> None:
        """The household itself, but for what it has because of where it lives."""
        own = stored(self.vault, HOUSEHOLD, self.home.id)
        kept = {key: value for key, value in own.items() if key not in _PLACE}
        self._begin(HOUSEHOLD, self.new, kept)
        self._years(HOUSEHOLD, self.home.id)

    def person(self, person: str) -> None:
        """One of its people, with his years."""
        new = self.ids[person] = moved_id(self.moving, person)
        self._begin(PERSON, new, joining(self.vault, self.deed, IN, stored(self.vault, PERSON, person)))
        self._years(PERSON, person)

    def standing(self, household: str) -> None:
        """Loans, care, monitoring and needs that stand."""
        for name in STANDING:
            for found in children(self.vault, name, household) if name in self.vault.ledger.layouts else ():
                self._begin(name, moved_id(self.moving, found.id), stored(self.vault, name, found.id))
                self.ends.append(ending(name, found.id, self.deed.moved_on, OUT, self.deed))

    def _years(self, parent_list: str, parent: str) -> None:
        """Each year's facts count in one village: the year of the move and later ones in the new one."""
        for spec in self.vault.dictionary.children(parent_list):
            for found in children(self.vault, spec.name, parent) if spec.key_by == "year" else ():
                year = found.values["year"]
                if isinstance(year, int) and year >= self.year:
                    values = stored(self.vault, spec.name, found.id)
                    self._begin(spec.name, year_id(self.ids[parent], spec.name, year), values)
                    self.ends.append(ending(spec.name, found.id, self.deed.moved_on, OUT, self.deed))

    def _begin(self, name: str, record: str, values: Mapping[str, Value]) -> None:
        columns = self.vault.ledger.layout(name).columns
        kept = {key: self._moved(values[key]) for key in columns if values.get(key) is not None}
        self.begins.append(Change(name, record, "add", kept, self.deed.source))

    def _moved(self, value: Value) -> Value:
        """The reference to a record that moves along names the new one."""
        return self.ids.get(value, value) if isinstance(value, str) else value
