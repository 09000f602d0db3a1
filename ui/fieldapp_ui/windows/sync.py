"""Sync: where the saves are, what happened in words, and big buttons: now, to a stick, from a stick; pairing below."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldapp_ui.commands import command
from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.sync import SyncDesk
from fieldapp_ui.language import tr
from fieldapp_ui.windows.page import Page, Place
from fieldapp_ui.windows.pairing_form import PairingForm
from fieldapp_ui.windows.parts import button, column, emptied, hairline, label, scrolling

WIDEST = 880


class SyncPage(Page):
    """Everything works without a network; this page says what has travelled and what waits."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.exchange = SyncDesk(desk, self)
        self.words: dict[str, QLabel] = {}
        self.buttons: dict[str, QPushButton] = {}
        px = desk.theme.px
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(px(24), px(8), px(24), px(24))
        middle = QWidget()
        middle.setProperty("role", "plain")
        middle.setMaximumWidth(px(WIDEST))
        row.addWidget(middle, 100, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        body = column(middle, gap=px(12))
        self._tiers = QGridLayout()
        self._tiers.setHorizontalSpacing(px(24))
        self._tiers.setVerticalSpacing(px(10))
        body.addLayout(self._tiers)
        body.addSpacing(px(8))
        body.addWidget(self._progress_strip())
        body.addLayout(self._deed("now", tr("Synchronise now"), "sync", self.synchronise))
        body.addLayout(self._deed("export", tr("Export to a USB stick"), "export", self.ask_export))
        body.addWidget(self._export_strip())
        body.addLayout(self._deed("import", tr("Import from a USB stick"), "import", self.ask_import))
        body.addWidget(self._stranger_strip())
        body.addSpacing(px(16))
        body.addWidget(hairline())
        self._paired = label("", "strong", wrap=True)
        body.addWidget(self._paired)
        self.pairing = PairingForm(desk.theme, self)
        self.pairing.wanted.connect(self._pair)
        self.url, self.code = self.pairing.url, self.pairing.code
        self.buttons["pair"], self.words["pair"] = self.pairing.press, self.pairing.said
        body.addWidget(self.pairing)
        body.addWidget(hairline())
        body.addLayout(self._own_key())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inner))
        self._listen()
        self.does = {
            "sync.now": self.synchronise,
            "sync.export": self.ask_export,
            "sync.import": self.ask_import,
            "sync.pair": lambda: self.pairing.url.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "sync.cancel": self.exchange.cancel,
        }
        self.secondary = (command("sync.pair"),)

    def title(self) -> str:
        """The page's heading."""
        return tr("Synchronise")

    def why_not(self, command_id: str) -> str:
        """Nothing to stop; not paired; busy."""
        if command_id == "sync.cancel":
            return "" if self.exchange.busy else tr("Nothing is under way.")
        if self.exchange.busy:
            return tr("An exchange is under way.")
        if command_id == "sync.now" and self.exchange.pairing is None:
            return tr("Pair with a hub first: address and code are below.")
        return ""

    def help_line(self) -> str:
        """What the three lines mean."""
        return tr("Only here: not yet sent. Nothing is lost when an exchange stops: it goes on where it was.")

    def arrive(self, place: Place) -> None:
        """Counts anew."""
        self.exchange.load()
        first = self.buttons["now"] if self.exchange.pairing is not None else self.pairing.url
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changed: object) -> None:
        """Something was saved elsewhere."""
        if not self.exchange.busy:
            self.exchange.load()

    def synchronise(self) -> None:
        """现在同步."""
        self._clear()
        self.exchange.synchronise()

    def ask_export(self) -> None:
        """Shows for whom; the folder is asked next."""
        self._clear()
        self.recipient.clear()
        for name, key in self.exchange.recipients():
            self.recipient.addItem(f"{name}  {key[:12]}…", key)
        self._export.show()
        self.recipient.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_folder(self) -> None:
        """The stick, then the bundle."""
        folder = QFileDialog.getExistingDirectory(self, tr("Choose the USB stick"))
        if folder:
            self.export_to(Path(folder))

    def export_to(self, folder: Path) -> None:
        """Writes the bundle for the chosen receiver."""
        key = self.recipient.currentData() if self.recipient.currentIndex() >= 0 else ""
        typed = self.recipient.currentText().strip()
        self._export.hide()
        self.exchange.export(folder, typed if typed.startswith("age1") else str(key or typed))

    def ask_import(self) -> None:
        """The files on the stick."""
        self._clear()
        files, _ = QFileDialog.getOpenFileNames(self, tr("Choose the bundle's files"), "", "FieldApp (*.fab)")
        if files:
            self.exchange.take_in([Path(file) for file in files])

    def _listen(self) -> None:
        self.exchange.changed.connect(self._show)
        self.exchange.progressed.connect(self._show_progress)
        self.exchange.worked.connect(lambda deed, words: self._say(deed, f"✓ {words}", "met"))
        self.exchange.paired.connect(self.pairing.forget_code)
        self.exchange.failed.connect(lambda deed, words: self._say(deed, f"✕ {words}", "error"))
        self.exchange.stranger.connect(self._show_stranger)

    def _show(self) -> None:
        emptied(self._tiers)
        for line, tier in enumerate(self.exchange.tiers()):
            count = label(f"{tier.count:,}", "heading")
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            when = tr("last exchange {time}", time=tier.when) if tier.when else ""
            for at, part in enumerate(
                (label(tier.name, "strong"), count, label(tier.words), label(when, "caption"))
            ):
                self._tiers.addWidget(part, line, at)
        self._tiers.setColumnStretch(2, 1)
        pairing = self.exchange.pairing
        if pairing is None:
            self._paired.setText(
                tr("Not paired with a hub yet. The station gives you an address and a code.")
            )
        else:
            self._paired.setText(tr("Paired with the hub at {url}", url=pairing.url))
            self.pairing.url.setPlaceholderText(pairing.url)
        busy = self.exchange.busy
        self._working.setVisible(busy)
        for name, one in self.buttons.items():
            one.setEnabled(not busy and (name != "now" or pairing is not None))
            one.setToolTip("" if one.isEnabled() else self.why_not(f"sync.{name}"))
        self.header_changed.emit()

    def _show_progress(self, done: int, total: int, words: str) -> None:
        self._progress.setRange(0, max(total, 0))
        self._progress.setValue(done)
        self._phase.setText(f"{words} {done}/{total}" if total else words)

    def _say(self, deed: str, words: str, role: str) -> None:
        said = self.words[deed]
        said.setText(words)
        said.setProperty("role", role)
        said.style().unpolish(said)
        said.style().polish(said)
        said.show()
        self.saved.emit(words if role == "met" else "")

    def _clear(self) -> None:
        for said in self.words.values():
            said.clear()
        self._stranger.hide()
        self._export.hide()

    def _deed(self, name: str, words: str, mark: str, press: Callable[[], None]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.desk.theme.px(16))
        big = button(words, press, role="big", mark=mark, theme=self.desk.theme)
        big.setMinimumWidth(self.desk.theme.px(240))
        self.buttons[name] = big
        self.words[name] = label("", "", wrap=True)
        row.addWidget(big)
        row.addWidget(self.words[name], 1)
        return row

    def _progress_strip(self) -> QWidget:
        self._working = QWidget()
        row = QHBoxLayout(self._working)
        row.setContentsMargins(0, 0, 0, 0)
        self._phase = label("", "caption")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        row.addWidget(self._phase)
        row.addWidget(self._progress, 1)
        row.addWidget(
            button(tr("Stop"), self.exchange.cancel, role="quiet", mark="stop", theme=self.desk.theme)
        )
        self._working.hide()
        return self._working

    def _export_strip(self) -> QWidget:
        self._export = QWidget()
        row = QHBoxLayout(self._export)
        row.setContentsMargins(0, 0, 0, 0)
        self.recipient = QComboBox()
        self.recipient.setEditable(True)
        self.recipient.setMinimumWidth(self.desk.theme.px(420))
        self.recipient.setAccessibleName(tr("For whom: choose a device, or paste its key age1…"))
        line = QLineEdit()
        line.setPlaceholderText(tr("For whom: choose a device, or paste its key age1…"))
        self.recipient.setLineEdit(line)
        row.addWidget(self.recipient, 1)
        row.addWidget(button(tr("Choose the stick …"), self.ask_folder, mark="usb", theme=self.desk.theme))
        self._export.hide()
        return self._export

    def _stranger_strip(self) -> QWidget:
        self._stranger = QWidget()
        row = QHBoxLayout(self._stranger)
        row.setContentsMargins(0, 0, 0, 0)
        self._digits = label("", "strong")
        self._digits.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self._digits, 1)
        self.accept_button = button(tr("The digits are the same: take it in"), self._accept)
        row.addWidget(self.accept_button)
        self._stranger.hide()
        return self._stranger

    def _show_stranger(self, fingerprint: str) -> None:
        self._digits.setText(fingerprint)
        self._stranger.show()

    def _accept(self) -> None:
        digits = self._digits.text()
        self._clear()
        self.exchange.accept(digits)

    def _pair(self, url: str, code: str, pin: str) -> None:
        self._clear()
        if not url.strip() or not code.strip():
            self._say("pair", f"✕ {tr('Type the address and the code that the station gave you.')}", "error")
        else:
            self.exchange.pair_with(url, code, pin)

    def _own_key(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = tr("This computer · digits {digits}", digits=self.exchange.own_fingerprint())
        shown = label(words, "caption", wrap=True)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(shown, 1)
        copy = button(
            tr("Copy this computer's bundle key"),
            self._copy_key,
            role="quiet",
            mark="copy",
            theme=self.desk.theme,
        )
        row.addWidget(copy)
        return row

    def _copy_key(self) -> None:
        QApplication.clipboard().setText(self.exchange.own_key())
        self.saved.emit(tr("The key is on the clipboard. Whoever makes bundles for you needs it."))
