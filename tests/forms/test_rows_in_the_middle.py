"""A row put before another one: those behind move down with their answers, and what counts rows counts anew."""

import pytest

from fieldapp.errors import FormError

DATA = "<person jr:template=''><name/><no/></person><total/><second/>"
BINDS = (
    "<bind nodeset='/data/person/no' calculate='position(..)'/>"
    "<bind nodeset='/data/total' calculate='count(/data/person)'/>"
    "<bind nodeset='/data/second' calculate='/data/person[2]/name'/>"
)
BODY = (
    "<group ref='/data/person'><label>P</label><repeat nodeset='/data/person'>"
    "<input ref='/data/person/name'><label>N</label></input></repeat></group>"
)


@pytest.fixture
def rows(filled):
    session = filled(DATA, BINDS, BODY)
    for number, name in enumerate("ABC", 1):
        if f"/data/person[{number}]" not in session:
            session.add_repeat("/data/person")
        session.answer(f"/data/person[{number}]/name", name)
    return session


def names(session) -> list[str]:
    return [raw for ref, raw in session.answers().items() if ref.endswith("/name")]


def numbers(session) -> list[str]:
    return [raw for ref, raw in session.answers().items() if ref.endswith("/no")]


def test_a_row_comes_before_another_and_the_answers_move_with_their_rows(rows):
    changed = rows.add_repeat("/data/person", before="/data/person[2]")
    assert names(rows) == ["A", "", "B", "C"]
    assert numbers(rows) == ["1", "2", "3", "4"]
    assert rows.raw("/data/total") == "4"
    assert {"/data/person[2]", "/data/person[4]/name"} <= changed


def test_what_reads_the_second_row_reads_the_new_one(rows):
    assert rows.raw("/data/second") == "B"
    rows.add_repeat("/data/person", before="/data/person[1]")
    assert rows.raw("/data/second") == "A"
    rows.remove_repeat("/data/person[1]")
    assert rows.raw("/data/second") == "B"


def test_the_order_of_rows_in_the_submission_is_that_of_the_screen(rows):
    rows.add_repeat("/data/person", before="/data/person[1]")
    rows.answer("/data/person[1]/name", "first")
    written = rows.submission().decode()
    assert written.index("first") < written.index(">A<") < written.index(">B<")


def test_a_new_row_answers_for_itself_alone(rows):
    rows.add_repeat("/data/person", before="/data/person[2]")
    rows.answer("/data/person[2]/name", "new")
    rows.answer("/data/person[4]/name", "last")
    assert names(rows) == ["A", "new", "B", "last"]


def test_a_row_of_another_list_is_refused(rows):
    with pytest.raises(FormError):
        rows.add_repeat("/data/person", before="/data/total")
