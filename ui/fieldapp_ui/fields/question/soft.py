"""A soft check that the answer does not meet: an amber sentence, and one key that keeps the answer in spite of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.fields.answers.words import rich
from fieldapp_ui.language import tr

KEEP_KEY = "F8"
"""The key of the command that does the same for the question with the focus."""


class SoftCheck(QWidget):
    """Signals: `kept()` the worker has read the sentence and keeps the answer."""

    kept = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.keep = QPushButton(tr("Keep this answer") + f"  {KEEP_KEY}", self)
        self.keep.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.keep.setProperty("role", "ask")
        self.keep.clicked.connect(self.kept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(self.words)
        column.addWidget(self.keep, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_node(self, node: NodeState) -> None:
        """The sentence while there is one; after it was confirmed it stays, quietly, and says so."""
        if node.confirmed:
            text = tr("Checked and kept: {sentence}", sentence=node.soft_message)
            self.words.setText(f"✓ {rich(text)}")
        else:
            self.words.setText(f"⚠ {rich(node.soft_message)}")
        self.words.setProperty("role", "caption" if node.confirmed else "unknown")
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)
        self.keep.setVisible(not node.confirmed)
