"""Asking why a masked number is to be shown: the reason is kept with the name of the worker."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, column, label


class UnmaskDialog(QDialog):
    """Signals: `given(str)` the reason, in words."""

    given = Signal(str)

    def __init__(self, theme: Theme, field: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Show the number"))
        self.setFixedWidth(theme.px(460))
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Reason"))
        layout = column(self, margin=24, gap=12)
        layout.addWidget(label(tr("Why do you need {field}?", field=field), "heading"))
        words = tr("Your name, the time and the reason are kept.")
        layout.addWidget(label(words, "caption", wrap=True))
        layout.addWidget(self.line)
        quick = QHBoxLayout()
        quick.setSpacing(8)
        for reason in (tr("checking a document"), tr("calling the household"), tr("payment")):
            quick.addWidget(button(reason, partial(self._give, reason), role="chip"))
        quick.addStretch(1)
        layout.addLayout(quick)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(tr("Cancel"), self.reject, role="quiet"))
        self.show_number = button(tr("Show"), lambda: self._give(self.line.text()), role="primary")
        self.show_number.setEnabled(False)
        self.show_number.setDefault(True)
        buttons.addWidget(self.show_number)
        layout.addLayout(buttons)
        self.line.textChanged.connect(lambda text: self.show_number.setEnabled(bool(text.strip())))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, reason: str) -> None:
        if reason.strip():
            self.accept()
            self.given.emit(reason.strip())
