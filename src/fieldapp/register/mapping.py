"""Which column of somebody's sheet is which field of ours: known by key, national code or label, else guessed.

A mapping is a value to be shown, corrected and kept; nothing is imported by a guess that nobody confirmed.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from fieldapp.errors import Finding, RegisterError
from fieldapp.register.declarations import Dictionary
from fieldapp.register.headings import Headings, core

SURE = 0.9
Way = Literal["keys", "national", "labels", "saved", "guessed", "none"]
SCOPE, VILLAGE_NAME, RECORD_ID = "scope", "village_name", "id"
HEAD_NAME, HEAD_ID_NO = "head_name", "head_id_no"
SPECIAL_KEYS = frozenset((SCOPE, VILLAGE_NAME, RECORD_ID, HEAD_NAME, HEAD_ID_NO))
"""Columns that are no field: the village a row is of, the record's own id, the head by which a household is found."""


class Target(NamedTuple):
    """A field of a list, or one of `SPECIAL_KEYS` of it."""

    list: str
    key: str

    def __str__(self) -> str:
        return f"{self.list}.{self.key}"


@dataclass(frozen=True)
class Column:
    """One column of a sheet. `confidence` is 0 to 1, from `SURE` on it needs no confirmation; `why` is a sentence."""

    index: int
    heading: str
    target: Target | None
    confidence: float
    why: Finding


@dataclass(frozen=True)
class ColumnMapping:
    """The columns of a sheet and what they are, for an import into `list`. `signature` names the sheet's layout;
    `data_row` is the index of the first row below its heading."""

    list: str
    columns: tuple[Column, ...]
    signature: str = ""
    way: Way = "guessed"
    data_row: int = 1

    @property
    def mapped(self) -> tuple[Column, ...]:
        """The columns that will be read."""
        return tuple(column for column in self.columns if column.target is not None)

    @property
    def unsure(self) -> tuple[Column, ...]:
        """The guesses that a person should confirm."""
        return tuple(column for column in self.mapped if column.confidence < SURE)

    def only_sure(self) -> "ColumnMapping":
        """Without the guesses that nobody confirmed."""
        kept = (c if c.confidence >= SURE else replace(c, target=None) for c in self.columns)
        return replace(self, columns=tuple(kept))

    def confirmed(self) -> "ColumnMapping":
        """With every guess taken as right: a person has looked."""
        told = (replace(c, confidence=1.0, why=CONFIRMED) if c.target else c for c in self.columns)
        return replace(self, columns=tuple(told))

    def with_target(self, index: int, target: Target | None) -> "ColumnMapping":
        """One column corrected by a person; another column that had this target loses it."""
        columns = []
        for column in self.columns:
            if column.index == index:
                column = replace(column, target=target, confidence=1.0, why=CONFIRMED)
            elif target is not None and column.target == target:
                column = replace(column, target=None)
            columns.append(column)
        return replace(self, columns=tuple(columns))


CONFIRMED = Finding("mapping.confirmed", "Somebody has confirmed this column.", severity="repair")


def reachable_lists(dictionary: Dictionary, list_name: str) -> tuple[str, ...]:
    """The lists whose columns a sheet of `list_name` may carry: itself, what it hangs below, the years of each; with
    households also their members."""
    chain = [list_name]
    while (parent := dictionary.lists[chain[-1]].parent) and parent in dictionary.lists:
        chain.append(parent)
    if list_name == "household" and "person" in dictionary.lists:
        chain.append("person")
    found: dict[str, None] = {}
    for name in chain:
        found[name] = None
        found |= dict.fromkeys(c.name for c in dictionary.children(name) if c.key_by == "year")
    return tuple(found)


def targets_of(dictionary: Dictionary, list_name: str) -> tuple[Target, ...]:
    """Every target a column of such a sheet may have, the list's own first."""
    return tuple(_targets(dictionary, list_name))


def mapping_to_text(mapping: ColumnMapping) -> str:
    """JSON of a mapping: its list, and heading → list.key."""
    columns = {column.heading: str(column.target) for column in mapping.mapped}
    return json.dumps({"list": mapping.list, "columns": columns}, ensure_ascii=False, indent=1)


def mapping_from_text(text: str, headings: Headings, dictionary: Dictionary, list_name: str) -> ColumnMapping:
    """A saved mapping laid on these headings. Raises RegisterError mapping.unreadable, mapping.other_list,
    mapping.unknown_target."""
    try:
        raw = json.loads(text)
        wanted: Mapping[str, str] = {str(k): str(v) for k, v in raw["columns"].items()}
        saved_list = str(raw.get("list", list_name))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as wrong:
        raise RegisterError(
            "mapping.unreadable", "This is no saved mapping. Make it again with the columns of the file."
        ) from wrong
    if saved_list != list_name:
        raise RegisterError(
            "mapping.other_list",
            "This mapping is for the list {saved}, not for {list}. Choose another one.",
            saved=saved_list,
            list=list_name,
        )
    known = {str(target): target for target in targets_of(dictionary, list_name)}
    for name in wanted.values():
        if name not in known:
            raise RegisterError(
                "mapping.unknown_target",
                "The mapping names {target}, which this register has no field for. Correct the mapping.",
                target=name,
            )
    why = Finding("mapping.saved", "It was mapped so before.", severity="repair")
    alike: dict[str, list[str]] = {}
    for heading, name in wanted.items():
        alike.setdefault(core(heading), []).append(name)
    columns = []
    for index, heading in enumerate(headings.texts):
        near = alike.get(core(heading), [])
        target = known.get(wanted.get(heading) or (near[0] if len(near) == 1 else ""))
        columns.append(Column(index, heading, target, 1.0 if target else 0.0, why if target else NO_FIELD))
    return ColumnMapping(list_name, tuple(columns), headings.signature, "saved", headings.data)


NO_FIELD = Finding(
    "mapping.no_field", "No field of this list fits. The column is passed over.", severity="repair"
)


def _targets(dictionary: Dictionary, list_name: str) -> Iterator[Target]:
    lists = reachable_lists(dictionary, list_name)
    for name in lists:
        for spec in (*dictionary.key_fields(name), *dictionary.stored_fields(name)):
            yield Target(name, spec.key)
        yield Target(name, RECORD_ID)
    for key in (SCOPE, VILLAGE_NAME):
        yield from (Target(name, key) for name in lists)
    if "household" in lists:
        yield from (Target("household", key) for key in (HEAD_NAME, HEAD_ID_NO))
