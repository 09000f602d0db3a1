"""The data dictionary: which lists there are, their fields and code lists. It drives tables, cards, forms and search."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, get_args

FieldType = Literal[
    "text",
    "int",
    "decimal",
    "money",
    "date",
    "month",
    "year",
    "bool",
    "code",
    "codes",
    "ref",
    "point",
    "file",
]
FIELD_TYPES: tuple[str, ...] = get_args(FieldType)
KeyBy = Literal["uuid", "year"]
FIND_CLASSES = ("name", "number", "tail4", "text")
REQUIREMENTS = ("R", "C", "O", "D")
"""Required, required when `when` holds, optional, derived."""
RECORD_COLUMNS = frozenset(("n", "id", "scope", "seen", "extra", "ended_on", "ended_reason"))
"""Columns every list has in the vault; no field may take their names."""


@dataclass(frozen=True)
class ListSpec:
    """A kind of thing. With a parent its records hold the parent's id; keyed by year there is one a year."""

    name: str
    parent: str
    key_by: KeyBy
    title_field: str
    zh_hans: str
    zh_hant: str
    en: str


@dataclass(frozen=True)
class FieldSpec:
    """One column of a list. `scale` is the number of decimals stored; `order` places it within its section.

    `codes` is the code list, and for a ref the list it points into (empty: the list of the field's own name).
    `when` makes a C field required: `status=1`, `house_danger=C D` (any of), `work_months>0`. `check` is described
    in `register.checks`. `derived` is an SQL expression over the row of its list, which goes by the list's name.
    """

    list: str
    key: str
    type: FieldType
    codes: str = ""
    scale: int = 0
    unit: str = ""
    req: str = "O"
    when: str = ""
    check: str = ""
    group: str = ""
    mask: str = ""
    find: str = ""
    section: str = ""
    order: int = 0
    nat: str = ""
    derived: str = ""
    zh_hans: str = ""
    zh_hant: str = ""
    en: str = ""
    source: str = ""
    since: str = ""

    @property
    def merge_name(self) -> str:
        """What the field merges as: its group, or itself."""
        return self.group or self.key


@dataclass(frozen=True)
class Code:
    """One entry of a code list; `id` is what is stored.

    `nat` is its number in the national table where the id is a word of ours; `also` are labels of other editions.
    """

    id: str
    zh_hans: str
    zh_hant: str
    en: str
    nat: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class CodeList:
    """Codes in the order in which they are shown."""

    name: str
    items: tuple[Code, ...]

    def code(self, code_id: str) -> Code | None:
        """The code with this id."""
        return self._by_id.get(code_id)

    def by_number(self, number: str) -> Code | None:
        """The code with this number in the national table."""
        return self._by_number.get(number)

    def by_short_number(self, number: str) -> Code | None:
        """The code that is `number` with zeros before it, as a spreadsheet drops them."""
        return self._by_short_number.get(number)

    def by_label(self, label: str) -> Code | None:
        """The code whose label in any of the three languages or another edition is `label` (letter case aside)."""
        return self._by_label.get(label.casefold())

    @cached_property
    def _by_id(self) -> Mapping[str, Code]:
        return {item.id: item for item in self.items}

    @cached_property
    def _by_number(self) -> Mapping[str, Code]:
        return {item.nat: item for item in self.items if item.nat}

    @cached_property
    def _by_short_number(self) -> Mapping[str, Code]:
        padded = (item for item in reversed(self.items) if item.id.isdecimal() and item.id.startswith("0"))
        return {item.id.lstrip("0") or "0": item for item in padded}

    @cached_property
    def _by_label(self) -> Mapping[str, Code]:
        # Backwards, so that of two equal labels the first in the list is meant; today's labels before other editions'.
        labels: dict[str, Code] = {}
        for item in reversed(self.items):
            labels |= dict.fromkeys((label.casefold() for label in item.also), item)
        for item in reversed(self.items):
            labels |= dict.fromkeys(
                (label.casefold() for label in (item.zh_hans, item.zh_hant, item.en)), item
            )
        return labels


@dataclass(frozen=True)
class Dictionary:
    """Lists, fields by list in their order, code lists. Nothing in it changes while a program runs."""

    lists: Mapping[str, ListSpec] = field(default_factory=dict)
    fields: Mapping[str, tuple[FieldSpec, ...]] = field(default_factory=dict)
    codes: Mapping[str, CodeList] = field(default_factory=dict)

    def field(self, list_name: str, key: str) -> FieldSpec:
        """The field, the parent reference and the year of a list included. Raises KeyError."""
        return self._by_key[list_name, key]

    def has_field(self, list_name: str, key: str) -> bool:
        """Whether `field` would answer."""
        return (list_name, key) in self._by_key

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, str], FieldSpec]:
        every = (spec for name in self.lists for spec in self.key_fields(name))
        declared = (spec for specs in self.fields.values() for spec in specs)
        return {(spec.list, spec.key): spec for spec in (*every, *declared)}

    def stored_fields(self, list_name: str) -> tuple[FieldSpec, ...]:
        """The fields that are columns and travel: all but the derived."""
        return tuple(spec for spec in self.fields.get(list_name, ()) if not spec.derived)

    def derived_fields(self, list_name: str) -> tuple[FieldSpec, ...]:
        """The fields that are computed and never travel."""
        return tuple(spec for spec in self.fields.get(list_name, ()) if spec.derived)

    def key_fields(self, list_name: str) -> tuple[FieldSpec, ...]:
        """The columns a list has by its place: the parent's id, and the year when it is keyed by year."""
        spec = self.lists.get(list_name)
        if spec is None:
            return ()
        keys: tuple[FieldSpec, ...] = ()
        if spec.parent:
            up = self.lists.get(spec.parent)
            labels = (up.zh_hans, up.zh_hant, up.en) if up else ("", "", "")
            keys += (_key_field(list_name, spec.parent, "ref", labels),)
        if spec.key_by == "year":
            keys += (_key_field(list_name, "year", "year", ("年度", "年度", "Year")),)
        return keys

    def children(self, list_name: str) -> tuple[ListSpec, ...]:
        """The lists whose parent this is."""
        return tuple(spec for spec in self.lists.values() if spec.parent == list_name)

    def groups(self, list_name: str) -> Mapping[str, str]:
        """Field key → the name it merges as."""
        return {spec.key: spec.merge_name for spec in self.fields.get(list_name, ())}


def join(base: Dictionary, more: Dictionary) -> Dictionary:
    """One dictionary of two packs: the later one adds lists, fields and codes, and replaces what it names again."""
    fields = dict(base.fields)
    for name, specs in more.fields.items():
        again = {spec.key: spec for spec in specs}
        kept = tuple(again.pop(spec.key, spec) for spec in fields.get(name, ()))
        fields[name] = tuple(sorted((*kept, *again.values()), key=lambda spec: spec.order))
    return replace(
        base,
        lists={**base.lists, **more.lists},
        fields=fields,
        codes={**base.codes, **more.codes},
    )


def _key_field(list_name: str, key: str, kind: FieldType, labels: tuple[str, str, str]) -> FieldSpec:
    return FieldSpec(list_name, key, kind, req="R", zh_hans=labels[0], zh_hant=labels[1], en=labels[2])
