"""A photo on its way: kept on the card, over the internet as a small picture only; the whole one follows by stick."""

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF
from PySide6.QtWidgets import QToolButton

from fieldapp.store import Vault
from fieldapp.store.files.attachments import PREFIX, folder_of
from fieldapp.store.files.thumbnails import thumb_of
from fieldapp.store.records import record
from fieldapp_ui.demo.hands import Hands
from fieldapp_ui.demo.stage import Stage
from fieldapp_ui.demo.sync_road import find_field, open_card, open_field
from fieldapp_ui.fields.media.file_entry import FileEntry
from fieldapp_ui.language import tr
from fieldapp_ui.windows.frame import Frame

WIDTH, HEIGHT, QUALITY = 1600, 1200, 92
NAME = "house.jpg"


def put_a_photo(stage: Stage, frame: Frame, hands: Hands, household: str) -> str:
    """A picture from a file into the card's field; gives its reference."""
    with stage.step("a photo on the card") as step:
        path = _paint_house(stage.folder / NAME)
        open_card(frame, hands)
        row = open_field(frame, hands, "photo")
        entry = row.entry
        assert isinstance(entry, FileEntry)
        hands.answer_file(path, lambda: hands.press(Qt.Key.Key_Space))
        hands.give_back()
        hands.until(entry.typed, "the photo in the field")
        hands.tab_to(entry.choose)
        hands.enter()
        hands.until(lambda: row.entry is None, "the photo kept")
        home = record(frame.desk.vault, "household", household)
        assert home is not None
        photo = str(home.values["photo"])
        assert _is_whole(frame.desk.vault, photo)
        step.checked = f"{path.stat().st_size // 1024} KB, kept encrypted and named by what is in it"
    return photo


def see_the_small_picture(stage: Stage, frame: Frame, hands: Hands, photo: str) -> None:
    """The small picture has come, the whole one has not, and the card says so."""
    with stage.step("the photo has come as a small picture") as step:
        vault = frame.desk.vault
        small = thumb_of(vault, photo)
        assert small
        assert not _is_whole(vault, photo)
        _show_photo(frame, hands)
        step.screenshot = hands.snap("78-small-picture")
        step.checked = (
            f"{len(small) / 1000:.1f} KB over the internet; the whole photo waits for a LAN or a stick"
        )


def see_the_whole_picture(frame: Frame, hands: Hands, photo: str) -> str:
    """The card with the whole photo; gives what was checked."""
    assert _is_whole(frame.desk.vault, photo)
    _show_photo(frame, hands)
    shown = [tile.text() for tile in find_field(frame, hands, "photo").findChildren(QToolButton)]
    assert tr("The whole picture has not come yet") not in shown, shown
    size = folder_of(frame.desk.vault).size(photo.removeprefix(PREFIX))
    return f"the whole photo of {size // 1024} KB is here, and right by its hash"


def _show_photo(frame: Frame, hands: Hands) -> None:
    open_card(frame, hands)
    find_field(frame, hands, "photo")
    hands.wait()


def _is_whole(vault: Vault, photo: str) -> bool:
    return folder_of(vault).holds(photo.removeprefix(PREFIX))


def _paint_house(path: Path) -> Path:
    """A house that nobody lives in."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("#b9d6e8"))
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, x, y, wide, high in (
        ("#8a9a5b", 0, 820, WIDTH, HEIGHT - 820),
        ("#c9b18d", 360, 480, 880, 420),
        ("#6b4a32", 720, 620, 170, 280),
        ("#f2efe4", 450, 580, 180, 170),
        ("#f2efe4", 980, 580, 180, 170),
    ):
        painter.fillRect(x, y, wide, high, QColor(colour))
    painter.setBrush(QColor("#7d4c3c"))
    painter.drawPolygon(QPolygonF([QPointF(300, 490), QPointF(800, 240), QPointF(1300, 490)]))
    # Tiles and grass: a plain picture would be smaller than any photo.
    for at in range(24_000):
        x, y = at * 7919 % WIDTH, at * 104_729 % HEIGHT
        shade = image.pixelColor(x, y).darker(104 + at % 17)
        painter.fillRect(x, y, 6, 3, shade)
    painter.end()
    image.save(str(path), quality=QUALITY)
    return path
