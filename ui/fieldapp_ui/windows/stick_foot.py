"""The place at the foot of the window for sticks: furnished when the window is at rest, so that opening it waits for
nothing of sync."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

from fieldapp_ui.desk import Desk
from fieldapp_ui.windows.actions import Actions
from fieldapp_ui.windows.parts import column

if TYPE_CHECKING:
    from fieldapp_ui.windows.stick_strip import StickStrip

AT_REST_MS = 600


class StickFoot(QWidget):
    """Holds the strip, and the watch for what is dropped on the window."""

    def __init__(self, desk: Desk, window: QMainWindow, actions: Actions) -> None:
        super().__init__()
        self._desk, self._window, self._actions = desk, window, actions
        self._room = column(self, gap=0)
        self._strip: StickStrip | None = None
        QTimer.singleShot(AT_REST_MS, self, self._furnish)

    def act(self) -> None:
        """The key of the strip."""
        self.strip.act()

    @property
    def strip(self) -> StickStrip:
        """The strip, built now if it was not yet."""
        if self._strip is None:
            from fieldapp_ui.windows.stick_drop import StickDrop
            from fieldapp_ui.windows.stick_strip import StickStrip

            self._strip = StickStrip(self._desk)
            self._room.addWidget(self._strip)
            StickDrop(self._desk, self._window, self._actions, self)
        return self._strip

    def _furnish(self) -> None:
        if not self._desk.tasks.stopped:
            self.strip.show_state()
