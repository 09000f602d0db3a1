"""Two or three chips of which one is chosen: how a list is seen."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from fieldapp_ui.windows.parts import button


class Chips(QWidget):
    """Signals: `chosen(key)`. Left and Right move between them."""

    chosen = Signal(str)

    def __init__(self, words: Mapping[str, str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._keys = tuple(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for at, (key, text) in enumerate(words.items()):
            made = button(text, lambda: None, role="chip")
            made.setCheckable(True)
            made.setChecked(at == 0)
            self._group.addButton(made, at)
            row.addWidget(made)
            made.setObjectName(key)
        self._group.idToggled.connect(self._toggled)

    @property
    def key(self) -> str:
        """Which is chosen."""
        return self._keys[self._group.checkedId()]

    def choose(self, key: str) -> None:
        """Choose one."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def turn(self) -> None:
        """Choose the next one."""
        self.choose(self._keys[(self._group.checkedId() + 1) % len(self._keys)])

    def say(self, key: str, words: str) -> None:
        """Other words on one of them."""
        self._group.button(self._keys.index(key)).setText(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        at = self._group.checkedId() + step
        if step and 0 <= at < len(self._keys):
            self._group.button(at).setChecked(True)
            self._group.button(at).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _toggled(self, at: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._keys[at])
