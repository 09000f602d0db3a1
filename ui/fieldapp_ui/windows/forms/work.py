"""What takes seconds on the form page: reading a form, finalising many. It is done beside the window, with a way to
stop; what goes wrong is said over the list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject

from fieldapp.errors import UserError
from fieldapp.store import Vault
from fieldapp_ui.background.tasks import Handle, Task
from fieldapp_ui.language import tr

if TYPE_CHECKING:
    from fieldapp_ui.windows.forms.page import FormPage


class FormWork(QObject):
    """One thing at a time: what begins lets go of what was under way."""

    def __init__(self, page: FormPage) -> None:
        super().__init__(page)
        self._page = page
        self._task: Task | None = None
        page.wait.stop_wanted.connect(self._stop)

    def with_vault(
        self, words: str, work: Callable[[Vault, Handle], Any], done: Callable[[Any], None]
    ) -> None:
        """Something long with a vault of its own, while the page says what; then `done` with its outcome."""
        self._wait_for(words)
        tasks = self._page.desk.tasks
        self._task = tasks.start_with_vault(
            work, owner=self._page, done=self._then(done), failed=self._refuse
        )

    def alone(self, words: str, work: Callable[[Handle], Any], done: Callable[[Any], None]) -> None:
        """Something long that needs no vault."""
        self._wait_for(words)
        tasks = self._page.desk.tasks
        self._task = tasks.start(work, owner=self._page, done=self._then(done), failed=self._refuse)

    def cancel(self) -> None:
        """What is under way is let go."""
        if self._task is not None and shiboken6.isValid(self._task):
            self._task.cancel()
        self._task = None

    def _then(self, done: Callable[[Any], None]) -> Callable[[Any], None]:
        def finish(outcome: Any) -> None:
            self._task = None
            done(outcome)

        return finish

    def _wait_for(self, words: str) -> None:
        self.cancel()
        self._page.show_wait(words)

    def _stop(self) -> None:
        self.cancel()
        self._page.show_list()

    def _refuse(self, refused: UserError) -> None:
        self._task = None
        self._page.show_list()
        self._page.list.show_trouble(refused.sentence(tr))
