"""Choices that are all in sight: every appearance by code, pinyin, arrows and Space."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QCheckBox, QRadioButton

from fieldapp_ui.fields.answers.answer import BACK, ON
from fieldapp_ui.fields.answers.appearance import ChoiceLook, choice_look, is_searched
from fieldapp_ui.fields.choices.cells import cells_of

APPEARANCES = (
    "", "columns", "columns-2", "columns-pack", "columns-pack no-buttons", "compact", "quickcompact", "quick",
    "horizontal", "horizontal-compact", "likert", "list", "list-nolabel", "image-map", "w2 unknown-word",
)  # fmt: skip
DOWN, RIGHT, LEFT, UP = Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_a_code_chooses_and_goes_on_in_every_appearance(ask, a_node, choices, appearance):
    asked = ask(a_node("select", choices=choices("从不", "有时", "经常"), appearance=appearance))
    asked.type("2")
    assert (asked.answers, asked.moves) == (["2"], [ON])


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_several_are_toggled_by_code_and_enter_goes_on_in_every_appearance(ask, a_node, choices, appearance):
    node = a_node("select", choices=choices("电视", "冰箱", "车"), multiple=True, appearance=appearance)
    asked = ask(node).type("31").type("3").enter()
    assert (asked.answers, asked.moves) == (["3", "1 3", "1"], [ON])


def test_pinyin_chooses_what_it_alone_begins_and_waits_for_enter(ask, a_node, choices):
    asked = ask(a_node("select", choices=choices("男", "女", "不清楚")))
    asked.type("n")
    assert asked.answers == []
    asked.type("v")
    assert (asked.answers, asked.moves) == (["2"], [])
    asked.enter()
    assert asked.moves == [ON]


def test_initials_find_a_choice_and_space_takes_it_among_several(ask, a_node, choices):
    asked = ask(a_node("select", multiple=True, choices=choices("缺劳动力", "缺资金", "因病")))
    asked.type("qz").press(Qt.Key.Key_Space)
    assert asked.answers == ["2"]


def test_letters_that_begin_no_choice_are_let_go(ask, a_node, choices):
    asked = ask(a_node("select", choices=choices("男", "女")))
    asked.type("x")
    assert (asked.answers, asked.moves) == ([], [])


def test_quick_goes_on_with_space_and_click_where_others_stay(ask, a_node, choices):
    quick = ask(a_node("select", choices=choices("是", "否"), appearance="quick")).press(Qt.Key.Key_Space)
    assert (quick.answers, quick.moves) == (["1"], [ON])
    slow = ask(a_node("select", choices=choices("是", "否"))).press(Qt.Key.Key_Space)
    assert (slow.answers, slow.moves) == (["1"], [])


def test_arrows_walk_the_grid_by_row_and_column(ask, a_node, choices):
    node = a_node("select", choices=choices("甲", "乙", "丙", "丁"), appearance="columns-2")
    asked = ask(node).press(DOWN, RIGHT, Qt.Key.Key_Space)
    assert asked.answers == ["4"]
    asked.press(UP, LEFT, Qt.Key.Key_Space)
    assert asked.answers[-1] == "1"


@pytest.mark.parametrize("appearance", ["list", "list-nolabel"])
def test_in_a_table_up_and_down_lead_to_the_rows_around(ask, a_node, choices, appearance):
    asked = ask(a_node("select", choices=choices("是", "否"), appearance=appearance))
    asked.press(DOWN, UP)
    assert (asked.moves, asked.answers) == ([ON, BACK], [])


def test_backspace_clears_a_choice(ask, a_node, choices):
    asked = ask(a_node("select", value="2", choices=choices("是", "否"))).press(Qt.Key.Key_Backspace)
    assert asked.answers == [""]


def test_the_heading_of_a_table_takes_no_focus_and_no_key(ask, a_node, choices):
    asked = ask(a_node("select", choices=choices("是", "否"), appearance="label"))
    assert asked.answer.focusPolicy() == Qt.FocusPolicy.NoFocus
    asked.qtbot.keyClicks(asked.answer, "2")
    assert asked.answers == []


def test_heading_and_rows_of_a_table_share_their_columns(ask, a_node, choices):
    told = choices("从不", "有时", "经常")
    heading = ask(a_node("select", choices=told, appearance="label")).answer
    row = ask(a_node("select", choices=told, appearance="list-nolabel")).answer
    assert [box[0] for _, box in heading._boxes(heading.width())] == [b.x() for b in row._buttons]
    assert heading.x() == row.x()


def test_a_table_row_shows_no_words_but_tells_them_to_readers(ask, a_node, choices):
    asked = ask(a_node("select", choices=choices("从不", "有时"), appearance="list-nolabel"))
    assert [button.face.words for button in asked.answer._buttons] == ["", ""]
    assert asked.answer._buttons[1].accessibleName() == "问题: 2  有时"


def test_long_words_break_and_the_question_grows(ask, a_node, choices):
    long = "缺资金，包括因产业发展失败而背负较大债务无力偿还，以及为子女婚嫁、盖房、治病而借的债务"
    wide = ask(a_node("select", choices=choices(long, "因病"))).answer
    assert wide.heightForWidth(320) > wide.heightForWidth(1200)
    assert all(button.height() >= 36 for button in wide._buttons)


def test_a_choice_shows_its_picture_that_came_with_the_form(ask, a_node, choices, picture):
    node = a_node("select", choices=choices("砖房", "土房", pictures=True))
    bare, shown = ask(node), ask(node, files={"house.png": picture})
    assert bare.answer._buttons[0].face.picture is None
    assert isinstance(shown.answer._buttons[0].face.picture, QPixmap)
    assert shown.answer.heightForWidth(700) > bare.answer.heightForWidth(700)


def test_readers_hear_a_radio_button_or_a_check_box(ask, a_node, choices):
    one = ask(a_node("select", choices=choices("是", "否"))).answer
    several = ask(a_node("select", choices=choices("是", "否"), multiple=True)).answer
    assert isinstance(one._buttons[0], QRadioButton)
    assert isinstance(several._buttons[0], QCheckBox)


def test_with_nothing_to_choose_a_sentence_says_so_and_enter_goes_on(ask, a_node):
    asked = ask(a_node("select", choices=())).enter()
    assert "Nothing can be chosen yet" in asked.answer._none.text()
    assert asked.moves == [ON]


def test_a_readonly_choice_is_read_as_its_label(ask, a_node, choices):
    asked = ask(a_node("select", value="2", readonly=True, choices=choices("砖房", "**土房**")))
    assert asked.answer.words.text() == "土房"


def test_words_of_an_appearance_are_read_together(a_node):
    assert choice_look(a_node("select", appearance="quickcompact-3")) == ChoiceLook("columns", 3, False, True)
    assert choice_look(a_node("select", appearance="columns-pack no-buttons")) == ChoiceLook(
        "packed", 0, False, False
    )
    assert choice_look(a_node("select", appearance="quick", multiple=True)).quick is False
    assert is_searched(a_node("select", appearance="minimal search('villages')"))


def test_packed_choices_begin_a_new_line_only_where_the_width_ends():
    boxes = cells_of(ChoiceLook("packed"), [100, 100, 100], lambda _p, _w: 36, 210, 2).boxes
    assert [(x, y) for x, y, _, _ in boxes] == [(0, 0), (102, 0), (0, 38)]


def test_choices_in_another_language_take_the_place_of_the_old_ones_and_the_worker_stays(
    ask, a_node, choices
):
    asked = ask(a_node("select", choices=choices("没有", "大病", "灾害"), multiple=True))
    asked.answer.input().setFocus()
    asked.answer.show_node(a_node("select", choices=choices("None", "Illness", "Disaster"), multiple=True))
    seen = [button for button in asked.answer.findChildren(QCheckBox) if not button.isHidden()]
    assert len(seen) == 3
    assert asked.moves == []
    assert any(button.hasFocus() for button in seen)
