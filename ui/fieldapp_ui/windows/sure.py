"""Asking once more before something large is done: a question, what follows from it, one button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, column, label


class SureDialog(QDialog):
    """Enter does it (`accepted`), Esc leaves everything as it is."""

    def __init__(
        self, theme: Theme, title: str, question: str, note: str, action: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.px(460))
        layout = column(self, margin=24, gap=12)
        layout.addWidget(label(question, "heading", wrap=True))
        layout.addWidget(label(note, "caption", wrap=True))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(tr("Cancel"), self.reject, role="quiet"))
        self.go = button(action, self.accept, role="primary")
        self.go.setDefault(True)
        buttons.addWidget(self.go)
        layout.addLayout(buttons)
        self.go.setFocus(Qt.FocusReason.OtherFocusReason)
