"""Answers in words: one line, several lines, digits only."""

from PySide6.QtCore import QRegularExpression, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QRegularExpressionValidator,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.answers.answer import BACK, ON, STAY, Answer, step_of
from fieldapp_ui.fields.answers.line import PAUSE_MS, ComposingLine
from fieldapp_ui.icons import icon
from fieldapp_ui.language import tr

_DIGITS = QRegularExpression(r"[0-9０-９xX+\-() ]*")


class LineAnswer(Answer):
    """Text on one line. The appearance `numbers` lets digits through only; its raw answer stays text."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = ComposingLine(self)
        self.line.committed.connect(self._report)
        self.line.moved.connect(self.moved)
        if "numbers" in node.appearance.split():
            self.line.setValidator(QRegularExpressionValidator(_DIGITS, self.line))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the text."""
        self.line.setReadOnly(node.readonly)
        self.line.show_text(node.value)

    def commit(self) -> None:
        """Reports the text being typed."""
        self.line.commit()

    def input(self) -> QWidget:
        """The line."""
        return self.line

    def _report(self, text: str) -> None:
        self.answered.emit(text.strip())


class MaskedAnswer(LineAnswer):
    """Text that nobody looking on should read until they are asked to."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(node, parent)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setToolTip(tr("Hidden from lookers-on. The eye shows it."))
        self.eye = QAction(
            icon("eye", self.palette().color(self.foregroundRole()).name()), tr("Show"), self.line
        )
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show)
        self.line.addAction(self.eye, QLineEdit.ActionPosition.TrailingPosition)

    def _show(self, on: bool) -> None:
        modes = QLineEdit.EchoMode
        self.line.setEchoMode(modes.Normal if on else modes.Password)


class _ManyLines(QPlainTextEdit):
    """Several lines: Enter breaks the line, in an empty box it goes on as Tab and Ctrl+Enter do."""

    committed = Signal()
    moved = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composing = False
        self.setTabChangesFocus(True)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event)
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        blank = not self.toPlainText().strip() and not self.composing
        if step == BACK or (step == ON and (with_control or blank)):
            self._leave(step)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        self._leave(ON if on else BACK)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.committed.emit()
        super().focusOutEvent(event)

    def _leave(self, step: int) -> None:
        if step != STAY and not self.composing:
            self.committed.emit()
            self.moved.emit(step)


class TextAnswer(Answer):
    """Text on several lines."""

    def __init__(self, node: NodeState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = node.value
        self.text = _ManyLines(self)
        self.text.setPlaceholderText(tr("Enter for a new line, Tab to go on"))
        told = node.parameters.get("rows", "")
        rows = int(told) if told.isascii() and told.isdecimal() else 4
        self.text.setFixedHeight(QFontMetrics(self.text.font()).lineSpacing() * max(2, min(rows, 10)) + 24)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.text.textChanged.connect(self._pause.start)
        self.text.committed.connect(self.commit)
        self.text.moved.connect(self.moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self.text.setPlainText(node.value)
        self._pause.stop()
        self.text.setReadOnly(node.readonly)

    def show_node(self, node: NodeState) -> None:
        """Shows the text unless the worker is typing in it."""
        self.text.setReadOnly(node.readonly)
        if not self._pause.isActive() and node.value != self.text.toPlainText():
            self._kept = node.value
            self.text.setPlainText(node.value)
            self._pause.stop()

    def commit(self) -> None:
        """Reports the text being typed."""
        self._pause.stop()
        if not self.text.composing and self.text.toPlainText() != self._kept:
            self._kept = self.text.toPlainText()
            self.answered.emit(self._kept)

    def input(self) -> QWidget:
        """The text box."""
        return self.text
