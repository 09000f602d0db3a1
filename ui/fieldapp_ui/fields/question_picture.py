"""Pictures that came with a form, for its choices and labels: found by the last part of their address, shown small."""

from collections.abc import Callable

from PySide6.QtGui import QPixmap

from fieldapp_ui.fields.question_photo import thumbnail

FormFiles = Callable[[str], bytes | None]
"""The bytes of a file that came with the form by its bare name; None where it did not come."""
_SIDE = 96


def no_files(name: str) -> bytes | None:
    """A form that came alone."""
    return None


def picture_of(files: FormFiles, address: str) -> QPixmap | None:
    """The picture of `jr://images/<name>`; None where there is none or it is no picture."""
    data = files(address.rpartition("/")[2])
    small = thumbnail(data, _SIDE) if data else QPixmap()
    return None if small.isNull() else small
