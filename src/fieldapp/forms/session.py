"""A session: one form being filled. It takes answers and says what changed; it knows no window and no store."""

from collections.abc import Mapping
from datetime import datetime

from fieldapp.errors import FormError
from fieldapp.forms.building import built_at_once
from fieldapp.forms.expressions.values import plain_number
from fieldapp.forms.filling import actions
from fieldapp.forms.filling.filling import Filling
from fieldapp.forms.filling.giving import Given, answered, spoken, stored
from fieldapp.forms.filling.instance import Range, Slot
from fieldapp.forms.filling.preloads import at_end, preloaded
from fieldapp.forms.filling.showing import doubt_of, mould_of, show, violation_of
from fieldapp.forms.marks import CONFIRMED, REMARK
from fieldapp.forms.outcome.audit import FILE, AuditSettings
from fieldapp.forms.outcome.entities import entity_changes, version_attributes
from fieldapp.forms.outcome.submission import write_submission
from fieldapp.forms.state import EntityChange, EntityVersion, NodeState, Violation
from fieldapp.forms.tree import ATTRIBUTE


class Session:
    """Made by `Form.start`, `Form.restore` and `Form.edit`. Not for several threads at once."""

    def __init__(
        self, filling: Filling, seen: Mapping[str, str], entities: Mapping[str, EntityVersion]
    ) -> None:
        self._filling = filling
        self._seen, self._versions = dict(seen), dict(entities)
        root = filling.document.children[0]
        assert isinstance(root, Slot)
        self._root = root

    @property
    def language(self) -> str:
        """The language of labels and choices; "" for a form without translations."""
        return self._filling.texts.language

    def __contains__(self, ref: object) -> bool:
        return ref in self._filling.slots

    def node(self, ref: str) -> NodeState:
        """The state of one node. Raises FormError for a reference that is not there."""
        self._filling.world.work.renew(len(self._filling.slots))
        return show(self._filling, self._slot(ref))

    @built_at_once
    def state(self) -> dict[str, NodeState]:
        """The state of every node, relevant or not, in document order."""
        filling = self._filling
        filling.world.work.renew(len(filling.slots))
        return {slot.ref: show(filling, slot) for slot in filling.subtree(self._root)}

    def order(self) -> tuple[str, ...]:
        """The references of the relevant nodes in document order, repeat ranges before their instances."""
        filling = self._filling
        if filling.order is None:
            filling.order = tuple(slot.ref for slot in filling.subtree(self._root) if slot.relevant)
        return filling.order

    def answer(self, ref: str, value: Given) -> frozenset[str]:
        """Answer a question; a select takes a list of choices or their text, a trigger True or "OK", a number its
        digits or an int or float; None, "" or [] blanks it.

        Returns the references of the nodes whose state changed, came or went. A text that is no answer of the
        question's type blanks it. Raises FormError for a node that takes no answer or is read-only.
        """
        slot = self._slot(ref)
        if isinstance(slot, Range) or slot.children or not self._takes_answer(slot):
            raise FormError("form.answer.no_question", "{ref} takes no answer.", ref=ref)
        if slot.readonly():
            raise FormError("form.answer.readonly", "{ref} is read-only.", ref=ref)
        self._filling.write(slot, answered(slot, spoken(value, slot.definition.control)))
        return self._settled()

    def _takes_answer(self, slot: Slot) -> bool:
        return mould_of(self._filling, slot.definition).blank.kind not in ("root", "group", "note")

    def prefill(self, values: Mapping[str, str]) -> frozenset[str]:
        """Set answers that the register already holds, those of read-only questions as well.

        `<ref>#range` brings a repeat to that many instances; say it before the answers inside.
        """
        for ref, value in values.items():
            slot = self._slot(ref)
            if isinstance(slot, Range):
                self._filling.repeats.count_to(slot, plain_number(value) or 0.0)
                continue
            self._filling.write(slot, stored(slot, value))
        return self._settled()

    def add_repeat(self, ref: str, before: str = "") -> frozenset[str]:
        """One more instance of the repeat named as `/data/person` or `/data/person#range`: at its end, or `before` an
        instance such as `/data/person[2]`, which moves down with those after it.
        """
        place = self._slot(ref.removesuffix("#range") + "#range")
        if not isinstance(place, Range) or _is_counted(place):
            raise FormError("form.repeat.counted", "The number of {ref} follows from the answers.", ref=ref)
        at = self._slot(before).place if before else None
        if before and self._slot(before) not in place.instances:
            raise FormError("form.repeat.other", "{before} is no row of {ref}.", before=before, ref=ref)
        self._filling.repeats.add_instance(place, at)
        return self._settled()

    def remove_repeat(self, ref: str) -> frozenset[str]:
        """Take an instance such as `/data/person[2]` away; those after it move up."""
        slot = self._slot(ref)
        if not slot.place or slot.parent is None or _is_counted(slot.parent.ranges[slot.name]):
            raise FormError("form.repeat.remove", "{ref} cannot be removed.", ref=ref)
        self._filling.repeats.remove_instance(slot)
        return self._settled()

    def set_language(self, code: str) -> frozenset[str]:
        """Speak another language of the form. Raises FormError for one it does not have."""
        if code not in [one.language for one in self._filling.definition.translations]:
            raise FormError("form.language", "The form does not speak “{language}”.", language=code)
        self._filling.speak(code)
        return self._settled()

    def stand_at(self, position: str) -> None:
        """Where the device is from now on, "lat lon altitude accuracy": what `setgeopoint` takes next."""
        self._filling.world.metadata["position"] = position

    def violations(self) -> list[Violation]:
        """What keeps the answers from being final, in document order."""
        filling = self._filling
        filling.world.work.renew(len(filling.slots))
        found = []
        for slot in filling.subtree(self._root):
            if not slot.relevant or slot.children:
                continue
            if slot.required or not slot.constraint_holds:
                violation = violation_of(filling, slot)
                if violation is not None:
                    found.append(violation)
                    continue
            if not slot.soft_holds and slot not in filling.confirmed and (doubt := doubt_of(filling, slot)):
                found.append(Violation(slot.ref, "soft", doubt))
        return found

    def confirm(self, ref: str, stands: bool = True) -> frozenset[str]:
        """The worker stands by this answer in spite of its soft check, until he changes it or takes that back.

        An answer that no soft check doubts needs no confirmation and gets none.
        """
        filling, slot = self._filling, self._slot(ref)
        if not stands and slot in filling.confirmed:
            filling.confirmed.discard(slot)
            filling.graph.touch(slot)
        elif stands and slot not in filling.confirmed and doubt_of(filling, slot):
            filling.confirmed.add(slot)
            filling.graph.touch(slot)
        return self._settled()

    def remark(self, ref: str, text: str) -> None:
        """What the worker says about a node, relevant or not; "" takes it back. The root's is about the whole form.

        Raises FormError for the range of a repeat: its rows and its parent take remarks.
        """
        slot = self._slot(ref)
        if isinstance(slot, Range):
            raise FormError(
                "form.remark.range", "A remark stands at a question, a group or a row, not at {ref}.", ref=ref
            )
        if text:
            self._filling.remarks[slot] = text
        else:
            self._filling.remarks.pop(slot, None)

    def remarks(self) -> dict[str, str]:
        """The remarks by reference, in document order."""
        said = self._filling.remarks
        if not said:
            return {}
        return {slot.ref: said[slot] for slot in self._filling.subtree(self._root) if slot in said}

    def answers(self) -> dict[str, str]:
        """Raw answers by reference, relevant or not: a draft. Also `<ref>#range` → the number of instances,
        `<ref>#confirmed` → the answer that stands in spite of a soft check, `<ref>#remark` → the worker's remark."""
        found: dict[str, str] = {}
        confirmed, remarks = self._filling.confirmed, self._filling.remarks
        for slot in self._filling.subtree(self._root):
            if isinstance(slot, Range):
                found[slot.ref] = str(len(slot.instances))
            elif not slot.children:
                found[slot.ref] = slot.raw
            if slot in confirmed:
                found[slot.ref + CONFIRMED] = slot.raw
            if slot in remarks:
                found[slot.ref + REMARK] = remarks[slot]
            for attribute in slot.attributes:
                if isinstance(attribute, Slot) and attribute.ref.count("/") > 2:
                    found[attribute.ref] = attribute.raw
        return found

    def raw(self, ref: str) -> str:
        """The stored answer of one node or attribute, relevant or not."""
        return self._slot(ref).raw

    def entity_changes(self) -> tuple[EntityChange, ...]:
        """The entities these answers create and update."""
        return entity_changes(self._root, self._seen, self._versions)

    def submission(self, now: datetime | None = None) -> bytes:
        """The XML of the submission; `now` is the time of ending, else the time of the start."""
        world = self._filling.world
        for slot in self._filling.subtree(self._root):
            ended = at_end(slot.definition.bind, now or world.now) if slot.definition.bind.preload else None
            if ended is not None:
                self._filling.write(slot, ended)
        if now is not None:
            self._end(now)
        self._identify()
        self._settled()
        for attribute, text in version_attributes(self._root, self._versions):
            self._filling.write(attribute, text)
        self._settled()
        filling = self._filling
        return write_submission(self._root, filling.definition.namespaces, filling.confirmed, filling.remarks)

    def _end(self, now: datetime) -> None:
        """What counts the time of filling is calculated once more."""
        filling, world = self._filling, self._filling.world
        world.ended = now if now.tzinfo is not None else now.replace(tzinfo=world.zone)
        for slot in world.timed:
            if isinstance(slot, Slot) and slot.calculation and filling.slots.get(slot.ref) is slot:
                filling.graph.queue(slot.calculation)

    def _identify(self) -> None:
        """A form that fills no instanceID gets one all the same: OpenRosa knows a submission by it.

        The file of the audit log is named where the form asks for one.
        """
        for meta in self._root.children:
            for one in meta.children if meta.local == "meta" else ():
                if one.local == "instanceID" and isinstance(one, Slot) and one.raw == "":
                    self._filling.write(one, f"uuid:{self._filling.world.new_uuid()}")
                if one.local == "audit" and isinstance(one, Slot) and self.audit is not None:
                    self._filling.write(one, FILE)

    @property
    def audit(self) -> AuditSettings | None:
        """What the form asks to be logged of its filling; None for nothing."""
        return self._filling.definition.audit

    def open(self, first: bool) -> None:
        """Run the form's own beginning: preloads, logic, actions. Called once by the form."""
        filling = self._filling
        for slot in filling.subtree(self._root):
            if isinstance(slot, Range):
                slot.counted = not first  # the rows of a draft stay while their number is blank, as they did
            for one in (slot, *slot.attributes):
                if isinstance(one, Slot) and not isinstance(one, Range) and one.definition.bind.preload:
                    self._preload(one, first)
        filling.graph.settle()
        if not first:
            # A draft that cannot be opened could not be corrected: the rows it has are what there is.
            filling.repeats.refused = None
        filling.actions.loaded(actions.LOAD | (actions.FIRST_LOAD if first else frozenset()))
        self._settled()

    def _preload(self, slot: Slot, first: bool) -> None:
        bind = slot.definition.bind
        is_identity = bind.preload == "uid"
        if slot.raw and is_identity and not first:
            return
        if first or is_identity:
            value = preloaded(bind, self._filling.world)
            if value is not None:
                self._filling.write(slot, value)

    def _slot(self, ref: str) -> Slot:
        found = self._filling.slots.get(ref)
        if found is None:
            raise FormError("form.no_such_ref", "The form has no {ref} now.", ref=ref)
        return found

    def _settled(self) -> frozenset[str]:
        filling, graph = self._filling, self._filling.graph
        filling.world.work.renew(len(filling.slots))
        graph.settle()
        refused, filling.repeats.refused = filling.repeats.refused, None
        if refused is not None:
            raise refused
        changed = frozenset([slot.ref for slot in graph.changed if slot.kind != ATTRIBUTE])
        graph.changed.clear()
        if filling.gone:
            changed |= filling.gone
            filling.gone.clear()
        return changed


def _is_counted(place: Range) -> bool:
    return place.definition.count is not None or place.definition.fixed_count
