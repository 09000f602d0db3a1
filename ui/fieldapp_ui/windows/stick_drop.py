"""Bundle files dropped anywhere on the window are taken in, whatever lies under the pointer.

The rule it holds: what a page takes itself (a form, a table, a picture) it goes on taking; only what nobody wanted gets a
sentence. An input line would take a file's path for words, so bundles are caught before the page sees them.
"""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMainWindow

from fieldapp_ui.desk import Desk
from fieldapp_ui.editing.stick import StickDesk
from fieldapp_ui.editing.stick_dropped import Dropped, sort_dropped
from fieldapp_ui.windows.actions import Actions

_CARRIED = frozenset((QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop))


class StickDrop(QObject):
    """Watches a window for what is dragged over it; while it is locked, nothing is taken."""

    def __init__(self, desk: Desk, window: QMainWindow, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._sticks, self._window, self._actions = StickDesk.of(desk), window, actions
        self._ours = False
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        self._watch_native()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of the native window: bundles. Of the widget: what no page has accepted."""
        kind = event.type()
        if watched is self._window and kind in (QEvent.Type.Show, QEvent.Type.WinIdChange):
            self._watch_native()
            return False
        if kind not in _CARRIED or not isinstance(event, QDropEvent) or self._actions.locked:
            return False
        return self._carried(event, is_caught=watched is not self._window)

    def _watch_native(self) -> None:
        """The native window is made when the widget is first shown; installing twice is installing once."""
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def _carried(self, event: QDropEvent, *, is_caught: bool) -> bool:
        paths = _paths(event.mimeData())
        if not paths:
            return False
        if is_caught:
            if event.type() != QEvent.Type.DragMove:
                # The folders of a slow stick are not read at each move of the pointer.
                self._ours = _is_ours(sort_dropped(paths))
            if not self._ours:
                return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._sticks.take_dropped(sort_dropped(paths))
        return True


def _is_ours(dropped: Dropped) -> bool:
    return bool(dropped.files or dropped.folders)


def _paths(carried: QMimeData) -> tuple[Path, ...]:
    urls = carried.urls() if carried.hasUrls() else []
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
