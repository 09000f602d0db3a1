"""From a slot to the frozen state that a window or a script sees."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.forms.definition import NodeDef, Text
from fieldapp.forms.expressions.code import Reads
from fieldapp.forms.filling.filling import Filling
from fieldapp.forms.filling.instance import Range, Slot
from fieldapp.forms.reading.place import always
from fieldapp.forms.state import Kind, NodeState, Violation

_SELECTS = frozenset({"select", "select1"})
_INPUTS = frozenset({"input", "secret", "textarea"})


@dataclass(frozen=True, slots=True)
class Mould:
    """What the states of one definition share: the state of a blank one, and its messages that have outputs."""

    blank: NodeState
    live: Mapping[str, Text]
    is_leaf: bool

    def cast(self) -> tuple[NodeState, dict[str, object]]:
        """A copy of the blank state, and its fields to set before anybody sees it.

        A frozen dataclass sets each of its fields by a call; one copy of them all is several times faster.
        """
        state = object.__new__(NodeState)
        fields = state.__dict__
        fields.update(self.blank.__dict__)
        return state, fields


def kind_of(definition: NodeDef) -> Kind:
    """The kind of a node that is no repeat, by its control."""
    control = definition.control
    tag = control.tag if control is not None else ""
    if any(not name.startswith("@") for name in definition.children):
        return "group" if definition.parent is not None and definition.parent.name else "root"
    if tag in _INPUTS:
        is_said = control is not None and (control.label or control.hint)
        return "note" if is_said and always(definition.bind.readonly) else "input"
    if tag in _SELECTS:
        return "select"
    if tag in ("rank", "range", "trigger", "upload"):
        return tag  # type: ignore[return-value]
    return "group" if tag == "group" else "model-value"


def violation_of(filling: Filling, slot: Slot) -> Violation | None:
    """What is wrong with the answer of a relevant slot: blank though required, or against its constraint."""
    if not slot.relevant:
        return None
    bind = slot.definition.bind
    if slot.text == "":
        if slot.required:
            return Violation(slot.ref, "required", message(filling, slot, bind.required_message))
        return None
    if not slot.constraint_holds:
        return Violation(slot.ref, "constraint", message(filling, slot, bind.constraint_message))
    return None


def doubt_of(filling: Filling, slot: Slot) -> str:
    """The sentence of a soft check that the answer of a relevant slot does not meet, else ""."""
    if slot.soft_holds or not slot.relevant or slot.text == "":
        return ""
    return message(filling, slot, slot.definition.bind.soft_message)


def message(filling: Filling, slot: Slot, text: Text | None) -> str:
    """The words of a message, read now: messages are rare, so they have no cell."""
    if text is None:
        return ""
    if filling.texts.is_fixed(text):
        return filling.texts.fixed(text)
    return filling.texts.live(text, slot, Reads())()


def show(filling: Filling, slot: Slot) -> NodeState:
    """The state of a slot, kept until something in it changes."""
    if slot.state is None:
        slot.state = _range(filling, slot) if isinstance(slot, Range) else _node(filling, slot)
    return slot.state


def mould_of(filling: Filling, definition: NodeDef) -> Mould:
    """The mould of a definition that is no range, made once for each language."""
    found = filling.moulds.get(definition)
    if found is None:
        found = filling.moulds[definition] = _mould(filling, definition)
    return found


def _words(filling: Filling, slot: Slot, name: str, text: Text | None) -> str:
    found = slot.texts.get(name)
    return filling.texts.fixed(text) if found is None else found


def _range(filling: Filling, slot: Range) -> NodeState:
    definition = slot.definition
    control = definition.control
    counted = definition.count is not None or definition.fixed_count
    return NodeState(
        ref=slot.ref,
        kind="repeat-range:controlled" if counted else "repeat-range:uncontrolled",
        name=definition.name,
        parent=slot.parent.ref if slot.parent is not None else "",
        type="",
        appearance=control.appearance if control is not None else "",
        relevant=slot.relevant,
        readonly=slot.readonly(),
        label=_words(filling, slot, "label", control.label if control is not None else None),
        count=len(slot.instances),
    )


def _mould(filling: Filling, definition: NodeDef) -> Mould:
    texts, bind, control = filling.texts, definition.bind, definition.control
    appearance = control.appearance if control is not None else ""
    if definition.repeat:
        words = texts.fixed(control.label if control is not None else None)
        row = NodeState("", "repeat-instance", definition.name, type="", appearance=appearance, label=words)
        return Mould(row, {}, is_leaf=False)
    kind = kind_of(definition)
    is_leaf = kind not in ("root", "group")
    state = NodeState(
        ref="",
        kind=kind,
        name=definition.name,
        type=bind.type if is_leaf else "",
        appearance=appearance,
        label=texts.fixed(control.label) if control is not None else "",
        hint=texts.fixed(control.hint) if control is not None else "",
        guidance=texts.guidance(control.hint) if control is not None else "",
        multiple=control is not None and control.tag == "select",
        constraint_message=_fixed(filling, bind.constraint_message),
        required_message=_fixed(filling, bind.required_message),
        save_to=bind.save_to,
        parameters=control.parameters if control is not None else {},
        media=texts.media(control.label) if control is not None else {},
    )
    messages = {"constraint_message": bind.constraint_message, "required_message": bind.required_message}
    live = {name: text for name, text in messages.items() if text is not None and not texts.is_fixed(text)}
    return Mould(state, live, is_leaf)


def _fixed(filling: Filling, text: Text | None) -> str:
    return filling.texts.fixed(text) if text is not None and filling.texts.is_fixed(text) else ""


def _node(filling: Filling, slot: Slot) -> NodeState:
    parent, mould = slot.parent, mould_of(filling, slot.definition)
    state, own = mould.cast()
    own["ref"] = slot.ref
    own["parent"] = parent.ref if parent is not None else ""
    own["relevant"] = slot.relevant
    own["readonly"] = slot.readonly()
    if slot.definition.repeat and parent is not None:
        own.update(slot.texts)
        return state
    own.update(slot.texts)
    own["required"] = slot.required
    own["choices"] = slot.choices
    for name, text in mould.live.items():
        own[name] = message(filling, slot, text)
    if not mould.is_leaf:
        return state
    own["value"] = slot.text
    if slot.required or not slot.constraint_holds:
        own["violation"] = violation_of(filling, slot)
    if not slot.soft_holds and (doubt := doubt_of(filling, slot)):
        own["soft_message"] = doubt
        own["confirmed"] = slot in filling.confirmed
    return state
