"""An input in a shown window, what it reported, and files kept in memory: what tests of inputs stand on."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QInputMethodEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.forms import Choice, NodeState
from fieldapp_ui.background.tasks import Tasks
from fieldapp_ui.fields.answers.answer import Answer


class Kept:
    """Attachments in memory: bytes by reference, as the vault keeps them."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def put(self, data: bytes) -> str:
        ref = f"sha256:{len(self.files)}"
        self.files[ref] = data
        return ref

    def get(self, ref: str) -> bytes | None:
        return self.files.get(ref)


class Shown:
    """One input in a window; `press` and `type` go to whatever has the focus, `show` gives it a node again."""

    def __init__(self, qtbot, answer: Answer, node: NodeState) -> None:
        self.qtbot, self.answer, self.node = qtbot, answer, node
        self.answers: list[str] = []
        self.moves: list[int] = []
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(780, 620)
        answer.setParent(self.window)
        answer.setGeometry(20, 20, 720, 580)
        answer.answered.connect(self.answers.append)
        answer.answered.connect(self._show_value)
        answer.moved.connect(self.moves.append)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        answer.input().setFocus(Qt.FocusReason.TabFocusReason)

    def show(self, value: str) -> None:
        from dataclasses import replace

        self.node = replace(self.node, value=value)
        self.answer.show_node(self.node)

    def _show_value(self, raw: str) -> None:
        self.show(raw)

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def type(self, text: str) -> None:
        if text.isascii():
            self.qtbot.keyClicks(self.focus(), text)
            return
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(self.focus(), event)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focus(), key, modifier)

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def stroke(self, pad: QWidget, start: QPoint, end: QPoint) -> None:
        self.qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=start)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        there = QPointF(end)
        QApplication.sendEvent(pad, QMouseEvent(QEvent.Type.MouseMove, there, there, left, left, none))
        self.qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=end)


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def tasks(qapp) -> Iterator[Tasks]:
    """Lives until every event of the test is over, as it does in a session."""
    made = Tasks()
    yield made
    made.stop()


@pytest.fixture
def shown(qtbot) -> Callable[[Answer, NodeState], Shown]:
    return lambda answer, node: Shown(qtbot, answer, node)


@pytest.fixture
def node() -> Callable[..., NodeState]:
    """A question as the form engine shows it, with good defaults."""

    def make(kind: str = "input", **changes) -> NodeState:
        return NodeState(**{"ref": "/data/q", "kind": kind, "name": "q", "label": "问题", **changes})

    return make


@pytest.fixture
def choices() -> Callable[..., tuple[Choice, ...]]:
    return lambda *labels: tuple(Choice(str(at + 1), label) for at, label in enumerate(labels))


@pytest.fixture
def photo(tmp_path) -> Callable[..., object]:
    """A picture on disk: red at the left, blue at the right."""

    def make(name: str = "house.png", width: int = 80, height: int = 60):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(QColor("#C03020"))
        for x in range(width // 2, width):
            for y in range(height):
                image.setPixelColor(x, y, QColor("#2040C0"))
        path = tmp_path / name
        assert image.save(str(path))
        return path

    return make
