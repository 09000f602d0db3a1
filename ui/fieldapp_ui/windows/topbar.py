"""The bar above every page: find box, what waits to be sent, and who is at work."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from fieldapp_ui.desk import Desk
from fieldapp_ui.icons import icon
from fieldapp_ui.language import tr
from fieldapp_ui.windows.actions import Actions
from fieldapp_ui.windows.findbox import FindBox
from fieldapp_ui.windows.sync_badge import SyncBadge


class TopBar(QWidget):
    """Find at the left; sync badge and worker at the right."""

    def __init__(self, desk: Desk, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._actions = desk, actions
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(desk.theme.px(57))
        self.finder = FindBox(desk, self)
        self.badge = SyncBadge(desk, self)
        self.worker = self._worker()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self.finder, 100)
        row.addStretch(1)
        row.addWidget(self.badge)
        row.addWidget(self.worker)

    def _worker(self) -> QPushButton:
        theme = self._desk.theme
        made = QPushButton(self._desk.vault.worker.name)
        made.setProperty("role", "quiet")
        made.setIcon(icon("person", theme.colours.accent))
        made.setIconSize(QSize(theme.px(18), theme.px(18)))
        made.setAccessibleName(tr("Worker: {name}", name=self._desk.vault.worker.name))
        menu = QMenu(made)
        for name in ("undo", "redo", "palette", "help", "go.settings", "lock", "quit"):
            if name in ("palette", "go.settings"):
                menu.addSeparator()
            menu.addAction(self._actions[name])
        made.setMenu(menu)
        return made
