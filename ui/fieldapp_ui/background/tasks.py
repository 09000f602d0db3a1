"""Slow work on a thread pool; the outcome comes back to the window's thread, or nowhere once its owner is gone."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QThreadPool, Signal

from fieldapp.errors import UserError

if TYPE_CHECKING:
    from fieldapp.store import Vault


class Cancelled(Exception):
    """Raised by `Handle.report` once the worker asked to stop: the work unwinds and its outcome is dropped."""


class Handle:
    """What running work holds: it reports how far it is and learns whether it should stop."""

    def __init__(self, task: Task) -> None:
        self._task = task

    def cancelled(self) -> bool:
        """Whether somebody asked the work to stop."""
        return self._task.stopped.is_set()

    def report(self, done: int, total: int, text: str = "") -> None:
        """Tell how far the work is. Raises Cancelled when it should stop."""
        if self.cancelled():
            raise Cancelled
        self._task.progressed.emit(done, total, text)


class Task(QObject):
    """One piece of running work.

    Signals: `progressed(done, total, text)`; `finished()` always, after the callbacks.
    """

    progressed = Signal(int, int, str)
    finished = Signal()

    def __init__(
        self,
        tasks: Tasks,
        work: Callable[[Handle], Any],
        owner: QObject | None,
        done: Callable[[Any], None] | None,
        failed: Callable[[UserError], None] | None,
    ) -> None:
        super().__init__(tasks)
        self.stopped = Event()
        self._tasks, self._work, self._owner, self._done, self._failed = tasks, work, owner, done, failed

    def cancel(self) -> None:
        """Ask the work to stop; its callbacks will not be called."""
        self.stopped.set()

    def run(self) -> None:
        """The body on the pool's thread."""
        outcome, trouble = None, None
        try:
            outcome = self._work(Handle(self))
        except Exception as raised:  # noqa: BLE001 — the border of a task: nothing may kill the pool's thread
            trouble = raised
        if shiboken6.isValid(self._tasks):
            self._tasks.ended.emit(self, outcome, trouble)

    def hand_over(self, outcome: object, trouble: Exception | None) -> None:
        """On the window's thread: tell who asked, and be gone."""
        wanted = not self.stopped.is_set() and (self._owner is None or shiboken6.isValid(self._owner))
        self._tasks.running.discard(self)
        if isinstance(trouble, UserError) and self._failed is not None:
            if wanted:
                self._failed(trouble)
        elif trouble is not None and not isinstance(trouble, Cancelled):
            self._tasks.broke.emit(trouble)
        elif trouble is None and wanted and self._done is not None:
            self._done(outcome)
        self.finished.emit()
        self.deleteLater()


class Tasks(QObject):
    """Starts work beside the window.

    Signals: `broke(Exception)` for a trouble nobody expected (a bug) or a UserError nobody handles.
    """

    broke = Signal(object)
    ended = Signal(object, object, object)
    """Of a task, from its thread. Not its own signal: it is deleted in the window's thread as soon as this is heard, and
    Qt still reads the sender then, in the thread that sends."""

    def __init__(self, vault: Vault | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._pool = QThreadPool(self)
        self.running: set[Task] = set()
        self._stopped = False
        self.ended.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    def start(
        self,
        work: Callable[[Handle], Any],
        *,
        owner: QObject | None = None,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[UserError], None] | None = None,
    ) -> Task:
        """Run `work(handle)` on the pool; `done(outcome)` or `failed(user_error)` is called on this thread.

        With an `owner` (a page, a dialog) the callbacks are dropped once it is destroyed. After `stop` nothing is run.
        """
        task = Task(self, work, owner, done, failed)
        if self._stopped:
            task.cancel()
        else:
            self.running.add(task)
            self._pool.start(task.run)
        return task

    def start_with_vault(
        self,
        work: Callable[[Vault, Handle], Any],
        *,
        owner: QObject | None = None,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[UserError], None] | None = None,
    ) -> Task:
        """As `start`, for work that reads or writes the register: it gets a connection of its own."""

        def with_vault(handle: Handle) -> Any:
            if self._vault is None:
                raise RuntimeError("no vault is open")
            with self._vault.sibling() as vault:
                return work(vault, handle)

        return self.start(with_vault, owner=owner, done=done, failed=failed)

    def _hand_over(self, task: Task, outcome: object, trouble: Exception | None) -> None:
        if shiboken6.isValid(task):
            task.hand_over(outcome, trouble)

    @property
    def stopped(self) -> bool:
        """Whether the session is over: its vault may be closed."""
        return self._stopped

    def stop(self) -> None:
        """Ask all work to stop and wait for it (before the vault closes); a timer that is late starts nothing more."""
        self._stopped = True
        for task in tuple(self.running):
            task.cancel()
        self._pool.waitForDone()
