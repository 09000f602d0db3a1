"""Asking why before something is done that stays on record: one line, ready answers, one button."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QWidget

from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, column, label


class ReasonDialog(QDialog):
    """Signals: `given(str)` the reason, in words."""

    given = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        question: str,
        note: str,
        action: str,
        parent: QWidget,
        ready: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(theme.px(460))
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Reason"))
        layout = column(self, margin=24, gap=12)
        layout.addWidget(label(question, "heading", wrap=True))
        layout.addWidget(label(note, "caption", wrap=True))
        layout.addWidget(self.line)
        if ready:
            quick = QHBoxLayout()
            quick.setSpacing(8)
            for reason in ready:
                quick.addWidget(button(reason, partial(self._give, reason), role="chip"))
            quick.addStretch(1)
            layout.addLayout(quick)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(tr("Cancel"), self.reject, role="quiet"))
        self.go = button(action, lambda: self._give(self.line.text()), role="primary")
        self.go.setEnabled(False)
        self.go.setDefault(True)
        buttons.addWidget(self.go)
        layout.addLayout(buttons)
        self.line.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, reason: str) -> None:
        if reason.strip():
            self.accept()
            self.given.emit(reason.strip())


def why_unmask(theme: Theme, field: str, parent: QWidget) -> ReasonDialog:
    """Why a masked number is to be shown: the reason is kept with the name of the worker."""
    return ReasonDialog(
        theme,
        tr("Show the number"),
        tr("Why do you need {field}?", field=field),
        tr("Your name, the time and the reason are kept."),
        tr("Show"),
        parent,
        (tr("checking a document"), tr("calling the household"), tr("payment")),
    )


def why_export(theme: Theme, what: str, parent: QWidget) -> ReasonDialog:
    """Why something leaves without masks: connect `given` to the printing or writing; `store.exports` wants the reason.

    `what` is what leaves, in words. Whoever leaves with masks is not asked.
    """
    return ReasonDialog(
        theme,
        tr("Without masks"),
        tr("Why does {what} leave without masks?", what=what),
        tr(
            "Numbers and names will be readable by whoever holds it. Your name, the time and the reason are kept."
        ),
        tr("Go on"),
        parent,
        (tr("the household asked for it"), tr("review by the township"), tr("an audit")),
    )
