"""Dates and times as people type them; what could mean two things is refused, what is wrong stays to be corrected."""

from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget

from fieldapp_ui.fields.answers.answer import ON
from fieldapp_ui.fields.answers.moment_read import date_answer, instant_answer, instant_shown, time_answer

TODAY = date(2019, 11, 5)
CHINA = timezone(timedelta(hours=8))
NOW = datetime(2019, 11, 5, 16, 7, tzinfo=CHINA)
CALENDARS = ("ethiopian", "coptic", "islamic", "bikram-sambat", "myanmar", "persian", "buddhist")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("19850312", "1985-03-12"),
        ("1985-3-12", "1985-03-12"),
        ("1985年3月12日", "1985-03-12"),
        ("1985.03.12", "1985-03-12"),
        ("１９８５０３１２", "1985-03-12"),
        ("850312", "1985-03-12"),
        ("050312", "2005-03-12"),
        ("85-3-12", "1985-03-12"),
        ("3.12", "2019-03-12"),
        ("3月12号", "2019-03-12"),
        (".", "2019-11-05"),
        ("。", "2019-11-05"),
        ("今天", "2019-11-05"),
        ("昨天", "2019-11-04"),
        ("190312", None),
        ("201911", None),
        ("0312", None),
        ("20190230", None),
        ("abc", None),
    ],
)
def test_a_day_is_read_only_where_it_means_one_thing(typed, day):
    assert date_answer(typed, today=TODAY) == day


@pytest.mark.parametrize(
    ("appearance", "typed", "day"),
    [
        ("month-year", "201911", "2019-11-01"),
        ("month-year", "2019年11月", "2019-11-01"),
        ("month-year", ".", "2019-11-01"),
        ("year", "2019", "2019-01-01"),
        ("year", "20190312", "2019-01-01"),
        ("year", "3019", None),
        ("no-calendar", "20190312", "2019-03-12"),
        *((calendar, "20190312", "2019-03-12") for calendar in CALENDARS),
    ],
)
def test_each_appearance_of_a_date_keeps_what_it_asks_for(ask, a_node, appearance, typed, day):
    asked = ask(a_node(type="date", appearance=appearance)).type(typed).enter()
    assert asked.answers == [day or ""]


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("0830", "08:30"), ("830", "08:30"), ("8:30", "08:30"), ("8.30", "08:30"), ("8点半", "08:30"),
     ("8时30分", "08:30"), ("8:30pm", "20:30"), ("下午3点", "15:00"), ("中午12点", "12:00"), ("12am", "00:00"),
     ("晚上12点", None), ("8", None), ("2460", None), ("2530", None)],
)  # fmt: skip
def test_a_time_is_read_with_and_without_separators(typed, hour):
    answer = time_answer(typed, TODAY)
    assert (answer and answer[:5]) == hour


def test_a_zone_that_is_typed_is_kept_and_shown_where_it_is_another():
    assert time_answer("8:30+05:00", TODAY) == "08:30:00.000+05:00"
    assert instant_answer("20191105 0830 +05:45", NOW) == "2019-11-05T08:30:00.000+05:45"
    assert instant_shown("2019-11-05T08:30:00.000+05:45") == "2019-11-05 08:30 +05:45"
    local = instant_answer("20191105 0830", NOW)
    assert local is not None
    assert instant_shown(local) == "2019-11-05 08:30"


@pytest.mark.parametrize("typed", ["201911050830", "20191105 0830", "2019年11月5日8时30分", "今天 8:30"])
def test_a_day_and_a_time_are_typed_in_one_line(ask, a_node, typed):
    asked = ask(a_node(type="dateTime")).type(typed).enter()
    assert asked.answers[0].startswith("2019-11-05T08:30:00.000")


@pytest.mark.parametrize(
    ("kind", "begin"), [("time", "16:07:00.000+08:00"), ("dateTime", "2019-11-05T16:07")]
)
def test_a_dot_is_now(ask, a_node, kind, begin):
    assert ask(a_node(type=kind)).type(".").enter().answers[0].startswith(begin)


def test_what_is_not_understood_stays_holds_once_and_is_said_beside_the_field(ask, a_node):
    asked = ask(a_node(type="date")).type("190312").enter()
    assert (asked.answers, asked.moves) == ([""], [])
    assert asked.answer.line.text() == "190312"
    assert asked.answer._complaint.isVisible()
    asked.question.show_node(asked.node, "")
    assert asked.answer.line.text() == "190312"
    asked.enter()
    assert asked.moves == [ON]


def test_a_corrected_date_takes_the_sentence_away(ask, a_node):
    asked = ask(a_node(type="date")).type("190312").enter()
    asked.answer.line.selectAll()
    asked.type("20190312").enter()
    assert (asked.answers[-1], asked.moves) == ("2019-03-12", [ON])
    assert not asked.answer._complaint.isVisible()


@pytest.mark.qt_log_ignore("raise", "grabbing the keyboard", "grabbing the mouse", "propagateSizeHints")
def test_the_calendar_opens_by_alt_down_and_enter_takes_the_day(ask, a_node):
    asked = ask(a_node(type="date", value="2019-03-12"))
    asked.press(Qt.Key.Key_Down, with_key=Qt.KeyboardModifier.AltModifier)
    calendar = asked.answer.findChild(QCalendarWidget)
    assert calendar.selectedDate().toString("yyyyMMdd") == "20190312"
    calendar.activated.emit(calendar.selectedDate().addDays(1))
    assert asked.answers == ["2019-03-13"]
    QApplication.processEvents()


@pytest.mark.parametrize("appearance", ["no-calendar", "year", "month-year"])
def test_no_calendar_opens_where_the_form_wants_none(ask, a_node, appearance):
    asked = ask(a_node(type="date", appearance=appearance))
    asked.press(Qt.Key.Key_Down, with_key=Qt.KeyboardModifier.AltModifier)
    assert asked.answer.findChild(QCalendarWidget) is None
