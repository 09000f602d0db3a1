"""Which fields the worker of a vault is shown, and how: whole, masked, asked for, or not at all.

The rule it holds: whoever hands out values goes through `withhold`.
"""

from collections.abc import Iterable, Mapping

from fieldapp.domain.masking import mask
from fieldapp.domain.roles import IDENTIFYING, Showing, fits
from fieldapp.journal.commit import Value
from fieldapp.register.declarations import FieldSpec
from fieldapp.store.permissions import lists_above, may_read, not_allowed, role_of
from fieldapp.store.vault import Vault


def sees_all_fields(vault: Vault) -> bool:
    """Whether the role reads every field: what shows facts in one picture (checklist, history) needs it."""
    return role_of(vault).fields == "all"


def showing(vault: Vault, spec: FieldSpec) -> Showing:
    """How this worker is shown a field."""
    own = role_of(vault)
    if own.fields == "all" or not spec.list or is_key(vault, spec):
        return own.showing(spec.mask)
    if own.fields == "identifying" and fits(own.writes, spec.list, lists_above(vault.ledger, spec.list)):
        # His own sheets, whole.
        return own.showing(spec.mask)
    ours = own.fields == "section" and spec.section in vault.worker.sections
    if ours and spec.mask not in (*IDENTIFYING, "bank"):
        return "whole"
    return own.showing(spec.mask) if ours or spec.find or spec.mask in IDENTIFYING else "hidden"


def visible(vault: Vault, spec: FieldSpec) -> bool:
    """Whether this worker may see a field at all, masked or whole."""
    return may_read(vault, spec.list) and showing(vault, spec) != "hidden"


def shown(vault: Vault, spec: FieldSpec, text: str) -> tuple[str, bool]:
    """The words of a value as this worker sees them in passing, and whether they are masked; hidden reads as ""."""
    how = showing(vault, spec)
    if how == "whole" or not text:
        return text, False
    return ("", True) if how == "hidden" else (mask(text, spec.mask), True)


def withheld_keys(vault: Vault, list_name: str) -> frozenset[str]:
    """The fields of a list whose stored value this worker never gets, whatever reason he gives."""
    own = role_of(vault)
    if own.fields == "all" and "-" not in own.showings and "M" not in own.showings:
        return frozenset()
    specs = vault.dictionary.fields.get(list_name, ())
    return frozenset(spec.key for spec in specs if showing(vault, spec) in ("hidden", "masked"))


def withhold(
    vault: Vault, list_name: str, values: Mapping[str, Value], keys: Iterable[str]
) -> dict[str, Value]:
    """The values without the withheld ones: a text that is only masked stands masked, anything else is not known."""
    out = dict(values)
    for key in keys:
        value = out.get(key)
        if value is None:
            continue
        spec = vault.dictionary.field(list_name, key)
        masked = isinstance(value, str) and spec.type == "text" and showing(vault, spec) == "masked"
        out[key] = mask(str(value), spec.mask) if masked else None
    return out


def refuse_unmask(vault: Vault, spec: FieldSpec) -> None:
    """Raises RegisterError role.not_allowed where the role never sees this field whole."""
    if not role_of(vault).may("unmask") or showing(vault, spec) not in ("whole", "ask"):
        raise not_allowed(vault)


def is_key(vault: Vault, spec: FieldSpec) -> bool:
    """Whether a field is the parent or the year: the place of a record, shown to whoever sees the record."""
    layout = vault.ledger.layouts.get(spec.list)
    return layout is not None and (spec.key == layout.parent or (layout.yearly and spec.key == "year"))
