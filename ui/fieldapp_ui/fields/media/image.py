"""An answer that is a picture: file, clipboard, drop or camera; shown small, turned as it was taken, never too large."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from fieldapp.forms import NodeState
from fieldapp_ui.background.tasks import Tasks
from fieldapp_ui.fields.media.camera import camera_words, has_multimedia, take_photo
from fieldapp_ui.fields.media.photo import longest_side, picture_of, read_picture, thumbnail
from fieldapp_ui.fields.media.upload import Attachments, UploadAnswer
from fieldapp_ui.language import tr

_LINES = 9
"""The height of the small picture in lines of type."""


class ImageAnswer(UploadAnswer):
    """Replace by choosing again; what was there comes back by taking the deed back."""

    kind = "image"

    def __init__(
        self,
        node: NodeState,
        attachments: Attachments,
        parent: QWidget | None = None,
        *,
        tasks: Tasks | None = None,
    ) -> None:
        self.longest = longest_side(node.parameters.get("max-pixels", ""))
        super().__init__(node, attachments, parent, tasks=tasks)

    def choose_words(self) -> str:
        """A picture is what is asked."""
        return tr("Choose a picture …")

    def add_buttons(self) -> None:
        """Paste, camera, and the picture in full."""
        super().add_buttons()
        self.camera = self.row.add(tr("Camera"), self._photograph, mark="photo", role="quiet")
        self.camera.setEnabled(has_multimedia())
        self.camera.setToolTip(camera_words())
        self.full = self.row.add(tr("Show it in full"), self._show_full, mark="eye", role="quiet")

    def enable_buttons(self) -> None:
        """With a picture kept, choosing means replacing."""
        super().enable_buttons()
        self.choose.setText(tr("Replace the picture …") if self.value else self.choose_words())
        self.full.setVisible(bool(self.value))

    def prepared(self, data: bytes, name: str) -> bytes | str:
        """The right way up and small enough; a sentence for what is no picture."""
        picture = read_picture(data, name, self.longest)
        return picture if isinstance(picture, str) else picture.data

    def take_image(self, image: QImage) -> None:
        """From the clipboard or the camera."""
        self.trouble.hide()
        self.answered.emit(self.attachments.put(picture_of(image, self.longest).data))

    def show_data(self, data: bytes) -> None:
        """The picture, small."""
        side = self.fontMetrics().height() * _LINES
        small = thumbnail(data, side, self.devicePixelRatioF())
        if small.isNull():
            self.shown.setText(tr("File kept, {size} KB", size=max(1, len(data) // 1024)))
            return
        self.shown.setPixmap(small)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.shown.setAccessibleName(tr("Photo"))

    def _show_full(self) -> None:
        from fieldapp_ui.fields.media.file_entry import show_picture

        data = self.attachments.get(self.value) if self.value else None
        picture = read_picture(data, "") if data is not None else ""
        if not isinstance(picture, str):
            show_picture(self, picture.image)

    def _photograph(self) -> None:
        take_photo(self, self.take_image, self.complain)
