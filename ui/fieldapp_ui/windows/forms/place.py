"""Where the cursor rests goes into the draft by itself, so that after a power cut the form opens at that very question,
answered or not. A worker who walks on with Enter pays nothing for the questions he only passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from fieldapp_ui.background.tasks import Tasks
    from fieldapp_ui.windows.forms.filling import FormFilling

REST_MS = 800
"""The cursor rests after this long."""


class FormPlace(QObject):
    """Waits until the cursor rests, then keeps the place. Nothing is kept of a form that is out of sight or final, or
    once the session is over: its vault may be closed."""

    def __init__(self, form: FormFilling, tasks: Tasks | None) -> None:
        super().__init__(form)
        self._form, self._tasks = form, tasks
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._keep)
        form.entry.finalised.connect(self._rest.stop)

    def reach(self) -> None:
        """The cursor came to another question."""
        self._rest.start()

    def settle(self) -> None:
        """The place has been kept, or nobody is here any more."""
        self._rest.stop()

    def _keep(self) -> None:
        over = self._tasks is not None and self._tasks.stopped
        if self._form.isVisible() and not over:
            self._form.keep_place()
