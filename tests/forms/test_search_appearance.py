"""`search()` in an appearance: choices looked up in an attached table, as Collect does."""

from collections.abc import Callable

import pytest

from fieldapp.forms import Form, Session, load_form_xml

Load = Callable[..., Form]
Begin = Callable[..., Session]
TOWNS = "name,label,Region Id,nick,photo\na,Alpha,n,First,a.png\nb,Beta,s,,\nab,Abel,s,Third,\n"


@pytest.fixture
def asked(xlsform: Load, begun: Begin) -> Callable[..., Session]:
    """A session on a form that asks for a town, with the appearance and the choices that are told."""

    def build(appearance: str, choices: str = "| | l | name | label |", **files: bytes) -> Session:
        survey = "| survey | | | | |\n| | type | name | label | appearance |\n| | text | typed | Typed | |\n"
        survey += f"| | select_one l | town | Town | {appearance} |\n| choices | | | |\n"
        survey += f"| | list_name | name | label |\n{choices}\n"
        return begun(xlsform(survey, files or {"towns.csv": TOWNS.encode()}))

    return build


def found(session: Session) -> list[str]:
    return [choice.value for choice in session.node("/data/town").choices]


@pytest.mark.parametrize(
    ("appearance", "typed", "expected"),
    [
        ("search('towns')", "", ["a", "b", "ab"]),
        ("search('towns', 'contains', 'label', ${typed})", "E", ["b", "ab"]),
        ("search('towns', 'contains', 'label', ${typed})", "", ["a", "b", "ab"]),
        ("search('towns', 'startswith', 'name', ${typed})", "a", ["a", "ab"]),
        ("search('towns', 'endswith', 'name', ${typed})", "b", ["b", "ab"]),
        ("search('towns', 'matches', 'Region Id', ${typed})", "s", ["b", "ab"]),
        ("search('towns', 'contains', 'label,nick', ${typed})", "first", ["a"]),
        ("search('towns', 'contains', 'label', 'a', 'region_id', ${typed})", "n", ["a"]),
        ("search('towns', 'contains', 'nowhere', ${typed})", "a", []),
        ("search('towns', 'matches', 'name', concat(${typed}, ')'))", "a", []),
    ],
)
def test_a_table_is_searched(
    asked: Callable[..., Session], appearance: str, typed: str, expected: list[str]
) -> None:
    session = asked(appearance)
    session.answer("/data/typed", typed)
    assert found(session) == expected


def test_a_change_of_what_is_searched_for_shows_other_choices(asked: Callable[..., Session]) -> None:
    session = asked("minimal search('towns', 'matches', 'name', ${typed})")
    assert found(session) == []
    assert "/data/town" in session.answer("/data/typed", "a")
    assert found(session) == ["a"]
    assert session.node("/data/town").appearance == "minimal"


def test_what_was_chosen_stays_when_the_search_finds_others(asked: Callable[..., Session]) -> None:
    session = asked("search('towns', 'matches', 'name', ${typed})")
    session.answer("/data/typed", "a")
    session.answer("/data/town", "a")
    session.answer("/data/typed", "b")
    assert session.node("/data/town").value == "a"


def test_a_choice_with_a_whole_number_stands_as_it_is(asked: Callable[..., Session]) -> None:
    session = asked("search('towns')", "| | l | 88 | Another |\n| | l | name | label,nick |")
    shown = [(one.value, one.label) for one in session.node("/data/town").choices]
    assert shown == [("88", "Another"), ("a", "Alpha First"), ("b", "Beta"), ("ab", "Abel Third")]


def test_a_choice_keeps_its_digits_whatever_is_found(asked: Callable[..., Session]) -> None:
    session = asked("search('towns', 'matches', 'name', ${typed})")
    session.answer("/data/typed", "ab")
    assert [one.code for one in session.node("/data/town").choices] == ["3"]


def test_the_table_may_follow_from_an_answer(asked: Callable[..., Session]) -> None:
    session = asked("search(${typed})", towns=b"", **{"other.csv": b"name,label\nq,Q\n"})
    session.answer("/data/typed", "other")
    assert found(session) == ["q"]
    session.answer("/data/typed", "gone")
    assert found(session) == []


def test_the_column_of_the_label_follows_the_language(xlsform: Load, begun: Begin) -> None:
    survey = "| survey | | | | |\n| | type | name | label::en | label::fr | appearance |\n"
    survey += "| | select_one l | town | Town | Ville | search('towns') |\n| choices | | | |\n"
    survey += "| | list_name | name | label::en | label::fr |\n| | l | name | label | nick |\n"
    session = begun(xlsform(survey, {"towns.csv": TOWNS.encode()}))
    assert session.node("/data/town").choices[0].label == "Alpha"
    session.set_language("fr")
    assert session.node("/data/town").choices[0].label == "First"


def test_rows_stand_in_the_order_of_their_column_sortby(asked: Callable[..., Session]) -> None:
    table = b"name,label,sortby\na,A,10\nb,B,9\n"
    assert found(asked("search('towns')", **{"towns.csv": table})) == ["b", "a"]


def test_without_the_table_the_answer_is_typed_and_the_author_is_told(xlsform: Load, begun: Begin) -> None:
    survey = "| survey | | | | |\n| | type | name | label | appearance |\n"
    survey += "| | select_one l | town | Town | search('gone') |\n| choices | | | |\n"
    form = xlsform(survey + "| | list_name | name | label |\n| | l | name | label |\n", {"towns.csv": b""})
    assert any("gone.csv" in one.sentence() for one in form.findings)
    session = begun(form)
    session.answer("/data/town", "typed")
    assert session.node("/data/town").value == "typed"


def test_a_search_that_says_too_little_is_told(xform: Callable[..., bytes]) -> None:
    body = """<select1 ref="/data/a" appearance="search('towns', 'contains')"><label/>
      <item><label>label</label><value>name</value></item></select1>"""
    form = load_form_xml(xform("<a/>", "", body), {"towns.csv": TOWNS.encode()})
    assert [one.code for one in form.findings] == ["form.search"]
