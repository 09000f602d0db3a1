"""A signer nobody here has confirmed: the digits large and in groups, to be compared by telephone before they count."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QHBoxLayout, QLabel, QWidget

from fieldapp.errors import UserError
from fieldapp_ui.editing.packs import fingerprint_of
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, column, label

IN_A_ROW = 4


class FingerprintGroups(QWidget):
    """Eight groups of four digits in two rows, as large as a title: for reading out and for copying to paper."""

    def __init__(self, fingerprint: str, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(fingerprint)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        grid.setHorizontalSpacing(theme.px(28))
        grid.setVerticalSpacing(theme.px(6))
        for at, group in enumerate(fingerprint.split()):
            one = QLabel(group)
            one.setProperty("role", "title")
            one.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(one, at // IN_A_ROW, at % IN_A_ROW)
        grid.setColumnStretch(IN_A_ROW, 1)


class SignerDialog(QDialog):
    """Signals: `confirmed(str)` the fingerprint, after a person has said that it was compared."""

    confirmed = Signal(str)

    def __init__(self, theme: Theme, refused: UserError, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Who signed this pack?"))
        self.setFixedWidth(theme.px(520))
        self._fingerprint = fingerprint_of(refused)
        if refused.code == "pack.other_signer":
            question = tr("{pack} came from somebody else before.", pack=refused.params.get("pack", ""))
        else:
            question = tr("Nobody here has confirmed this signer yet.")
        layout = column(self, margin=24, gap=12)
        layout.addWidget(label(question, "heading", wrap=True))
        note = tr(
            "Ring up the office that sent the file, at a number you know, and let them read out the digits. Only when "
            "all eight groups are the same was it made by them."
        )
        layout.addWidget(label(note, "caption", wrap=True))
        layout.addWidget(FingerprintGroups(self._fingerprint, theme))
        self.compared = QCheckBox(tr("I have compared all eight groups with the office."))
        layout.addWidget(self.compared)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(tr("Do not install"), self.reject, role="quiet"))
        self.go = button(tr("Install"), self._confirm, role="primary")
        self.go.setEnabled(False)
        self.go.setDefault(True)
        row.addWidget(self.go)
        layout.addLayout(row)
        self.compared.toggled.connect(self.go.setEnabled)
        self.compared.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        if self.compared.isChecked():
            self.accept()
            self.confirmed.emit(self._fingerprint)
