"""One QAction for each command: keys go to the page that can do it, else to the frame; the rest is grey."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from fieldapp_ui.commands import COMMANDS
from fieldapp_ui.icons import icon
from fieldapp_ui.language import tr
from fieldapp_ui.theme import Theme
from fieldapp_ui.windows.page import Page


class Actions(QObject):
    """Signals: `changed()` after a page took over or something became possible or impossible."""

    changed = Signal()

    def __init__(self, window: QWidget, everywhere: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(window)
        self._window, self._everywhere = window, dict(everywhere)
        self._page: Page | None = None
        self._made: dict[str, QAction] = {}
        self.locked = False
        for name, item in COMMANDS.items():
            action = QAction(window)
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            if item.key:
                action.setShortcut(QKeySequence(item.key))
            action.triggered.connect(lambda _=False, name=name: self.run(name))
            window.addAction(action)
            self._made[name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def reword(self, theme: Theme) -> None:
        """Words and icons anew, after the language or the theme changed."""
        ink, faint = theme.colours.accent, theme.colours.faint
        for name, action in self._made.items():
            item = COMMANDS[name]
            action.setText(tr(item.text))
            action.setToolTip(tr(item.help) if item.help else "")
            action.setIcon(icon(item.icon, ink, disabled=faint))

    def attend(self, page: Page | None) -> None:
        """From now on `page` is asked first."""
        self._page = page
        self.update()

    def update(self) -> None:
        """Ask again what can be done. Commands of other pages have no key, so a key never means two things."""
        for name, action in self._made.items():
            known = self.knows(name)
            action.setEnabled(known and not self.locked and not self.why_not(name))
            action.setVisible(known)
        self.changed.emit()

    def knows(self, name: str) -> bool:
        """Whether the page or the frame does this command at all."""
        return name in self._everywhere or (self._page is not None and name in self._page.does)

    def why_not(self, name: str) -> str:
        """Why it cannot be done now; empty when it can."""
        return self._page.why_not(name) if self._page is not None and name in self._page.does else ""

    def possible(self) -> tuple[str, ...]:
        """The commands of this place, in the order of the catalogue."""
        return tuple(name for name in COMMANDS if self.knows(name))

    def run(self, name: str) -> None:
        """Do a command here and now."""
        if self.locked or self.why_not(name):
            return
        if self._page is not None and name in self._page.does:
            self._page.does[name]()
        elif name in self._everywhere:
            self._everywhere[name]()
