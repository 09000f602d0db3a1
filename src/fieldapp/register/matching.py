"""Whether a row of somebody's list is a record we have: by number, by identity, by name; never by likeness.

Kept apart from any vault, so that other people's lists are compared by the same rules they would be imported by.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

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
    """The records of a list by their keys; a name never joins two whose sound numbers differ. `repeats` lets the second
    row of a key be the second record of it, for lists whose keys are no names (two loans of one purpose)."""

    tiers: tuple[Tier, ...]
    repeats: bool = False
    _by_key: tuple[dict[Hashable, str | list[str]], ...] = ()
    _taken: dict[Hashable, int] = field(default_factory=dict)
    _numbers: dict[str, Hashable] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_key = tuple({} for _ in self.tiers)

    def enter(self, record: str, keys: Sequence[Hashable]) -> None:
        """A record with its key of each tier (see `tier_keys`)."""
        if keys and keys[0] is not None:
            self._numbers[record] = keys[0]
        for held, key in zip(self._by_key, keys, strict=True):
            if key is not None:
                before = held.setdefault(key, record)
                if before is not record:
                    self._enter_more(held, key, before, record)

    def find(self, keys: Sequence[Hashable]) -> Match:
        """The record of these keys: the strongest tier that names one decides; a tier naming several is doubtful."""
        doubtful: tuple[str, ...] = ()
        for tier, key in enumerate(keys):
            one = self._by_key[tier].get(key) if key is not None else None
            if one is None:
                continue
            held = [one] if isinstance(one, str) else one
            if self.repeats:
                return self._next(tier, key, held)
            if tier and keys[0] is not None:
                held = [one for one in held if not self._is_another(one, keys[0])]
            if len(held) == 1:
                return Match(held[0], self.tiers[tier])
            doubtful = doubtful or tuple(held)
        return Match(None, (), doubtful) if doubtful else _NO_MATCH

    def _enter_more(
        self, held: dict[Hashable, str | list[str]], key: Hashable, before: str | list[str], record: str
    ) -> None:
        records = [before] if isinstance(before, str) else before
        if record not in records:
            held[key] = [*records, record]

    def _is_another(self, record: str, number: Hashable) -> bool:
        """Whether a record has a sound number of its own that is not this one; a mistyped one may be corrected."""
        own = self._numbers.get(record)
        return own is not None and own != number and parse_identity(str(own)) is not None

    def _next(self, tier: int, key: Hashable, held: Sequence[str]) -> Match:
        at = self._taken.get((tier, key), 0)
        self._taken[tier, key] = at + 1
        return Match(held[at], self.tiers[tier]) if at < len(held) else _NO_MATCH


_NO_MATCH = Match(None)


def has_repeats(dictionary: Dictionary, list_name: str) -> bool:
    """Whether two records of this list may honestly have one key."""
    return list_name not in _KNOWN_KEYS and not any(
        "unique" in spec.check.split() for spec in dictionary.stored_fields(list_name)
    )


def tier_keys(
    tiers: Sequence[Tier],
    columns: Mapping[str, Sequence[Hashable]],
    places: Sequence[str],
    parents: Sequence[Hashable],
) -> list[Sequence[Hashable]]:
    """For each tier the key of every row, None where a part is not known. `columns` are plain (`plain_column`); `places`
    and `parents` are the village and the record above of each row, "" or None unknown."""
    found: list[Sequence[Hashable]] = []
    nothing = [None] * len(places)
    for tier in tiers:
        parts = [places if p == PLACE else parents if p == PARENT else columns.get(p, nothing) for p in tier]
        if len(parts) == 1:
            found.append([part or None for part in parts[0]])
        else:
            keys = zip(*parts, strict=True)
            found.append([None if None in key or "" in key else key for key in keys])
    return found
