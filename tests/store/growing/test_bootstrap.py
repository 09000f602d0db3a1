"""A village begun from a base: the same rows, marks and conflicts as from the whole log, and nothing of ours is lost."""

from dataclasses import replace

import pytest

from fieldapp.errors import SyncError
from fieldapp.journal.commit import Commit, Operation, encode_commit
from fieldapp.journal.stream import Segment, join_lines
from fieldapp.store.conflicts import conflicts, resolve
from fieldapp.store.doctor import examine
from fieldapp.store.erasure import erase_person
from fieldapp.store.files.attachments import folder_of, put, wanted
from fieldapp.store.finding.find import find
from fieldapp.store.growing.base_records import commits_in_base
from fieldapp.store.history import field_origins, history, is_cut
from fieldapp.store.intake import receive
from fieldapp.store.ledger import stream_id
from fieldapp.store.records import record
from fieldapp.store.save import Change, save, seen_of
from fieldapp.store.streams import digest
from fieldapp.store.striking import settle
from fieldapp.store.undo import undo

VILLAGE = "990101001201"


def edit(vault, record_id, list_name="household", source="", **values):
    return save(
        vault,
        VILLAGE,
        "edit",
        [Change(list_name, record_id, "set", values, source)],
        seen=seen_of(vault, VILLAGE),
    )


@pytest.fixture
def lived_in(make_vault, a_household, carry):
    """Two laptops that wrote in one village, and a third that replayed all of it; one conflict is open."""
    a, b, whole = make_vault("a"), make_vault("b"), make_vault("whole")
    homes = [a_household(a, f"王甲{at}", f"李乙{at}", number=f"H{at:04}") for at in range(8)]
    edit(a, homes[0].household, phone="13900000000")
    carry(a, b)
    edit(a, homes[0].household, phone="13900000001", source="seen")
    edit(b, homes[0].household, phone="13900000002")
    edit(b, homes[1].household, bank_name="信用社", bank_account="62001")
    edit(b, homes[2].household, phone=None, address=None)
    save(
        a,
        VILLAGE,
        "edit",
        [Change("household", homes[3].household, "end", {"ended_on": "2020-01-01", "ended_reason": "moved"})],
        seen=seen_of(a, VILLAGE),
    )
    edit(b, homes[3].household, address="东沟组 3 号")
    carry(a, b)
    carry(b, a)
    carry(a, whole)
    return a, b, whole, homes


def test_a_base_makes_the_rows_marks_and_conflicts_of_the_whole_log(
    lived_in, make_vault, base_lines, begin, told
):
    _, b, whole, _ = lived_in
    fresh = make_vault("fresh")
    begun = begin(fresh, base_lines(b))
    assert begun.above == 0
    assert told(fresh) == told(whole) == told(b)
    assert told(fresh)["conflicts"]
    assert digest(fresh.ledger, VILLAGE) == digest(whole.ledger, VILLAGE)
    assert begun.rows == len(told(fresh)["rows"])
    assert examine(fresh) == ()
    assert {hit.record for hit in find(fresh, "王甲5")} == {hit.record for hit in find(whole, "王甲5")}


@pytest.mark.parametrize("odd", ["7.5", "99999999999999999999"])
def test_a_text_that_the_table_made_a_fraction_bars_no_base_and_no_edit(
    odd, make_vault, a_household, carry, base_lines, begin, told
):
    """A line from a laptop on which the field was a text: of a column of whole numbers SQLite gives a fraction back."""
    a, b, fresh = make_vault("a"), make_vault("b"), make_vault("fresh")
    sheet = "5b0c0000-0000-5000-8000-000000000001"
    stream = stream_id("foreign", VILLAGE)
    operation = Operation("income_sheet", sheet, "add", {"year": 2019, "a": odd})
    line = encode_commit(
        Commit(stream, VILLAGE, "foreign", 1, "0192f3c1a4b2-0001", "w", "small@1", "edit", (operation,))
    )
    receive(a.ledger, Segment(stream, "foreign", VILLAGE, 1, 1, join_lines([line])))
    # The group is written whole: what stands beside the new value goes into the line.
    edit(a, sheet, "income_sheet", b=7)
    begin(fresh, base_lines(a))
    carry(a, b)
    assert told(fresh) == told(b) == told(a)
    assert float(told(b)["rows"][f"income_sheet/{sheet}"][0]["a"]) == float(odd)
    assert b.db.execute("select * from quarantine").fetchall() == []


def test_a_control_that_loses_one_mark_is_seen(lived_in, make_vault, base_lines, begin, told):
    _, b, whole, _ = lived_in
    fresh = make_vault("fresh")
    lines = base_lines(b)
    begin(fresh, [line for line in lines if not line.startswith(b'{"k":"conflicts"')])
    assert told(fresh) != told(whole)


def test_pulling_goes_on_from_the_base_and_a_choice_closes_the_conflict(
    lived_in, make_vault, base_lines, begin, carry, told
):
    _, b, whole, homes = lived_in
    fresh = make_vault("fresh")
    begin(fresh, base_lines(b))
    edit(b, homes[4].household, phone="13900000009")
    carry(b, fresh)
    carry(b, whole)
    assert told(fresh) == told(whole)
    (open_one,) = [one for one in conflicts(fresh) if one.field == "phone"]
    assert {side.worker for side in open_one.sides} == {"worker a", "worker b"}
    resolve(fresh, open_one, {"phone": "13900000003"})
    carry(fresh, whole)
    assert told(fresh) == told(whole)
    assert record(whole, "household", homes[0].household).values["phone"] == "13900000003"


def test_who_wrote_a_fact_and_what_stood_before_are_known_without_the_log(
    lived_in, make_vault, base_lines, begin
):
    _, b, whole, homes = lived_in
    fresh = make_vault("fresh")
    begin(fresh, base_lines(b))
    for home in homes:
        assert field_origins(fresh, "household", home.household) == field_origins(
            whole, "household", home.household
        )
    assert {c.id: c.before for c in conflicts(fresh)} == {c.id: c.before for c in conflicts(whole)}
    assert "13900000000" in {c.before for c in conflicts(fresh)}
    assert is_cut(fresh, "household", homes[0].household)
    assert not is_cut(whole, "household", homes[0].household)
    assert [entry.values for entry in history(fresh, "household", homes[5].household)]


def test_undo_of_a_later_edit_restores_what_the_base_holds(lived_in, make_vault, base_lines, begin):
    _, b, _, homes = lived_in
    fresh = make_vault("fresh")
    begin(fresh, base_lines(b))
    before = record(fresh, "household", homes[1].household).values
    saved = edit(fresh, homes[1].household, bank_name="农商行", bank_account="62002", address="西")
    undo(fresh, saved.dot)
    assert record(fresh, "household", homes[1].household).values == before


def test_what_was_saved_here_since_stands_above_the_base(lived_in, base_lines, begin, carry, told):
    a, b, whole, homes = lived_in
    lines = base_lines(b)
    edit(a, homes[6].household, address="西沟组 1 号")
    assert begin(a, lines).above == 1
    carry(a, whole)
    assert told(a) == told(whole)
    assert record(a, "household", homes[6].household).values["address"] == "西沟组 1 号"
    assert examine(a) == ()


def test_a_base_that_is_cut_or_of_another_history_changes_nothing(
    lived_in, make_vault, base_lines, begin, told
):
    a, b, _, _ = lived_in
    lines = base_lines(b)
    fresh = make_vault("fresh")
    for wrong in (lines[:-1], lines[:1], [*lines[:2], *lines[3:]], lines[1:]):
        with pytest.raises(SyncError):
            begin(fresh, wrong)
        assert told(fresh)["rows"] == {}
    other = make_vault("other")
    other.ledger.replica = a.replica
    for number in range(20):
        add = Change("household", None, "add", {"household_no": f"X{number}"})
        save(other, VILLAGE, "edit", [add], seen={})
    held = told(other)
    with pytest.raises(SyncError) as refused:
        begin(other, lines)
    assert refused.value.code == "bootstrap.forked"
    assert told(other) == held


def test_a_photo_that_stands_in_a_conflict_is_asked_for_after_a_base(
    make_vault, a_household, carry, base_lines, begin
):
    a, b, fresh = make_vault("a"), make_vault("b"), make_vault("fresh")
    home = a_household(a, "王甲").household
    carry(a, b)
    refs = {put(one, one.path.stem.encode() + name) for one, name in ((a, b"1"), (b, b"2"))}
    for vault, ref in zip((a, b), sorted(refs), strict=True):
        edit(vault, home, photos=ref)
    carry(b, a)
    assert len(conflicts(a)) == 1
    begin(fresh, base_lines(a))
    assert set(wanted(fresh)) == refs


def test_what_a_base_knows_to_be_erased_is_struck_from_the_lines_and_files_that_stay_here(
    make_vault, a_household, carry, base_lines, begin, told, monkeypatch
):
    """A laptop that wrote on about a person and then begins from a base that knows of his erasure; the control is a
    laptop whose lines are not asked."""
    a, b, control = make_vault("a"), make_vault("b"), make_vault("control")
    home = a_household(a, "王甲", "李乙丙")
    photo = put(a, b"a photo")
    save(a, VILLAGE, "edit", [Change("household", home.household, "set", {"photos": photo})], seen={})
    for other in (b, control):
        carry(a, other)
        change = Change("person", home.people[1], "set", {"name": "李乙丁"})
        save(other, VILLAGE, "edit", [change], seen=seen_of(other, VILLAGE))
        put(other, b"a photo")
    a.work_with(replace(a.session, worker=replace(a.worker, role="township")))
    erase_person(a, home.people[1], "asked for", "a decision")
    with a.transaction():
        a.db.execute(
            "insert into erased (scope, list, record, field, stream, seq) "
            "select scope, 'attachment', ?, '', stream, seq from erased limit 1",
            [photo.removeprefix("sha256:")],
        )
    begin(b, base_lines(a))
    assert "李乙丁" not in str(told(b))
    assert find(b, "李乙丁") == ()
    assert settle(b.ledger, folder_of(b))
    assert not folder_of(b).holds(photo.removeprefix("sha256:"))
    assert examine(b) == ()
    monkeypatch.setattr("fieldapp.store.growing.bootstrap.strike", lambda *_, **__: None)
    begin(control, base_lines(a))
    assert "李乙丁" in str(told(control))


def test_a_base_older_than_an_erasure_does_not_bring_the_erased_person_back(
    make_vault, a_household, carry, base_lines, begin, told
):
    """The control is a vault without the erasure: there the same base shows the name."""
    a, b, fresh = make_vault("a"), make_vault("b"), make_vault("fresh")
    home = a_household(a, "王甲", "李乙丙")
    carry(a, b)
    before = base_lines(b)
    a.work_with(replace(a.session, worker=replace(a.worker, role="township")))
    erase_person(a, home.people[1], "asked for", "a decision")
    begin(a, before)
    begin(fresh, before)
    assert "李乙丙" in str(told(fresh))
    assert "李乙丙" not in str(told(a))
    assert not any("李乙丙" in str(one.operations) for one in commits_in_base(a.ledger, VILLAGE))
    assert find(a, "李乙丙") == ()
    assert settle(a.ledger, folder_of(a))
    assert examine(a) == ()
    carry(a, b)
    assert told(a)["rows"] == told(b)["rows"]
