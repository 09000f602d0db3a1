"""At the foot of the sync page: the hub this computer is paired with, the form to pair, and what others need of us."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from fieldapp_ui.editing.sync import SyncDesk
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.pairing_form import PairingForm
from fieldapp_ui.windows.parts import button, column, hairline, label


class SyncPairing(QWidget):
    """Signals: `saved(str)` a sentence for the status line."""

    saved = Signal(str)

    def __init__(self, exchange: SyncDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exchange = exchange
        self.with_whom = label("", "strong", wrap=True)
        self.form = PairingForm(theme, self)
        self.form.wanted.connect(self._pair)
        exchange.paired.connect(self.form.forget_code)
        whole = column(self, gap=theme.px(12))
        whole.addWidget(self.with_whom)
        whole.addWidget(self.form)
        whole.addWidget(hairline())
        whole.addLayout(self._own_key(theme))

    def show_pairing(self) -> None:
        """As the vault has it now."""
        pairing = self._exchange.pairing
        if pairing is None:
            words = tr("Not paired with a hub yet. The station gives you an address and a code.")
        else:
            words = tr("Paired with the hub at {url}", url=pairing.url)
            self.form.url.setPlaceholderText(pairing.url)
        self.with_whom.setText(words)

    def _pair(self, url: str, code: str, pin: str) -> None:
        self.form.said.clear()
        if not url.strip() or not code.strip():
            words = tr("Type the address and the code that the station gave you.")
            self._exchange.failed.emit("pair", words)
        else:
            self._exchange.pair_with(url, code, pin)

    def _own_key(self, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        words = tr("This computer · digits {digits}", digits=self._exchange.own_fingerprint())
        shown = label(words, "caption", wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(shown, 1)
        words = tr("Copy this computer's bundle key")
        row.addWidget(button(words, self._copy_key, role="quiet", mark="copy", theme=theme))
        return row

    def _copy_key(self) -> None:
        QApplication.clipboard().setText(self._exchange.own_key())
        self.saved.emit(tr("The key is on the clipboard. Whoever makes bundles for you needs it."))
