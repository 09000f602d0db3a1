"""The right of a form, where the window is wide enough: whose it is, help for the question, last year's value, the
remark on the question or on the whole entry."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from fieldapp_ui.fields.answers.line import PAUSE_MS
from fieldapp_ui.fields.answers.words import plain
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme, wear_role
from fieldapp_ui.windows.parts import label

WIDTH = 248


class _Remark(QPlainTextEdit):
    """Signals: `left()` the focus goes elsewhere; `done()` Escape or Ctrl+Enter."""

    left = Signal()
    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (
            enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.left.emit()
        super().focusOutEvent(event)


class FormSide(QWidget):
    """Signals: `remarked(ref, text)` when the remark is left or paused over; `closed()` back to the question."""

    remarked = Signal(str, str)
    closed = Signal()

    def __init__(self, theme: Theme, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ref = ""
        self.setFixedWidth(theme.px(WIDTH))
        self._help = label("", "", wrap=True)
        self._last_title = label(tr("Last year"), "caption")
        self._entry_title = label(tr("Last entry"), "caption")
        self._entry = label("", "strong", wrap=True)
        self._last = label("", "strong", wrap=True)
        self._help_title = label(tr("Explanation"), "caption")
        self._remark_title = label("", "caption", wrap=True)
        self.remark = _Remark(self)
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(theme.px(96))
        self.remark.left.connect(self.commit)
        self.remark.done.connect(self.closed)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.commit)
        self.remark.textChanged.connect(self._pause.start)
        self._keys = label(tr("Esc back to the question"), "caption")
        wear_role(self, "plain")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(20), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(4))
        if about:
            column.addWidget(label(about, "caption", wrap=True))
            column.addSpacing(theme.px(12))
        for title, body in (
            (self._last_title, self._last),
            (self._entry_title, self._entry),
            (self._help_title, self._help),
            (self._remark_title, self.remark),
        ):
            column.addWidget(title)
            column.addWidget(body)
            column.addSpacing(theme.px(12) if body is not self.remark else 0)
        column.addWidget(self._keys)
        column.addStretch(1)

    def show_question(
        self, ref: str, help_text: str, last_year: str, remark: str, last_entry: str = ""
    ) -> None:
        """Shows what belongs to the question with the focus."""
        self._help.setText(plain(help_text))
        self._last.setText(last_year)
        self._entry.setText(last_entry)
        for title, body, there in (
            (self._help_title, self._help, help_text),
            (self._last_title, self._last, last_year),
            (self._entry_title, self._entry, last_entry),
        ):
            title.setVisible(bool(there))
            body.setVisible(bool(there))
        self.show_remark(ref, remark, tr("Remark on this question (Ctrl+N)"))

    def show_remark(self, ref: str, remark: str, title: str) -> None:
        """The remark on a node, to be written on; no node, no remark."""
        self.commit()
        self._ref = ref
        self._remark_title.setText(title)
        self.remark.setAccessibleName(title)
        self.remark.setPlainText(remark)
        self._pause.stop()
        for part in (self._remark_title, self.remark, self._keys):
            part.setVisible(bool(ref))

    def show_nothing(self) -> None:
        """No question has the focus."""
        self.show_question("", "", "", "")

    def commit(self) -> None:
        """Reports the remark."""
        self._pause.stop()
        if self._ref:
            self.remarked.emit(self._ref, self.remark.toPlainText().strip())
