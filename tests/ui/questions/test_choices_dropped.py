"""Choices looked for in a line: minimal, autocomplete, search, long lists; by code, words, pinyin, arrows."""

import pytest
from PySide6.QtCore import Qt

from fieldapp_ui.fields.answers.answer import BACK, ON

TOWNS = tuple(f"{a}{b}" for a in ("张", "李", "王", "单", "赵", "白") for b in ("家沟", "家坪", "家塔"))
DOWN, UP, ESCAPE, SPACE = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape, Qt.Key.Key_Space
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(params=["minimal", "autocomplete", "search", "minimal search('towns')"])
def town(request, a_node, choices):
    return a_node("select", choices=choices(*TOWNS[:6]), appearance=request.param)


@pytest.mark.parametrize("typed", ["6", "李家塔", "lijiata", "ljt"])
def test_code_words_pinyin_and_initials_find_a_choice(ask, town, typed):
    asked = ask(town).type(typed)
    if not asked.answers:
        asked.enter()
    assert (asked.answers, asked.moves) == (["6"], [ON])


def test_in_a_short_list_the_last_digit_of_a_code_takes_the_choice_and_goes_on(ask, a_node, choices):
    asked = ask(a_node("select", choices=choices(*TOWNS[:6]), appearance="minimal")).type("6")
    assert (asked.answers, asked.moves) == (["6"], [ON])


def test_a_digit_that_begins_another_code_waits_for_the_second_or_enter(ask, a_node, choices):
    node = a_node("select", choices=choices(*TOWNS), appearance="minimal")
    assert ask(node).type("1").answers == []
    assert ask(node).type("12").answers == ["12"]
    assert ask(node).type("1").enter().answers == ["1"]


def test_a_digit_that_begins_the_words_of_another_choice_takes_nothing(ask, a_node, choices):
    node = a_node("select", choices=choices("三组", "1组", "二组"), appearance="minimal")
    assert ask(node).type("1").answers == []


def test_in_a_searched_list_digits_search_and_a_whole_code_is_taken_by_enter(ask, a_node, choices):
    node = a_node("select", choices=choices(*TOWNS), appearance="autocomplete")
    assert ask(node).type("18").answers == []
    assert ask(node).type("18").enter().answers == ["18"]


def test_codes_tick_several_in_a_short_list_and_stay_there(ask, a_node, choices):
    asked = ask(a_node("select", multiple=True, choices=choices(*TOWNS[:6]), appearance="minimal"))
    asked.type("2").type("5").type("2")
    assert (asked.answers, asked.moves) == (["2", "2 5", "5"], [])


def test_arrows_walk_to_the_first_and_enter_takes_it(ask, town):
    asked = ask(town).press(DOWN).enter()
    assert (asked.answers, asked.moves) == (["1"], [ON])


def test_enter_without_typing_or_walking_only_goes_on(ask, town):
    asked = ask(town).enter()
    assert (asked.answers, asked.moves) == ([], [ON])


def test_escape_closes_the_list_and_alt_down_opens_it_again(ask, town):
    asked = ask(town)
    assert asked.answer.list.isVisible()
    asked.press(ESCAPE)
    assert not asked.answer.list.isVisible()
    asked.press(DOWN, with_key=ALT)
    assert asked.answer.list.isVisible()


def test_what_is_typed_but_matches_nothing_is_not_kept(ask, town):
    asked = ask(town).type("qqq").enter()
    assert (asked.answers, asked.moves) == ([], [ON])


def test_composing_letters_are_not_taken_by_enter(ask, town):
    asked = ask(town)
    asked.compose("li")
    asked.enter()
    assert (asked.answers, asked.moves) == ([], [])


def test_shift_enter_goes_back_and_takes_nothing(ask, town):
    asked = ask(town).type("张").press(Qt.Key.Key_Return, with_key=Qt.KeyboardModifier.ShiftModifier)
    assert (asked.answers, asked.moves) == ([], [BACK])


def test_the_label_stands_in_the_line_when_the_list_is_closed(ask, town):
    from dataclasses import replace

    asked = ask(replace(town, value="3")).press(ESCAPE)
    assert asked.answer.line.text() == "张家塔"


def test_several_stand_over_the_line_and_backspace_drops_the_last(ask, a_node, choices):
    asked = ask(a_node("select", value="1 7", multiple=True, choices=choices(*TOWNS)))
    assert asked.answer.taken.text() == "✓ 张家沟、王家沟"
    asked.press(Qt.Key.Key_Backspace)
    assert asked.answers == ["1"]


def test_space_toggles_where_the_arrows_are_and_stays_there(ask, a_node, choices):
    asked = ask(a_node("select", multiple=True, choices=choices(*TOWNS)))
    asked.press(DOWN, DOWN, SPACE, DOWN, SPACE)
    assert asked.answers == ["2", "2 3"]
    asked.press(UP, SPACE)
    assert (asked.answers[-1], asked.moves) == ("3", [])


def test_a_list_in_which_nothing_matches_says_so(ask, town):
    asked = ask(town)
    dropped = asked.answer.list
    assert dropped.says() == ""
    asked.type("zzzz")
    assert dropped.model().rowCount() == 0
    assert dropped.says() == "No choice matches"
    drawn = dropped.viewport().grab().toImage()
    colours = {drawn.pixel(x, y) for x in range(drawn.width()) for y in range(drawn.height())}
    assert len(colours) > 1, "the words are seen"
    asked.press(*[Qt.Key.Key_Backspace] * 4)
    assert dropped.says() == ""


def test_a_list_of_more_than_sixteen_is_searched_without_being_asked_for(ask, a_node, choices):
    assert hasattr(ask(a_node("select", choices=choices(*TOWNS))).answer, "line")
    assert not hasattr(ask(a_node("select", choices=choices(*TOWNS[:16]))).answer, "line")


def test_the_list_lies_over_the_line_where_the_window_ends(ask, a_node, choices):
    asked = ask(a_node("select", choices=choices(*TOWNS)))
    asked.window.resize(760, 340)
    asked.question.move(20, 250)
    asked.press(ESCAPE).press(DOWN, with_key=ALT)
    line = asked.answer.line.mapTo(asked.window, asked.answer.line.rect().topLeft())
    assert asked.answer.list.geometry().bottom() < line.y()


def test_a_range_by_picker_is_a_list_of_its_figures(ask, a_node):
    node = a_node(
        "range", type="decimal", appearance="picker", parameters={"start": "1.5", "end": "3", "step": "0.5"}
    )
    asked = ask(node).type("2.5").enter()
    assert (asked.answers, asked.moves) == (["2.5"], [ON])
