"""Draft, finalised, sent, returned: lists, returns with remarks, edits of differences, all clean drafts at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fieldapp.errors import RegisterError
from fieldapp.forms import Form, Session, load_form_xml
from fieldapp.forms.outcome.audit import AuditRow
from fieldapp.store import Vault, create_vault
from fieldapp.store.drafts import Draft, audit_rows, drafts, open_draft, put_answers, put_audit
from fieldapp.store.entity_versions import entity_version
from fieldapp.store.erasure import plan_erasure
from fieldapp.store.files import attachments
from fieldapp.store.finalising import finalise_all
from fieldapp.store.receipts import note_receipt
from fieldapp.store.records import record, rows
from fieldapp.store.returning import remarks_on, return_remarks, return_submission
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.submission_edits import edit_submission
from fieldapp.store.submission_list import counts, entries
from fieldapp.store.submissions import begin, finalise

VILLAGE, PASSPHRASE = "990101001201", "four invented words here"
NOW_MS = 1_559_347_200_000
XFORM = b"""<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:jr="http://openrosa.org/javarosa" xmlns:entities="http://www.opendatakit.org/xforms/entities"
  xmlns:odk="http://www.opendatakit.org/xforms" xmlns:fieldapp="urn:fieldapp:xforms">
  <h:head><h:title>Visit</h:title><model entities:entities-version="2025.1.0">
  <instance><data id="visit" version="1"><phone/><rooms/><pigs/><meta><audit/><instanceID/>
    <entity dataset="household" id="" update="1" baseVersion="" trunkVersion="" branchId=""><label/></entity></meta>
  </data></instance>
  <bind nodeset="/data/phone" entities:saveto="phone" required="true()"/>
  <bind nodeset="/data/rooms" entities:saveto="address"/>
  <bind nodeset="/data/pigs" type="int" fieldapp:soft_constraint=". &lt; 20" fieldapp:soft_message="So many pigs?"/>
  <bind nodeset="/data/meta/audit" type="binary" odk:track-changes="true"/>
  <bind nodeset="/data/meta/instanceID" jr:preload="uid"/></model></h:head>
  <h:body><input ref="/data/phone"><label>Phone</label></input><input ref="/data/rooms"><label>Rooms</label></input>
  <input ref="/data/pigs"><label>Pigs</label></input></h:body></h:html>"""


@pytest.fixture(scope="module")
def form() -> Form:
    return load_form_xml(XFORM)


@pytest.fixture
def clock() -> list[int]:
    return [NOW_MS]


@pytest.fixture
def vault(tmp_path: Path, clock: list[int]) -> Iterator[Vault]:
    def tick() -> int:
        clock[0] += 1000
        return clock[0]

    with create_vault(
        tmp_path / "laptop.vault",
        PASSPHRASE,
        worker="w",
        role="station",
        scopes=(VILLAGE,),
        packs=("cn-base",),
        clock=tick,
        escrow_recovery=False,
    ) as made:
        yield made


@pytest.fixture
def home(vault: Vault) -> str:
    made = vault.new_id()
    save(
        vault,
        VILLAGE,
        "edit",
        [Change("household", made, "add", {"household_no": "H1", "address": "East"})],
        seen={},
    )
    return made


Visit = Callable[..., tuple[Draft, Session]]


@pytest.fixture
def visit(vault: Vault, form: Form, home: str) -> Visit:
    def started(about: str = home, **said: str) -> tuple[Draft, Session]:
        draft = open_draft(vault, form.id, form.version, about)
        session = begin(vault, form, draft)
        for name, value in said.items():
            session.answer(f"/data/{name}", value)
        put_answers(vault, draft, session.answers())
        return draft, session

    return started


@pytest.fixture
def sent(vault: Vault, visit: Visit) -> str:
    assert isinstance(finalise(vault, *visit(phone="13800000000", rooms="West")), Saved)
    return rows(vault, "submission")[0].id


def test_a_form_goes_from_draft_to_finalised_to_sent_as_receipts_say(vault: Vault, visit: Visit) -> None:
    draft, session = visit(phone="13800000000")
    assert counts(vault) == {"draft": 1, "finalised": 0, "sent": 0, "returned": 0}
    assert [(one.state, one.id) for one in entries(vault)] == [("draft", draft.id)]
    saved = finalise(vault, draft, session)
    assert isinstance(saved, Saved)
    (line,) = entries(vault, VILLAGE, state="finalised")
    assert (line.form, line.record, line.worker) == ("visit", draft.record, "w")
    assert line.at > NOW_MS
    note_receipt(vault, "township", saved.dot.stream, saved.dot.seq - 1)
    assert counts(vault)["finalised"] == 1, "a receipt for what came before does not cover it"
    note_receipt(vault, "township", saved.dot.stream, saved.dot.seq)
    assert counts(vault) == {"draft": 0, "finalised": 0, "sent": 1, "returned": 0}
    assert entries(vault, "990101001202") == ()


def test_a_reviewer_returns_a_form_with_remarks_at_its_questions(vault: Vault, sent: str) -> None:
    return_submission(
        vault, sent, {"/data/phone": " One digit too few ", "": "Ask again", "/data/rooms": " "}
    )
    (line,) = entries(vault)
    assert (line.state, counts(vault)["returned"]) == ("returned", 1)
    assert {one.question: one.remark for one in line.remarks} == {
        "/data/phone": "One digit too few",
        "": "Ask again",
    }
    assert (line.remarks[0].returned_by, line.remarks[0].returned_on) == ("w", "2019-06-01")


def test_a_return_says_what_is_to_be_corrected(vault: Vault, sent: str) -> None:
    with pytest.raises(RegisterError) as refused:
        return_submission(vault, sent, {"/data/phone": "  "})
    assert refused.value.code == "submission.no_remark"


def test_a_worker_who_approves_nothing_returns_nothing(vault: Vault, sent: str, tmp_path: Path) -> None:
    with create_vault(
        tmp_path / "other.vault", PASSPHRASE, worker="v", role="team", scopes=(VILLAGE,), packs=("cn-base",),
        escrow_recovery=False,
    ) as other:  # fmt: skip
        submission = other.new_id()
        facts = {"form": "visit", "version": "1", "year": 2019, "worker_name": "v"}
        save(other, VILLAGE, "form", [Change("submission", submission, "add", facts)], seen={})
        with pytest.raises(RegisterError) as refused:
            return_submission(other, submission, {"": "again"})
        assert refused.value.code == "role.not_allowed"
        values = {"submission": submission, "remark": "x", "returned_by": "v", "returned_on": "2019-06-01"}
        with pytest.raises(RegisterError) as written:
            save(other, VILLAGE, "edit", [Change("submission_return", None, "add", values)], seen={})
        assert written.value.code == "role.not_allowed", "nor by writing the record itself"


def test_an_edit_begins_with_the_answers_and_writes_only_what_differs(
    vault: Vault, form: Form, sent: str, home: str
) -> None:
    return_submission(vault, sent, {"/data/phone": "One digit too few"})
    draft = edit_submission(vault, form, sent)
    assert edit_submission(vault, form, sent).id == draft.id, "a second time opens the same draft"
    assert [one.question for one in remarks_on(vault, draft)] == ["/data/phone"]
    session = begin(vault, form, draft)
    assert session.node("/data/rooms").value == "West"
    assert session.raw("/data/meta/deprecatedID").startswith("uuid:")
    assert session.raw("/data/meta/deprecatedID") != session.raw("/data/meta/instanceID")
    session.answer("/data/phone", "13900000000")
    saved = finalise(vault, draft, session)
    assert isinstance(saved, Saved)
    assert [name for name, _ in saved.changed] == ["household", "submission"]
    (line,) = entries(vault)
    assert (line.state, line.edits) == ("finalised", sent), "the old one stands in no list any more"
    found = record(vault, "household", home)
    assert found is not None
    assert (found.values["phone"], found.values["address"]) == ("13900000000", "West")


def test_an_edit_does_not_bring_back_what_somebody_changed_since(
    vault: Vault, form: Form, sent: str, home: str
) -> None:
    newer = Change("household", home, "set", {"address": "North"})
    save(vault, VILLAGE, "edit", [newer], seen=seen_of(vault, VILLAGE))
    draft = edit_submission(vault, form, sent)
    session = begin(vault, form, draft)
    session.answer("/data/phone", "13900000000")
    assert isinstance(finalise(vault, draft, session), Saved)
    found = record(vault, "household", home)
    assert found is not None
    assert (found.values["phone"], found.values["address"]) == ("13900000000", "North")
    assert found.conflicts == frozenset()


def test_an_edit_of_what_somebody_changed_since_is_a_conflict(
    vault: Vault, form: Form, sent: str, home: str
) -> None:
    newer = Change("household", home, "set", {"address": "North"})
    save(vault, VILLAGE, "edit", [newer], seen=seen_of(vault, VILLAGE))
    draft = edit_submission(vault, form, sent)
    session = begin(vault, form, draft)
    session.answer("/data/rooms", "South")
    finalise(vault, draft, session)
    found = record(vault, "household", home)
    assert found is not None
    assert "address" in found.conflicts


def test_a_replaced_form_is_neither_edited_nor_returned(vault: Vault, form: Form, sent: str) -> None:
    draft = edit_submission(vault, form, sent)
    finalise(vault, draft, begin(vault, form, draft))
    for attempt in (
        lambda: edit_submission(vault, form, sent),
        lambda: return_submission(vault, sent, {"": "x"}),
    ):
        with pytest.raises(RegisterError) as refused:
            attempt()
        assert refused.value.code == "submission.replaced"
    assert return_remarks(vault, sent) == ()


def test_all_clean_drafts_are_finalised_and_the_others_say_why_not(
    vault: Vault, form: Form, visit: Visit
) -> None:
    homes = [vault.new_id() for _ in range(4)]
    save(
        vault,
        VILLAGE,
        "edit",
        [Change("household", one, "add", {"household_no": one[-4:]}) for one in homes],
        seen={},
    )
    visit(homes[0], phone="1")
    blank, _ = visit(homes[1])
    unsure, doubted = visit(homes[2], phone="1", pigs="30")
    _, sure = visit(homes[3], phone="1", pigs="30")
    sure.confirm("/data/pigs")
    put_answers(vault, next(one for one in drafts(vault) if one.record == homes[3]), sure.answers())
    lost = open_draft(vault, "no_such_form", "1", homes[0])

    def form_of(draft: Draft) -> Form:
        if draft.form != form.id:
            raise RegisterError("form.not_here", "The form is not on this computer.")
        return form

    told: list[tuple[int, int]] = []
    with vault.sibling() as own:
        outcome = finalise_all(own, form_of, told=lambda done, of: told.append((done, of)))
    assert len(outcome.saved) == 2
    assert {(one.draft.id, one.ref, one.reason.code) for one in outcome.refused} == {
        (blank.id, "/data/phone", "form.not_final"),
        (unsure.id, "/data/pigs", "form.unconfirmed"),
        (lost.id, "", "form.not_here"),
    }
    assert told[-1] == (5, 5)
    assert counts(vault)["draft"] == 3
    assert doubted.node("/data/pigs").soft_message == "So many pigs?"


def test_the_audit_log_goes_with_the_submission(vault: Vault, sent: str) -> None:
    found = record(vault, "submission", sent)
    assert found is not None
    log = attachments.get(vault, str(found.values["audit"])).decode()
    assert log.splitlines()[0] == "event,node,start,end,old-value,new-value"
    assert log.splitlines()[-1].startswith("form finalize,,")
    xml = attachments.get(vault, str(found.values["xml"]))
    assert b"<audit>audit.csv</audit>" in xml


def test_a_draft_that_is_gone_keeps_no_log(vault: Vault, visit: Visit) -> None:
    draft, session = visit(phone="1")
    put_audit(
        vault,
        draft,
        [(0, AuditRow("form start", "", 1)), (1, AuditRow("question", "/data/phone", 2, new="1"))],
    )
    put_audit(vault, draft, [(1, AuditRow("question", "/data/phone", 2, 3, new="12"))])
    assert [row.end for row in audit_rows(vault, draft)] == [None, 3]
    finalise(vault, draft, session)
    assert audit_rows(vault, draft) == ()


def test_the_versions_of_a_record_follow_its_writes_and_the_receipts_of_the_centre(
    vault: Vault, home: str
) -> None:
    assert entity_version(vault, VILLAGE, "household", home).trunk == ""
    change = Change("household", home, "set", {"phone": "1"})
    saved = save(vault, VILLAGE, "edit", [change], seen=seen_of(vault, VILLAGE))
    note_receipt(vault, "central", saved.dot.stream, saved.dot.seq - 1)
    version = entity_version(vault, VILLAGE, "household", home)
    assert (version.base, version.trunk) == ("2", "1")
    note_receipt(vault, "township", saved.dot.stream, saved.dot.seq)
    assert entity_version(vault, VILLAGE, "household", home).trunk == "1", (
        "the township is not the server of entities"
    )
    note_receipt(vault, "central", saved.dot.stream, saved.dot.seq)
    assert entity_version(vault, VILLAGE, "household", home).trunk == "2"


def test_a_person_erased_takes_along_his_photo_in_a_form_and_the_log_that_names_him(
    vault: Vault, home: str
) -> None:
    person, photo = vault.new_id(), attachments.put(vault, b"a photo")
    log = attachments.put(vault, "question,/data/name,1,2,,虚构某".encode())
    sheet = attachments.put(vault, b"<data/>")
    facts = {"form": "visit", "version": "1", "household": home, "xml": sheet, "files": photo, "audit": log}
    changes = [
        Change("person", person, "add", {"household": home, "name": "虚构某", "photo": photo}),
        Change("submission", None, "add", facts),
    ]
    save(vault, VILLAGE, "form", changes, seen=seen_of(vault, VILLAGE))
    assert set(plan_erasure(vault, person).files) == {
        photo.removeprefix("sha256:"),
        log.removeprefix("sha256:"),
    }


LAST = XFORM.replace(b'id="visit"', b'id="lane"').replace(
    b'<bind nodeset="/data/phone"',
    b"""<instance id="__last-saved" src="jr://instance/last-saved"/>
    <setvalue event="odk-instance-first-load" ref="/data/rooms"
      value="instance('__last-saved')/data/rooms"/><bind nodeset="/data/phone\"""",
)


def test_a_form_begins_with_what_was_last_saved_in_it_here(vault: Vault, home: str) -> None:
    form = load_form_xml(LAST)
    draft = open_draft(vault, form.id, form.version, home)
    session = begin(vault, form, draft)
    session.answer("/data/phone", "1")
    session.answer("/data/rooms", "three")
    finalise(vault, draft, session)
    other = vault.new_id()
    save(vault, VILLAGE, "edit", [Change("household", other, "add", {"household_no": "H2"})], seen={})
    again = begin(vault, form, open_draft(vault, form.id, form.version, VILLAGE))
    assert again.node("/data/rooms").value == "three"


def test_a_return_reaches_the_laptop_that_wrote_the_form_and_the_correction_comes_back(
    vault: Vault, form: Form, tmp_path: Path, carry: Callable[[Vault, Vault], object]
) -> None:
    with create_vault(
        tmp_path / "field.vault", PASSPHRASE, worker="v", role="team", scopes=(VILLAGE,), packs=("cn-base",),
        escrow_recovery=False,
    ) as field:  # fmt: skip
        made = field.new_id()
        save(field, VILLAGE, "edit", [Change("household", made, "add", {"household_no": "H9"})], seen={})
        draft = open_draft(field, form.id, form.version, made)
        session = begin(field, form, draft)
        session.answer("/data/phone", "1380000000")
        finalise(field, draft, session)
        carry(field, vault)
        (arrived,) = entries(vault)
        assert (arrived.state, arrived.worker) == ("sent", "v")
        return_submission(vault, arrived.id, {"/data/phone": "One digit too few"})
        carry(vault, field)
        (back,) = entries(field, state="returned")
        assert [one.returned_by for one in back.remarks] == ["w"]
        again = edit_submission(field, form, back.id)
        session = begin(field, form, again)
        session.answer("/data/phone", "13800000000")
        finalise(field, again, session)
        carry(field, vault)
    (corrected,) = entries(vault)
    assert (corrected.state, corrected.edits) == ("sent", arrived.id)
    household = record(vault, "household", made)
    assert household is not None
    assert (household.values["phone"], household.conflicts) == ("13800000000", frozenset())
