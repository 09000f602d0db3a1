"""Taking in: the bundles and receipts for this computer on each stick, whole or not; or files chosen by hand."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.stick import StickDesk
from fieldapp_ui.editing.stick_reading import OnStick
from fieldapp_ui.editing.stick_words import found_words
from fieldapp_ui.language import tr
from fieldapp_ui.windows.parts import abreast, button, column, emptied, label


class StickImport(QWidget):
    """Signals: `begun()` the taking in has begun."""

    begun = Signal()

    def __init__(self, desk: Desk, sticks: StickDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._sticks = desk, sticks
        theme = desk.theme
        self.setMaximumWidth(theme.px(720))
        whole = column(self, gap=theme.px(8))
        self._list = column(gap=theme.px(4))
        whole.addLayout(self._list)
        self.take: list[QPushButton] = []
        self.choose = button(tr("Choose files …"), self.ask_files, role="quiet", mark="goto", theme=theme)
        self.cancel = button(tr("Cancel"), self.hide, role="quiet")
        whole.addLayout(abreast(self.choose, self.cancel))
        sticks.changed.connect(self._show)
        self.hide()

    def ask(self) -> None:
        """Show what lies on the sticks; without a stick, ask for files at once."""
        if not self._sticks.sticks:
            self.ask_files()
            return
        self.show()
        self._show()
        first = self.take[0] if self.take else self.choose
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_files(self) -> None:
        """Files of bundles, wherever they lie."""
        files, _ = QFileDialog.getOpenFileNames(self, tr("Choose the bundle's files"), "", "FieldApp (*.fab)")
        if files:
            self.begun.emit()
            self._sticks.take_files([Path(file) for file in files])

    def _show(self) -> None:
        if self.isHidden():
            return
        emptied(self._list)
        self.take = []
        for one in self._sticks.sticks:
            self._list.addWidget(label(tr("USB stick {label}", label=one.stick.label), "strong"))
            for found in one.new:
                self._list.addWidget(label(found_words(found, is_taken=False), "", wrap=True))
            for found in one.taken:
                self._list.addWidget(label(found_words(found, is_taken=True), "caption", wrap=True))
            if one.new or one.taken:
                self._list.addWidget(self._press(one), 0, Qt.AlignmentFlag.AlignLeft)
            else:
                self._list.addWidget(label(tr("Nothing on it is for this computer."), "caption"))

    def _press(self, on: OnStick) -> QPushButton:
        words, role = (tr("Take them in"), "primary") if on.new else (tr("Take them in once more"), "")
        press = button(words, lambda: self._begin(on), role=role, mark="import", theme=self._desk.theme)
        press.setEnabled(not self._sticks.busy)
        self.take.append(press)
        return press

    def _begin(self, on: OnStick) -> None:
        self.begun.emit()
        self._sticks.take_new(on)
