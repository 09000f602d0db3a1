"""The sentence beside an input that says why what was typed is not understood; what was typed stays there."""

from PySide6.QtWidgets import QLabel, QWidget


class Complaint(QLabel):
    """Red words with ✕; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "error")
        self.setWordWrap(True)
        self._held = ""
        self.hide()

    def say(self, words: str) -> None:
        """Shows the sentence; none hides it."""
        self.setText(f"✕ {words}" if words else "")
        self.setVisible(bool(words))

    def is_said(self) -> bool:
        """Whether a sentence stands there."""
        return bool(self.text())

    def holds(self, typed: str) -> bool:
        """Whether the worker should stay and read: once for each wrong text, a second Enter goes on."""
        new = self.is_said() and typed != self._held
        self._held = typed if self.is_said() else ""
        return new
