"""Rounds by themselves: after a save, when a network comes, every quarter of an hour; `Rhythm` decides, this asks it.

It is on once the vault is paired, unless the worker has switched it off. Nobody waits for it: the round runs beside the
window, on a connection of its own.
"""

from random import Random
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from fieldapp.store.receipts import waiting
from fieldapp_sync.authority.pairing import pairing_of
from fieldapp_sync.station.station import is_station
from fieldapp_ui.background.link_watch import LinkWatch
from fieldapp_ui.background.rhythm import Rhythm
from fieldapp_ui.background.rounds import RoundEnd
from fieldapp_ui.desk import Desk

CURED_BY_TIME = frozenset(
    ("sync.unreachable", "sync.timeout", "sync.cut", "sync.busy", "sync.hub_failed", "sync.bad_segment")
)
"""Refusals after which trying again makes sense without anybody doing anything."""
_LONGEST_TIMER_MS, _STARTING_MS = 3_600_000, 3_000


class AutoSync(QObject):
    """Of one session. `next_at` is a time of `time.monotonic`, or None."""

    def __init__(self, desk: Desk, parent: QObject, chance: Random | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rhythm = Rhythm(chance or Random())
        self.watch = LinkWatch(self)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._try)
        rounds = desk.rounds
        rounds.note_link(up=self.watch.up)
        self.rhythm.link(monotonic(), up=self.watch.up)
        self.watch.changed.connect(self._linked)
        rounds.began.connect(self._began)
        rounds.ended.connect(self._ended)
        desk.deeds.happened.connect(self._saved)
        desk.settings.changed.connect(lambda _: self._set())
        desk.station.changed.connect(self._set)
        self._set()

    @property
    def next_at(self) -> float | None:
        """When the next round begins by itself."""
        return self.rhythm.next_at()

    def _set(self) -> None:
        """Whether it is on may have changed; then wait until the rhythm says."""
        paired = pairing_of(self._desk.vault) is not None or is_station(self._desk.vault)
        self.rhythm.switch(monotonic(), on=paired and self._desk.settings.value.auto_sync)
        self._wait()

    def _wait(self) -> None:
        at = self.rhythm.next_at()
        if at is None:
            self._timer.stop()
        else:
            self._timer.start(min(_LONGEST_TIMER_MS, max(0, int((at - monotonic()) * 1000))))

    def _try(self) -> None:
        at = self.rhythm.next_at()
        if self._desk.tasks.stopped or at is None:
            return
        if self._desk.station.state.kind == "starting":
            # It says so when it answers; a round before that would only report that it does not.
            self._timer.start(_STARTING_MS)
        elif at <= monotonic():
            self._desk.rounds.start(self._desk, by_hand=False)
        else:
            self._wait()

    def _began(self) -> None:
        self.rhythm.began(monotonic())
        self._wait()

    def _ended(self, end: RoundEnd) -> None:
        refusal = end.refusal
        asked = refusal.params.get("retry_after") if refusal is not None else None
        self.rhythm.ended(
            monotonic(),
            good=end.outcome is not None,
            retry_after=float(asked) if isinstance(asked, int) else 0.0,
            cured_by_time=refusal is None or refusal.code in CURED_BY_TIME,
        )
        self._set()

    def _saved(self) -> None:
        if not self._desk.tasks.stopped and waiting(self._desk.vault).here:
            self.rhythm.saved(monotonic())
        self._set()

    def _linked(self, up: bool, other: bool) -> None:
        self._desk.rounds.note_link(up=up)
        self.rhythm.link(monotonic(), up=up, other=other)
        self._wait()
