"""The form page at 1,000 questions: how long a single event holds the window, and an answer until it is on the screen.

    python benchmarks/forms_page.py [SECTIONS=40] [STEPS=100]

Everything goes through the real page on an encrypted vault: opening, every key of a walk through the form, going to
a section, the next hole, F6, checking. An event longer than 50 ms would be felt as a jam; an answer with its screen
update fits into a frame of 16 ms. Both are printed as ratios to their limits.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.store import create_vault
from fieldapp.store.save import Change, save, seen_of
from fieldapp_ui.desk import Desk, Place
from fieldapp_ui.language import Language
from fieldapp_ui.main import desk_of
from fieldapp_ui.settings import Settings
from fieldapp_ui.theme import Look, Theme
from fieldapp_ui.windows.forms.filling import FormFilling
from fieldapp_ui.windows.forms.page import FormPage

BLOCK_MS, FRAME_MS = 50.0, 16.0
VILLAGE = "990101001201"
KINDS = ("integer", "text", "select_one yn", "date", "select_multiple several")


def synthetic_form(sections: int) -> str:
    """The XLSForm of SECTIONS × 25 questions, a fifth of them dependent on another."""
    lines = ["| survey |", "| | type | name | label | hint | required | relevant | constraint |"]
    for s in range(sections):
        lines.append(f"| | begin_group | g{s} | Section {s} | | | | |")
        for q in range(25):
            kind = KINDS[q % 5]
            relevant = f"${{q{s}_2}} = '1'" if q % 5 == 4 else ""
            constraint = ". < 500" if kind == "integer" else ""
            lines.append(
                f"| | {kind} | q{s}_{q} | Question {q} of {s} | A hint | yes | {relevant} | {constraint} |"
            )
        lines.append("| | end_group | | | | | | |")
    choices = ["| choices |", "| | list_name | name | label |", "| | yn | 1 | yes |", "| | yn | 0 | no |"]
    choices += [f"| | several | {n} | choice {n} |" for n in range(1, 9)]
    return "\n".join([*lines, *choices, "| settings |", "| | form_id | version |", "| | bench | 1 |"])


class Watch:
    """Times single turns of the event loop and single keys, in milliseconds."""

    def __init__(self) -> None:
        self.events: dict[str, list[float]] = {}

    def note(self, name: str, work: Callable[[], object]) -> None:
        begun = time.perf_counter()
        work()
        self.events.setdefault(name, []).append((time.perf_counter() - begun) * 1000)

    def rest(self, name: str, done: Callable[[], bool], most_s: float = 30) -> None:
        """Turns the event loop until something is done, noting each turn."""
        until = time.perf_counter() + most_s
        while not done() and time.perf_counter() < until:
            self.note(name, lambda: QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 0))
            time.sleep(0.0005)


def make_desk(folder: Path) -> Desk:
    """A desk on a vault of its own."""
    vault = create_vault(
        folder / "bench.vault", "four invented words here", worker="bench", role="team", scopes=(VILLAGE,),
        packs=("cn-base",), escrow_recovery=False,
    )  # fmt: skip
    save(
        vault, VILLAGE, "edit", [Change("village", None, "add", {"name": "Bench"})],
        seen=seen_of(vault, VILLAGE),
    )  # fmt: skip
    look = Look(Theme())
    look.wear(Theme())
    return desk_of(vault, Language("en"), Settings(folder / "desktop.json"), look)


def make_page(folder: Path, window: QWidget) -> FormPage:
    """The page at its desk, in an active window of a cheap laptop's size."""
    page = FormPage(make_desk(folder))
    page.setParent(window)
    for widget in (window, page):
        widget.resize(1366, 768)
    window.show()
    window.activateWindow()
    page.went.connect(page.arrive)
    return page


def press(watch: Watch, key: Qt.Key, name: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    watch.note(name, lambda: QTest.keyClick(focus, key))


def walk(watch: Watch, filling: FormFilling, steps: int) -> list[float]:
    """Answers by keys; the milliseconds of each answer with its screen update."""
    took = []
    for _ in range(steps):
        node, section = filling.entry.reading.node(filling.current()), filling.here.section
        for digit in "2019110" if node.type == "date" else "":
            press(watch, Qt.Key(ord(digit)), "a digit")
        begun = time.perf_counter()
        press(watch, Qt.Key.Key_1, "the last digit")
        if node.kind == "input" or node.multiple:
            press(watch, Qt.Key.Key_Return, "Enter")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 0)
        if filling.here.section == section:  # going to the next section is measured by itself
            took.append((time.perf_counter() - begun) * 1000)
        watch.rest("turn after a key", filling.column.is_complete)
    return took


def main() -> None:
    sections = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    application = QApplication([])
    watch = Watch()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        window = QWidget()
        page = make_page(folder, window)
        page.arrive(Place("form"))
        watch.rest("turn while the shipped form is read", lambda: bool(page.shelf.forms))
        path = folder / "bench.md"
        path.write_text(synthetic_form(sections), "utf-8")
        page.disk.open(path)
        watch.rest(
            "turn while the form is read",
            lambda: page.filling is not None and page.filling.column.is_complete(),
        )
        filling = page.filling
        assert filling is not None
        took = walk(watch, filling, steps)
        for section in range(1, min(sections, 12)):
            watch.note("go to a section", lambda s=section: filling.open_at(f"/data/g{s}/q{s}_{s}"))
            watch.rest("turn after going to a section", filling.column.is_complete)
        for _ in range(10):
            watch.note("next hole", lambda: filling.keys.go_to_hole(1))
            watch.rest("turn after a hole", filling.column.is_complete)
        watch.note("F6", filling.keys.find_question)
        for letter in (Qt.Key.Key_Q, Qt.Key.Key_U, Qt.Key.Key_E):
            press(watch, letter, "a letter in F6")
        press(watch, Qt.Key.Key_Escape, "Escape")
        watch.note("check everything", filling.check)
        watch.rest("turn after checking", filling.column.is_complete)
        report(watch, took, sections * 25)
        page.desk.tasks.stop()
        window.close()
        page.desk.vault.close()
    application.quit()


def report(watch: Watch, took: list[float], questions: int) -> None:
    for name, times in watch.events.items():
        print(
            f"{name:36} n {len(times):5}  p50 {statistics.median(times):6.1f} ms  longest {max(times):6.1f} ms"
        )
    # Turns of the event loop with nothing to do say nothing about those that do something.
    busy = [time for times in watch.events.values() for time in times if time > 1]
    event, answer = (statistics.quantiles(times, n=20)[18] for times in (busy, took))
    print(f"{questions} questions, {len(busy)} events of more than 1 ms")
    print(
        f"event p95 {event:.1f} ms: {event / BLOCK_MS:.2f} × the limit of 50 ms; longest {max(busy):.1f} ms"
    )
    print(
        f"answer with screen update p50 {statistics.median(took):.1f} ms, p95 {answer:.1f} ms:"
        f" {answer / FRAME_MS:.2f} × a frame of 16 ms"
    )


if __name__ == "__main__":
    main()
