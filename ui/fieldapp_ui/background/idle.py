"""Notices that nobody touched the program for a while: keys, mouse, wheel, touch and input methods count as life."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

_LIFE = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    )
)


class IdleWatch(QObject):
    """Signals: `fallen()` once nothing happened for the given minutes (0: never)."""

    fallen = Signal()

    def __init__(self, minutes: float, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.fallen)
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self.set_minutes(minutes)

    def set_minutes(self, minutes: float) -> None:
        """Wait that long from now on."""
        self._timer.setInterval(max(1, int(minutes * 60_000)))
        self._on = minutes > 0
        self.restart()

    def restart(self) -> None:
        """Somebody is there."""
        if self._on:
            self._timer.start()
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LIFE and self._timer.isActive():
            self._timer.start()
        return False
