"""From a slot to the frozen state that a window or a script sees."""

from fieldapp.forms.definition import NodeDef, Text
from fieldapp.forms.expressions.code import Reads
from fieldapp.forms.filling import Filling
from fieldapp.forms.instance import Range, Slot
from fieldapp.forms.reading_place import always
from fieldapp.forms.state import Kind, NodeState, Violation

_SELECTS = frozenset({"select", "select1"})
_INPUTS = frozenset({"input", "secret", "textarea"})


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


def _node(filling: Filling, slot: Slot) -> NodeState:
    definition, bind, texts = slot.definition, slot.definition.bind, filling.texts
    control = definition.control
    parent = slot.parent
    if definition.repeat and parent is not None:
        place = parent.ranges[definition.name]
        label = _words(filling, place, "label", control.label if control is not None else None)
        return NodeState(
            ref=slot.ref, kind="repeat-instance", name=definition.name, parent=parent.ref, type="",
            appearance=control.appearance if control is not None else "",
            relevant=slot.relevant, readonly=slot.readonly(), label=label,
        )  # fmt: skip
    kind = kind_of(definition)
    is_leaf = kind not in ("root", "group")
    violation = violation_of(filling, slot) if is_leaf else None
    doubt = doubt_of(filling, slot) if is_leaf else ""
    return NodeState(
        ref=slot.ref,
        kind=kind,
        name=definition.name,
        parent=parent.ref if parent is not None else "",
        type=bind.type if is_leaf else "",
        appearance=control.appearance if control is not None else "",
        relevant=slot.relevant,
        readonly=slot.readonly(),
        required=slot.required,
        value=slot.text if is_leaf else "",
        label=_words(filling, slot, "label", control.label if control is not None else None),
        hint=_words(filling, slot, "hint", control.hint if control is not None else None),
        guidance=texts.guidance(control.hint) if control is not None else "",
        choices=slot.choices,
        multiple=control is not None and control.tag == "select",
        violation=violation,
        constraint_message=message(filling, slot, bind.constraint_message),
        required_message=message(filling, slot, bind.required_message),
        save_to=bind.save_to,
        soft_message=doubt,
        confirmed=bool(doubt) and slot in filling.confirmed,
        parameters=control.parameters if control is not None else {},
        media=texts.media(control.label) if control is not None else {},
    )
