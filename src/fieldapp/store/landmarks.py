"""Places the register knows in a village, to find one's way on a map: the village, its hamlets and its households.

The rule it holds: only places this worker's role reads, and names as they are shown to him in passing.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.domain.coordinates import Place, read_stored
from fieldapp.store.field_rights import shown
from fieldapp.store.records import Record, rows
from fieldapp.store.vault import Vault

MOST = 2000
_HEAD = "1"
_POINT = "point"
_NAMED = ("village", "natural_village")
_HOUSEHOLD, _PERSON = "household", "person"


@dataclass(frozen=True)
class KnownPlace:
    """Degrees, and what stands there ("" where it may not be told)."""

    name: str
    latitude: float
    longitude: float


def known_places(vault: Vault, scope: str) -> tuple[KnownPlace, ...]:
    """The places of a village by its code, at most two thousand of a kind; empty where none was recorded."""
    found: list[KnownPlace] = []
    for name in _NAMED:
        found += [_named(record, place) for record, place in _places(vault, name, scope)]
    households = _places(vault, _HOUSEHOLD, scope)
    heads = _heads(vault, scope) if households else {}
    found += [
        KnownPlace(heads.get(record.id, ""), place.latitude, place.longitude) for record, place in households
    ]
    return tuple(found)


def _named(record: Record, place: Place) -> KnownPlace:
    name = str(record.values.get("name") or "")
    return KnownPlace(name, place.latitude, place.longitude)


def _places(vault: Vault, name: str, scope: str) -> list[tuple[Record, Place]]:
    if name not in vault.dictionary.lists:
        return []
    keys = [spec.key for spec in vault.dictionary.stored_fields(name) if spec.type == _POINT]
    keys = [key for key in keys if _is_known(vault, name, key, scope)]
    records = rows(vault, name, scope, limit=MOST) if keys else ()
    return [
        (record, place)
        for record in records
        for key in keys
        if record.ended_on is None
        for place in read_stored(str(record.values.get(key) or ""))
    ]


def _is_known(vault: Vault, name: str, key: str, scope: str) -> bool:
    asked = f'select 1 from "{name}" where "{key}" is not null and scope = ? limit 1'
    return vault.db.execute(asked, [scope]).fetchone() is not None


def _heads(vault: Vault, scope: str) -> Mapping[str, str]:
    people = rows(vault, _PERSON, scope, limit=MOST, where={"relation": _HEAD})
    spec = vault.dictionary.field(_PERSON, "name")
    return {
        str(one.values.get(_HOUSEHOLD)): shown(vault, spec, str(one.values.get("name") or ""))[0]
        for one in people
    }
