"""The household standard ready to run: compiled once, beside the window, and kept for the session."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldapp.errors import UserError

if TYPE_CHECKING:
    from fieldapp.standards.compiled import CompiledSet
    from fieldapp.store import Vault
    from fieldapp_ui.background.tasks import Handle, Tasks


class Standard:
    """Compiling takes a fifth of a second and its imports more, so nobody waits for it on the window's thread."""

    def __init__(self) -> None:
        self._compiled: CompiledSet | None = None

    def prepare(self, tasks: Tasks, owner: QObject) -> None:
        """Compiles ahead of need. A register without a standard learns of it where it is asked for."""
        self.use(tasks, owner, lambda _: None, lambda _: None)

    def forget(self) -> None:
        """The content has changed: what was compiled no longer fits."""
        self._compiled = None

    def use(
        self,
        tasks: Tasks,
        owner: QObject,
        then: Callable[[CompiledSet], None],
        refused: Callable[[UserError], None],
    ) -> None:
        """Calls `then` at once when the standard is ready, else as soon as it is; `refused` without a standard."""
        if self._compiled is not None:
            then(self._compiled)
            return

        def keep(compiled: CompiledSet) -> None:
            self._compiled = compiled
            then(compiled)

        tasks.start_with_vault(_compile, owner=owner, done=keep, failed=refused)


def _compile(vault: Vault, handle: Handle) -> CompiledSet:
    from fieldapp.store.checking import compiled_set

    return compiled_set(vault)
