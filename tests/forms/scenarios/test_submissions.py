"""Drafts, finalised XML, editing, metadata and entities: what leaves the session and comes back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from fieldapp.errors import FormError

Begin = Callable[..., Any]
VISIT = "text name\nint age\ncalculate adult = ${age} > 17\nrepeat person\ntext kin\nend"
ENTITY = '<entity dataset="people" id="{id}" {action}="{when}"><label/></entity>'


def filled(scenario: Begin) -> Any:
    s = scenario(VISIT).answer("name", "Li").answer("age", "30")
    s.add("person")
    s.answer("person[1]/kin", "son")
    return s


def test_the_submission_carries_the_id_and_version_of_the_form(scenario: Begin) -> None:
    root = filled(scenario).sent()
    assert (root.tag, root.get("id"), root.get("version")) == ("data", "a_form", "7")


def test_the_questions_stand_in_the_order_of_the_form(scenario: Begin) -> None:
    assert [one.tag for one in filled(scenario).sent()] == ["name", "age", "adult", "person", "meta"]


def test_the_same_answers_give_the_same_bytes(scenario: Begin) -> None:
    assert filled(scenario).session.submission() == filled(scenario).session.submission()


def test_the_bytes_are_those(scenario: Begin) -> None:
    s = scenario("text a\nint n").answer("a", "x & <y>").answer("n", "4")
    assert s.session.submission() == (
        b'<data xmlns:orx="http://openrosa.org/xforms" xmlns:jr="http://openrosa.org/javarosa" id="a_form" version="7">'
        b"<a>x &amp; &lt;y&gt;</a><n>4</n><meta><instanceID>uuid:first</instanceID></meta></data>"
    ).replace(b' xmlns:orx="http://openrosa.org/xforms" xmlns:jr="http://openrosa.org/javarosa"', b"")


def test_a_blank_question_is_an_empty_element(scenario: Begin) -> None:
    assert scenario("text a").saved("a") == ""


def test_letters_that_xml_cannot_hold_are_left_out(scenario: Begin) -> None:
    assert scenario("text a").answer("a", "x\x00\x07y").saved("a") == "xy"


def test_letters_of_every_script_are_kept(scenario: Begin) -> None:
    assert scenario("text a").answer("a", "上河村 ཁམས ئۇيغۇر 😀").saved("a") == "上河村 ཁམས ئۇيغۇر 😀"


def test_each_submission_has_an_id(scenario: Begin) -> None:
    assert scenario("text a").saved("instanceID") == "uuid:first"


def test_a_draft_brings_everything_back(scenario: Begin) -> None:
    s = filled(scenario).restored()
    assert (s.value("name"), s.value("age"), s.value("adult")) == ("Li", "30", "true")
    assert (s.count("person"), s.value("person[1]/kin")) == (1, "son")


def test_a_draft_keeps_the_id_of_the_submission(scenario: Begin) -> None:
    assert filled(scenario).restored().saved("instanceID") == "uuid:first"


def test_a_draft_keeps_what_is_wrong(scenario: Begin) -> None:
    s = scenario("int age | constraint: . < 120").answer("age", "130").restored()
    assert (s.value("age"), s.wrong()) == ("130", [("age", "constraint")])


def test_a_draft_keeps_what_is_not_relevant(scenario: Begin) -> None:
    s = (
        scenario("int n\ntext a | relevant: ${n} = 1")
        .answer("n", "1")
        .answer("a", "x")
        .answer("n", "2")
        .restored()
    )
    assert s.answer("n", "1").value("a") == "x"


def test_a_draft_of_a_draft_is_the_same(scenario: Begin) -> None:
    s = filled(scenario)
    assert s.restored().restored().session.answers() == s.session.answers()


def test_a_draft_keeps_blanks_over_defaults(scenario: Begin) -> None:
    assert scenario("text a | default: x").answer("a", "").restored().value("a") == ""


def test_a_draft_with_a_wrong_count_is_refused(scenario: Begin) -> None:
    s = filled(scenario)
    with pytest.raises(FormError, match="counts"):
        s.form.restore(s.session.answers() | {"/data/person#range": "many"}, today=datetime(2026, 3, 5).date(),
                       now=datetime(2026, 3, 5))  # fmt: skip


def test_what_was_sent_can_be_edited_under_a_new_id(scenario: Begin) -> None:
    s = filled(scenario).edited()
    assert s.value("name") == "Li"
    assert s.saved("instanceID") == "uuid:other"
    assert s.saved("deprecatedID") == "uuid:first"


def test_an_edited_submission_keeps_its_rows(scenario: Begin) -> None:
    s = filled(scenario).edited()
    s.add("person")
    assert [one.findtext("kin") for one in s.sent().findall("person")] == ["son", ""]


def test_an_edit_of_an_edit_names_the_one_before(scenario: Begin) -> None:
    s = filled(scenario).edited()
    again = s.form.edit(s.session.submission(), today=datetime(2026, 3, 5).date(), now=datetime(2026, 3, 5),
                        new_uuid=lambda: "third")  # fmt: skip
    sent = again.submission()
    assert b"uuid:third" in sent
    assert b"<deprecatedID>uuid:other</deprecatedID>" in sent
    assert b"uuid:first" not in sent


def test_the_submission_of_another_form_is_refused(scenario: Begin) -> None:
    with pytest.raises(FormError, match="belongs to the form"):
        scenario("text a").form.edit(b'<data id="b"><meta><instanceID>x</instanceID></meta></data>',
                                     today=datetime(2026, 3, 5).date(), now=datetime(2026, 3, 5))  # fmt: skip


def test_a_submission_without_an_id_cannot_be_edited(scenario: Begin) -> None:
    with pytest.raises(FormError, match="no instanceID"):
        scenario("text a").form.edit(b'<data id="a_form"><a>x</a></data>', today=datetime(2026, 3, 5).date(),
                                     now=datetime(2026, 3, 5))  # fmt: skip


def test_what_a_submission_leaves_out_is_blank_or_the_default_when_edited(scenario: Begin) -> None:
    s = scenario("text a\ntext b")
    opened = s.form.edit(b'<data id="a_form"><b>y</b><meta><instanceID>x</instanceID></meta></data>',
                         today=datetime(2026, 3, 5).date(), now=datetime(2026, 3, 5))  # fmt: skip
    assert (opened.node("/data/a").value, opened.node("/data/b").value) == ("", "y")


@pytest.mark.parametrize(
    ("preload", "begins"),
    [("timestamp start", "2026-03-05T09:30:00"), ("date today", "2026-03-05"), ("property deviceid", "device:1"),
     ("property username", "invented.worker"), ("property email", ""), ("uid ", "uuid:")],
    ids=["the moment of the start", "the day of the visit", "the device", "the worker", "what is not known is blank",
         "an id of its own"],
)  # fmt: skip
def test_metadata_is_filled_by_itself(scenario: Begin, preload: str, begins: str) -> None:
    s = scenario(
        f"hidden m | preload: {preload}", metadata={"deviceid": "device:1", "username": "invented.worker"}
    )
    assert s.saved("m").startswith(begins)
    assert (s.saved("m") == "") is (begins == "")


def test_the_end_is_when_the_form_is_finalised(scenario: Begin) -> None:
    s = scenario("hidden e | type: dateTime | preload: timestamp end")
    late = datetime(2026, 3, 5, 11, 45, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert b"<e>2026-03-05T11:45:00.000+08:00</e>" in s.session.submission(late)


def test_the_start_of_a_draft_stays_that_of_the_first_opening(scenario: Begin) -> None:
    s = scenario("hidden m | preload: timestamp start")
    later = datetime(2026, 4, 1, 8, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    assert s.restored(now=later).saved("m").startswith("2026-03-05T09:30")


def test_prefilled_answers_stand_there_and_can_be_changed(scenario: Begin) -> None:
    s = scenario("text name\nint age", prefill={"/data/name": "Li", "/data/age": "30"})
    assert (s.value("name"), s.value("age")) == ("Li", "30")
    assert s.answer("name", "Wang").value("name") == "Wang"


def test_prefilling_reaches_read_only_questions(scenario: Begin) -> None:
    s = scenario("text name | readonly: true() | label: N", prefill={"/data/name": "Li"})
    assert s.saved("name") == "Li"


def test_prefilling_brings_rows(scenario: Begin) -> None:
    s = scenario("repeat person\ntext kin\nend",
                 prefill={"/data/person#range": "2", "/data/person[2]/kin": "son"})  # fmt: skip
    assert (s.count("person"), s.value("person[2]/kin")) == (2, "son")


def test_prefilling_counts_as_a_change_for_what_follows(scenario: Begin) -> None:
    assert scenario("int a\ncalculate b = ${a} + 1", prefill={"/data/a": "4"}).value("b") == "5"


def entity(scenario: Begin, action: str, when: str = "1", identity: str = "", **more: Any) -> Any:
    meta = ENTITY.format(id=identity, action=action, when=when)
    return scenario("text name | save to: name\nint age | save to: age\ntext note", meta=meta, **more)


def test_an_entity_is_created_from_what_is_saved_to_it(scenario: Begin) -> None:
    s = entity(scenario, "create").answer("name", "Li").answer("age", "30").answer("note", "not saved")
    (change,) = s.session.entity_changes()
    assert (change.list, change.action, dict(change.values)) == (
        "people",
        "create",
        {"name": "Li", "age": "30"},
    )


def test_an_entity_is_updated_by_its_id(scenario: Begin) -> None:
    s = entity(scenario, "update", identity="id-7").answer("name", "Li")
    (change,) = s.session.entity_changes()
    assert (change.action, change.id, change.values["name"]) == ("update", "id-7", "Li")


@pytest.mark.parametrize("when", ["", "0", "false"])
def test_nothing_is_created_when_the_condition_is_false(scenario: Begin, when: str) -> None:
    assert entity(scenario, "create", when).session.entity_changes() == ()


def test_a_blank_is_saved_as_blank(scenario: Begin) -> None:
    s = entity(scenario, "update", identity="id-7").answer("name", "Li").answer("name", "")
    assert s.session.entity_changes()[0].values["name"] == ""


def test_the_token_that_was_seen_comes_back_with_the_update(scenario: Begin) -> None:
    s = entity(scenario, "update", identity="id-7", seen={"id-7": "commit-9"}).answer("name", "Li")
    assert s.session.entity_changes()[0].seen == "commit-9"


def test_a_form_without_entities_changes_none(scenario: Begin) -> None:
    assert filled(scenario).session.entity_changes() == ()
