"""How long the window stands still: the longest single turn of each deed, as a ratio to 50 ms (1.0 is the limit).

Run: python benchmarks/window.py [--households 600]. The county is invented and thrown away; the window is offscreen.
A turn is the deed's own call, or one round of the event loop after it until nothing is under way any more.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fieldapp.store import open_vault
from fieldapp.store.records import rows
from fieldapp.store.vault import now_ms
from fieldapp_ui.demo.laptops import PASSPHRASE, fill_county, make_laptop
from fieldapp_ui.demo.village_work import YEAR
from fieldapp_ui.desk import Place
from fieldapp_ui.main import Session
from fieldapp_ui.settings import Settings
from fieldapp_ui.windows.frame import Frame

LIMIT_MS = 50.0
PAGES_DOWN = 20
SETTLE_MS = 2000


class Watch:
    """Times turns of the event loop around deeds."""

    def __init__(self, application: QApplication, frame: Frame) -> None:
        self._application, self._frame = application, frame

    def settle(self) -> None:
        """The first second of a session: counts are shown, pages are built ahead."""
        QTest.qWait(SETTLE_MS)
        self.longest(lambda: None)

    def longest(self, deed: Callable[[], object]) -> float:
        """The longest turn of a deed, in milliseconds."""
        turns = [_timed(deed)]
        quiet = 0
        while quiet < 5:
            turns.append(_timed(self._turn))
            quiet = 0 if self._frame.desk.tasks.running else quiet + 1
            time.sleep(0.001)
        return max(turns)

    def _turn(self) -> None:
        self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)


def _timed(deed: Callable[[], object]) -> float:
    begun = time.perf_counter()
    deed()
    return (time.perf_counter() - begun) * 1000


def _deeds(frame: Frame) -> list[tuple[str, Callable[[], object]]]:
    vault = frame.desk.vault
    found = rows(vault, "household", "", order="household_no", limit=2, offset=0)
    first, second = found[0].id, found[1].id
    year = {"year": str(YEAR)}

    def go(page: str, record: str = "", **extra: str) -> Callable[[], None]:
        return lambda: frame.desk.navigator.go(Place(page, record=record, extra=extra))

    def scroll() -> None:
        table = getattr(frame.page, "table")  # noqa: B009 — a page in general has none
        QTest.keyClick(table, Qt.Key.Key_PageDown)

    def type_name(letter: str) -> Callable[[], None]:
        return lambda: QTest.keyClicks(frame.top.finder.line, letter)

    return [
        ("today", go("today")),
        ("register", go("register")),
        *(("register, a page down", scroll) for _ in range(PAGES_DOWN)),
        ("first card", go("household", first)),
        ("second card", go("household", second)),
        ("first checklist", go("checklist", first, **year)),
        ("second checklist", go("checklist", second, **year)),
        ("all villages as a matrix", go("checklist", **year)),
        ("conflicts", go("conflicts")),
        ("synchronise", go("sync")),
        ("find, a letter", type_name("l")),
        ("find, a letter", type_name("c")),
        ("register again", go("register")),
        ("lock", frame.lock),
    ]


def main() -> None:
    """Make the county, walk through the window, print the longest turns."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--households", type=int, default=600)
    households = arguments.parse_args().households
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "county.vault"
        with make_laptop(path, "benchmark", now_ms) as vault:
            fill_county(vault, households, 1, lambda done, of: None)
        session = Session(application, Settings(Path(folder) / "desktop.json"))
        session.start(path)
        # While the worker types the passphrase, the pages' modules are read; this waits for it.
        session.stop()
        frame = session.enter(open_vault(path, PASSPHRASE))
        watch = Watch(application, frame)
        watch.settle()
        longest: dict[str, float] = {}
        for name, deed in _deeds(frame):
            longest[name] = max(longest.get(name, 0.0), watch.longest(deed))
        print(f"{households:,} households, longest turn of the event loop, ratio to {LIMIT_MS:.0f} ms")
        for name, turn in longest.items():
            print(f"{turn / LIMIT_MS:6.2f}  {turn:7.1f} ms  {name}")
        frame.close()
        session.stop()


if __name__ == "__main__":
    main()
