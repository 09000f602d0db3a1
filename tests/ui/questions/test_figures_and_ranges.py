"""Figures: typed full-width, grouped while they are typed, counted, set on a scale, given as stars."""

import pytest
from PySide6.QtCore import QPoint, Qt

from fieldapp_ui.fields.answers.answer import ON
from fieldapp_ui.fields.answers.figures_read import after_typing, grouped, plain_figure

UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
TEN = {"start": "0", "end": "10", "step": "1"}


@pytest.mark.parametrize(
    ("changes", "typed", "shown", "raw"),
    [
        ({"type": "int"}, "１２００", "1200", "1200"),
        ({"type": "int"}, "-12", "-12", "-12"),
        ({"type": "int", "appearance": "thousands-sep"}, "1234567", "1,234,567", "1234567"),
        ({"type": "decimal", "appearance": "thousands-sep"}, "1234.5", "1,234.5", "1234.5"),
        ({"type": "decimal"}, "3。5", "3.5", "3.5"),
        ({"type": "decimal", "appearance": "bearing"}, "359.5", "359.5", "359.5"),
        ({"appearance": "numbers"}, "0139", "0139", "0139"),
        ({"appearance": "numbers thousands-sep"}, "0013900", "0,013,900", "0013900"),
        ({"type": "int", "appearance": "ex:some.app"}, "7", "7", "7"),
    ],
)
def test_a_figure_is_set_right_while_it_is_typed(ask, a_node, changes, typed, shown, raw):
    asked = ask(a_node(**changes)).type(typed)
    assert asked.answer.input().text() == shown
    asked.enter()
    assert (asked.answers[-1], asked.moves) == (raw, [ON])


def test_the_cursor_stays_behind_the_same_digit_when_groups_move():
    assert after_typing("1,2934", 4, groups=True) == ("12,934", 4)
    assert after_typing("1,234", 0, groups=True) == ("1,234", 0)
    assert after_typing("１２", 2, groups=False) == ("12", 2)


@pytest.mark.parametrize(
    ("text", "out"),
    [("", ""), ("12", "12"), ("-1234.50", "-1,234.50"), ("123456789012345678901", "123,456,789,012,345,678,901"),
     ("1.5E7", "1.5E7")],
)  # fmt: skip
def test_groups_are_set_digit_by_digit_and_lose_nothing(text, out):
    assert grouped(text) == out
    assert plain_figure(out) == text


def test_a_whole_decimal_is_shown_without_its_nought(ask, a_node):
    assert ask(a_node(type="decimal", value="12.0")).answer.line.text() == "12"


def test_a_counter_counts_by_arrows_buttons_and_is_typed(ask, a_node):
    asked = ask(a_node(type="int", appearance="counter")).press(UP, UP, UP, DOWN)
    assert asked.answers == ["1", "2", "3", "2"]
    asked.qtbot.mouseClick(asked.answer.more, Qt.MouseButton.LeftButton)
    assert asked.answers[-1] == "3"
    asked.press(DOWN, DOWN, DOWN, DOWN)
    assert asked.answers[-1] == "0"


def test_a_range_is_typed_stepped_and_left_blank_until_then(ask, a_node):
    asked = ask(a_node("range", type="int", parameters=TEN))
    assert (asked.answer.line_text(), asked.answers) == ("", [])
    asked.press(UP, UP).type("7").enter()
    assert asked.answers[0] == "0"
    assert asked.moves == [ON]


def test_a_figure_outside_a_range_is_not_kept_and_a_sentence_says_what_is(ask, a_node):
    node = a_node("range", type="decimal", parameters={"start": "1.5", "end": "5.5", "step": "0.5"})
    asked = ask(node).type("1.7").enter()
    assert (asked.answers, asked.moves) == ([""], [])
    assert "from 1.5 to 5.5, in steps of 0.5" in asked.answer.sentence()
    assert asked.answer.line_text() == "1.7"
    asked.enter()
    assert asked.moves == [ON]


def test_a_range_may_run_down(ask, a_node):
    asked = ask(a_node("range", type="int", parameters={"start": "5", "end": "1", "step": "1"}))
    asked.press(UP).press(DOWN)
    assert asked.answers == ["1"]
    asked.press(UP)
    assert asked.answers[-1] == "2"


@pytest.mark.parametrize("appearance", ["", "vertical", "no-ticks", "vertical no-ticks"])
def test_a_click_on_the_scale_sets_the_figure(ask, a_node, appearance):
    asked = ask(a_node("range", type="int", parameters=TEN, appearance=appearance))
    asked.window.grab()
    scale = asked.answer.scale
    end = scale._point(10)
    asked.qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(round(end.x()), round(end.y())))
    assert asked.answers == ["10"]


def test_stars_are_given_by_digit_and_arrows_and_taken_back(ask, a_node):
    node = a_node(
        "range", type="int", appearance="rating", parameters={"start": "1", "end": "5", "step": "1"}
    )
    asked = ask(node).press(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Backspace)
    assert asked.answers == ["1", "2", ""]
    asked.type("4")
    assert (asked.answers[-1], asked.moves) == ("4", [ON])
    assert asked.answer.accessibleDescription() == "4 of 5"
