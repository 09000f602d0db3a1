"""The rounds of a session: one at a time, beside the window, whoever asked for it; pages come and go meanwhile.

The rule it holds: a round that was stopped counts as running until its thread has ended, for only then is it true that
nothing travels any more.
"""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldapp.errors import UserError
from fieldapp_ui.background.remaining import Remaining

if TYPE_CHECKING:
    from fieldapp.store import Vault
    from fieldapp_sync.rounds.outcome import Progress, SyncOutcome
    from fieldapp_ui.background.tasks import Handle
    from fieldapp_ui.desk import Desk


@dataclass(frozen=True)
class Moving:
    """Where the round is, as `rounds.outcome.Progress`, and the seconds that are left, None while nobody can say."""

    phase: str
    done: int
    total: int
    bytes: int
    seconds: float | None


@dataclass(frozen=True)
class RoundEnd:
    """How a round ended: its outcome, or why not; neither when a bug ended it. `by_hand`: the worker asked for it."""

    outcome: SyncOutcome | None
    refusal: UserError | None
    by_hand: bool

    @property
    def is_news(self) -> bool:
        """Whether something came, or the worker waits for it; else nobody is disturbed."""
        came = self.outcome is not None and (self.outcome.received or self.outcome.files_received)
        return self.by_hand or bool(came)


class Rounds(QObject):
    """Signals: `began()`; `moved(Moving)`; `ended(RoundEnd)`; `changed()` when one began, is being stopped or ended, and
    when a link came or went."""

    began = Signal()
    changed = Signal()
    moved = Signal(object)
    ended = Signal(object)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.busy = self.by_hand = self.stopping = self._once_more = False
        self.moving: Moving | None = None
        self.link_up = True
        self._stop = Event()
        self._remaining = Remaining()
        self._told.connect(self._move)

    def start(self, desk: Desk, *, by_hand: bool) -> bool:
        """Begin a round; False while one runs. Who asks by hand then gets his own right after it: he may just have saved
        what that one does not know of."""
        if self.busy:
            self._once_more = self._once_more or (by_hand and not self.by_hand)
            return False
        self.busy, self.by_hand, self.stopping, self.moving = True, by_hand, False, None
        stop = self._stop = Event()
        self._remaining = Remaining()
        told = self._told

        def work(vault: Vault, handle: Handle) -> SyncOutcome:
            from fieldapp_sync.rounds.noted import synchronise
            from fieldapp_ui.background.thumbnails import small_picture

            return synchronise(
                vault,
                progress=told.emit,
                cancelled=lambda: stop.is_set() or handle.cancelled(),
                make_thumbnail=small_picture,
            )

        task = desk.tasks.start_with_vault(
            work,
            done=lambda outcome: self._end(desk, stop, outcome, None),
            failed=lambda refused: self._end(desk, stop, None, refused),
        )
        # A bug ends a round too: the next one may begin.
        task.finished.connect(lambda: self._end(desk, stop, None, None))
        self.began.emit()
        self.changed.emit()
        return True

    def stop(self) -> None:
        """Stop after the part under way; what has travelled stays."""
        if self.busy and not self.stopping:
            self.stopping, self._once_more = True, False
            self._stop.set()
            self.changed.emit()

    def note_link(self, *, up: bool) -> None:
        """A network came or went."""
        self.link_up = up
        self.changed.emit()

    def _move(self, progress: Progress) -> None:
        if not self.busy:
            return
        part = progress.done / progress.total if progress.total else 0.0
        left = self._remaining.note(monotonic(), progress.phase, part)
        self.moving = Moving(progress.phase, progress.done, progress.total, progress.bytes, left)
        self.moved.emit(self.moving)

    def _end(self, desk: Desk, stop: Event, outcome: SyncOutcome | None, refusal: UserError | None) -> None:
        # The same round may end twice, the second time when another one has begun.
        if not self.busy or stop is not self._stop:
            return
        self.busy = self.stopping = False
        self.moving = None
        if desk.tasks.stopped:
            return
        end = RoundEnd(outcome, refusal, self.by_hand)
        if end.is_news:
            desk.deeds.tell(())
        self.ended.emit(end)
        self.changed.emit()
        if self._once_more:
            self._once_more = False
            self.start(desk, by_hand=True)
