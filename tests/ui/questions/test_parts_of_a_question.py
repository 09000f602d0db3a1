"""Label, hint, explanation, media and soft checks around an input; words of a form can load nothing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from fieldapp.forms import Violation
from fieldapp_ui.fields.answers.colour import READABLE, contrast, legible
from fieldapp_ui.fields.answers.words import plain, rich
from fieldapp_ui.fields.media import form_files
from fieldapp_ui.fields.media.form_files import open_outside
from fieldapp_ui.theme import Look, Theme

ALT = Qt.KeyboardModifier.AltModifier


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**粗** 和 _斜_", "<b>粗</b> 和 <i>斜</i>"),
        ("见[手册](http://x.y/z)", "见<u>手册</u>"),
        ("# 一\n- 二", '<span style="font-size:large"><b>一</b></span><br>•\u00a0二'),
        ("a_b_c 2*3*4", "a_b_c 2*3*4"),
        (r"\*不斜\* \_也不\_", "*不斜* _也不_"),
        ("1 < 2 & 3", "1 &lt; 2 &amp; 3"),
        ("一<br>二", "一<br>二"),
        ('<img src="http://x/y.png"><script>x</script>z', "xz"),
        ('<a href="file:///etc/passwd">x</a>', "x"),
        ('<span style="background:url(http://x)">x</span>', "x"),
        ('<span style="color:#000080" onclick="x">x</span>', '<span style="color:#000080">x</span>'),
    ],
)
def test_markdown_becomes_safe_words(qapp, text, html):
    Look(Theme()).wear(Theme())
    assert rich(text) == html


@pytest.mark.parametrize(
    ("text", "words"),
    [("# **户主**\n姓名", "户主 姓名"), ('<span style="color:red">红</span>', "红"), (r"\*a", "*a")],
)
def test_plain_words_have_no_marks(text, words):
    assert plain(text) == words


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("name", ["red", "yellow", "navy", "#777", "black", "white"])
def test_a_colour_of_the_form_can_be_read_in_every_theme(qapp, theme, name):
    Look(Theme(theme)).wear(Theme(theme))
    paper = QApplication.palette().color(QPalette.ColorRole.Base)
    assert contrast(QColor(legible(name)), paper) >= READABLE
    assert legible("url(http://x)") == ""


def test_where_a_link_of_the_label_leads_is_said_and_nothing_of_it_is_read_as_a_tag(ask, a_node):
    asked = ask(a_node("input", label="见[手册](http://x.y/z)和[图](<img/src=file:///a.png>)"))
    words = asked.question._label.toolTip()
    assert "http://x.y/z" in words
    assert "<img" not in words
    assert ask(a_node("input", label="姓名")).question._label.toolTip() == ""


def test_a_soft_check_is_silent_while_the_answer_is_wrong_anyway(ask, a_node):
    wrong = Violation("/data/q", "constraint", "年龄太大")
    node = a_node("input", type="int", value="200", soft_message="一百岁以上, 对吗?", violation=wrong)
    asked = ask(node)
    assert asked.question._soft is None
    asked.question.show_node(replace(node, violation=None), "")
    assert asked.question._soft.isVisible()


def test_required_stands_in_words_and_the_hint_over_the_input(ask, a_node):
    asked = ask(a_node(required=True, hint="按身份证"))
    labels = {label.text(): label for label in asked.question.findChildren(QLabel) if label.isVisible()}
    assert any("Required" in words for words in labels)
    assert labels["按身份证"].y() < asked.answer.y()
    assert asked.answer.line.accessibleName() == "问题, Required"


def test_the_explanation_stands_here_only_in_a_narrow_window(ask, a_node):
    asked = ask(a_node(guidance="不要提示"))
    explained = [label for label in asked.question.findChildren(QLabel) if label.text() == "不要提示"]
    assert explained[0].isVisible()
    asked.window.resize(1300, 480)
    asked.question.resize(700, 401)
    assert not explained[0].isVisible()


def test_a_soft_check_is_said_and_kept_by_its_button(ask, a_node):
    asked = ask(a_node(value="9", soft_message="太多了"))
    assert "⚠ 太多了" in asked.question._soft.words.text()
    asked.qtbot.mouseClick(asked.question._soft.keep, Qt.MouseButton.LeftButton)
    assert (asked.confirmed, asked.answers) == (["/data/q"], [])
    asked.question.show_node(replace(asked.node, confirmed=True), "")
    assert not asked.question._soft.keep.isVisible()
    assert "Checked and kept: 太多了" in asked.question._soft.words.text()
    asked.question.show_node(replace(asked.node, soft_message=""), "")
    assert not asked.question._soft.isVisible()


def test_a_picture_of_the_label_is_enlarged_by_alt_m_and_closed_by_enter(ask, a_node, picture):
    asked = ask(a_node(media={"image": "jr://images/house.png"}), files={"house.png": picture})
    asked.press(Qt.Key.Key_M, with_key=ALT)
    dialog = asked.window.findChild(QDialog)
    assert dialog.isVisible()
    asked.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_media_that_did_not_come_is_named(ask, a_node):
    asked = ask(a_node(media={"image": "jr://images/house.png"}))
    assert asked.question._media.trouble.text() == "house.png did not come with the form."


def test_a_sound_is_handed_to_the_system_and_a_programme_is_not(ask, a_node, monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(form_files.tempfile, "mkdtemp", lambda prefix: str(tmp_path))
    monkeypatch.setattr(
        form_files.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True
    )
    asked = ask(a_node(media={"audio": "jr://audio/a.mp3"}), files={"a.mp3": b"ID3"})
    button = next(b for b in asked.question.findChildren(QPushButton) if "Listen" in b.text())
    asked.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened == [str(tmp_path / "a.mp3")]
    assert open_outside(b"MZ", "jr://audio/virus.exe") is False
    assert open_outside(b"MZ", "jr://audio/a.mp3.lnk") is False
    assert len(opened) == 1
