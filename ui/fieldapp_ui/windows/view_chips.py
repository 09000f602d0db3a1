"""The first views of a list as chips above its table, as many as stand uncut; all of them are behind “Views”."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from fieldapp.store.finding.views import View
from fieldapp_ui.editing.views import ListView
from fieldapp_ui.windows.parts import emptied

MOST_CHIPS = 6


class ViewChips(QHBoxLayout):
    """Signals: `chosen(View)` a chip was pressed."""

    chosen = Signal(object)

    def __init__(self, view: ListView) -> None:
        super().__init__()
        self.setSpacing(8)
        self._view = view
        self._views: Sequence[View] = ()

    def read(self) -> None:
        """Which views the list has now; shown by the next `lay`."""
        self._views = self._view.views()[:MOST_CHIPS]

    def lay(self, room: int) -> None:
        """Show those that stand uncut in `room` pixels."""
        emptied(self)
        here = self._view.view.filters
        for view in self._views:
            chip = QPushButton(view.name)
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(view.filters == here)
            chip.clicked.connect(partial(self.chosen.emit, view))
            chip.ensurePolished()
            room -= chip.sizeHint().width() + self.spacing()
            if room < 0:
                break
            self.addWidget(chip)
