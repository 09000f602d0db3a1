"""When a round tries again by itself, and how long it waits: as long as something gets through, else a few times."""

import random
import time
from collections.abc import Callable

from fieldapp.errors import SyncError
from fieldapp_sync.refusals import TOKEN_CODES

PAUSES = (0.2, 0.5, 1.0, 2.0, 4.0)
"""Seconds before the first, second … try that followed one without any gain; each up to half as long again."""
LONGEST_WAIT = 60
"""A hub that asks for more patience than this many seconds ends the round: the next one is for later."""
_SLICE = 0.25
_CURED_BY_TIME = ("sync.cut", "sync.timeout", "sync.unreachable", "sync.busy")


class Patience:
    """Of one round. `pause` sleeps some seconds; `cancelled` ends a wait early."""

    def __init__(
        self,
        cancelled: Callable[[], bool],
        pause: Callable[[float], None] = time.sleep,
        rng: random.Random | None = None,
    ) -> None:
        self._cancelled, self._pause = cancelled, pause
        self._rng = rng or random.Random()
        self._fruitless = 0
        self._started = False

    def note_reached(self) -> None:
        """The hub has answered once."""
        self._started = True

    def note_gain(self) -> None:
        """Something got through: the next failure counts as the first."""
        self._fruitless = 0

    def outlasts(self, refused: SyncError) -> bool:
        """Wait and say True when another try makes sense; False at once when it does not.

        A hub that was never reached in this round is not tried again: the worker is told now.
        """
        is_token = refused.params.get("hub_code") in TOKEN_CODES
        if refused.code not in _CURED_BY_TIME and not is_token:
            return False
        if not self._started or self._fruitless >= len(PAUSES):
            return False
        asked = refused.params.get("retry_after")
        seconds = float(asked) if isinstance(asked, int) else PAUSES[self._fruitless]
        self._fruitless += 1
        if seconds > LONGEST_WAIT:
            return False
        self._wait(seconds * (1 + self._rng.random() / 2))
        return True

    def _wait(self, seconds: float) -> None:
        while seconds > 0 and not self._cancelled():
            self._pause(min(seconds, _SLICE))
            seconds -= _SLICE
