"""What each type of question takes and stores."""

from collections.abc import Callable
from typing import Any

import pytest

from fieldapp.errors import FormError

Begin = Callable[..., Any]

STORED = [
    ("text keeps spaces around it", "text", "  a b ", "  a b "),
    ("text keeps lines", "text", "a\nb", "a\nb"),
    ("text keeps Chinese", "text", "上河村", "上河村"),
    ("text keeps signs of XML", "text", "<a> & \"b\"", "<a> & \"b\""),
    ("text keeps leading zeros", "text", "007", "007"),
    ("an integer is stored plainly", "int", "17", "17"),
    ("an integer may be negative", "int", "-4", "-4"),
    ("an integer loses its decimals", "int", "3.9", "3"),
    ("a negative integer is cut towards zero", "int", "-3.9", "-3"),
    ("an integer loses leading zeros", "int", "007", "7"),
    ("an integer takes no letters", "int", "12a", ""),
    ("an integer takes no word", "int", "many", ""),
    ("an integer holds 32 bits and no more", "int", "2147483648", ""),
    ("the largest integer is taken", "int", "2147483647", "2147483647"),
    ("the smallest integer is taken", "int", "-2147483648", "-2147483648"),
    ("wide digits of a Chinese keyboard are stored as plain ones", "int", "２０２６", "2026"),
    ("a date in wide digits as well", "date", "２０２６-０３-０５", "2026-03-05"),
    ("text keeps wide digits", "text", "２０", "２０"),
    ("a decimal keeps its decimals", "decimal", "3.25", "3.25"),
    ("a decimal takes no comma", "decimal", "3,25", ""),
    ("a decimal takes no word", "decimal", "x", ""),
    ("a date is stored as year, month and day", "date", "2026-03-05", "2026-03-05"),
    ("a date drops a time behind it", "date", "2026-03-05T10:00:00", "2026-03-05"),
    ("there is no 30 February", "date", "2026-02-30", ""),
    ("there is a 29 February in a leap year", "date", "2024-02-29", "2024-02-29"),
    ("there is no 29 February otherwise", "date", "2026-02-29", ""),
    ("there is no month 13", "date", "2026-13-01", ""),
    ("a date needs all its digits", "date", "2026-3-5", ""),
    ("a date takes no slashes", "date", "2026/03/05", ""),
    ("a time keeps its seconds and its zone", "time", "10:20:30.000+08:00", "10:20:30.000+08:00"),
    ("there is no hour 24", "time", "24:00:00", ""),
    ("there is no minute 60", "time", "10:60:00", ""),
    ("a moment keeps its zone", "dateTime", "2026-03-05T10:20:30.000+08:00", "2026-03-05T10:20:30.000+08:00"),
    ("a moment needs a time", "dateTime", "noon", ""),
    ("a point is latitude, longitude, altitude, accuracy", "geopoint", "30.5 104.25 500.5 4.5", "30.5 104.25 500.5 4.5"),
    ("a point needs a longitude", "geopoint", "30.5", ""),
    ("a latitude ends at 90", "geopoint", "91 0 0 0", ""),
    ("a longitude ends at 180", "geopoint", "0 181 0 0", ""),
    ("a point takes no words", "geopoint", "here there", ""),
    ("a line needs two points", "geotrace", "1.5 2.5 0 0", ""),
    ("an area needs three points", "geoshape", "1.5 2.5 0 0;1.5 3.5 0 0", ""),
    ("a file is its name", "binary", "photo 1.jpg", "photo 1.jpg"),
    ("a barcode is text", "barcode", "0012-AB", "0012-AB"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "given", "stored"), [row[1:] for row in STORED], ids=[row[0] for row in STORED]
)
def test_an_answer_is_stored_as_its_type_has_it(scenario: Begin, kind: str, given: str, stored: str) -> None:
    s = scenario(f"{kind} q")
    s.answer("q", given)
    assert s.value("q") == stored
    assert s.saved("q") == stored


@pytest.mark.parametrize(
    "kind", ["text", "int", "decimal", "date", "time", "dateTime", "geopoint", "binary", "barcode"]
)
def test_blank_takes_an_answer_back(scenario: Begin, kind: str) -> None:
    s = scenario(f"{kind} q\ncalculate blank = ${{q}} = ''")
    assert s.value("blank") == "true"
    s.answer("q", {"int": "1", "decimal": "1.5", "date": "2026-01-02", "time": "10:00:00", "text": "x",
                   "dateTime": "2026-01-02T10:00:00.000+08:00", "geopoint": "1.5 2.5 0 0"}.get(kind, "x"))  # fmt: skip
    assert s.value("blank") == "false"
    s.answer("q", "")
    assert s.value("blank") == "true"
    assert s.saved("q") == ""


def test_a_whole_decimal_is_stored_with_a_point(scenario: Begin) -> None:
    s = scenario("decimal q\ncalculate double = ${q} * 2")
    s.answer("q", "4")
    assert float(s.value("q")) == 4
    assert s.value("double") == "8"


def test_a_line_joins_its_points_with_semicolons(scenario: Begin) -> None:
    s = scenario("geotrace q")
    s.answer("q", "1.5 2.5 0 0; 1.5 3.5 0 0")
    assert [piece.split()[:2] for piece in s.value("q").split(";")] == [["1.5", "2.5"], ["1.5", "3.5"]]


def test_a_note_takes_no_answer(scenario: Begin) -> None:
    s = scenario("note q | label: Read this")
    assert s.node("q").kind == "note"
    with pytest.raises(FormError, match="takes no answer"):
        s.answer("q", "x")


def test_a_calculation_is_not_asked(scenario: Begin) -> None:
    s = scenario("calculate q = 1 + 1")
    assert s.node("q").kind == "model-value"
    assert s.saved("q") == "2"


def test_a_trigger_is_acknowledged_with_ok(scenario: Begin) -> None:
    s = scenario("trigger q | required: true()")
    assert s.wrong() == [("q", "required")]
    s.answer("q", "OK")
    assert s.wrong() == []
    assert s.saved("q") == "OK"


def test_select_one_keeps_one_of_its_choices(scenario: Begin) -> None:
    s = scenario("one q: a b c")
    s.answer("q", "b")
    assert s.saved("q") == "b"


def test_select_one_takes_nothing_that_is_not_among_its_choices(scenario: Begin) -> None:
    s = scenario("one q: a b c").answer("q", "b").answer("q", "z")
    assert s.value("q") == ""


def test_select_multiple_joins_its_choices_with_spaces(scenario: Begin) -> None:
    assert scenario("many q: a b c").answer("q", ["a", "c"]).saved("q") == "a c"


def test_select_multiple_stores_in_the_order_of_the_choices(scenario: Begin) -> None:
    assert scenario("many q: a b c").answer("q", ["c", "a"]).value("q") == "a c"


def test_select_multiple_drops_what_is_not_among_its_choices(scenario: Begin) -> None:
    assert scenario("many q: a b c").answer("q", ["a", "z"]).value("q") == "a"


def test_select_multiple_keeps_a_choice_once(scenario: Begin) -> None:
    assert scenario("many q: a b c").answer("q", ["a", "a"]).value("q") == "a"


def test_select_multiple_is_told_from_select_one(scenario: Begin) -> None:
    s = scenario("many m: a b\none o: a b")
    assert (s.node("m").multiple, s.node("o").multiple) == (True, False)


def test_a_choice_shows_its_label_and_stores_its_name(scenario: Begin) -> None:
    s = scenario("one q: a=Apple b=Bean")
    assert s.labels("q") == ["Apple", "Bean"]
    assert s.answer("q", "a").saved("q") == "a"


def test_a_rank_keeps_the_order_that_was_given(scenario: Begin) -> None:
    assert scenario("rank q: a b c").answer("q", ["c", "a", "b"]).saved("q") == "c a b"


def test_a_rank_ranks_every_choice(scenario: Begin) -> None:
    with pytest.raises(FormError, match="Rank all"):
        scenario("rank q: a b c").answer("q", ["c", "a"])


def test_a_rank_is_blank_until_it_is_ranked(scenario: Begin) -> None:
    s = scenario("rank q: a b c")
    assert s.value("q") == ""
    assert s.choices("q") == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("given", "stored"), [("1", "1"), ("5", "5"), ("3", "3"), ("0", ""), ("6", ""), ("-1", "")],
    ids=["its start is within", "its end is within", "the middle is within", "below it", "above it", "far below it"],
)  # fmt: skip
def test_a_range_takes_what_lies_between_its_ends(scenario: Begin, given: str, stored: str) -> None:
    assert scenario("range q | start: 1 | end: 5 | step: 1").answer("q", given).value("q") == stored


def test_a_range_may_run_downwards(scenario: Begin) -> None:
    s = scenario("range q | start: 5 | end: 1 | step: -1")
    assert s.answer("q", "3").value("q") == "3"
    assert s.answer("q", "6").value("q") == ""


def test_a_range_tells_its_ends_and_step(scenario: Begin) -> None:
    parameters = scenario("range q | start: 1 | end: 5 | step: 2").node("q").parameters
    assert (parameters["start"], parameters["end"], parameters["step"]) == ("1", "5", "2")


def test_a_range_is_blank_until_somebody_moves_it(scenario: Begin) -> None:
    assert scenario("range q | start: 1 | end: 5 | step: 1").value("q") == ""


def test_a_decimal_range_takes_decimals(scenario: Begin) -> None:
    assert scenario("decimal range q | start: 0 | end: 1 | step: 0.1").answer("q", "0.3").value("q") == "0.3"


def test_an_appearance_is_told_to_the_window(scenario: Begin) -> None:
    assert scenario("text q | appearance: multiline").node("q").appearance == "multiline"


def test_a_hint_is_told_to_the_window(scenario: Begin) -> None:
    assert scenario("text q | hint: As on the card").node("q").hint == "As on the card"


@pytest.mark.parametrize(
    "kind", ["text", "int", "decimal", "date", "time", "dateTime", "geopoint", "barcode"]
)
def test_the_type_is_told_to_the_window(scenario: Begin, kind: str) -> None:
    node = scenario(f"{kind} q | label: Q").node("q")
    assert node.kind == "input"
    assert node.type == {"text": "string"}.get(kind, kind)


def test_an_upload_is_told_to_the_window(scenario: Begin) -> None:
    assert scenario("binary q").node("q").kind == "upload"


def test_a_hidden_question_keeps_its_default(scenario: Begin) -> None:
    assert scenario("hidden q | default: x7").saved("q") == "x7"
