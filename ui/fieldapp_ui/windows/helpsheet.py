"""Help here: what this place is for, the keys that work in it, and the guide open at its section."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTabWidget, QWidget

from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.actions import Actions
from fieldapp_ui.windows.guide import Guide, GuideBrowser
from fieldapp_ui.windows.keysheet import KeySheet
from fieldapp_ui.windows.parts import button, column, label


class HelpSheet(QDialog):
    """Opened by F1. Ctrl+Tab turns between guide and keys, Esc closes."""

    def __init__(
        self, theme: Theme, actions: Actions, guide: Guide, title: str, help_line: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help: {page}", page=title))
        self.resize(theme.px(720), theme.px(600))
        self.guide = GuideBrowser(guide, theme)
        self.keys = KeySheet(theme, actions)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.guide, tr("Guide"))
        self.tabs.addTab(self.keys, tr("Keys here"))
        layout = column(self, margin=24, gap=12)
        layout.addWidget(label(title, "title"))
        if help_line:
            layout.addWidget(label(help_line, wrap=True))
        layout.addWidget(self.tabs, 1)
        close = button(tr("Close"), self.accept, role="primary")
        close.setDefault(True)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
