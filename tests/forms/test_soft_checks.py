"""Soft checks that a worker confirms, and his remarks: kept with the draft, carried in the submission."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldapp.errors import FormError
from fieldapp.forms import Form, Session, load_form_xml

Filled = Callable[..., Session]
SOFT = """xmlns:fieldapp="urn:fieldapp:xforms" """
PIGS = (
    "<pigs/><sold/><note/>",
    f"""<bind {SOFT} nodeset="/data/pigs" type="int" fieldapp:soft_constraint=". &lt; 20"
          fieldapp:soft_message="More than 20 pigs: is that right?"/>
       <bind {SOFT} nodeset="/data/sold" type="int" relevant="/data/pigs &gt; 0"
          fieldapp:soft_constraint=". &lt;= /data/pigs"/>""",
    """<input ref="/data/pigs"><label>Pigs</label></input><input ref="/data/sold"><label>Sold</label></input>
       <input ref="/data/note"><label>Note</label></input>""",
)
SETTING = {"today": datetime(2026, 3, 5, tzinfo=UTC).date(), "now": datetime(2026, 3, 5, tzinfo=UTC)}


@pytest.fixture
def form(xform: Callable[..., bytes]) -> Form:
    return load_form_xml(xform(*PIGS))


def test_a_soft_check_is_asked_and_keeps_the_form_from_being_final_until_confirmed(filled: Filled) -> None:
    session = filled(*PIGS)
    session.answer("/data/pigs", "30")
    node = session.node("/data/pigs")
    assert (node.soft_message, node.confirmed) == ("More than 20 pigs: is that right?", False)
    assert node.violation is None, "it is no hard rule"
    assert [(one.ref, one.kind, one.message) for one in session.violations()] == [
        ("/data/pigs", "soft", "More than 20 pigs: is that right?")
    ]
    assert session.confirm("/data/pigs") == {"/data/pigs"}
    assert session.node("/data/pigs").confirmed
    assert session.violations() == []


def test_a_changed_answer_forgets_the_confirmation_even_when_it_comes_back(filled: Filled) -> None:
    session = filled(*PIGS)
    session.answer("/data/pigs", "30")
    session.confirm("/data/pigs")
    session.answer("/data/pigs", "31")
    assert not session.node("/data/pigs").confirmed
    session.answer("/data/pigs", "30")
    assert [one.kind for one in session.violations()] == ["soft"]


def test_a_blank_or_irrelevant_answer_has_no_soft_check(filled: Filled) -> None:
    session = filled(*PIGS)
    session.answer("/data/pigs", "5")
    session.answer("/data/sold", "9")
    assert session.node("/data/sold").soft_message == ". <= /data/pigs", "without words it says what it asks"
    session.answer("/data/sold", "")
    assert session.violations() == []
    session.answer("/data/sold", "9")
    session.answer("/data/pigs", "0")
    assert session.node("/data/sold").soft_message == ""
    assert session.violations() == []


def test_a_hard_rule_is_said_before_a_soft_one(filled: Filled) -> None:
    both = PIGS[1].replace('type="int" fieldapp', 'type="int" constraint=". &lt; 50" fieldapp', 1)
    session = filled(PIGS[0], both, PIGS[2])
    session.answer("/data/pigs", "60")
    assert [one.kind for one in session.violations()] == ["constraint"]
    session.answer("/data/pigs", "40")
    assert [one.kind for one in session.violations()] == ["soft"]


def test_an_answer_nothing_doubts_takes_no_confirmation(filled: Filled) -> None:
    session = filled(*PIGS)
    session.answer("/data/pigs", "5")
    assert session.confirm("/data/pigs") == frozenset()
    assert "/data/pigs#confirmed" not in session.answers()


def test_confirmations_and_remarks_come_back_with_the_draft(form: Form, begun: Filled) -> None:
    session = begun(form)
    session.answer("/data/pigs", "30")
    session.confirm("/data/pigs")
    session.remark("/data/pigs", "counted in the shed")
    session.remark("/data/sold", "asked the neighbour")
    kept = session.answers()
    assert kept["/data/pigs#confirmed"] == "30"
    assert kept["/data/pigs#remark"] == "counted in the shed"
    again = form.restore(kept, **SETTING)
    assert again.node("/data/pigs").confirmed
    assert again.remarks() == {"/data/pigs": "counted in the shed", "/data/sold": "asked the neighbour"}
    assert again.answers() == kept
    changed = form.restore({**kept, "/data/pigs": "31"}, **SETTING)
    assert not changed.node("/data/pigs").confirmed, "only the very answer that was confirmed"


def test_a_remark_on_what_is_not_relevant_is_kept_but_not_submitted(filled: Filled) -> None:
    session = filled(*PIGS)
    session.remark("/data/sold", "will ask again")
    assert session.answers()["/data/sold#remark"] == "will ask again"
    assert b"will ask again" not in session.submission()
    session.remark("/data/sold", "")
    assert session.remarks() == {}


def test_the_submission_carries_confirmations_and_remarks_and_gives_them_back(
    form: Form, begun: Filled
) -> None:
    session = begun(form)
    plain = session.submission()
    assert b"urn:fieldapp" not in plain, "a form without marks looks as it always did"
    session.answer("/data/pigs", "30")
    session.confirm("/data/pigs")
    session.remark("/data/pigs", 'said "about 30"\n& more')
    session.remark("/data", "the dog bites")
    xml = session.submission()
    assert (
        b'<pigs fieldapp:confirmed="yes" fieldapp:remark="said &quot;about 30&quot;&#10;&amp; more">30</pigs>'
        in xml
    )
    assert xml == session.submission()
    for again in (form.edit(xml, **SETTING), form.reopen(xml, **SETTING)):
        assert again.node("/data/pigs").confirmed
        assert again.remarks() == {"/data": "the dog bites", "/data/pigs": 'said "about 30"\n& more'}
        assert again.violations() == []


def test_marks_move_up_with_their_row_and_go_with_it(filled: Filled) -> None:
    session = filled(
        "<who jr:template=''><age/></who>",
        f"""<bind {SOFT} nodeset="/data/who/age" type="int" fieldapp:soft_constraint=". &lt; 100"/>""",
        """<group ref="/data/who"><repeat nodeset="/data/who"><input ref="/data/who/age"><label>Age</label></input>
           </repeat></group>""",
    )
    for at, age in enumerate(("101", "102"), 1):
        if at > 1 or "/data/who[1]" not in session:
            session.add_repeat("/data/who")
        session.answer(f"/data/who[{at}]/age", age)
        session.confirm(f"/data/who[{at}]/age")
        session.remark(f"/data/who[{at}]", f"row {at}")
    session.remove_repeat("/data/who[1]")
    assert session.remarks() == {"/data/who[1]": "row 2"}
    assert session.node("/data/who[1]/age").confirmed
    with pytest.raises(FormError, match="row"):
        session.remark("/data/who#range", "x")


def test_a_form_that_gives_our_prefix_to_another_keeps_it(begun: Filled, xform: Callable[..., bytes]) -> None:
    own = xform(*PIGS).replace(b'<data id="a"', b'<data xmlns:fieldapp="urn:other" id="a"')
    session = begun(load_form_xml(own))
    session.remark("/data/pigs", "x")
    assert b'xmlns:fieldapp-marks="urn:fieldapp:xforms"' in session.submission()


def test_a_confirmation_is_taken_back(filled: Filled) -> None:
    session = filled(*PIGS)
    session.answer("/data/pigs", "30")
    session.confirm("/data/pigs")
    assert session.confirm("/data/pigs", False) == {"/data/pigs"}
    assert not session.node("/data/pigs").confirmed
    assert [violation.kind for violation in session.violations()] == ["soft"]


IN_WORDS = """
| survey |
| | type | name | label::中文 (zh) | label::English (en) | bind::fieldapp:soft_constraint | bind::fieldapp:soft_message::中文 (zh) | bind::fieldapp:soft_message::English (en) |
| | integer | pigs | 猪 | Pigs | . < 20 | 多于20头？ | More than 20? |
"""  # noqa: E501


def test_the_author_of_an_xlsform_writes_soft_checks_in_each_language(
    xlsform: Callable[[str], Form], begun: Filled
) -> None:
    form = xlsform(IN_WORDS)
    assert form.findings == ()
    session = begun(form)
    session.answer("/data/pigs", "30")
    for language, words in zip(form.languages, ("多于20头？", "More than 20?"), strict=True):
        session.set_language(language)
        assert session.node("/data/pigs").soft_message == words


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(remark=st.text(max_size=40), pigs=st.sampled_from(["", "5", "30"]), confirms=st.booleans())
def test_whatever_is_said_a_submission_read_back_gives_the_same_bytes(
    form: Form, begun: Filled, remark: str, pigs: str, confirms: bool
) -> None:
    session = begun(form)
    session.answer("/data/pigs", pigs)
    if confirms:
        session.confirm("/data/pigs")
    session.remark("/data/pigs", remark)
    session.remark("/data/note", remark)
    xml = session.submission()
    assert form.reopen(xml, **SETTING).submission() == xml
    assert form.restore(session.answers(), **SETTING).submission() == xml
