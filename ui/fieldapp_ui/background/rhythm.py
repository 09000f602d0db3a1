"""When a laptop tries to synchronise by itself. Pure: it is told the time and what happens, and says when to try next.

The rules it holds: never while a round runs, without a link, or switched off; soon after a save, but not at every one;
after a failure ever more rarely, up to an hour, whatever is saved meanwhile; never before a hub asked to be left alone.
Every wait has chance in it, so that a hundred laptops of a county do not come at one moment.
"""

from math import inf
from random import Random

QUIET = 15 * 60.0
"""Seconds between two rounds while nothing happens."""
SETTLE, LONGEST_SETTLE = 20.0, 120.0
"""Seconds of rest after a save, and the most that one who saves on and on is waited for."""
FIRST_LINK = 3.0
"""Seconds after a link has come: it needs a moment to get its address and name server."""
LEAST_GAP = 60.0
"""Seconds between two beginnings, however the link flickers."""
FIRST_PAUSE, LONGEST_PAUSE = 30.0, 3600.0
"""Seconds after the first failure, doubled at each further one; up to a quarter less by chance."""
SPREAD = 0.25


class Rhythm:
    """All times are seconds of one clock that never goes back."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._on = self._up = self._running = False
        self._failures = 0
        self._regular = self._after_save = inf
        self._first_unsent = self._back_off = self._asked = self._last = -inf

    def next_at(self) -> float | None:
        """When to try, the past when it is due already; None while there is nothing to wait for."""
        if not self._on or not self._up or self._running:
            return None
        wanted = min(self._regular, self._after_save)
        return max(wanted, self._back_off, self._asked, self._last + LEAST_GAP)

    def switch(self, now: float, *, on: bool) -> None:
        """Whether rounds by itself are wanted: paired, and not switched off."""
        if on and not self._on:
            self._soon(now)
        self._on = on

    def link(self, now: float, *, up: bool, other: bool = False) -> None:
        """A network came or went; `other`: it is a different one than before."""
        if up and (other or not self._up):
            # What failed over the network before says nothing of this one; what a hub asked for still holds.
            self._failures, self._back_off = 0, -inf
            self._soon(now)
        self._up = up

    def saved(self, now: float) -> None:
        """Something waits to be sent."""
        if self._after_save == inf:
            self._first_unsent = now
        self._after_save = min(now + self._spread(SETTLE), self._first_unsent + LONGEST_SETTLE)

    def began(self, now: float) -> None:
        """A round begins, by itself or by hand. What is saved from now on waits for the next one."""
        self._running, self._last = True, now
        self._after_save = inf

    def ended(self, now: float, *, good: bool, retry_after: float = 0.0, cured_by_time: bool = True) -> None:
        """It ended, or was stopped by hand (good). `retry_after`: seconds that the hub wants to be left alone;
        `cured_by_time` False: somebody has to do something first, so an hour is soon enough."""
        self._running = False
        if good:
            self._failures, self._back_off = 0, -inf
            self._regular = now + self._spread(QUIET)
            return
        self._failures += 1
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(self._failures - 1, 10))
        if not cured_by_time:
            pause = LONGEST_PAUSE
        self._regular = now
        self._back_off = now + pause * (1 - SPREAD * self._chance.random())
        self._asked = now + self._spread(retry_after)

    def _soon(self, now: float) -> None:
        self._regular = min(self._regular, now + self._spread(FIRST_LINK))

    def _spread(self, seconds: float) -> float:
        return seconds * (1 + SPREAD * self._chance.random())
