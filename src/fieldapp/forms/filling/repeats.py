"""The instances of repeats: added, removed, brought to a count; those after a removed one move up."""

import math
from typing import TYPE_CHECKING

from fieldapp.errors import FormError
from fieldapp.forms.building import built_at_once
from fieldapp.forms.definition import Seed
from fieldapp.forms.filling.instance import Range, Slot
from fieldapp.forms.limits import MOST_INSTANCES, MOST_NODES
from fieldapp.forms.tree import Node

if TYPE_CHECKING:
    from fieldapp.forms.filling.filling import Filling


class Repeats:
    """Changes the instances of one session's repeats."""

    def __init__(self, filling: "Filling") -> None:
        self.filling = filling
        self.refused: FormError | None = None

    @built_at_once
    def count_to(self, place: Range, count: float) -> None:
        """Bring a counted repeat to its number of instances; a number without room for it is `refused`."""
        if math.isnan(count) and place.counted:
            return
        place.counted = True
        wanted = 0 if math.isnan(count) else int(max(0.0, min(count, 1e15)))
        if wanted > len(place.instances) and wanted > (room := self._room(place)):
            self.refused = _too_many(place, wanted, room)
            return
        while len(place.instances) > wanted:
            self.remove_instance(place.instances[-1])
        while len(place.instances) < wanted:
            self.add_instance(place)

    @built_at_once
    def add_instance(self, place: Range, at: int | None = None) -> Slot:
        """One more instance at the end of a repeat, or as number `at` (from 1) before those that stand there.

        Its logic is queued and its first values are set.
        """
        parent, template = place.parent, place.definition.template
        own = place.definition.instances
        if place.definition.count is not None and len(place.instances) < len(own):
            template = own[len(place.instances)]
        assert parent is not None
        assert template is not None
        if self._room(place) <= len(place.instances):
            raise _too_many(place, len(place.instances) + 1, len(place.instances))
        slot = self.filling.grow(template, parent)
        later = place.instances[at - 1 :] if at is not None else []
        index = _index(parent.children, later[0]) if later else self.index_after(place)
        slot.place = len(place.instances) - len(later) + 1
        parent.children.insert(index, slot)
        place.instances.insert(slot.place - 1, slot)
        # The last one first: each takes a name that the one behind it has just left.
        for moved in reversed(later):
            moved.place += 1
            self._rename(moved)
        self.filling.name(slot)
        self.filling.bind(slot)
        slot.relevant = True
        if not parent.relevant:
            self.filling.refresh_relevance(slot)
        self._structure_changed(place)
        if later:
            self._queue_readers(slot)
        for one in self.filling.subtree(slot):
            self.filling.graph.touch(one)
        self.filling.actions.instance_added(slot)
        return slot

    def _room(self, place: Range) -> int:
        """How many instances a repeat may have, with what all the others hold now."""
        template = place.definition.template
        free = MOST_NODES - len(self.filling.slots)
        more = free // size_of(template) if template is not None else 0
        return min(MOST_INSTANCES, len(place.instances) + max(0, more))

    def index_after(self, place: Range) -> int:
        parent = place.parent
        assert parent is not None
        if place.instances:
            return _index(parent.children, place.instances[-1]) + 1
        later = list(parent.definition.children)
        later = later[later.index(place.name) + 1 :]
        return next(
            (at for at, child in enumerate(parent.children) if child.name in later), len(parent.children)
        )

    def remove_instance(self, slot: Slot) -> None:
        """Take an instance away; those after it move up."""
        parent = slot.parent
        assert parent is not None
        place = parent.ranges[slot.name]
        for one in self.filling.subtree(slot):
            self._forget(one)
        at = slot.place
        place.instances.remove(slot)
        parent.children.remove(slot)
        for number, later in enumerate(place.instances[at - 1 :], at):
            later.place = number
            self._rename(later)
        self._structure_changed(place)
        self._queue_readers(slot)

    def _queue_readers(self, slot: Slot) -> None:
        """Whoever reads a row by its number reads another one now."""
        for definition in (slot.definition, *slot.definition.descendants()):
            self.filling.graph.queue_all(self.filling.family(definition).readers)

    def _forget(self, slot: Slot) -> None:
        for cell in slot.cells:
            cell.kill()
        for attribute in slot.attributes:
            if isinstance(attribute, Slot):
                self._forget(attribute)
                self.filling.slots.pop(attribute.ref, None)
        self.filling.slots.pop(slot.ref, None)
        self.filling.gone.add(slot.ref)

    def _rename(self, slot: Slot) -> None:
        filling = self.filling
        below = filling.subtree(slot)
        for one in below:
            filling.slots.pop(one.ref, None)
            filling.gone.add(one.ref)
            filling.graph.touch(one)
        filling.name(slot)

    def _structure_changed(self, place: Range) -> None:
        self.filling.order = None
        self.filling.graph.touch(place)
        for definition in (place.definition, *place.definition.descendants()):
            self.filling.graph.queue_all(self.filling.family(definition).counters)


def _index(children: list[Node], wanted: Node) -> int:
    """Looked for from the end: instances are added there."""
    return next(at for at in range(len(children) - 1, -1, -1) if children[at] is wanted)


def size_of(seed: Seed) -> int:
    """The nodes that grow from a seed."""
    return 1 + sum(map(size_of, seed.children))


def _too_many(place: Range, count: int, room: int) -> FormError:
    return FormError(
        "form.repeat.many",
        "{ref} would have {count} rows; there is room for {room}. Correct the number.",
        ref=place.ref.removesuffix("#range"),
        count=count,
        room=room,
    )
