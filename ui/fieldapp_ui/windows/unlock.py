"""The first window: one passphrase field, shown before anything heavy is imported."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp_ui.background.tasks import Handle, Tasks
from fieldapp_ui.language import Language, tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.parts import label
from fieldapp_ui.windows.passphrase import PassphrasePanel


class UnlockWindow(QWidget):
    """Signals: `opened(Vault)` the vault, opened beside the window."""

    opened = Signal(object)

    def __init__(
        self,
        vault: Path,
        theme: Theme,
        tasks: Tasks,
        language: Language,
        clock: Callable[[], int] | None = None,
    ) -> None:
        super().__init__()
        self._vault, self._tasks, self._language, self._clock = vault, tasks, language, clock
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("FieldApp"))
        self.resize(QSize(theme.px(640), theme.px(440)).boundedTo(self.screen().availableSize()))
        self.panel = PassphrasePanel(theme, tr("Open"))
        self.panel.given.connect(self._open)
        self.file: QLabel = label(tr("Register: {file}", file=vault.name), "caption")
        self.file.setToolTip(str(vault))
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(label(tr("FieldApp"), "title"), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.file, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(16)
        layout.addWidget(self.panel, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.setMinimumSize(QSize(480, 360))

    def _open(self, passphrase: str) -> None:
        path, clock = self._vault, self._clock

        def work(handle: Handle) -> object:
            from fieldapp.store.opening import open_vault
            from fieldapp.store.vault import now_ms

            return open_vault(path, passphrase, clock=clock or now_ms)

        self._tasks.start(work, owner=self, done=self.opened.emit, failed=self._refuse)

    def _refuse(self, trouble: UserError) -> None:
        self.panel.refuse(trouble.sentence(self._language.texts.translate))
