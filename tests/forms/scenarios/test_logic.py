"""Relevance, required, constraints, read-only, calculations, triggers, values that are set."""

from collections.abc import Callable
from typing import Any

import pytest

from fieldapp.errors import FormError

Begin = Callable[..., Any]
ADULT = "int age\ntext job | relevant: ${age} >= 18"


@pytest.mark.parametrize(
    ("age", "shown"), [("17", False), ("18", True), ("19", True), ("", False), ("0", False)],
    ids=["below the bound", "on the bound", "above the bound", "blank", "zero"],
)  # fmt: skip
def test_a_question_is_relevant_by_an_answer(scenario: Begin, age: str, shown: bool) -> None:
    s = scenario(ADULT).answer("age", "30").answer("age", age)
    assert s.relevant("job") is shown
    assert (s.ref("job") in s.session.order()) is shown


def test_what_is_not_relevant_is_left_out_of_the_submission(scenario: Begin) -> None:
    s = scenario(ADULT).answer("age", "30").answer("job", "farmer")
    assert s.saved("job") == "farmer"
    s.answer("age", "10")
    assert s.saved("job") is None


def test_what_becomes_relevant_again_has_its_answer_back(scenario: Begin) -> None:
    s = scenario(ADULT).answer("age", "30").answer("job", "farmer").answer("age", "10").answer("age", "31")
    assert s.value("job") == "farmer"


def test_what_is_not_relevant_is_blank_to_others(scenario: Begin) -> None:
    s = scenario(ADULT + "\ncalculate copy = concat('<', ${job}, '>')")
    s.answer("age", "30").answer("job", "farmer")
    assert s.value("copy") == "<farmer>"
    s.answer("age", "10")
    assert s.value("copy") == "<>"


def test_relevance_passes_from_a_group_to_all_inside(scenario: Begin) -> None:
    s = scenario("int n\ngroup g | relevant: ${n} > 0\ntext a\ngroup h\ntext b\nend\nend")
    assert not s.relevant("a")
    assert not s.relevant("b")
    s.answer("n", "1")
    assert s.relevant("g")
    assert s.relevant("b")


def test_a_question_in_a_relevant_group_keeps_its_own_condition(scenario: Begin) -> None:
    s = scenario("int n\ngroup g | relevant: ${n} > 0\ntext a | relevant: ${n} > 5\nend").answer("n", "3")
    assert s.relevant("g")
    assert not s.relevant("a")


def test_relevance_runs_along_a_chain(scenario: Begin) -> None:
    s = scenario("int a\nint b | relevant: ${a} = 1\nint c | relevant: ${b} = 1\nint d | relevant: ${c} = 1")
    for name in "abc":
        s.answer(name, "1")
    assert s.relevant("d")
    s.answer("a", "2")
    assert not s.relevant("b")
    assert not s.relevant("d")


def test_a_group_that_is_not_relevant_is_left_out_whole(scenario: Begin) -> None:
    s = scenario("int n\ngroup g | relevant: ${n} > 0\ntext a\nend\ntext z")
    assert s.sent().find("g") is None
    s.answer("n", "1")
    assert s.sent().find("g/a") is not None


def test_a_calculation_that_is_not_relevant_is_left_out(scenario: Begin) -> None:
    s = scenario("int n\ncalculate c = 1 + 1 | relevant: ${n} > 0")
    assert s.saved("c") is None
    assert s.answer("n", "1").saved("c") == "2"


def test_a_default_shows_once_its_question_is_relevant(scenario: Begin) -> None:
    s = scenario("int n\ntext a | default: x | relevant: ${n} > 0")
    assert s.value("a") == ""
    assert s.answer("n", "1").value("a") == "x"


def test_a_required_question_keeps_the_form_open_until_it_is_answered(scenario: Begin) -> None:
    s = scenario("text a | required: true()")
    assert s.wrong() == [("a", "required")]
    assert s.answer("a", "x").wrong() == []
    assert s.answer("a", "").wrong() == [("a", "required")]


def test_required_may_hang_on_an_answer(scenario: Begin) -> None:
    s = scenario("int n\ntext a | required: ${n} > 1")
    assert not s.node("a").required
    assert s.answer("n", "2").node("a").required
    assert s.wrong() == [("a", "required")]


def test_a_required_question_that_is_not_relevant_keeps_nothing_open(scenario: Begin) -> None:
    assert scenario("int n\ntext a | required: true() | relevant: ${n} = 1").wrong() == []


def test_the_message_of_a_required_question_is_told(scenario: Begin) -> None:
    s = scenario("text a | required: true() | required message: Say the name")
    assert s.violation("a").message == "Say the name"


@pytest.mark.parametrize(
    ("constraint", "good", "bad"),
    [
        (". < 120", "119", "120"), (". >= 0 and . <= 10", "10", "11"), (". != 5", "4", "5"),
        (". mod 2 = 0", "8", "7"), ("regex(., '^1')", "12", "21"), ("string-length(.) = 3", "123", "12"),
        (". > ../low", "6", "5"), ("not(. = ../low)", "4", "5"), ("count(../*) > 1 and . < 3", "2", "3"),
    ],
    ids=["an upper bound", "both bounds", "one value is wrong", "an even number", "a pattern", "its length",
         "above another answer", "different from another answer", "with a count"],
)  # fmt: skip
def test_a_constraint_is_asked_of_the_answer(scenario: Begin, constraint: str, good: str, bad: str) -> None:
    s = scenario(f"int low\nint q | constraint: {constraint} | message: Look again").answer("low", "5")
    assert s.answer("q", good).wrong() == []
    assert s.answer("q", bad).wrong() == [("q", "constraint")]
    assert s.violation("q").message == "Look again"
    assert s.value("q") == bad, "a draft keeps what is wrong"


def test_a_constraint_is_not_asked_of_a_blank(scenario: Begin) -> None:
    assert scenario("int q | constraint: . > 10").wrong() == []


def test_a_constraint_is_not_asked_of_what_is_not_relevant(scenario: Begin) -> None:
    s = scenario("int n\nint q | constraint: . > 10 | relevant: ${n} = 1").answer("n", "1").answer("q", "3")
    assert s.wrong() == [("q", "constraint")]
    assert s.answer("n", "2").wrong() == []


def test_a_constraint_is_asked_again_when_what_it_reads_changes(scenario: Begin) -> None:
    s = scenario("int most\nint q | constraint: . <= ${most}").answer("most", "5").answer("q", "5")
    assert s.wrong() == []
    assert s.answer("most", "4").wrong() == [("q", "constraint")]
    assert s.answer("most", "6").wrong() == []


def test_violations_stand_in_the_order_of_the_form(scenario: Begin) -> None:
    s = scenario("text a | required: true()\nint b | constraint: . < 3\ntext c | required: true()").answer(
        "b", "4"
    )
    assert s.wrong() == [("a", "required"), ("b", "constraint"), ("c", "required")]


def test_a_read_only_question_takes_no_answer(scenario: Begin) -> None:
    s = scenario("text a | readonly: true() | type: string\ntext b")
    assert s.node("a").readonly
    with pytest.raises(FormError):
        s.answer("a", "x")


def test_read_only_may_hang_on_an_answer(scenario: Begin) -> None:
    s = scenario("int n\ntext a | readonly: ${n} = 1").answer("a", "x").answer("n", "1")
    with pytest.raises(FormError, match="read-only"):
        s.answer("a", "y")
    assert s.answer("n", "2").answer("a", "y").value("a") == "y"


def test_a_group_makes_all_inside_read_only(scenario: Begin) -> None:
    s = scenario("int n\ngroup g | readonly: ${n} = 1\ntext a\nend")
    assert not s.node("a").readonly
    assert s.answer("n", "1").node("a").readonly


def test_a_calculation_follows_its_sources(scenario: Begin) -> None:
    s = scenario("int a\nint b\ncalculate c = ${a} + ${b}").answer("a", "2").answer("b", "3")
    assert s.value("c") == "5"
    assert s.answer("b", "").value("c") == ""


def test_calculations_may_be_written_in_any_order(scenario: Begin) -> None:
    s = scenario("calculate c = ${b} * 2\ncalculate b = ${a} + 1\nint a").answer("a", "4")
    assert s.value("c") == "10"


def test_a_circle_of_calculations_is_refused_by_name(scenario: Begin) -> None:
    with pytest.raises(FormError, match=r"circle.*/data/a"):
        scenario("calculate a = ${b} + 1\ncalculate b = ${a} + 1")


def test_an_answer_tells_everything_that_changed_and_no_more(scenario: Begin) -> None:
    s = scenario("int a\ncalculate b = ${a} > 5\ntext c | relevant: ${b}='true'\ntext d")
    assert s.session.answer("/data/a", "3") == {"/data/a"}
    assert s.session.answer("/data/a", "6") == {"/data/a", "/data/b", "/data/c"}


def test_a_calculation_is_written_in_the_type_of_its_question(scenario: Begin) -> None:
    s = scenario("int n\ncalculate whole = ${n} div 2 | type: int").answer("n", "5")
    assert s.value("whole") == "2"


def test_a_calculated_question_can_be_asked_and_shows_its_value(scenario: Begin) -> None:
    s = scenario("int n\nint q | calculate: ${n} * 2 | readonly: true()").answer("n", "4")
    assert s.value("q") == "8"


@pytest.mark.parametrize(
    ("kind", "default"), [("text", "x"), ("int", "4"), ("date", "2026-01-02"), ("geopoint", "1.5 2.5 0 0")]
)
def test_a_default_stands_there_from_the_beginning(scenario: Begin, kind: str, default: str) -> None:
    s = scenario(f"{kind} q | default: {default}")
    assert s.value("q").split()[0] == default.split()[0]
    s.answer("q", "")
    assert s.value("q") == ""


def test_a_default_of_a_wrong_type_is_blank(scenario: Begin) -> None:
    assert scenario("int q | default: many").value("q") == ""


def test_a_default_choice_is_chosen(scenario: Begin) -> None:
    assert scenario("one q: a b | default: b").value("q") == "b"


def test_a_value_is_set_when_the_form_is_first_opened(scenario: Begin) -> None:
    s = scenario("date when\nset when = today() on odk-instance-first-load")
    assert s.value("when") == "2026-03-05"


def test_a_value_set_at_first_is_not_set_again_when_a_draft_is_opened(scenario: Begin) -> None:
    s = scenario("text a\nset a = 'first' on odk-instance-first-load").answer("a", "mine")
    assert s.restored().value("a") == "mine"


def test_a_value_set_at_each_opening_is_set_again(scenario: Begin) -> None:
    s = scenario("text a\nset a = 'again' on odk-instance-load").answer("a", "mine")
    assert s.restored().value("a") == "again"


def test_a_changed_answer_sets_another(scenario: Begin) -> None:
    s = scenario("int n | on change: set copy = ${n} * 2 on xforms-value-changed\nint copy")
    assert s.value("copy") == ""
    assert s.answer("n", "4").value("copy") == "8"


def test_what_a_change_set_may_be_answered_otherwise_until_the_next_change(scenario: Begin) -> None:
    s = scenario("int n | on change: set copy = ${n} on xforms-value-changed\nint copy")
    s.answer("n", "4").answer("copy", "9")
    assert s.value("copy") == "9"
    assert s.answer("n", "5").value("copy") == "5"


def test_the_same_answer_again_is_no_change(scenario: Begin) -> None:
    s = scenario("int n | on change: set copy = ${n} on xforms-value-changed\nint copy")
    s.answer("n", "4").answer("copy", "9").answer("n", "4")
    assert s.value("copy") == "9"


def test_a_change_can_clear_another_answer(scenario: Begin) -> None:
    s = scenario("one county: a b | on change: set town = '' on xforms-value-changed\ntext town")
    s.answer("county", "a").answer("town", "x").answer("county", "b")
    assert s.value("town") == ""


def test_a_trigger_keeps_the_moment_of_a_change(scenario: Begin) -> None:
    s = scenario("text name | on change: set at = now() on xforms-value-changed\ndateTime at")
    assert s.value("at") == ""
    assert s.answer("name", "x").value("at").startswith("2026-03-05T09:30")


def test_once_keeps_its_first_value(scenario: Begin) -> None:
    s = scenario("int n\ncalculate first = once(${n})").answer("n", "4")
    assert s.value("first") == "4"
    assert s.answer("n", "5").value("first") == "4"


def test_once_is_kept_in_a_draft(scenario: Begin) -> None:
    s = scenario("int n\ncalculate first = once(${n})").answer("n", "4").restored().answer("n", "9")
    assert s.value("first") == "4"


def test_a_calculation_with_a_dot_keeps_what_it_has(scenario: Begin) -> None:
    s = scenario("int n\ncalculate most = if(${n} > . or . = '', ${n}, .)")
    for n in ("3", "7", "5"):
        s.answer("n", n)
    assert s.value("most") == "7"


def test_a_setvalue_may_read_a_calculation_of_the_beginning(scenario: Begin) -> None:
    s = scenario("calculate c = 2 * 3\ntext a\nset a = concat('c', ${c}) on odk-instance-first-load")
    assert s.value("a") == "c6"


def test_a_value_is_not_set_into_what_is_not_relevant_at_the_beginning(scenario: Begin) -> None:
    s = scenario("int n\ntext a | relevant: ${n} = 1\nset a = 'x' on odk-instance-first-load")
    assert s.answer("n", "1").value("a") == ""


def test_a_question_that_is_not_there_is_said(scenario: Begin) -> None:
    with pytest.raises(FormError, match=r"/data/nothing"):
        scenario("text a").answer("nothing", "x")


def test_a_date_out_of_the_calendar_is_calculated_as_blank(scenario: Begin) -> None:
    assert scenario("date q | calculate: date('2026-02-30')").value("q") == ""
