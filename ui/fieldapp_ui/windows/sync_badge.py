"""The badge of sync above every page: what waits where and how it stands, by icon and word; a click opens the page.

The rule it holds: it is never stale. It reads anew after every save, at every step of a round, and whenever any
connection of this vault has written, whichever thread did it.
"""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.editing.standing import Standing, State, read_facts, standing_of
from fieldapp_ui.icons import icon
from fieldapp_ui.language import tr

LOOK_MS = 1_000
MOVED_MS = 200
_MARKS: dict[State, tuple[str, str]] = {
    "alarm": ("warning", "not_met"),
    "running": ("sync", "accent"),
    "unpaired": ("pair", "accent"),
    "shut_out": ("lock", "not_met"),
    "too_old": ("upgrade", "not_met"),
    "clock": ("clock", "not_met"),
    "failed": ("not_met", "not_met"),
    "offline": ("offline", "unknown"),
    "waiting": ("sync", "accent"),
    "fine": ("saved", "met"),
}


class SyncBadge(QPushButton):
    """Signals: `told(Standing)` after it was read anew."""

    told = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.standing: Standing | None = None
        self._written: tuple[object, ...] = ()
        self.setProperty("role", "quiet")
        self.setAutoDefault(False)
        self.setIconSize(QSize(desk.theme.px(18), desk.theme.px(18)))
        self.clicked.connect(lambda _=False: desk.navigator.go(Place("sync")))
        self._soon = QTimer(self, singleShot=True, interval=MOVED_MS)
        self._soon.timeout.connect(self.look)
        self._watch = QTimer(self, interval=LOOK_MS)
        self._watch.timeout.connect(self._look_if_written)
        self._watch.start()
        desk.deeds.happened.connect(self.look)
        desk.rounds.changed.connect(self.look)
        desk.rounds.moved.connect(self._soon.start)
        self.look()

    def look(self) -> None:
        """Read how sync stands and show it."""
        desk = self._desk
        if desk.tasks.stopped:
            return
        self._written = self._writes()
        now = int(desk.now().timestamp() * 1000)
        rounds = desk.rounds
        self.standing = standing_of(
            read_facts(desk.vault),
            now,
            running=rounds.busy,
            link_up=rounds.link_up,
            by_itself=desk.settings.value.auto_sync,
        )
        self._show(self.standing)
        self.told.emit(self.standing)

    def _look_if_written(self) -> None:
        """A thread's save has no other voice; and days pass."""
        if not self._desk.tasks.stopped and self._writes() != self._written:
            self.look()

    def _writes(self) -> tuple[object, ...]:
        """Changes when this connection or any other has written, and at midnight."""
        db = self._desk.vault.db
        return db.execute("pragma data_version").fetchone()[0], db.conn.total_changes, self._desk.today()

    def _show(self, standing: Standing) -> None:
        counts = standing.counts
        told = tr("To send {here} · Township {township} · County {county}").format(
            here=counts.here, township=counts.township, county=counts.county
        )
        self.setText(f"{told} · {standing.word}")
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(standing.why)
        hint = tr("What waits here, at the township and at the county.")
        self.setToolTip(f"{standing.why}\n{hint}" if standing.why else hint)
        name, tone = _MARKS[standing.state]
        self.setIcon(icon(name, self._desk.theme.colour(tone)))
