"""The content a session works with: when a vault goes on with newer packs, everything made from the old is made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from fieldapp.store.vault import Session
    from fieldapp_ui.desk import Desk


class Content(QObject):
    """Signals: `changed()` after the vault has another dictionary; pages are built anew."""

    changed = Signal()

    def take(self, desk: Desk, session: Session) -> None:
        """Go on with the packs of `session`, which a connection beside the window has brought the file to.

        Work begun later gets connections of the new dictionary; what runs is asked to stop.
        """
        for task in tuple(desk.tasks.running):
            task.cancel()
        desk.vault.work_with(session)
        desk.standard.forget()
        desk.quality.forget()
        self.changed.emit()
