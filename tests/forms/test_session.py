"""A worker fills a form: what is asked, what is wrong, what is written."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from fieldapp.errors import FormError
from fieldapp.forms import Form, Session, load_form_xml
from fieldapp.forms.filling.giving import Given

Filled = Callable[..., Session]
NOW = datetime(2026, 3, 5, 9, 30, tzinfo=UTC)

AGE = (
    "<age/><school/><class/>",
    """<bind nodeset="/data/age" type="int" constraint=". &gt;= 0 and . &lt;= 120" required="true()"
         jr:constraintMsg="0–120"/>
       <bind nodeset="/data/school" relevant="/data/age &gt;= 6 and /data/age &lt; 16"/>
       <bind nodeset="/data/class" calculate="concat('class ', /data/school)" relevant="/data/school != ''"/>""",
    """<input ref="/data/age"><label>Age</label></input>
       <select1 ref="/data/school"><label>In school?</label>
         <item><label>Yes</label><value>yes</value></item><item><label>No</label><value>no</value></item></select1>
       <input ref="/data/class"><label>You said <output value="/data/school"/></label></input>""",
)


def test_an_answer_makes_a_question_relevant_and_says_what_changed(filled: Filled) -> None:
    session = filled(*AGE)
    assert not session.node("/data/school").relevant
    changed = session.answer("/data/age", "9")
    assert changed == {"/data/age", "/data/school"}
    assert session.node("/data/school").relevant
    assert "/data/school" in session.order()


def test_an_answer_that_changes_nothing_reports_nothing(filled: Filled) -> None:
    session = filled(*AGE)
    session.answer("/data/age", "9")
    assert session.answer("/data/age", "9") == frozenset()


def test_a_required_blank_and_a_broken_constraint_are_violations(filled: Filled) -> None:
    session = filled(*AGE)
    assert [(one.ref, one.kind) for one in session.violations()] == [("/data/age", "required")]
    session.answer("/data/age", "130")
    (violation,) = session.violations()
    assert (violation.kind, violation.message) == ("constraint", "0–120")
    session.answer("/data/age", "30")
    assert session.violations() == []


def test_what_is_not_relevant_is_blank_for_others_and_left_out_of_the_submission(filled: Filled) -> None:
    session = filled(*AGE)
    session.answer("/data/age", "9")
    session.answer("/data/school", "yes")
    assert session.node("/data/class").value == "class yes"
    session.answer("/data/age", "40")
    assert session.node("/data/class").value == ""
    assert b"school" not in session.submission()
    session.answer("/data/age", "9")
    assert session.node("/data/school").value == "yes", "the answer comes back with the question"


def test_labels_follow_the_answers(filled: Filled) -> None:
    session = filled(*AGE)
    session.answer("/data/age", "9")
    assert "/data/class" in session.answer("/data/school", "no")
    assert session.node("/data/class").label == "You said no"


def test_a_word_is_no_whole_number_and_an_unknown_choice_is_not_selected(filled: Filled) -> None:
    session = filled(*AGE)
    session.answer("/data/age", "nine")
    assert session.node("/data/age").value == ""
    session.answer("/data/age", "9")
    session.answer("/data/school", "maybe")
    assert session.node("/data/school").value == ""


def test_the_submission_is_the_same_bytes_for_the_same_answers(filled: Filled) -> None:
    sessions = [filled(*AGE) for _ in range(2)]
    for session in sessions:
        session.answer("/data/age", "9")
    first, second = (session.submission() for session in sessions)
    assert first == second
    assert first == (
        b'<data xmlns:orx="http://openrosa.org/xforms" id="a" version="1"><age>9</age><school/><orx:meta>'
        b"<orx:instanceID>uuid:11111111-2222-4333-8444-555555555555</orx:instanceID></orx:meta></data>"
    )


def test_a_read_only_question_and_an_unknown_reference_take_no_answer(filled: Filled) -> None:
    session = filled("<a/>", '<bind nodeset="/data/a" readonly="1 = 1"/>', '<input ref="/data/a"/>')
    with pytest.raises(FormError, match="read-only"):
        session.answer("/data/a", "1")
    with pytest.raises(FormError, match="has no /data/b"):
        session.answer("/data/b", "1")


def test_prefill_reaches_read_only_questions_and_their_readers(filled: Filled) -> None:
    binds = '<bind nodeset="/data/a" readonly="true()"/><bind nodeset="/data/b" calculate="/data/a * 2"/>'
    session = filled("<a/><b/>", binds, '<input ref="/data/a"/>', prefill={"/data/a": "21"})
    assert session.node("/data/b").value == "42"


REPEAT = (
    "<people jr:template=''><name/><place/></people><total/><names/>",
    """<bind nodeset="/data/people/place" calculate="position(..)"/>
       <bind nodeset="/data/total" calculate="count(/data/people)"/>
       <bind nodeset="/data/names" calculate="join(' ', /data/people/name)"/>""",
    """<group ref="/data/people"><label>Person</label><repeat nodeset="/data/people">
         <input ref="/data/people/name"><label>Name <output value="../place"/></label></input></repeat></group>""",
)


def test_instances_come_go_and_move_up(filled: Filled) -> None:
    session = filled(*REPEAT)
    for name in ("A", "B", "C"):
        added = session.add_repeat("/data/people")
        assert "/data/people#range" in added
        at = session.node("/data/people#range").count
        session.answer(f"/data/people[{at}]/name", name)
    assert session.node("/data/total").value == "3"
    changed = session.remove_repeat("/data/people[2]")
    assert {"/data/people[3]", "/data/people[2]/name", "/data/total", "/data/names"} <= changed
    assert "/data/people[3]" not in session
    assert session.node("/data/people[2]/name").value == "C"
    assert session.node("/data/people[2]/name").label == "Name 2"
    assert session.node("/data/names").value == "A C"


def test_a_counted_repeat_follows_its_count_and_takes_no_hand(filled: Filled) -> None:
    session = filled(
        "<n/><kid jr:template=''><name/></kid>",
        '<bind nodeset="/data/n" type="int"/>',
        '<input ref="/data/n"/><repeat nodeset="/data/kid" jr:count="/data/n"><input ref="/data/kid/name"/></repeat>',
    )
    session.answer("/data/n", "2")
    session.answer("/data/kid[2]/name", "B")
    session.answer("/data/n", "3")
    assert session.node("/data/kid#range").count == 3
    assert session.node("/data/kid[2]/name").value == "B"
    with pytest.raises(FormError, match="follows from the answers"):
        session.add_repeat("/data/kid")


def test_a_draft_comes_back_with_its_repeats_and_its_id(xlsform: Callable[..., Form], begun: Filled) -> None:
    form = xlsform(
        """
        | survey |
        | | type         | name   | label | calculation | relevant      |
        | | integer      | n      | N     |             |               |
        | | begin_repeat | person | P     |             |               |
        | | text         | name   | Name  |             |               |
        | | end_repeat   |        |       |             |               |
        | | calculate    | stamp  |       | once(uuid()) |              |
        | | text         | deep   | Deep  |             | ${n} > 5      |
        """
    )
    session = begun(form)
    session.answer("/data/n", "7")
    session.answer("/data/deep", "kept")
    session.add_repeat("/data/person")
    session.answer("/data/person[2]/name", "Zhang Demo")
    session.answer("/data/n", "1")
    kept = session.answers()
    now = datetime(2026, 3, 6, tzinfo=UTC)
    again = form.restore(kept, today=now.date(), now=now, new_uuid=lambda: "another")
    assert again.answers() == kept
    assert again.submission() == session.submission()
    again.answer("/data/n", "9")
    assert again.node("/data/deep").value == "kept"


def test_an_edited_submission_gets_a_new_id_and_names_the_old_one(
    xform: Callable[..., bytes], filled: Filled
) -> None:
    from fieldapp.forms import load_form_xml

    session = filled(*AGE)
    session.answer("/data/age", "9")
    now = datetime(2026, 3, 6, tzinfo=UTC)
    form = load_form_xml(xform(*AGE))
    again = form.edit(session.submission(), today=now.date(), now=now, new_uuid=lambda: "new")
    assert again.node("/data/age").value == "9"
    written = again.submission().decode()
    assert "<orx:instanceID>uuid:new</orx:instanceID>" in written
    assert "<orx:deprecatedID>uuid:11111111-2222-4333-8444-555555555555</orx:deprecatedID>" in written


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (3, "3"),
        (2.5, "2.5"),
        (3.0, "3"),
        (True, "true"),
        (None, ""),
        (["a", "b"], "a b"),
        (("a", 2), "a 2"),
        (1e999, ""),
    ],
)
def test_a_script_gives_answers_of_its_own_kinds(
    filled: Callable[..., Session], given: Given, kept: str
) -> None:
    session = filled("<a/>", "", '<input ref="/data/a"/>')
    session.answer("/data/a", given)
    assert session.raw("/data/a") == kept


def test_a_tick_is_given_as_true_and_taken_back_as_false(filled: Callable[..., Session]) -> None:
    session = filled("<a/>", "", '<trigger ref="/data/a"/>')
    session.answer("/data/a", True)
    assert session.raw("/data/a") == "OK"
    session.answer("/data/a", False)
    assert session.raw("/data/a") == ""


def test_what_is_no_answer_at_all_is_refused_in_words(filled: Callable[..., Session]) -> None:
    session = filled("<a/>", "", '<input ref="/data/a"/>')
    for given in (b"x", {"a": 1}, [["a"]]):
        with pytest.raises(FormError) as refused:
            session.answer("/data/a", given)  # type: ignore[arg-type]
        assert refused.value.code == "form.answer.kind"


def test_the_namespace_of_the_forms_data_is_that_of_the_submission(
    xform: Callable[..., bytes], begun: Callable[..., Session]
) -> None:
    xml = xform("<a/>", "", '<input ref="/data/a"/>').replace(b"<data id", b'<data xmlns="urn:a:county" id')
    form = load_form_xml(xml)
    session = begun(form)
    session.answer("/data/a", "1")
    written = session.submission()
    assert written.startswith(b'<data xmlns="urn:a:county" xmlns:orx=')
    assert form.edit(written, today=NOW.date(), now=NOW, tz="UTC", new_uuid=lambda: "n").raw("/data/a") == "1"
    assert b"xmlns=" not in begun(load_form_xml(xform("<a/>"))).submission()
