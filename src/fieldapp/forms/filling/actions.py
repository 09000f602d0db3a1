"""Actions: values that are set when the form loads, when a repeat is added, when an answer changes."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from fieldapp.errors import Finding, FormError
from fieldapp.forms.definition import Action
from fieldapp.forms.expressions.code import Context, Reads
from fieldapp.forms.expressions.compiler import Compiler
from fieldapp.forms.filling.binding import placed
from fieldapp.forms.filling.graph import Cell
from fieldapp.forms.filling.instance import Slot
from fieldapp.forms.filling.types import computed

if TYPE_CHECKING:
    from fieldapp.forms.filling.filling import Filling

FIRST_LOAD = frozenset({"odk-instance-first-load", "xforms-ready"})
LOAD = frozenset({"odk-instance-load"})
NEW_REPEAT = frozenset({"odk-new-repeat", "jr-insert"})
CHANGED = frozenset({"xforms-value-changed"})


def not_done(actions: Iterable[Action]) -> list[Finding]:
    """A finding for what a form asks and this program leaves undone: to record sound in the background."""
    return [
        Finding(
            "form.recording",
            "The form asks to record sound in the background. This program does not record; the answer stays blank.",
            severity="warning",
        )
        for _ in {one.kind for one in actions} & {"recordaudio"}
    ]


class Actions:
    """Runs the actions of one session."""

    def __init__(self, filling: "Filling") -> None:
        self.filling = filling
        self._cells: dict[Slot, Cell] = {}

    def run(self, actions: list[Action], events: frozenset[str], slot: Slot) -> None:
        """The actions for one of the events, as seen from `slot`. Nothing is recorded behind the worker's back."""
        for action in actions:
            if action.events & events and action.kind != "recordaudio":
                self._run_one(action, slot, late=events is CHANGED)

    def _run_one(self, action: Action, slot: Slot, late: bool) -> None:
        """What is not relevant while the form loads keeps no value; a change sets it all the same."""
        filling = self.filling
        compiler = Compiler(filling.world, slot, Reads(), filling.definition.namespaces)
        compiler.own_rows = True
        with placed(slot, "action"):
            targets = compiler.nodes(action.target)(Context(slot))
            if len(targets) > 1:
                raise FormError(
                    "form.action.many",
                    "An action sets a question in a repeat without saying in which instance.",
                )
            for target in targets:
                if isinstance(target, Slot) and (late or target.relevant):
                    filling.write(
                        target, computed(target.definition.bind.type, self._value(action, target, slot))
                    )

    def _value(self, action: Action, target: Slot, slot: Slot) -> str:
        filling = self.filling
        if action.kind == "setgeopoint":
            return filling.world.metadata.get("position", "")
        if action.value is None:
            return action.text
        compiler = Compiler(filling.world, target, Reads(), filling.definition.namespaces)
        return compiler.text(action.value)(Context(target))

    def value_changed(self, slot: Slot) -> None:
        """Queue what the control of this slot does when its value changes."""
        control = slot.definition.control
        if control is None or not any(action.events & CHANGED for action in control.actions):
            return
        cell = self._cells.get(slot)
        if cell is None:
            filling, actions = self.filling, control.actions
            cell = filling.graph.cell(slot, filling.ranks.last + 1, lambda: self.run(actions, CHANGED, slot))
            self._cells[slot] = cell
        self.filling.graph.queue(cell)

    def instance_added(self, slot: Slot) -> None:
        """What a new repeat instance sets."""
        for one in self.filling.subtree(slot):
            control = one.definition.control
            self.run(one.definition.actions, NEW_REPEAT, one)
            if control is not None:
                self.run(control.actions, NEW_REPEAT, one)

    def loaded(self, events: frozenset[str]) -> None:
        """What the form sets when it is opened."""
        filling = self.filling
        root = filling.document.children[0]
        assert isinstance(root, Slot)
        self.run(filling.definition.actions, events, root)
        for slot in filling.subtree(root):
            control = slot.definition.control
            self.run(slot.definition.actions, events, slot)
            if control is not None:
                self.run(control.actions, events, slot)
