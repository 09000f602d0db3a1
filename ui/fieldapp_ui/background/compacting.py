"""Old log bodies are given up while nobody is at the computer: once a day, beside the window, between two rounds.

The rule it holds: the worker never waits for it. It begins after a minute of rest, on a connection of its own, and stops
after the village under way when the session ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldapp.store.growing.compaction import LEAST_BYTES, Compacted, compact, is_due
from fieldapp_ui.background.idle import IdleWatch

if TYPE_CHECKING:
    from fieldapp.store import Vault
    from fieldapp_ui.background.tasks import Handle
    from fieldapp_ui.desk import Desk

REST_MINUTES = 1.0
"""Without a key or a click, before it begins."""


class Compacting(QObject):
    """Of one session. Signals: `ended(Compacted)` when today's is done."""

    ended = Signal(object)

    def __init__(
        self, desk: Desk, parent: QObject, rest_minutes: float = REST_MINUTES, least: int = LEAST_BYTES
    ) -> None:
        super().__init__(parent)
        self._desk, self._least = desk, least
        self._watch = IdleWatch(rest_minutes, self)
        self._watch.fallen.connect(self._begin)

    def _begin(self) -> None:
        desk = self._desk
        if desk.tasks.stopped:
            return
        today = desk.today()
        if desk.rounds.busy:
            self._watch.restart()
            return
        self._watch.deleteLater()
        if is_due(desk.vault, today):

            def work(vault: Vault, handle: Handle) -> Compacted:
                return compact(vault, today, least=self._least, cancelled=handle.cancelled)

            # A disk that fails tells the worker when he saves; this is tried again at the next opening.
            desk.tasks.start_with_vault(work, owner=self, done=self.ended.emit, failed=lambda _: None)
