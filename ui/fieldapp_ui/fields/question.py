"""One question as the worker sees it: number, label, 必填 in words, hint, the input, and the error in words under it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.question_answer import Answer
from fieldapp_ui.fields.question_kinds import Surroundings, answer_for, input_kind
from fieldapp_ui.fields.question_words import plain, rich
from fieldapp_ui.language import tr


class Question(QWidget):
    """Signals: `answered(ref, raw)`; `moved(ref, step)`."""

    answered = Signal(str, str)
    moved = Signal(str, int)

    def __init__(
        self, node: NodeState, number: str, around: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ref, self._around = node.ref, around
        self._number = QLabel(number, self)
        self._label = _words(self)
        self._hint = _words(self)
        self._error = _words(self)
        self._number.setProperty("role", "caption")
        self._label.setProperty("role", "" if node.kind == "note" else "strong")
        self._hint.setProperty("role", "caption")
        self._error.setProperty("role", "error")
        self._kind = input_kind(node)
        self.answer = self._made(node)
        self._lay_out()

    def show_node(self, node: NodeState, error: str) -> None:
        """Shows the node as it stands; `error` is the sentence under the input, or empty."""
        if input_kind(node) != self._kind:
            self._exchange(node)
        label = node.label or node.name
        required = tr("Required") if node.required and not node.readonly else ""
        beside = f' <span style="font-weight:400">· {required}</span>' if required else ""
        self._label.setText(rich(label) + beside)
        self._number.setVisible(node.kind != "note")
        self._hint.setText(rich(node.hint))
        self._hint.setVisible(bool(node.hint))
        self._error.setText(f"✕ {rich(error)}" if error else "")
        self._error.setVisible(bool(error))
        self.answer.show_node(node)
        self.answer.name_for_readers(", ".join(part for part in (plain(label), required) if part))

    def take_focus(self) -> None:
        """Puts the cursor into the input; what stands there is marked, so that typing replaces it."""
        entry = self.answer.input()
        entry.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(entry, QLineEdit):
            entry.selectAll()  # by hand: a window that is not active yet marks nothing

    def error(self) -> str:
        """The sentence shown under the input."""
        return self._error.text()

    def _made(self, node: NodeState) -> Answer:
        answer = answer_for(node, self._around, self)
        answer.answered.connect(lambda raw: self.answered.emit(self.ref, raw))
        answer.moved.connect(lambda step: self.moved.emit(self.ref, step))
        return answer

    def _exchange(self, node: NodeState) -> None:
        old, self._kind = self.answer, input_kind(node)
        self.answer = self._made(node)
        self._column.replaceWidget(old, self.answer)
        old.deleteLater()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._number, alignment=Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._label, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addLayout(head)
        self._column.addWidget(self.answer)
        self._column.addWidget(self._hint)
        self._column.addWidget(self._error)


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    return label
