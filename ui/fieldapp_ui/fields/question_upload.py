"""Answers that are files: a picture chosen from disk with its thumbnail, any other file by name, a drawn signature."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.fields.question_answer import BACK, ON, STAY, Answer, step_of
from fieldapp_ui.fields.signature_pad import SignaturePad
from fieldapp_ui.language import tr

_THUMBNAIL = 160
LARGEST_BYTES = 30_000_000
_FILTERS = {
    "image": "*.jpg *.jpeg *.png *.bmp *.webp",
    "audio": "*.mp3 *.m4a *.wav *.ogg *.amr",
    "video": "*.mp4 *.mov *.avi *.mkv *.3gp",
}


class Attachments(Protocol):
    """Where a chosen file goes and is read back from: the vault's encrypted attachments."""

    def put(self, data: bytes) -> str:
        """Keeps the bytes; "sha256:<hex>"."""

    def get(self, ref: str) -> bytes | None:
        """The bytes of a kept file, or None when this device does not hold them."""


class _FileButton(QPushButton):
    """Enter goes on; Space or a click opens the chooser."""

    def __init__(self, words: str, owner: Answer) -> None:
        super().__init__(words, owner)
        self._owner = owner

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event)
        if step != STAY:
            self._owner.moved.emit(step)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        self._owner.moved.emit(ON if on else BACK)
        return True


class UploadAnswer(Answer):
    """A file of the kind the form asks for. The raw answer is the kept file's reference."""

    def __init__(self, node: NodeState, attachments: Attachments, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attachments = attachments
        self._kind = node.parameters.get("mediatype", "image/*").partition("/")[0]
        self._value = ""
        self.choose = _FileButton(
            tr("Choose a picture …") if self._kind == "image" else tr("Choose a file …"), self
        )
        self.choose.setToolTip(tr("Space opens the chooser, Enter goes on."))
        self.choose.clicked.connect(self._ask)
        self.remove = QPushButton(tr("Remove"), self)
        self.remove.setProperty("role", "quiet")
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remove.clicked.connect(lambda: self.answered.emit(""))
        self.thumbnail = QLabel(self)
        self.trouble = QLabel(self)
        self.trouble.setProperty("role", "error")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self._lay_out()
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the thumbnail or says that a file is kept."""
        self.choose.setEnabled(not node.readonly)
        self.remove.setVisible(bool(node.value) and not node.readonly)
        if node.value != self._value or not node.value:
            self._value = node.value
            self._show_kept()

    def input(self) -> QWidget:
        """The button."""
        return self.choose

    def take(self, path: Path) -> None:
        """Keeps a file from disk and reports it."""
        try:
            size = path.stat().st_size
            data = path.read_bytes() if size <= LARGEST_BYTES else b""
        except OSError:
            return self._complain(
                tr("{file} cannot be read. Check that the stick is still in.", file=path.name)
            )
        if size > LARGEST_BYTES:
            return self._complain(tr("{file} is larger than 30 MB. Choose a smaller copy.", file=path.name))
        if self._kind == "image" and QImage.fromData(data).isNull():
            return self._complain(tr("{file} is not a picture this program can show.", file=path.name))
        self.trouble.hide()
        return self.answered.emit(self._attachments.put(data))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.thumbnail)
        column.addLayout(buttons)
        column.addWidget(self.trouble)

    def _ask(self) -> None:
        pattern = _FILTERS.get(self._kind, "*")
        chosen, _ = QFileDialog.getOpenFileName(self, self.choose.text(), "", f"{tr('Files')} ({pattern})")
        if chosen:
            self.take(Path(chosen))

    def _show_kept(self) -> None:
        self.thumbnail.clear()
        self.thumbnail.setVisible(bool(self._value))
        if not self._value:
            return
        data = self._attachments.get(self._value)
        if data is None:
            self.thumbnail.setText(tr("A file is kept; this device does not hold it."))
        elif self._kind == "image":
            self.thumbnail.setPixmap(_thumbnail(data))
        else:
            self.thumbnail.setText(tr("File kept, {size} KB", size=max(1, len(data) // 1024)))

    def _complain(self, words: str) -> None:
        self.trouble.setText("✕ " + words)
        self.trouble.show()


class SignatureAnswer(Answer):
    """A signature or drawing, kept as a PNG when the pad is left or confirmed."""

    def __init__(self, node: NodeState, attachments: Attachments, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attachments = attachments
        self.pad = SignaturePad(self)
        self.pad.drawn.connect(self._keep)
        self.clear = _FileButton(tr("Draw again"), self)
        self.clear.clicked.connect(self.pad.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pad)
        column.addWidget(self.clear, alignment=Qt.AlignmentFlag.AlignLeft)
        self.kept = QLabel(self)
        column.addWidget(self.kept)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """The pad while it is drawn on; the kept picture after the draft was opened again."""
        self.pad.setEnabled(not node.readonly)
        data = self._attachments.get(node.value) if node.value and self.pad.is_blank() else None
        self.kept.setVisible(data is not None)
        if data is not None:
            self.kept.setPixmap(_thumbnail(data))

    def input(self) -> QWidget:
        """The button under the pad."""
        return self.clear

    def _keep(self) -> None:
        self.answered.emit("" if self.pad.is_blank() else self._attachments.put(self.pad.png()))


def _thumbnail(data: bytes) -> QPixmap:
    pixmap = QPixmap()
    pixmap.loadFromData(data)
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return pixmap.scaled(_THUMBNAIL, _THUMBNAIL, keep, smooth) if not pixmap.isNull() else pixmap
