"""How long slow work still takes, from how fast it went lately. Pure: it is told the time; it says nothing too early."""

from collections import deque

LOOK_BACK = 30.0
"""Seconds that count: a link that has become slow is told as slow soon."""
_LEAST_SECONDS = 3.0
_LEAST_PART = 0.02


class Remaining:
    """Of one piece of work with several phases; each phase is measured anew."""

    def __init__(self) -> None:
        self._phase = ""
        self._seen: deque[tuple[float, float]] = deque()

    def note(self, now: float, phase: str, part: float) -> float | None:
        """`part` of the phase (0…1) is done at `now` (seconds): seconds left, None while nobody can say."""
        if phase != self._phase or (self._seen and part < self._seen[-1][1]):
            self._phase = phase
            self._seen.clear()
        self._seen.append((now, part))
        while len(self._seen) > 2 and now - self._seen[1][0] > LOOK_BACK:
            self._seen.popleft()
        then, before = self._seen[0]
        seconds, gained = now - then, part - before
        if seconds < _LEAST_SECONDS or gained < _LEAST_PART:
            return None
        return max(0.0, (1 - part) * seconds / gained)
