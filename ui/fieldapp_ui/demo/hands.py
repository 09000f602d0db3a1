"""The hands of a worker in front of the real window: keys in, eyes on what is shown, a picture now and then."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

PATIENCE = 60.0
REST = 5.0
LOOK_MS = 20
MOST_TABS = 80
Dialog = TypeVar("Dialog", bound=QDialog)


class NotSeen(AssertionError):
    """What should have appeared did not; the journey stops here and says so."""


class Hands:
    """Types into whatever has the focus of `window`; Chinese goes in as an input method commits it."""

    def __init__(self, window: QWidget, pictures: Path) -> None:
        self._window = self._main = window
        self._pictures = pictures
        self.at_rest: Callable[[], bool] = lambda: True

    def take(self, window: QWidget) -> None:
        """Turn to a dialog, or to a new main window."""
        self._window = window
        if not window.isModal():
            self._main = window
        window.activateWindow()
        self.wait()

    def give_back(self) -> None:
        """Turn back from a dialog that has closed."""
        self.take(self._main)

    def meet(self, kind: type[Dialog]) -> Dialog:
        """Wait for a dialog and turn to it. Raises NotSeen."""
        self.until(lambda: isinstance(QApplication.activeModalWidget(), kind), kind.__name__)
        found = QApplication.activeModalWidget()
        assert isinstance(found, kind)
        self.take(found)
        return found

    def answer_file(self, path: Path, ask: Callable[[], object]) -> None:
        """Do what asks for a file; type its path into the dialog of files, and Enter."""
        answered: list[Path] = []

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            line = dialog.findChild(QLineEdit, "fileNameEdit") if isinstance(dialog, QFileDialog) else None
            if line is None:
                return
            looking.stop()
            line.setText(str(path))
            QTest.keyClick(line, Qt.Key.Key_Return)
            answered.append(path)

        looking = QTimer(self._main, interval=LOOK_MS)
        looking.timeout.connect(answer)
        looking.start()
        ask()
        self.until(lambda: answered, f"the dialog of files for {path.name}")
        looking.deleteLater()

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier, times: int = 1) -> None:
        """Press a key, with Ctrl and the like held."""
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        for _ in range(times):
            QTest.keyClick(self.focus(), key, held)

    def command(self, key: Qt.Key) -> None:
        """Ctrl and a key."""
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    def type(self, text: str) -> None:
        """Type a text; beyond ASCII each character is committed by the input method."""
        for character in text:
            if character.isascii():
                QTest.keyClicks(self.focus(), character)
            else:
                composed = QInputMethodEvent()
                composed.setCommitString(character)
                QCoreApplication.sendEvent(self.focus(), composed)

    def replace(self, text: str) -> None:
        """Type in place of what stands in the field."""
        self.command(Qt.Key.Key_A)
        self.type(text)

    def tab_to(self, wanted: QWidget) -> None:
        """Press Tab until a widget has the focus. Raises NotSeen when it cannot be reached so."""
        for _ in range(MOST_TABS):
            if wanted.hasFocus():
                return
            self.press(Qt.Key.Key_Tab)
            self.wait()
        raise NotSeen(f"{wanted.accessibleName() or type(wanted).__name__} by Tab")

    def draw(self, pad: QWidget) -> None:
        """A stroke with the mouse across a signature pad."""
        width, height = pad.width(), pad.height()
        strokes = [(0.2, 0.7), (0.3, 0.3), (0.4, 0.7), (0.5, 0.35), (0.6, 0.65), (0.75, 0.4)]
        points = [QPoint(int(x * width), int(y * height)) for x, y in strokes]
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, points[0])
        for point in points[1:]:
            QTest.mouseMove(pad, point)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, points[-1])

    def focus(self) -> QWidget:
        """What the keys go to; a window that lost them to a popup gets them back, as from a window manager."""
        QCoreApplication.sendPostedEvents()
        if QApplication.focusWidget() is None:
            self._window.activateWindow()
            self.wait()
        return QApplication.focusWidget() or self._window

    def wait(self) -> None:
        """Let the window come to rest."""
        QTest.qWait(LOOK_MS)

    def until(self, seen: Callable[[], object], what: str) -> None:
        """Wait until something is seen. Raises NotSeen after a minute."""
        deadline = time.monotonic() + PATIENCE
        while not seen():
            if time.monotonic() > deadline:
                self.snap("not-seen")
                raise NotSeen(what)
            QTest.qWait(LOOK_MS)

    def snap(self, name: str) -> str:
        """A picture of the window once nothing is under way beside it; its file name."""
        self.wait()
        deadline = time.monotonic() + REST
        while not self.at_rest() and time.monotonic() < deadline:
            self.wait()
        self.wait()
        file = f"{name}.png"
        self._window.grab().save(str(self._pictures / file))
        return file
