"""Of the settings: a backup of the register to one file, a station's archive with it."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QProgressBar, QWidget

from fieldapp.store.station_archive import has_station
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.backing_up import SUFFIX, BackupDesk
from fieldapp_ui.language import tr
from fieldapp_ui.theme import wear_role
from fieldapp_ui.windows.parts import button, column, label


class BackupCard(QFrame):
    """One button; how far it is and what became of it stand below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.backing = BackupDesk(desk, self)
        self.setProperty("role", "card")
        inside = column(self, margin=16, gap=8)
        inside.addWidget(label(tr("Backup"), "heading"))
        hint = tr(
            "The whole register in one file, encrypted as it is here: it opens with the same passphrases. Keep it on "
            "another disk."
        )
        if has_station(desk.vault.path):
            hint += " " + tr("The station's archive goes with it.")
        inside.addWidget(label(hint, "caption", wrap=True))
        self.make = button(tr("Make a backup …"), self.ask, mark="export", theme=desk.theme)
        inside.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        inside.addWidget(self.bar)
        self.words = label("", "caption", wrap=True)
        inside.addWidget(self.words)
        self.backing.progressed.connect(self._show_progress)
        self.backing.told.connect(self._tell)

    def ask(self) -> None:
        """Where to, then it is made."""
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Make a backup"), self.backing.usual_name(), f"FieldApp (*{SUFFIX})"
        )
        if name and not self.backing.is_running:
            self.make.setEnabled(False)
            self._show_progress(0, 0)
            wear_role(self.words, "caption")
            self.words.setText(tr("The backup is being made …"))
            self.backing.save(Path(name))

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.show()

    def _tell(self, role: str, words: str) -> None:
        self.bar.hide()
        self.make.setEnabled(True)
        wear_role(self.words, role)
        self.words.setText(words)
