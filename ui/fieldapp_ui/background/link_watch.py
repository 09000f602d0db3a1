"""Whether this computer has a network, and notices when one comes: it looks at its own interfaces, asks nobody outside.

A LAN without a way to the internet is a network too: the station is on it.
"""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkInformation, QNetworkInterface

LOOK_MS = 5_000
_ALIVE = QNetworkInterface.InterfaceFlag.IsUp | QNetworkInterface.InterfaceFlag.IsRunning
_LOOPBACK = QNetworkInterface.InterfaceFlag.IsLoopBack


class LinkWatch(QObject):
    """Signals: `changed(bool, bool)` whether there is a network now, and whether it is another one than before."""

    changed = Signal(bool, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen = networks()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        # Where the system tells, nobody waits for the next look.
        if QNetworkInformation.loadDefaultBackend():
            told = QNetworkInformation.instance()
            told.reachabilityChanged.connect(self.look)

    @property
    def up(self) -> bool:
        """Whether there is a network."""
        return bool(self._seen)

    def look(self) -> None:
        """Read the interfaces anew; it takes a fraction of a millisecond."""
        now, before = networks(), self._seen
        if now == before:
            return
        self._seen = now
        self.changed.emit(bool(now), bool(now - before))


def networks() -> frozenset[str]:
    """The networks this computer stands in: addresses with their masks, of interfaces that are up and carry."""
    return frozenset(
        f"{entry.ip().toString()}/{entry.prefixLength()}"
        for one in QNetworkInterface.allInterfaces()
        if one.flags() & _ALIVE == _ALIVE and not one.flags() & _LOOPBACK
        for entry in one.addressEntries()
        if not entry.ip().isLinkLocal() and not entry.ip().isLoopback()
    )
