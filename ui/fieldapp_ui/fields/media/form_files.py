"""Pictures, sound and films that came with a form: found by the last part of their address, shown small or large."""

import tempfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPixmap

from fieldapp.forms.reading.attachment_names import file_name
from fieldapp_ui.fields.media.photo import thumbnail

FormFiles = Callable[[str], bytes | None]
"""The bytes of a file that came with the form by its bare name; None where it did not come."""
LARGEST_SIDE = 1600
CHOICE_SIDE = 240
_SOUNDS = (".mp3", ".m4a", ".wav", ".ogg", ".oga", ".amr", ".aac", ".flac", ".opus")
_FILMS = (".mp4", ".m4v", ".mov", ".avi", ".mkv", ".3gp", ".webm", ".mpg", ".mpeg")
PLAYED = frozenset(_SOUNDS + _FILMS)
"""Only these are handed to the system: a form comes from outside, and a programme is no sound."""


def no_files(_name: str) -> bytes | None:
    """A form that came alone."""
    return None


def name_of(address: str) -> str:
    """`house.png` of `jr://images/house.png`."""
    return address.rpartition("/")[2]


def picture_of(files: FormFiles, address: str, side: int = CHOICE_SIDE) -> QPixmap | None:
    """The picture of `jr://images/<name>`, at most `side` wide and high; None where there is none or it is none."""
    data = files(name_of(address)) if address else None
    small = thumbnail(data, side) if data else QPixmap()
    return None if small.isNull() else small


def open_outside(data: bytes, address: str) -> bool:
    """Plays a sound or film with the system's own player. False when it is none, or there is no player.

    The copy stands in the system's folder for passing files, named as the form names it.
    """
    safe = "".join(letter if letter.isalnum() or letter in "._-" else "_" for letter in name_of(address))[
        -80:
    ]
    if file_name(address) is None or PurePosixPath(safe).suffix.lower() not in PLAYED:
        return False
    file = Path(tempfile.mkdtemp(prefix="form-media-")) / safe
    file.write_bytes(data)
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def fitted(pixmap: QPixmap, width: int, height: int) -> QPixmap:
    """The picture within a box, never larger than it is."""
    if pixmap.width() <= width and pixmap.height() <= height:
        return pixmap
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return pixmap.scaled(width, height, keep, smooth)
