"""A bar code: typed, typed by a scanner that ends with Enter, or read from a picture, the clipboard or the camera."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.background.tasks import Tasks
from fieldapp_ui.fields.answers.answer import Answer
from fieldapp_ui.fields.answers.buttons import ButtonRow
from fieldapp_ui.fields.answers.line import ComposingLine
from fieldapp_ui.fields.media.camera import camera_words, has_multimedia, take_photo
from fieldapp_ui.fields.media.codes_read import FoundCode, read_codes
from fieldapp_ui.fields.media.photo import read_picture
from fieldapp_ui.fields.media.upload import LARGEST_BYTES
from fieldapp_ui.language import tr

_SMALL = 500_000
"""A picture of so many pixels is read at once; a larger one beside the window."""
_SHOWN = 40


class _ScanLine(ComposingLine):
    """Signals: `pictured()` Ctrl+V with a picture on the clipboard; `descended()` Down, to the buttons."""

    pictured = Signal()
    descended = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A picture on the clipboard is read, a text is pasted."""
        mime = QGuiApplication.clipboard().mimeData()
        if event.matches(QKeySequence.StandardKey.Paste) and (mime.hasImage() or mime.hasUrls()):
            self.pictured.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.descended.emit()
        else:
            super().keyPressEvent(event)


class BarcodeAnswer(Answer):
    """The text of a code. Several codes in one picture are chosen by their digits."""

    def __init__(self, node: NodeState, tasks: Tasks | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._readonly, self._label = tasks, node.readonly, ""
        self._found: tuple[FoundCode, ...] = ()
        self.setAcceptDrops(True)
        self.line = _ScanLine(self)
        self.line.setPlaceholderText(tr("Scan or type the code"))
        self.line.committed.connect(lambda text: self.answered.emit(text.strip()))
        self.line.moved.connect(self.moved)
        self.line.pictured.connect(self.paste)
        self.row = ButtonRow(self)
        self.choose = self.row.add(tr("Read from a picture …"), self.ask, mark="import", role="quiet")
        self.row.add(tr("Paste a picture"), self.paste, mark="copy", role="quiet", tip="Ctrl+V")
        self.camera = self.row.add(tr("Camera"), self._photograph, mark="photo", role="quiet")
        self.camera.setEnabled(has_multimedia())
        self.camera.setToolTip(camera_words())
        self.line.descended.connect(lambda: self.row.first().setFocus(Qt.FocusReason.TabFocusReason))
        self.row.ascended.connect(self.line.setFocus)
        self.row.moved.connect(self.moved)
        self.row.pasted.connect(self.paste)
        self.row.typed.connect(self._choose)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.hide()
        self.several = ButtonRow(self)
        self.several.hide()
        self.several.moved.connect(self.moved)
        self.several.typed.connect(self._choose)
        self.several.ascended.connect(self.line.setFocus)
        self.line.textEdited.connect(lambda _: self._say("", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.line, self.told, self.several, self.row):
            column.addWidget(widget)
        self.show_node(node)

    def show_node(self, node: NodeState) -> None:
        """Shows the code's text."""
        self._readonly = node.readonly
        self.line.setReadOnly(node.readonly)
        self.row.setVisible(not node.readonly)
        self.line.show_text(node.value)

    def commit(self) -> None:
        """Reports the text being typed."""
        self.line.commit()

    def input(self) -> QWidget:
        """The line."""
        return self.line

    def name_for_readers(self, label: str) -> None:
        """The line and the buttons."""
        self._label = label
        self.line.setAccessibleName(label)
        self.row.name_for_readers(label)

    def ask(self) -> None:
        """A picture from disk."""
        words = f"{tr('Files')} (*.jpg *.jpeg *.png *.bmp *.webp)"
        chosen, _ = QFileDialog.getOpenFileName(self, self.choose.text(), "", words)
        if chosen:
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        """Reads the codes of a picture on disk."""
        try:
            data = path.read_bytes() if path.stat().st_size <= LARGEST_BYTES else b""
        except OSError:
            return self._say(
                "error", tr("{file} cannot be read. Check that the stick is still in.", file=path.name)
            )
        picture = read_picture(data, path.name)
        if isinstance(picture, str):
            return self._say("error", picture)
        return self.read(picture.image)

    def paste(self) -> None:
        """Reads the codes of a picture, or of a picture's file, on the clipboard."""
        mime = QGuiApplication.clipboard().mimeData()
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        image = mime.imageData() if mime.hasImage() else None
        if self._readonly:
            return
        if paths:
            self.take(paths[0])
        elif isinstance(image, QImage) and not image.isNull():
            self.read(image)
        else:
            self._say("error", tr("There is no picture on the clipboard. Copy it first, then press Ctrl+V."))

    def read(self, image: QImage) -> None:
        """Reads the codes of a picture: a small one at once, a large one beside the window."""
        if self._tasks is None or image.width() * image.height() <= _SMALL:
            self._take_found(read_codes(image))
            return
        self._say("caption", tr("Reading the picture …"))
        self._tasks.start(lambda handle: read_codes(image), owner=self, done=self._take_found)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture may be dropped on the question."""
        if not self._readonly and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """As choosing it."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.take(paths[0])
        event.acceptProposedAction()

    def _take_found(self, found: tuple[FoundCode, ...]) -> None:
        self._found = found
        if not found:
            self._say(
                "error",
                tr(
                    "No code was found in this picture. Take it nearer, sharp and straight, or type the code."
                ),
            )
        elif len(found) == 1:
            self._put(found[0])
        else:
            self._say(
                "caption",
                tr("There are {count} codes in this picture. Choose one by its digit.", count=len(found)),
            )
            for at, code in enumerate(found):
                self._offer(at, code)
            self.several.show()
            self.several.name_for_readers(self._label)
            self.several.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, at: int, code: FoundCode) -> None:
        short = code.text if len(code.text) <= _SHOWN else code.text[: _SHOWN - 1] + "…"
        words = f"{at + 1}  {short}".replace("&", "&&").replace("\n", " ")
        self.several.add(words, lambda: self._put(code), tip=code.kind)

    def _choose(self, digit: str) -> None:
        if 0 < int(digit) <= len(self._found) and self.several.isVisible():
            self._put(self._found[int(digit) - 1])

    def _put(self, code: FoundCode) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say("caption", tr("Read from the picture: {kind}", kind=code.kind))
        self.answered.emit(code.text)

    def _say(self, role: str, words: str) -> None:
        from fieldapp_ui.theme import wear_role

        self.several.clear()
        self.several.hide()
        wear_role(self.told, role)
        self.told.setText(f"✕ {words}" if role == "error" else words)
        self.told.setVisible(bool(words))

    def _photograph(self) -> None:
        take_photo(self, self.read, lambda words: self._say("error", words))
