"""Notes, acknowledgements and worked-out values: nothing to type, Enter goes on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.question_answer import BACK, ON, STAY, Answer, step_of
from fieldapp_ui.language import tr

ACKNOWLEDGED = "OK"
"""The raw answer of a trigger, as ODK keeps it."""


class _Tick(QCheckBox):
    def __init__(self, owner: "ConfirmAnswer") -> None:
        super().__init__(tr("Seen and understood  (1)"), owner)
        self._owner = owner
        self.setMinimumHeight(36)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event)
        if step != STAY:
            self._owner.moved.emit(step)
        elif event.text() == "1" and self.isEnabled():
            self.setChecked(True)
            self._owner.answered.emit(ACKNOWLEDGED)
            self._owner.moved.emit(ON)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        self._owner.moved.emit(ON if on else BACK)
        return True


class ConfirmAnswer(Answer):
    """A trigger (acknowledge): ticked or blank."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick = _Tick(self)
        self.tick.clicked.connect(lambda on: self.answered.emit(ACKNOWLEDGED if on else ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tick)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows whether it is ticked."""
        self.tick.setChecked(bool(node.value))
        self.tick.setEnabled(not node.readonly)

    def input(self) -> QWidget:
        """The tick."""
        return self.tick


class ShownAnswer(Answer):
    """A note, or a value that the form works out: shown live, never typed."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setProperty("role", "strong")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the value; a label of a choice where it is one."""
        labels = {choice.value: choice.label for choice in node.choices}
        taken = node.value.split() if labels else []
        self.words.setText("、".join(labels.get(v) or v for v in taken) if labels else node.value)
        self.words.setVisible(bool(node.value))
