"""What belongs to a question's label beside its words: a picture (click or Alt+M enlarges it), sound, film."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QPixmap, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldapp_ui.fields.answers.size import scaled
from fieldapp_ui.fields.media.form_files import (
    LARGEST_SIDE,
    FormFiles,
    fitted,
    name_of,
    open_outside,
    picture_of,
)
from fieldapp_ui.language import tr

OPEN_KEY = "Alt+M"
_WIDE, _HIGH = 480, 240


class _Picture(QLabel):
    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()


class QuestionMedia(QWidget):
    """The media of a label. `wanted` is kind → address, as `NodeState.media` has it."""

    def __init__(self, wanted: Mapping[str, str], files: FormFiles, parent: QWidget) -> None:
        super().__init__(parent)
        self.wanted, self._files = dict(wanted), files
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(8))
        self.trouble = QLabel(self)
        self.trouble.setProperty("role", "caption")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._show_picture()
        buttons = QHBoxLayout()
        for kind, words in (("audio", tr("Listen")), ("video", tr("Watch the film"))):
            if address := self.wanted.get(kind, ""):
                buttons.addWidget(self._player(f"▶ {words}", address))
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self._column.addWidget(self.trouble)
        opener = QShortcut(QKeySequence(OPEN_KEY), parent)
        opener.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        opener.activated.connect(self.open_first)
        self.destroyed.connect(opener.deleteLater)

    def open_first(self) -> None:
        """Enlarges the picture, or plays the sound or film."""
        if self.wanted.get("image"):
            self.enlarge()
        else:
            self._play(self.wanted.get("audio") or self.wanted.get("video") or "")

    def enlarge(self) -> None:
        """The picture as large as the window; Enter, Esc or a click closes it."""
        for kind in ("big-image", "image"):
            pixmap = picture_of(self._files, self.wanted.get(kind, ""), LARGEST_SIDE)
            if pixmap is not None:
                LargePicture(pixmap, self.window()).open()
                return

    def _show_picture(self) -> None:
        address = self.wanted.get("image", "")
        if not address:
            return
        pixmap = picture_of(self._files, address, scaled(_WIDE))
        if pixmap is None:
            self._say_missing(address)
            return
        picture = _Picture(self)
        picture.setPixmap(fitted(pixmap, scaled(_WIDE), scaled(_HIGH)))
        picture.setToolTip(tr("Click or {key} to enlarge", key=OPEN_KEY))
        picture.setAccessibleName(tr("Picture of the question"))
        picture.setCursor(Qt.CursorShape.PointingHandCursor)
        picture.pressed.connect(self.enlarge)
        self._column.addWidget(picture, alignment=Qt.AlignmentFlag.AlignLeft)

    def _player(self, words: str, address: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(OPEN_KEY)
        button.clicked.connect(partial(self._play, address))
        return button

    def _play(self, address: str, _on: bool = False) -> None:
        data = self._files(name_of(address))
        if data is None:
            self._say_missing(address)
        elif not open_outside(data, address):
            self._say(tr("This computer has no programme that plays {file}.", file=name_of(address)))

    def _say_missing(self, address: str) -> None:
        self._say(tr("{file} did not come with the form.", file=name_of(address)))

    def _say(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.show()


class LargePicture(QDialog):
    """One picture over the window."""

    def __init__(self, pixmap: QPixmap, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Picture of the question"))
        picture = _Picture(self)
        room = parent.size()
        picture.setPixmap(fitted(pixmap, room.width() - scaled(80), room.height() - scaled(120)))
        picture.pressed.connect(self.accept)
        close = QPushButton(tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(picture, alignment=Qt.AlignmentFlag.AlignCenter)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
