"""What the journey plays on: the demo's folder, its clock, the window of one laptop at a time, the record of steps."""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from fieldapp_sync.bundles.sticks import PLAYED
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.laptops import PASSPHRASE
from fieldapp_ui.main import Session
from fieldapp_ui.settings import Settings
from fieldapp_ui.windows.frame import Frame

STICK = "KINGSTON"
SCREEN = (1366, 768)
MORNING_MS = int(datetime(2019, 11, 13, 0, 5, tzinfo=UTC).timestamp() * 1000)


def demo_clock() -> Callable[[], int]:
    """Milliseconds from a morning of November 2019 on, running as the real clock does."""
    behind = int(time.time() * 1000) - MORNING_MS
    return lambda: int(time.time() * 1000) - behind


@dataclass
class Step:
    """One step of the journey as `journey.json` has it."""

    name: str
    checked: str = ""
    seconds: float = 0.0
    screenshot: str = ""


@dataclass
class Stage:
    """`folder` holds the machines, `out` what people look at afterwards."""

    application: QApplication
    folder: Path
    out: Path
    seed: int
    language: str = "zh_CN"
    clock: Callable[[], int] = field(default_factory=demo_clock)
    steps: list[Step] = field(default_factory=list)
    tell: Callable[[str], None] = print

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Time a step and keep it; a step that fails is kept too, without a word on what was checked."""
        step, began = Step(name), time.monotonic()
        try:
            yield step
        finally:
            step.seconds = round(time.monotonic() - began, 3)
            self.steps.append(step)
            self.write()
        self.tell(f"{len(self.steps):2}  {name}: {step.checked}")

    @contextmanager
    def stick(self) -> Iterator[Path]:
        """A folder plays a USB stick that is plugged in wherever a window looks, for the length of the block."""
        folder = self.folder / STICK
        folder.mkdir(exist_ok=True)
        os.environ[PLAYED] = str(folder)
        try:
            yield folder
        finally:
            del os.environ[PLAYED]

    def write(self) -> None:
        """`journey.json`, after each step."""
        steps = [vars(step) for step in self.steps]
        text = json.dumps({"steps": steps, "seed": self.seed}, ensure_ascii=False, indent=2)
        (self.out / "journey.json").write_text(text, encoding="utf-8")

    @contextmanager
    def laptop(self, vault: Path, picture: str = "") -> Iterator[tuple[Frame, Hands]]:
        """Open a laptop's register by its passphrase, typed; close the window at the end. `picture` is of the door."""
        settings = Settings(self.folder / f"{vault.stem}.settings.json")
        settings.change(language=self.language, auto_sync=False)
        session = Session(self.application, settings, self.clock)
        door = session.start(vault)
        hands = Hands(door, self.out)
        hands.take(door)
        hands.type(PASSPHRASE)
        with self.step(f"unlock {vault.stem}") as step:
            step.screenshot = hands.snap(picture) if picture else ""
            hands.enter()
            hands.until(lambda: session.windows.frame, "the window after the passphrase")
            step.checked = "the passphrase opens the encrypted register"
        frame = session.windows.frame
        assert frame is not None
        # Pictures are of the laptop the program is meant for, whatever screen this runs on.
        frame.showNormal()
        frame.resize(*SCREEN)
        hands.take(frame)
        hands.at_rest = lambda: not frame.desk.tasks.running
        try:
            yield frame, hands
        finally:
            frame.close()
            frame.deleteLater()
            hands.wait()
            session.stop()
