"""The right of a form, where the window is wide enough: whose it is, help for the question, last year's value, the
remark."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from fieldapp_ui.fields.question_words import plain
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme, wear_role
from fieldapp_ui.windows.parts import label

WIDTH = 248


class _Remark(QPlainTextEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.left.emit()
        super().focusOutEvent(event)


class FormSide(QWidget):
    """Signals: `remarked(ref, text)` when the remark is left."""

    remarked = Signal(str, str)

    def __init__(self, theme: Theme, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ref = ""
        self.setFixedWidth(theme.px(WIDTH))
        self._help = label("", "", wrap=True)
        self._last_title = label(tr("Last year"), "caption")
        self._last = label("", "strong", wrap=True)
        self._help_title = label(tr("Explanation"), "caption")
        self._remark_title = label(tr("Remark for this draft (Ctrl+N)"), "caption", wrap=True)
        self.remark = _Remark(self)
        self.remark.setTabChangesFocus(True)
        self.remark.setFixedHeight(theme.px(96))
        self.remark.setAccessibleName(tr("Remark for this draft (Ctrl+N)"))
        self.remark.left.connect(self.commit)
        wear_role(self, "plain")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(20), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(4))
        if about:
            column.addWidget(label(about, "caption", wrap=True))
            column.addSpacing(theme.px(12))
        for title, body in (
            (self._last_title, self._last),
            (self._help_title, self._help),
            (self._remark_title, self.remark),
        ):
            column.addWidget(title)
            column.addWidget(body)
            column.addSpacing(theme.px(12))
        column.addStretch(1)

    def show_question(self, ref: str, help_text: str, last_year: str, remark: str) -> None:
        """Shows what belongs to the question with the focus."""
        self.commit()
        self._ref = ref
        self._help.setText(plain(help_text))
        self._last.setText(last_year)
        for title, body, there in (
            (self._help_title, self._help, help_text),
            (self._last_title, self._last, last_year),
        ):
            title.setVisible(bool(there))
            body.setVisible(bool(there))
        self.remark.setPlainText(remark)
        self.remark.setVisible(bool(ref))
        self._remark_title.setVisible(bool(ref))

    def show_nothing(self) -> None:
        """No question has the focus."""
        self.show_question("", "", "", "")

    def commit(self) -> None:
        """Reports the remark."""
        if self._ref:
            self.remarked.emit(self._ref, self.remark.toPlainText().strip())
