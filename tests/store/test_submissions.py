"""A form from opening to the register: prefilled, drafted, finalised as one commit of the differences."""

from datetime import date
from pathlib import Path

import pytest

from fieldapp.domain.identifiers import year_id
from fieldapp.forms import load_form
from fieldapp.resources import resource
from fieldapp.store import create_vault, open_vault
from fieldapp.store.drafts import answers, drafts, open_draft, put_answer
from fieldapp.store.files import attachments
from fieldapp.store.history import commit_at, field_origins
from fieldapp.store.records import children, count, record, rows, year_record
from fieldapp.store.save import Change, Saved, save, seen_of
from fieldapp.store.submissions import begin, finalise, prefill
from fieldapp.store.undo import undo

VILLAGE, PASSPHRASE = "990101001201", "four invented words here"
# 2019-06-01: the clock of these tests.
NOW_MS = 1_559_347_200_000


@pytest.fixture(scope="module")
def form():
    return load_form(resource("packs", "cn-base", "forms", "household_visit.md"))


@pytest.fixture
def vault(tmp_path: Path):
    with create_vault(
        tmp_path / "laptop.vault",
        PASSPHRASE,
        worker="w",
        role="collector",
        scopes=(VILLAGE,),
        packs=("cn-base",),
        clock=lambda: NOW_MS,
        escrow_recovery=False,
    ) as made:
        yield made


@pytest.fixture
def household(vault):
    home = vault.new_id()
    people = [vault.new_id(), vault.new_id()]
    changes = [
        Change("household", home, "add", {"household_no": "H1", "phone": "13800000000"}),
        Change(
            "household_year",
            None,
            "add",
            {"household": home, "year": 2019, "water_safe": 1, "house_m2": 8050},
        ),
        Change("person", people[0], "add", {"household": home, "name": "张三丰", "relation": "1"}),
        Change("person", people[1], "add", {"household": home, "name": "李四娘", "birth_date": "2010-03-04"}),
        Change("loan", vault.new_id(), "add", {"household": home, "purpose": "illness", "amount": 100000}),
    ]
    save(vault, VILLAGE, "edit", changes, seen={})
    return home


def test_the_register_prefills_saved_and_hidden_questions_and_repeats(vault, form, household):
    known = prefill(vault, form, household, 2019)
    assert known["/data/household_id"] == household
    assert (known["/data/year"], known["/data/person_count"]) == ("2019", "2")
    assert (known["/data/contact/phone"], known["/data/housing/house_m2"]) == ("13800000000", "80.50")
    assert known["/data/family/members[2]/person_name"] == "李四娘"
    assert known["/data/borrowing/loans#range"] == "1"
    assert known["/data/borrowing/loans[1]/amount"] == "1000.00"
    session = begin(vault, form, open_draft(vault, form.id, form.version, household, 2019))
    assert session.raw("/data/family/members[2]/person_birth_date") == "2010-03-04"
    assert session.raw("/data/borrowing/loans[1]/purpose") == "illness"


def met(vault, form, household):
    draft = open_draft(vault, form.id, form.version, household, 2019)
    session = begin(vault, form, draft)
    session.answer("/data/visit/outcome", "met")
    session.answer("/data/housing/lives_there", "1")
    session.answer("/data/water/water_source", "1")
    session.answer("/data/borrowing/loans_none", "1")
    return draft, session


def test_a_finalised_form_is_one_commit_of_the_differences(vault, form, household):
    draft, session = met(vault, form, household)
    session.answer("/data/contact/phone", "")
    session.answer("/data/income/c", "120.50")
    session.answer("/data/family/members[2]/dibao", "1")
    saved = finalise(vault, draft, session)
    assert isinstance(saved, Saved), saved
    commit = commit_at(vault.ledger, saved.dot)
    by_list = {operation.list: operation for operation in commit.operations}
    assert set(by_list) == {"household", "household_year", "income_sheet", "person_year", "submission"}
    assert by_list["household"].fields == {"phone": None}
    assert "water_safe" not in by_list["household_year"].fields, "unchanged since the form opened"
    assert by_list["household_year"].fields["lives_there"] == 1
    assert by_list["income_sheet"].fields["c"] == 12050
    assert commit.kind == "form"
    people = children(vault, "person", household)
    assert year_record(vault, "person_year", people[1].id, 2019).values["dibao"] == 1
    assert year_record(vault, "person_year", people[0].id, 2019) is None
    assert year_record(vault, "household_year", household, 2019).id == year_id(
        household, "household_year", 2019
    )
    assert (
        field_origins(vault, "household_year", by_list["household_year"].record)["lives_there"].kind == "form"
    )


def test_the_submission_is_kept_and_the_draft_goes(vault, form, household):
    draft, session = met(vault, form, household)
    finalise(vault, draft, session)
    (kept,) = rows(vault, "submission")
    assert (kept.values["form"], kept.values["household"]) == ("household_visit", household)
    assert b"household_visit" in attachments.get(vault, kept.values["xml"])
    assert attachments.wanted(vault) == ()
    assert drafts(vault) == ()


def test_every_answer_of_a_draft_survives_reopening(vault, form, household):
    draft, _ = met(vault, form, household)
    put_answer(vault, draft, "/data/visit/outcome", "met")
    put_answer(vault, draft, "/data/visit_note", "门口有狗")
    path = vault.path
    vault.close()
    with open_vault(path, PASSPHRASE, clock=lambda: NOW_MS) as again:
        (kept,) = drafts(again)
        assert kept.id == draft.id
        assert open_draft(again, form.id, form.version, household, 2019).id == draft.id
        assert answers(again, kept)["/data/visit_note"] == "门口有狗"
        restored = begin(again, form, kept)
        assert restored.raw("/data/visit/outcome") == "met"
        assert restored.raw("/data/family/members[1]/person_name") == "张三丰"


def test_an_unfinished_form_stays_a_draft_and_writes_nothing(vault, form, household):
    draft = open_draft(vault, form.id, form.version, household, 2019)
    session = begin(vault, form, draft)
    before = seen_of(vault, VILLAGE)
    findings = finalise(vault, draft, session)
    assert [finding.code for finding in findings] == ["form.not_final"]
    assert findings[0].where.field == "/data/visit/outcome"
    assert seen_of(vault, VILLAGE) == before
    assert drafts(vault) == (draft,)


def test_an_answer_left_alone_does_not_overwrite_what_came_while_the_form_was_open(vault, form, household):
    draft, session = met(vault, form, household)
    later = Change("household", household, "set", {"phone": "13900000000"})
    save(vault, VILLAGE, "edit", [later], seen=seen_of(vault, VILLAGE))
    finalise(vault, draft, session)
    found = record(vault, "household", household)
    assert (found.values["phone"], found.conflicts) == ("13900000000", frozenset())


def test_an_answer_changed_while_the_register_moved_is_a_conflict(vault, form, household):
    draft, session = met(vault, form, household)
    later = Change("household", household, "set", {"phone": "13900000000"})
    save(vault, VILLAGE, "edit", [later], seen=seen_of(vault, VILLAGE))
    session.answer("/data/contact/phone", "13700000000")
    finalise(vault, draft, session)
    assert record(vault, "household", household).conflicts == {"phone"}


def test_a_new_loan_becomes_a_record_of_its_own(vault, form, household):
    draft, session = met(vault, form, household)
    session.answer("/data/borrowing/loans_none", "0")
    if "/data/borrowing/loans[2]" not in session:
        session.add_repeat("/data/borrowing/loans")
    for key, text in {"purpose": "housing", "amount": "500", "balance": "20"}.items():
        session.answer(f"/data/borrowing/loans[2]/{key}", text)
    session.answer("/data/borrowing/loans[1]/balance", "10")
    assert isinstance(finalise(vault, draft, session), Saved)
    loans = children(vault, "loan", household)
    assert [(loan.values["purpose"], loan.values["balance"]) for loan in loans] == [
        ("illness", 1000),
        ("housing", 2000),
    ]
    assert count(vault, "loan") == 2


def test_the_form_is_of_the_day_the_clock_shows(vault, form, household):
    session = begin(vault, form, open_draft(vault, form.id, form.version, household, 2019))
    assert session.raw("/data/visit/visit_date") == date(2019, 6, 1).isoformat()


def test_undoing_a_finalised_form_restores_the_register(vault, form, household):
    before = {
        name: rows(vault, name) for name in ("household", "household_year", "income_sheet", "person_year")
    }
    draft, session = met(vault, form, household)
    session.answer("/data/contact/phone", "")
    session.answer("/data/income/c", "120.50")
    saved = finalise(vault, draft, session)
    undone = undo(vault, saved.dot)
    assert {name: rows(vault, name) for name in before} == before
    assert rows(vault, "submission") == ()
    undo(vault, undone.dot)
    assert record(vault, "household", household).values["phone"] is None
    assert year_record(vault, "income_sheet", household, 2019).values["c"] == 12050
    assert count(vault, "submission") == 1
