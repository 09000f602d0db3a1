"""A question in a shown window, keys typed into it, and what it reported; for the tests of every input."""

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.forms import Choice, NodeState
from fieldapp_ui.fields.question.kinds import Surroundings
from fieldapp_ui.fields.question.question import Question
from fieldapp_ui.theme import Look, Theme

TODAY = date(2019, 11, 5)
NOW = datetime(2019, 11, 5, 16, 7, tzinfo=timezone(timedelta(hours=8)))
NO_KEY = Qt.KeyboardModifier.NoModifier


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


class Asked:
    """A question that has the focus, the answers and the steps it reported."""

    def __init__(self, qtbot, node: NodeState, files: dict[str, bytes], width: int) -> None:
        self.qtbot, self.node = qtbot, node
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(width + 40, 480)
        around = Surroundings(TODAY, Kept(), form_files=files.get, now=lambda: NOW)
        self.question = Question(node, "1", around, self.window)
        self.question.setGeometry(20, 20, width, 400)
        self.question.show_node(node, "")
        self.answers: list[str] = []
        self.moves: list[int] = []
        self.confirmed: list[str] = []
        self.question.answered.connect(lambda _, raw: self.answers.append(raw))
        self.question.moved.connect(lambda _, step: self.moves.append(step))
        self.question.confirmed.connect(self.confirmed.append)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.question.take_focus()

    @property
    def answer(self):
        return self.question.answer

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def type(self, text: str) -> "Asked":
        if text.isascii():
            self.qtbot.keyClicks(self.focus(), text)
        else:
            event = QInputMethodEvent("", [])
            event.setCommitString(text)
            QApplication.sendEvent(self.focus(), event)
        return self

    def compose(self, letters: str) -> None:
        QApplication.sendEvent(self.focus(), QInputMethodEvent(letters, []))

    def press(self, *keys: Qt.Key, with_key: Qt.KeyboardModifier = NO_KEY) -> "Asked":
        for key in keys:
            self.qtbot.keyClick(self.focus(), key, with_key)
        return self

    def enter(self) -> "Asked":
        return self.press(Qt.Key.Key_Return)


@pytest.fixture(autouse=True)
def _light(qapp) -> None:
    Look(Theme()).wear(Theme())


@pytest.fixture
def a_node() -> Callable[..., NodeState]:
    def node(kind: str = "input", **changes) -> NodeState:
        return NodeState(**{"ref": "/data/q", "kind": kind, "name": "q", "label": "问题", **changes})

    return node


@pytest.fixture
def choices() -> Callable[..., tuple[Choice, ...]]:
    def made(*labels: str, values: tuple[str, ...] = (), pictures: bool = False) -> tuple[Choice, ...]:
        told = values or tuple(map(str, range(1, len(labels) + 1)))
        media = {"image": "jr://images/house.png"} if pictures else {}
        return tuple(Choice(value, label, media) for value, label in zip(told, labels, strict=True))

    return made


@pytest.fixture
def ask(qtbot) -> Callable[..., Asked]:
    def asked(node: NodeState, *, files: dict[str, bytes] | None = None, width: int = 720) -> Asked:
        return Asked(qtbot, node, files or {}, width)

    return asked


@pytest.fixture
def picture() -> bytes:
    """A small green picture as PNG bytes."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("green"))
    data = QByteArray()
    kept = QBuffer(data)
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")  # type: ignore[call-overload]
    kept.close()
    return bytes(data.data())
