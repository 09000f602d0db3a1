"""Whether a row of somebody's list is a record we have: by number, by identity, by name; never by likeness.

Kept apart from any vault, so that other people's lists are compared by the same rules they would be imported by.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from fieldapp.domain.identity import OLD_LENGTH, normal_form, parse_identity
from fieldapp.domain.pinyin import fold
from fieldapp.register.declarations import Dictionary
from fieldapp.register.values import Value

PLACE, PARENT = "scope", "^"
"""Parts of a key that are no field: the village, and the record above."""
_KNOWN_KEYS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "village": ((PLACE,),),
    "household": (("household_no",),),
    "person": (("id_no",), ("name", "birth_date", PLACE), ("name", PARENT)),
}
_PART_TYPES = ("date", "month", "year", "code", "ref")
Tier = tuple[str, ...]
Key = tuple[Hashable, ...]


@dataclass(frozen=True)
class Match:
    """The record a row is, and by which key. `record` None with `doubtful`: several records fit, a person must say."""

    record: str | None
    tier: Tier = ()
    doubtful: tuple[str, ...] = ()


def key_tiers(dictionary: Dictionary, list_name: str) -> tuple[Tier, ...]:
    """The keys of a list, the strongest first. A list without a number of its own is known below its parent by its
    title and its required dates, codes and references."""
    fields = {spec.key: spec for spec in dictionary.stored_fields(list_name)}
    known = _KNOWN_KEYS.get(list_name)
    if known:
        return tuple(tier for tier in known if all(k in fields or k in (PLACE, PARENT) for k in tier))
    unique = tuple((key,) for key, spec in fields.items() if "unique" in spec.check.split())
    spec = dictionary.lists[list_name]
    parts = [spec.title_field] if spec.title_field in fields else []
    parts += [k for k, f in fields.items() if f.req == "R" and f.type in _PART_TYPES and k not in parts]
    above = PARENT if spec.parent else PLACE
    return (*unique, *(((above, *parts),) if parts else ()))


def plain_value(key: str, value: Value) -> Hashable:
    """A value as it is compared: numbers without signs, names folded."""
    if not isinstance(value, str):
        return value
    if key in ("id_no", "household_no"):
        plain = value.upper() if value.isascii() and value.isalnum() else normal_form(value)
        if key == "id_no" and len(plain) == OLD_LENGTH and (longer := parse_identity(plain)):
            return longer.text
        return plain
    return fold(value).replace(" ", "").replace("·", "").replace("•", "")


def plain_column(key: str, values: Sequence[Value]) -> list[Hashable]:
    """A whole column as it is compared; each different value is made plain once."""
    plain = {value: plain_value(key, value) for value in set(values)}
    return list(map(plain.__getitem__, values))


@dataclass
class Matcher:
    """The records of a list by their keys; a name never joins two whose sound numbers differ. `repeats` lets the second row of a key be the second record of it, for lists
    whose keys are no names (two loans of one purpose)."""

    tiers: tuple[Tier, ...]
    repeats: bool = False
    _by_key: dict[tuple[int, Key], list[str]] = field(default_factory=dict)
    _taken: dict[tuple[int, Key], int] = field(default_factory=dict)
    _numbers: dict[str, Key] = field(default_factory=dict)

    def enter(self, record: str, keys: Sequence[Key | None]) -> None:
        """A record with its key of each tier (see `keys_of`)."""
        if keys and keys[0] is not None:
            self._numbers[record] = keys[0]
        for tier, key in enumerate(keys):
            if key is not None:
                held = self._by_key.setdefault((tier, key), [])
                if record not in held:
                    held.append(record)

    def find(self, keys: Sequence[Key | None]) -> Match:
        """The record of these keys: the strongest tier that names one decides; a tier naming several is doubtful."""
        doubtful: tuple[str, ...] = ()
        for tier, key in enumerate(keys):
            held = self._by_key.get((tier, key)) if key is not None else None
            if not held:
                continue
            if self.repeats:
                return self._next(tier, key, held)
            if tier and keys[0] is not None:
                held = [one for one in held if not self._is_another(one, keys[0])]
            if len(held) == 1:
                return Match(held[0], self.tiers[tier])
            doubtful = doubtful or tuple(held)
        return Match(None, (), doubtful)

    def _is_another(self, record: str, number: Key) -> bool:
        """Whether a record has a sound number of its own that is not this one; a mistyped one may be corrected."""
        own = self._numbers.get(record)
        return own is not None and own != number and parse_identity(str(own[0])) is not None

    def _next(self, tier: int, key: Key | None, held: Sequence[str]) -> Match:
        name = (tier, key or ())
        at = self._taken.get(name, 0)
        self._taken[name] = at + 1
        return Match(held[at], self.tiers[tier]) if at < len(held) else Match(None)


def has_repeats(dictionary: Dictionary, list_name: str) -> bool:
    """Whether two records of this list may honestly have one key."""
    return list_name not in _KNOWN_KEYS and not any(
        "unique" in spec.check.split() for spec in dictionary.stored_fields(list_name)
    )


def key_maker(tiers: Iterable[Tier], columns: Sequence[str]) -> Callable[..., list[Key | None]]:
    """A function (plain values of `columns`, place, parent) → the key of each tier, None where a part is not known."""
    index = {key: at for at, key in enumerate(columns)}
    plans: list[tuple[tuple[str, int], ...] | None] = []
    for tier in tiers:
        known = all(part in index or part in (PLACE, PARENT) for part in tier)
        plans.append(tuple((part, index.get(part, -1)) for part in tier) if known else None)

    def keys(values: Sequence[Hashable], place: str, parent: Hashable) -> list[Key | None]:
        made: list[Key | None] = []
        for plan in plans:
            made.append(None if plan is None else _key(plan, values, place, parent))
        return made

    return keys


def _key(
    plan: Sequence[tuple[str, int]], values: Sequence[Hashable], place: str, parent: Hashable
) -> Key | None:
    key: list[Hashable] = []
    for part, at in plan:
        value = place if part == PLACE else parent if part == PARENT else values[at]
        if value is None or value == "":
            return None
        key.append(value)
    return tuple(key)
