"""Stored commits brought into the hub's tables behind the pushes: a thread that runs while something waits.

A push is answered when its commits are durable in the log (DATA.md, decision 12); the tables follow when the pushes let
them, at the latest when somebody asks for tables.
"""

import threading
from collections.abc import Callable

QUIET_SECONDS = 1.0
LONGEST_QUIET = 5
"""So many quiet spells it waits for laptops to be served, then it takes `TURNS` between them."""
TURNS = 40


class Projector:
    """`some` brings a few commits into the tables in one turn and says how many it were."""

    def __init__(self, some: Callable[[], int]) -> None:
        self._some = some
        self._turn = threading.Lock()
        self._news, self._end = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None

    def wake(self) -> None:
        """Something was stored."""
        with self._turn:
            self._news.set()
            if not self._end.is_set() and (self._thread is None or not self._thread.is_alive()):
                self._thread = threading.Thread(target=self._run, name="projector", daemon=True)
                self._thread.start()

    def stir(self) -> None:
        """A laptop is being served: what is under way gives way to it."""
        self._news.set()

    def close(self) -> None:
        """Stop after the turn it is in; the rest waits for the next start."""
        with self._turn:
            self._end.set()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while True:
            least = self._wait_for_quiet()
            if self._work(least):
                continue
            with self._turn:
                if self._end.is_set() or not self._news.is_set():
                    self._thread = None
                    return

    def _work(self, least: int) -> bool:
        """Whether something is left: after `least` turns somebody else comes first."""
        turns = 0
        while not self._end.is_set() and self._some():
            turns += 1
            if turns >= least and self._news.is_set():
                return True
        return False

    def _wait_for_quiet(self) -> int:
        """How many turns to take whatever happens: many after the longest wait, so that nothing waits for ever."""
        for _ in range(LONGEST_QUIET):
            self._news.clear()
            if self._end.wait(QUIET_SECONDS) or not self._news.is_set():
                return 1
        self._news.clear()
        return TURNS
