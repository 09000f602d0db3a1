"""Files of a fact: chosen from disk, kept in the vault at once, shown as small pictures or by their size."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from fieldapp.errors import UserError
from fieldapp.store.files.attachments import get, put
from fieldapp.store.files.thumbnails import thumb_of
from fieldapp_ui.desk import Desk
from fieldapp_ui.fields.answers.answer import STAY, step_of
from fieldapp_ui.fields.media.photo import within
from fieldapp_ui.fields.media.upload import LARGEST_BYTES
from fieldapp_ui.language import tr
from fieldapp_ui.windows.parts import button, emptied, label

THUMBNAIL = 72


class _Chooser(QPushButton):
    """Enter goes on, Space or a click opens the chooser. Signals: `stepped(int)`, `escaped()`."""

    stepped = Signal(int)
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event)
        if step != STAY:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class FileEntry(QWidget):
    """Several files; the value is their references by spaces.

    Signals: `kept(int)`, `given_up()` as FactLine's; `answered()` after a file was added or taken away.
    """

    kept = Signal(int)
    given_up = Signal()
    left = Signal()
    answered = Signal()

    def __init__(self, desk: Desk, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._refs = value.split()
        self.choose = _Chooser(tr("Add a photo or file …"))
        self.choose.setToolTip(tr("Space opens the chooser, Enter goes on."))
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._ask)
        self.choose.stepped.connect(self.kept)
        self.choose.escaped.connect(self.given_up)
        self.trouble = label("", "error", wrap=True)
        self.trouble.hide()
        self._shown = QHBoxLayout()
        self._shown.setSpacing(desk.theme.px(8))
        line = QHBoxLayout()
        line.addWidget(self.choose)
        line.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addLayout(self._shown)
        lines.addLayout(line)
        lines.addWidget(self.trouble)
        self.setFocusProxy(self.choose)
        self._show()

    def typed(self) -> str:
        """The references, by spaces."""
        return " ".join(self._refs)

    def take(self, paths: Sequence[Path]) -> None:
        """Keep files from disk; one that cannot be read is said."""
        self.trouble.hide()
        for path in paths:
            words = self._keep(path)
            if words:
                self.trouble.setText(f"✕ {words}")
                self.trouble.show()
        self._show()
        self.answered.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.choose.setFocus(event.reason())

    def _keep(self, path: Path) -> str:
        try:
            if path.stat().st_size > LARGEST_BYTES:
                return tr("{file} is larger than 30 MB. Choose a smaller copy.", file=path.name)
            ref = put(self._desk.vault, path.read_bytes())
        except OSError:
            return tr("{file} cannot be read. Check that the stick is still in.", file=path.name)
        except UserError as refused:
            return refused.sentence(tr)
        if ref not in self._refs:
            self._refs.append(ref)
        return ""

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, self.choose.text())
        if chosen:
            self.take([Path(one) for one in chosen])

    def _drop(self, ref: str) -> None:
        self._refs.remove(ref)
        self._show()
        self.answered.emit()

    def _show(self) -> None:
        emptied(self._shown)
        for ref in self._refs:
            self._shown.addWidget(file_tile(self._desk, ref))
            self._shown.addWidget(button(tr("Remove"), partial(self._drop, ref), role="quiet"))
        self._shown.addStretch(1)


def file_tiles(desk: Desk, refs: str) -> QWidget:
    """The kept files of a fact side by side."""
    shown = QWidget()
    row = QHBoxLayout(shown)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(desk.theme.px(8))
    for ref in refs.split():
        row.addWidget(file_tile(desk, ref))
    row.addStretch(1)
    return shown


def file_tile(desk: Desk, ref: str) -> QToolButton:
    """A kept file as a small picture, or by its size; a click opens it in full."""
    tile = QToolButton()
    tile.setAutoRaise(True)
    tile.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    try:
        data = get(desk.vault, ref)
    except UserError as missing:
        _show_missing(desk, tile, ref, missing)
        return tile
    image = QImage.fromData(data)
    side = desk.theme.px(THUMBNAIL)
    if image.isNull():
        tile.setText(tr("File, {size} KB", size=max(1, len(data) // 1024)))
    else:
        small = image.scaled(
            side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        tile.setIcon(QIcon(QPixmap.fromImage(small)))
        tile.setIconSize(QSize(side, side))
        tile.setAccessibleName(tr("Photo"))
        tile.setToolTip(tr("Show it in full"))
        tile.clicked.connect(lambda: show_picture(tile, image))
    return tile


def _show_missing(desk: Desk, tile: QToolButton, ref: str, missing: UserError) -> None:
    """The small picture where that has come before the file, else words alone."""
    tile.setText(tr("not on this computer"))
    tile.setToolTip(missing.sentence(tr))
    small = thumb_of(desk.vault, ref) if missing.code == "attachment.missing" else None
    image = QImage.fromData(small) if small else QImage()
    if image.isNull():
        return
    side = desk.theme.px(THUMBNAIL)
    tile.setIcon(QIcon(QPixmap.fromImage(within(image, side))))
    tile.setIconSize(QSize(side, side))
    tile.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    tile.setText(tr("The whole picture has not come yet"))
    tile.setAccessibleName(tr("Photo"))
    tile.clicked.connect(lambda: show_picture(tile, image))


def show_picture(owner: QWidget, image: QImage) -> None:
    """A picture in a window of its own, as large as the screen allows."""
    from PySide6.QtWidgets import QDialog, QLabel

    dialog = QDialog(owner.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(tr("Photo"))
    room = owner.window().size() * 0.85
    shown = QLabel()
    shown.setPixmap(
        QPixmap.fromImage(image).scaled(
            room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    )
    QVBoxLayout(dialog).addWidget(shown)
    dialog.open()
