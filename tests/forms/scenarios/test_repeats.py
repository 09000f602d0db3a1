"""Repeats: added, removed, counted, nested, read from inside and outside."""

from collections.abc import Callable
from typing import Any

import pytest

from fieldapp.errors import FormError

Begin = Callable[..., Any]
PEOPLE = "repeat person\ntext name\nint age\nend"


def with_ages(s: Any, *ages: int) -> Any:
    while s.count("person") < len(ages):
        s.add("person")
    for at, age in enumerate(ages, 1):
        s.answer(f"person[{at}]/age", age)
    return s


def test_a_repeat_with_a_template_begins_empty(scenario: Begin) -> None:
    s = scenario(PEOPLE)
    assert s.count("person") == 0
    assert not s.exists("person[1]")


def test_rows_written_in_the_form_are_there_from_the_beginning(scenario: Begin) -> None:
    s = scenario("repeat person | rows: own\ntext name | default: x\nend")
    assert s.count("person") == 1
    assert s.value("person[1]/name") == "x"


def test_a_row_is_added_at_the_end(scenario: Begin) -> None:
    s = with_ages(scenario(PEOPLE), 30, 40)
    assert s.count("person") == 2
    assert (s.value("person[1]/age"), s.value("person[2]/age")) == ("30", "40")


def test_a_new_row_has_the_defaults_of_the_template(scenario: Begin) -> None:
    s = scenario("repeat person\ntext kin | default: child\nend")
    s.add("person")
    assert s.value("person[1]/kin") == "child"


def test_a_row_is_removed_and_those_after_it_move_up(scenario: Begin) -> None:
    s = with_ages(scenario(PEOPLE), 1, 2, 3)
    s.remove("person[2]")
    assert [s.value(f"person[{at}]/age") for at in (1, 2)] == ["1", "3"]
    assert not s.exists("person[3]")


@pytest.mark.parametrize(("gone", "left"), [(1, ["2", "3"]), (2, ["1", "3"]), (3, ["1", "2"])])
def test_any_row_can_be_removed(scenario: Begin, gone: int, left: list[str]) -> None:
    s = with_ages(scenario(PEOPLE), 1, 2, 3)
    s.remove(f"person[{gone}]")
    assert [s.value(f"person[{at}]/age") for at in (1, 2)] == left


def test_every_row_can_be_removed(scenario: Begin) -> None:
    s = with_ages(scenario(PEOPLE), 1)
    s.remove("person[1]")
    assert s.count("person") == 0
    assert s.sent().find("person") is None


def test_a_row_that_is_not_there_cannot_be_removed(scenario: Begin) -> None:
    with pytest.raises(FormError):
        scenario(PEOPLE).remove("person[1]")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("count(${person})", "3"), ("sum(${age})", "60"), ("max(${age})", "30"), ("min(${age})", "10"),
        ("sum(${age}) div count(${age})", "20"), ("join(',', ${age})", "10,20,30"),
        ("count-non-empty(${name})", "1"), ("count(${person}[age > 15])", "2"),
        ("sum(${person}[age > 15]/age)", "50"), ("${person}[2]/age", "20"), ("${person}[last()]/age", "30"),
        ("${person}[position() = 1]/age", "10"), ("indexed-repeat(${age}, ${person}, 3)", "30"),
        ("indexed-repeat(${age}, ${person}, 9)", ""), ("${person}[name = 'Li']/age", "20"),
        ("count(${person}[age > 15][1])", "1"), ("${age}", "10"), ("position(${person}[3])", "3"),
        ("count(${person}/preceding-sibling::person)", "2"), ("string(count(${person}[name = 'nobody']))", "0"),
    ],
    ids=["how many there are", "the sum of a question", "the largest", "the smallest", "the mean", "all of them joined",
         "how many are answered", "those that fulfil something", "the sum of those", "one by its number", "the last",
         "one by its position", "indexed-repeat", "indexed-repeat beyond the end is blank", "one by another answer",
         "the first of those that fulfil something", "a bare name outside is the first", "the position of one",
         "all but the last have one after them", "none that fulfil it"],
)  # fmt: skip
def test_from_outside_a_repeat_is_read_as_a_whole(scenario: Begin, expression: str, expected: str) -> None:
    s = with_ages(scenario(f"{PEOPLE}\ncalculate r = {expression}"), 10, 20, 30)
    s.answer("person[2]/name", "Li")
    assert s.value("r") == expected


def test_a_sum_follows_rows_that_come_and_go(scenario: Begin) -> None:
    s = with_ages(scenario(f"{PEOPLE}\ncalculate total = sum(${{age}})"), 10, 20, 30)
    assert s.value("total") == "60"
    s.remove("person[1]")
    assert s.value("total") == "50"
    s.add("person")
    s.answer("person[3]/age", "1")
    assert s.value("total") == "51"


def test_a_count_of_no_rows_is_zero(scenario: Begin) -> None:
    assert scenario(f"{PEOPLE}\ncalculate n = count(${{person}})").value("n") == "0"


def test_a_sum_of_no_rows_is_blank(scenario: Begin) -> None:
    assert scenario(f"{PEOPLE}\ncalculate n = sum(${{age}})").value("n") == ""


def test_coalesce_makes_a_sum_of_no_rows_zero(scenario: Begin) -> None:
    assert scenario(f"{PEOPLE}\ncalculate n = coalesce(sum(${{age}}), 0)").value("n") == "0"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("../age * 2", ["20", "40", "60"]), ("${age} + 1", ["11", "21", "31"]), ("position(..)", ["1", "2", "3"]),
        ("count(${person})", ["3", "3", "3"]), ("if(position(..) = 1, 'head', 'other')", ["head", "other", "other"]),
        ("${person}[position() = position(current()/..) - 1]/age", ["", "10", "20"]),
        ("indexed-repeat(${age}, ${person}, position(..) - 1)", ["", "10", "20"]),
        ("sum(../../person/age)", ["60", "60", "60"]), ("count(../preceding-sibling::person)", ["0", "1", "2"]),
        ("count(${person}[age > current()/../age])", ["2", "1", "0"]),
    ],
    ids=["its own row by a relative path", "its own row by name", "its own number", "all rows by name",
         "by its own number", "the row before it", "the row before it by indexed-repeat", "all rows by a relative path",
         "how many rows are before it", "how many are larger than its own"],
)  # fmt: skip
def test_from_inside_a_row_reads_its_own(scenario: Begin, expression: str, expected: list[str]) -> None:
    s = with_ages(scenario(f"repeat person\ntext name\nint age\ncalculate r = {expression}\nend"), 10, 20, 30)
    assert [s.value(f"person[{at}]/r") for at in (1, 2, 3)] == expected


def test_the_numbers_of_rows_follow_when_one_goes(scenario: Begin) -> None:
    s = with_ages(scenario("repeat person\nint age\ncalculate at = position(..)\nend"), 1, 2, 3)
    s.remove("person[1]")
    assert [s.value(f"person[{at}]/at") for at in (1, 2)] == ["1", "2"]


def test_relevance_in_one_row_does_not_touch_another(scenario: Begin) -> None:
    s = with_ages(scenario("repeat person\nint age\ntext job | relevant: ${age} > 17\nend"), 10, 20)
    assert not s.relevant("person[1]/job")
    assert s.relevant("person[2]/job")


def test_a_constraint_is_asked_in_each_row(scenario: Begin) -> None:
    s = with_ages(scenario("repeat person\nint age | constraint: . < 15\nend"), 10, 20)
    assert [one.ref for one in s.session.violations()] == ["/data/person[2]/age"]


def test_no_two_rows_may_have_the_same_name(scenario: Begin) -> None:
    unique = "count(${person}[name = current()/.]) = 1"
    s = scenario(f"repeat person\ntext name | constraint: {unique}\nend")
    for at, name in enumerate(["Wang", "Li", "Wang"], 1):
        s.add("person")
        s.answer(f"person[{at}]/name", name)
    assert len(s.session.violations()) == 2
    s.answer("person[3]/name", "Zhao")
    assert s.session.violations() == []


def test_a_counted_repeat_has_as_many_rows_as_was_answered(scenario: Begin) -> None:
    s = scenario("int n\nrepeat person | count: ${n}\ntext name\nend")
    for n, rows in (("2", 2), ("4", 4), ("1", 1), ("0", 0), ("", 0)):
        assert s.answer("n", n).count("person") == rows


def test_a_count_that_shrinks_takes_the_last_rows(scenario: Begin) -> None:
    s = scenario("int n\nrepeat person | count: ${n}\ntext name\nend").answer("n", "3")
    for at in (1, 2, 3):
        s.answer(f"person[{at}]/name", f"p{at}")
    s.answer("n", "2").answer("n", "3")
    assert [s.value(f"person[{at}]/name") for at in (1, 2, 3)] == ["p1", "p2", ""]


@pytest.mark.parametrize(
    ("count", "rows"), [("3", 3), ("1 + 1", 2), ("-5", 0), ("2.9", 2), ("'x'", 0)],
    ids=["a fixed number", "an expression", "a negative number is none", "decimals are cut", "a word is none"],
)  # fmt: skip
def test_a_count_may_be_any_expression(scenario: Begin, count: str, rows: int) -> None:
    assert scenario(f"repeat person | count: {count}\ntext name\nend").count("person") == rows


def test_a_repeat_that_counts_itself_comes_to_an_end(scenario: Begin) -> None:
    assert 0 < scenario("repeat person | count: count(${person}) + 1\ntext name\nend").count("person") < 100


def test_a_count_by_chosen_things_names_each_row(scenario: Begin) -> None:
    s = scenario(
        "many crops: rice maize tea\nrepeat field | count: count-selected(${crops})\n"
        "calculate crop = selected-at(${crops}, position(..) - 1)\nend"
    ).answer("crops", ["rice", "tea"])
    assert [s.value(f"field[{at}]/crop") for at in (1, 2)] == ["rice", "tea"]


def test_nobody_adds_to_a_counted_repeat(scenario: Begin) -> None:
    s = scenario("int n\nrepeat person | count: ${n}\ntext name\nend").answer("n", "1")
    with pytest.raises(FormError, match="follows from the answers"):
        s.add("person")
    with pytest.raises(FormError, match="cannot be removed"):
        s.remove("person[1]")


def test_a_counted_repeat_is_told_from_a_free_one(scenario: Begin) -> None:
    s = scenario("repeat a | count: 1\ntext x\nend\nrepeat b\ntext y\nend")
    assert s.session.node("/data/a#range").kind == "repeat-range:controlled"
    assert s.session.node("/data/b#range").kind == "repeat-range:uncontrolled"


def test_a_repeat_that_nobody_may_add_to_has_its_one_row(scenario: Begin) -> None:
    s = scenario("repeat person | fixed: yes\ntext name\nend")
    assert s.count("person") == 1
    with pytest.raises(FormError):
        s.add("person")


def test_repeats_stand_in_repeats(scenario: Begin) -> None:
    s = scenario(
        "repeat house\ntext street\nrepeat person\nint age\nend\nend\ncalculate all = count(${person})"
    )
    for _ in range(2):
        s.add("house")
    for house, people in ((1, 2), (2, 3)):
        for _ in range(people):
            s.session.add_repeat(f"/data/house[{house}]/person")
    assert s.session.node("/data/house[2]/person#range").count == 3
    assert s.value("all") == "5"


def test_an_inner_sum_is_of_its_own_row(scenario: Begin) -> None:
    s = scenario("repeat house\nrepeat person\nint age\nend\ncalculate sum = sum(../person/age)\nend")
    for house, ages in ((1, (1, 2)), (2, (10,))):
        s.add("house")
        for at, age in enumerate(ages, 1):
            s.session.add_repeat(f"/data/house[{house}]/person")
            s.session.answer(f"/data/house[{house}]/person[{at}]/age", str(age))
    assert [s.value(f"house[{at}]/sum") for at in (1, 2)] == ["3", "10"]


def test_an_outer_row_takes_its_inner_rows_along(scenario: Begin) -> None:
    s = scenario("repeat house\nrepeat person\nint age\nend\nend\ncalculate n = count(${person})")
    for house in (1, 2):
        s.add("house")
        s.session.add_repeat(f"/data/house[{house}]/person")
        s.session.answer(f"/data/house[{house}]/person[1]/age", str(house))
    s.remove("house[1]")
    assert s.value("n") == "1"
    assert s.value("house[1]/person[1]/age") == "2"


def test_indexed_repeat_goes_through_two_levels(scenario: Begin) -> None:
    s = scenario(
        "repeat house\nrepeat person\nint age\nend\nend\n"
        "calculate r = indexed-repeat(${age}, ${house}, 2, ${person}, 1)"
    )
    for house in (1, 2):
        s.add("house")
        s.session.add_repeat(f"/data/house[{house}]/person")
        s.session.answer(f"/data/house[{house}]/person[1]/age", str(house * 10))
    assert s.value("r") == "20"


def test_an_inner_count_may_come_from_its_outer_row(scenario: Begin) -> None:
    s = scenario("repeat house\nint n\nrepeat person | count: ${n}\ntext name\nend\nend")
    for at, n in ((1, "2"), (2, "1")):
        s.add("house")
        s.answer(f"house[{at}]/n", n)
    assert [s.session.node(f"/data/house[{at}]/person#range").count for at in (1, 2)] == [2, 1]


def test_a_repeat_that_is_not_relevant_is_left_out(scenario: Begin) -> None:
    s = scenario("int n\nrepeat person | relevant: ${n} > 0\nint age\nend\ncalculate all = sum(${age})")
    s.answer("n", "1").add("person")
    s.answer("person[1]/age", "7")
    assert s.value("all") == "7"
    s.answer("n", "0")
    assert s.value("all") == ""
    assert s.sent().find("person") is None


def test_rows_are_written_one_after_the_other(scenario: Begin) -> None:
    sent = with_ages(scenario(f"text a\n{PEOPLE}\ntext z"), 1, 2).sent()
    assert [child.tag for child in sent] == ["a", "person", "person", "z", "meta"]
    assert [one.findtext("age") for one in sent.findall("person")] == ["1", "2"]


def test_a_row_label_may_tell_its_answers(scenario: Begin) -> None:
    s = scenario("repeat person\ntext name\nnote hello | label: Dear ${name}\nend")
    s.add("person")
    s.answer("person[1]/name", "Li")
    assert s.label("person[1]/hello") == "Dear Li"
