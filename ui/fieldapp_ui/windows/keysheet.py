"""Every key that works in this place, from the catalogue of commands."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QWidget

from fieldapp_ui.commands import COMMANDS
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.actions import Actions
from fieldapp_ui.windows.parts import column, label, scrolling


class KeySheet(QWidget):
    """A line for each command that has a key here."""

    def __init__(self, theme: Theme, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, theme.px(8), 0, 0)
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
        layout = column(self, gap=theme.px(8))
        words = tr("Enter and Tab go on, Shift goes back, digits choose codes.")
        layout.addSpacing(theme.px(8))
        layout.addWidget(label(words, "caption"))
        layout.addWidget(scrolling(inner), 1)
