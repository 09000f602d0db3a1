"""Every kind of question by keys: what is typed becomes the raw answer that the form engine takes."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from fieldapp.forms import Choice, NodeState
from fieldapp_ui.fields.answers.answer import BACK, ON
from fieldapp_ui.fields.question.kinds import Surroundings
from fieldapp_ui.fields.question.question import Question

RELATIONS = ("本人", "配偶", "儿子", "女儿", "媳妇", "女婿", "孙子", "孙女", "外孙", "外孙女", "父亲", "母亲")
TOWNS = tuple(f"{a}{b}" for a in ("张", "李", "王", "单", "赵", "白") for b in ("家沟", "家坪", "家塔"))


class Kept:
    """Attachments in memory: bytes by reference, as the vault keeps them."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def put(self, data: bytes) -> str:
        ref = f"sha256:{len(self.files)}"
        self.files[ref] = data
        return ref

    def get(self, ref: str) -> bytes | None:
        return self.files.get(ref)


class Asked:
    """A question in a shown window, and what it reported."""

    def __init__(self, qtbot, node: NodeState) -> None:
        self.qtbot, self.kept = qtbot, Kept()
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(760, 480)
        self.question = Question(node, "1", Surroundings(date(2019, 11, 5), self.kept), self.window)
        self.question.setGeometry(20, 20, 720, 400)
        self.answers: list[str] = []
        self.moves: list[int] = []
        self.question.answered.connect(lambda _, raw: self.answers.append(raw))
        self.question.moved.connect(lambda _, step: self.moves.append(step))
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.question.take_focus()

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def type(self, text: str) -> None:
        if text.isascii():
            self.qtbot.keyClicks(self.focus(), text)
        else:
            QApplication.sendEvent(self.focus(), a_word(text))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focus(), key, modifier)


def a_word(text: str) -> QInputMethodEvent:
    """What an input method sends when a word is confirmed."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    return event


def a_node(kind="input", **changes) -> NodeState:
    return NodeState(**{"ref": "/data/q", "kind": kind, "name": "q", "label": "问题", **changes})


def choices(*labels: str, values: tuple[str, ...] | None = None) -> tuple[Choice, ...]:
    return tuple(
        Choice((values or tuple(map(str, range(1, 99))))[i], label) for i, label in enumerate(labels)
    )


@pytest.mark.parametrize(
    ("node", "typed", "raw"),
    [
        (a_node(), "王家沟", "王家沟"),
        (a_node(type="int"), "1,200", "1200"),
        (a_node(type="int"), "abc12", "12"),
        (a_node(type="decimal"), "3.25", "3.25"),
        (a_node(type="date"), "19850312", "1985-03-12"),
        (a_node(type="date", appearance="month-year"), "201911", "2019-11-01"),
        (a_node(type="date", appearance="year"), "2019", "2019-01-01"),
        (a_node(type="geopoint"), "37.52, 111.14", "37.52 111.14 0 0"),
        (a_node("range", type="int", parameters={"start": "0", "end": "10", "step": "1"}), "7", "7"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_what_is_typed_becomes_the_raw_answer_at_enter(qtbot, node, typed, raw):
    asked = Asked(qtbot, node)
    asked.type(typed)
    asked.press(Qt.Key.Key_Return)
    assert asked.answers[-1] == raw
    assert asked.moves == [ON]


def test_a_time_is_typed_as_four_digits(qtbot):
    asked = Asked(qtbot, a_node(type="time"))
    asked.type("0830")
    asked.press(Qt.Key.Key_Tab)
    assert asked.answers[-1].startswith("08:30:00.000")


def test_a_date_that_does_not_exist_is_not_kept_and_a_sentence_says_so(qtbot):
    asked = Asked(qtbot, a_node(type="date"))
    asked.type("20190230")
    asked.press(Qt.Key.Key_Return)
    assert asked.answers == [""]
    assert asked.question.answer._complaint.isVisible()


def test_shift_enter_goes_back(qtbot):
    asked = Asked(qtbot, a_node())
    asked.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert asked.moves == [BACK]


def test_enter_does_not_move_on_while_the_input_method_composes(qtbot):
    asked = Asked(qtbot, a_node())
    QApplication.sendEvent(asked.focus(), QInputMethodEvent("wang", []))
    asked.press(Qt.Key.Key_Return)
    assert asked.moves == []
    asked.type("王")
    asked.press(Qt.Key.Key_Return)
    assert (asked.moves, asked.answers) == ([ON], ["王"])


def test_several_lines_keep_enter_for_a_new_line(qtbot):
    asked = Asked(qtbot, a_node(appearance="multiline"))
    asked.type("one")
    asked.press(Qt.Key.Key_Return)
    asked.type("two")
    asked.press(Qt.Key.Key_Tab)
    assert asked.answers[-1] == "one\ntwo"
    assert asked.moves == [ON]


def test_a_code_digit_chooses_and_goes_on(qtbot):
    asked = Asked(qtbot, a_node("select", choices=choices("男", "女")))
    asked.type("2")
    assert (asked.answers, asked.moves) == (["2"], [ON])


def test_a_digit_that_begins_a_longer_code_waits_for_the_second(qtbot):
    asked = Asked(qtbot, a_node("select", choices=choices(*RELATIONS)))
    asked.type("1")
    assert (asked.answers, asked.moves) == (["1"], [])
    asked.type("2")
    assert (asked.answers[-1], asked.moves) == ("12", [ON])


def test_choices_without_figures_as_values_are_numbered_from_one(qtbot):
    asked = Asked(qtbot, a_node("select", choices=choices("是", "否", values=("yes", "no"))))
    asked.type("2")
    assert asked.answers == ["no"]


def test_several_choices_toggle_by_digit_and_keep_the_order_of_the_form(qtbot):
    asked = Asked(qtbot, a_node("select", multiple=True, choices=choices("因病", "因学", "因灾")))
    asked.type("31")
    assert asked.answers[-1] == "1 3"
    asked.type("3")
    assert (asked.answers[-1], asked.moves) == ("1", [])
    asked.press(Qt.Key.Key_Return)
    assert asked.moves == [ON]


def test_arrows_walk_without_choosing_and_space_takes(qtbot):
    asked = Asked(qtbot, a_node("select", choices=choices("男", "女")))
    asked.press(Qt.Key.Key_Down)
    assert asked.answers == []
    asked.press(Qt.Key.Key_Space)
    assert asked.answers == ["2"]


def test_a_click_chooses_and_stays(qtbot):
    asked = Asked(qtbot, a_node("select", choices=choices("男", "女")))
    qtbot.mouseClick(asked.question.answer._buttons[1], Qt.MouseButton.LeftButton, pos=QPoint(12, 18))
    assert (asked.answers, asked.moves) == (["2"], [])


@pytest.mark.parametrize(
    ("typed", "found"),
    [("shanjiaping", "单家坪"), ("bjt", "白家塔"), ("王家塔", "王家塔"), ("5", "李家坪")],
)
def test_a_long_list_is_searched_by_pinyin_initials_words_or_code(qtbot, typed, found):
    node = a_node("select", choices=choices(*TOWNS))
    asked = Asked(qtbot, node)
    asked.type(typed)
    asked.press(Qt.Key.Key_Return)
    assert asked.answers == [str(TOWNS.index(found) + 1)]
    assert asked.moves == [ON]


def test_in_a_long_list_of_several_enter_takes_and_an_empty_enter_goes_on(qtbot):
    asked = Asked(qtbot, a_node("select", multiple=True, choices=choices(*TOWNS)))
    for typed in ("bjt", "wjg"):
        asked.type(typed)
        asked.press(Qt.Key.Key_Return)
    assert asked.answers[-1] == "7 18"
    asked.press(Qt.Key.Key_Return)
    assert asked.moves == [ON]


def test_digits_rank_first_second_third(qtbot):
    asked = Asked(qtbot, a_node("rank", choices=choices("路", "水", "电")))
    asked.type("31")
    assert asked.answers[-1] == "3 1 2"


def test_a_trigger_is_acknowledged_by_one(qtbot):
    asked = Asked(qtbot, a_node("trigger"))
    asked.type("1")
    assert (asked.answers, asked.moves) == (["OK"], [ON])


def test_an_error_stands_under_the_input_in_words(qtbot):
    asked = Asked(qtbot, a_node())
    asked.question.show_node(a_node(value="x"), "证件号码不对")
    assert asked.question.error() == "✕ 证件号码不对"


def test_tags_of_a_form_are_not_obeyed():
    from fieldapp_ui.fields.answers.words import plain, rich

    assert rich('**户主** <img src="file:///x"> a<b') == "<b>户主</b>  a&lt;b"
    assert plain("## **户主**\n姓名") == "户主 姓名"
