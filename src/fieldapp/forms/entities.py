"""Entities of a submission, as the ODK entities specification has them: `entity` in a meta block, `saveto` binds."""

from collections.abc import Mapping

from fieldapp.forms.instance import Slot
from fieldapp.forms.state import EntityChange

_TRUE = frozenset({"1", "true"})


def entity_changes(root: Slot, seen: Mapping[str, str]) -> tuple[EntityChange, ...]:
    """What the answers create and update, in document order; each repeat instance may have its own entity."""
    found: list[EntityChange] = []
    stack = [root]
    while stack:
        slot = stack.pop()
        if not slot.relevant:
            continue
        entity = _entity_of(slot)
        if entity is not None:
            change = _change(slot, entity, seen)
            if change is not None:
                found.append(change)
        stack += [child for child in reversed(slot.children) if isinstance(child, Slot)]
    return tuple(found)


def _entity_of(slot: Slot) -> Slot | None:
    """The entity in the slot's meta block, relevant or not: its answers are its own either way."""
    for meta in slot.children:
        if meta.local == "meta" and isinstance(meta, Slot):
            return next(
                (one for one in meta.children if one.local == "entity" and isinstance(one, Slot)), None
            )
    return None


def _change(owner: Slot, entity: Slot, seen: Mapping[str, str]) -> EntityChange | None:
    attributes = {one.local: one.raw for one in entity.attributes if isinstance(one, Slot)}
    creates = attributes.get("create", "") in _TRUE
    updates = attributes.get("update", "") in _TRUE
    if not entity.relevant or not (creates or updates):
        return None
    identity = attributes.get("id") or None
    label = next((one.text for one in entity.children if one.local == "label"), "")
    values: dict[str, str] = {}
    _collect(owner, values)
    return EntityChange(
        list=attributes.get("dataset", ""),
        id=identity,
        action="update" if updates and not creates else "create",
        values=values,
        label=label,
        seen=seen.get(identity or "", ""),
        ref=entity.ref,
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
