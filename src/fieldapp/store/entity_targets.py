"""The records that the entities of a form stand for, and their values as the register stores them."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.domain.identifiers import is_uuid, year_id
from fieldapp.errors import Finding, Where
from fieldapp.forms import EntityChange
from fieldapp.journal.commit import Value
from fieldapp.register.values import from_form
from fieldapp.store.drafts import Draft
from fieldapp.store.prefill import HOUSEHOLD
from fieldapp.store.rows import read_row
from fieldapp.store.vault import Vault


@dataclass(frozen=True)
class Target:
    """A record: its list, its id, and the keys that a new one carries (its parent, its year)."""

    list: str
    record: str
    keys: Mapping[str, Value]


def target_of(vault: Vault, draft: Draft, entity: EntityChange, household: str) -> Target | Finding:
    """The record an entity stands for, with the keys that a new one carries."""
    spec = vault.dictionary.lists.get(entity.list)
    where = Where(list=entity.list, field=entity.ref)
    if spec is None:
        return Finding(
            "form.unknown_list",
            "The form saves to the list {list}, which this vault's dictionary does not have. Install its pack.",
            {"list": entity.list},
            where,
        )
    if spec.name == HOUSEHOLD:
        if not household and entity.id and (trouble := _wrong_id(vault, entity, where)):
            return trouble
        return Target(HOUSEHOLD, household or entity.id or vault.new_id(), {})
    if spec.key_by == "year":
        parent = household if spec.parent == HOUSEHOLD else entity.id
        if not parent or draft.year is None:
            return Finding(
                "form.no_year",
                "The form saves yearly facts of {list}. Open it from a household and a year.",
                {"list": entity.list},
                where,
            )
        keys: dict[str, Value] = {spec.parent: parent, "year": draft.year}
        return Target(spec.name, year_id(parent, spec.name, draft.year), keys)
    if entity.id and (trouble := _wrong_id(vault, entity, where)):
        return trouble
    parents: dict[str, Value] = {spec.parent: household} if spec.parent == HOUSEHOLD and household else {}
    return Target(spec.name, entity.id or vault.new_id(), parents)


def _wrong_id(vault: Vault, entity: EntityChange, where: Where) -> Finding | None:
    """The specification: a new entity's id is a UUID, and an update names an entity that is there."""
    name = entity.id or ""
    if entity.action == "create" and not is_uuid(name):
        return Finding(
            "form.entity_id",
            "The form gives a new record of {list} the id “{id}”, which is no UUID. Tell the form's author.",
            {"list": entity.list, "id": name},
            where,
        )
    if entity.action == "update" and read_row(vault.ledger, vault.ledger.layout(entity.list), name) is None:
        return Finding(
            "form.no_entity",
            "The form changes a record of {list} that is not on this computer. Synchronise, then try again.",
            {"list": entity.list},
            where,
        )
    return None


def stored_values(vault: Vault, entity: EntityChange) -> tuple[dict[str, Value], list[Finding]]:
    stored: dict[str, Value] = {}
    findings: list[Finding] = []
    for key, text in entity.values.items():
        where = Where(list=entity.list, record=entity.id or "", field=key)
        if (
            not vault.dictionary.has_field(entity.list, key)
            or vault.dictionary.field(entity.list, key).derived
        ):
            findings.append(
                Finding(
                    "form.unknown_field",
                    "The form saves to {list}.{field}, which this vault's dictionary does not have. Install its pack.",
                    {"list": entity.list, "field": key},
                    where,
                )
            )
            continue
        value = from_form(vault.dictionary.field(entity.list, key), text)
        if isinstance(value, Finding):
            findings.append(value)
        else:
            stored[key] = value
    return stored, findings
