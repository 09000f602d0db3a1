"""The village the worker looks at: one choice for every page, never more than the worker's own scopes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from fieldapp.store import Worker


def widest_scope(worker: Worker) -> str:
    """All a worker may see as one region prefix: the one scope, or empty where there are several."""
    return worker.scopes[0] if len(worker.scopes) == 1 else ""


class ChosenScope(QObject):
    """`code` is a region prefix the register is asked with. Signals: `changed()`."""

    changed = Signal()

    def __init__(self, code: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._code = code

    @property
    def code(self) -> str:
        """A village's region code, or a wider prefix for all villages below it."""
        return self._code

    def choose(self, code: str) -> None:
        """Look at another village."""
        if code != self._code:
            self._code = code
            self.changed.emit()
