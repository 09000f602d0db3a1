"""Pairing with a hub: its address, the code from the station, and the fingerprint of a hub with its own certificate.

The one line that holds all three, pasted or typed into any of the fields, fills them.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from fieldapp_sync.authority.pairing_text import read_pairing_text
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import button, label


class PairingForm(QWidget):
    """Signals: `wanted(url, code, fingerprint)` on Enter or the button."""

    wanted = Signal(str, str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        self.url, self.code, self.pin = QLineEdit(), QLineEdit(), QLineEdit()
        named = (
            (
                tr("Address of the hub, or the one line from the station"),
                self.url,
                "https://192.168.1.10:8470",
            ),
            (tr("Code from the station"), self.code, ""),
            (tr("Fingerprint the hub shows (if it has its own certificate)"), self.pin, ""),
        )
        for line, (words, field, example) in enumerate(named):
            buddy = label(words, "caption", wrap=True)
            buddy.setBuddy(field)
            field.setAccessibleName(words)
            field.setPlaceholderText(example)
            field.returnPressed.connect(self._want)
            field.textChanged.connect(self._read_line)
            grid.addWidget(buddy, line, 0)
            grid.addWidget(field, line, 1)
        self.press = button(tr("Pair"), self._want, mark="pair", theme=theme)
        self.said = label("", "", wrap=True)
        grid.addWidget(self.press, 3, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.said, 3, 1)
        grid.setColumnStretch(1, 1)

    def forget_code(self) -> None:
        """The code is used up: it is good once."""
        self.code.clear()
        self.pin.clear()

    def _read_line(self, text: str) -> None:
        told = read_pairing_text(text)
        # Without a fingerprint it may still be typed on.
        if told is not None and told.pin:
            for field, words in ((self.url, told.url), (self.code, told.code), (self.pin, told.pin)):
                field.setText(words)
            self.press.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want(self) -> None:
        self.wanted.emit(self.url.text(), self.code.text(), self.pin.text())
