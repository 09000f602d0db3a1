"""Of the settings: whether rounds begin by themselves, and whether photos travel over the internet too."""

from PySide6.QtWidgets import QCheckBox, QFrame, QWidget

from fieldapp_sync.files.lanes import ANYWHERE
from fieldapp_ui.desk import Desk
from fieldapp_ui.language import tr
from fieldapp_ui.windows.parts import column, label


class SyncSettings(QFrame):
    """Holds at once. The first is this computer's; the second is the register's and goes with its backups."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setProperty("role", "card")
        inside = column(self, margin=16, gap=8)
        inside.addWidget(label(tr("Synchronise"), "heading"))
        self.by_itself = self._box(tr("Synchronise by itself"), on=desk.settings.value.auto_sync)
        self.by_itself.toggled.connect(lambda on: desk.settings.change(auto_sync=on))
        hint = tr(
            "After a save, when a network comes, and every quarter of an hour. Nobody has to wait for it."
        )
        inside.addWidget(self.by_itself)
        inside.addWidget(label(hint, "caption", wrap=True))
        anywhere = desk.vault.ledger.meta(ANYWHERE) == "1"
        self.originals = self._box(tr("Send photos and files over the internet too"), on=anywhere)
        self.originals.toggled.connect(self._use_originals)
        hint = tr(
            "Otherwise they go on a LAN or a USB stick only, and small pictures always. Photos cost much data."
        )
        inside.addWidget(self.originals)
        inside.addWidget(label(hint, "caption", wrap=True))

    def _box(self, words: str, *, on: bool) -> QCheckBox:
        box = QCheckBox(words)
        box.setProperty("choice", "true")
        box.setChecked(on)
        return box

    def _use_originals(self, on: bool) -> None:
        vault = self._desk.vault
        with vault.transaction():
            vault.ledger.set_meta(ANYWHERE, "1" if on else "")
