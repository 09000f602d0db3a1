"""Ranks, texts, acknowledgements and what is only read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from fieldapp_ui.fields.answers.answer import ON

DOWN, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Space
ALT = Qt.KeyboardModifier.AltModifier


def test_digits_give_the_order_one_after_the_other(ask, a_node, choices):
    asked = ask(a_node("rank", choices=choices("路", "水", "电"))).type("312")
    assert asked.answers == ["3 1 2", "3 1 2", "3 1 2"]


def test_two_digits_are_one_code_where_there_are_more_than_nine(ask, a_node, choices):
    asked = ask(a_node("rank", choices=choices(*"甲乙丙丁戊己庚辛壬癸子丑"))).type("12")
    assert asked.answers == ["12 1 2 3 4 5 6 7 8 9 10 11"]


def test_alt_arrows_move_the_line_the_worker_is_at(ask, a_node, choices):
    asked = ask(a_node("rank", choices=choices("路", "水", "电")))
    asked.press(DOWN).press(DOWN, with_key=ALT)
    assert asked.answers == ["1 3 2"]


def test_space_takes_hold_of_a_line_and_arrows_move_it(ask, a_node, choices):
    asked = ask(a_node("rank", choices=choices("路", "水", "电"))).press(SPACE, DOWN, DOWN, SPACE, DOWN)
    assert asked.answers == ["2 1 3", "2 3 1"]


def test_an_order_is_blank_until_it_is_given_or_accepted(ask, a_node, choices):
    asked = ask(a_node("rank", choices=choices("路", "水"))).enter()
    assert (asked.answers, asked.moves) == ([], [ON])
    asked.type("o")
    assert asked.answers == ["1 2"]
    asked.press(Qt.Key.Key_Backspace)
    assert asked.answers[-1] == ""


def test_every_line_of_an_order_is_a_hand_high(ask, a_node, choices):
    lines = ask(a_node("rank", choices=choices("路", "水")), width=400).answer._lines
    assert all(line.height() >= 36 for line in lines)


def test_masked_text_is_hidden_until_the_eye_is_pressed(ask, a_node):
    asked = ask(a_node(appearance="masked")).type("secret")
    assert asked.answer.line.echoMode() == QLineEdit.EchoMode.Password
    asked.answer.eye.trigger()
    assert asked.answer.line.echoMode() == QLineEdit.EchoMode.Normal
    assert asked.enter().answers == ["secret"]


@pytest.mark.parametrize("appearance", ["", "url", "printer", "ex:some.app(x='1')"])
def test_other_appearances_of_text_are_typed_on_a_line(ask, a_node, appearance):
    asked = ask(a_node(appearance=appearance)).type("前庄村 x").enter()
    assert (asked.answers, asked.moves) == (["前庄村 x"], [ON])


def test_rows_decide_the_height_of_a_text(ask, a_node):
    low = ask(a_node(appearance="multiline", parameters={"rows": "2"})).answer.text.height()
    assert ask(a_node(appearance="multiline", parameters={"rows": "8"})).answer.text.height() > 2 * low


def test_rows_that_are_no_number_are_left_alone(ask, a_node):
    asked = ask(a_node(appearance="multiline", parameters={"rows": "many"})).type("x")
    assert asked.press(Qt.Key.Key_Tab).answers == ["x"]


def test_an_acknowledgement_is_ticked_by_one_or_space_and_taken_back(ask, a_node):
    asked = ask(a_node("trigger")).press(SPACE).press(Qt.Key.Key_Backspace)
    assert (asked.answers, asked.moves) == (["OK", ""], [])
    asked.type("1")
    assert (asked.answers[-1], asked.moves) == ("OK", [ON])


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"type": "decimal", "value": "5540.0"}, "5540"),
        ({"type": "int", "value": "1234567", "appearance": "thousands-sep"}, "1,234,567"),
        ({"type": "date", "value": "2019-11-05", "appearance": "month-year"}, "2019-11"),
        ({"type": "dateTime", "value": "2019-11-05T08:30:00.000+05:45"}, "2019-11-05 08:30 +05:45"),
        ({"kind": "trigger", "value": "OK"}, "✓ Seen and understood"),
        ({"value": ""}, "—"),
    ],
)
def test_an_answer_that_may_not_be_changed_reads_like_print(ask, a_node, changes, words):
    asked = ask(a_node(**{"kind": "input", "readonly": True, **changes}))
    assert asked.answer.words.text() == words


def test_a_question_that_becomes_readonly_changes_its_input_and_back(ask, a_node):
    from dataclasses import replace

    asked = ask(a_node(value="王长顺"))
    asked.question.show_node(replace(asked.node, readonly=True), "")
    assert asked.answer.words.text() == "王长顺"
    asked.question.show_node(asked.node, "")
    assert asked.answer.line.text() == "王长顺"
