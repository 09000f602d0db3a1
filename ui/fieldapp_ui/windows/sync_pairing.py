"""Of the sync page: the hub this computer is paired with, the form to pair, and what others need of us.

The form is open while there is no hub; afterwards it is folded away behind one button.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from fieldapp_ui.editing.sync import SyncDesk
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.pairing_form import PairingForm
from fieldapp_ui.windows.parts import button, column, label


class SyncPairing(QWidget):
    """Signals: `saved(str)` a sentence for the status line; `opened()` the form is unfolded."""

    saved = Signal(str)
    opened = Signal()

    def __init__(self, exchange: SyncDesk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exchange = exchange
        self._is_wanted = self._is_unread = False
        self.with_whom = label("", "strong", wrap=True)
        self.form = PairingForm(theme, self)
        self.form.wanted.connect(self._pair)
        exchange.paired.connect(self.form.forget_code)
        self.how = label(
            tr("You are given a sheet: type what stands on it, or paste the one line into the first box."),
            "caption",
            wrap=True,
        )
        self.anew = button(tr("Pair anew …"), self.open, role="quiet", mark="pair", theme=theme)
        head = QHBoxLayout()
        head.setSpacing(theme.px(16))
        head.addWidget(self.with_whom, 1)
        head.addWidget(self.anew)
        whole = column(self, gap=theme.px(8))
        whole.addLayout(head)
        whole.addWidget(self.how)
        whole.addWidget(self.form)
        whole.addSpacing(theme.px(8))
        whole.addLayout(self._own_key(theme))

    def show_pairing(self) -> None:
        """As the vault has it now."""
        pairing = self._exchange.pairing
        if pairing is None:
            to_county = self._exchange.pairs_with_county
            words = (
                tr("Pair this computer with the county")
                if to_county
                else tr("Pair this computer with the township station")
            )
        else:
            words = tr("Paired with {whom} · {url}", whom=self._exchange.whom(), url=pairing.url)
            self.form.url.setPlaceholderText(pairing.url)
        self.with_whom.setText(words)
        is_open = pairing is None or self._is_wanted
        for part, shown in ((self.form, is_open), (self.how, is_open), (self.anew, not is_open)):
            part.setVisible(shown)

    def open(self) -> None:
        """The form, with the cursor in it."""
        self._is_wanted = True
        self.show_pairing()
        self.form.url.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.opened.emit()

    def fold(self) -> None:
        """What was said of the last pairing is over; with a hub, the form goes."""
        self._is_wanted = self._is_unread = False
        self.form.said.clear()
        self.show_pairing()

    def arrive(self) -> bool:
        """The page is opened: folded, unless a pairing failed meanwhile and nobody has read why; then True."""
        unread, self._is_unread = self._is_unread, False
        if unread:
            self._is_wanted = True
            self.show_pairing()
            self.opened.emit()
        else:
            self.fold()
        return unread

    def note_failed(self) -> None:
        """The reason stands in the form; out of sight it waits to be read."""
        self._is_unread = not self.isVisible()

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
        shown.setToolTip(
            tr("Whoever takes in a USB stick of yours for the first time compares these digits.")
        )
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(shown, 1)
        words = tr("Copy this computer's bundle key")
        row.addWidget(button(words, self._copy_key, role="quiet", mark="copy", theme=theme))
        return row

    def _copy_key(self) -> None:
        QApplication.clipboard().setText(self._exchange.own_key())
        self.saved.emit(tr("The key is on the clipboard. Whoever makes bundles for you needs it."))
