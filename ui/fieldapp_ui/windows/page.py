"""What every page is to the frame: a title, one primary action, what it can do, and manners on arriving and leaving."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from fieldapp_ui.commands import Command
from fieldapp_ui.desk import Desk, Place

__all__ = ["Page", "Place"]


class Page(QWidget):
    """A page shows and reports. Subclasses set `primary`, `secondary` and fill `does`.

    The frame draws the header from `title()`, `primary`, `secondary`; keys, palette and menus call `does[id]()`.
    When the language, theme or text size changes, the frame makes the page anew and brings it to the same place.

    Signals: `went(Place)` asks to go somewhere; `header_changed()` after title, actions or `why_not` changed;
    `saved(str)` after an answer was kept (a sentence, or empty for "saved" with the time).
    """

    went = Signal(object)
    header_changed = Signal()
    saved = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.primary: Command | None = None
        self.secondary: Sequence[Command] = ()
        self.does: dict[str, Callable[[], object]] = {}

    def title(self) -> str:
        """The page's heading, in the worker's language."""
        raise NotImplementedError

    def why_not(self, command_id: str) -> str:
        """Why a command of `does` cannot be done now (its tool tip while grey); empty when it can."""
        return ""

    def help_line(self) -> str:
        """What F1 says about this place, in the worker's language."""
        return ""

    def arrive(self, place: Place) -> None:
        """Load or refresh what `place` names; keep scroll, selection and focus where they still make sense."""

    def leave(self) -> bool:
        """Commit the input method and keep what was typed. False: stay here (the page shows why)."""
        commit_input_method()
        return True

    def refresh(self, changed: Sequence[tuple[str, str]]) -> None:
        """(list, record) pairs changed elsewhere: by undo, a sync, another page."""


def commit_input_method() -> None:
    """Turn a half-composed word into text before anything is saved."""
    method = QGuiApplication.inputMethod()
    if method is not None:
        method.commit()
