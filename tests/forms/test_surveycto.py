"""Functions of SurveyCTO that forms of the field use: each counts, joins and ranks as its documentation says."""

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from fieldapp.errors import FormError
from fieldapp.forms import Form, Session

Begun = Callable[..., Session]
XLSForm = Callable[..., Form]
NOW = datetime(2026, 3, 5, 9, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
MEMBERS = """
| survey  |               |         |         |             |
|         | type          | name    | label   | calculation |
|         | integer       | bar     | Bar     |             |
|         | begin_repeat  | members | Members |             |
|         | text          | name    | Name    |             |
|         | begin_group   | more    | More    |             |
|         | integer       | age     | Age     |             |
|         | select_one yn | here    | Here    |             |
|         | calculate     | row     |         | index()     |
|         | end_group     |         |         |             |
|         | end_repeat    |         |         |             |
|         | calculate     | found   |         | {found}     |
| choices |               |         |         |
|         | list_name     | name    | label   |
|         | yn            | 1       | Yes     |
|         | yn            | 0       | No      |
"""
PEOPLE = (("Li", "30", "1"), ("Wu", "12", "1"), ("He", "", "0"), ("Xu", "45", "0"))


def _with_people(form: Form, begun: Begun) -> Session:
    session = begun(form)
    session.answer("/data/bar", "18")
    for number, (name, age, here) in enumerate(PEOPLE, 1):
        if number > 1:
            session.add_repeat("/data/members#range")
        session.answer(f"/data/members[{number}]/name", name)
        session.answer(f"/data/members[{number}]/more/age", age)
        session.answer(f"/data/members[{number}]/more/here", here)
    return session


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("count-if(${members}, ${age} >= 18)", "2"),
        ("count-if(${members}, ${age} >= ${bar} and ${here} = 1)", "1"),
        ("count-if(${members}, selected(${here}, '0'))", "2"),
        ("count-if(${members}, false())", "0"),
        ("sum-if(${age}, ${here} = 1)", "42"),
        ("sum-if(${age}, ${age} > 18)", "75"),
        ("sum-if(${age}, ${here} = 0)", "45"),
        ("sum-if(${age}, ${age} > 99)", "0"),
        ("min-if(${age}, ${age} >= 18)", "30"),
        ("max-if(${age}, ${here} = 1)", "30"),
        ("max-if(${age}, ${age} > 99)", ""),
        ("join-if(', ', ${name}, ${age} >= ${bar})", "Li, Xu"),
        ("join-if(' ', ${name}, not(${here} = 1))", "He Xu"),
        ("rank-index(1, ${age})", "2"),
        ("rank-index(4, ${age})", "1"),
        ("rank-index(3, ${age})", "999"),
        ("rank-index(9, ${age})", "999"),
        ("rank-index-if(2, ${age}, ${here} = 1)", "2"),
        ("rank-index-if(4, ${age}, ${here} = 1)", "999"),
    ],
)
def test_rows_are_counted_joined_and_ranked_where_something_holds(
    expression: str, expected: str, xlsform: XLSForm, begun: Begun
) -> None:
    session = _with_people(xlsform(MEMBERS.replace("{found}", expression)), begun)
    assert session.raw("/data/found") == expected


def test_a_change_in_a_row_is_seen_at_once(xlsform: XLSForm, begun: Begun) -> None:
    session = _with_people(
        xlsform(MEMBERS.replace("{found}", "count-if(${members}, ${age} >= ${bar})")), begun
    )
    session.answer("/data/members[2]/more/age", "20")
    assert session.raw("/data/found") == "3"
    session.answer("/data/bar", "40")
    assert session.raw("/data/found") == "1"
    session.remove_repeat("/data/members[4]")
    assert session.raw("/data/found") == "0"


def test_a_row_knows_its_number(xlsform: XLSForm, begun: Begun) -> None:
    session = _with_people(xlsform(MEMBERS.replace("{found}", "1")), begun)
    assert [session.raw(f"/data/members[{row}]/more/row") for row in (1, 2, 3, 4)] == ["1", "2", "3", "4"]
    session.remove_repeat("/data/members[1]")
    assert [session.raw(f"/data/members[{row}]/more/row") for row in (1, 2, 3)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("rank-index(index(), ${age})", ["2", "3", "999", "1"]),
        ("rank-index-if(index(), ${age}, ${here} = 1)", ["1", "2", "999", "999"]),
        ("count-if(${members}, ${age} > 18)", ["2", "2", "2", "2"]),
        ("sum-if(${age}, ${here} = 1)", ["42", "42", "42", "42"]),
        ("join-if(' ', ${name}, ${age} > ${bar})", ["Li Xu"] * 4),
    ],
)
def test_a_row_may_ask_about_all_rows(
    expression: str, expected: list[str], xlsform: XLSForm, begun: Begun
) -> None:
    session = _with_people(xlsform(MEMBERS.replace("{found}", "1").replace("index()", expression, 1)), begun)
    assert [session.raw(f"/data/members[{row}]/more/row") for row in (1, 2, 3, 4)] == expected


@pytest.mark.parametrize("expression", ["sum-if(${bar}, true())", "count-if(${bar}, 1)", "index()"])
def test_what_needs_a_repeat_says_so_elsewhere(expression: str, xlsform: XLSForm) -> None:
    with pytest.raises(FormError, match="needs a question of a repeat") as refused:
        xlsform(MEMBERS.replace("{found}", expression))
    assert (refused.value.params["sheet"], refused.value.params["column"]) == ("survey", "calculation")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("count-items(',', 'a,b,,c')", "4"),
        ("count-items(',', '')", "0"),
        ("item-at(',', 'a,b,c', 2)", "c"),
        ("item-at(',', 'a,b,c', 3)", ""),
        ("item-at(',', 'a,b,c', -1)", ""),
        ("item-index(',', 'a,b,b', 'b')", "1"),
        ("item-index(',', 'a,b', 'z')", "-1"),
        ("string(item-present(',', 'a,,b', ''))", "true"),
        ("string(item-present(',', 'a,b', 'ab'))", "false"),
        ("de-duplicate(' ', '2 1 2 3 1')", "2 1 3"),
        ("rank-value(3, '4 2 1 9 3 7')", "4"),
        ("rank-value('x', '4 2')", "999"),
        ("concat('a', linebreak(), 'b')", "a\nb"),
        ("concat(lower('Ab'), upper('Ab'))", "abAB"),
        ("string(empty(${bar}))", "false"),
        ("choice-label(${bar}, 1)", ""),
        ("round(distance-between('52 5 0 0', '52 6 0 0') div 1000)", "69"),
        ("username()", "wang"),
        ("count-items('', 'a,b')", "1"),
    ],
)
def test_lists_in_texts_are_read_item_by_item(
    expression: str, expected: str, xlsform: XLSForm, begun: Begun
) -> None:
    form = xlsform(MEMBERS.replace("{found}", expression))
    session = begun(form, metadata={"username": "wang"})
    session.answer("/data/bar", "18")
    assert session.raw("/data/found") == expected


def test_the_label_of_a_choice_is_found_by_its_question(xlsform: XLSForm, begun: Begun) -> None:
    form = xlsform(
        """
        | survey  |               |       |       |             |
        |         | type          | name  | label | calculation |
        |         | select_one yn | here  | Here  |             |
        |         | calculate     | found |       | choice-label(${here}, ${here}) |
        | choices |               |       |       |
        |         | list_name     | name  | label |
        |         | yn            | 1     | Yes   |
        """
    )
    session = begun(form)
    session.answer("/data/here", "1")
    assert session.raw("/data/found") == "Yes"


def test_the_time_of_filling_is_known_when_the_submission_is_written(xlsform: XLSForm, begun: Begun) -> None:
    session = begun(xlsform(MEMBERS.replace("{found}", "duration()")), now=NOW)
    assert session.raw("/data/found") == "0"
    session.submission(NOW + timedelta(minutes=2, seconds=5.9))
    assert session.raw("/data/found") == "125"


def test_the_time_is_kept_where_it_was_asked_once(xlsform: XLSForm, begun: Begun) -> None:
    session = begun(xlsform(MEMBERS.replace("{found}", "once(duration())")), now=NOW)
    session.submission(NOW + timedelta(minutes=2))
    assert session.raw("/data/found") == "0"


@pytest.mark.parametrize("name", ["phone-call-log", "enumerator-name", "plug-in-metadata"])
def test_what_is_not_on_the_list_is_refused_with_its_place(name: str, xlsform: XLSForm) -> None:
    with pytest.raises(FormError, match=f"The function {name}") as refused:
        xlsform(MEMBERS.replace("{found}", f"{name}()"))
    assert (refused.value.params["sheet"], refused.value.params["row"]) == ("survey", 11)
