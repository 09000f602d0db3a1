"""Pictures by keys: chosen, pasted, dropped, turned, made smaller, replaced and taken away."""

import struct
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from fieldapp_ui.fields.answers.answer import BACK, ON
from fieldapp_ui.fields.media.camera import has_multimedia
from fieldapp_ui.fields.media.image import ImageAnswer
from fieldapp_ui.fields.media.kept import kept_answer
from fieldapp_ui.fields.media.photo import read_picture, written
from fieldapp_ui.fields.media.sketch import SketchAnswer
from fieldapp_ui.fields.media.upload import LARGEST_BYTES, UploadAnswer


@pytest.fixture
def picture(shown, node, kept):
    def make(**parameters):
        asked = node("upload", parameters={"mediatype": "image/*", **parameters})
        return shown(ImageAnswer(asked, kept), asked)

    return make


def lying_jpeg(image: QImage) -> bytes:
    """A JPEG whose camera was held upright: its EXIF says that it has to be turned by a quarter."""
    plain = written(image, "jpeg")
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0)
    body = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + plain[2:]


def test_space_opens_the_chooser_and_the_file_is_kept_as_it_came(picture, kept, photo, monkeypatch):
    path = photo()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    asked = picture()
    asked.press(Qt.Key.Key_Space)
    assert kept.get(asked.answers[-1]) == path.read_bytes()
    assert not asked.answer.shown.pixmap().isNull()
    asked.press(Qt.Key.Key_Return)
    assert asked.moves == [ON]


def test_a_picture_is_pasted_from_the_clipboard(picture, kept, photo):
    QGuiApplication.clipboard().setImage(QImage(str(photo())))
    asked = picture()
    asked.control(Qt.Key.Key_V)
    assert QImage.fromData(kept.get(asked.answers[-1])).size().width() == 80


def test_a_copied_file_is_pasted_as_well(picture, kept, photo):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo()))])
    QGuiApplication.clipboard().setMimeData(mime)
    asked = picture()
    asked.control(Qt.Key.Key_V)
    assert len(kept.files) == 1


def test_an_empty_clipboard_is_said_in_words(picture):
    QGuiApplication.clipboard().setText("王家沟")
    asked = picture()
    asked.control(Qt.Key.Key_V)
    assert asked.answers == []
    assert "Ctrl+V" in asked.answer.trouble.text()


def test_a_file_is_dropped_on_the_question(picture, kept, photo):
    asked, mime = picture(), QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo()))])
    left, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(9, 9), copy, mime, left, none)
    QApplication.sendEvent(asked.answer, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(asked.answer, QDropEvent(QPointF(9, 9), copy, mime, left, none))
    assert asked.answers == ["sha256:0"]


def test_two_files_at_once_are_refused(picture, photo):
    asked, mime = picture(), QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo(f"{n}.png"))) for n in "ab"])
    asked.answer.receive(mime)
    assert asked.answers == []
    assert asked.answer.trouble.isVisible()


def test_delete_takes_the_picture_away_and_the_value_brings_it_back(picture, photo):
    asked = picture()
    asked.answer.take(photo())
    first = asked.answers[-1]
    asked.press(Qt.Key.Key_Delete)
    assert asked.answers[-1] == ""
    assert not asked.answer.shown.isVisible()
    asked.show(first)
    assert not asked.answer.shown.pixmap().isNull()


def test_choosing_again_replaces_the_picture(picture, kept, photo):
    asked = picture()
    asked.answer.take(photo("a.png"))
    asked.answer.take(photo("b.png", width=20))
    assert asked.node.value == asked.answers[-1] == "sha256:1"
    assert "Replace" in asked.answer.choose.text()


def test_the_form_says_how_many_pixels_a_picture_may_have(picture, kept, photo):
    asked = picture(**{"max-pixels": "40"})
    asked.answer.take(photo(width=80, height=60))
    image = QImage.fromData(kept.get(asked.answers[-1]))
    assert (image.width(), image.height()) == (40, 30)


def test_a_photo_that_lies_is_turned_upright_and_loses_its_orientation(picture, kept, photo, tmp_path):
    path = tmp_path / "phone.jpg"
    path.write_bytes(lying_jpeg(QImage(str(photo()))))
    asked = picture()
    asked.answer.take(path)
    data = kept.get(asked.answers[-1])
    image = QImage.fromData(data)
    assert (image.width(), image.height()) == (60, 80)
    assert b"Exif" not in data
    assert image.pixelColor(30, 5).red() > image.pixelColor(30, 75).red()


def test_a_heic_photo_is_refused_with_the_way_out(picture, tmp_path):
    path = tmp_path / "IMG_0001.HEIC"
    path.write_bytes(b"\0\0\0\x18ftypheic" + bytes(40))
    asked = picture()
    asked.answer.take(path)
    assert asked.answers == []
    assert "JPEG" in asked.answer.trouble.text()


@pytest.mark.parametrize(("name", "content"), [("notes.png", b"no picture"), ("empty.png", b"")])
def test_what_is_no_picture_is_refused(picture, tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    asked = picture()
    asked.answer.take(path)
    assert asked.answers == []
    assert name in asked.answer.trouble.text()


def test_a_picture_with_a_false_size_takes_no_memory():
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", 13)
        + b"IHDR"
        + struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0)
    )
    assert isinstance(read_picture(bomb + bytes(64), "bomb.png"), str)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(shown, node, kept, tmp_path):
    path = tmp_path / "long.mp4"
    with path.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    asked = node("upload", parameters={"mediatype": "application/*"})
    there = shown(UploadAnswer(asked, kept), asked)
    there.answer.take(path)
    assert kept.files == {}
    assert "30 MB" in there.answer.trouble.text()


def test_a_readonly_picture_is_shown_without_buttons(shown, node, kept, photo):
    ref = kept.put(photo().read_bytes())
    asked = node("upload", readonly=True, value=ref, parameters={"mediatype": "image/*"})
    there = shown(ImageAnswer(asked, kept), asked)
    assert not there.answer.row.isVisible()
    assert not there.answer.shown.pixmap().isNull()


def test_without_the_camera_part_the_button_is_grey_and_says_why(picture):
    asked = picture()
    assert asked.answer.camera.isEnabled() == has_multimedia()
    assert asked.answer.camera.toolTip()


def test_arrows_walk_over_the_buttons_and_shift_enter_goes_back(picture, photo):
    asked = picture()
    asked.answer.take(photo())
    seen = [asked.focus().text()]
    for _ in range(4):
        asked.press(Qt.Key.Key_Right)
        seen.append(asked.focus().text())
    assert "Remove" in seen
    assert len(set(seen)) >= 4
    asked.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert asked.moves == [BACK]


def drawn(shown, node, kept, mode, **changes):
    asked = node("upload", appearance=mode, parameters={"mediatype": "image/*"}, **changes)
    return shown(kept_answer(asked, [mode], kept), asked)


def test_a_signature_is_kept_when_it_is_left_and_cleared_by_delete(shown, node, kept):
    asked = drawn(shown, node, kept, "signature")
    asked.stroke(asked.answer.pad, QPoint(30, 40), QPoint(120, 70))
    assert asked.answers == []  # the hand may go on
    asked.press(Qt.Key.Key_Return)
    assert kept.get(asked.answers[-1]).startswith(b"\x89PNG")
    assert asked.moves == [ON]
    asked.press(Qt.Key.Key_Delete)
    assert asked.answers[-1] == ""
    assert asked.answer.pad.is_blank()


def test_a_touch_that_does_not_move_signs_nothing(shown, node, kept):
    asked = drawn(shown, node, kept, "signature")
    asked.stroke(asked.answer.pad, QPoint(30, 40), QPoint(30, 40))
    asked.qtbot.mouseClick(asked.answer.pad, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    asked.answer.commit()
    assert len(kept.files) <= 1


def test_strokes_that_follow_each_other_are_one_file(shown, node, kept):
    asked = drawn(shown, node, kept, "draw")
    for y in (20, 60, 100):
        asked.stroke(asked.answer.pad, QPoint(20, y), QPoint(200, y))
    asked.answer.commit()
    assert len(kept.files) == 1


def test_a_digit_chooses_the_pen_and_control_z_takes_a_stroke_back(shown, node, kept):
    asked = drawn(shown, node, kept, "draw")
    asked.type("2")
    asked.stroke(asked.answer.pad, QPoint(20, 20), QPoint(200, 20))
    asked.answer.commit()
    colours = red_pixels(QImage.fromData(kept.get(asked.answers[-1])))
    assert colours > 0
    asked.control(Qt.Key.Key_Z)
    asked.answer.commit()
    assert asked.answers[-1] == ""


def test_marks_on_a_photo_are_kept_as_one_picture_and_go_before_the_photo_does(shown, node, kept, photo):
    asked = drawn(shown, node, kept, "annotate")
    asked.answer.take(photo(width=400, height=300))
    plain = asked.node.value
    asked.type("4")
    asked.stroke(asked.answer.pad, QPoint(40, 40), QPoint(150, 120))
    asked.answer.commit()
    marked = asked.node.value
    assert marked != plain
    assert QImage.fromData(kept.get(marked)).width() == 400
    asked.press(Qt.Key.Key_Delete)
    asked.answer.commit()
    assert asked.node.value == plain
    asked.press(Qt.Key.Key_Delete)
    assert asked.node.value == ""


def test_a_drawing_of_an_opened_draft_is_shown_and_drawn_on(shown, node, kept):
    ground = QImage(1200, 800, QImage.Format.Format_RGB32)
    ground.fill(QColor("#FFFFFF"))
    before = kept.put(written(ground, "png"))
    asked = drawn(shown, node, kept, "draw", value=before)
    assert asked.answer.pad.is_blank()
    asked.stroke(asked.answer.pad, QPoint(20, 20), QPoint(200, 20))
    asked.answer.commit()
    assert asked.node.value not in ("", before)
    asked.control(Qt.Key.Key_Z)
    asked.answer.commit()
    assert asked.node.value == before


def red_pixels(image: QImage) -> int:
    return sum(
        1
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
        if image.pixelColor(x, y).red() > 180 and image.pixelColor(x, y).green() < 90
    )


@pytest.mark.parametrize(
    ("words", "mediatype", "kind"),
    [
        (["signature"], "image/*", SketchAnswer),
        (["draw"], "image/*", SketchAnswer),
        (["annotate"], "image/*", SketchAnswer),
        ([], "image/*", ImageAnswer),
        ([], "application/*", UploadAnswer),
    ],
)
def test_the_kind_of_file_decides_the_input(qapp, node, kept, words, mediatype, kind):
    answer = kept_answer(node("upload", parameters={"mediatype": mediatype}), words, kept)
    assert type(answer) is kind
    answer.name_for_readers("房屋照片")
    assert answer.input().accessibleName().startswith("房屋照片")


def test_no_name_of_a_file_reaches_what_is_kept(picture, kept, photo):
    asked = picture()
    asked.answer.take(Path(photo("..%2f..%2fevil.png")))
    assert asked.answers == ["sha256:0"]


def test_an_empty_pad_has_the_focus_and_enter_and_tab_go_on(shown, node, kept):
    asked = drawn(shown, node, kept, "signature")
    assert asked.focus() is asked.answer.pad
    asked.press(Qt.Key.Key_Return)
    asked.press(Qt.Key.Key_Tab)
    assert (asked.moves, asked.answers) == ([ON, ON], [])
    assert not asked.answer.paster.isVisible()


def test_down_leads_from_the_pad_to_its_buttons_and_up_back(shown, node, kept):
    asked = drawn(shown, node, kept, "draw")
    asked.stroke(asked.answer.pad, QPoint(20, 20), QPoint(200, 20))
    asked.press(Qt.Key.Key_Down)
    assert asked.focus().text() == "Take back a stroke"
    asked.press(Qt.Key.Key_Space)
    assert asked.answer.pad.is_blank()
    asked.answer.pad.setFocus()
    asked.press(Qt.Key.Key_Up)
    assert asked.focus() is asked.answer.pad


def test_a_large_photo_is_turned_beside_the_window(qtbot, shown, node, kept, photo, tmp_path, tasks):
    path = tmp_path / "phone.jpg"
    path.write_bytes(lying_jpeg(QImage(str(photo()))) + bytes(400_000))
    asked = node("upload", parameters={"mediatype": "image/*"})
    there = shown(ImageAnswer(asked, kept, tasks=tasks), asked)
    there.answer.take(path)
    assert there.answers == []
    qtbot.waitUntil(lambda: there.answers == ["sha256:0"])
    assert QImage.fromData(kept.get("sha256:0")).width() == 60
    there.answer.keep(b"no picture" * 50_000, "notes.png")
    qtbot.waitUntil(there.answer.trouble.isVisible)
    assert len(there.answers) == 1
