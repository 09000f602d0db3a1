"""The camera, where Qt's multimedia part is installed (the extra `camera`): a picture on the screen, Space takes it.

The rule it holds: nothing of it is loaded before somebody presses the button, and a file always does instead.
"""

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldapp_ui.language import tr

_MODULE = "PySide6.QtMultimedia"


@lru_cache(maxsize=1)
def has_multimedia() -> bool:
    """Whether Qt's multimedia part is installed."""
    return find_spec(_MODULE) is not None


@lru_cache(maxsize=1)
def has_working_multimedia() -> bool:
    """Whether it can also be loaded: on Linux it needs the system's sound library. Takes a moment the first time."""
    if not has_multimedia():
        return False
    try:
        import_module(_MODULE)
    except ImportError:
        return False
    return True


def multimedia() -> Any:
    """PySide6.QtMultimedia, untyped: the part is not there on every laptop."""
    return import_module(_MODULE)


def camera_words() -> str:
    """What a camera button says when the mouse rests on it."""
    if has_multimedia():
        return tr("Takes a photo with this laptop's camera.")
    return tr(
        "The camera part is not installed on this laptop. Take the photo with a phone and choose the file."
    )


def take_photo(owner: QWidget, taken: Callable[[QImage], None], failed: Callable[[str], None]) -> None:
    """Opens the camera's picture; `taken` gets the photo, `failed` a sentence where there is no camera."""
    if not has_working_multimedia() or not multimedia().QMediaDevices.videoInputs():
        failed(tr("No camera was found. Choose a file instead."))
        return
    Viewfinder(owner, taken).open()


class Viewfinder(QDialog):
    """The picture as the camera sees it. Space or Enter takes it, Escape leaves it."""

    def __init__(self, owner: QWidget, taken: Callable[[QImage], None]) -> None:
        super().__init__(owner.window())
        self._taken, self._last = taken, QImage()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Camera"))
        self._picture = QLabel(tr("The camera is starting …"), self)
        self._picture.setMinimumSize(self.fontMetrics().height() * 32, self.fontMetrics().height() * 24)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shoot = QPushButton(tr("Take the photo"), self)
        self._shoot.setProperty("role", "primary")
        self._shoot.clicked.connect(lambda _=False: self._take())
        leave = QPushButton(tr("Cancel"), self)
        leave.clicked.connect(lambda _=False: self.reject())
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(leave)
        row.addWidget(self._shoot)
        column = QVBoxLayout(self)
        column.addWidget(self._picture, 1)
        column.addLayout(row)
        self._shoot.setFocus()
        self._start()

    def show_frame(self, frame: Any) -> None:
        """One picture of the stream."""
        image = frame.toImage()
        if not image.isNull():
            self._last = image
            keep = Qt.AspectRatioMode.KeepAspectRatio
            self._picture.setPixmap(QPixmap.fromImage(image).scaled(self._picture.size(), keep))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space takes the photo wherever the focus is."""
        if event.key() == Qt.Key.Key_Space:
            self._take()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """The camera's light goes out with the window."""
        self._camera.stop()
        super().done(result)

    def _start(self) -> None:
        parts = multimedia()
        self._session = parts.QMediaCaptureSession(self)
        self._camera = parts.QCamera(parts.QMediaDevices.defaultVideoInput(), self)
        self._sink = parts.QVideoSink(self)
        self._sink.videoFrameChanged.connect(self.show_frame)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._camera.start()

    def _take(self) -> None:
        if self._last.isNull():
            return
        photo = QImage(self._last)
        self.accept()
        self._taken(photo)
