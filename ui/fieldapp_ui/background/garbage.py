"""Python's cycle collector runs on the window's thread only.

Left alone it runs on whichever thread allocates, and there it may destroy widgets of pages that were replaced: Qt then
ends the program. Young garbage is collected at each beat, everything now and then.
"""

import gc

from PySide6.QtCore import QObject, QTimer

BEAT_MS = 2_000
BEATS_TO_ALL = 60


class Garbage(QObject):
    """Collects from a timer of the thread it is made on, from now on until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._beats = 0
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._collect)
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()

    def _collect(self) -> None:
        self._beats = (self._beats + 1) % BEATS_TO_ALL
        gc.collect(1 if self._beats else 2)
