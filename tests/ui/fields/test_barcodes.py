"""Codes by a scanner's keys, out of pictures, and several in one picture."""

import io

import pytest
import segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog

from fieldapp_ui.fields.answers.answer import ON
from fieldapp_ui.fields.media.barcode import BarcodeAnswer
from fieldapp_ui.fields.media.codes_read import read_codes


def qr(*texts: str, scale: int = 4) -> QImage:
    """QR codes one under the other on white paper."""
    codes = []
    for text in texts:
        kept = io.BytesIO()
        segno.make(text, error="m").save(kept, kind="png", scale=scale, border=6)
        codes.append(QImage.fromData(kept.getvalue()))
    paper = QImage(max(c.width() for c in codes), sum(c.height() for c in codes), QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter, top = QPainter(paper), 0
    for code in codes:
        painter.drawImage(0, top, code)
        top += code.height()
    painter.end()
    return paper


@pytest.fixture
def barcode(shown, node):
    def make(tasks=None, **changes):
        asked = node(type="barcode", **changes)
        return shown(BarcodeAnswer(asked, tasks), asked)

    return make


def test_a_scanner_types_the_code_and_its_enter_goes_on(barcode):
    asked = barcode()
    asked.type("6901234567892")
    asked.press(Qt.Key.Key_Return)
    assert (asked.answers, asked.moves) == (["6901234567892"], [ON])


def test_a_code_is_read_out_of_a_picture_by_keys(barcode, tmp_path, monkeypatch):
    path = tmp_path / "label.png"
    qr("户-99010100120107").save(str(path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    asked = barcode()
    asked.press(Qt.Key.Key_Down)
    asked.press(Qt.Key.Key_Space)
    assert asked.answers == ["户-99010100120107"]
    assert asked.focus() is asked.answer.line


def test_a_picture_on_the_clipboard_is_read_by_control_v(barcode):
    QGuiApplication.clipboard().setImage(qr("DEMO-7"))
    asked = barcode()
    asked.control(Qt.Key.Key_V)
    assert asked.answers == ["DEMO-7"]


def test_a_text_on_the_clipboard_is_pasted_as_text(barcode):
    QGuiApplication.clipboard().setText("DEMO-8")
    asked = barcode()
    asked.control(Qt.Key.Key_V)
    asked.press(Qt.Key.Key_Return)
    assert asked.answers == ["DEMO-8"]


def test_of_several_codes_one_is_chosen_by_its_digit(barcode):
    asked = barcode()
    asked.answer.read(qr("FIRST", "SECOND"))
    assert asked.answers == []
    assert asked.answer.several.isVisible()
    asked.type("2")
    assert asked.answers == ["SECOND"]
    assert not asked.answer.several.isVisible()


def test_a_picture_without_a_code_says_what_to_do(barcode, photo):
    asked = barcode()
    asked.answer.take(photo())
    assert asked.answers == []
    assert "No code" in asked.answer.told.text()


def test_what_is_no_picture_is_said(barcode, tmp_path):
    path = tmp_path / "notes.png"
    path.write_text("no picture")
    asked = barcode()
    asked.answer.take(path)
    assert "notes.png" in asked.answer.told.text()


def test_a_large_picture_is_read_beside_the_window(qtbot, barcode, tasks):
    asked = barcode(tasks)
    large = qr("LARGE").scaled(1600, 1600)
    asked.answer.read(large)
    assert asked.answers == []
    qtbot.waitUntil(lambda: asked.answers == ["LARGE"])


def test_the_same_code_twice_is_one():
    assert [code.text for code in read_codes(qr("SAME", "SAME"))] == ["SAME"]


def test_an_empty_picture_holds_no_code(qapp):
    assert read_codes(QImage()) == ()
