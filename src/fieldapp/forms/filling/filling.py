"""A form being filled: its slots, their logic and the graph. The session is the door in front of it."""

from typing import TYPE_CHECKING

from fieldapp.errors import FormError
from fieldapp.forms.definition import NodeDef, Seed
from fieldapp.forms.expressions.code import Reads
from fieldapp.forms.expressions.compiler import Compiler
from fieldapp.forms.expressions.parser import parse
from fieldapp.forms.expressions.world import World
from fieldapp.forms.filling.actions import Actions
from fieldapp.forms.filling.binding import Binder, Note
from fieldapp.forms.filling.graph import Cell, Graph
from fieldapp.forms.filling.instance import Family, Range, Slot
from fieldapp.forms.filling.itemsets import fixed_choices
from fieldapp.forms.filling.ranking import Ranks
from fieldapp.forms.filling.repeats import Repeats, size_of
from fieldapp.forms.filling.sharing import Sharing
from fieldapp.forms.filling.texts import Texts
from fieldapp.forms.filling.types import available, computed
from fieldapp.forms.limits import MOST_NODES
from fieldapp.forms.reading.xform import Definition
from fieldapp.forms.state import Choice
from fieldapp.forms.tree import DOCUMENT, Node

if TYPE_CHECKING:
    from fieldapp.forms.filling.showing import Mould


class Filling:
    """The slots of one session. Everything that changes them goes through here and ends in `graph.settle()`."""

    def __init__(self, definition: Definition, ranks: Ranks, world: World, note: Note | None = None) -> None:
        self.definition = definition
        self.ranks = ranks
        self.world = world
        self.graph = Graph()
        self.texts = Texts(definition.translations, definition.default_language, world, definition.namespaces)
        self.language_readers: dict[Cell, None] = {}
        self.choice_readers: dict[Cell, None] = {}
        self.slots: dict[str, Slot] = {}
        self.gone: set[str] = set()
        self.confirmed: set[Slot] = set()
        self.remarks: dict[Slot, str] = {}
        self.order: tuple[str, ...] | None = None
        self.moulds: dict[NodeDef, Mould] = {}
        self._families: dict[NodeDef, Family] = {}
        self._shared: dict[tuple[NodeDef, str], tuple[Choice, ...]] = {}
        self.sharing = Sharing(world, definition.namespaces)
        self.binder = Binder(self, note)
        self.actions = Actions(self)
        self.repeats = Repeats(self)
        world.itext = self.texts.itext
        world.choice_name = self.choice_name
        self.document: Slot

    def family(self, definition: NodeDef) -> Family:
        """The family of a definition in this session."""
        found = self._families.get(definition)
        if found is None:
            found = self._families[definition] = Family(definition)
        return found

    def grow_all(self, seed: Seed) -> None:
        """The whole tree from the seed of the document, bound but not yet settled."""
        size = size_of(seed)
        if size > MOST_NODES:
            raise FormError(
                "form.nodes", "These answers fill more than {count} questions and rows.", count=MOST_NODES
            )
        self.world.work.renew(size)
        self.document = Slot(self.family(seed.definition), None)
        self.document.kind = DOCUMENT
        root = self.grow(seed.children[0], self.document)
        self.document.add(root)
        self.document.slots[root.name] = root
        self.name(root)
        self.bind(root)

    def grow(self, seed: Seed, parent: Slot | None) -> Slot:
        text = seed.text and computed(seed.definition.bind.type, seed.text)
        slot = Slot(self.family(seed.definition), parent, text)
        if seed.confirmed:
            self.confirmed.add(slot)
        if seed.remark:
            self.remarks[slot] = seed.remark
        for child in seed.definition.children.values():
            if child.repeat:
                slot.ranges[child.name] = Range(self.family(child), slot)
        for one in seed.children:
            child_slot = self.grow(one, slot)
            name = one.definition.name
            if name.startswith("@"):
                slot.attributes.append(child_slot)
            else:
                slot.children.append(child_slot)
            if one.definition.repeat:
                instances = slot.ranges[name].instances
                instances.append(child_slot)
                child_slot.place = len(instances)
            else:
                slot.slots.setdefault(name, child_slot)
        for place in slot.ranges.values():
            self._give_fixed(place)
        return slot

    def _give_fixed(self, place: Range) -> None:
        """A repeat that nobody may add to has at least the instance of its template."""
        template, parent = place.definition.template, place.parent
        if (
            place.definition.fixed_count
            and not place.instances
            and template is not None
            and parent is not None
        ):
            instance = self.grow(template, parent)
            parent.children.insert(self.repeats.index_after(place), instance)
            place.instances.append(instance)
            instance.place = 1

    def name(self, slot: Slot) -> None:
        """Give a subtree its references."""
        parent = slot.parent
        assert parent is not None
        place = f"[{slot.place}]" if slot.place else ""
        slot.ref = f"{parent.ref}/{slot.definition.name}{place}"
        self.slots[slot.ref] = slot
        for attribute in slot.attributes:
            if isinstance(attribute, Slot):
                self.name(attribute)
        for one in slot.ranges.values():
            one.ref = f"{slot.ref}/{one.name}#range"
            self.slots[one.ref] = one
        for child in slot.children:
            if isinstance(child, Slot):
                self.name(child)

    def bind(self, slot: Slot) -> None:
        self.binder.bind(slot)
        for attribute in slot.attributes:
            if isinstance(attribute, Slot):
                self.bind(attribute)
        for one in slot.ranges.values():
            self.binder.bind(one)
        for child in slot.children:
            if isinstance(child, Slot):
                self.bind(child)

    def subtree(self, slot: Slot) -> list[Slot]:
        """A slot and everything below, ranges before their instances, in document order; no attributes."""
        found: list[Slot] = [slot]
        if slot.definition.children:
            _gather(slot, found)
        return found

    def write(self, slot: Slot, raw: str) -> None:
        """Store an answer; what reads it becomes dirty, actions on the change are queued."""
        if raw == slot.raw:
            return
        slot.raw = raw
        if self.confirmed:
            self.confirmed.discard(slot)
        graph = self.graph
        slot.state = None
        graph.changed[slot] = None
        control = slot.definition.control
        if slot.relevant:
            text = raw if control is None or not (control.items or control.itemset) else self.visible(slot)
            if text != slot.text:
                graph.show(slot, text)
        if control is not None and control.actions:
            self.actions.value_changed(slot)

    def calculated(self, slot: Slot, text: str) -> None:
        """Store the outcome of a calculation. Raises FormError for a text that has grown too long."""
        if len(text) > 1000:
            self.world.work.grow(len(text))
        self.write(slot, computed(slot.definition.bind.type, text))

    def chose(self, slot: Slot, choices: tuple[Choice, ...]) -> None:
        """New choices: what is no longer among them is not selected, until it comes back."""
        slot.choices = choices
        slot.choices_known = True
        self.graph.touch(slot)
        self.graph.queue_all([cell for cell in slot.readers if cell in self.choice_readers])
        self._look(slot)

    def _look(self, slot: Slot) -> None:
        """Show what expressions see of a slot."""
        text = self.visible(slot)
        if text != slot.text:
            self.graph.show(slot, text)

    def visible(self, slot: Slot) -> str:
        """The stored answer; "" while not relevant; of a filtered select only what can be selected now."""
        if not slot.relevant:
            return ""
        control = slot.definition.control
        if slot.raw == "" or control is None or not slot.choices_known or not control.closed:
            return slot.raw
        values = [choice.value for choice in slot.choices]
        if control.tag == "select1":
            return slot.raw if slot.raw in values else ""
        kept = available(slot.raw.split(" "), values, control.tag == "rank")
        if control.tag == "rank":
            # A rank always ranks everything: what became available joins at the end.
            kept = " ".join(dict.fromkeys([*kept.split(), *values]))
        return kept

    def refresh_relevance(self, slot: Slot) -> None:
        """Carry a change of relevance down the tree."""
        relevant = slot.own_relevant and (slot.parent is None or slot.parent.relevant)
        if relevant is slot.relevant:
            return
        slot.relevant = relevant
        self.order = None
        self.graph.touch(slot)
        if relevant and slot.calculation is not None:
            slot.outcome = None
            self.graph.queue(slot.calculation)
        if slot.kind != DOCUMENT and not slot.children and not isinstance(slot, Range):
            self._look(slot)
        for below in (*slot.attributes, *slot.ranges.values(), *slot.children):
            if isinstance(below, Slot):
                self.refresh_relevance(below)

    def touch_all(self, slot: Slot) -> None:
        """What a whole subtree shows changed."""
        for one in self.subtree(slot):
            self.graph.touch(one)

    def shared_choices(self, definition: NodeDef) -> tuple[Choice, ...]:
        """The choices of a control without live labels, once for each language."""
        key = (definition, self.texts.language)
        found = self._shared.get(key)
        if found is None:
            assert definition.control is not None
            found = self._shared[key] = fixed_choices(definition.control, self.texts)
        return found

    def choice_name(self, value: str, path: str, node: Node | None) -> str:
        """jr:choice-name: the label of a choice of the select that `path` names as seen from `node`."""
        if value == "":
            return ""
        start = node if node is not None else self.document.children[0]
        compiler = Compiler(self.world, start, Reads(), self.definition.namespaces)
        target = compiler.compile(parse(path)).slot
        if not isinstance(target, Slot):
            return ""
        return next((choice.label for choice in target.choices if choice.value == value), "")

    def speak(self, language: str) -> None:
        """Change the language: every text and choice is asked again."""
        self.texts.language = language
        self.moulds.clear()
        for slot in self.slots.values():
            slot.state = None
            self.graph.changed[slot] = None
            control = slot.definition.control
            if control is not None and control.items and not control.drawn and slot.choices:
                slot.choices = self.shared_choices(slot.definition)
        for cells in (self.language_readers, *(slot.cells for slot in self.slots.values() if slot.choices)):
            self.graph.queue_all(cells)


def _gather(slot: Slot, found: list[Slot]) -> None:
    ranges, slots = slot.ranges, slot.slots
    for name, definition in slot.definition.children.items():
        if name in ranges:
            place = ranges[name]
            found.append(place)
            for row in place.instances:
                found.append(row)
                _gather(row, found)
        elif name in slots and not name.startswith("@"):
            child = slots[name]
            found.append(child)
            if definition.children:
                _gather(child, found)
