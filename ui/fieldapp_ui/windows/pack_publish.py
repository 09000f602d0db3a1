"""Publishing a pack: which version, whose key, where to; afterwards the fingerprint to write on paper."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from fieldapp.errors import UserError
from fieldapp.keys.devices import DeviceKey
from fieldapp.keys.offices import open_office_key
from fieldapp.packs.archive import SUFFIX, Built
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.workshop import Workshop
from fieldapp_ui.language import tr
from fieldapp_ui.windows.pack_signer import FingerprintGroups
from fieldapp_ui.windows.parts import button, column, emptied, label
from fieldapp_ui.windows.passphrase import PassphraseLine


class PublishDialog(QDialog):
    """Signals: `published(str)` the pack's id after its file is written."""

    published = Signal(str)

    def __init__(self, desk: Desk, workshop: Workshop, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Publish"))
        self.setFixedWidth(desk.theme.px(560))
        self._desk, self._workshop = desk, workshop
        self._key_file: Path | None = None
        self._working = False
        self.own = QRadioButton(tr("This computer's key"))
        self.office = QRadioButton(tr("The office's key, from a file"))
        self.passphrase = PassphraseLine()
        self._file = label("", "caption", wrap=True)
        self._office_part = QWidget()
        self.answer = label("", "error", wrap=True)
        self.go = button(tr("Choose where, and publish"), self._choose_out, role="primary")
        self._layout: QVBoxLayout = column(self, margin=24, gap=12)
        self._build()

    def publish(self, out: Path) -> None:
        """Check, sign and write beside the window."""
        shop, key_file, passphrase = self._workshop, self._key_file, self.passphrase.text()
        own = self._desk.vault.device if self.own.isChecked() else None
        self._work(True)

        def work(_: object) -> Built:
            key: DeviceKey = own or open_office_key(key_file or Path(), passphrase)
            return shop.publish(out, key)

        self._desk.tasks.start(work, owner=self, done=self._done, failed=self._refuse)

    def use_office_key(self, file: Path) -> None:
        """Sign with the key of this file; its passphrase is asked here."""
        self._key_file = file
        self._file.setText(str(file))
        self.office.setChecked(True)
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Not while the file is being written."""
        if not self._working:
            super().reject()

    def _build(self) -> None:
        shop = self._workshop
        version = shop.next_version()
        self._layout.addWidget(
            label(tr("{title}, version {version}", title=shop.title, version=version), "heading", wrap=True)
        )
        note = tr(
            "The pack is checked first. A version means one content: whoever has it keeps it until the next one."
        )
        self._layout.addWidget(label(note, "caption", wrap=True))
        self._layout.addWidget(label(tr("Signed with"), "strong"))
        group = QButtonGroup(self)
        for one in (self.own, self.office):
            one.setProperty("choice", "true")
            group.addButton(one)
            self._layout.addWidget(one)
        self.own.setChecked(True)
        inside = column(self._office_part, gap=6)
        inside.setContentsMargins(self._desk.theme.px(28), 0, 0, 0)
        inside.addWidget(self._file)
        choose = button(tr("Choose the key file"), self._choose_key)
        inside.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        named = label(tr("Its passphrase"), "caption")
        named.setBuddy(self.passphrase)
        self.passphrase.setAccessibleName(tr("Its passphrase"))
        inside.addWidget(named)
        inside.addWidget(self.passphrase)
        self._office_part.hide()
        self.office.toggled.connect(self._office_part.setVisible)
        self.office.toggled.connect(lambda _: self.adjustSize())
        self._layout.addWidget(self._office_part)
        self.answer.hide()
        self._layout.addWidget(self.answer)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(tr("Cancel"), self.reject, role="quiet"))
        row.addWidget(self.go)
        self._layout.addLayout(row)

    def _choose_key(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Choose the key file"), "", tr("Keys (*.key)"))
        if name:
            self.use_office_key(Path(name))

    def _choose_out(self) -> None:
        if self.office.isChecked() and self._key_file is None:
            self._say(tr("Choose the key file first."))
            return
        shop = self._workshop
        name = f"{shop.heading.id}-{shop.next_version()}{SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Publish"), name, tr("Pack files (*.fieldpack)"))
        if chosen:
            self.publish(Path(chosen))

    def _done(self, built: Built) -> None:
        self._work(False)
        emptied(self._layout)
        theme = self._desk.theme
        self._layout.addWidget(
            label(f"✓ {tr('{pack} is published.', pack=built.edition)}", "heading", wrap=True)
        )
        self._layout.addWidget(label(str(built.path), "caption", wrap=True))
        note = tr(
            "Write these digits on paper with the office's stamp. Whoever installs the file compares them by telephone."
        )
        self._layout.addWidget(label(note, "", wrap=True))
        self._layout.addWidget(FingerprintGroups(built.signer, theme))
        close = button(tr("Close"), self.accept, role="primary")
        self._layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()
        self.published.emit(self._workshop.folder.name)

    def _refuse(self, refused: UserError) -> None:
        self._work(False)
        self._say(refused.sentence(tr))

    def _say(self, sentence: str) -> None:
        self.answer.setText(f"✕ {sentence}")
        self.answer.show()

    def _work(self, working: bool) -> None:
        self._working = working
        self.go.setEnabled(not working)
        self.answer.hide()
