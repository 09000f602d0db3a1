"""The small picture of a photo: at most 10 KB whatever the photo, and shown in words where the photo has not come."""

import random

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from fieldapp.store.files.attachments import folder_of, want_files
from fieldapp.store.files.thumbnails import LARGEST_THUMBNAIL, is_thumbnail, keep_thumb
from fieldapp.store.save import Change, save, seen_of
from fieldapp_ui.background.thumbnails import small_picture
from fieldapp_ui.fields.media.file_entry import file_tile

VILLAGE = "990101001201"


def saved(image: QImage, kind: str) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(kept.data())


def noise(width: int, height: int) -> QImage:
    """What compresses worst."""
    data = random.Random(3).randbytes(width * height * 4)
    return QImage(data, width, height, QImage.Format.Format_RGB32).copy()


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize(("width", "height"), [(1600, 900), (300, 1200), (20, 20)])
def test_any_picture_becomes_a_small_one(qapp, kind: str, width: int, height: int) -> None:
    made = small_picture(saved(noise(width, height), kind))
    assert made is not None
    assert is_thumbnail(made)
    assert len(made) <= LARGEST_THUMBNAIL
    small = QImage.fromData(made)
    assert 16 <= max(small.width(), small.height()) <= 320
    assert abs(small.width() / small.height() - width / height) < 0.2


@pytest.mark.qt_log_ignore("JPEG")
def test_what_is_clear_becomes_white_and_what_is_no_picture_has_none(qapp) -> None:
    clear = QImage(60, 60, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    made = small_picture(saved(clear, "PNG"))
    assert made is not None
    assert QImage.fromData(made).pixelColor(30, 30).lightness() > 240
    for no_picture in (b"", b"<xml/>", b"\xff\xd8\xff" + bytes(100), b"\x89PNG\r\n\x1a\n"):
        assert small_picture(no_picture) is None


def test_a_photo_that_has_not_come_is_shown_small_and_says_so(desk, vault, qtbot) -> None:
    photo = noise(200, 150)
    ref = "sha256:" + "ab" * 32
    changes = [Change("submission", None, "add", {"form": "visit", "xml": ref})]
    save(vault, VILLAGE, "form", changes, seen=seen_of(vault, VILLAGE))
    bare = file_tile(desk, ref)
    qtbot.addWidget(bare)
    assert bare.text() == "not on this computer"
    assert bare.icon().isNull()
    with vault.transaction():
        want_files(vault.ledger, ref, VILLAGE)
    small = small_picture(saved(photo, "PNG"))
    assert small is not None
    assert keep_thumb(vault.ledger, folder_of(vault), "ab" * 32, small)
    tile = file_tile(desk, ref)
    qtbot.addWidget(tile)
    assert tile.text() == "The whole picture has not come yet"
    assert not tile.icon().isNull()
    assert "Sync" in tile.toolTip()
