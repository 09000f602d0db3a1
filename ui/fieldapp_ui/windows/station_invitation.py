"""A code for one laptop of a village: large, as a QR, with address and fingerprint; to print, or to copy as one line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QGridLayout, QHBoxLayout, QWidget

from fieldapp.reports.facts import imprint
from fieldapp.reports.station_sheet import PairingFacts, station_sheet
from fieldapp_ui.desk import Desk
from fieldapp_ui.language import tr
from fieldapp_ui.windows.parts import button, column, label
from fieldapp_ui.windows.qr import QrCode

SIDE = 300
"""Pixels in any text size: a scanner reads no type, and the buttons below it must stay on the screen."""


class InvitationDialog(QDialog):
    """Enter prints, Esc closes."""

    def __init__(self, desk: Desk, facts: PairingFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self.facts = desk, facts
        theme = desk.theme
        px = theme.px
        self.setWindowTitle(tr("Invite a village"))
        self.setFixedWidth(px(760))
        layout = column(self, margin=px(24), gap=px(12))
        layout.addWidget(label(f"{facts.account} · {facts.villages}", "heading", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(px(24))
        self.qr = QrCode(facts.line, SIDE, tr("QR code of the pairing line"))
        row.addWidget(self.qr, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._facts(), 1)
        layout.addLayout(row)
        layout.addWidget(
            label(
                tr(
                    "On the village's laptop: “Synchronise”, then type address, code and fingerprint, or paste the line. "
                    "The code lets one laptop in, once."
                ),
                "caption",
                wrap=True,
            )
        )
        self.said = label("", "met", wrap=True)
        layout.addWidget(self.said)
        buttons = QHBoxLayout()
        buttons.addWidget(button(tr("Copy the line"), self.copy, role="quiet", mark="copy", theme=theme))
        buttons.addStretch(1)
        buttons.addWidget(button(tr("Close"), self.accept, role="quiet"))
        self.print_button = button(
            tr("Print the sheet"), self.print_out, role="primary", mark="print", theme=theme
        )
        self.print_button.setDefault(True)
        buttons.addWidget(self.print_button)
        layout.addLayout(buttons)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self) -> None:
        """The line, for a message between two people."""
        QApplication.clipboard().setText(self.facts.line)
        self.said.setText(f"✓ {tr('The line is on the clipboard.')}")

    def print_out(self) -> None:
        """The sheet as it will come out."""
        from fieldapp_ui.windows.printing import PaperPreview

        document = station_sheet(self.facts, imprint(self._desk.vault), self._desk.texts)
        PaperPreview(self._desk, document, "", self).open()

    def _facts(self) -> QGridLayout:
        px = self._desk.theme.px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        facts = self.facts
        # The fingerprint in two lines of four groups: that is how it is compared.
        groups = facts.fingerprint.split()
        digits = "\n".join((" ".join(groups[: len(groups) // 2]), " ".join(groups[len(groups) // 2 :])))
        for line, (name, value, role) in enumerate(
            (
                (tr("Code"), facts.code, "title"),
                (tr("Address of the station"), "\n".join(facts.addresses), "strong"),
                (tr("Fingerprint"), digits, "strong"),
                (tr("The code is good until"), facts.until, ""),
            )
        ):
            words = label(value, role, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(label(name, "caption"), 2 * line, 0)
            grid.addWidget(words, 2 * line + 1, 0)
        grid.setRowStretch(8, 1)
        return grid
