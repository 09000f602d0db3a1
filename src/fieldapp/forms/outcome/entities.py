"""Entities of a submission, as the ODK entities specification has them: `entity` in a meta block, `saveto` binds."""

from collections.abc import Iterator, Mapping

from fieldapp.forms.filling.instance import Slot
from fieldapp.forms.state import EntityChange, EntityVersion

_TRUE = frozenset({"1", "true"})


def entity_changes(
    root: Slot, seen: Mapping[str, str], versions: Mapping[str, EntityVersion]
) -> tuple[EntityChange, ...]:
    """What the answers create and update, in document order; each repeat instance may have its own entity."""
    found = (_change(owner, entity, seen, versions) for owner, entity in _entities(root))
    return tuple(change for change in found if change is not None)


def version_attributes(root: Slot, versions: Mapping[str, EntityVersion]) -> tuple[tuple[Slot, str], ...]:
    """The attributes of entities that the caller's versions fill, with their text: blank for one that is made.

    An attribute that the form's version of the specification does not have is not added.
    """
    found = []
    for _, entity in _entities(root) if versions else ():
        attributes = {one.local: one for one in entity.attributes if isinstance(one, Slot)}
        identity = attributes["id"].raw if "id" in attributes else ""
        known = versions.get(identity)
        made = _is_true(attributes.get("create")) and not _is_true(attributes.get("update"))
        if made or known is not None:
            version = known if known is not None and not made else EntityVersion("")
            told = {"baseVersion": version.base, "trunkVersion": version.trunk, "branchId": version.branch}
            found += [(attributes[name], text) for name, text in told.items() if name in attributes]
    return tuple(found)


def _entities(root: Slot) -> Iterator[tuple[Slot, Slot]]:
    """The relevant nodes that have an entity, each with it, in document order."""
    stack = [root]
    while stack:
        slot = stack.pop()
        if not slot.relevant:
            continue
        entity = _entity_of(slot)
        if entity is not None:
            yield slot, entity
        stack += [child for child in reversed(slot.children) if isinstance(child, Slot)]


def _is_true(attribute: Slot | None) -> bool:
    return attribute is not None and attribute.raw in _TRUE


def _entity_of(slot: Slot) -> Slot | None:
    """The entity in the slot's meta block, relevant or not: its answers are its own either way."""
    for meta in slot.children:
        if meta.local == "meta" and isinstance(meta, Slot):
            return next(
                (one for one in meta.children if one.local == "entity" and isinstance(one, Slot)), None
            )
    return None


def _change(
    owner: Slot, entity: Slot, seen: Mapping[str, str], versions: Mapping[str, EntityVersion]
) -> EntityChange | None:
    attributes = {one.local: one.raw for one in entity.attributes if isinstance(one, Slot)}
    creates = attributes.get("create", "") in _TRUE
    updates = attributes.get("update", "") in _TRUE
    if not entity.relevant or not (creates or updates):
        return None
    identity = attributes.get("id") or None
    label = next((one.text for one in entity.children if one.local == "label"), "")
    values: dict[str, str] = {}
    _collect(owner, values)
    told = EntityVersion(*(attributes.get(name, "") for name in ("baseVersion", "trunkVersion", "branchId")))
    version = versions.get(identity or "", told) if updates else told
    return EntityChange(
        list=attributes.get("dataset", ""),
        id=identity,
        action="update" if updates and not creates else "create",
        values=values,
        label=label,
        seen=seen.get(identity or "", ""),
        ref=entity.ref,
        base_version=version.base,
        trunk_version=version.trunk,
        branch_id=version.branch,
    )


def _collect(slot: Slot, values: dict[str, str]) -> None:
    """The saved properties below `slot`, without those of groups and repeats that have an entity of their own."""
    for child in slot.children:
        if not isinstance(child, Slot) or not child.relevant:
            continue
        property_name = child.definition.bind.save_to
        if property_name:
            values[property_name] = child.text
        if child.children and _entity_of(child) is None:
            _collect(child, values)
