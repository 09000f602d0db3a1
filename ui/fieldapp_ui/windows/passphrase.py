"""Asking for the passphrase: a field, a caps-lock hint, one sentence when it is wrong; the window stays alive."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, column, label


class PassphraseLine(QLineEdit):
    """Signals: `capitals(bool)` whether letters come out as capitals without Shift (caps lock is on)."""

    capitals = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhLatinOnly
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, shift = event.text(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_CapsLock:
            self.capitals.emit(False)
        elif len(text) == 1 and text.isascii() and text.isalpha():
            self.capitals.emit(text.isupper() != shift)
        super().keyPressEvent(event)


class PassphrasePanel(QWidget):
    """Signals: `given(str)` the passphrase the worker typed."""

    given = Signal(str)

    def __init__(self, theme: Theme, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(theme.px(400))
        self.line = PassphraseLine(self)
        name = label(tr("Passphrase"), "strong")
        name.setBuddy(self.line)
        self.open = button(action, self._give, role="primary")
        self.show_letters = button(tr("Show"), self._toggle, role="quiet")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_letters)
        self.hint = label("", "unknown", wrap=True)
        self.error = label("", "error", wrap=True)
        layout = column(self, gap=8)
        layout.addWidget(name)
        layout.addLayout(row)
        layout.addWidget(self.hint)
        layout.addWidget(self.error)
        layout.addWidget(self.open)
        self.hint.hide()
        self.error.hide()
        self.line.returnPressed.connect(self._give)
        self.line.textEdited.connect(self.error.hide)
        self.line.capitals.connect(self._hint_capitals)

    def wait(self, waiting: bool) -> None:
        """While the passphrase is tried nothing can be typed; afterwards it can."""
        self.line.setReadOnly(waiting)
        self.open.setEnabled(not waiting)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong; the typed letters are marked, to be replaced."""
        self.wait(False)
        self.error.setText(f"✕ {sentence}")
        self.error.show()
        self.line.setFocus()
        self.line.selectAll()

    def clear(self) -> None:
        """Empty and ready."""
        self.wait(False)
        self.error.hide()
        self.hint.hide()
        self.line.clear()
        self.line.setFocus()

    def _give(self) -> None:
        if self.line.text() and not self.line.isReadOnly():
            self.wait(True)
            self.given.emit(self.line.text())

    def _toggle(self) -> None:
        hidden = self.line.echoMode() == QLineEdit.EchoMode.Password
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self.show_letters.setText(tr("Hide") if hidden else tr("Show"))
        self.line.setFocus()

    def _hint_capitals(self, on: bool) -> None:
        self.hint.setText(tr("Caps lock seems to be on."))
        self.hint.setVisible(on)
