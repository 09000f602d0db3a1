"""What every question widget promises: it shows a node, reports the raw answer, and says when the worker goes on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fieldapp.forms import NodeState

ON, BACK, STAY = 1, -1, 0
_RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Answer(QWidget):
    """The input of one question; it decides nothing.

    Signals: `answered(str)` the raw answer as the form engine takes it ("" for blank); `moved(int)` the worker
    goes on (`ON`) or back (`BACK`).
    """

    answered = Signal(str)
    moved = Signal(int)

    def show_node(self, node: NodeState) -> None:
        """Shows a node's value, choices and whether it may be changed; keeps the cursor where it is."""
        raise NotImplementedError

    def commit(self) -> None:
        """Reports an answer that is still being typed. Nothing happens when there is none."""

    def input(self) -> QWidget:
        """The widget that takes the focus."""
        return self

    def name_for_readers(self, label: str) -> None:
        """The name a screen reader says for this input."""
        self.input().setAccessibleName(label)


def step_of(event: QKeyEvent) -> int:
    """Where a key leads: `ON` for Enter, `BACK` for Shift+Enter, else `STAY`."""
    if event.key() not in _RETURNS:
        return STAY
    return BACK if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else ON
