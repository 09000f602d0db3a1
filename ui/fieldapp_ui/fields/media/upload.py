"""Answers that are files: chosen from disk, pasted or dropped; kept at once under a name of our own making.

The rule it holds: the answer is the reference of the kept bytes; neither the form nor the file names anything on disk.
"""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.background.tasks import Tasks
from fieldapp_ui.fields.answers.answer import Answer
from fieldapp_ui.fields.answers.buttons import ButtonRow
from fieldapp_ui.language import tr

LARGEST_BYTES = 30_000_000
_SMALL = 300_000
"""Bytes that are looked at within a moment."""
_PATTERNS = {
    "image": "*.jpg *.jpeg *.png *.bmp *.webp *.heic *.heif",
    "audio": "*.mp3 *.m4a *.wav *.ogg *.amr *.aac",
    "video": "*.mp4 *.mov *.avi *.mkv *.3gp *.webm",
}


class Attachments(Protocol):
    """Where a chosen file goes and is read back from: the vault's encrypted attachments."""

    def put(self, data: bytes) -> str:
        """Keeps the bytes; "sha256:<hex>"."""

    def get(self, ref: str) -> bytes | None:
        """The bytes of a kept file, or None when this device does not hold them."""


class UploadAnswer(Answer):
    """A file of any kind; pictures and sounds are shown by the classes that stand on this one."""

    kind = "file"

    def __init__(
        self,
        node: NodeState,
        attachments: Attachments,
        parent: QWidget | None = None,
        *,
        tasks: Tasks | None = None,
    ) -> None:
        super().__init__(parent)
        self.attachments, self.tasks = attachments, tasks
        self.value = ""
        self.readonly = node.readonly
        self.setAcceptDrops(True)
        self.shown = QLabel(self)
        self.shown.setWordWrap(True)
        self.trouble = QLabel(self)
        self.trouble.setProperty("role", "error")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.row = ButtonRow(self)
        self.choose = self.row.add(
            self.choose_words(),
            self.ask,
            mark="import",
            tip=tr("Space opens the chooser, Enter goes on."),
        )
        self.add_buttons()
        self.remove = self.row.add(tr("Remove"), self.take_away, mark="delete", role="quiet", tip="Delete")
        self.row.moved.connect(self.leave)
        self.row.pasted.connect(self.paste)
        self.row.deleted.connect(self.take_away)
        self.lay_out()
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows what is kept."""
        self.readonly = node.readonly
        changed = node.value != self.value or not self.value
        self.value = node.value
        self.enable_buttons()
        if changed:
            self.show_kept()
        self.row.settle()

    def input(self) -> QWidget:
        """The button that opens the chooser, or the one that has the focus."""
        return self.row.first()

    def name_for_readers(self, label: str) -> None:
        """The question, and each button with it."""
        self.setAccessibleName(label)
        self.row.name_for_readers(label)

    def choose_words(self) -> str:
        """What stands on the button that opens the chooser."""
        return tr("Choose a file …")

    def add_buttons(self) -> None:
        """The buttons between choosing and removing."""
        self.paster = self.row.add(tr("Paste"), self.paste, mark="copy", role="quiet", tip="Ctrl+V")

    def enable_buttons(self) -> None:
        """What can be done now: nothing can be removed where nothing is kept."""
        self.row.setVisible(not self.readonly)
        self.remove.setVisible(bool(self.value) and not self.readonly)

    def lay_out(self) -> None:
        """The kept file above, the buttons, a complaint under them."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.shown)
        column.addWidget(self.row)
        column.addWidget(self.trouble)

    def prepared(self, data: bytes, name: str) -> bytes | str:
        """The bytes to keep, or a sentence that says why not. May run on any thread: it touches no widget."""
        return data

    def show_data(self, data: bytes) -> None:
        """Shows a kept file that this device holds."""
        self.shown.setText(tr("File kept, {size} KB", size=max(1, len(data) // 1024)))

    def take(self, path: Path) -> None:
        """Keeps a file from disk and reports it."""
        try:
            size = path.stat().st_size
            data = path.read_bytes() if size <= LARGEST_BYTES else b""
        except OSError:
            return self.complain(
                tr("{file} cannot be read. Check that the stick is still in.", file=path.name)
            )
        if size > LARGEST_BYTES:
            return self.complain(tr("{file} is larger than 30 MB. Choose a smaller copy.", file=path.name))
        if not data:
            return self.complain(tr("{file} is empty. Choose another file.", file=path.name))
        return self.keep(data, path.name)

    def keep(self, data: bytes, name: str) -> None:
        """Keeps bytes that came from a file, the clipboard or a device; `name` is for sentences only.

        What is large is looked at beside the window: turning a photo of a phone takes half a second.
        """
        if self.tasks is None or len(data) <= _SMALL:
            self._keep_fit(self.prepared(data, name))
            return
        self.shown.setText(tr("Reading the picture …") if self.kind == "image" else tr("Reading the file …"))
        self.shown.show()
        self.tasks.start(lambda handle: self.prepared(data, name), owner=self, done=self._keep_fit)

    def _keep_fit(self, fit: bytes | str) -> None:
        if isinstance(fit, str):
            self.show_kept()
            self.complain(fit)
            return
        self.trouble.hide()
        self.answered.emit(self.attachments.put(fit))

    def take_away(self) -> None:
        """A blank answer; taking the deed back brings the file again."""
        if self.value and not self.readonly:
            self.trouble.hide()
            self.answered.emit("")

    def paste(self) -> None:
        """What the clipboard holds, where it is a file or a picture this question takes."""
        self.receive(QGuiApplication.clipboard().mimeData())

    def receive(self, mime: QMimeData) -> None:
        """A file or picture that was pasted or dropped."""
        if self.readonly:
            return None
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        image = mime.imageData() if mime.hasImage() else None
        if len(paths) > 1:
            return self.complain(tr("These are {count} files; one answer is one file.", count=len(paths)))
        if paths:
            return self.take(paths[0])
        if isinstance(image, QImage) and not image.isNull():
            return self.take_image(image)
        return self.complain(tr("There is no file on the clipboard. Copy it first, then press Ctrl+V."))

    def take_image(self, image: QImage) -> None:
        """A picture that came as pixels: kept as a PNG where any file will do."""
        from fieldapp_ui.fields.media.photo import written

        if self.kind in ("audio", "video"):
            return self.complain(tr("A picture is on the clipboard; this question asks for another file."))
        return self.keep(written(image, "png"), tr("Picture"))

    def complain(self, words: str) -> None:
        """A sentence under the buttons."""
        self.trouble.setText("✕ " + words)
        self.trouble.show()

    def leave(self, step: int) -> None:
        """On or back."""
        self.commit()
        self.moved.emit(step)

    def ask(self) -> None:
        """Opens the chooser."""
        words = f"{tr('Files')} ({_PATTERNS.get(self.kind, '*')})"
        chosen, _ = QFileDialog.getOpenFileName(self, self.choose.text(), "", words)
        if chosen:
            self.take(Path(chosen))

    def show_kept(self) -> None:
        """The kept file, or that it is not here."""
        self.shown.clear()
        self.shown.setVisible(bool(self.value))
        data = self.attachments.get(self.value) if self.value else None
        if data is not None:
            self.show_data(data)
        elif self.value:
            self.shown.setText(tr("A file is kept; this device does not hold it."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures may be dropped anywhere on the question."""
        if not self.readonly and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """As pasting."""
        self.receive(event.mimeData())
        event.acceptProposedAction()
