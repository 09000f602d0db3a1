"""Notices USB sticks that are plugged in, pulled out or written on by others: asked on the pool, never on the window's
thread, and never twice at once (a bad stick can keep a question waiting for a minute)."""

from contextlib import suppress
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from fieldapp_sync.bundles.names import STICK_FOLDER
from fieldapp_sync.bundles.sticks import Stick, sticks
from fieldapp_ui.background.tasks import Handle, Task, Tasks

EVERY_MS = 1_200
MOST_FOLDERS = 200
Stamp = tuple[Path, str, tuple[int, ...]]


class StickWatch(QObject):
    """Signals: `changed()` when a stick came or went, or something was put on one or taken off it."""

    changed = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._stamps: tuple[Stamp, ...] = ()
        self.sticks: tuple[Stick, ...] = ()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask once, beside the window."""
        if self._tasks.stopped:
            self._timer.stop()
        elif self._task is None:
            self._task = self._tasks.start(_look, owner=self, done=self._seen)
            self._task.finished.connect(self._ended)

    def _ended(self) -> None:
        self._task = None

    def _seen(self, seen: tuple[tuple[Stick, ...], tuple[Stamp, ...]]) -> None:
        self.sticks, stamps = seen
        if stamps != self._stamps:
            self._stamps = stamps
            self.changed.emit()


def _look(_: Handle) -> tuple[tuple[Stick, ...], tuple[Stamp, ...]]:
    there = sticks()
    return there, tuple((one.path, one.label, _times(one.path)) for one in there)


def _times(stick: Path) -> tuple[int, ...]:
    """When our folders on a stick were last changed; free bytes tell nothing on a disk that others write to."""
    root = stick / STICK_FOLDER
    places = [stick, root]
    with suppress(OSError):
        places += islice(sorted(root.iterdir()), MOST_FOLDERS)
    times = []
    for place in places:
        with suppress(OSError):
            times.append(place.stat().st_mtime_ns)
    return tuple(times)
