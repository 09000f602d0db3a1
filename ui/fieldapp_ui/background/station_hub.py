"""Keeps the station running while the desktop does: starts it, notices when it dies, starts it again, ends it at exit.

The rule it holds: there is one hub at most, and what it does is always told: starting, running, started again, why not.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from fieldapp.errors import UserError
from fieldapp_sync.station.station import choice, choose, may_run
from fieldapp_ui.background.station_process import StationProcess, settle_in, start_station
from fieldapp_ui.background.tasks import Cancelled, Handle

if TYPE_CHECKING:
    from fieldapp.store import Vault
    from fieldapp_ui.background.tasks import Tasks

LOOK_MS = 1_000
PAUSES_MS = (500, 5_000, 30_000, 60_000)
"""Before it is started again: after the first death, the second …; the last one from then on."""
CALM_MS = 600_000
"""A hub that has run so long starts the count anew."""
Kind = Literal["off", "starting", "on", "failed"]


@dataclass(frozen=True)
class StationState:
    """`deaths`: how often it ended by itself and was started again; `moved_from`: the port that was taken, else 0;
    `why` it failed."""

    kind: Kind = "off"
    port: int = 0
    fingerprint: str = ""
    deaths: int = 0
    moved_from: int = 0
    why: UserError | None = None


class StationHub(QObject):
    """Signals: `changed()` with every new state."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = StationState()
        self._vault: Vault | None = None
        self._tasks: Tasks | None = None
        self._process: StationProcess | None = None
        self._turn = threading.Lock()
        self._wanted = False
        self._deaths = 0
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._look_after)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._start)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._forget_deaths)

    def attend(self, vault: Vault, tasks: Tasks) -> None:
        """Serve this session: a station that was switched on goes on."""
        if self._vault is None:
            self._vault, self._tasks = vault, tasks
            if may_run(vault) and choice(vault).on:
                self._wanted = True
                self._start()

    def switch_on(self) -> None:
        """From now on, and at every start of this desktop."""
        vault = self._session()
        if not self._wanted and may_run(vault):
            choose(vault, on=True)
            self._wanted, self._deaths = True, 0
            self._start()

    def switch_off(self) -> None:
        """Until it is switched on again."""
        vault = self._session()
        choose(vault, on=False)
        self.stop()

    def stop(self) -> None:
        """The desktop ends; the choice stays as it is."""
        self._wanted = False
        for timer in (self._look, self._again, self._calm):
            timer.stop()
        with self._turn:
            process, self._process = self._process, None
        if process is not None:
            process.stop()
        self._tell(StationState())

    def _session(self) -> Vault:
        if self._vault is None:
            raise RuntimeError("no session is attended")
        return self._vault

    def _start(self) -> None:
        if not self._wanted or self._tasks is None:
            return
        self._tell(replace(self.state, kind="starting", deaths=self._deaths, why=None))
        self._tasks.start_with_vault(self._started, owner=self, done=self._running, failed=self._failed)

    def _started(self, vault: Vault, handle: Handle) -> StationProcess:
        process = start_station(vault, choice(vault).port)
        with self._turn:
            if not self._wanted or handle.cancelled():
                process.stop()
                raise Cancelled
            self._process = process
        try:
            settle_in(vault, process)
        except BaseException:
            with self._turn:
                self._process = None
            process.stop()
            raise
        return process

    def _running(self, process: StationProcess) -> None:
        vault, known = self._session(), choice(self._session())
        if not self._wanted or process is not self._process:
            return
        moved = known.port if process.port != known.port else 0
        # Villages that know the port of before would not find another one: then it is tried again next time.
        if moved and not known.invited:
            choose(vault, port=process.port)
        self._look.start()
        self._calm.start()
        self._tell(StationState("on", process.port, process.fingerprint, self._deaths, moved))

    def _failed(self, why: UserError) -> None:
        self._look.stop()
        self._tell(StationState("failed", deaths=self._deaths, why=why))
        self._begin_again()

    def _look_after(self) -> None:
        process = self._process
        if process is None or process.is_alive or not self._wanted:
            return
        self._look.stop()
        self._calm.stop()
        process.stop()
        with self._turn:
            self._process = None
        self._tell(replace(self.state, kind="starting", deaths=self._deaths + 1))
        self._begin_again()

    def _begin_again(self) -> None:
        if self._wanted:
            self._again.start(PAUSES_MS[min(self._deaths, len(PAUSES_MS) - 1)])
            self._deaths += 1

    def _forget_deaths(self) -> None:
        self._deaths = 0

    def _tell(self, state: StationState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
