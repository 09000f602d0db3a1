"""An input with something beside it: a sentence over it, or a map under it. The input itself stays what it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.answers.answer import Answer


class AroundAnswer(Answer):
    """Hands everything through to the answer inside."""

    def __init__(self, inner: Answer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inner = inner
        inner.answered.connect(self.answered)
        inner.moved.connect(self.moved)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(inner)

    def show_node(self, node: NodeState) -> None:
        """As the answer inside."""
        self.inner.show_node(node)

    def commit(self) -> None:
        """As the answer inside."""
        self.inner.commit()

    def input(self) -> QWidget:
        """That of the answer inside."""
        return self.inner.input()

    def name_for_readers(self, label: str) -> None:
        """As the answer inside."""
        self.inner.name_for_readers(label)


class ExplainedAnswer(AroundAnswer):
    """A sentence over an input: what the form asks for cannot be had here, and what does instead."""

    def __init__(self, inner: Answer, words: str, parent: QWidget | None = None) -> None:
        super().__init__(inner, parent)
        self.told = QLabel(words, self)
        self.told.setProperty("role", "caption")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.column.insertWidget(0, self.told)

    def name_for_readers(self, label: str) -> None:
        """The sentence goes with the question."""
        self.inner.name_for_readers(f"{label}. {self.told.text()}")
