"""The records an import touches while it is planned: those the vault holds and those it would make."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from fieldapp.journal.commit import Value
from fieldapp.register.declarations import Dictionary
from fieldapp.register.matching import Matcher, has_repeats, key_tiers, plain_column, tier_keys
from fieldapp.store.exchange.existing import Existing


@dataclass(slots=True)
class Layer:
    """What one row says of a record: values side by side with `keys`. `row` is the index in the plan's rows."""

    keys: tuple[str, ...]
    values: tuple[Value, ...]
    row: int
    source: int


@dataclass(slots=True, eq=False)
class Slot:
    """One record in the making of a plan. `token` is its id, or a name of the plan's own for one that is new.

    `unit` and `entry` say where it will be written, once that is settled.
    """

    list_name: str
    token: str
    held: Existing | None
    id: str
    scope: str
    parent: "Slot | None"
    owned: bool
    layers: list[Layer] = field(default_factory=list)
    years: dict[tuple[str, int], list[Layer]] = field(default_factory=dict)
    unit: int = -1
    entry: int = -1


class Table:
    """The slots of one list. `columns`: the fields read of records that are there."""

    def __init__(self, dictionary: Dictionary, list_name: str, columns: Iterable[str]) -> None:
        self.list = list_name
        self.tiers = key_tiers(dictionary, list_name)
        fields = {spec.key for spec in dictionary.stored_fields(list_name)}
        parts = [part for tier in self.tiers for part in tier if part in fields]
        self.columns = tuple(dict.fromkeys((*parts, *(c for c in columns if c in fields))))
        self.repeats = has_repeats(dictionary, list_name)
        self.matcher = Matcher(self.tiers, self.repeats)
        self.slots: dict[str, Slot] = {}
        self.held: dict[str, Existing] = {}
        self.ended: dict[Hashable, Existing] = {}
        """Those that ended, by their plain number."""
        self._parts = tuple(dict.fromkeys(parts))

    def enter(self, found: Iterable[Existing]) -> None:
        """Records of the vault; those that ended are kept aside from the matching."""
        new = [held for held in found if held.id not in self.held]
        if not new:
            return
        values = dict(zip(self.columns, zip(*(held.values for held in new), strict=True), strict=False))
        plain = {part: plain_column(part, values[part]) for part in self._parts}
        parents = [held.parent or None for held in new]
        keys = tier_keys(self.tiers, plain, [held.scope for held in new], parents)
        for at, held in enumerate(new):
            self.held[held.id] = held
            own = [column[at] for column in keys]
            if held.ended_on is None:
                self.matcher.enter(held.id, own)
            elif own and own[0] is not None:
                self.ended[own[0]] = held

    def slot_of(self, token: str, parent: "Slot | None", owned: bool) -> Slot | None:
        """The slot of a token or of a record of the vault."""
        slot = self.slots.get(token)
        if slot is None and (held := self.held.get(token)) is not None:
            slot = self.slots[token] = Slot(self.list, token, held, held.id, held.scope, parent, owned)
        if slot is not None and owned:
            slot.owned = True
        return slot

    def make(
        self,
        keys: Sequence[Hashable],
        given: str,
        scope: str,
        parent: "Slot | None",
    ) -> Slot:
        """A slot for a record that is new; `given` is the id it brings from an export, or ""."""
        token = given or f"+{len(self.slots)}"
        slot = self.slots[token] = Slot(self.list, token, None, given, scope, parent, True)
        if not self.repeats:
            self.matcher.enter(token, keys)
        return slot
