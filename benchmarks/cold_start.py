"""Cold start: from the start of the process to the painted unlock window, against a bare PySide6 window.

Both are measured in the same run, turn about, in fresh processes. The bar is a ratio of 3.
Run: python benchmarks/cold_start.py [rounds]
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BAR = 3.0
ROUNDS = 9

PAINTED = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: (print(time.time()), sys.stdout.flush(), __import__("os")._exit(0)))
        return False
"""
BARE = (
    PAINTED
    + """
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
application = QApplication([])
window = QWidget()
QVBoxLayout(window).addWidget(QLineEdit())
watch = Watch()
window.installEventFilter(watch)
window.show()
application.exec()
"""
)
OURS = (
    PAINTED
    + """
from pathlib import Path
from PySide6.QtWidgets import QApplication
from fieldapp_ui.main import Session
from fieldapp_ui.settings import Settings
application = QApplication([])
session = Session(application, Settings(Path(sys.argv[1]) / "desktop.json"))
watch = Watch()
door = session.start(Path(sys.argv[1]) / "register.vault")
door.installEventFilter(watch)
application.exec()
"""
)


def seconds(script: str, folder: Path) -> float:
    """One fresh process: from before it starts until its first paint is done."""
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")},
    )
    return float(done.stdout.split()[-1]) - begun


def main() -> None:
    """Print both medians and their ratio; exit status 1 above the bar."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # The door only asks whether there is a register; an empty file shows the unlock window.
        (folder / "register.vault").touch()
        seconds(BARE, folder), seconds(OURS, folder)
        pairs = [(seconds(BARE, folder), seconds(OURS, folder)) for _ in range(rounds)]
    bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = ours / bare
    print(f"bare window {bare:.3f} s, unlock window {ours:.3f} s, ratio {ratio:.2f} (bar {BAR})")
    sys.exit(ratio > BAR)


if __name__ == "__main__":
    main()
