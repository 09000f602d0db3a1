"""Help for this place: what it is for, and every key that works here."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from fieldapp_ui.commands import COMMANDS
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.actions import Actions
from fieldapp_ui.windows.parts import button, column, hairline, label, scrolling


class KeySheet(QDialog):
    """Opened by F1; the commands come from the catalogue, the sentence from the page."""

    def __init__(self, theme: Theme, actions: Actions, title: str, help_line: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help: {page}", page=title))
        self.resize(theme.px(640), theme.px(560))
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setColumnStretch(2, 1)
        grid.setColumnMinimumWidth(0, theme.px(150))
        for row, name in enumerate(name for name in actions.possible() if COMMANDS[name].key):
            item = COMMANDS[name]
            keys = QKeySequence(item.key).toString(QKeySequence.SequenceFormat.NativeText)
            grid.addWidget(label(keys, "strong"), row, 0)
            grid.addWidget(label(tr(item.text)), row, 1)
            grid.addWidget(label(tr(item.help) if item.help else "", "caption", wrap=True), row, 2)
        grid.setRowStretch(grid.rowCount(), 1)
        layout = column(self, margin=24, gap=16)
        layout.addWidget(label(title, "title"))
        if help_line:
            layout.addWidget(label(help_line, wrap=True))
        layout.addWidget(label(tr("Enter and Tab go on, Shift goes back, digits choose codes."), "caption"))
        layout.addWidget(hairline())
        layout.addWidget(scrolling(inner), 1)
        close = button(tr("Close"), self.accept, role="primary")
        close.setDefault(True)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
