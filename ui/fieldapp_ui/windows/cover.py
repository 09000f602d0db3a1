"""The cover over a locked session: nothing behind it is shown or lost; the same worker's passphrase lifts it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from fieldapp_ui.desk import Desk
from fieldapp_ui.language import tr
from fieldapp_ui.windows.parts import emptied, label
from fieldapp_ui.windows.passphrase import PassphrasePanel


class LockCover(QWidget):
    """Signals: `unlocked()` after the passphrase was right."""

    unlocked = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._hidden: list[QWidget] = []
        self._focus: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self.panel = self._panel()

    def reword(self) -> None:
        """Words and sizes anew."""
        self.panel = self._panel()

    def cover(self) -> None:
        """Hide what lies over the window too (dialogs, menus), and remember where the cursor was."""
        self._focus = QApplication.focusWidget()
        if (menu := QApplication.activePopupWidget()) is not None:
            menu.close()
        window = self.window()
        self._hidden = [
            other for other in QApplication.topLevelWidgets() if other is not window and other.isVisible()
        ]
        for other in self._hidden:
            other.hide()
        self.panel.clear()
        self._goes_on.setVisible(self._desk.station.state.kind != "off")

    def uncover(self) -> None:
        """Bring everything back as it was."""
        for other in filter(isValid, self._hidden):
            other.show()
        self._hidden = []
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus()
        self._focus = None

    def take_focus(self) -> None:
        """Ready for the passphrase."""
        self.panel.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _panel(self) -> PassphrasePanel:
        emptied(self._layout)
        panel = PassphrasePanel(self._desk.theme, tr("Go on"))
        panel.given.connect(self._try)
        name = self._desk.vault.worker.name
        self._layout.addStretch(2)
        for words in (
            label(tr("Locked"), "title"),
            label(tr("{name}, type your passphrase to go on. Nothing is lost.", name=name)),
        ):
            self._layout.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        self._goes_on = label(tr("The township station goes on: the villages can synchronise."), "caption")
        self._goes_on.setVisible(self._desk.station.state.kind != "off")
        self._layout.addWidget(self._goes_on, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addSpacing(16)
        self._layout.addWidget(panel, 0, Qt.AlignmentFlag.AlignHCenter)
        self._layout.addStretch(3)
        return panel

    def _try(self, passphrase: str) -> None:
        vault = self._desk.vault
        self._desk.tasks.start(
            lambda handle: vault.verify_passphrase(passphrase),
            owner=self,
            done=self._answer,
            failed=lambda trouble: self.panel.refuse(trouble.sentence(self._desk.texts.translate)),
        )

    def _answer(self, right: bool) -> None:
        if right:
            self.unlocked.emit()
        else:
            self.panel.refuse(tr("The passphrase is wrong. Try again."))
