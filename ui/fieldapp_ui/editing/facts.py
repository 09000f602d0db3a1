"""A fact on a card: one field of one record with its value as words, who said so and when, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fieldapp.domain.masking import mask
from fieldapp.domain.roles import CLASSES, role
from fieldapp.errors import Finding
from fieldapp.journal.commit import Value
from fieldapp.register.declarations import Dictionary, FieldSpec
from fieldapp.register.rules import Condition, parse_when
from fieldapp.register.values import to_text
from fieldapp.store.field_rights import shown
from fieldapp.store.history import Origin
from fieldapp.texts import Texts
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp.store import Vault

# Where no vault says whose eyes these are, the classes a team is shown only on asking why.
HIDDEN_CLASSES = frozenset(one for one in CLASSES if role("team").showing(one) != "whole")

SEALED = frozenset(("submission", "signature", "snapshot"))
"""Lists whose files belong to what was handed in, signed or frozen."""


@dataclass(frozen=True)
class Fact:
    """`record` is empty while no record of that year exists; `parent` and `year` say which one an edit makes.

    `withheld`: the role does not get this value, whether there is one or not; `closed`: the role does not write it."""

    spec: FieldSpec
    record: str
    parent: str
    year: int | None
    value: Value
    shown: str
    masked: bool
    required: bool
    relevant: bool
    origin: Origin | None = None
    findings: tuple[Finding, ...] = ()
    contested: bool = False
    withheld: bool = False
    closed: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """List, record or parent, field: the same fact before and after an edit."""
        return self.spec.list, self.record or self.parent, self.spec.key

    @property
    def editable(self) -> bool:
        """Derived values follow from others; what was handed in, signed or frozen keeps its file."""
        sealed = self.spec.type == "file" and self.spec.list in SEALED
        return not (self.spec.derived or self.withheld or self.closed or sealed)


@dataclass(frozen=True)
class Block:
    """Facts under one heading; `record` names the record they belong to, if it is one of several of `list`."""

    heading: str
    facts: tuple[Fact, ...]
    list: str = ""
    record: str = ""


def shown_text(
    spec: FieldSpec, value: Value, dictionary: Dictionary, texts: Texts, vault: "Vault | None" = None
) -> tuple[str, bool]:
    """The words of a value, and whether they are masked: for the role that works in `vault`, else for a team."""
    words = to_text(spec, value, dictionary, texts)
    if spec.type == "file" and words:
        words = tr("{count} files", count=len(words.split()))
    if vault is not None:
        return shown(vault, spec, words)
    if spec.mask in HIDDEN_CLASSES and words:
        return mask(words, spec.mask), True
    return words, False


def is_relevant(spec: FieldSpec, values: Mapping[str, Value]) -> bool:
    """Whether the dictionary's condition for asking holds."""
    return all(_holds(condition, values.get(condition.field)) for condition in parse_when(spec.when))


def is_required(spec: FieldSpec, values: Mapping[str, Value]) -> bool:
    """R always; C once its condition holds."""
    return spec.req == "R" or (spec.req == "C" and bool(spec.when) and is_relevant(spec, values))


def _holds(condition: Condition, value: Value) -> bool:
    if value is None:
        return False
    if condition.sign == ">":
        return isinstance(value, int) and value > float(condition.codes[0])
    return bool(set(str(value).split()) & set(condition.codes))
